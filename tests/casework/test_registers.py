"""Registers fall out of the record: who is on each and from which day, who came and left, what is worst."""

from datetime import date
from random import Random

import polars as pl
import pytest

from holdfast.casework.council import Council
from holdfast.casework.registers.found import RegisterNow, register_now, registers_now
from holdfast.casework.registers.homes import FAR_MILES
from holdfast.casework.registers.one import whole_miles
from holdfast.casework.registers.places import (
    BY_CODE,
    REGISTERS,
    Listed,
    _of_clocks,
    _of_drifts,
    _of_facts,
    _of_one_clocks,
    _of_one_drifts,
    _of_one_facts,
    places_on,
)
from holdfast.casework.registers.register import Register
from holdfast.casework.view import View
from holdfast.dates import end_of, parse_moment
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.duties.settings import WEXMOUTH
from holdfast.duties.standing import Standing
from holdfast.record.child import Held
from holdfast.record.columns import Columns, columns_from, every_child
from holdfast.record.field import Fact
from holdfast.record.front_door import Referral
from holdfast.record.in_care import CareEpisode, Placement
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.people import Involvement, Person
from holdfast.record.unseen import HomelessPresentation, MissingEpisode, PrivateFostering
from holdfast.wexmouth.council import council_columns
from holdfast.wexmouth.stories import STORIES
from holdfast.wexmouth.telling import WEXMOUTH_MOMENT
from tests.invented_records import invented

MONDAY = View(as_at=WEXMOUTH_MOMENT)


@pytest.fixture(scope="module")
def wexmouth() -> Council:
    return Council.of(council_columns(600, 1))


@pytest.fixture(scope="module")
def stories() -> Council:
    """The children of the stories alone."""
    return Council.of(columns_from([fact for story in STORIES for fact in story.facts()]))


def on_it(code: str, *facts: Fact, day: str = "2026-06-01T08:30") -> list[str]:
    view = View(as_at=parse_moment(day))
    found = places_on(Council.of(columns_from(facts)), view, BY_CODE[code])
    return sorted(child for child, place in found.items() if place.sure)


STORY_DAYS = (
    ("privately-fostered", "Anya", "2026-02-22", "2026-02-23"),
    ("homeless-at-16-and-17", "Jordan", "2026-03-12", "2026-03-13"),
    ("disabled-with-worries", "Ibrahim", "2026-01-12", "2026-01-13"),
    ("temporary-approval", "Mason", "2025-12-07", "2025-12-08"),
    ("far-from-home", "Priya", "2026-04-19", "2026-04-20"),
    ("unaccompanied", "Dawit", "2026-05-04", "2026-05-05"),
    ("missing-without-return-interview", "Callum", "2026-05-15", "2026-05-16"),
    ("waiting-at-the-front-door", "Tia", "2026-02-08", "2026-02-09"),
    ("many-changes-of-worker", "Leo", "2025-11-09", "2025-11-10"),
)


@pytest.mark.parametrize(("code", "name", "before", "from_then"), STORY_DAYS)
def test_a_storys_child_comes_on_to_the_register_on_the_day_itself(
    stories: Council, code: str, name: str, before: str, from_then: str
) -> None:
    child = next(child for child, called in stories.names.items() if called.startswith(f"{name} "))
    listed = [child in places_on(stories, View(as_at=parse_moment(day)), BY_CODE[code]) for day in (before, from_then)]
    assert listed == [False, True]


def test_a_full_approval_takes_a_child_off_and_time_that_ran_out_takes_nobody_off(stories: Council) -> None:
    named = {called.split()[0]: child for child, called in stories.names.items()}
    days = ("2026-05-21", "2026-05-22", "2026-06-01")
    found = [places_on(stories, View(as_at=parse_moment(day)), BY_CODE["temporary-approval"]) for day in days]
    assert [named["Mason"] in one for one in found] == [True, False, False]
    assert [named["Poppy"] in one for one in found] == [True, True, True]


def test_the_registers_of_wexmouth_name_the_stories_children(wexmouth: Council) -> None:
    found = {
        one.register.code: {row.name.split()[0] for row in one.rows} for one in registers_now(wexmouth, MONDAY, None)
    }
    expected = {
        "privately-fostered": "Anya", "disabled-with-worries": "Ibrahim", "temporary-approval": "Poppy",
        "far-from-home": "Priya", "unaccompanied": "Dawit", "missing-without-return-interview": "Callum",
        "many-changes-of-worker": "Leo",
    }  # fmt: skip
    assert {code: name for code, name in expected.items() if name not in found[code]} == {}


def test_the_homeless_stay_on_until_it_is_closed_though_they_turn_eighteen() -> None:
    person = Person(child="c", born_on=date(2008, 5, 1))
    asked = HomelessPresentation(child="c", id="H", on=date(2026, 4, 1), closed_on=date(2026, 6, 10))
    days = ("2026-03-31", "2026-04-01", "2026-05-02", "2026-06-09", "2026-06-10")
    found = [on_it("homeless-at-16-and-17", person, asked, day=day) for day in days]
    assert found == [[], ["c"], ["c"], ["c"], []]


def test_a_child_who_is_missing_is_on_until_the_return_and_one_who_is_away_never_is() -> None:
    gone = MissingEpisode(child="c", id="M", started_on=date(2026, 5, 30), returned_on=date(2026, 6, 2), type="missing")
    away = MissingEpisode(child="d", id="N", started_on=date(2026, 5, 30), type="away")
    days = ("2026-05-29", "2026-05-30", "2026-06-01", "2026-06-02")
    assert [on_it("missing-now", gone, away, day=day) for day in days] == [[], ["c"], ["c"], []]


@pytest.mark.parametrize(("miles", "listed"), [(FAR_MILES, []), (FAR_MILES + 0.1, ["c"])])
def test_far_begins_just_above_the_number_of_miles(miles: float, listed: list[str]) -> None:
    care = CareEpisode(child="c", id="E", started_on=date(2026, 4, 1), entered_on=date(2026, 4, 1))
    home = Placement(child="c", id="P", started_on=date(2026, 4, 1), distance=miles)
    assert on_it("far-from-home", Person(child="c"), care, home) == listed


def test_of_a_home_whose_distance_is_not_on_record_the_register_says_that_it_cannot_say() -> None:
    care = CareEpisode(child="c", id="E", started_on=date(2026, 4, 1), entered_on=date(2026, 4, 1))
    home = Placement(child="c", id="P", started_on=date(2026, 4, 1))
    council = Council.of(columns_from([Person(child="c", forename="Ada"), care, home]))
    found = register_now(council, MONDAY, BY_CODE["far-from-home"], None)
    assert (found.rows, found.unsure) == ((), (("c", "Ada"),))


def test_a_child_with_open_work_and_nobody_is_without_a_worker_from_the_day_the_last_one_left() -> None:
    referral = Referral(child="c", id="R", on=date(2026, 3, 2))
    gone = Involvement(child="c", id="I", professional="W", started_on=date(2026, 3, 3), ended_on=date(2026, 5, 15))
    council = Council.of(columns_from([Person(child="c"), referral, gone]))
    found = {
        day: places_on(council, View(as_at=parse_moment(day)), BY_CODE["no-worker-on-record"])
        for day in ("2026-03-01", "2026-03-02", "2026-05-14", "2026-05-15")
    }
    assert [bool(one) for one in found.values()] == [False, True, False, True]
    assert found["2026-05-15"]["c"].since == date(2026, 5, 15)


def test_a_young_person_who_is_on_record_as_not_in_touch_is_on_the_register() -> None:
    for said, listed in (("YES", []), ("NO", ["c"])):
        assert on_it("care-leavers-not-in-touch", Person(child="c"), CareLeaver(child="c", in_touch=said)) == listed


def test_a_child_who_died_is_on_no_register() -> None:
    fostered = PrivateFostering(child="c", id="F", notified_on=date(2026, 3, 2))
    for died, listed in ((None, ["c"]), (date(2026, 5, 1), [])):
        assert on_it("privately-fostered", Person(child="c", died_on=died), fostered) == listed


def test_who_came_and_who_left_make_the_difference_between_the_two_days(wexmouth: Council) -> None:
    changed = 0
    for one in REGISTERS:
        now = register_now(wexmouth, MONDAY, one, None)
        for change in (now.four_weeks, now.twelve_months):
            then = places_on(wexmouth, View(as_at=end_of(change.since)), one)
            assert len(now.rows) - sum(place.sure for place in then.values()) == change.net
            changed += change.came + change.left
    assert changed > 0


def test_the_days_compared_are_four_weeks_and_twelve_months_before(wexmouth: Council) -> None:
    now = register_now(wexmouth, MONDAY, REGISTERS[0], None)
    assert (now.four_weeks.since, now.twelve_months.since) == (date(2026, 5, 4), date(2025, 6, 1))


def test_what_is_late_comes_before_what_is_due_and_each_by_its_day(wexmouth: Council) -> None:
    found = {one.register.code: one for one in registers_now(wexmouth, MONDAY, None)}
    relatives = found["temporary-approval"].rows
    assert relatives[0].name == "Poppy Lane"
    for one in found.values():
        things = [row.next for row in one.rows if row.next]
        late = [thing.late and thing.alerts for thing in things]
        assert late == sorted(late, reverse=True)
        soon = [thing.due_on for thing in things if not thing.late and thing.due_on]
        assert soon == sorted(soon)


def test_a_seat_sees_the_same_register_without_the_others_children(wexmouth: Council) -> None:
    whole = register_now(wexmouth, MONDAY, BY_CODE["far-from-home"], None)
    some = {row.child for row in whole.rows[::2]}
    part = register_now(wexmouth, MONDAY, BY_CODE["far-from-home"], some)
    assert part.rows == tuple(row for row in whole.rows if row.child in some)
    assert part.four_weeks.came <= whole.four_weeks.came


def _without(columns: Columns, noun: type[Fact]) -> Columns:
    fields = {one: names for one, names in columns.held.fields.items() if one is not noun}
    frames = {one: frame for one, frame in columns.frames.items() if one is not noun}
    return Columns(frames=frames, held=Held(fields=fields))


@pytest.mark.parametrize("register", REGISTERS, ids=[one.code for one in REGISTERS])
def test_a_record_without_a_table_that_a_register_needs_names_the_cure_and_nobody(register: Register) -> None:
    whole = columns_from([fact for story in STORIES for fact in story.facts()])
    assert register.missing(whole.held) == ""
    for need in register.needs:
        columns = _without(whole, need.noun)
        assert need.noun.table in register.missing(columns.held)
    last = Council.of(_without(whole, register.needs[-1].noun))
    assert places_on(last, MONDAY, register) == {}


def test_every_code_that_a_register_looks_at_is_a_duty_or_a_drift_rule() -> None:
    for one in REGISTERS:
        assert one.codes <= DUTIES.keys() | RULES.keys(), one.code
        assert one.clock == "" or one.clock in DUTIES
        assert one.members or one.clock or one.rules


def _spiced(columns: Columns, seed: int) -> Columns:
    """Invented facts with the words that the registers ask for."""
    random = Random(seed)

    def some(frame: pl.DataFrame, field: str, choices: tuple[object, ...]) -> pl.DataFrame:
        kind = frame.schema[field]
        drawn = pl.Series(field, [random.choice(choices) for _ in range(frame.height)], dtype=kind)
        return frame.with_columns(drawn)

    spice: tuple[tuple[type[Fact], str, tuple[object, ...]], ...] = (
        (CareEpisode, "need", ("N8", "N1", None)), (Person, "nationality", ("British", "Eritrean", None)),
        (Placement, "distance", (None, 20.0, 20.5, 63.4)), (CareLeaver, "in_touch", ("NO", "YES", None)),
        (HomelessPresentation, "closed_on", (None, date(2025, 9, 1))),
        (MissingEpisode, "returned_on", (None, date(2025, 9, 1))),
    )  # fmt: skip
    frames = dict(columns.frames)
    for noun, field, choices in spice:
        if noun in frames and field in columns.held.fields.get(noun, ()):
            frames[noun] = some(frames[noun], field, choices)
    return Columns(frames=frames, held=columns.held)


def _by_code(places: dict[str, tuple[Listed, ...]]) -> dict[str, list[Listed]]:
    return {child: sorted(some, key=lambda one: one.code) for child, some in places.items()}


@pytest.mark.parametrize("seed", range(24))
def test_one_child_at_a_time_and_all_at_once_give_the_same_places(seed: int) -> None:
    columns = _spiced(invented(Random(seed), whole=seed % 2 == 0), seed)
    view = View(as_at=(end_of(date(2026, 6, 1)), end_of(date(2025, 9, 1)))[seed % 2])
    children = [Standing(child, view.as_at) for child in every_child(columns)]
    twins = ((_of_facts, _of_one_facts), (_of_clocks, _of_one_clocks), (_of_drifts, _of_one_drifts))
    for many, one in twins:
        alone = {child.child.id: found for child in children if (found := one(child, WEXMOUTH))}
        assert _by_code(many(columns, view, WEXMOUTH)) == _by_code(alone)


def test_the_invented_records_reach_every_register_that_rests_on_facts_or_a_clock() -> None:
    reached: set[str] = set()
    for seed in range(0, 24, 2):
        columns = _spiced(invented(Random(seed), whole=True), seed)
        view = View(as_at=end_of(date(2026, 6, 1)))
        for many in (_of_facts, _of_clocks, _of_drifts):
            reached |= {place.code for some in many(columns, view, WEXMOUTH).values() for place in some}
    assert {one.code for one in REGISTERS if not one.rules} - reached == set()


def test_half_a_mile_is_rounded_up_in_both_engines() -> None:
    assert [whole_miles(miles) for miles in (20.4, 20.5, 21.5)] == [20, 21, 22]


def test_after_a_save_every_register_is_as_if_worked_out_anew() -> None:
    person = Person(child="c", forename="Ada", surname="Vale", born_on=date(2015, 5, 1))
    other = (Person(child="d", born_on=date(2014, 1, 1)), Referral(child="d", id="R", on=date(2026, 5, 29)))
    first = columns_from([person, *other])
    council = Council(first, position=1)
    before = registers_now(council, MONDAY, None)
    fostered = PrivateFostering(child="c", id="F", notified_on=date(2026, 5, 25))
    later = council.moved_on(columns_from([person, fostered]), frozenset({"c"}), 2, first.as_known)
    after = registers_now(later, MONDAY, None)
    assert after == registers_now(Council.of(columns_from([person, *other, fostered])), MONDAY, None)
    assert _names(before, "privately-fostered") == []
    assert _names(after, "privately-fostered") == ["Ada Vale"]


def _names(found: tuple[RegisterNow, ...], code: str) -> list[str]:
    return [row.name for one in found if one.register.code == code for row in one.rows]
