"""Story 4: a sixteen-year-old at the housing desk on a Friday afternoon."""

from collections.abc import Iterator
from datetime import date

from holdfast.dates import parse_moment
from holdfast.record.field import Fact
from holdfast.record.unseen import HomelessPresentation
from holdfast.wexmouth.care_in_good_time import TimeInCare, in_episodes, looked_after, placed
from holdfast.wexmouth.in_good_time import referred, supervised
from holdfast.wexmouth.stories.story import Story
from holdfast.wexmouth.telling import Telling, every
from holdfast.wexmouth.workers import allocated

FRIDAY, MONDAY = date(2026, 3, 13), date(2026, 3, 16)
FIRST_VISIT = date(2026, 3, 18)


def _tell() -> Iterator[Fact]:
    told = Telling("WX-S04-1")
    born = date(2009, 11, 9)
    told.is_("Jordan", "Pike", born, "M")
    told.add(
        HomelessPresentation, on=FRIDAY, at=parse_moment("2026-03-13T16:10"), housed_on=FRIDAY,
        housed_at=parse_moment("2026-03-13T19:30"), housed_in="supported lodgings",
        advocate_on=FRIDAY, assessed_on=date(2026, 3, 25), closed_on=date(2026, 3, 25),
    )  # fmt: skip
    referral = referred(told, "tomasz", FRIDAY, source="4", need="N5", decided_on=MONDAY, assessed_on=date(2026, 5, 12))
    allocated(told, "tomasz", FRIDAY)
    supervised(told, "tomasz", FRIDAY)
    period = "WX-S04-1-care-1"
    time = TimeInCare(
        entered_on=FRIDAY, legal="V2", need="N5", born_on=born, permanence="SUPPLIV", referral=referral,
        officer="omar", officer_named_on=date(2026, 3, 17), care_plan_on=date(2026, 3, 25),
        education_plan_on=date(2026, 3, 26), reviews=[date(2026, 4, 9)], first_health=date(2026, 4, 8),
    )  # fmt: skip
    looked_after(told, time, period)
    placed(
        told, FRIDAY, period=period, type="H5", distance=3.0, planned_on=date(2026, 3, 19),
        told_on=date(2026, 3, 18), visits=[FIRST_VISIT, *every(34, FIRST_VISIT)],
    )  # fmt: skip
    in_episodes(told, time, period)
    yield from told.facts


HOMELESS_AT_SIXTEEN = Story(number=4, title="Sixteen, homeless, ten past four on a Friday", tell=_tell)
