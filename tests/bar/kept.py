"""R4, R5: two workers on one text, and the same form more than once."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch
from uuid import uuid4

from django.db import transaction

from holdfast.casework import saving
from holdfast.casework.acts.about_me import WHO_I_AM
from holdfast.casework.acts.register import BY_CODE
from holdfast.casework.saving import Conflict, Saved
from holdfast.record.writing import SignedText
from holdfast.store.entries import position
from holdfast.store.load import load_child
from tests.bar.ground import (
    asker,
    at_once,
    browser,
    children_for,
    counts,
    filled,
    form_of,
    fresh,
    put,
    rows,
)
from tests.bar.line import Control, Found, Line, replaced

CLIENTS = 10
"""People who write at once. The bar asks for fifty; on two cores more of them wait and do not write more often."""

AHEAD_AT = 1
"""In this turn each first says that the form was opened on a record that is not there yet, which must be refused."""

ACKNOWLEDGED = tuple[str, str, str]
"""What a save said yes to: the child, the words, and the words of the version it was based on."""


class Writer:
    """Somebody who opens a text, writes, and where it was changed meanwhile reads both and writes again."""

    def __init__(self, number: int, children: list[str], saves: int) -> None:
        self.number, self.children, self.saves = number, children, saves
        self.yes: list[ACKNOWLEDGED] = []
        self.blind: list[str] = []
        self.ahead: list[str] = []
        self.conflicts = 0

    def __call__(self) -> None:
        chance = Random(self.number)
        who = asker("team-manager")
        for turn in range(self.saves):
            child = chance.choice(self.children)
            base, before = self.opened(child)
            words = f"{self.number}-{turn} " + "so that it is read " * 3
            if turn == AHEAD_AT and isinstance(put("who-i-am", who, child, {"text": words}, base + 10**6), Saved):
                self.ahead.append(child)
            outcome = put("who-i-am", who, child, {"text": words.strip()}, base)
            if isinstance(outcome, Conflict):
                self.conflicts += 1
                theirs = [getattr(one.fact, "text", "") for one in outcome.changes]
                if not any(theirs):
                    self.blind.append(child)
                base, before = outcome.position, theirs[-1] or ""
                outcome = put("who-i-am", who, child, {"text": words.strip()}, base)
            if isinstance(outcome, Saved):
                self.yes.append((child, words.strip(), before))

    @staticmethod
    def opened(child: str) -> tuple[int, str]:
        """The form: where the record stands, and the text as it was written last."""
        with transaction.atomic():
            at = position()
            some = [one for one in load_child(child).of(SignedText) if one.part == WHO_I_AM]
        return at, (some[-1].text or "") if some else ""


def two_workers(n: int) -> Found:
    """People write on few records at once; each save that was acknowledged must follow the version it was based on."""
    with fresh() as path:
        children = children_for("who-i-am", "team-manager")[:10]
        writers = [Writer(number, children, max(1, n // CLIENTS)) for number in range(CLIENTS)]
        amiss = at_once(writers)
        said = [one for writer in writers for one in writer.yes]
        wrong = _not_based_on_the_one_before(path, children, said)
        blind = [one for writer in writers for one in (*writer.blind, *writer.ahead)]
        conflicts = sum(writer.conflicts for writer in writers)
    return Found(
        n=len(said), wrong=len(wrong) + len(blind) + len(amiss),
        said=f"{CLIENTS} people at once on {len(children)} records; {conflicts} times somebody else had written",
        examples=(*wrong[:3], *(repr(one) for one in amiss[:3])),
    )  # fmt: skip


def _not_based_on_the_one_before(path: Path, children: list[str], said: list[ACKNOWLEDGED]) -> list[str]:
    """By the file itself: each acknowledged text that is not there, or does not follow what its writer had read."""
    follows: dict[tuple[str, str], str] = {}
    for child in children:
        before = ""
        for (text,) in rows(
            path, 'SELECT text FROM store_signedtext WHERE child = ? AND part = ? ORDER BY "row"', child, WHO_I_AM
        ):
            follows[child, text] = before
            before = text
    return [
        f"{child}: {words!r} was based on {based!r} and follows {follows.get((child, words), 'nothing: it is lost')!r}"
        for child, words, based in said
        if follows.get((child, words)) != based
    ]


R4 = Line(
    code="R4",
    says="Two workers, one text: no save that was acknowledged wrote over a version its writer had not seen, and none "
    "was opened on a record that is not there yet",
    unit="acknowledged saves", measure=two_workers, full=2000, short=150, slice=20,
    asked=f"50 people, 100 saves each: here {CLIENTS} people",
    controls=(
        Control(
            words="the version check is out", n=100,
            sabotage=replaced(("holdfast.casework.saving.versions_since", lambda *told: [])),
        ),
        Control(
            words="a base that lies ahead is taken", n=20,
            sabotage=replaced(("holdfast.casework.saving.lies_ahead", lambda *told: False)),
        ),
    ),
)  # fmt: skip

FORMS = (
    ("visit-note", "social-worker"), ("who-i-am", "social-worker"), ("plan-action", "team-manager"),
    ("supervision", "team-manager"), ("decision", "director"), ("good-practice", "reviewing-officer"),
)  # fmt: skip
"""Acts whose whole form can be filled in for any child, and a seat that may do each."""


def the_same_form(n: int) -> Found:
    """Each form is sent once, twice or three times: one after the other, or at the same moment as a double click."""
    chance, wrong = Random(5), list[str]()
    with fresh() as path:
        theirs = {act: children_for(act, seat) for act, seat in FORMS}
        for number in range(n):
            act, seat = FORMS[number % len(FORMS)]
            child, before = chance.choice(theirs[act]), counts(path)
            words = filled(act, seat, child, f"the form {number}")
            sent = _sender(seat, f"/child/{child}/do/{act}", form_of(seat, words, uuid4().hex, position()))
            times = chance.randint(1, 3)
            if number % 5 == 4:
                answers, amiss = _both_at_once(sent, times)
            else:
                answers, amiss = [sent() for _ in range(times)], []
            after = counts(path)
            grown = {name: after[name] - before[name] for name in ("store_entry", "store_act")}
            if set(grown.values()) != {1} or set(answers) != {302} or amiss:
                wrong.append(f"{act}, sent {times} times, answered {answers}: {grown} {amiss}")
    return Found(n=n, wrong=len(wrong), said=f"{len(FORMS)} kinds of form", examples=tuple(wrong[:3]))


def _both_at_once(sent: Callable[[], int], times: int) -> tuple[list[int], list[str]]:
    answers: list[int] = []
    amiss = at_once([lambda: answers.append(sent())] * times)
    return answers, [repr(one) for one in amiss]


def _sender(seat: str, address: str, form: dict[str, Any]) -> Callable[[], int]:
    return lambda: browser(seat).post(address, form).status_code


@contextmanager
def _key_not_kept() -> Iterator[None]:
    """Every form that comes is taken for a new one."""
    real = saving.put_on_record

    def put_with_another_key(facts: Any, line: Any, **told: Any) -> int:
        slots = {name: getattr(line, name) for name in line.__slots__}
        return real(facts, type(line)(**{**slots, "key": uuid4().hex}), **told)

    with ExitStack() as stack:
        stack.enter_context(patch("holdfast.casework.saving.answered", lambda key: None))
        stack.enter_context(patch("holdfast.casework.saving.put_on_record", put_with_another_key))
        yield


R5 = Line(
    code="R5", says="The same form up to three times, one after the other or at once: it is on record once",
    unit="forms", measure=the_same_form, full=500, short=60, slice=6, 
    asked=f"2,000 operations, every POST: here the forms of {len(FORMS)} of {len(BY_CODE)} acts about a child",
    controls=(Control(words="the key is not stored", n=6, sabotage=_key_not_kept),),
)  # fmt: skip

LINES = (R4, R5)
