"""The tables of what people do: acts, signed texts, departures, looks and drafts."""

import django.db.models.deletion
from django.db import migrations, models

from holdfast.store.together import Together


class Migration(migrations.Migration):
    """One table for each of them."""

    dependencies = [
        ("store", "0002_triggers"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Look",
                    fields=[
                        ("position", models.BigIntegerField(primary_key=True, serialize=False)),
                        ("made_at", models.DateTimeField()),
                        ("who", models.TextField()),
                        ("seat", models.TextField()),
                        ("what", models.TextField()),
                        ("route", models.TextField()),
                        ("child", models.TextField()),
                        ("basis", models.TextField()),
                        ("request", models.TextField()),
                        ("status", models.IntegerField()),
                        ("shown", models.IntegerField()),
                        ("digest", models.TextField()),
                        ("previous_hash", models.TextField()),
                        ("hash", models.TextField()),
                    ],
                ),
                migrations.CreateModel(
                    name="Draft",
                    fields=[
                        ("key", models.TextField(primary_key=True, serialize=False)),
                        ("who", models.TextField()),
                        ("act", models.TextField()),
                        ("child", models.TextField()),
                        ("base", models.BigIntegerField()),
                        ("revision", models.BigIntegerField()),
                        ("words", models.TextField()),
                        ("saved_at", models.DateTimeField()),
                    ],
                    options={
                        "indexes": [models.Index(fields=["who", "child"], name="draft_whose")],
                    },
                ),
                migrations.CreateModel(
                    name="Act",
                    fields=[
                        ("row", models.BigAutoField(primary_key=True, serialize=False)),
                        ("act", models.TextField()),
                        ("child", models.TextField()),
                        ("who", models.TextField()),
                        ("seat", models.TextField()),
                        ("basis", models.TextField()),
                        ("key", models.TextField(unique=True)),
                        ("base", models.BigIntegerField()),
                        ("words", models.TextField()),
                        (
                            "entry",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.entry",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["child"], name="act_child")],
                    },
                ),
                migrations.CreateModel(
                    name="Departure",
                    fields=[
                        ("row", models.BigAutoField(primary_key=True, serialize=False)),
                        ("identity", models.TextField()),
                        ("replaces", models.BigIntegerField(null=True)),
                        ("withdrawn", models.BooleanField(default=False)),
                        ("child", models.TextField(null=True)),
                        ("last_on", models.DateField(null=True)),
                        ("told_on", models.DateField(null=True)),
                        ("recorded_at", models.DateTimeField(null=True)),
                        (
                            "entry",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.entry",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [models.Index(fields=["child"], name="departure_child")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("replaces__isnull", False)),
                                fields=("replaces",),
                                name="departure_replaces",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LookedAt",
                    fields=[
                        ("row", models.BigAutoField(primary_key=True, serialize=False)),
                        ("child", models.TextField()),
                        (
                            "look",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.look",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["child"], name="lookedat_child")],
                    },
                ),
                migrations.CreateModel(
                    name="SignedText",
                    fields=[
                        ("row", models.BigAutoField(primary_key=True, serialize=False)),
                        ("identity", models.TextField()),
                        ("replaces", models.BigIntegerField(null=True)),
                        ("withdrawn", models.BooleanField(default=False)),
                        ("child", models.TextField(null=True)),
                        ("own_id", models.TextField(db_column="id", null=True)),
                        ("subject", models.TextField(null=True)),
                        ("part", models.TextField(null=True)),
                        ("text", models.TextField(null=True)),
                        ("on", models.DateField(null=True)),
                        ("author", models.TextField(null=True)),
                        ("corrects", models.TextField(null=True)),
                        ("reason", models.TextField(null=True)),
                        ("recorded_at", models.DateTimeField(null=True)),
                        (
                            "entry",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="store.entry",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [models.Index(fields=["child"], name="signedtext_child")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("replaces__isnull", False)),
                                fields=("replaces",),
                                name="signedtext_replaces",
                            )
                        ],
                    },
                ),
            ]
        ),
    ]
