"""Stories 5, 6, 7, 10 and 13 followed on the child's own page: the words at each day, from the stories' own rows."""

from datetime import date, datetime

import pytest

from holdfast.casework.child.clocks import ToldClock, done_of, is_known, open_of, unsaid_of
from holdfast.casework.child.story import ChildStory, story_of
from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.dates import Days, add_months, parse_moment, say, say_moment
from holdfast.duties.drift.rule import Drift, in_words
from holdfast.duties.explain import count_in_words
from holdfast.record.columns import columns_from
from holdfast.record.people import Person
from holdfast.record.register import NOUNS
from holdfast.wexmouth.stories import story_facts
from tests.stories.every_row import ROWS
from tests.stories.story_row import AskedRow, DriftRow, as_text

STORIES = ("S5-", "S6-", "S7-", "S10-", "S13-")
"""The stories that the child's page is tried on."""

NOT_ON_A_PAGE = frozenset({"S7-21", "S7-22"})
"""Rows about a record with a table withheld that leave no clock at all to show."""

FACTS = story_facts()
COUNCIL = Council.of(columns_from(FACTS, NOUNS))
IDS = {one.forename: one.child for one in FACTS if isinstance(one, Person)}
MINE = [row for row in ROWS if row.id.startswith(STORIES) and row.id not in NOT_ON_A_PAGE]
CLOCKS = [
    pytest.param(row, child, id=row.case(child)) for row in MINE if isinstance(row, AskedRow) for child in row.children
]
DRIFTS = [
    pytest.param(row, child, id=row.case(child)) for row in MINE if isinstance(row, DriftRow) for child in row.children
]

_KEPT: dict[tuple[str, datetime], ChildStory] = {}


def told(child: str, as_at: str) -> ChildStory:
    """The story of a child by first name; a bare day means its end."""
    moment = parse_moment(as_at)
    if (child, moment) not in _KEPT:
        story = story_of(COUNCIL, IDS[child], View(as_at=moment))
        assert story is not None
        _KEPT[child, moment] = story
    return _KEPT[child, moment]


def the_clock(story: ChildStory, row: AskedRow) -> ToldClock:
    """The one clock of the row's duty that started on its day."""
    found = [
        one
        for one in story.clocks
        if one.code == row.duty and row.started in (as_text(one.clock.started_on), as_text(one.clock.started_at))
    ]
    assert len(found) == 1, f"{len(found)} clocks of {row.duty} started on {row.started}"
    return found[0]


def said_day(row: AskedRow) -> str:
    """The row's last day in time, as a page says it."""
    return say_moment(parse_moment(row.due_at)) if row.due_at else say(date.fromisoformat(row.due)) if row.due else ""


@pytest.mark.parametrize(("row", "child"), CLOCKS)
def test_the_page_says_of_each_clock_what_the_story_says_at_that_day(row: AskedRow, child: str) -> None:
    story = told(child, row.as_at)
    clock = the_clock(story, row)
    assert clock.state == (row.wexmouth or row.shown or row.state)
    assert said_day(row) in clock.words or clock.state == "ended"
    if row.met:
        assert f"on {say(date.fromisoformat(row.met[:10]))}" in clock.words
    places = [
        open_of(story.clocks),
        done_of(story.clocks),
        tuple(filter(is_known, story.clocks)),
        unsaid_of(story.clocks),
    ]
    assert sum(clock in place for place in places) == 1


def counts() -> list[object]:
    """The rows that count what is left or how late it is, in the unit in which the page counts it."""
    left = [
        (one.values[0], one.values[1])
        for one in CLOCKS
        if one.values[0].count and one.values[0].count[1].rsplit(" ", 1)[-1] in ("left", "late")
    ]
    return [pytest.param(row, child, id=row.case(child)) for row, child in left]


@pytest.mark.parametrize(("row", "child"), counts())
def test_the_page_counts_the_days_as_the_story_counts_them(row: AskedRow, child: str) -> None:
    assert row.count is not None
    number, unit = row.count
    words = the_clock(told(child, row.as_at), row).words
    if number == 0:
        assert words == f"Due within the hour, by {said_day(row)}."
    else:
        assert count_in_words(number, unit.rsplit(" ", 1)[0]) in words


def the_drift(story: ChildStory, row: DriftRow) -> Drift:
    """The finding of the row's rule, from the part of the page where one of its state belongs."""
    worries = story.worries
    places = {
        "raised": tuple(one.drift for one in worries.standing), "overdue": tuple(one.drift for one in worries.standing),
        "running": worries.ahead, "met": worries.answered, "met_late": worries.answered,
    }  # fmt: skip
    found = [one for one in places[row.state] if one.code == row.rule and row.detail in ("", one.detail)]
    found = [one for one in found if not row.started or as_text(one.since) == row.started[:10]]
    assert len(found) == 1, f"{len(found)} of {row.rule} from {row.started}"
    return found[0]


@pytest.mark.parametrize(("row", "child"), DRIFTS)
def test_the_page_asks_each_question_of_the_story_at_that_day(row: DriftRow, child: str) -> None:
    drift = the_drift(told(child, row.as_at), row)
    assert drift.state == row.state
    assert as_text(drift.due_on) == row.due
    if row.due and row.state != "raised":
        assert say(date.fromisoformat(row.due)) in drift.words
    if row.met:
        assert say(date.fromisoformat(row.met)) in drift.words
    if row.count and row.count[1].startswith(("times", "changes", "reviews", "starts")):
        assert in_words(row.count[0]) in drift.words


# Story 5: seven days late.


@pytest.mark.parametrize("child", ["Amara", "Joel"])
def test_the_late_conference_keeps_the_child_on_the_list_until_it_is_held(child: str) -> None:
    assert "cp-icpc-15wd" not in [line.code for line in told(child, "2026-03-23").monday]
    assert "cp-icpc-15wd" in [line.code for line in told(child, "2026-03-24").monday]
    assert "cp-icpc-15wd" in [line.code for line in told(child, "2026-03-31").monday]
    assert told(child, "2026-04-13").monday == ()


def test_the_reason_why_it_is_late_stands_among_the_decisions_from_the_day_it_was_given() -> None:
    assert told("Amara", "2026-03-23").plans.decisions == ()
    (reason,) = told("Amara", "2026-03-24").plans.decisions
    assert "No chair was free; grandmother stays in the home" in reason.words


def test_the_conference_is_told_among_what_changed() -> None:
    held = "Initial child protection conference held; a protection plan was made"
    assert held in [one.words for one in told("Joel", "2026-04-01").changed]
    assert held not in [one.words for one in told("Joel", "2026-03-31").changed]


# Story 6: three reviews, no change.


@pytest.mark.parametrize("child", ["Ayo", "Temi"])
def test_a_reasoned_pause_stops_the_nagging_and_not_the_count(child: str) -> None:
    story = told(child, "2026-01-15")
    (paused,) = [one for one in story.worries.standing if one.drift.code == "no-change-decision"]
    assert paused.drift.paused_until == date(2026, 1, 30)
    assert paused.paused_by == "Lyn Castell"
    assert paused.drift.pause_reason == "A parent is in residential treatment until 30 January."
    assert paused.drift.count == -19
    assert "no-change-decision" not in [line.code for line in story.monday]
    assert "no-change-decision" in [line.code for line in told(child, "2026-01-31").monday]


def test_want_of_a_decision_climbs_by_itself_and_goes_with_the_decision() -> None:
    wanting = {"no-change-decision", "no-change-twice", "protection-plan-long"}
    assert wanting <= {line.code for line in told("Ayo", "2026-03-09").monday}
    assert not wanting & {line.code for line in told("Ayo", "2026-03-16").monday}
    (decided,) = [one for one in told("Ayo", "2026-03-16").plans.decisions if one.detail == "About the plan"]
    assert decided.words.startswith("Legal gateway: begin pre-proceedings")


def test_each_review_says_what_it_found() -> None:
    reviews = told("Temi", "2026-06-01").plans.reviews
    assert [(one.on.isoformat(), one.found) for one in reviews] == [
        ("2026-05-27", "Better for the child"), ("2025-12-02", "Little or no change"),
        ("2025-06-05", "Little or no change"), ("2024-12-09", "Little or no change"),
    ]  # fmt: skip


def test_the_twin_stands_beside_the_twin_once_they_are_before_the_court_together() -> None:
    assert told("Ayo", "2026-06-01").around.family == (IDS["Temi"],)
    assert told("Ayo", "2026-03-11").around.family == ()


def test_the_plan_is_pre_proceedings_from_the_letter_and_the_court_from_the_application() -> None:
    assert told("Ayo", "2026-03-20").plans.now[0].words == "In pre-proceedings since 19 March 2026"
    assert told("Ayo", "2026-07-14").plans.now[0].words == "Before the court since 14 July 2026"


# Story 7: great-aunt Sheila.


def approvals(child: str, as_at: str) -> str:
    """What the page says of the temporary approval."""
    return " ".join(one.words for one in told(child, as_at).home.approvals)


@pytest.mark.parametrize(("day", "weeks"), [("2026-02-02", 8), ("2026-03-02", 12), ("2026-03-16", 14)])
def test_the_weeks_of_a_temporary_approval_are_told(day: str, weeks: int) -> None:
    for child in ("Mason", "Poppy"):
        assert "runs to 30 March 2026" in approvals(child, day)
        assert f"It is {weeks} weeks since then." in approvals(child, day)


def test_the_forgotten_approval_is_told_from_the_day_after_it_ended() -> None:
    assert "ends today, 30 March 2026; no later approval is on record" in approvals("Poppy", "2026-03-30")
    for day in ("2026-03-31", "2026-04-13", "2026-06-01"):
        assert "Temporary approval ran to 30 March 2026; no later approval is on record." in approvals("Poppy", day)
        assert "cla-reg24-approval" in [line.code for line in told("Poppy", day).monday]


def test_the_extended_approval_shows_no_gap_on_any_day() -> None:
    day, last = date(2025, 12, 8), date(2026, 6, 1)
    while day <= last:
        words = approvals("Mason", day.isoformat())
        assert words
        assert "no later approval" not in words or "ends today" in words
        day = Days(7).after(day)
    for near in ("2026-03-30", "2026-03-31", "2026-05-25", "2026-05-26"):
        assert "no later approval" not in approvals("Mason", near)


def test_the_extension_the_panel_and_the_decision_are_each_told_from_their_day() -> None:
    assert "It was extended on 27 March 2026; the extension runs to 25 May 2026." in approvals("Mason", "2026-03-27")
    assert "panel" not in approvals("Mason", "2026-05-19")
    assert "The fostering panel looked at it on 20 May 2026." in approvals("Mason", "2026-05-20")
    assert "Full approval was decided on 22 May 2026." in approvals("Mason", "2026-05-22")


# Story 10: four times missing.


def test_one_child_four_times_missing_is_told_with_offers_and_interviews() -> None:
    sums = "One child, 4 times missing; 4 due an offer, 3 offered, 2 completed, 2 in time."
    assert told("Callum", "2026-06-01T08:30").missing.sum == sums


@pytest.mark.parametrize(
    ("back", "minutes", "words"),
    [
        ("2026-05-02T06:15", 525, "8 hours 45 minutes"), ("2026-05-09T02:40", 460, "7 hours 40 minutes"),
        ("2026-05-16T11:20", 2495, "1 day 17 hours 35 minutes"), ("2026-05-21T08:05", 595, "9 hours 55 minutes"),
    ],
)  # fmt: skip
def test_each_time_missing_is_told_to_the_minute(back: str, minutes: int, words: str) -> None:
    last = told("Callum", back).missing.times[0]
    assert last.until == say_moment(parse_moment(back))
    assert last.lasted == words
    days, rest = divmod(minutes, 1440)
    assert [int(one) for one in words.split() if one.isdigit()] == [
        part for part in (days, rest // 60, rest % 60) if part
    ]


def test_a_child_who_is_still_away_is_told_to_be_so() -> None:
    away = told("Callum", "2026-05-15").missing
    assert away.now
    assert away.times[0].until == "not back on record"
    assert not told("Callum", "2026-05-16").missing.now


def test_each_interview_held_ends_with_what_we_will_change() -> None:
    times = told("Callum", "2026-06-01T08:30").missing.times
    assert [bool(one.change) for one in times] == [one.interview.startswith("Talked") for one in times]
    assert times[1].interview == "No offer is on record"
    assert "which is the child's choice" in times[2].interview


# Story 13: five social workers.


def test_the_five_workers_stand_with_their_days() -> None:
    near = told("Leo", "2026-03-02").around
    assert [(one.name, one.since and one.since.isoformat()) for one in near.every] == [
        ("Neil Bracken", "2025-02-03"), ("Asha Puri", "2025-05-19"), ("Craig Tolland", "2025-08-04"),
        ("Moira Finn", "2025-11-10"), ("Yusuf Demir", "2026-03-02"),
    ]  # fmt: skip
    assert near.worker is not None
    assert near.worker.name == "Yusuf Demir"
    assert (near.every[-1].since - near.every[0].since).days == 392


def test_the_workers_of_twelve_months_are_those_who_had_the_child_in_them() -> None:
    assert len(told("Leo", "2026-03-31").around.workers) == 5
    first_went = date(2025, 5, 19)
    assert len(told("Leo", Days(1).before(add_months(first_went, 12)).isoformat()).around.workers) == 5
    assert len(told("Leo", add_months(first_went, 12).isoformat()).around.workers) == 4


def test_the_trip_to_the_seaside_is_promised_by_the_second_worker_and_not_kept() -> None:
    (promise,) = told("Leo", "2026-03-02").words.promises
    assert promise.words == "A trip to the seaside"
    assert "while Asha Puri was the worker" in promise.detail
    assert not promise.done
    assert told("Leo", "2025-05-18").words.promises == ()


def test_the_assessment_begun_three_times_is_asked_about_only_from_the_third() -> None:
    def codes(day: str) -> list[str]:
        return [one.drift.code for one in told("Leo", day).worries.standing]

    assert "assessment-restarted" not in codes("2026-01-11")
    assert "assessment-restarted" in codes("2026-01-12")
