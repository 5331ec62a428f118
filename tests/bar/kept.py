"""R4: two workers on one text."""

from pathlib import Path
from random import Random

from django.db import transaction

from holdfast.casework.acts.about_me import WHO_I_AM
from holdfast.casework.saving import Conflict, Saved
from holdfast.record.writing import SignedText
from holdfast.store.entries import position
from holdfast.store.load import load_child
from tests.bar.ground import asker, at_once, children_for, fresh, put, rows
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

LINES = (R4,)
