"""What is worked out and kept is always what would be worked out anew, whatever moved in between."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from holdfast.casework.council import MOST_KEPT, MOST_KNOWN, ByChild, Council, Until
from holdfast.casework.view import View
from holdfast.dates import end_of, parse_moment
from holdfast.duties.columns.monday import monday_lines
from holdfast.record.columns import Columns, columns_from
from holdfast.record.field import Fact
from holdfast.record.improving import Objective
from holdfast.record.in_care import CareEpisode, CareReview
from holdfast.record.people import Department, Person, Professional
from holdfast.wexmouth.council import council_columns, told_number

MONDAY = View(as_at=parse_moment("2026-06-01T08:30"))


@pytest.fixture(scope="module")
def columns() -> Columns:
    return council_columns(told_number() + 5, 1)


def lines(columns: Columns) -> dict[str, object]:
    return dict(monday_lines(columns, MONDAY.as_at))


def in_care_since(child: str, day: date) -> tuple[Person, CareEpisode]:
    person = Person(child=child, forename="Ada", surname=child, born_on=date(2015, 5, 1))
    return person, CareEpisode(child=child, id=f"E{child}", started_on=day, entered_on=day)


def test_after_a_change_only_the_changed_child_is_worked_out_again_and_the_whole_is_as_if_all_were() -> None:
    first = columns_from([*in_care_since("1", date(2026, 4, 16)), *in_care_since("2", date(2026, 4, 16))])
    council = Council(first, position=1)
    asked: list[list[str]] = []

    def work(some: Columns) -> dict[str, object]:
        asked.append(some.children())
        return lines(some)

    before = council.by_child(("monday",), MONDAY, work)
    review = CareReview(child="2", id="R1", held_on=date(2026, 5, 1), cancelled=False)
    fresh = columns_from([*in_care_since("2", date(2026, 4, 16)), review])
    later = council.moved_on(fresh, frozenset({"2"}), 2, first.as_known)
    after = later.by_child(("monday",), MONDAY, work)
    assert asked == [["1", "2"], ["2"]]
    assert "cla-review-1" in {one.code for one in before["2"]}  # type: ignore[attr-defined]
    assert "cla-review-1" not in {one.code for one in after["2"]}  # type: ignore[attr-defined]
    whole = columns_from([
        *in_care_since("1", date(2026, 4, 16)), *in_care_since("2", date(2026, 4, 16)), review,
    ])  # fmt: skip
    assert after == lines(whole)


def test_a_child_who_leaves_the_record_leaves_what_was_kept() -> None:
    first = columns_from([*in_care_since("1", date(2026, 4, 16)), *in_care_since("2", date(2026, 4, 16))])
    council = Council(first, position=1)
    assert set(council.by_child(("monday",), MONDAY, lines)) == {"1", "2"}
    later = council.moved_on(columns_from([]), frozenset({"2"}), 2, first.as_known)
    assert set(later.by_child(("monday",), MONDAY, lines)) == {"1"}
    assert later.child("2", MONDAY) is None


def test_a_new_worker_is_known_by_name_after_the_record_moved_on() -> None:
    first = columns_from([*in_care_since("1", date(2026, 4, 16)), Professional(child="W1", name="Jo Vane")])
    council = Council(first, position=1)
    fresh = columns_from([Professional(child="W1", name="Jo Vane"), Professional(child="W2", name="Ed Lark")])
    later = council.moved_on(fresh, frozenset(), 2, first.as_known)
    assert (council.worker("W2"), later.worker("W2"), later.worker("W1")) == ("W2", "Ed Lark", "Jo Vane")
    assert later.child("1", MONDAY) is not None


def test_what_is_kept_for_one_position_is_not_kept_for_the_next() -> None:
    council = Council(columns_from([]), position=1)
    assert council.kept(("x",), lambda: 1) == council.kept(("x",), lambda: 2) == 1
    later = council.moved_on(columns_from([]), frozenset(), 2, council.columns(MONDAY).as_known)
    assert later.kept(("x",), lambda: 2) == 2


def test_no_more_is_kept_than_the_most_and_the_least_used_goes_first() -> None:
    council = Council(columns_from([]))
    for number in range(MOST_KEPT):
        council.kept(("n", number), lambda: "first")
    council.kept(("n", 0), lambda: "again")
    council.kept(("one more",), lambda: "first")
    assert council.kept(("n", 0), lambda: "again") == "first"
    assert council.kept(("n", 1), lambda: "again") == "again"


def test_as_known_shows_what_had_been_typed_in_by_then(columns: Columns) -> None:
    person = Person(child="1", forename="Ada")
    typed = parse_moment("2026-05-10T10:00")
    late = CareReview(child="1", id="R1", held_on=date(2026, 5, 1), recorded_at=typed)
    council = Council.of(columns_from([person, late]))
    before = replace(MONDAY, as_known=parse_moment("2026-05-10T09:59"))
    after = replace(MONDAY, as_known=typed)
    for view, many in ((before, 0), (after, 1), (MONDAY, 1)):
        child = council.child("1", view)
        assert child is not None
        assert len(child.of(CareReview)) == many


def test_a_child_without_a_name_is_called_by_the_number() -> None:
    council = Council.of(columns_from([Person(child="7"), Person(child="8", surname="Vale"), Department(child="T")]))
    assert (council.name("7"), council.name("8"), council.team("T"), council.team(None)) == (
        "Child 7",
        "Vale",
        "T",
        None,
    )


def test_names_of_the_whole_council_are_those_of_the_record(columns: Columns) -> None:
    people = columns.of(Person).filter(pl.col("forename").is_not_null())
    council = Council.of(columns)
    assert len(council.names) == people.height


def _with_a_review(day: date) -> Columns:
    review = CareReview(child="2", id="R1", held_on=day, cancelled=False)
    return columns_from([*in_care_since("2", date(2026, 4, 16)), review])


@pytest.mark.parametrize(("held_on", "again"), [(date(2026, 4, 30), True), (date(2026, 5, 1), False)])
def test_what_was_worked_out_as_at_a_moment_is_kept_until_something_comes_on_record_that_had_happened_by_then(
    held_on: date, again: bool
) -> None:
    first = columns_from([*in_care_since("1", date(2026, 4, 16)), *in_care_since("2", date(2026, 4, 16))])
    end_of_april = View(as_at=end_of(date(2026, 4, 30)))
    council, asked = Council(first, position=1), []

    def work(some: Columns) -> dict[str, object]:
        asked.append(some.children())
        return lines(some)

    council.by_child(("lines",), end_of_april, work)
    council.kept(("april",), lambda: "old", until=Until(end_of_april.as_at))
    later = council.moved_on(_with_a_review(held_on), frozenset({"2"}), 2, first.as_known)
    later.by_child(("lines",), end_of_april, work)
    assert asked == [["1", "2"], *([["2"]] if again else [])]
    assert later.kept(("april",), lambda: "new", until=Until(end_of_april.as_at)) == ("new" if again else "old")


@pytest.mark.parametrize(("now_on", "known", "again"), [
    (date(2026, 5, 11), True, True), (date(2026, 5, 11), False, False), (None, True, False),
])  # fmt: skip
def test_what_was_known_by_a_moment_is_kept_only_while_rows_are_added(
    now_on: date | None, known: bool, again: bool
) -> None:
    """Of a row that is put right later an older version may be what was known: nobody can tell from the two newest."""
    first = _with_a_review(date(2026, 5, 10))
    council, april = Council(first, position=1), Until(end_of(date(2026, 4, 30)), known=known)
    council.kept(("april",), lambda: "old", until=april)
    reviews = [
        CareReview(child="2", id=one, held_on=day, cancelled=False)
        for one, day in (("R1", now_on or date(2026, 5, 10)), ("R2", date(2026, 5, 20)))
    ]
    fresh = columns_from([*in_care_since("2", date(2026, 4, 16)), *reviews])
    later = council.moved_on(fresh, frozenset({"2"}), 2, first.as_known)
    assert later.kept(("april",), lambda: "new", until=april) == ("new" if again else "old")


@pytest.mark.parametrize(("fresh", "again"), [
    ([date(2026, 4, 20), date(2026, 5, 20)], []), ([date(2026, 4, 20), date(2026, 4, 30)], [["2"]]),
    ([date(2026, 4, 21)], [["1", "2"]]),
])  # fmt: skip
def test_of_what_was_known_by_a_moment_only_what_a_later_row_touches_is_worked_out_again(
    fresh: list[date], again: list[list[str]]
) -> None:
    """A row of a later day touches nobody, one of an earlier day its child; one that was put right perhaps anybody."""
    others, then = in_care_since("1", date(2026, 4, 16)), end_of(date(2026, 4, 30))
    first = columns_from([*others, *_reviewed([date(2026, 4, 20)])])
    whole = columns_from([*others, *_reviewed(fresh)])
    council, asked = Council(first, position=1), []

    def work(some: Columns) -> dict[str, object]:
        asked.append(some.children())
        return dict(monday_lines(some, then))

    april = View(as_at=then, as_known=then)
    council.by_child(("lines",), april, work)
    later = council.moved_on(columns_from(_reviewed(fresh)), frozenset({"2"}), 2, whole.as_known)
    assert later.by_child(("lines",), april, work) == dict(monday_lines(whole.as_known(then), then))
    assert asked == [["1", "2"], *again]


def _reviewed(days: list[date]) -> list[Fact]:
    reviews = [CareReview(child="2", id=f"R{number}", held_on=day) for number, day in enumerate(days)]
    return [*in_care_since("2", date(2026, 4, 16)), *reviews]


def test_a_record_as_it_was_known_is_kept_until_the_plan_in_it_is_written_in_and_only_a_few_are() -> None:
    first = columns_from([Objective(child="o", title="Calls in time", agreed_on=date(2026, 4, 2))])
    council, read = Council(first, position=1, known=lambda moment: read.append(moment) or first), []  # type: ignore[func-returns-value]
    views = [View(as_at=MONDAY.as_at, as_known=end_of(date(2026, 4, day))) for day in range(1, MOST_KNOWN + 2)]
    for view in (*views, views[-1], views[0]):
        council.columns(view)
    assert [one.day for one in read] == [*range(1, MOST_KNOWN + 2), 1]
    for plan, again in ((columns_from([]), 0), (columns_from([Objective(child="p", title="Seen alone")]), 1)):
        before = len(read)
        later = council.moved_on(plan, frozenset(), 2, council._known)
        later.columns(views[0])
        assert len(read) == before + again


def test_what_is_kept_over_a_save_goes_in_the_order_in_which_it_was_last_used() -> None:
    april, first = Until(end_of(date(2026, 4, 30))), columns_from([])
    council = Council(first, position=1)
    for number in range(MOST_KEPT):
        council.kept(("n", number), lambda: "old", until=april)
    council.kept(("n", 0), lambda: "old", until=april)
    later = council.moved_on(columns_from([]), frozenset(), 2, first.as_known)
    later.kept(("one more",), lambda: "new")
    assert [later.kept(("n", number), lambda: "new", until=april) for number in (0, 1)] == ["old", "new"]


def test_a_month_that_is_over_is_not_counted_again_because_somebody_wrote_in_the_plan() -> None:
    first, fresh = (
        columns_from([Objective(child="o", title="Calls in time", agreed_on=date(2026, 4, 2), closed_on=closed)])
        for closed in (None, date(2026, 4, 20))
    )
    council = Council(first, position=1)
    council.kept(("april",), lambda: "old", until=Until(end_of(date(2026, 4, 30))))
    council.kept(("plan",), lambda: "old")
    later = council.moved_on(fresh, frozenset(), 2, first.as_known)
    assert later.kept(("april",), lambda: "new", until=Until(end_of(date(2026, 4, 30)))) == "old"
    assert later.kept(("plan",), lambda: "new") == "new"
    assert later.columns(MONDAY).of(Objective)["closed_on"].to_list() == [date(2026, 4, 20)]


def test_what_was_kept_goes_when_the_record_begins_to_hold_something_it_did_not() -> None:
    first = columns_from([*in_care_since("1", date(2026, 4, 16))], [Person, CareEpisode])
    council = Council(first, position=1)
    council.kept(("april",), lambda: "old", until=Until(end_of(date(2026, 4, 30))))
    more = columns_from([*in_care_since("1", date(2026, 4, 16))], [Person, CareEpisode, CareReview])
    later = council.moved_on(more, frozenset({"1"}), 2, first.as_known)
    assert later.kept(("april",), lambda: "new", until=Until(end_of(date(2026, 4, 30)))) == "new"


def test_others_may_go_on_asking_the_record_while_it_moves_on(monkeypatch: pytest.MonkeyPatch) -> None:
    first = columns_from([*in_care_since("1", date(2026, 4, 16))])
    council = Council(first, position=1)
    for number in range(3):
        council.by_child(("lines", number), MONDAY, lines)
        council.kept(("kept", number), lambda: "old", until=Until(MONDAY.as_at))
    real = ByChild.moved_on

    def meanwhile(one: ByChild, changed: frozenset[str]) -> ByChild:
        council.by_child(("asked meanwhile",), MONDAY, lines)
        council.kept(("asked meanwhile",), lambda: "old", until=Until(MONDAY.as_at))
        return real(one, changed)

    monkeypatch.setattr(ByChild, "moved_on", meanwhile)
    later = council.moved_on(columns_from([]), frozenset(), 2, first.as_known)
    asked: list[list[str]] = []
    assert [later.kept(("kept", number), lambda: "new") for number in range(3)] == ["old"] * 3
    assert set(later.by_child(("lines", 2), MONDAY, lambda some: asked.append(some.children()) or {})) == {"1"}
    assert asked == []
