"""The table of what later readers read of files that are on record."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """One table."""

    dependencies = [
        ("store", "0011_looks_by_child"),
    ]

    operations = [
        migrations.CreateModel(
            name="LaterReading",
            fields=[
                ("row", models.BigAutoField(primary_key=True, serialize=False)),
                ("digest", models.TextField()),
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
    ]
