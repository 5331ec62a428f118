"""Worked examples for those who leave care, and for children no chart shows."""

from datetime import date
from typing import Any

from holdfast.record.in_care import CareEpisode
from holdfast.record.leaving_care import AdviserContact, CareLeaver, PathwayPlan, ProvidedHome
from holdfast.record.people import Disability, Person
from holdfast.record.unseen import (
    HomelessPresentation,
    MissingEpisode,
    PrivateFostering,
    PrivateFosteringVisit,
    ReturnInterview,
)
from tests.duties.examples import CHILD, Example, NoDay, Record, also, fill, held_without


def sixteen_on(day: date, entered: date = date(2024, 9, 2), ended: date | None = None) -> Record:
    born = day.replace(year=day.year - 16)
    return (Person(child=CHILD, born_on=born), CareEpisode(child=CHILD, id="c", started_on=entered, ended_on=ended))


def step(name: str, day: date) -> Record:
    return (PathwayPlan(child=CHILD, step=name, on=day),)


def at_home(*visits: date, started: date = date(2026, 1, 12), **fields: Any) -> Record:
    contacts = [AdviserContact(child=CHILD, on=day, way="visit", at_home=True) for day in visits]
    return (ProvidedHome(child=CHILD, id="h", started_on=started, **fields), *contacts)


def fostered(told: date, *visits: date, stay: date | None = None) -> Record:
    seen = [PrivateFosteringVisit(child=CHILD, on=day) for day in visits]
    return (PrivateFostering(child=CHILD, id="f", stay_from=stay or told, notified_on=told), *seen)


def homeless(day: date, **fields: Any) -> Record:
    return (HomelessPresentation(child=CHILD, id="p", on=day, **fields),)


EIGHTEEN = (Person(child=CHILD, born_on=date(2008, 3, 2)), CareLeaver(child=CHILD, eligibility="former relevant"))
HOME_VISIT = also(AdviserContact, "on", way="visit", at_home=True)
FOSTER_VISIT = also(PrivateFosteringVisit, "on")
REVIEW = also(PathwayPlan, "on", step="review")

EXAMPLES: tuple[Example, ...] = (
    Example(
        code="cl-needs-eligible", case="from the sixteenth birthday", sum="14 March and three months: 14 June",
        record=sixteen_on(date(2026, 3, 14)), started=date(2026, 3, 14), due=date(2026, 6, 14), late=date(2026, 6, 15),
        done=also(PathwayPlan, "on", step="needs assessment"),
    ),
    Example(
        code="cl-needs-eligible", case="from the thirteenth week in care, where that comes later",
        sum="91 days from 2 March (29 + 30 + 31 + 1): 1 June; three months from then: 1 September",
        record=sixteen_on(date(2026, 3, 14), entered=date(2026, 3, 2)), started=date(2026, 6, 1),
        due=date(2026, 9, 1), late=date(2026, 9, 2), done=also(PathwayPlan, "on", step="needs assessment"),
    ),
    Example(
        code="cl-pathway-plan-16y3m", case="three months after sixteen", sum="14 March and three months: 14 June",
        record=sixteen_on(date(2026, 3, 14)), started=date(2026, 3, 14), due=date(2026, 6, 14), late=date(2026, 6, 15),
        done=also(PathwayPlan, "on", step="plan"),
    ),
    Example(
        code="cl-pathway-review", case="six months to the end of February",
        sum="31 August and six months: February has no 31st, so the 28th",
        record=step("plan", date(2025, 8, 31)), started=date(2025, 8, 31), due=date(2026, 2, 28),
        late=date(2026, 3, 1), done=REVIEW,
    ),
    Example(
        code="cl-pathway-review", case="from the last review", sum="16 February and six months: 16 August",
        record=(*step("plan", date(2025, 8, 31)), *step("review", date(2026, 2, 16))), started=date(2026, 2, 16),
        due=date(2026, 8, 16), late=date(2026, 8, 17), done=REVIEW,
    ),
    Example(
        code="cl-pathway-review-28d-local", case="28 days in the home", sum="12 January and 28 days: 9 February",
        record=at_home(), started=date(2026, 1, 12), due=date(2026, 2, 9), late=date(2026, 2, 10), done=REVIEW,
    ),
    Example(
        code="cl-pa-visit-7d", case="seven days", sum="Monday 12 January and seven days: 19 January",
        record=at_home(), started=date(2026, 1, 12), due=date(2026, 1, 19), late=date(2026, 1, 20), done=HOME_VISIT,
    ),
    Example(
        code="cl-pa-visit-prereview", case="before the review that is booked", sum="the day it is booked for",
        record=at_home(date(2026, 1, 16), review_booked_for=date(2026, 2, 10)), started=date(2026, 1, 16),
        due=date(2026, 2, 10), late=date(2026, 2, 11), done=HOME_VISIT,
    ),
    Example(
        code="cl-pa-visit-2mo", case="two months from the second visit", sum="6 February and two months: 6 April",
        record=at_home(date(2026, 1, 16), date(2026, 2, 6), review_booked_for=date(2026, 2, 10)),
        started=date(2026, 2, 6), due=date(2026, 4, 6), late=date(2026, 4, 7), done=HOME_VISIT,
    ),
    Example(
        code="cl-pa-visit-2mo", case="two months from the first visit, where no review is booked", way=1,
        sum="31 December and two months: February has no 31st, so the 28th",
        record=at_home(date(2025, 12, 31), started=date(2025, 12, 29)), started=date(2025, 12, 31),
        due=date(2026, 2, 28), late=date(2026, 3, 1), done=HOME_VISIT,
    ),
    Example(
        code="cl-pa-contact-8wk", case="from the eighteenth birthday",
        sum="2 March and 56 days (29 + 27): 27 April", record=EIGHTEEN, started=date(2026, 3, 2),
        due=date(2026, 4, 27), late=date(2026, 4, 28), done=also(AdviserContact, "on", two_way=True),
    ),
    Example(
        code="cl-pa-contact-8wk", case="from the last contact both ways",
        sum="9 March and 56 days (22 + 30 + 4): 4 May",
        record=(*EIGHTEEN, AdviserContact(child=CHILD, on=date(2026, 3, 9), two_way=True)), started=date(2026, 3, 9),
        due=date(2026, 5, 4), late=date(2026, 5, 5), done=also(AdviserContact, "on", two_way=True),
    ),
    Example(
        code="ms-rhi-72h", case="no time of day on record", sum="72 hours make three whole days: 19 May",
        record=(MissingEpisode(child=CHILD, id="m", started_on=date(2026, 5, 15), returned_on=date(2026, 5, 16)),),
        started=date(2026, 5, 16), due=date(2026, 5, 19), late=date(2026, 5, 20),
        done=also(ReturnInterview, "held_on", episode="m"),
    ),
    Example(
        code="pf-definition-28d", case="28 days", sum="3 January and 28 days: 31 January", mark=True,
        record=(PrivateFostering(child=CHILD, id="f", stay_from=date(2026, 1, 3)),), started=date(2026, 1, 3),
        due=date(2026, 1, 31), late=date(2026, 2, 1),
    ),
    Example(
        code="pf-notify-advance", case="before the stay begins", sum="by the day the stay begins at the latest",
        record=(PrivateFostering(child=CHILD, id="f", stay_from=date(2026, 1, 3)),), started=date(2026, 1, 3),
        due=date(2026, 1, 3), late=date(2026, 1, 4), done=fill(PrivateFostering, "notified_on"),
        starts_when_done=True,
    ),
    Example(
        code="pf-visit-7wd", case="seven working days", sum="24-27 February are 4, 2, 3 and 4 March 7",
        record=fostered(date(2026, 2, 23)), started=date(2026, 2, 23), due=date(2026, 3, 4), late=date(2026, 3, 5),
        done=FOSTER_VISIT,
    ),
    Example(
        code="pf-visit-year1", case="six weeks", sum="26 February and 42 days (2 + 31 + 9): 9 April",
        record=fostered(date(2026, 2, 23), date(2026, 2, 26)), started=date(2026, 2, 26), due=date(2026, 4, 9),
        late=date(2026, 4, 10), done=FOSTER_VISIT,
    ),
    Example(
        code="pf-visit-year1", case="the last day of the first year",
        sum="told on 23 February 2025, so 22 February 2026 is in the first year; 42 days (6 + 31 + 5): 5 April",
        record=fostered(date(2025, 2, 23), date(2026, 2, 22)), started=date(2026, 2, 22), due=date(2026, 4, 5),
        late=date(2026, 4, 6), done=FOSTER_VISIT,
    ),
    Example(
        code="pf-visit-year2", case="twelve weeks from the first day of the second year",
        sum="23 February 2026 and 84 days (5 + 31 + 30 + 18): 18 May",
        record=fostered(date(2025, 2, 23), date(2026, 2, 23)), started=date(2026, 2, 23), due=date(2026, 5, 18),
        late=date(2026, 5, 19), done=FOSTER_VISIT,
    ),
    Example(
        code="pf-suitability", case="42 working days over Easter",
        sum="27 February is 1, to 27 March 21, to 2 April 25, 7-10 April 29, to 24 April 39, 29 April 42",
        record=fostered(date(2026, 2, 23), date(2026, 2, 26)), started=date(2026, 2, 26), due=date(2026, 4, 29),
        late=date(2026, 4, 30), done=fill(PrivateFostering, "suitable_on"),
    ),
    Example(
        code="hl-same-day", case="tonight", sum="the same day", record=homeless(date(2026, 3, 3)),
        started=date(2026, 3, 3), due=date(2026, 3, 3), late=date(2026, 3, 4),
        done=fill(HomelessPresentation, "housed_on"),
    ),
    Example(
        code="hl-no-bb", case="not one night", sum="the same day",
        record=homeless(date(2026, 3, 3), housed_in="supported lodgings"),
        started=date(2026, 3, 3), due=date(2026, 3, 3), late=date(2026, 3, 4),
        done=fill(HomelessPresentation, "housed_on"),
    ),
    Example(
        code="hl-assessment", case="45 working days over the spring holiday",
        sum="nine weeks from Tuesday 5 May end on 7 July; 25 May adds one: 8 July",
        record=homeless(date(2026, 5, 5)), started=date(2026, 5, 5), due=date(2026, 7, 8), late=date(2026, 7, 9),
        done=fill(HomelessPresentation, "assessed_on"),
    ),
    Example(
        code="hl-56d-relief", case="56 days from acceptance", sum="1 April and 56 days (29 + 27): 27 May",
        record=homeless(date(2026, 3, 30), relief_on=date(2026, 4, 1)), started=date(2026, 4, 1),
        due=date(2026, 5, 27), late=date(2026, 5, 28), done=fill(HomelessPresentation, "relief_ended_on"),
    ),
)  # fmt: skip

NO_DISABILITIES = held_without(Disability)

WITHOUT_A_DAY: tuple[NoDay, ...] = (
    NoDay(
        code="cl-needs-eligible", case="thirteen weeks not reached on this record", way=1,
        record=sixteen_on(date(2026, 3, 14), entered=date(2026, 5, 4)), started=date(2026, 5, 4), state="cannot_say",
        says="thirteen weeks in care are not reached",
    ),
    NoDay(
        code="cl-pathway-plan", case="after the needs assessment", record=step("needs assessment", date(2026, 5, 4)),
        started=date(2026, 5, 4), state="running", says="as soon as possible after the needs assessment",
        done=also(PathwayPlan, "on", step="plan"),
    ),
    NoDay(
        code="cl-pathway-review-28d", case="after 28 days in the home", record=at_home(), started=date(2026, 1, 12),
        state="running", says="as soon as practicable after 28 days", done=REVIEW,
    ),
    NoDay(
        code="pf-visit-year1", case="sixteen in the first year, and no table of disabilities", way=1,
        record=(Person(child=CHILD, born_on=date(2010, 3, 9)), *fostered(date(2026, 2, 23))),
        started=date(2026, 3, 9), state="cannot_say", says="whether the child is disabled", held=NO_DISABILITIES,
    ),
    NoDay(
        code="pf-visit-year2", case="sixteen in the second year, and no table of disabilities", way=1,
        record=(Person(child=CHILD, born_on=date(2010, 3, 9)), *fostered(date(2025, 2, 24))),
        started=date(2026, 3, 9), state="cannot_say", says="whether the child is disabled", held=NO_DISABILITIES,
    ),
    NoDay(
        code="hl-young-person-refuses", case="at once",
        record=homeless(date(2026, 3, 3), declined_on=date(2026, 3, 4)), started=date(2026, 3, 4), state="running",
        says="at once, and again at each review", done=fill(HomelessPresentation, "advocate_on"),
    ),
)  # fmt: skip
