"""On PostgreSQL every guard looks for its tables where ours are, and nowhere else."""

from typing import Any, ClassVar

from django.db import migrations

from holdfast.store.triggers import ON_OUR_TABLES


def _here_alone(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(ON_OUR_TABLES, params=None)


class Migration(migrations.Migration):
    """For a record whose guards were made before they said so themselves."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("store", "0013_guards_of_reports_read_again")]
    operations: ClassVar[list[Any]] = [migrations.RunPython(_here_alone, migrations.RunPython.noop)]
