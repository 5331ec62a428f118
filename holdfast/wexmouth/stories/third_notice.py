"""Story 1: a third police notice about the same family, and a child at another address."""

from collections.abc import Iterator
from datetime import date

from holdfast.dates import WorkingDays
from holdfast.record.field import Fact
from holdfast.record.front_door import Contact
from holdfast.record.oversight import Note
from holdfast.wexmouth.in_good_time import enquired, in_need, protected, referred, supervised
from holdfast.wexmouth.stories.story import Story
from holdfast.wexmouth.telling import Telling
from holdfast.wexmouth.workers import allocated

POLICE = "6"
SEPARATED = "parents separated"
FIRST, SECOND, THIRD = date(2025, 9, 12), date(2025, 10, 20), date(2026, 2, 9)
CLOSED = date(2025, 12, 12)
STRATEGY = date(2026, 2, 10)


def _marlowe(child: str, forename: str, born_on: date, sex: str) -> Telling:
    told = Telling(child)
    told.is_(forename, "Marlowe", born_on, sex)
    told.add(Contact, on=FIRST, source=POLICE, source_words="Police", outcome="ADVICE_FLAG")
    referred(
        told, "imogen", SECOND, source=POLICE, started_on=date(2025, 10, 21), assessed_on=CLOSED,
        closed_on=CLOSED, close_reason=SEPARATED,
    )  # fmt: skip
    referral = referred(
        told, "imogen", THIRD, source=POLICE, started_on=date(2026, 2, 11), assessed_on=date(2026, 4, 2)
    )
    allocated(told, "imogen", date(2025, 10, 21), CLOSED, "case closed")
    allocated(told, "imogen", STRATEGY)
    supervised(told, "imogen", date(2025, 10, 21), CLOSED)
    supervised(told, "imogen", STRATEGY)
    enquiry = enquired(told, "imogen", STRATEGY, date(2026, 2, 24), referral=referral)
    protected(
        told, "imogen", date(2026, 2, 26), enquiry=enquiry, referral=referral, category="EMO",
        target_on=WorkingDays(15).after(STRATEGY),
    )  # fmt: skip
    return told


def _kit() -> Telling:
    told = Telling("WX-S01-3")
    told.is_("Kit", "Barlow", date(2016, 8, 23), "M")
    referral = referred(told, "pascal", date(2025, 9, 29), source="2A", assessed_on=date(2025, 11, 14))
    allocated(told, "pascal", date(2025, 9, 30))
    supervised(told, "pascal", date(2025, 9, 30))
    in_need(told, "pascal", date(2025, 11, 17), referral=referral)
    told.add(
        Note, on=STRATEGY, kind="linked adult", theme="stepfather", source="Wexmouth Hub",
        words_of_note="An adult of this household is named in an enquiry about other children.",
    )  # fmt: skip
    return told


def _tell() -> Iterator[Fact]:
    yield from _marlowe("WX-S01-1", "Tia", date(2018, 11, 5), "F").facts
    yield from _marlowe("WX-S01-2", "Rowan", date(2021, 6, 17), "M").facts
    yield from _kit().facts


THIRD_NOTICE = Story(number=1, title="A third police notice", tell=_tell)
