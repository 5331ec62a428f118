"""Story 2: a disabled child whose small signs were each too small."""

from collections.abc import Iterator
from datetime import date

from holdfast.dates import WorkingDays
from holdfast.record.field import Fact
from holdfast.record.oversight import ManagementDecision, Note
from holdfast.record.people import Disability
from holdfast.wexmouth.in_good_time import enquired, in_need, protected, referred, supervised
from holdfast.wexmouth.stories.story import Story
from holdfast.wexmouth.telling import Telling
from holdfast.wexmouth.workers import allocated, worker

SCHOOL_NOTES = {
    date(2026, 1, 13): "Looks thinner than before the holiday.",
    date(2026, 1, 27): "In the same clothes all week.",
    date(2026, 2, 5): "Flinched when a grown-up came near.",
    date(2026, 2, 24): "Thinner again; ate two lunches.",
    date(2026, 3, 10): "Flinched twice, and would not be changed.",
}
STRATEGY, CONFERENCE = date(2026, 3, 12), date(2026, 3, 31)


def _tell() -> Iterator[Fact]:
    told = Telling("WX-S02-1")
    told.is_("Ibrahim", "Sadiq", date(2014, 5, 20), "M", send=True)
    for code in ("AUT", "COMM"):
        told.add(Disability, code=code)
    referral = referred(told, "hannah", date(2025, 3, 24), source="2A", need="N2", assessed_on=date(2025, 5, 16))
    allocated(told, "hannah", date(2025, 3, 25))
    supervised(told, "hannah", date(2025, 3, 25))
    in_need(
        told, "hannah", date(2025, 5, 19), referral=referral, until=CONFERENCE,
        reviews=[date(2025, 8, 15), date(2025, 11, 14)],
    )  # fmt: skip
    for day, words in SCHOOL_NOTES.items():
        told.add(Note, on=day, kind="concern", theme="neglect", source="school", words_of_note=words)
    told.add(
        ManagementDecision, about="manager look", on=STRATEGY, decided_by=worker("ade"),
        reason="Five notes on one theme: strategy discussion with health and police.",
    )  # fmt: skip
    enquiry = enquired(told, "hannah", STRATEGY, date(2026, 3, 30), referral=referral)
    protected(
        told, "hannah", CONFERENCE, enquiry=enquiry, referral=referral, category="NEG",
        target_on=WorkingDays(15).after(STRATEGY),
    )  # fmt: skip
    yield from told.facts


BELOW_THRESHOLD = Story(number=2, title="Five small notes about a disabled child", tell=_tell)
