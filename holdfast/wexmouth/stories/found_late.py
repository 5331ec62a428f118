"""Story 3: a private fostering arrangement that the council was told of on the fifty-first day."""

from collections.abc import Iterator
from datetime import date

from holdfast.record.field import Fact
from holdfast.record.unseen import PrivateFostering, PrivateFosteringVisit
from holdfast.wexmouth.in_good_time import supervised
from holdfast.wexmouth.stories.story import Story
from holdfast.wexmouth.telling import Telling
from holdfast.wexmouth.workers import allocated

TOLD = date(2026, 2, 23)


def _tell() -> Iterator[Fact]:
    told = Telling("WX-S03-1")
    told.is_("Anya", "Kowalczyk", date(2011, 10, 2), "F")
    allocated(told, "femi", TOLD)
    supervised(told, "femi", TOLD)
    told.add(
        PrivateFostering, stay_from=date(2026, 1, 3), notified_on=TOLD, notified_by="school",
        suitable_on=date(2026, 4, 28),
    )  # fmt: skip
    for day in (date(2026, 2, 26), date(2026, 4, 14), date(2026, 5, 21)):
        told.add(PrivateFosteringVisit, on=day, seen_alone=True)
    yield from told.facts


FOUND_LATE = Story(number=3, title="Staying with a friend's mother, and told late", tell=_tell)
