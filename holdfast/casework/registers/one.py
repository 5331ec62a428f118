"""One child's places on the registers that rest on facts alone: the twins of the rules for every child at once.

After a save only the changed child is worked out again, without columns. A test holds both equal.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from holdfast.casework.registers.homes import BRITISH, FAR_MILES, NO_PARENT, OUT_OF_TOUCH
from holdfast.dates import add_months
from holdfast.duties.drift.notes import CONCERN
from holdfast.duties.drift.open_work import known, last_of, open_since
from holdfast.duties.drift.rule import number
from holdfast.duties.journeys.nouns import CarePeriod, FosteringTime
from holdfast.duties.journeys.unseen import NOT_DISABLED
from holdfast.duties.owner import owner_of
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import Enquiry, ProtectionPlan
from holdfast.record.in_care import CareEpisode, Placement, TemporaryApproval
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.oversight import Note
from holdfast.record.people import Disability, Involvement, Person
from holdfast.record.unseen import HomelessPresentation, MissingEpisode

Reason = tuple[date | None, str, bool]
"""Since when, a few words from the record, and whether it is sure."""

Reasons = Callable[[Standing, Settings], Iterator[Reason]]


def _privately_fostered(standing: Standing, settings: Settings) -> Iterator[Reason]:
    for one in standing.of(FosteringTime):
        if one.ended_on is None:
            yield one.started_on, "", True
            if not one.certain:
                yield None, "", False


def _homeless(standing: Standing, settings: Settings) -> Iterator[Reason]:
    for one in standing.of(HomelessPresentation):
        if one.closed_on is None and one.on is not None:
            place = f"in {one.housed_in or 'a place whose kind is not on record'}"
            yield one.on, place if one.housed_on else "no safe place is on record", True


def _missing_now(standing: Standing, settings: Settings) -> Iterator[Reason]:
    for one in standing.of(MissingEpisode):
        if one.returned_on is None and one.type != "away":
            yield one.started_on, "", True


def _disabled_with_worries(standing: Standing, settings: Settings) -> Iterator[Reason]:
    if not any(one.code is not None and one.code != NOT_DISABLED for one in standing.of(Disability)):
        return
    oldest = number(settings, "look-back-months")

    def of_late(day: date | None) -> bool:
        return day is not None and add_months(day, oldest) >= standing.today

    for plan in standing.of(ProtectionPlan):
        if plan.ended_on is None:
            yield plan.started_on, "on a protection plan", True
    for enquiry in standing.of(Enquiry):
        if of_late(enquiry.started_on):
            yield enquiry.started_on, "an enquiry was made", True
    for note in standing.of(Note):
        if note.kind == CONCERN and of_late(note.on):
            yield note.on, "a concern was noted", True


def _with_relatives_for_a_time(standing: Standing, settings: Settings) -> Iterator[Reason]:
    for one in standing.of(TemporaryApproval):
        if one.approved_on is None and one.ended_on is None:
            yield one.started_on, "an extension is on record" if one.extended_on else "", True


def _in_care(standing: Standing) -> bool:
    return any(one.ended_on is None for one in standing.of(CarePeriod))


def _far_from_home(standing: Standing, settings: Settings) -> Iterator[Reason]:
    for one in standing.of(Placement) if _in_care(standing) else ():
        if one.ended_on is None and one.distance is None:
            yield None, "", False
        elif one.ended_on is None and one.distance is not None and one.distance > FAR_MILES:
            yield one.started_on, f"{whole_miles(one.distance)} miles from home", True


def whole_miles(miles: float) -> int:
    """The nearest whole number, a half going up, as the columns round it."""
    return int(miles + 0.5)


def _unaccompanied(standing: Standing, settings: Settings) -> Iterator[Reason]:
    nationalities = {one.nationality for one in standing.of(Person)}
    for one in standing.of(CareEpisode) if _in_care(standing) else ():
        if one.ended_on is None and one.need == NO_PARENT:
            for nationality in nationalities:
                if nationality is None:
                    yield None, "", False
                elif nationality not in BRITISH:
                    yield one.entered_on or one.started_on, "", True


def _not_in_touch(standing: Standing, settings: Settings) -> Iterator[Reason]:
    for one in standing.of(CareLeaver):
        if one.in_touch == OUT_OF_TOUCH:
            yield one.contact_on, "on record as not in touch", True


def _without_a_worker(standing: Standing, settings: Settings) -> Iterator[Reason]:
    opened = open_since(standing)
    if opened is not None and owner_of(standing).worker is None:
        left = last_of(known(one.ended_on for one in standing.of(Involvement)))
        yield left or opened, "", True


REASONS: Mapping[str, Reasons] = MappingProxyType({
    "privately-fostered": _privately_fostered,
    "homeless-at-16-and-17": _homeless,
    "missing-now": _missing_now,
    "disabled-with-worries": _disabled_with_worries,
    "temporary-approval": _with_relatives_for_a_time,
    "far-from-home": _far_from_home,
    "unaccompanied": _unaccompanied,
    "care-leavers-not-in-touch": _not_in_touch,
    "no-worker-on-record": _without_a_worker,
})  # fmt: skip
"""By the register's code: the twin of its ``members``, and of its ``unsure`` where it has one."""
