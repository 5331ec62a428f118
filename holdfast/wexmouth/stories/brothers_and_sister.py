"""Story 8: two brothers and a sister on their way to adoption together."""

from collections.abc import Iterator
from datetime import date

from holdfast.record.field import Fact
from holdfast.record.in_care import Permanence
from holdfast.record.oversight import Note, PlanReview
from holdfast.wexmouth.care_in_good_time import TimeInCare, in_episodes, looked_after, placed
from holdfast.wexmouth.in_good_time import referred, supervised
from holdfast.wexmouth.stories.story import Story
from holdfast.wexmouth.telling import Telling
from holdfast.wexmouth.workers import allocated

ENTERED, ORDERED, MATCHED = date(2025, 3, 4), date(2026, 1, 19), date(2026, 5, 13)
REFERRED, REVIEWED = date(2025, 2, 24), date(2026, 4, 14)
FINCHES = (
    ("WX-S08-1", "Aria", date(2019, 9, 14), "F"),
    ("WX-S08-2", "Noah", date(2021, 11, 2), "M"),
    ("WX-S08-3", "Ellis", date(2023, 8, 19), "M"),
)


def _finch(child: str, forename: str, born_on: date, sex: str) -> Telling:
    told = Telling(child)
    told.is_(forename, "Finch", born_on, sex)
    allocated(told, "kwame", REFERRED)
    supervised(told, "kwame", REFERRED)
    referral = referred(told, "kwame", REFERRED, source="6", assessed_on=date(2025, 4, 25))
    period = f"{child}-care-1"
    time = TimeInCare(
        entered_on=ENTERED, legal="C1", later_legal=((ORDERED, "E1"),), born_on=born_on, permanence="ADOPTION",
        referral=referral,
    )  # fmt: skip
    looked_after(told, time, period)
    placed(told, ENTERED, period=period, type="U6")
    in_episodes(told, time, period)
    told.add(
        Permanence, period=period, decided_on=date(2025, 11, 26), ordered_on=ORDERED, matched_on=MATCHED,
        sibling_group=True,
    )  # fmt: skip
    told.add(PlanReview, plan_kind="adoption", on=REVIEWED, change="better")
    told.add(
        Note, on=date(2026, 4, 2), kind="assessment of brothers and sisters", theme="brothers and sisters",
        source="family finder", words_of_note="Together if we can; the reasons are written for each child.",
    )  # fmt: skip
    return told


def _tell() -> Iterator[Fact]:
    for finch in FINCHES:
        yield from _finch(*finch).facts


BROTHERS_AND_SISTER = Story(number=8, title="Two brothers and a sister, together if we can", tell=_tell, monday={
    (child, "ad-a10-threshold"): "the benchmark from entering care to a home with adopters passed on 4 May"
    for child, *_ in FINCHES
})  # fmt: skip
