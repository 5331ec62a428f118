"""A person's word on a claim after a visit, kept: agreed, or that we had claimed too much or too little, and why."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import cast

from holdfast.casework.acts.act import Part, Problem, amiss_of
from holdfast.casework.acts.is_it_a_name import IS_IT, forenames_written, question_about, still_said
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

THIS_PAGE = "this page"


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


def parts_of(
    said: Callable[[str], str], names: Collection[str], forenames: Collection[str]
) -> tuple[Part, ...]:  # fmt: skip
    """The form with what was ``said`` in it: where a child's forename stands there, and no whole name, it is asked of.

    ``names`` are whole names, ``forenames`` those of children in small letters.
    """
    named = _named(said, names)
    return (*PARTS, *(() if named else question_about(forenames_written(PARTS, said, forenames), THIS_PAGE)))


def _named(said: Callable[[str], str], names: Collection[str]) -> str | None:
    return name_in(said("words"), {one.casefold(): one for one in names})


def saying(point: str, finding: str, names: Collection[str], forenames: Collection[str] = frozenset()) -> CouncilAct:
    """Saying a word on what had been claimed of a finding before a visit.

    It may name none of ``names``, and is asked about ``forenames`` (of children, in small letters).
    """

    def amiss(doing: OfCouncil) -> Sequence[Problem]:
        parts = parts_of(doing.said, names, forenames)
        found = [one for part in parts if (one := amiss_of(part, doing.said(part.name))) is not None]
        if named := _named(doing.said, names):
            words = f"It names {named}. Everybody reads this page. Write it without."
            return [*found, Problem(part="words", words=words)]
        return [*found, *still_said(forenames_written(PARTS, doing.said, forenames), doing.said(IS_IT))]

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
