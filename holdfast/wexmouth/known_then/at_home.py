"""What was late in 2023 for children at home: worries, help that stood still, supervision, conferences."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from holdfast.dates import WorkingDays
from holdfast.record.child_protection import Booking
from holdfast.record.oversight import ManagementDecision, Note
from holdfast.wexmouth.in_good_time import booked, enquired, protected, protection_reviews
from holdfast.wexmouth.known_then.finding import KnownThen
from holdfast.wexmouth.known_then.lives import Work, decided, helped, opened, talked_through
from holdfast.wexmouth.telling import Telling
from holdfast.wexmouth.workers import worker


def _worried(work: Work, theme: str, days: Iterable[date], looked_on: date) -> Telling:
    """One worry noted again and again until a manager looked at the notes together."""
    for day in days:
        work.told.add(
            Note, on=day, kind="concern", theme=theme, source="school", words_of_note="The school rang about it again."
        )
    work.told.add(
        ManagementDecision, about="manager look", on=looked_on, decided_by=worker("ade"),
        reason="Read together, the notes say one thing, and the plan now begins with it.",
    )  # fmt: skip
    return work.told


def _hungry() -> Telling:
    work, _ = helped(51, date(2014, 5, 6), date(2023, 2, 6), date(2023, 3, 20), date(2023, 12, 8))
    days = date(2023, 2, 20), date(2023, 3, 13), date(2023, 4, 3), date(2023, 4, 24), date(2023, 5, 9)
    return _worried(work, "food", days, date(2023, 10, 3))


def _often_late() -> Telling:
    work, _ = helped(52, date(2016, 11, 21), date(2023, 3, 6), date(2023, 4, 19), date(2024, 1, 12))
    days = date(2023, 3, 14), date(2023, 3, 30), date(2023, 4, 20), date(2023, 5, 4), date(2023, 5, 18)
    return _worried(work, "mornings", days, date(2024, 1, 9))


def _linked() -> Telling:
    """Supervision a fortnight later was the first that could ask what the note meant."""
    work, _ = helped(53, date(2019, 8, 14), date(2023, 6, 5), date(2023, 7, 12), date(2023, 11, 24))
    work.told.add(
        Note, on=date(2023, 7, 13), kind="linked adult", theme="household", source="police",
        words_of_note="The mother's new partner is named in another family's enquiry.",
    )  # fmt: skip
    return work.told


def _long_help() -> Telling:
    work, plan = helped(54, date(2015, 2, 27), date(2022, 5, 26), date(2022, 7, 8), date(2024, 3, 15))
    decided(work, plan, date(2023, 11, 14), "Four more months, with the grandparents in it.")
    return work.told


def _kept_safe(work: Work, strategy_on: date, held_on: date, until: date, **more: Any) -> str:
    """Enquiry, conference and plan, with nothing booked yet; gives the enquiry's id."""
    enquiry = enquired(work.told, work.name, strategy_on, WorkingDays(8).after(strategy_on), referral=work.referral)
    protected(
        work.told, work.name, held_on, enquiry=enquiry, referral=work.referral, category="NEG",
        target_on=WorkingDays(15).after(strategy_on), until=until, **more,
    )  # fmt: skip
    return enquiry


def _last_review(held_on: date, by: date) -> date:
    return protection_reviews(held_on, by)[-1]


def _long_plan() -> Telling:
    """Reviewed in time each time, and better each time; nobody decided what was still needed."""
    held = date(2022, 1, 20)
    until = _last_review(held, date(2024, 9, 30))
    work = opened(55, date(2018, 3, 9), date(2021, 12, 29), until)
    enquiry = _kept_safe(work, date(2021, 12, 30), held, until)
    booked(work.told, enquiry, held, on=date(2022, 1, 6))
    work.told.add(
        ManagementDecision, about="plan", on=date(2024, 6, 12), decided_by=worker("lyn"),
        reason="The plan ends with the next review; help goes on with the school.",
    )  # fmt: skip
    return work.told


def _no_change() -> Telling:
    held, until = date(2022, 9, 20), date(2023, 11, 10)
    work = opened(56, date(2020, 6, 17), date(2022, 8, 26), until)
    reviews = [(date(2022, 12, 13), "little or none"), (date(2023, 5, 30), "little or none"), (until, "better")]
    enquiry = _kept_safe(work, date(2022, 8, 30), held, until, reviews=reviews)
    booked(work.told, enquiry, held, on=date(2022, 9, 5))
    work.told.add(
        ManagementDecision, about="plan", on=date(2023, 9, 26), decided_by=worker("lyn"),
        reason="Two reviews without change are enough. The plan is made anew with the family.",
    )  # fmt: skip
    return work.told


def _undiscussed(number: int, born_on: date, on: date, until: date, *spells: tuple[date, date]) -> Telling:
    since = WorkingDays(30).after(on)
    work, plan = helped(number, born_on, on, since, until, talked=False)
    talked_through(work, *spells)
    decided(work, plan, date(2023, 8, 14), "It goes on until the winter, and then ends.")
    return work.told


def _undiscussed_till_september() -> Telling:
    return _undiscussed(
        57, date(2013, 10, 2), date(2022, 10, 3), date(2024, 1, 19), (date(2022, 10, 24), date(2022, 12, 19)),
        (date(2023, 2, 27), date(2023, 6, 12)), (date(2023, 9, 20), date(2024, 1, 8)),
    )  # fmt: skip


def _undiscussed_till_november() -> Telling:
    return _undiscussed(
        58, date(2017, 12, 28), date(2022, 10, 10), date(2024, 2, 9), (date(2022, 10, 31), date(2022, 12, 20)),
        (date(2023, 3, 2), date(2023, 6, 20)), (date(2023, 11, 8), date(2024, 1, 29)),
    )  # fmt: skip


def _not_booked() -> Telling:
    held = date(2023, 8, 3)
    until = _last_review(held, date(2024, 6, 28))
    work = opened(59, date(2021, 4, 13), date(2023, 5, 23), until)
    enquiry = _kept_safe(work, date(2023, 5, 24), held, until)
    booked(work.told, enquiry, held, on=date(2023, 6, 30))
    return work.told


def _put_off() -> Telling:
    held = date(2023, 9, 14)
    until = _last_review(held, date(2024, 6, 28))
    work = opened(60, date(2012, 7, 1), date(2023, 5, 31), until)
    enquiry = _kept_safe(work, date(2023, 6, 1), held, until)
    shared = date(2023, 6, 19)
    work.told.add(Booking, on=date(2023, 6, 8), for_day=date(2023, 6, 21), enquiry=enquiry, report_shared_on=shared)
    booked(work.told, enquiry, held, on=date(2023, 8, 22))
    return work.told


AT_HOME: tuple[KnownThen, ...] = (
    KnownThen(
        finding="not-understood-the-first-time", monday=date(2023, 5, 22), tell=(_hungry, _often_late, _linked),
        because="Food was noted for the fifth time on Tuesday 9 May, mornings on Thursday 18 May.",
    ),
    KnownThen(
        finding="plans-that-stood-still", monday=date(2023, 4, 24), tell=(_long_help, _long_plan, _no_change),
        because="Nine months of help were over on Saturday 8 April, fifteen of protection on Thursday 20 April.",
    ),
    KnownThen(
        finding="oversight-that-changed-nothing", monday=date(2023, 1, 23),
        tell=(_undiscussed_till_september, _undiscussed_till_november),
        because="Talked through on 19 and 20 December: the thirty days ran to Wednesday 18 and Thursday 19 January.",
    ),
    KnownThen(
        finding="conferences-too-late", monday=date(2023, 6, 26), tell=(_not_booked, _put_off),
        because="Nobody had booked the first by Tuesday 6 June; the second was due by Thursday 22 June.",
    ),
)  # fmt: skip
