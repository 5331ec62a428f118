"""Story 14: a reviewing officer's challenge that climbed itself."""

from collections.abc import Iterator
from datetime import date

from holdfast.record.field import Fact
from holdfast.record.oversight import Challenge, Note
from holdfast.wexmouth.care_in_good_time import TimeInCare, care_reviews, in_episodes, looked_after, placed
from holdfast.wexmouth.in_good_time import referred, supervised
from holdfast.wexmouth.stories.story import Story
from holdfast.wexmouth.telling import Telling
from holdfast.wexmouth.workers import allocated

REFERRED, ENTERED = date(2024, 5, 28), date(2024, 6, 10)
THEME = "brothers and sisters"
INFORMAL = date(2026, 1, 26)
SETTLED = date(2026, 3, 3)
STAGES = (
    (date(2026, 2, 2), None),
    (date(2026, 2, 9), None),
    (date(2026, 2, 16), date(2026, 2, 23)),
    (date(2026, 2, 23), date(2026, 3, 2)),
)


def _in_care(child: str, forename: str, surname: str, born_on: date, sex: str) -> tuple[Telling, TimeInCare]:
    told = Telling(child)
    told.is_(forename, surname, born_on, sex)
    allocated(told, "sunita", REFERRED)
    supervised(told, "sunita", REFERRED)
    referral = referred(told, "sunita", REFERRED, source="5A", assessed_on=date(2024, 7, 19))
    time = TimeInCare(entered_on=ENTERED, legal="C2", born_on=born_on, referral=referral)
    period = f"{child}-care-1"
    looked_after(told, time, period)
    placed(told, ENTERED, period=period, type="U6")
    in_episodes(told, time, period)
    return told, time


def _safiya() -> Telling:
    told, time = _in_care("WX-S14-1", "Safiya", "Noor", date(2014, 1, 19), "F")
    promised = [day for day in care_reviews(time) if day < INFORMAL][-2:]
    for day in promised:
        told.add(
            Note, on=day, kind="promise", theme=THEME, source="review", words_of_note="Time with her brother",
            kept_on=date(2026, 3, 14),
        )  # fmt: skip
    dispute = "WX-S14-1-dispute-1"
    told.add(Challenge, stage=0.0, raised_on=INFORMAL, theme=THEME, dispute=dispute)
    for number, (raised, replied) in enumerate(STAGES, 1):
        last = number == len(STAGES)
        told.add(
            Challenge, stage=float(number), raised_on=raised, replied_on=replied, theme=THEME, dispute=dispute,
            settled_on=SETTLED if last else None,
        )  # fmt: skip
    return told


def _other(child: str, forename: str, surname: str, born_on: date, sex: str, raised: date) -> Telling:
    """Another child with the same theme, whose informal word was enough."""
    told, _ = _in_care(child, forename, surname, born_on, sex)
    told.add(
        Challenge, stage=0.0, raised_on=raised, replied_on=date(2026, 2, 20), settled_on=date(2026, 2, 20),
        theme=THEME, dispute=f"{child}-dispute-1",
    )  # fmt: skip
    return told


def _tell() -> Iterator[Fact]:
    yield from _safiya().facts
    yield from _other("WX-S14-2", "Bilal", "Haddad", date(2013, 7, 4), "M", date(2026, 2, 11)).facts
    yield from _other("WX-S14-3", "Carys", "Penhale", date(2015, 3, 27), "F", date(2026, 2, 16)).facts


NO_ANSWER = Story(number=14, title="A challenge without an answer", tell=_tell)
