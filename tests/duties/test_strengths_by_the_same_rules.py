"""A strength is a clock that was met in time, told as evidence; both engines find the same ones."""

from datetime import date

import pytest

from holdfast.dates import parse_moment
from holdfast.duties.columns.good import good_things
from holdfast.duties.good import (
    FACTS,
    GOOD_CODES,
    STATIONS,
    GoodThing,
    after_words,
    good_things_of,
    spare_words,
    station_of,
    weight,
)
from holdfast.duties.register import BY_CODE
from holdfast.record.columns import columns_from, every_child
from holdfast.record.field import Fact
from holdfast.record.in_care import CareEpisode, CareReview, CareVisit, Placement
from holdfast.record.leaving_care import ProvidedHome
from holdfast.record.oversight import Note, PlanAction, PlanReview
from holdfast.record.people import Person
from holdfast.wexmouth.council import council_columns
from holdfast.wexmouth.telling import WEXMOUTH_MOMENT

MONDAY = parse_moment("2026-06-01T08:30")
IN = date(2026, 5, 26)


def in_care(*more: Fact) -> tuple[Fact, ...]:
    """Aria came into care and moved in on 26 May."""
    return (
        Person(child="A", forename="Aria", surname="Finch", born_on=date(2016, 3, 1), sex="F"),
        CareEpisode(id="e", child="A", started_on=IN, start_reason="S", entered_on=IN),
        Placement(id="p", child="A", started_on=IN, type="U6"),
        *more,
    )


def told(*facts: Fact) -> list[str]:
    """The words of Aria's good things, by both engines, which must agree."""
    columns = columns_from(facts)
    (child,) = every_child(columns)
    one = good_things_of(child, MONDAY)
    assert good_things(columns, MONDAY).get("A", ()) == one
    return [thing.words for thing in one]


def test_a_visit_in_time_is_told_by_how_soon_it_was_and_whether_the_child_was_seen_alone() -> None:
    alone = CareVisit(id="v", child="A", on=date(2026, 5, 28), seen=True, seen_alone=True)
    seen = CareVisit(id="v", child="A", on=date(2026, 5, 27), seen=True, seen_alone=False)
    assert told(*in_care(alone)) == ["Seen alone, two days after moving in."]
    assert told(*in_care(seen)) == ["Seen, the day after moving in."]


def test_nothing_done_is_nothing_good() -> None:
    assert told(*in_care()) == []


def test_the_child_who_spoke_at_the_review_is_told() -> None:
    review = CareReview(id="r", child="A", held_on=date(2026, 5, 29), cancelled=False, participation="PN1")
    (words,) = told(*in_care(review))
    assert words.startswith("The first review was held, with ")
    assert words.endswith("; the child spoke for themselves.")


def test_a_late_visit_is_no_strength() -> None:
    late = CareVisit(id="v", child="A", on=date(2026, 5, 29), seen=True)
    facts = [
        Person(child="A", forename="Aria", born_on=date(2016, 3, 1)),
        CareEpisode(id="e", child="A", started_on=date(2026, 5, 15), start_reason="S", entered_on=date(2026, 5, 15)),
        Placement(id="p", child="A", started_on=date(2026, 5, 15), type="U6"),
        late,
    ]
    assert told(*facts) == []


@pytest.mark.parametrize(("day", "there"), [(date(2026, 5, 25), False), (date(2026, 5, 26), True)])
def test_the_week_is_seven_days(day: date, there: bool) -> None:
    kept = Note(id="n", child="A", on=date(2026, 5, 1), kind="promise", words_of_note="A new bag", kept_on=day)
    assert (told(*in_care(kept)) == ["A promise was kept: a new bag."]) is there


def test_an_action_is_a_strength_on_its_day_and_not_on_the_day_after() -> None:
    def action(for_day: date) -> PlanAction:
        return PlanAction(
            id="a", child="A", action="a", words_of_action="Dentist booked", set_on=date(2026, 5, 20), for_day=for_day,
            done_on=date(2026, 5, 28),
        )  # fmt: skip

    assert told(*in_care(action(date(2026, 5, 28)))) == ["Done by its day: dentist booked."]
    assert told(*in_care(action(date(2026, 5, 27)))) == []


def test_a_review_that_found_little_change_is_no_strength() -> None:
    def review(change: str) -> PlanReview:
        return PlanReview(id="r", child="A", plan_kind="in care", on=date(2026, 5, 28), change=change)

    assert told(*in_care(review("better"))) == ["A review found that things had become better for the child."]
    assert told(*in_care(review("little or none"))) == []


def test_half_a_year_in_one_home_is_a_strength_on_the_day_it_is_reached() -> None:
    person = Person(child="A", forename="Shanice", born_on=date(2007, 2, 1))
    half = ProvidedHome(id="h", child="A", started_on=date(2025, 11, 28))
    assert "Six months in the same home." in told(person, half)
    tomorrow = ProvidedHome(id="h", child="A", started_on=date(2025, 12, 2))
    assert "Six months in the same home." not in told(person, tomorrow)


def test_both_engines_find_the_same_strengths_in_the_whole_of_wexmouth() -> None:
    columns = council_columns(150, seed=2)
    by_column = good_things(columns, WEXMOUTH_MOMENT)
    by_child = {one.id: good_things_of(one, WEXMOUTH_MOMENT) for one in every_child(columns)}
    assert len(by_column) > 10
    assert {child: some for child, some in by_child.items() if some} == by_column


def test_every_strength_rests_on_a_duty_of_the_register_or_a_fact_with_words() -> None:
    assert set(GOOD_CODES) <= set(BY_CODE)
    assert set(FACTS) == {"plan-better", "action-kept", "promise-kept", "home-kept"}


def test_every_duty_has_a_station_of_its_own_or_goes_with_the_child() -> None:
    assert station_of("cla-review-1", "court") == "care"
    assert station_of("cla-placement-plan", "care") == "home"
    assert station_of("cl-pathway-review", "care") == "leaving care"
    assert station_of("wf-case-supervision", "protection") == "protection"
    assert all(station_of(code, "front door") in STATIONS for code in BY_CODE)


def test_the_weightier_comes_first_then_the_later_day() -> None:
    def thing(code: str, day: int) -> GoodThing:
        return GoodThing(child="A", code=code, on=date(2026, 5, day), station="care", words="")

    things = [thing("cla-dental", 29), thing("cla-visit-yr1", 27), thing("cla-visit-yr1", 28)]
    assert [(one.code, one.on.day) for one in sorted(things, key=weight)] == [
        ("cla-visit-yr1", 28), ("cla-visit-yr1", 27), ("cla-dental", 29),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "words"), [(0, "on the day of"), (1, "the day after"), (2, "two days after"), (12, "12 days after")]
)
def test_how_soon_is_said_in_words(days: int, words: str) -> None:
    assert after_words(days) == words


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (0, "on its last day"),
        (1, "with one working day to spare"),
        (2, "with two working days to spare"),
        (None, "in time"),
    ],
)
def test_how_much_time_was_left_is_said_in_words(left: int | None, words: str) -> None:
    assert spare_words(left, "working days") == words
