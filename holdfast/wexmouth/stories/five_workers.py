"""Story 13: a boy in care with his fifth social worker in 392 days."""

from collections.abc import Iterator
from datetime import date

from holdfast.record.field import Fact
from holdfast.record.oversight import Note
from holdfast.record.people import Involvement
from holdfast.wexmouth.care_in_good_time import TimeInCare, in_episodes, looked_after, placed
from holdfast.wexmouth.in_good_time import referred, supervised
from holdfast.wexmouth.signing import signed
from holdfast.wexmouth.stories.story import Story
from holdfast.wexmouth.telling import Telling
from holdfast.wexmouth.workers import allocated

REFERRED = date(2025, 1, 20)
SINCE = (date(2025, 2, 3), date(2025, 5, 19), date(2025, 8, 4), date(2025, 11, 10), date(2026, 3, 2))
HELLO = (
    "Hello Leo, I am Yusuf. I wear a green coat and I am coming on Tuesday 17 March after school. You choose: the park "
    "or your kitchen."
)
"""What the fifth worker wrote to him on the first day, two weeks before the first visit."""

BEGUN = (date(2025, 3, 10), date(2025, 9, 1), date(2026, 1, 12))


def _workers(told: Telling) -> None:
    for number, since in enumerate(SINCE, 1):
        until = SINCE[number] if number < len(SINCE) else None
        allocated(told, f"leo-{number}", since, until, "left" if until else None)
    signed(told, told.of(Involvement)[-1].id, SINCE[-1], "leo-5", {"hello": HELLO})
    supervised(told, [(since, f"leo-{number}") for number, since in enumerate(SINCE, 1)], REFERRED)


def _tell() -> Iterator[Fact]:
    told = Telling("WX-S13-1")
    born = date(2016, 10, 3)
    told.is_("Leo", "Hartley", born, "M")
    _workers(told)
    entered = SINCE[0]
    referral = referred(told, "leo-1", REFERRED, source="1B", assessed_on=date(2025, 3, 7))
    period = "WX-S13-1-care-1"
    time = TimeInCare(entered_on=entered, legal="C2", born_on=born, permanence="LTRELFR", referral=referral)
    looked_after(told, time, period)
    placed(told, entered, period=period, type="U6")
    in_episodes(told, time, period)
    for day in BEGUN:
        told.add(Note, on=day, kind="assessment begun", theme="special guardianship", source="social worker")
    told.add(
        Note, on=SINCE[1], kind="promise", theme="seaside", source="social worker",
        words_of_note="A trip to the seaside",
    )  # fmt: skip
    yield from told.facts


FIVE_WORKERS = Story(
    number=13,
    title="Five social workers in 392 days",
    tell=_tell,
    monday={
        ("WX-S13-1", "worker-changes"): "three changes within the last twelve months",
        ("WX-S13-1", "assessment-restarted"): "the special guardianship assessment was begun three times",
    },
)
