"""Story 5: a conference held seven working days late."""

from collections.abc import Iterator, Mapping
from datetime import date

from holdfast.dates import WorkingDays
from holdfast.record.field import Fact
from holdfast.record.oversight import ManagementDecision
from holdfast.wexmouth.in_good_time import booked, enquired, protected, referred, supervised
from holdfast.wexmouth.signing import signed
from holdfast.wexmouth.stories.story import Story
from holdfast.wexmouth.telling import Telling, every
from holdfast.wexmouth.workers import allocated, worker

REFERRED, STRATEGY, HELD = date(2026, 2, 27), date(2026, 3, 2), date(2026, 4, 1)
CORE_GROUP = date(2026, 4, 15)


DISCUSSED = {
    "who took part: children's social care": "The team manager and the social worker",
    "who took part: police": "A detective sergeant, by telephone",
    "why it went ahead": "The health visitor could not be reached before five, and where the children would sleep that "
    "night could not wait. She was told the next morning.",
}
"""What was signed about the strategy discussion: nobody from health took part."""

AMARAS_REPORT: Mapping[date, Mapping[str, str]] = {
    date(2026, 3, 30): {
        "report: appointments": "Amara was not brought to three appointments at the surgery in February.",
        "report: home": "There was food in the kitchen and a bed made up for each child at every visit in March.",
    },
    date(2026, 3, 31): {
        "a parent's response to appointments": "Her mother: Two of the three were put off by the surgery. I have the "
        "messages and I will bring them.",
    },
}
"""Two passages of the report to the conference, given to the family on the first day; what her mother disputes."""


def _osei(child: str, forename: str, born_on: date, sex: str, written: Mapping[date, Mapping[str, str]]) -> Telling:
    told = Telling(child)
    told.is_(forename, "Osei", born_on, sex)
    referral = referred(told, "chloe", REFERRED, source="3A", assessed_on=date(2026, 4, 24))
    allocated(told, "chloe", STRATEGY)
    supervised(told, "chloe", STRATEGY)
    enquiry = enquired(told, "chloe", STRATEGY, date(2026, 3, 27), referral=referral)
    signed(told, enquiry, STRATEGY, "chloe", DISCUSSED)
    told.add(
        ManagementDecision, about="late reason", subject=enquiry, on=date(2026, 3, 24), decided_by=worker("ade"),
        reason="No chair was free; grandmother stays in the home until the conference.",
    )  # fmt: skip
    booking = booked(told, enquiry, HELD, on=date(2026, 3, 24))
    for day, parts in written.items():
        signed(told, booking, day, "chloe", parts)
    protected(
        told, "chloe", HELD, enquiry=enquiry, referral=referral, category="NEG",
        target_on=WorkingDays(15).after(STRATEGY), core_groups=[CORE_GROUP, *every(35, CORE_GROUP)],
    )  # fmt: skip
    return told


def _tell() -> Iterator[Fact]:
    yield from _osei("WX-S05-1", "Amara", date(2022, 7, 30), "F", AMARAS_REPORT).facts
    yield from _osei("WX-S05-2", "Joel", date(2025, 10, 11), "M", {}).facts


LATE_CONFERENCE = Story(number=5, title="A conference seven working days late", tell=_tell)
