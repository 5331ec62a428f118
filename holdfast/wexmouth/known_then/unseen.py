"""What was late in 2023 for children whom no chart showed, and for those who had been missing."""

from datetime import date

from holdfast.dates import WorkingDays, parse_moment
from holdfast.record.unseen import (
    HomelessPresentation,
    MissingEpisode,
    PrivateFostering,
    PrivateFosteringVisit,
    ReturnInterview,
)
from holdfast.wexmouth.in_good_time import supervised
from holdfast.wexmouth.known_then.finding import KnownThen
from holdfast.wexmouth.known_then.lives import CLOSED, helped, typed_late
from holdfast.wexmouth.planted.lives import safeguarding, somebody
from holdfast.wexmouth.telling import STEADY, Telling
from holdfast.wexmouth.workers import allocated


def _nowhere_to_sleep() -> Telling:
    """On sofas for nine nights."""
    work, _ = helped(61, date(2006, 11, 12), date(2023, 7, 18), date(2023, 8, 16), date(2024, 2, 23))
    work.told.add(
        HomelessPresentation, on=date(2023, 7, 18), at=parse_moment("2023-07-18T11:15"), housed_on=date(2023, 7, 27),
        housed_at=parse_moment("2023-07-27T17:30"), housed_in="supported lodgings", advocate_on=date(2023, 7, 20),
        assessed_on=date(2023, 8, 16), closed_on=date(2023, 8, 18),
    )  # fmt: skip
    return work.told


def _privately_fostered(
    number: int, born_on: date, told_on: date, first: date, suitable_on: date, until: date
) -> Telling:
    told = somebody(number, born_on)
    allocated(told, safeguarding(told), told_on, until, CLOSED)
    supervised(told, safeguarding(told), told_on, until)
    told.add(
        PrivateFostering, stay_from=told_on, notified_on=told_on, notified_by="carer", suitable_on=suitable_on,
        ended_on=until,
    )  # fmt: skip
    for day in [first, *STEADY.every("private fostering visit", first, until)]:
        told.add(PrivateFosteringVisit, on=day, seen_alone=True)
    return told


def _unvisited() -> Telling:
    first = date(2023, 9, 6)
    return _privately_fostered(
        62, date(2012, 1, 30), date(2023, 2, 27), first, WorkingDays(30).after(first), date(2024, 5, 31)
    )


def _undecided() -> Telling:
    return _privately_fostered(
        63, date(2013, 9, 4), date(2022, 12, 5), date(2022, 12, 13), date(2023, 12, 6), date(2024, 1, 31)
    )


def _missing(number: int, born_on: date, since: str, back: str, until: date) -> tuple[Telling, str]:
    """Missing for a night while a child in need plan ran; gives the episode's id."""
    on = date(2023, 3, 27)
    work, _ = helped(number, born_on, on, WorkingDays(30).after(on), until)
    left, returned = parse_moment(since), parse_moment(back)
    return work.told, work.told.add(
        MissingEpisode, type="missing", started_on=left.date(), started_at=left, returned_on=returned.date(),
        returned_at=returned, offered=True, accepted=True,
    )  # fmt: skip


def _asked_in_august() -> Telling:
    told, episode = _missing(64, date(2009, 6, 25), "2023-05-05T19:40", "2023-05-06T14:00", date(2023, 12, 15))
    told.add(
        ReturnInterview, episode=episode, offered_on=date(2023, 8, 14), held_on=date(2023, 8, 16),
        held_at=parse_moment("2023-08-16T15:30"), change="A cousin's number to ring from the bus station.",
    )  # fmt: skip
    return told


def _asked_in_november() -> Telling:
    """The police told of it in May, and it was typed in on 1 June: until then nobody who looked could see it."""
    told, episode = _missing(65, date(2008, 4, 11), "2023-05-18T21:20", "2023-05-19T09:00", date(2024, 1, 26))
    typed_late(told, MissingEpisode, parse_moment("2023-06-01T16:05"))
    told.add(
        ReturnInterview, episode=episode, offered_on=date(2023, 10, 30), held_on=date(2023, 11, 2),
        held_at=parse_moment("2023-11-02T16:30"), change="Somebody waits up, and says so beforehand.",
    )  # fmt: skip
    return told


def _declined() -> Telling:
    told, episode = _missing(66, date(2010, 1, 17), "2023-07-03T18:00", "2023-07-04T10:30", date(2023, 12, 8))
    told.add(ReturnInterview, episode=episode, offered_on=date(2023, 7, 5), declined_on=date(2023, 7, 5))
    told.add(
        ReturnInterview, episode=episode, offered_on=date(2023, 9, 25), held_on=date(2023, 9, 27),
        held_at=parse_moment("2023-09-27T13:00"), change="The youth worker asks, and not the social worker.",
    )  # fmt: skip
    return told


UNSEEN: tuple[KnownThen, ...] = (
    KnownThen(
        finding="children-no-chart-showed", monday=date(2023, 3, 13),
        tell=(_nowhere_to_sleep, _unvisited, _undecided),
        because=(
            "Nobody had decided about one stay by Tuesday 14 February, nor visited the other by Wednesday 8 March."
        ),
    ),
    KnownThen(
        finding="nobody-asked-why-they-ran", monday=date(2023, 6, 5),
        tell=(_asked_in_august, _asked_in_november, _declined),
        because=(
            "One came back on Saturday 6 May, the other on Friday 19 May; that was typed in on Thursday 1 June, and "
            "by event dates alone it would have been Monday 22 May."
        ),
    ),
)  # fmt: skip
