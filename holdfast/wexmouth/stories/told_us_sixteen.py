"""Story 12: a boy who came alone and told us he is sixteen."""

from collections.abc import Iterator
from datetime import date

from holdfast.record.field import Fact
from holdfast.record.oversight import Note
from holdfast.wexmouth.care_in_good_time import TimeInCare, in_episodes, looked_after, placed
from holdfast.wexmouth.in_good_time import referred, supervised
from holdfast.wexmouth.stories.story import Story
from holdfast.wexmouth.telling import Telling
from holdfast.wexmouth.workers import allocated

FOUND = date(2026, 5, 5)


def _tell() -> Iterator[Fact]:
    told = Telling("WX-S12-1")
    # No birth date: he gave his age, and nobody writes a day that nobody knows.
    told.is_("Dawit", "Tesfay", None, "M", nationality="Eritrean")
    told.add(Note, on=FOUND, kind="told us", theme="age", source="Dawit", words_of_note="16")
    referral = referred(told, "leila", FOUND, source="6", need="N8")
    allocated(told, "leila", FOUND)
    supervised(told, "leila", FOUND)
    period = "WX-S12-1-care-1"
    time = TimeInCare(
        entered_on=FOUND, legal="V2", need="N8", referral=referral, officer="omar", reviews=[],
        health_done=False, care_plan_on=date(2026, 5, 15), education_plan_on=date(2026, 5, 18),
        officer_named_on=date(2026, 5, 7),
    )  # fmt: skip
    looked_after(told, time, period)
    placed(
        told, FOUND, period=period, type="U6", distance=4.0, visits=[date(2026, 5, 8), date(2026, 5, 28)],
        planned_on=date(2026, 5, 11), told_on=date(2026, 5, 11),
    )  # fmt: skip
    in_episodes(told, time, period)
    yield from told.facts


TOLD_US_SIXTEEN = Story(number=12, title="Alone, and sixteen as he told us", tell=_tell)
