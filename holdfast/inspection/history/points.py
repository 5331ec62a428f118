"""What inspectors asked to be improved, and what became of it: proposed by a later sentence, confirmed by a person."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from holdfast.inspection.history.when import When
from holdfast.inspection.report import Report

Fate = Literal["raised", "addressed", "partly", "persists", "deteriorated", "not_revisited"]
FoundFate = Literal["addressed", "partly", "persists", "deteriorated"]

FATE_WORDS: dict[Fate, str] = {
    "raised": "raised; no later report yet",
    "addressed": "addressed",
    "partly": "partly addressed",
    "persists": "persists",
    "deteriorated": "deteriorated",
    "not_revisited": "the rules found no sentence of it in a later report",
}


class CannotBe(ValueError):
    """A fate that its evidence cannot carry; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing asked for: by which report (its day), of whom, and where it stands in the report."""

    authority_code: str
    raised: When
    n: int
    text: str
    page: int
    addressee: Literal["authority", "lscb"] = "authority"

    @property
    def key(self) -> tuple[str, date, str, int]:
        """What tells it from every other point: the council, the report's day, whom it is addressed to, its number."""
        return self.authority_code, self.raised.first, self.addressee, self.n


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterSentence:
    """The sentence of a later report that a fate rests on: the report's day, its place, and the words that matched.

    ``shared`` are the point's own words found in it; ``cues`` are the words that tell how it went.
    """

    written: When
    file: str
    page: int
    paragraph: int | None
    text: str
    shared: tuple[str, ...]
    cues: tuple[str, ...]

    @property
    def place(self) -> str:
        """``17 May 2019, page 4, paragraph 12``."""
        paragraph = "" if self.paragraph is None else f", paragraph {self.paragraph}"
        return f"{self.written.words}, page {self.page}{paragraph}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointFate:
    """What became of a point, as one later sentence tells it. Proposed until a person puts their name to it."""

    point: Point
    fate: FoundFate
    evidence: LaterSentence
    confirmed_by: str | None = None
    confirmed_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse evidence that is not later than the point, and a confirmation with only a name or only a day."""
        if self.evidence.written.first <= self.point.raised.last:
            raise CannotBe(
                f"The sentence is of {self.evidence.written.words} and the point was raised on "
                f"{self.point.raised.words}: only a later report can tell what became of it."
            )
        if (self.confirmed_by is None) != (self.confirmed_on is None):
            raise CannotBe("A confirmation needs both the name of the person and the day.")
        if self.confirmed_on and self.confirmed_on < self.evidence.written.first:
            raise CannotBe(
                f"It cannot have been confirmed before the sentence was written ({self.evidence.written.words})."
            )

    @property
    def is_confirmed(self) -> bool:
        """Whether a person has agreed."""
        return self.confirmed_by is not None


def points_of(report: Report, published: When) -> tuple[Point, ...]:
    """The points of a report that was read, in order; none where it names no council that the table has."""
    if report.authority_code is None:
        return ()
    return tuple(
        Point(
            authority_code=report.authority_code, raised=published, n=one.n, text=one.text, page=one.page,
            addressee=one.addressee,
        )
        for one in report.improvement_points
    )  # fmt: skip


def confirmed(proposed: PointFate, by: str, on: date, fate: FoundFate | None = None) -> PointFate:
    """The same, confirmed by a person, who may read another fate in the sentence; CannotBe where nobody is named."""
    if not by.strip():
        raise CannotBe("A fate is confirmed by a person: say who.")
    return replace(proposed, confirmed_by=by.strip(), confirmed_on=on, fate=fate or proposed.fate)


def fate_of(point: Point, fates: Iterable[PointFate], later_reports: Iterable[When]) -> tuple[Fate, PointFate | None]:
    """What is known of a point: the last fate that a person confirmed, with its evidence.

    Without one it is *not revisited* where a later report was read, and *raised* where none was. What is only proposed
    decides nothing, and missing evidence never makes a point addressed.
    """
    known = [one for one in fates if one.point.key == point.key and one.is_confirmed]
    if known:
        last = max(known, key=lambda one: (one.evidence.written, one.confirmed_on or date.min))
        return last.fate, last
    revisited = any(point.raised.certainly_before(one) for one in later_reports)
    return ("not_revisited" if revisited else "raised"), None
