"""The guards of what inspectors wrote: documents, corrections and fates are only added to."""

from typing import Any, ClassVar

from django.db import migrations

from holdfast.store.triggers import guards, unguard

TABLES = ("store_inspectiondocument", "store_readingcorrection", "store_confirmedfate")


def _guard(apps: Any, schema_editor: Any) -> None:
    vendor = schema_editor.connection.vendor
    for table in TABLES:
        for statement in guards(vendor, table):
            schema_editor.execute(statement, params=None)


def _unguard(apps: Any, schema_editor: Any) -> None:
    for table in TABLES:
        for statement in unguard(schema_editor.connection.vendor, table):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Triggers on the tables that the migration before this one made."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("store", "0007_what_inspectors_wrote")]
    operations: ClassVar[list[Any]] = [migrations.RunPython(_guard, _unguard)]
