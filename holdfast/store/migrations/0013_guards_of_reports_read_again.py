"""The guards of what later readers read: it is only added to."""

from typing import Any, ClassVar

from django.db import migrations

from holdfast.store.triggers import guards, unguard

TABLE = "store_laterreading"


def _guard(apps: Any, schema_editor: Any) -> None:
    for statement in guards(schema_editor.connection.vendor, TABLE):
        schema_editor.execute(statement, params=None)


def _unguard(apps: Any, schema_editor: Any) -> None:
    for statement in unguard(schema_editor.connection.vendor, TABLE):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Triggers on the table that the migration before this one made."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("store", "0012_reports_read_again")]
    operations: ClassVar[list[Any]] = [migrations.RunPython(_guard, _unguard)]
