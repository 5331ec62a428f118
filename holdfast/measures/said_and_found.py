"""What a council said before a visit, and what the visit found: each claim with a person's word on the two.

Whether a claim was right is a judgement. A person makes it, in a word and a sentence, with a day and a role; nothing
works it out, and where nobody has said anything it says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from holdfast.dates import Days
from holdfast.measures.promise import Claim, CouncilLine, InspectionFinding, LinePoint, PointKind

VisitWord = Literal["agreed", "over-claimed", "under-claimed"]

VISITS: frozenset[PointKind] = frozenset({"inspection", "monitoring visit"})
"""Kinds of points at which somebody from outside read children's records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordOnClaim:
    """A person's word on one finding after one visit: agreed, or that we had claimed too much or too little, and why.

    ``by_role`` is a role, never a name.
    """

    point: str
    finding: str
    says: VisitWord
    words: str
    by_role: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidAndFound:
    """One finding at one visit: what had been claimed by the day before, what was found, and the word on the two.

    ``claim`` is None where nothing had been claimed, ``word`` where nobody has said anything yet.
    """

    finding: InspectionFinding
    claim: Claim | None
    found: str
    word: WordOnClaim | None


def visits_until(line: CouncilLine, day: date) -> tuple[LinePoint, ...]:
    """The inspections and visits up to a day, in order of day."""
    return tuple(one for one in line.until(day) if one.kind in VISITS)


def last_visit(line: CouncilLine, day: date) -> LinePoint | None:
    """The last inspection or visit before a day; None where there was none."""
    return next(iter(reversed(visits_until(line, Days(1).before(day)))), None)


def said_and_found(
    line: CouncilLine, point: LinePoint, words: Iterable[WordOnClaim], day: date
) -> tuple[SaidAndFound, ...]:
    """Each finding that a visit raised or spoke of again, as told by a day; the last word on a claim counts."""
    said = {
        one.finding: one for one in sorted(words, key=lambda one: one.on) if one.point == point.slug and one.on <= day
    }
    told = [(slug, finding.words) for slug in point.raised if (finding := line.finding(slug)) is not None]
    told += [(one.finding, one.words) for one in point.again]
    before = Days(1).before(point.day)
    return tuple(
        SaidAndFound(finding=finding, claim=finding.promise.claimed(before), found=found, word=said.get(slug))
        for slug, found in told
        if (finding := line.finding(slug)) is not None
    )
