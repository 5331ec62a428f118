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

REFUSE = "CREATE TRIGGER bar_refuses BEFORE INSERT ON {} BEGIN SELECT RAISE(ABORT, 'the audit is refused'); END"
WAIT = "CREATE TRIGGER bar_waits BEFORE INSERT ON {} BEGIN SELECT bar_waits(); END"
A_PAGE, A_SAVE, A_DRAFT = "a page", "a save", "a draft"
KINDS = (A_PAGE, A_SAVE, A_DRAFT)

ALLOWED = 0.1
"""So many seconds stand for the two that a line may take; one that is slow takes three times as long."""

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

    fault: Callable[[Path], AbstractContextManager[None]]
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


def fail_closed(n: int) -> Found:
    """While the audit cannot be written people go on asking and saving: what is not told is not shown and not done."""
    wrong: list[str] = []
    asked = 0
    for called, cause in list(CAUSES.items())[: n // len(KINDS)]:
        with fresh() as path:
            children = children_for("visit-note", "team-manager")
            words = filled("visit-note", "team-manager", children[0], "kept")
            with cause.fault(path):
                for turn in range(max(len(KINDS), n // len(CAUSES))):
                    asked += 1
                    kind = KINDS[turn % len(KINDS)]
                    amiss = _untold(path, kind, children[turn % len(children)], words, late=kind in cause.late)
                    wrong += [f"{called}: {amiss}"] if amiss else []
    said = f"{'; '.join(CAUSES)} (the two seconds that a line may take are {ALLOWED} s here)"
    return Found(n=asked, wrong=len(wrong), said=said, examples=_one_of_each(wrong))


def _one_of_each(wrong: list[str]) -> tuple[str, ...]:
    return tuple({one.split(",")[0]: one for one in wrong}.values())[:6]


def _untold(path: Path, kind: str, child: str, words: Mapping[str, str], *, late: bool) -> str:
    """What was shown or changed by one request without the line that should tell of it, or with one that is late."""
    client, before = browser("team-manager"), counts(path)
    form = form_of("team-manager", words, uuid4().hex, position())
    if kind == A_PAGE:
        answer = client.get(f"/child/{child}")
    elif kind == A_SAVE:
        answer = client.post(f"/child/{child}/do/visit-note", form)
    else:
        answer = client.post("/draft", {**form, "child": child, "act": "visit-note"})
    after = counts(path)
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
    code="A2", says="Where the audit cannot be written, or not in time, nothing is shown and nothing is changed",
    unit="requests", measure=fail_closed, full=1000, short=150, slice=len(CAUSES) * len(KINDS), whole=True,
    asked="1,000 requests",
    controls=(
        Control(words="a fault in the audit is let pass", n=2 * len(KINDS), sabotage=_swallowed),
        Control(words="the audit comes after the commit", n=2 * len(KINDS), sabotage=_audit_after_commit),
        Control(words="nothing limits how long a line may take", n=2 * len(KINDS), sabotage=NO_LIMIT),
    ),
)  # fmt: skip

LINES = (A2,)
