"""What was put on record comes back as it was, at every position and as it was known by every moment."""

from dataclasses import replace
from datetime import date, datetime

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from holdfast.dates import add_hours, parse_moment
from holdfast.record.columns import Columns, schema_of
from holdfast.record.field import Fact
from holdfast.record.in_care import CareReview
from holdfast.record.people import Person
from holdfast.record.register import NOUNS
from holdfast.store.difference import difference, entered
from holdfast.store.load import (
    children_touched,
    held_at,
    load_as_known,
    load_child,
    load_children,
    load_columns,
    load_kept,
    load_unread,
)
from holdfast.store.models import Entry
from holdfast.store.save import NothingToSave, RecordMoved, position, save_difference
from holdfast.wexmouth.council import council_columns, told_number
from tests.invented_records import FIRST
from tests.store.records import (
    FACTS,
    IVY,
    MISSING,
    MONDAY,
    REVIEW,
    ROWAN,
    TUESDAY,
    WEDNESDAY,
    facts,
    instead,
    record,
    save,
    without,
)  # fmt: skip

pytestmark = pytest.mark.django_db

A_MINUTE_BEFORE = {moment: parse_moment(text) for moment, text in (
    (TUESDAY, "2026-06-02T08:29"), (WEDNESDAY, "2026-06-03T08:29"),
)}  # fmt: skip


def test_the_whole_of_wexmouth_comes_back_as_it_was() -> None:
    wexmouth = council_columns(told_number() + 5, 1)
    save(wexmouth)
    loaded = load_columns()
    for noun in NOUNS:
        assert_frame_equal(loaded.of(noun), wexmouth.of(noun))
    assert loaded.held == wexmouth.held
    assert difference(wexmouth, load_kept()).empty


def test_one_child_and_several_are_the_same_as_out_of_the_whole() -> None:
    wexmouth = council_columns(told_number() + 5, 1)
    save(wexmouth)
    for child in wexmouth.children():
        assert load_child(child) == wexmouth.child(child)
    some = wexmouth.children()[3:40:7]
    few = load_children(some)
    for noun in NOUNS:
        assert_frame_equal(few.of(noun), wexmouth.only(some).of(noun))


def test_every_kind_of_cell_comes_back_as_it_was() -> None:
    columns = record(*FACTS)
    save(columns)
    assert facts(load_columns()) == set(FACTS)
    assert {noun: frame.schema for noun, frame in load_columns().frames.items()} == {
        noun: pl.Schema(schema_of(noun)) for noun in NOUNS
    }
    assert load_child("A2").of(Person) == (IVY,)


@pytest.mark.parametrize("hour", ["2025-10-26T00:30", "2025-10-26T01:30", "2025-10-26T02:30", "2026-03-29T02:30"])
@pytest.mark.parametrize("later", [0, 1])
def test_moments_survive_the_hours_the_clocks_change(hour: str, later: int) -> None:
    at = add_hours(parse_moment(hour), later).replace(microsecond=123456)
    save(record(replace(MISSING, started_at=at)))
    (back,) = facts(load_columns())
    (alone,) = load_child("A2").of(type(MISSING))
    assert back == alone == replace(MISSING, started_at=at)
    assert back.started_at.utcoffset() == at.utcoffset()  # type: ignore[attr-defined]


def test_a_child_nobody_knows_has_no_facts() -> None:
    save(record(*FACTS))
    assert load_child("A99").of(Person) == ()
    assert load_children([]).of(Person).is_empty()


def history() -> None:
    """Monday the first extract; Tuesday a review's day is put right; Wednesday the review is withdrawn."""
    save(record(*FACTS))
    save(record(*instead(REVIEW, held_on=date(2026, 4, 2))), TUESDAY)
    save(record(*without(REVIEW)), WEDNESDAY)


def reviews(columns: Columns) -> list[date | None]:
    return columns.of(CareReview).get_column("held_on").to_list()


def test_every_position_is_still_there() -> None:
    history()
    assert position() == 3
    assert [reviews(load_columns(at)) for at in (0, 1, 2, 3)] == [[], [date(2026, 4, 1)], [date(2026, 4, 2)], []]
    assert [len(load_child("A1", at).of(CareReview)) for at in (0, 1, 2, 3)] == [0, 1, 1, 0]
    assert facts(load_columns(1)) == set(FACTS)
    assert facts(load_columns()) == set(without(REVIEW))


@pytest.mark.parametrize(
    ("moment", "then"),
    [
        (MONDAY, [date(2026, 4, 1)]),
        (A_MINUTE_BEFORE[TUESDAY], [date(2026, 4, 1)]),
        (TUESDAY, [date(2026, 4, 2)]),
        (A_MINUTE_BEFORE[WEDNESDAY], [date(2026, 4, 2)]),
        (WEDNESDAY, []),
        (parse_moment("2026-04-01"), [date(2026, 4, 1)]),
        (parse_moment("2026-03-31"), []),
    ],
)
def test_as_known_is_the_last_version_known_by_then(moment: datetime, then: list[date]) -> None:
    history()
    assert reviews(load_as_known(moment)) == then
    assert reviews(load_as_known(moment, children=["A1"])) == then


def test_what_came_back_after_it_was_withdrawn_is_the_same_fact_again() -> None:
    history()
    save(record(*FACTS), parse_moment("2026-06-04T08:30"))
    assert reviews(load_columns()) == [date(2026, 4, 1)]
    assert reviews(load_as_known(WEDNESDAY)) == []
    assert reviews(load_as_known(parse_moment("2026-06-04T08:30"))) == [date(2026, 4, 1)]


@pytest.mark.parametrize(("moment", "there"), [("2026-05-20T11:59", 0), ("2026-05-20T12:00", 1)])
def test_a_first_version_is_known_from_when_the_source_says_it_was_recorded(moment: str, there: int) -> None:
    save(record(replace(REVIEW, recorded_at=parse_moment("2026-05-20T12:00"))))
    assert len(reviews(load_as_known(parse_moment(moment)))) == there


@pytest.mark.parametrize(
    ("recorded", "known_from"), [("2026-05-20T12:00", "2026-06-02T08:30"), ("2026-06-01T17:00", "2026-06-01T17:00")]
)
def test_a_correction_is_known_from_its_own_time_or_else_from_its_entry(recorded: str, known_from: str) -> None:
    first = replace(REVIEW, recorded_at=parse_moment("2026-05-20T12:00"))
    save(record(first))
    save(record(replace(first, held_on=None, recorded_at=parse_moment(recorded))), TUESDAY)
    known = parse_moment(known_from)
    assert reviews(load_as_known(known)) == [None]
    assert reviews(load_as_known(add_hours(known, -1))) == [REVIEW.held_on]


def test_the_children_an_entry_wrote_about_are_told() -> None:
    history()
    assert children_touched(0, 1) == {"A1", "A2"}
    assert children_touched(1, 2) == children_touched(2, 3) == {"A1"}
    assert children_touched(3, 3) == frozenset()


def test_the_same_extract_twice_writes_nothing() -> None:
    first = save(record(*FACTS))
    assert save(record(*FACTS), TUESDAY) == first
    assert Entry.objects.count() == 1


def test_nothing_on_an_empty_record_is_said_to_be_nothing() -> None:
    with pytest.raises(NothingToSave):
        save_difference(difference(Columns(frames={})), made_at=MONDAY, who="Asha Bell", what="Nothing.")


def test_a_difference_from_an_older_position_is_refused_and_nothing_is_written() -> None:
    stale = difference(record(*FACTS))
    save(record(ROWAN))
    with pytest.raises(RecordMoved, match="entry 1"):
        save_difference(stale, made_at=TUESDAY, who="Asha Bell", what="A file was imported.")
    assert facts(load_columns()) == {ROWAN}


def test_what_is_held_is_the_newest_account_of_each_noun() -> None:
    save(record(*FACTS))
    later = record(ROWAN, IVY)
    named = frozenset({"child", "forename"})
    save(replace(later, held=replace(later.held, fields={**later.held.fields, Person: named})), TUESDAY)
    assert held_at(1) == later.held
    assert held_at(2).fields[Person] == named
    assert held_at(0).fields == {}


@pytest.mark.parametrize(
    ("since", "known_from"), [(date(2026, 4, 1), date(2025, 4, 1)), (date(2026, 4, 2), date(2026, 4, 2))]
)
def test_two_years_of_returns_join_where_no_day_lies_between_them(since: date, known_from: date) -> None:
    def year(first: date, last: date) -> Columns:
        whole = record(ROWAN)
        held = replace(whole.held, known_from={CareReview: first}, known_until={CareReview: last})
        return replace(whole, held=held)

    save(year(date(2025, 4, 1), date(2026, 3, 31)))
    save(year(since, date(2027, 3, 31)), TUESDAY)
    assert held_at(2).known_from == {CareReview: known_from}
    assert held_at(2).known_until == {CareReview: date(2027, 3, 31)}


def test_tables_that_nothing_reads_are_kept_as_they_were() -> None:
    tables = {
        "ssd_voice": pl.DataFrame({"voic_id": ["1", None], "voic_words": ["", '\u2018My room\u2019, "mine"']}),
        "ssd_other": pl.DataFrame({"other_id": ["7"]}),
    }
    save_difference(
        difference(record(*FACTS), unread=tables), made_at=MONDAY, who="Asha Bell", what="A folder was imported."
    )
    assert load_unread(0) == {}
    assert {name: frame.rows(named=True) for name, frame in load_unread().items()} == {
        name: frame.rows(named=True) for name, frame in tables.items()
    }


def test_what_a_worker_enters_is_on_the_childs_record() -> None:
    save(record(*FACTS))
    new: Fact = replace(REVIEW, id="R2", held_on=FIRST)
    put = entered([new], load_kept(children=["A1"]))
    entry = save_difference(put, made_at=TUESDAY, who="Asha Bell", what="A review was entered.", kind="entered")
    assert (entry.position, entry.kind, entry.who) == (2, "entered", "Asha Bell")
    assert load_child("A1").of(CareReview) == (REVIEW, new)


def test_the_words_of_progress_are_heard() -> None:
    heard: list[str] = []
    save_difference(
        difference(record(*FACTS)), made_at=MONDAY, who="Asha Bell", what="A file was imported.", tick=heard.append
    )
    assert "store_person: 2 of 2" in heard
    load_columns(progress=heard.append)
    assert "people: 2" in heard
