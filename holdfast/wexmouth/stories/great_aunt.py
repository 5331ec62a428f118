"""Story 7: two children with relatives approved for a time; one was extended and approved, one forgotten."""

from collections.abc import Iterator
from datetime import date

from holdfast.record.field import Fact
from holdfast.record.in_care import TemporaryApproval
from holdfast.wexmouth.care_in_good_time import TimeInCare, in_episodes, looked_after, placed
from holdfast.wexmouth.in_good_time import referred, supervised
from holdfast.wexmouth.stories.story import Story
from holdfast.wexmouth.telling import Telling, every
from holdfast.wexmouth.workers import allocated

REFERRED, PLACED = date(2025, 12, 4), date(2025, 12, 8)
FIRST_REVIEW = date(2026, 1, 6)
WEEKLY = [date(2025, 12, 12), date(2025, 12, 19), date(2025, 12, 24), date(2025, 12, 31), FIRST_REVIEW]


def _with_relative(told: Telling, born_on: date) -> str:
    """In care and placed with a relative on the same day; gives the placement."""
    allocated(told, "rhona", REFERRED)
    supervised(told, "rhona", REFERRED)
    referral = referred(told, "rhona", REFERRED, source="3A", assessed_on=date(2026, 2, 6))
    period = f"{told.child}-care-1"
    reviews = [FIRST_REVIEW, date(2026, 3, 31)]
    time = TimeInCare(
        entered_on=PLACED, legal="C1", born_on=born_on, permanence="LTRELFR", reviews=reviews, referral=referral,
        officer="omar",
    )  # fmt: skip
    looked_after(told, time, period)
    home = placed(told, PLACED, period=period, type="U3", visits=[*WEEKLY, *every(25, FIRST_REVIEW)])
    in_episodes(told, time, period)
    return home


def _tell() -> Iterator[Fact]:
    mason = Telling("WX-S07-1")
    mason.is_("Mason", "Reilly", date(2022, 8, 26), "M")
    mason.add(
        TemporaryApproval, placement=_with_relative(mason, date(2022, 8, 26)), started_on=PLACED,
        extended_on=date(2026, 3, 27), panel_on=date(2026, 5, 20), approved_on=date(2026, 5, 22),
    )  # fmt: skip
    poppy = Telling("WX-S07-2")
    poppy.is_("Poppy", "Lane", date(2020, 2, 11), "F")
    poppy.add(TemporaryApproval, placement=_with_relative(poppy, date(2020, 2, 11)), started_on=PLACED)
    yield from (*mason.facts, *poppy.facts)


GREAT_AUNT = Story(
    number=7,
    title="A great-aunt approved for a time, and a child forgotten",
    tell=_tell,
    monday={
        ("WX-S07-2", "cla-reg24-approval"): "the sixteen weeks ran out on 30 March and nothing follows on record",
    },
)
