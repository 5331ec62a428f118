"""Story 10: one boy missing four times in a month."""

from collections.abc import Iterator
from datetime import date

from holdfast.dates import parse_moment
from holdfast.record.field import Fact
from holdfast.record.unseen import MissingEpisode, ReturnInterview
from holdfast.wexmouth.care_in_good_time import TimeInCare, in_episodes, looked_after, placed
from holdfast.wexmouth.in_good_time import referred, supervised
from holdfast.wexmouth.stories.story import Story
from holdfast.wexmouth.telling import Telling
from holdfast.wexmouth.workers import allocated

REFERRED, ENTERED = date(2024, 1, 29), date(2024, 2, 12)


def _missing(told: Telling, since: str, until: str, offered: bool, accepted: bool | None) -> str:
    left, back = parse_moment(since), parse_moment(until)
    return told.add(
        MissingEpisode, type="missing", started_on=left.date(), started_at=left,
        returned_on=back.date(), returned_at=back, offered=offered, accepted=accepted,
    )  # fmt: skip


def _went_missing(told: Telling) -> None:
    first = _missing(told, "2026-05-01T21:30", "2026-05-02T06:15", True, True)
    told.add(
        ReturnInterview, episode=first, offered_on=date(2026, 5, 2), held_on=date(2026, 5, 4),
        change="A lift home from football on Fridays.",
    )  # fmt: skip
    second = _missing(told, "2026-05-08T19:00", "2026-05-09T02:40", True, False)
    told.add(ReturnInterview, episode=second, offered_on=date(2026, 5, 10), declined_on=date(2026, 5, 11))
    _missing(told, "2026-05-14T17:45", "2026-05-16T11:20", False, None)
    fourth = _missing(told, "2026-05-20T22:10", "2026-05-21T08:05", True, True)
    told.add(
        ReturnInterview, episode=fourth, offered_on=date(2026, 5, 21), held_on=date(2026, 5, 22),
        change="A key worker he chose meets him at the bus station.",
    )  # fmt: skip


def _tell() -> Iterator[Fact]:
    told = Telling("WX-S10-1")
    born = date(2010, 9, 17)
    told.is_("Callum", "Doyle", born, "M")
    allocated(told, "leena", REFERRED)
    supervised(told, "leena", REFERRED)
    referral = referred(told, "leena", REFERRED, source="6", assessed_on=date(2024, 3, 15))
    period = "WX-S10-1-care-1"
    time = TimeInCare(entered_on=ENTERED, legal="C2", born_on=born, permanence="RESPLMT", referral=referral)
    looked_after(told, time, period)
    placed(told, ENTERED, period=period, type="K2", distance=11.0)
    in_episodes(told, time, period)
    _went_missing(told)
    yield from told.facts


FOUR_TIMES_MISSING = Story(
    number=10,
    title="One boy, four times missing",
    tell=_tell,
    monday={
        ("WX-S10-1", "ms-rhi-72h"): "after the third time nobody offered an interview, due on 19 May at 11:20",
        ("WX-S10-1", "repeat-missing"): "four times within thirty days and no strategy discussion on record",
        ("WX-S10-1", "second-offer"): "he declined after the second time, and nothing else was offered",
    },
)
