"""The guards of the improvement plan: what was written in it is only added to."""

from typing import Any, ClassVar

from django.db import migrations

from holdfast.store.triggers import guards, replaced_once, unguard

TABLES = (
    "store_objective", "store_objectivefinding", "store_objectiveaction", "store_objectiveday",
    "store_objectiveremark", "store_objectiveresource", "store_objectivedecision",
)  # fmt: skip


def _guard(apps: Any, schema_editor: Any) -> None:
    vendor = schema_editor.connection.vendor
    for table in TABLES:
        for statement in [*guards(vendor, table), *replaced_once(vendor, table)]:
            schema_editor.execute(statement, params=None)


def _unguard(apps: Any, schema_editor: Any) -> None:
    for table in TABLES:
        for statement in unguard(schema_editor.connection.vendor, table):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Triggers on the tables that the migration before this one made."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("store", "0005_the_improvement_plan")]
    operations: ClassVar[list[Any]] = [migrations.RunPython(_guard, _unguard)]
