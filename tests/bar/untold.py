"""A2: while the audit cannot be written, or not in time, nothing is answered and nothing is changed."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch
from uuid import uuid4

from django.db import DatabaseError, connection, connections
from django.db.backends.signals import connection_created
from django.test import override_settings

from holdfast.casework.the_council import the_council
from holdfast.store import acting
from holdfast.store.entries import position
from holdfast.web import looked
from tests.bar.ground import browser, children_for, counts, filled, form_of, fresh
from tests.bar.line import Control, Found, Line, replaced
from tests.bar.on_postgresql import NOT_HERE, PAGES, Database, fresh_on_postgresql, here

REFUSE = "CREATE TRIGGER bar_refuses BEFORE INSERT ON {} BEGIN SELECT RAISE(ABORT, 'the audit is refused'); END"
WAIT = "CREATE TRIGGER bar_waits BEFORE INSERT ON {} BEGIN SELECT bar_waits(); END"
A_PAGE, A_SAVE, A_DRAFT = "a page", "a save", "a draft"
KINDS = (A_PAGE, A_SAVE, A_DRAFT)

ALLOWED = 0.1
"""So many seconds stand for the two that a line may take; one that is slow takes three times as long."""

Count = Callable[[], Mapping[str, int]]
"""Gives how many rows each table has."""

REFUSES = 400
BROKE = 500
"""From this status on an answer shows nothing and says that it failed."""


@contextmanager
def _refused(path: Path, table: str) -> Iterator[None]:
    with closing(sqlite3.connect(path)) as file:
        file.execute(REFUSE.format(table))
    yield


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Somebody else holds the whole record and does not let go; nobody waits longer than a fifth of a second."""
    one = connections["default"]
    one.close()
    options = one.settings_dict["OPTIONS"]
    one.settings_dict["OPTIONS"] = {**options, "timeout": 0.2}
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        the_council()
        file.execute("BEGIN IMMEDIATE")
        yield
        file.execute("ROLLBACK")
    one.close()
    one.settings_dict["OPTIONS"] = options


@contextmanager
def _full(path: Path) -> Iterator[None]:
    """The disk holds not one page more than it holds now."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
    yield


@contextmanager
def _slow(path: Path, table: str) -> Iterator[None]:
    """The record takes each row of the table in the end, and too late."""

    def knows(connection: Any, **told: Any) -> None:
        connection.connection.create_function("bar_waits", 0, lambda: sleep(3 * ALLOWED))

    connection.ensure_connection()
    knows(connections["default"])
    connection_created.connect(knows)
    with closing(sqlite3.connect(path)) as file:
        file.execute(WAIT.format(table))
    try:
        with override_settings(AUDIT_WITHIN=ALLOWED):
            yield
    finally:
        connection_created.disconnect(knows)


@dataclass(frozen=True, slots=True)
class Cause:
    """Why the audit cannot be written, and for which requests it comes in the end, but too late."""

    fault: Callable[[Any], AbstractContextManager[None]]
    late: tuple[str, ...] = ()


CAUSES: Mapping[str, Cause] = {
    "a look takes too long": Cause(lambda path: _slow(path, "store_look"), late=KINDS),
    "an act's line takes too long": Cause(lambda path: _slow(path, "store_act"), late=(A_SAVE,)),
    "a look cannot be written": Cause(lambda path: _refused(path, "store_look")),
    "the children of a look cannot be written": Cause(lambda path: _refused(path, "store_lookedat")),
    "an act's line cannot be written": Cause(lambda path: _refused(path, "store_act")),
    "the record is locked": Cause(_locked),
    "the disk is full": Cause(_full),
}
"""The first two are enough for a control: there a line comes too late, and with the control it comes to nothing."""

SLEEPS = f"""
CREATE FUNCTION bar_waits() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep({3 * ALLOWED}); RETURN NEW;
END $$; CREATE TRIGGER bar_waits BEFORE INSERT ON {{}} FOR EACH ROW EXECUTE FUNCTION bar_waits()
"""


@contextmanager
def _slow_there(database: Database, table: str) -> Iterator[None]:
    database.ask(SLEEPS.format(table))
    with override_settings(AUDIT_WITHIN=ALLOWED):
        yield


@contextmanager
def _revoked(database: Database, table: str) -> Iterator[None]:
    database.ask(f"REVOKE INSERT ON {table} FROM {PAGES}")
    yield


@contextmanager
def _never_their_turn(database: Database) -> Iterator[None]:
    """Whoever writes a look goes on and on; nobody waits longer than a fifth of a second."""
    one = connections["default"]
    one.close()
    one.settings_dict["OPTIONS"]["options"] = "-c lock_timeout=200ms"
    with database.link() as link:
        link.execute("SELECT pg_advisory_lock(hashtext('holdfast store_look'))")
        yield


ON_POSTGRESQL: Mapping[str, Cause] = {
    "a look takes too long": Cause(lambda there: _slow_there(there, "store_look"), late=KINDS),
    "an act's line takes too long": Cause(lambda there: _slow_there(there, "store_act"), late=(A_SAVE,)),
    "looks are revoked": Cause(lambda there: _revoked(there, "store_look")),
    "acts are revoked": Cause(lambda there: _revoked(there, "store_act")),
    "it is never one's turn": Cause(_never_their_turn),
}
"""There the pages have an account that owns nothing: without any fault it is served, which is asked too."""

MANY = 100
"""From so many requests on PostgreSQL is asked too."""


def fail_closed(n: int) -> Found:
    """While the audit cannot be written people go on asking and saving: what is not told is not shown and not done."""
    there = ON_POSTGRESQL if n >= MANY and here() else {}
    causes = list(CAUSES.items())[: n // len(KINDS)]
    each = max(len(KINDS), n // (len(causes) + len(there)))
    wrong: list[str] = []
    for called, cause in causes:
        with fresh() as path:
            wrong += _while(called, cause, path, lambda path=path: counts(path), each)
    for called, cause in there.items():
        with fresh_on_postgresql() as database:
            wrong += _while(f"{called} (PostgreSQL)", cause, database, database.counts, each)
    said = f"{'; '.join(called for called, _ in causes)} (the two seconds that a line may take are {ALLOWED} s here)"
    if n >= MANY:
        said += f"; on PostgreSQL: {'; '.join(there)}" if there else f"; {NOT_HERE}"
    return Found(n=each * (len(causes) + len(there)), wrong=len(wrong), said=said, examples=_one_of_each(wrong))


def _while(called: str, cause: Cause, ground: Any, count: Count, each: int) -> list[str]:
    """What was shown or done untold while the cause is there; and what was not served before."""
    children = children_for("visit-note", "team-manager")
    words = filled("visit-note", "team-manager", children[0], "kept")
    wrong = [_not_served(kind, children[0], words) for kind in KINDS] if isinstance(ground, Database) else []
    with cause.fault(ground):
        for turn in range(each):
            kind, child = KINDS[turn % len(KINDS)], children[turn % len(children)]
            wrong.append(_untold(count, kind, child, words, late=kind in cause.late))
    return [f"{called}: {amiss}" for amiss in wrong if amiss]


def _not_served(kind: str, child: str, words: Mapping[str, str]) -> str:
    answer = _asked(kind, child, words)
    return "" if answer.status_code < REFUSES else f"{kind} was answered with {answer.status_code} without any fault"


def _one_of_each(wrong: list[str]) -> tuple[str, ...]:
    return tuple({one.split(",")[0]: one for one in wrong}.values())[:6]


def _asked(kind: str, child: str, words: Mapping[str, str]) -> Any:
    client = browser("team-manager")
    if kind == A_PAGE:
        return client.get(f"/child/{child}")
    form = form_of("team-manager", words, uuid4().hex, position())
    if kind == A_SAVE:
        return client.post(f"/child/{child}/do/visit-note", form)
    return client.post("/draft", {**form, "child": child, "act": "visit-note"})


def _untold(count: Count, kind: str, child: str, words: Mapping[str, str], *, late: bool) -> str:
    """What was shown or changed by one request without the line that should tell of it, or with one that is late."""
    before = count()
    answer = _asked(kind, child, words)
    after = count()
    grown = {name: after[name] - before[name] for name in after if after[name] != before[name]}
    looks, acts = grown.pop("store_look", 0), grown.get("store_act", 0)
    grown.pop("store_lookedat", 0)
    if late and (answer.status_code < BROKE or grown):
        return f"{kind} was answered with {answer.status_code} and changed {grown}, though its line took too long"
    if not looks and (answer.status_code < BROKE or child in answer.content.decode()):
        return f"{kind} was answered with {answer.status_code}, untold"
    if not looks and grown:
        return f"{kind} changed {grown} though the answer was {answer.status_code}, untold"
    if grown.get("store_entry", 0) != acts:
        return f"{kind} changed {grown} without an act's line"
    return ""


@contextmanager
def _swallowed() -> Iterator[None]:
    """A fault in writing the line is let pass."""
    real = looked._leave

    def leave(*told: Any) -> None:
        with suppress(DatabaseError):
            real(*told)

    with patch("holdfast.web.looked._leave", leave):
        yield


NOT_ONE_TRANSACTION = {"atomic": nullcontext, "set_rollback": lambda _: None}
"""What stands in for Django's transaction around a form, so that nothing is undone by it."""


@contextmanager
def _audit_after_commit() -> Iterator[None]:
    """The facts are put on record first, and their line afterwards, by itself."""
    real = acting.save_difference

    def save_then_tell(difference: Any, *, also: Any, **told: Any) -> Any:
        entry = real(difference, also=None, **told)
        with connection.cursor() as cursor:
            for name, frame in also.items():
                row = {"entry_id": entry.position, **frame.row(0, named=True)}
                marks = ", ".join(["%s"] * len(row))
                cursor.execute(f"INSERT INTO {name} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
        return entry

    @contextmanager
    def not_in_turn() -> Iterator[int]:
        yield position()

    with ExitStack() as stack:
        stack.enter_context(patch("holdfast.store.acting.save_difference", save_then_tell))
        stack.enter_context(patch("holdfast.casework.saving.in_turn", not_in_turn))
        stack.enter_context(patch("holdfast.web.looked.transaction", SimpleNamespace(**NOT_ONE_TRANSACTION)))
        yield


NO_LIMIT = replaced(("holdfast.store.looks.in_time", nullcontext), ("holdfast.store.acting.in_time", nullcontext))

A2 = Line(
    code="A2",
    says="Where the audit cannot be written, or not in time, nothing is shown and nothing is changed",
    unit="requests", measure=fail_closed, full=84 * (len(CAUSES) + len(ON_POSTGRESQL)), short=150,
    slice=len(CAUSES) * len(KINDS), whole=here(),
    asked="1,000 requests",
    controls=(
        Control(words="a fault in the audit is let pass", n=2 * len(KINDS), sabotage=_swallowed),
        Control(words="the audit comes after the commit", n=2 * len(KINDS), sabotage=_audit_after_commit),
        Control(words="nothing limits how long a line may take", n=2 * len(KINDS), sabotage=NO_LIMIT),
    ),
)  # fmt: skip

LINES = (A2,)
