"""Story 6: three reviews with little change, eighteen months on a plan, and the way to court."""

from collections.abc import Iterator, Mapping
from datetime import date

from holdfast.record.child_protection import Application, PreProceedings
from holdfast.record.field import Fact
from holdfast.record.oversight import ManagementDecision, PlanReview
from holdfast.wexmouth.in_good_time import enquired, protected, referred, supervised
from holdfast.wexmouth.signing import signed
from holdfast.wexmouth.stories.story import Story
from holdfast.wexmouth.telling import Telling
from holdfast.wexmouth.workers import allocated, worker

CONFERENCE = date(2024, 9, 10)
REVIEWS = (date(2024, 12, 9), date(2025, 6, 5), date(2025, 12, 2))
PAUSED, PAUSED_UNTIL = date(2026, 1, 7), date(2026, 1, 30)
GATEWAY, LETTER, MEETING, ISSUED = date(2026, 3, 12), date(2026, 3, 19), date(2026, 4, 1), date(2026, 7, 14)


AYOS: Mapping[date, str] = {
    REVIEWS[2]: "Ayo comes to school without breakfast on Mondays. She told her teacher that she puts Temi to bed.",
    LETTER: "Ayo asked whether they have to move. Her worker told her what the letter asks of her parents.",
}
TEMIS: Mapping[date, str] = {
    REVIEWS[2]: "Temi's tooth still hurts. She eats on one side only and missed the dentist twice.",
}
"""What an event meant for each twin: different things; of the letter nobody wrote what it meant to Temi."""


def _bankole(child: str, forename: str, sex: str, meant: Mapping[date, str]) -> Telling:
    told = Telling(child)
    told.is_(forename, "Bankole", date(2020, 9, 3), sex)
    referral = referred(told, "gwen", date(2024, 8, 19), source="2A", assessed_on=date(2024, 10, 9))
    allocated(told, "gwen", date(2024, 8, 20))
    supervised(told, "gwen", date(2024, 8, 20))
    enquiry = enquired(told, "gwen", date(2024, 8, 21), date(2024, 9, 6), referral=referral)
    plan = protected(
        told, "gwen", CONFERENCE, enquiry=enquiry, referral=referral, category="NEG",
        target_on=date(2024, 9, 12), reviews=[(day, "little or none") for day in REVIEWS],
    )  # fmt: skip
    told.add(
        ManagementDecision, about="pause", subject=plan, on=PAUSED, until=PAUSED_UNTIL, decided_by=worker("lyn"),
        reason="A parent is in residential treatment until 30 January.",
    )  # fmt: skip
    told.add(
        ManagementDecision, about="plan", subject=plan, on=GATEWAY, decided_by=worker("lyn"),
        reason="Legal gateway: begin pre-proceedings for both twins, because the harm has gone on.",
    )  # fmt: skip
    legal = told.add(
        PreProceedings, family="WX-S06", decided_on=GATEWAY, letter_on=LETTER, met_on=MEETING, ended_on=ISSUED,
        outcome="issue", gateway="begin pre-proceedings",
    )  # fmt: skip
    rows = {one.on: one.id for one in told.of(PlanReview)} | {LETTER: legal}
    for day, words in meant.items():
        signed(told, rows[day], day, "gwen", {"what it meant for the child": words})
    told.add(PlanReview, plan_kind="pre-proceedings", on=date(2026, 5, 27), change="better")
    told.add(Application, issued_on=ISSUED)
    return told


def _tell() -> Iterator[Fact]:
    yield from _bankole("WX-S06-1", "Ayo", "F", AYOS).facts
    yield from _bankole("WX-S06-2", "Temi", "F", TEMIS).facts


LITTLE_CHANGE = Story(number=6, title="Three reviews, little change, and the law", tell=_tell)
