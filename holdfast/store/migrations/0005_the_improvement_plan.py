"""The tables of the improvement plan: objectives, and what is done, planned, said, agreed and decided for each."""

import django.db.models.deletion
from django.db import migrations, models

from holdfast.store.together import Together


class Migration(migrations.Migration):
    """One table for each of them."""

    dependencies = [
        ("store", "0004_guards_of_what_people_do"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="Objective",
                    fields=[
                        ("row", models.BigAutoField(primary_key=True, serialize=False)),
                        ("identity", models.TextField()),
                        ("replaces", models.BigIntegerField(null=True)),
                        ("withdrawn", models.BooleanField(default=False)),
                        ("child", models.TextField(null=True)),
                        ("title", models.TextField(null=True)),
                        ("place", models.FloatField(null=True)),
                        ("agreed_on", models.DateField(null=True)),
                        ("closed_on", models.DateField(null=True)),
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
                        "indexes": [models.Index(fields=["child"], name="objective_child")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("replaces__isnull", False)),
                                fields=("replaces",),
                                name="objective_replaces",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ObjectiveAction",
                    fields=[
                        ("row", models.BigAutoField(primary_key=True, serialize=False)),
                        ("identity", models.TextField()),
                        ("replaces", models.BigIntegerField(null=True)),
                        ("withdrawn", models.BooleanField(default=False)),
                        ("child", models.TextField(null=True)),
                        ("own_id", models.TextField(db_column="id", null=True)),
                        ("title", models.TextField(null=True)),
                        ("for_a_child", models.TextField(null=True)),
                        ("effect", models.TextField(null=True)),
                        ("measure", models.TextField(null=True)),
                        ("owner", models.TextField(null=True)),
                        ("agreed_on", models.DateField(null=True)),
                        ("done_on", models.DateField(null=True)),
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
                        "indexes": [models.Index(fields=["child"], name="objectiveaction_child")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("replaces__isnull", False)),
                                fields=("replaces",),
                                name="objectiveaction_replaces",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ObjectiveDay",
                    fields=[
                        ("row", models.BigAutoField(primary_key=True, serialize=False)),
                        ("identity", models.TextField()),
                        ("replaces", models.BigIntegerField(null=True)),
                        ("withdrawn", models.BooleanField(default=False)),
                        ("child", models.TextField(null=True)),
                        ("own_id", models.TextField(db_column="id", null=True)),
                        ("subject", models.TextField(null=True)),
                        ("day", models.DateField(null=True)),
                        ("set_on", models.DateField(null=True)),
                        ("by_role", models.TextField(null=True)),
                        ("why", models.TextField(null=True)),
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
                        "indexes": [models.Index(fields=["child"], name="objectiveday_child")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("replaces__isnull", False)),
                                fields=("replaces",),
                                name="objectiveday_replaces",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ObjectiveDecision",
                    fields=[
                        ("row", models.BigAutoField(primary_key=True, serialize=False)),
                        ("identity", models.TextField()),
                        ("replaces", models.BigIntegerField(null=True)),
                        ("withdrawn", models.BooleanField(default=False)),
                        ("child", models.TextField(null=True)),
                        ("own_id", models.TextField(db_column="id", null=True)),
                        ("on", models.DateField(null=True)),
                        ("meeting", models.TextField(null=True)),
                        ("decided", models.TextField(null=True)),
                        ("owner", models.TextField(null=True)),
                        ("done_on", models.DateField(null=True)),
                        ("came_of_it", models.TextField(null=True)),
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
                        "indexes": [models.Index(fields=["child"], name="objectivedecision_child")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("replaces__isnull", False)),
                                fields=("replaces",),
                                name="objectivedecision_replaces",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ObjectiveFinding",
                    fields=[
                        ("row", models.BigAutoField(primary_key=True, serialize=False)),
                        ("identity", models.TextField()),
                        ("replaces", models.BigIntegerField(null=True)),
                        ("withdrawn", models.BooleanField(default=False)),
                        ("child", models.TextField(null=True)),
                        ("own_id", models.TextField(db_column="id", null=True)),
                        ("finding", models.TextField(null=True)),
                        ("on", models.DateField(null=True)),
                        ("point", models.TextField(null=True)),
                        ("fate", models.TextField(null=True)),
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
                        "indexes": [models.Index(fields=["child"], name="objectivefinding_child")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("replaces__isnull", False)),
                                fields=("replaces",),
                                name="objectivefinding_replaces",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ObjectiveRemark",
                    fields=[
                        ("row", models.BigAutoField(primary_key=True, serialize=False)),
                        ("identity", models.TextField()),
                        ("replaces", models.BigIntegerField(null=True)),
                        ("withdrawn", models.BooleanField(default=False)),
                        ("child", models.TextField(null=True)),
                        ("own_id", models.TextField(db_column="id", null=True)),
                        ("subject", models.TextField(null=True)),
                        ("on", models.DateField(null=True)),
                        ("by_role", models.TextField(null=True)),
                        ("claims", models.TextField(null=True)),
                        ("words_of_remark", models.TextField(null=True)),
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
                        "indexes": [models.Index(fields=["child"], name="objectiveremark_child")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("replaces__isnull", False)),
                                fields=("replaces",),
                                name="objectiveremark_replaces",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ObjectiveResource",
                    fields=[
                        ("row", models.BigAutoField(primary_key=True, serialize=False)),
                        ("identity", models.TextField()),
                        ("replaces", models.BigIntegerField(null=True)),
                        ("withdrawn", models.BooleanField(default=False)),
                        ("child", models.TextField(null=True)),
                        ("own_id", models.TextField(db_column="id", null=True)),
                        ("action", models.TextField(null=True)),
                        ("asked_on", models.DateField(null=True)),
                        ("what", models.TextField(null=True)),
                        ("agreed_on", models.DateField(null=True)),
                        ("by_role", models.TextField(null=True)),
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
                        "indexes": [models.Index(fields=["child"], name="objectiveresource_child")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("replaces__isnull", False)),
                                fields=("replaces",),
                                name="objectiveresource_replaces",
                            )
                        ],
                    },
                ),
            ]
        ),
    ]
