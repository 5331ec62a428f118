"""The day on which this record, as then known, already showed what inspectors found later, and who had looked since.

Each Monday up to the day of the inspectors is asked on its own, and only by the finding's own rules: at its end it
shows the finding, or too few children stood. Two Mondays matter: the first that showed it, and the one from which on
every Monday did. A finding that comes and goes has the first and not the second. The second is looked for as far back
as it reaches, the first among the Mondays that are asked. Both are worked out once for a position of the record. A row
that was put right or withdrawn since counts as it was then; a row that does not say when it was typed in counts from
the day it tells of, and then the answer rests on event dates only. Beside them stands what the record as it is now
would answer.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile
from typing import Literal

from holdfast.casework.council import Council, Until
from holdfast.casework.looking import opened_between
from holdfast.casework.measures import CutOnce
from holdfast.casework.view import View
from holdfast.dates import Days, end_of, monday_before
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.measures.columns.stood import stood
from holdfast.measures.improvement import MOST_WEEKS, KnownFrom
from holdfast.measures.promise import InspectionFinding, LinePoint

EventDates = Literal["no", "in part", "only"]
Standing = Mapping[str, frozenset[str]]
"""By child, the codes of the finding's rules that stood for it at the end of one Monday."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownChild:
    """One child whom the record already showed, by name, and by which rules, in words."""

    child: str
    name: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOn:
    """Whom the record showed on one Monday: those whom the seat sees by name, and how many ``others``."""

    monday: date
    children: tuple[KnownChild, ...]
    others: int

    @property
    def size(self) -> int:
        """How many children it was."""
        return len(self.children) + self.others


@dataclass(frozen=True, slots=True, kw_only=True)
class CouldHaveKnown:
    """The dates beside a finding.

    ``mondays`` are all that were asked, oldest first, each with how many children stood. ``first`` is the first of
    them that showed it; None where none did. ``since`` is the one from which on every Monday until the inspectors' day
    did; None where the last did not. It may lie before the ``weeks`` that are asked in any case: then the Monday just
    before it is asked too, unless it reached ``MOST_WEEKS``.
    ``by_now`` is what ``first`` would be by the record as it is now, by the days on which things happened: where it
    differs, something was typed in, put right or withdrawn later.
    ``opened`` tells by seat of how many of the children somebody opened the page between the first Monday and the
    inspectors' day: never by whom. ``looks_since`` is the first look on record at all.
    ``event_dates`` says whether rows that do not say when they were typed in count from the day of which they tell.
    """

    said: LinePoint
    mondays: tuple[tuple[date, int], ...]
    weeks: int
    first: ShownOn | None
    since: ShownOn | None
    by_now: date | None
    needs: int
    event_dates: EventDates
    opened: tuple[tuple[str, int], ...]
    looks_since: date | None

    @property
    def first_asked(self) -> date:
        """The earliest Monday that was asked; where it shows the finding, it may have been so before."""
        return self.mondays[0][0]

    @property
    def after_first(self) -> tuple[int, int]:
        """Of the Mondays from the first that showed it, how many did, and how many there were; noughts for none."""
        counts = [count for monday, count in self.mondays if self.first and monday >= self.first.monday]
        return sum(count >= self.needs for count in counts), len(counts)


def could_have_known(
    council: Council, view: View, finding: InspectionFinding, said: LinePoint, rule: KnownFrom,
    theirs: Collection[str] | None,
) -> CouldHaveKnown:  # fmt: skip
    """The dates beside a finding, for somebody who sees ``theirs`` (None: every child)."""
    until = None if view.as_known else Until(end_of(said.day), known=True)
    key = (finding.slug, said.day, rule.weeks, rule.children, view.as_known)
    each = council.kept(
        ("could have known", *key), lambda: asked_back(council, view, finding, said.day, rule), until
    )  # fmt: skip
    by_now = council.kept(
        ("shown by now", *key), lambda: shown_by_now(council, view, finding, list(each), rule.children), until
    )
    shown = [monday for monday, found in each.items() if len(found) >= rule.children]
    unbroken = list(takewhile(lambda monday: len(each[monday]) >= rule.children, reversed(each)))
    first = _shown_on(council, shown[0], each, theirs) if shown else None
    since = _shown_on(council, unbroken[-1], each, theirs) if unbroken else None
    named = sorted({one.child for on in (first, since) if on for one in on.children})
    opened, looks_since = opened_between(named, first.monday, said.day) if first else ((), None)
    return CouldHaveKnown(
        said=said, mondays=tuple((monday, len(found)) for monday, found in each.items()), weeks=rule.weeks,
        first=first, since=since, by_now=by_now, needs=rule.children, event_dates=_event_dates(council),
        opened=opened, looks_since=looks_since,
    )  # fmt: skip


def _shown_on(council: Council, monday: date, each: Mapping[date, Standing], theirs: Collection[str] | None) -> ShownOn:
    found = each[monday]
    seen = [child for child in sorted(found) if theirs is None or child in theirs]
    return ShownOn(
        monday=monday, others=len(found) - len(seen),
        children=tuple(KnownChild(child=one, name=council.name(one), rules=_titles(found[one])) for one in seen),
    )  # fmt: skip


def _event_dates(council: Council) -> EventDates:
    if not council.untimed:
        return "no"
    return "in part" if council.timed else "only"


def asked_back(
    council: Council, view: View, finding: InspectionFinding, said_on: date, rule: KnownFrom
) -> dict[date, Standing]:
    """By Monday up to that day, oldest first: who stood at its end by the finding's rules, as was known by then.

    Asked back from the last Monday: as many as the rule says, and on for as long as none of them failed to show it,
    but never more than ``MOST_WEEKS`` of them.
    """
    most = max(rule.weeks, MOST_WEEKS)
    mondays = [Days(7 * back).before(monday_before(said_on)) for back in range(most)]
    found: dict[date, Standing] = {}
    broken = False
    for monday, standing in zip(mondays, _each_standing(council, view, finding, mondays), strict=True):
        found[monday] = standing
        broken = broken or len(standing) < rule.children
        if broken and len(found) >= rule.weeks:
            break
    return dict(reversed(found.items()))


def _each_standing(
    council: Council, view: View, finding: InspectionFinding, mondays: Collection[date]
) -> Iterator[Standing]:
    """Each only when it is asked for: the record as it was known by that Monday, and by the moment of the view."""
    ends = [end_of(monday) for monday in mondays]
    typed = [min(end, view.as_known) if view.as_known else end for end in ends]
    for end, known in zip(ends, council.each_as_known(typed), strict=True):
        yield _standing(CutOnce(frames=known.frames, held=known.held), end, finding, council)


def _standing(columns: CutOnce, end: datetime, finding: InspectionFinding, council: Council) -> Standing:
    found = stood(columns, [end], finding.now, council.settings)
    return {child: codes for child, (codes,) in found.items()}


def shown_by_now(
    council: Council, view: View, finding: InspectionFinding, mondays: Collection[date], needs: int
) -> date | None:
    """The first of these Mondays at whose end so many children stood, by all that the record knows now of that day."""
    whole = council.columns(view)
    for monday in mondays:
        columns = CutOnce(frames=whole.frames, held=whole.held)
        if len(_standing(columns, end_of(monday), finding, council)) >= needs:
            return monday
    return None


def _titles(codes: Collection[str]) -> tuple[str, ...]:
    return tuple((DUTIES[code] if code in DUTIES else RULES[code]).title.rstrip(".") for code in sorted(codes))
