"""A3, A5: what is on record cannot be altered, and corrections only add."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch
from uuid import uuid4

from django.db import connection

from holdfast.casework.acts.about_me import CORRECT
from holdfast.casework.acts.act import Doing
from holdfast.casework.acts.register import BY_CODE
from holdfast.casework.child.notes import notes_of
from holdfast.casework.saving import Asked, save
from holdfast.casework.the_council import the_council
from holdfast.dates import Days, add_hours
from holdfast.duties.standing import Standing
from holdfast.record.field import Fact
from holdfast.record.writing import SignedText
from holdfast.store.entries import position
from holdfast.store.load import load_child
from tests.bar.granted import BEFORE, nothing_is_granted
from tests.bar.ground import MOMENT, asker, browser, children_for, counts, filled, fresh
from tests.bar.line import Control, Found, Line, replaced
from tests.bar.on_postgresql import PAGES, here

DRAFTS = "store_draft"
"""The one table whose rows may be changed and taken away: words that are not on record."""


MANY = 100
"""For so many attempts one more of the pages' writes is done on PostgreSQL."""


def nothing_is_altered(n: int) -> Found:
    """On every table of the record, each way to alter a row is tried, as the connection of the pages would.

    On SQLite so many attempts; on PostgreSQL all of them, in the account that the pages have there.
    """
    there = nothing_is_granted(writes=n // MANY)
    wrong: list[str] = []
    tried = 0
    with fresh() as path:
        _something_in_every_table(path)
        for table in _tables(path):
            for attempt in _attempts(path, table):
                if tried >= n:
                    break
                tried += 1
                before = _content(path, table)
                try:
                    with connection.cursor() as cursor:
                        cursor.execute(attempt)
                except Exception:
                    pass
                if _content(path, table) != before:
                    wrong.append(attempt)
    said = f"SQLite: {tried} attempts; it has no grants, and triggers refuse. {there.said}"
    examples = (*wrong[:3], *there.examples)
    return Found(n=tried + there.n, wrong=len(wrong) + there.wrong, said=said, examples=examples)


def _tables(path: Path) -> list[str]:
    return [one for one in counts(path) if one.startswith("store_") and one != DRAFTS]


def _content(path: Path, table: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as file:
        return file.execute(f'SELECT rowid, * FROM "{table}" ORDER BY rowid').fetchall()


def _columns(path: Path, table: str) -> list[tuple[str, str, bool, bool]]:
    with closing(sqlite3.connect(path)) as file:
        found = file.execute(f'PRAGMA table_info("{table}")').fetchall()
    return [(name, kind.lower(), bool(needed), bool(key)) for _, name, kind, needed, _, key in found]


def _something_in_every_table(path: Path) -> None:
    """A row for each table that has none, so that there is something to alter; and one look, with its child."""
    browser(None).get("/child/WX-S10-1")  # The quickest page that names a child.
    newest = position()
    for table in _tables(path):
        if counts(path)[table]:
            continue
        wanted = [(name, kind) for name, kind, needed, key in _columns(path, table) if needed and not key]
        values = [
            newest if name == "entry_id" else 0 if "int" in kind or "bool" in kind else "x" for name, kind in wanted
        ]
        with connection.cursor() as cursor:
            names = ", ".join(f'"{name}"' for name, _ in wanted)
            cursor.execute(f'INSERT INTO "{table}" ({names}) VALUES ({", ".join(["%s"] * len(values))})', values)


def _attempts(path: Path, table: str) -> Iterator[str]:
    columns = _columns(path, table)
    key = next(name for name, _, _, is_key in columns if is_key)
    some = next(name for name, kind, _, is_key in reversed(columns) if not is_key and ("text" in kind or "int" in kind))
    names = ", ".join(f'"{name}"' for name, *_ in columns)
    one = f'(SELECT min("{key}") FROM "{table}")'
    other = ", ".join("'altered'" if name == some else f'"{name}"' for name, *_ in columns)
    yield f'UPDATE "{table}" SET "{some}" = 0'
    yield f'UPDATE "{table}" SET "{some}" = 0 WHERE "{key}" = {one}'
    yield f'UPDATE OR REPLACE "{table}" SET "{key}" = "{key}" + 1'
    yield f'DELETE FROM "{table}" WHERE "{key}" = {one}'
    yield f'DELETE FROM "{table}"'
    yield f'REPLACE INTO "{table}" ({names}) SELECT {other} FROM "{table}" WHERE "{key}" = {one}'
    yield (
        f'INSERT INTO "{table}" ({names}) SELECT {names} FROM "{table}" WHERE true '
        f'ON CONFLICT("{key}") DO UPDATE SET "{some}" = 0'
    )


@contextmanager
def _a_trigger_dropped() -> Iterator[None]:
    real = _something_in_every_table

    def and_drop(path: Path) -> None:
        real(path)
        first, second, *_ = _tables(path)
        with connection.cursor() as cursor:
            cursor.execute(f'DROP TRIGGER "{first}_never_changed"')
            cursor.execute(f'DROP TRIGGER "{second}_never_deleted"')

    with patch(f"{__name__}._something_in_every_table", and_drop):
        yield


TEMPORARY = f"""
DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO {PAGES}', current_database()); END $$
"""


def _before_the_pages(done: str) -> Any:
    """On PostgreSQL somebody does this to the database before the pages are led to it."""
    return lambda: patch.dict(BEFORE, by=done)


A3 = Line(
    code="A3",
    says="No row of the record can be updated, deleted, replaced or emptied by the pages' own connection; on "
    "PostgreSQL their account has no right to, nor to take a guard away, and the catalogue says the same",
    unit="attempts", measure=nothing_is_altered, full=100_000, short=100_000, slice=14,
    asked="every table, and a check of grants", whole=here(),
    controls=(
        Control(words="two triggers are dropped in a copy", n=14, sabotage=_a_trigger_dropped),
        Control(
            words="a right is given back", n=1,
            sabotage=_before_the_pages(f"GRANT UPDATE ON store_entry TO {PAGES}"),
        ),
        Control(
            words="the pages own a table", n=1,
            sabotage=_before_the_pages(f"ALTER TABLE store_look OWNER TO {PAGES}"),
        ),
        Control(
            words="a right that the pages need is not given", n=1,
            sabotage=_before_the_pages(f"REVOKE INSERT ON store_look FROM {PAGES}"),
        ),
        Control(
            words="tables of one's own may stand before ours", n=1,
            sabotage=_before_the_pages(TEMPORARY),
        ),
    ),
)  # fmt: skip


LETTERS = "aAéÉß ſıİ\n\r\t'\"\\;<&>%{}\u202e\u200b\u0301\u00a0😀日本—`,|0"
"""Letters that readers, writers and databases are known to alter."""


def _some_words(chance: Random) -> str:
    return "x" + "".join(chance.choice(LETTERS) for _ in range(chance.randint(0, 60))) + "y"


def _saved(act: str, child: str, words: dict[str, str], at: datetime) -> str:
    """Save, as it is asked for later and later; gives the form's key. What was refused will be missed."""
    council, key = the_council(), uuid4().hex
    asked = Asked(child=child, words=words, key=key, base=position())
    save(BY_CODE[act], asker("social-worker"), asked, made_at=at, settings=council.settings, workers=council.workers)
    return key


def every_version_stays(n: int) -> Found:
    """Texts are signed and corrected and corrected again, in any order; each version is read back as it was written."""
    wrong: list[str] = []
    versions = 0
    with fresh():
        children = children_for("correct", "social-worker")
        for number in range(n):
            chance, child = Random(number), children[number % len(children)]
            at = add_hours(MOMENT, number * 5)
            signed = [_written(chance, child, at)]
            for step in range(chance.randint(1, 4)):
                done = {one["corrects"] for one in signed}
                before = chance.choice([one for one in signed if one["id"] not in done])
                signed.append(_written(chance, child, add_hours(at, step + 1), before))
            versions += len(signed)
            wrong += _not_as_written(child, signed)
            wrong += _not_as_late(child, add_hours(at, 1), list(BACK)[number % len(BACK)])
    said = f"{versions} versions read back; {n} visits told of later, the late entries shown as late"
    return Found(n=n, wrong=len(wrong), said=said, examples=tuple(wrong[:3]))


def _written(chance: Random, child: str, at: datetime, before: dict[str, Any] | None = None) -> dict[str, Any]:
    """A text, or a correction of one: what must be read back of it for ever."""
    text, why = _some_words(chance), _some_words(chance) if before else None
    made = {"text": text, "corrects": None, "reason": why, "recorded_at": at, "on": at.date()}
    if before is None:
        return {**made, "id": f"hf-{_saved('who-i-am', child, {'text': text}, at)}-text-text"}
    key = _saved("correct", child, {"corrects": before["id"], "text": text, "why": why or ""}, at)
    return {**made, "corrects": before["id"], "on": before["on"], "id": f"hf-{key}-text"}


def _not_as_written(child: str, signed: Sequence[dict[str, Any]]) -> list[str]:
    held = {one.id: one for one in load_child(child).of(SignedText)}
    me, wrong = asker("social-worker").who, []
    for one in signed:
        there = held.get(one["id"])
        said = {name: getattr(there, name) for name in (*one, "author")} if there else None
        if said != {**one, "author": me}:
            wrong.append(f"{child}: written {one}, read {said}")
    return wrong


BACK = {3: False, 4: True, 0: False, 30: True}
"""So many days after the visit its note is put on record, and whether that is a late entry: by hand."""


def _not_as_late(child: str, at: datetime, days: int) -> list[str]:
    """A visit of some days ago is put on record; what is wrong with whether its note is shown as a late entry."""
    on = Days(days).before(at.date())
    words = {**filled("visit-note", "social-worker", child, "back-dated"), "on": on.isoformat()}
    key = _saved("visit-note", child, words, at)
    notes = notes_of(Standing(load_child(child), at), the_council())
    late = [one.late for one in notes if one.subject == f"hf-{key}-visit"]
    return [] if late == [BACK[days]] else [f"{child}: a visit of {days} days ago, late {late}, must be {BACK[days]}"]


def _writes_over() -> Any:
    """A correction that takes the place of what it corrects."""

    def facts(doing: Doing) -> Sequence[Fact]:
        (made,) = CORRECT.facts(doing)
        assert isinstance(made, SignedText)
        return [replace(made, id=made.corrects)]

    return patch.dict(BY_CODE, {"correct": replace(CORRECT, facts=facts)})


A5 = Line(
    code="A5",
    says="Signed text is never altered: after any corrections every version reads as it was written, and what is put "
    "on record long after its day is shown as a late entry",
    unit="sequences", measure=every_version_stays, full=300, short=40, slice=4, asked="1,000 random sequences",
    controls=(
        Control(words="a correction takes the place of what it corrects", n=4, sabotage=_writes_over),
        Control(
            words="nothing is a late entry", n=2,
            sabotage=replaced(("holdfast.casework.child.notes._is_late", lambda on, entered: False)),
        ),
    ),
)  # fmt: skip

LINES = (A3, A5)
