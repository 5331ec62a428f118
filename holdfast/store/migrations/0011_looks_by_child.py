"""Looks are found by the child whose page was asked for, however many there are."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index."""

    dependencies = [
        ("store", "0010_guards_of_words_after_a_visit"),
    ]

    operations = [
        migrations.AddIndex(model_name="look", index=models.Index(fields=["child"], name="look_child")),
    ]
