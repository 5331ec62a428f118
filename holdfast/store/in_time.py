"""How long the line of an act or of a look may take: where it is not written in time nothing is shown or changed.

The one place of that limit (``AUDIT_WITHIN`` of the settings): the save path and the looks write their line within it.
It begins once the turn to write has come. How long a turn is waited for is another limit, and the database's own
(``TURN_WITHIN``): many people at once make a queue, and a queue is no fault of the audit.

What has begun is stopped by the database itself, where it can be: PostgreSQL gives a statement up, SQLite asks while it
works. What cannot be stopped, as a disk that does not answer, is refused once it is over. The commit alone is outside:
nobody can take it back once it has been asked for, and the line that it keeps is a whole one.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any

from django.conf import settings
from django.db import OperationalError, connection

LATE = "The line of who did it, or who looked, was not written in time: nothing is shown, and nothing is changed."
OFTEN = 10_000
"""So many steps of SQLite's own machine between two looks at the clock: well under a millisecond."""


class AuditLate(OperationalError):
    """The line took too long. Whatever belongs to the same transaction must not be kept."""


@contextmanager
def in_time() -> Iterator[None]:
    """Within a transaction: raise AuditLate, or what the database says, where what is done meanwhile takes too long."""
    end = monotonic() + settings.AUDIT_WITHIN

    def asked(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        _check(end)
        return execute(sql, params, many, context)

    stopped = _stopped_by_postgresql if connection.vendor == "postgresql" else _stopped_by_sqlite
    with connection.execute_wrapper(asked), stopped(end):
        yield
        _check(end)


def _check(end: float) -> None:
    if monotonic() > end:
        raise AuditLate(LATE)


@contextmanager
def _stopped_by_sqlite(end: float) -> Iterator[None]:
    link = connection.connection
    link.set_progress_handler(lambda: monotonic() > end, OFTEN)
    try:
        yield
    finally:
        with suppress(connection.Database.Error):  # The link may be gone by then, and the handler with it.
            link.set_progress_handler(None, 0)


@contextmanager
def _stopped_by_postgresql(end: float) -> Iterator[None]:
    """Each statement has the time that was left at first; beneath Django's counting, as it is no question of a page.

    Where it fails, the undoing takes the limit away too.
    """
    left = max(1, int((end - monotonic()) * 1000))
    with connection.wrap_database_errors:
        connection.connection.execute(f"SET LOCAL statement_timeout = {left}")
    yield
    with connection.wrap_database_errors:
        connection.connection.execute("SET LOCAL statement_timeout TO DEFAULT")
