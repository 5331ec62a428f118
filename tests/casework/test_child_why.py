"""Why a date, and why a question: reasons, sums, the days counted and not counted, the law and how it was read."""

from datetime import date

import pytest

from holdfast.casework.child.why_date import MOST_DAYS, WhyDate, days_of, why_date
from holdfast.casework.child.why_drift import STATE_WORDS, why_drift
from holdfast.casework.council import Council
from holdfast.dates import Days, WorkingDays, end_of, parse_moment
from holdfast.duties.clock import Clock
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.duty import LocalStandard
from holdfast.duties.register import ALL, BY_CODE
from holdfast.duties.settings import WEXMOUTH, Settings
from holdfast.duties.standing import Standing
from holdfast.record.columns import columns_from
from holdfast.record.people import Person
from holdfast.record.register import NOUNS
from holdfast.record.unseen import PrivateFostering
from holdfast.wexmouth.stories import story_facts

FACTS = story_facts()
IDS = {one.forename: one.child for one in FACTS if isinstance(one, Person)}


COLUMNS = columns_from(FACTS, NOUNS)
COUNCIL = Council.of(COLUMNS)


def standing(child: str, as_at: str) -> Standing:
    """A child of the stories as at a moment; a bare day means its end."""
    return Standing(COLUMNS.child(IDS[child]), parse_moment(as_at))


def why(code: str, child: str, as_at: str, settings: Settings = WEXMOUTH) -> WhyDate:
    """Why a duty's dates are what they are."""
    return why_date(BY_CODE[code], standing(child, as_at), settings)


def clock(start: str, due: str | None, **more: object) -> Clock:
    """A clock between two days."""
    fields: dict[str, object] = {
        "duty": "d", "way": 0, "child": "c", "index": 0, "started_on": date.fromisoformat(start), "started_at": None,
        "due_on": date.fromisoformat(due) if due else None, "due_at": None, "met_on": None, "ended_on": None,
        "state": "running", "days": None, "unit": "days", "missing": None,
    }  # fmt: skip
    return Clock(**{**fields, **more})  # type: ignore[arg-type]


def test_the_conference_is_told_with_its_reasons_its_sum_and_its_days() -> None:
    (one,) = why("cp-icpc-15wd", "Amara", "2026-03-25").occurrences
    assert one.told.words.startswith("It was due by 23 March 2026, 2 working days ago.")
    assert one.because[0] == "The strategy discussion that began the enquiry was held on Monday 2 March 2026."
    assert one.steps[0] == "Monday 2 March 2026 is day 0."
    assert one.steps[-1] == "The last day in time is Monday 23 March 2026."
    assert [day.kind for day in one.days].count("weekend") == 6
    assert one.days[-1].number == 15


def test_a_bank_holiday_in_a_count_is_named_and_not_counted() -> None:
    (one,) = why("cp-core-group-first", "Amara", "2026-04-01").occurrences
    holidays = {day.day.isoformat(): day.name for day in one.days if day.kind == "holiday"}
    assert holidays == {"2026-04-03": "Good Friday", "2026-04-06": "Easter Monday"}
    assert all(day.number is None for day in one.days if day.kind in ("holiday", "weekend"))
    assert one.days[-1].day == date(2026, 4, 17)
    assert one.days[-1].number == 10


def test_in_a_count_of_days_every_day_counts() -> None:
    days = days_of(Days(7), clock("2026-04-01", "2026-04-08"))
    assert [day.kind for day in days] == ["start", *["counted"] * 6, "due"]
    assert [day.number for day in days] == list(range(8))


@pytest.mark.parametrize(("length", "shown"), [(MOST_DAYS, True), (MOST_DAYS + 1, False)])
def test_a_very_long_count_is_told_in_its_steps_alone(length: int, shown: bool) -> None:
    due = Days(length).after(date(2026, 1, 1)).isoformat()
    assert bool(days_of(Days(length), clock("2026-01-01", due))) is shown


def test_no_calendar_is_drawn_for_hours_for_a_count_back_or_where_no_day_is_known() -> None:
    at = parse_moment("2026-05-05T06:15")
    assert days_of(Days(3), clock("2026-05-02", "2026-05-05", due_at=at)) == ()
    assert days_of(WorkingDays(-2), clock("2026-04-01", "2026-03-30")) == ()
    assert days_of(Days(3), clock("2026-05-02", None)) == ()


def test_hours_are_told_on_the_clock() -> None:
    newest = why("ms-rhi-72h", "Callum", "2026-06-01T08:30").occurrences[0]
    assert newest.told.number == 4
    assert newest.steps[0] == "The clock starts at Thursday 21 May 2026, 08:05."
    assert newest.days == ()


def test_the_newest_occurrence_comes_first_and_keeps_its_number() -> None:
    found = why("cp-review-next", "Ayo", "2026-06-01").occurrences
    assert [one.told.number for one in found] == [3, 2, 1]
    assert found[0].told.words == "Due by 2 June 2026, 1 day left."


def test_each_law_says_how_it_was_read_and_that_nobody_has_signed_it_off() -> None:
    for asked in ALL:
        told = why_date(asked, standing("Amara", "2026-06-01"), WEXMOUTH)
        assert bool(told.law) is not isinstance(asked, LocalStandard)
        for one in told.law:
            assert one.signed_off == "Nobody has signed it off yet"
            assert one.how_read
            assert one.in_force


def test_a_local_standard_is_a_setting_and_follows_the_councils_own_number() -> None:
    shipped = why("wf-case-supervision", "Amara", "2026-06-01")
    own = why("wf-case-supervision", "Amara", "2026-06-01", Settings(limits={"wf-case-supervision": Days(28)}))
    assert shipped.setting
    assert shipped.law == ()
    assert (shipped.limit, own.limit) == ("within 30 days", "within 28 days")
    assert shipped.occurrences[0].told.due_on != own.occurrences[0].told.due_on


def test_a_duty_that_never_started_says_so() -> None:
    assert why("pf-visit-7wd", "Amara", "2026-06-01").none.startswith("No clock of this kind had started")
    facts = [one for one in FACTS if not isinstance(one, PrivateFostering)]
    without = columns_from(facts, [noun for noun in NOUNS if noun is not PrivateFostering])
    told = why_date(BY_CODE["pf-visit-7wd"], Standing(without.child(IDS["Amara"]), end_of(date(2026, 6, 1))), WEXMOUTH)
    assert told.none.startswith("This record cannot hold what starts this clock")


def test_a_due_day_that_stands_on_record_has_no_sum_of_ours() -> None:
    (one,) = [each for each in why("cl-pa-visit-prereview", "Shanice", "2026-06-01").occurrences if each.told.due_on]
    assert one.steps == ()
    assert any("the day on record for it" in line for line in one.because)


# Why a question about drift is asked.


def test_a_rule_tells_its_number_what_it_saw_and_what_would_close_it() -> None:
    told = why_drift(RULES["worker-changes"], standing("Leo", "2026-06-01"), COUNCIL)
    (one,) = told.sightings
    assert one.state == "It stands: somebody's decision is asked for"
    assert "three changes of worker in 12 months" in one.drift.words
    assert "3" in told.threshold
    assert "Yusuf Demir became the social worker" in [each.words for each in one.evidence]
    assert all(each.on >= one.drift.since for each in one.evidence)
    assert told.needs == ("Involvements of workers",)
    assert told.rule.closes


def test_a_rule_that_does_not_speak_for_the_child_shows_nothing() -> None:
    assert why_drift(RULES["worker-changes"], standing("Amara", "2026-06-01"), COUNCIL).sightings == ()


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_that_speaks_for_a_child_of_the_stories_shows_dated_evidence(code: str) -> None:
    for child in ("Leo", "Callum", "Ayo", "Poppy", "Safiya", "Ellie-Mae", "Shanice", "Priya", "Kit"):
        told = why_drift(RULES[code], standing(child, "2026-06-01"), COUNCIL)
        assert told.threshold
        assert "{" not in told.threshold
        for one in told.sightings:
            assert one.state in STATE_WORDS.values()
            assert one.evidence
            assert [each.on for each in one.evidence] == sorted((each.on for each in one.evidence), reverse=True)
