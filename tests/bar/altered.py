"""A3, A5, R9: what is on record cannot be altered, corrections only add, and a save that fails leaves nothing."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch
from uuid import uuid4

from django.db import OperationalError, connection
from lxml import html as lxml_html

from holdfast.casework.acts.about_me import CORRECT
from holdfast.casework.acts.act import Doing
from holdfast.casework.acts.register import BY_CODE
from holdfast.casework.saving import Asked, save
from holdfast.casework.the_council import the_council
from holdfast.dates import add_hours
from holdfast.record.field import Fact
from holdfast.record.writing import SignedText
from holdfast.store.entries import position
from holdfast.store.load import load_child
from tests.bar.ground import MOMENT, asker, browser, children_for, counts, filled, form_of, fresh
from tests.bar.line import Control, Found, Line, replaced

DRAFTS = "store_draft"
"""The one table whose rows may be changed and taken away: words that are not on record."""


def nothing_is_altered(n: int) -> Found:
    """On every table of the record, each way to alter a row is tried, as the connection of the pages would."""
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
    return Found(n=tried, wrong=len(wrong), said="SQLite has no grants: triggers refuse", examples=tuple(wrong[:3]))


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
        with connection.cursor() as cursor:
            cursor.execute('DROP TRIGGER "store_entry_never_changed"')
            cursor.execute('DROP TRIGGER "store_act_never_deleted"')

    with patch(f"{__name__}._something_in_every_table", and_drop):
        yield


A3 = Line(
    code="A3", says="No row of the record can be updated, deleted, replaced or emptied by the pages' own connection",
    unit="attempts", measure=nothing_is_altered, full=100_000, short=100_000, slice=14, asked="every table", whole=True,
    controls=(Control(words="two triggers are dropped in a copy", n=100_000, sabotage=_a_trigger_dropped),),
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
    return Found(n=n, wrong=len(wrong), said=f"{versions} versions read back", examples=tuple(wrong[:3]))


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


def _writes_over() -> Any:
    """A correction that takes the place of what it corrects."""

    def facts(doing: Doing) -> Sequence[Fact]:
        (made,) = CORRECT.facts(doing)
        assert isinstance(made, SignedText)
        return [replace(made, id=made.corrects)]

    return patch.dict(BY_CODE, {"correct": replace(CORRECT, facts=facts)})


A5 = Line(
    code="A5", says="Signed text is never altered: after any corrections every version reads as it was written",
    unit="sequences", measure=every_version_stays, full=300, short=40, slice=4, asked="1,000 random sequences",
    controls=(Control(words="a correction takes the place of what it corrects", n=4, sabotage=_writes_over),),
)  # fmt: skip


class FailsAt:
    """Lets so many statements through, and refuses the next. Remembers which was the first to write."""

    def __init__(self, number: int) -> None:
        self.number, self.asked, self.writes_from = number, 0, 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.asked += 1
        if sql.startswith("INSERT") and not self.writes_from:
            self.writes_from = self.asked
        if self.asked == self.number:
            raise OperationalError("the link is lost")
        return execute(sql, params, many, context)


BROKE = 500
"""From this status on an answer says that the save failed."""

KINDS = (("visit-note", "social-worker"), ("decision", "director"), ("allocate", "director"))


def fails_at_every_statement(n: int) -> Found:
    """A save is sent and the k-th statement fails, for every k until none does; nothing half is left behind."""
    wrong: list[str] = []
    tried, given_back = 0, 0
    with fresh() as path:
        for act, seat in KINDS:
            child = children_for(act, seat)[0]
            words = filled(act, seat, child, "kept")
            whole = FailsAt(0)
            _half_done(path, act, seat, child, words, whole)
            for number in _which(whole, n // len(KINDS)):
                tried += 1
                if act == "allocate":
                    words = filled(act, seat, child, "kept") or words
                amiss, status = _half_done(path, act, seat, child, words, FailsAt(number))
                given_back += status >= BROKE
                wrong += [f"{act}, statement {number}: {amiss}"] if amiss else []
    said = f"{given_back} of the replies say that nothing was changed and hold every word that was sent"
    return Found(n=tried, wrong=len(wrong), said=said, examples=tuple(wrong[:4]))


def _which(whole: FailsAt, most: int) -> list[int]:
    """Every statement; where fewer are asked for, those that write come first."""
    every = list(range(1, whole.asked + 1))
    return every if most >= len(every) else [one for one in every if one >= whole.writes_from][:most]


def _half_done(path: Path, act: str, seat: str, child: str, words: dict[str, str], fault: FailsAt) -> tuple[str, int]:
    """What was left behind half done, or answered wrongly; empty where nothing."""
    client, form = browser(seat), form_of(seat, words, uuid4().hex, position())
    client.get("/healthz")
    before = counts(path)
    with connection.execute_wrapper(fault):
        answer = client.post(f"/child/{child}/do/{act}", form)
    after = counts(path)
    told = {name: after[name] - before[name] for name in after if name.startswith("store_") and name != DRAFTS}
    grown = {name: many for name, many in told.items() if many and not name.startswith("store_look")}
    whole = told["store_entry"] == told["store_act"] == 1 and len(grown) > 2
    text = answer.content.decode()
    if "Traceback" in text:
        return "a traceback was shown", answer.status_code
    if grown and not whole:
        return f"{answer.status_code}, half of it is on record: {grown}", answer.status_code
    if answer.status_code == 302 and not grown:
        return "said yes and kept nothing", answer.status_code
    if answer.status_code >= BROKE:
        return _dropped(text, form), answer.status_code
    return "", answer.status_code


def _dropped(text: str, form: Mapping[str, str]) -> str:
    """What a page that says it failed does not hold of the form that was sent; empty where it can be sent again."""
    if "Nothing was changed" not in text or "<form" not in text:
        return "it failed, and the page has no words of what was sent"
    fields = lxml_html.document_fromstring(text).xpath("//form[@id='form']//*[@name]")
    back = {one.get("name"): (one.text or "").removeprefix("\n") if one.tag == "textarea" else one.get("value")
            for one in fields}  # fmt: skip
    gone = [name for name, word in form.items() if word and back.get(name) != word]
    return f"it failed, and the page has lost {', '.join(gone)}" if gone else ""


R9 = Line(
    code="R9",
    says="A save whose k-th statement fails, for every k: all of it is on record or nothing, it says so, and the page "
    "that says so holds every word that was sent, to be sent again",
    unit="failed statements", measure=fails_at_every_statement, full=1000, short=1000, slice=12,
    asked="every write, every k, five kinds of fault (here one: the link is lost)",
    controls=(
        Control(
            words="the transaction is taken out", n=12,
            sabotage=replaced(("django.db.transaction.atomic", lambda *a, **k: nullcontext())),
        ),
        Control(
            words="the page that says it failed holds no words", n=12,
            sabotage=replaced(("holdfast.web.looked.held_words", lambda *a, **k: None)),
        ),
    ),
)  # fmt: skip

LINES = (A3, A5, R9)
