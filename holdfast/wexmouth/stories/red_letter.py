"""Story 11: a care leaver of nineteen whose tenancy is at risk."""

from collections.abc import Iterator
from datetime import date

from holdfast.record.field import Fact
from holdfast.record.leaving_care import AdviserContact, CareLeaver, PathwayPlan, ProvidedHome
from holdfast.wexmouth.care_in_good_time import TimeInCare, in_episodes, looked_after, placed
from holdfast.wexmouth.in_good_time import supervised
from holdfast.wexmouth.stories.story import Story
from holdfast.wexmouth.telling import Telling, every
from holdfast.wexmouth.workers import PATHWAYS, allocated, worker

BORN, ENTERED, EIGHTEEN = date(2006, 8, 30), date(2021, 3, 8), date(2024, 8, 30)
MOVED, REVIEWED = date(2026, 1, 12), date(2026, 2, 10)
VISITS = (date(2026, 1, 16), date(2026, 2, 6), date(2026, 3, 12), date(2026, 5, 7))
CALL = date(2026, 4, 15)


def _in_care(told: Telling) -> None:
    period = "WX-S11-1-care-1"
    time = TimeInCare(entered_on=ENTERED, legal="C2", born_on=BORN, ended_on=EIGHTEEN, end_reason="E5")
    looked_after(told, time, period)
    placed(told, ENTERED, period=period, type="U6", ended_on=EIGHTEEN, change_reason="CARPL")
    in_episodes(told, time, period)


def _leaving_care(told: Telling) -> None:
    told.add(PathwayPlan, step="needs assessment", on=date(2022, 11, 14))
    plan = date(2022, 11, 28)
    told.add(PathwayPlan, step="plan", on=plan, agreed=True)
    for day in [*every(175, plan, date(2025, 10, 31)), REVIEWED]:
        told.add(PathwayPlan, step="review", on=day, agreed=True)
    told.add(
        CareLeaver, eligibility="former relevant", in_touch="YES", contact_on=VISITS[-1], accommodation="K",
        suitable="1", activity="F2", review_on=REVIEWED, adviser=worker("jo"), team=PATHWAYS, worker=worker("jo"),
    )  # fmt: skip
    for day in every(40, EIGHTEEN, date(2026, 1, 9)):
        told.add(AdviserContact, on=day, way="call", two_way=True, at_home=False)


def _tell() -> Iterator[Fact]:
    told = Telling("WX-S11-1")
    told.is_("Shanice", "Cole", BORN, "F")
    allocated(told, "jo", date(2022, 10, 3))
    supervised(told, "jo", date(2022, 10, 3))
    _in_care(told)
    _leaving_care(told)
    told.add(
        ProvidedHome, started_on=MOVED, review_booked_for=REVIEWED, notice_on=date(2026, 3, 24),
        task_on=date(2026, 3, 25),
    )  # fmt: skip
    for day in VISITS:
        told.add(AdviserContact, on=day, way="visit", two_way=True, at_home=True)
    told.add(AdviserContact, on=CALL, way="call", two_way=True, at_home=False)
    yield from told.facts


RED_LETTER = Story(number=11, title="A tenancy at risk at nineteen", tell=_tell)
