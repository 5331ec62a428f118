"""The tables of what inspectors wrote: documents taken in, corrections of what was read, fates of points."""

import django.db.models.deletion
from django.db import migrations, models

from holdfast.store.together import Together


class Migration(migrations.Migration):
    """One table for each of them."""

    dependencies = [
        ("store", "0006_guards_of_the_improvement_plan"),
    ]

    operations = [
        Together(
            [
                migrations.CreateModel(
                    name="InspectionDocument",
                    fields=[
                        ("row", models.BigAutoField(primary_key=True, serialize=False)),
                        ("digest", models.TextField(unique=True)),
                        ("name", models.TextField()),
                        ("size", models.BigIntegerField()),
                        ("reader", models.TextField()),
                        ("read", models.TextField()),
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
                    },
                ),
                migrations.CreateModel(
                    name="ConfirmedFate",
                    fields=[
                        ("row", models.BigAutoField(primary_key=True, serialize=False)),
                        ("document", models.TextField()),
                        ("point", models.BigIntegerField()),
                        ("text", models.TextField()),
                        ("later", models.TextField()),
                        ("page", models.BigIntegerField()),
                        ("paragraph", models.BigIntegerField(null=True)),
                        ("sentence", models.TextField()),
                        ("fate", models.TextField()),
                        ("proposed", models.TextField()),
                        ("by", models.TextField()),
                        ("reason", models.TextField()),
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
                        "indexes": [models.Index(fields=["document"], name="confirmedfate_document")],
                    },
                ),
                migrations.CreateModel(
                    name="ReadingCorrection",
                    fields=[
                        ("row", models.BigAutoField(primary_key=True, serialize=False)),
                        ("text", models.TextField()),
                        ("document", models.TextField()),
                        ("passage", models.TextField()),
                        ("themes", models.TextField(null=True)),
                        ("polarity", models.TextField(null=True)),
                        ("read_themes", models.TextField()),
                        ("read_polarity", models.TextField(null=True)),
                        ("by", models.TextField()),
                        ("reason", models.TextField()),
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
                        "indexes": [models.Index(fields=["text"], name="readingcorrection_text")],
                    },
                ),
            ]
        ),
    ]
