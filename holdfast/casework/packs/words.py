"""A person's word on a claim after a visit, kept: agreed, or that we had claimed too much or too little, and why."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import cast, get_args

from holdfast.casework.acts.act import Part, Problem
from holdfast.casework.acts.objective import name_in
from holdfast.casework.acts.of_council import CouncilAct, OfCouncil, Since
from holdfast.measures.said_and_found import VisitWord, WordOnClaim
from holdfast.store.inspected import Kept, WordRow, kept_rows

SAY = "word-on-claim"

SAYS: tuple[tuple[VisitWord, str], ...] = (
    ("agreed", "Agreed: they saw what we had said"),
    ("over-claimed", "We claimed too much"),
    ("under-claimed", "We claimed too little"),
)

PARTS: tuple[Part, ...] = (
    Part(
        name="says", label="Set beside what they found, was it so?", kind="choice", choices=SAYS,
        missing="Choose one of the three.",
    ),
    Part(
        name="words", label="What made us see it as we did?", missing="Say in a sentence why: it is what we learn.",
        hint="Name no child and no worker: everybody reads it.",
    ),
)  # fmt: skip
"""The form of such a word."""


def words_kept(known: datetime | None = None) -> tuple[WordOnClaim, ...]:
    """Every word that is on record, the oldest first; those known by a moment where one is asked for."""
    return tuple(
        WordOnClaim(
            point=one.row.point, finding=one.row.finding, says=cast(VisitWord, one.row.says), words=one.row.words,
            by_role=one.row.by, on=one.made_at.date(),
        )
        for one in kept_rows(WordRow)
        if known is None or one.made_at <= known
    )  # fmt: skip


def saying(point: str, finding: str, names: Collection[str]) -> CouncilAct:
    """Saying a word on what had been claimed of a finding before a visit; ``names`` are those it may not name."""

    def amiss(doing: OfCouncil) -> Sequence[Problem]:
        found = [Problem(part=one.name, words=one.missing) for one in PARTS if not doing.said(one.name)]
        if doing.said("says") and doing.said("says") not in get_args(VisitWord):
            found.append(Problem(part="says", words="Choose one of the three."))
        named = name_in(doing.said("words"), {one.casefold(): one for one in names})
        if named:
            words = f"It names {named}. Everybody reads this page. Write it without."
            found.append(Problem(part="words", words=words))
        return found

    def rows(doing: OfCouncil) -> Sequence[WordRow]:
        return (
            WordRow(
                point=point, finding=finding, says=doing.said("says"), words=doing.said("words"),
                by=doing.asker.seat.title,
            ),
        )  # fmt: skip

    def since(doing: OfCouncil, base: int) -> Sequence[Since]:
        return tuple(
            _since(one)
            for one in kept_rows(WordRow)
            if (one.row.point, one.row.finding) == (point, finding) and one.entry > base
        )

    return CouncilAct(code=SAY, done="The word is on record.", amiss=amiss, rows=rows, since=since)


def _since(kept: Kept) -> Since:
    label = dict(SAYS)[kept.row.says]
    return Since(who=kept.row.by, at=kept.made_at, words=(("It says", label), ("Why", kept.row.words)))
