"""The database itself refuses to change, delete or slip in anything; on both databases."""

from typing import Any, ClassVar

from django.db import migrations

from holdfast.store.triggers import guards, replaced_once, unguard


def _tables(apps: Any) -> list[str]:
    return [model._meta.db_table for model in apps.get_app_config("store").get_models()]


def _guard(apps: Any, schema_editor: Any) -> None:
    vendor = schema_editor.connection.vendor
    facts = {
        model._meta.db_table
        for model in apps.get_app_config("store").get_models()
        if any(field.name == "replaces" for field in model._meta.get_fields())
    }
    for table in _tables(apps):
        more = replaced_once(vendor, table) if table in facts else []
        for statement in [*guards(vendor, table), *more]:
            schema_editor.execute(statement, params=None)


def _unguard(apps: Any, schema_editor: Any) -> None:
    for table in _tables(apps):
        for statement in unguard(schema_editor.connection.vendor, table):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Triggers on every table of the record."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("store", "0001_initial")]
    operations: ClassVar[list[Any]] = [migrations.RunPython(_guard, _unguard)]
