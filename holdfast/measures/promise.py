"""What inspectors found and what was promised, as data: a council's dated line, its findings and their claims.

A finding is said in our own words. What the improvement plan *claims* of it is dated and kept beside what the
record *shows*: the first is written by people, the second is worked out (``holdfast.measures.trend``) and by nobody
typed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from holdfast.dates import say

PointKind = Literal["inspection", "direction", "commissioner", "board", "monitoring visit"]
ClaimWord = Literal["on track", "done", "behind"]
Better = Literal["up", "down"]

KIND_WORDS: Mapping[PointKind, str] = {
    "inspection": "Inspection",
    "direction": "Direction",
    "commissioner": "Commissioner",
    "board": "Improvement board",
    "monitoring visit": "Monitoring visit",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What the improvement plan said of a promise on a day: a word and a sentence, by a role, never by a name."""

    on: date
    says: ClaimWord
    words: str
    by_role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What somebody undertook: in words, which role has to do it, and by what day. ``claims`` in order of day."""

    words: str
    by_role: str
    by_day: date
    claims: tuple[Claim, ...] = ()

    def claimed(self, day: date) -> Claim | None:
        """What the plan last said of it by this day; None where nothing was said yet."""
        return next((one for one in reversed(self.claims) if one.on <= day), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What on the record shows a finding: a monthly measure, or how many children stood late at each month's end.

    Exactly one of ``measure`` (a measure's code) and ``codes`` (codes of duties and drift rules) is given. ``counts``
    says in words what each month's figure counts. ``better`` is the direction that is good. ``aim`` is the council's
    own aim, in the figure's unit, where it has one.
    """

    counts: str
    better: Better
    measure: str | None = None
    codes: tuple[str, ...] = ()
    aim: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionFinding:
    """One thing that inspectors found, in our own words.

    ``raised_at`` is the slug of the point at which it was first said. ``now`` are the codes of the Monday lines whose
    children are behind it today. ``behind`` says of one child in the month's figure why she is in it; ``{started}``,
    ``{due}`` and ``{done}`` stand for days.
    """

    slug: str
    title: str
    words: str
    raised_at: str
    promise: Promise
    shown: Shown
    now: tuple[str, ...]
    behind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """What was said of a finding at a later point."""

    finding: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePoint:
    """One day on the council's line: what was found in a few sentences, what was promised, and what became of it."""

    slug: str
    day: date
    kind: PointKind
    title: str
    found: tuple[str, ...]
    promised: tuple[Promise, ...]
    raised: tuple[str, ...]
    again: tuple[Again, ...]
    became: str

    @property
    def kind_words(self) -> str:
        """Its kind, for people: ``Monitoring visit``."""
        return KIND_WORDS[self.kind]

    @property
    def findings(self) -> tuple[str, ...]:
        """The slugs of the findings it raised or looked at again."""
        return (*self.raised, *(one.finding for one in self.again))


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilLine:
    """A council's line: its points by day, and its findings in the order in which a page tells them."""

    points: tuple[LinePoint, ...]
    findings: tuple[InspectionFinding, ...]

    def point(self, slug: str) -> LinePoint | None:
        """The point of this slug; None where there is none."""
        return next((one for one in self.points if one.slug == slug), None)

    def finding(self, slug: str) -> InspectionFinding | None:
        """The finding of this slug; None where there is none."""
        return next((one for one in self.findings if one.slug == slug), None)

    def until(self, day: date) -> tuple[LinePoint, ...]:
        """The points that lie on this day or before it."""
        return tuple(one for one in self.points if one.day <= day)

    def found_by(self, day: date) -> tuple[InspectionFinding, ...]:
        """The findings that had been raised by this day."""
        known = {slug for one in self.until(day) for slug in one.raised}
        return tuple(one for one in self.findings if one.slug in known)

    def said_of(self, finding: str, day: date) -> tuple[tuple[LinePoint, str], ...]:
        """What was said again of a finding by this day: the point and the words, in order of day."""
        return tuple((one, said.words) for one in self.until(day) for said in one.again if said.finding == finding)


def promised_words(promise: Promise) -> str:
    """Who, and by when: ``The head of the Hub, by 31 March 2024``."""
    return f"{promise.by_role[0].upper()}{promise.by_role[1:]}, by {say(promise.by_day)}"
