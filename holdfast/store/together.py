"""Many tables in one step of a migration.

Django works out every model anew after each table that it makes, because each is tied to the entries: for sixty tables
that is ten seconds of nothing. Told of all of them first, it works them out once.
"""

from collections.abc import Sequence
from typing import Any

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation


class Together(Operation):
    """Creates these tables, in this order."""

    def __init__(self, tables: Sequence[CreateModel]) -> None:
        """Take the tables, those that others refer to first."""
        self.tables = tables

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Add every model to the state; the models are worked out when somebody next asks for them."""
        state.__dict__.pop("apps", None)
        for one in self.tables:
            one.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Make every table."""
        for one in self.tables:
            one.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Take every table away, the last first."""
        for one in reversed(self.tables):
            one.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """The tables' names, for whoever watches a migration."""
        return f"Create {', '.join(one.name for one in self.tables)}"
