"""The table of what people said of the council's own claims after a visit."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """One table."""

    dependencies = [
        ("store", "0008_guards_of_what_inspectors_wrote"),
    ]

    operations = [
        migrations.CreateModel(
            name="WordOnAClaim",
            fields=[
                ("row", models.BigAutoField(primary_key=True, serialize=False)),
                ("point", models.TextField()),
                ("finding", models.TextField()),
                ("says", models.TextField()),
                ("words", models.TextField()),
                ("by", models.TextField()),
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
    ]
