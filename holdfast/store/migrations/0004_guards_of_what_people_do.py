"""The guards of what people do: acts, signed texts, departures and looks are only added to."""

from typing import Any, ClassVar

from django.db import migrations

from holdfast.store.triggers import guards, replaced_once, unguard

FACTS = ("store_departure", "store_signedtext")
TABLES = ("store_act", "store_look", "store_lookedat", *FACTS)


def _guard(apps: Any, schema_editor: Any) -> None:
    vendor = schema_editor.connection.vendor
    for table in TABLES:
        more = replaced_once(vendor, table) if table in FACTS else []
        for statement in [*guards(vendor, table), *more]:
            schema_editor.execute(statement, params=None)


def _unguard(apps: Any, schema_editor: Any) -> None:
    for table in TABLES:
        for statement in unguard(schema_editor.connection.vendor, table):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Triggers on the tables that the migration before this one made."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("store", "0003_what_people_do")]
    operations: ClassVar[list[Any]] = [migrations.RunPython(_guard, _unguard)]
