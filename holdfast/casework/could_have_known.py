"""The day on which this record, as then known, already showed what inspectors found later, and who had looked since.

Only Mondays up to the day of the inspectors are asked, one after the other, and each only by the finding's own rules:
the first one that shows enough children is the answer. It is worked out once for a position of the record. A row that
was put right or withdrawn since counts as it was then; a row that does not say when it was typed in counts from the day
it tells of, and then the answer rests on event dates only. Beside it stands what the record as it is now would answer.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from holdfast.casework.council import Council, Until
from holdfast.casework.looking import opened_between
from holdfast.casework.measures import CutOnce
from holdfast.casework.view import View
from holdfast.dates import Days, end_of, monday_before
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.measures.columns.stood import stood
from holdfast.measures.improvement import KnownFrom
from holdfast.measures.promise import InspectionFinding, LinePoint

EventDates = Literal["no", "in part", "only"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownChild:
    """One child whom the record already showed, by name, and by which rules, in words."""

    child: str
    name: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CouldHaveKnown:
    """Three dates beside a finding. ``monday`` is None where no Monday up to the inspectors' day showed it.

    ``first_asked`` is the earliest Monday that was asked; where it is ``monday`` itself, it may have been so before.
    ``by_now`` is the answer of the record as it is now, by the days on which things happened: where it differs,
    something was typed in, put right or withdrawn later.
    ``others`` are the children whom the seat does not see. ``opened`` tells by seat of how many of the children
    somebody opened the page between the two days: never by whom. ``looks_since`` is the first look on record at all.
    ``event_dates`` says whether rows that do not say when they were typed in count from the day of which they tell.
    """

    said: LinePoint
    monday: date | None
    by_now: date | None
    first_asked: date
    needs: int
    children: tuple[KnownChild, ...]
    others: int
    event_dates: EventDates
    opened: tuple[tuple[str, int], ...]
    looks_since: date | None


def could_have_known(
    council: Council, view: View, finding: InspectionFinding, said: LinePoint, rule: KnownFrom,
    theirs: Collection[str] | None,
) -> CouldHaveKnown:  # fmt: skip
    """The three dates for somebody who sees ``theirs`` (None: every child)."""
    last = monday_before(said.day)
    mondays = [Days(7 * back).before(last) for back in range(rule.weeks - 1, -1, -1)]
    until = None if view.as_known else Until(end_of(said.day), known=True)
    key = (finding.slug, mondays[0], last, rule.children, view.as_known)
    monday, found = council.kept(
        ("could have known", *key), lambda: first_shown(council, view, finding, mondays, rule.children), until
    )
    by_now = council.kept(
        ("shown by now", *key), lambda: shown_by_now(council, view, finding, mondays, rule.children), until
    )
    seen = [child for child in sorted(found) if theirs is None or child in theirs]
    opened, since = opened_between(seen, monday, said.day) if monday else ((), None)
    return CouldHaveKnown(
        said=said, monday=monday, by_now=by_now, first_asked=mondays[0], needs=rule.children,
        others=len(found) - len(seen),
        children=tuple(KnownChild(child=one, name=council.name(one), rules=_titles(found[one])) for one in seen),
        event_dates=_event_dates(council), opened=opened, looks_since=since,
    )  # fmt: skip


def _event_dates(council: Council) -> EventDates:
    if not council.untimed:
        return "no"
    return "in part" if council.timed else "only"


def first_shown(
    council: Council, view: View, finding: InspectionFinding, mondays: Collection[date], needs: int
) -> tuple[date | None, Mapping[str, frozenset[str]]]:
    """The first of these Mondays at whose end so many children stood by the finding's rules, and which rules for each.

    (None, nothing) where none did.
    """
    ends = [end_of(monday) for monday in mondays]
    typed = [min(end, view.as_known) if view.as_known else end for end in ends]
    for monday, end, known in zip(mondays, ends, council.each_as_known(typed), strict=False):
        columns = CutOnce(frames=known.frames, held=known.held)
        standing = stood(columns, [end], finding.now, council.settings)
        if len(standing) >= needs:
            return monday, {child: codes for child, (codes,) in standing.items()}
    return None, {}


def shown_by_now(
    council: Council, view: View, finding: InspectionFinding, mondays: Collection[date], needs: int
) -> date | None:
    """The first of these Mondays at whose end so many children stood, by all that the record knows now of that day."""
    whole = council.columns(view)
    for monday in mondays:
        columns = CutOnce(frames=whole.frames, held=whole.held)
        if len(stood(columns, [end_of(monday)], finding.now, council.settings)) >= needs:
            return monday
    return None


def _titles(codes: Collection[str]) -> tuple[str, ...]:
    return tuple((DUTIES[code] if code in DUTIES else RULES[code]).title.rstrip(".") for code in sorted(codes))
