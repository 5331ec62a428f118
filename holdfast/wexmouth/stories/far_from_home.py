"""Story 9: a home sixty-three miles away, approved before the move."""

from collections.abc import Iterator
from datetime import date

from holdfast.record.field import Fact
from holdfast.record.in_care import PlacementRequest, PlacementStep
from holdfast.record.oversight import Note, PlanAction
from holdfast.wexmouth.care_in_good_time import TimeInCare, in_episodes, looked_after, placed
from holdfast.wexmouth.in_good_time import referred, supervised
from holdfast.wexmouth.stories.story import Story
from holdfast.wexmouth.telling import Telling
from holdfast.wexmouth.workers import allocated

REFERRED = date(2024, 6, 3)
ENTERED, REQUESTED, APPROVED, MOVED = date(2024, 6, 17), date(2026, 4, 14), date(2026, 4, 17), date(2026, 4, 20)


def _tell() -> Iterator[Fact]:
    told = Telling("WX-S09-1")
    born = date(2013, 2, 8)
    told.is_("Priya", "Nair", born, "F")
    allocated(told, "sunita", REFERRED)
    supervised(told, "sunita", REFERRED)
    referral = referred(told, "sunita", REFERRED, source="2A", assessed_on=date(2024, 7, 26))
    period = "WX-S09-1-care-1"
    time = TimeInCare(entered_on=ENTERED, legal="C2", born_on=born, referral=referral)
    looked_after(told, time, period)
    placed(told, ENTERED, period=period, type="U6", ended_on=MOVED, change_reason="CARPL")
    home = placed(
        told, MOVED, period=period, type="U6", distance=63.0, visits=[date(2026, 4, 27)],
        planned_on=date(2026, 4, 23), told_on=APPROVED,
    )  # fmt: skip
    in_episodes(told, time, period)
    told.add(PlacementStep, placement=home, step="director approval", on=APPROVED)
    told.add(
        PlacementRequest, on=REQUESTED, move_on=MOVED, emergency=False, placement=home, providers_tried=11.0,
        distant=True, needed="13 to 15, trauma-skilled foster care, within 20 miles",
    )  # fmt: skip
    told.add(Note, on=MOVED, kind="gap", theme="therapy", source="placement officer", words_of_note="no provider yet")
    told.add(
        PlanAction, action="WX-S09-1-closer", words_of_action="Search for a home nearer to her nan and her school",
        set_on=date(2026, 4, 27), for_day=date(2026, 7, 27),
    )  # fmt: skip
    yield from told.facts


FAR_FROM_HOME = Story(
    number=9,
    title="A home sixty-three miles away",
    tell=_tell,
    monday={("WX-S09-1", "gap-unfilled"): "therapy has had no provider since the move"},
)
