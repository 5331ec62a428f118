"""The faults that a statement of the database may meet, at whichever place: R9 and B3 let them happen."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import sleep
from typing import Any

from django.db import DatabaseError, IntegrityError, OperationalError, close_old_connections, connection

HANGS = 0.02
"""So many seconds stand for the thirty that a database hangs before whoever waits for it gives up."""

FOUND_GONE = ("INSERT", "UPDATE", "DELETE")


class Fault:
    """Befalls the k-th statement of what is sent; remembers how many there were, and which was the first to write.

    ``number`` nought befalls the commit alone, so that everything is asked and nothing is kept.
    """

    lasts = False
    says: DatabaseError = OperationalError("the link is lost")

    def __init__(self, number: int) -> None:
        """Nothing has happened yet."""
        self.number, self.asked, self.writes_from, self.befell = number, 0, 0, 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """One statement, which is asked of the database or not."""
        self.asked += 1
        writes = sql.startswith(FOUND_GONE)
        if writes and not self.writes_from:
            self.writes_from = self.asked
        if self.asked == self.number or (self.befell and self.goes_on(sql, writes=writes)):
            self.befall()
        return execute(sql, params, many, context)

    def commit(self) -> None:
        """What becomes of the commit; the real one follows where this raises nothing."""
        self.asked += 1
        if self.number in (0, self.asked) or (self.befell and self.lasts):
            self.befall()

    def goes_on(self, sql: str, *, writes: bool) -> bool:
        """Whether what befell an earlier statement befalls this one too."""
        return self.lasts and writes

    def befall(self) -> None:
        """Let it happen: raises what the database would say, and Django remembers it as if the driver had said it."""
        self.befell += 1
        connection.errors_occurred = connection.errors_occurred or not isinstance(self.says, IntegrityError)
        raise self.says


class LinkLost(Fault):
    """The connection itself is gone: nothing more goes over it, the undoing neither."""

    def befall(self) -> None:
        """Close it under whoever uses it."""
        if connection.connection is not None:
            connection.connection.close()
        super().befall()


class Refused(Fault):
    """The record refuses this one statement."""

    says = IntegrityError("the record refuses it")


class Hangs(Fault):
    """The database hangs, and whoever waits gives up; whatever would write after it finds it hanging still."""

    lasts = True
    says = OperationalError("database is locked")

    def befall(self) -> None:
        """Wait, in vain."""
        sleep(HANGS)
        super().befall()


class DiskFull(Fault):
    """From then on nothing can be written."""

    lasts = True
    says = OperationalError("database or disk is full")


class Deadlock(Fault):
    """Two wait for each other, and this one is chosen to lose: its transaction takes nothing until it is undone."""

    says = OperationalError("deadlock detected")

    def goes_on(self, sql: str, *, writes: bool) -> bool:
        """Until the undoing."""
        if sql.startswith(("ROLLBACK", "BEGIN")):
            self.befell = 0
        return self.befell > 0


FAULTS: Mapping[str, type[Fault]] = {
    "the link is lost": LinkLost, "the record refuses": Refused, "the database hangs": Hangs,
    "the disk is full": DiskFull, "a deadlock": Deadlock,
}  # fmt: skip


@contextmanager
def befalls(fault: Fault) -> Iterator[None]:
    """Whatever is asked meanwhile meets the fault, and so does the commit."""
    real = connection._commit

    def commit() -> Any:
        fault.commit()
        return real()

    connection._commit = commit
    try:
        with connection.execute_wrapper(fault):
            yield
    finally:
        del connection._commit
        close_old_connections()
        _let_go_of_a_lost_link()


def _let_go_of_a_lost_link() -> None:
    """Django tries the link to a server before it uses it again. A file has none to lose, so there it never does."""
    try:
        if connection.connection is not None:
            connection.connection.execute("SELECT 1")
    except connection.Database.Error:
        connection.close()
