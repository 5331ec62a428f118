"""The first Monday on which a record, as then known, showed a finding; planted, from both sides of each limit."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from holdfast.casework import could_have_known as asked
from holdfast.casework.could_have_known import CouldHaveKnown, could_have_known
from holdfast.casework.council import Council
from holdfast.casework.the_council import forget, the_council
from holdfast.casework.view import View
from holdfast.dates import Days, Weeks, end_of, monday_before
from holdfast.measures.improvement import KnownFrom
from holdfast.measures.promise import InspectionFinding, LinePoint
from holdfast.measures.stood import stood_of
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.in_care import TemporaryApproval
from holdfast.record.people import Person
from holdfast.store.difference import difference
from holdfast.store.load import load_columns, load_kept
from holdfast.store.save import save_difference
from holdfast.wexmouth.council import council_columns, told_number
from holdfast.wexmouth.line import the_line

FINDING = the_line().finding("relatives-never-fully-approved")
SAID_ON = date(2025, 1, 22)
SAID = LinePoint(
    slug="visit", day=SAID_ON, kind="monitoring visit", title="A visit", found=(), promised=(), raised=(), again=(),
    became="",
)  # fmt: skip
VIEW = View(as_at=end_of(date(2026, 6, 1)))
HERS, HIS = date(2024, 5, 8), date(2024, 7, 3)
"""Two children came to relatives for sixteen weeks; the second was the one that made it two who were past them."""

LATE = Weeks(16).after(HIS)
"""The last day of his sixteen weeks: a Wednesday."""


@pytest.fixture(autouse=True)
def nobody_looked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "opened_between", lambda *_: ((), None))
    forget()


def council(his: date = HIS, typed: datetime | None = None, hers: date = HERS) -> Council:
    people = [Person(child=one, forename=one.title(), surname="Invented") for one in ("anna", "ben")]
    return Council.of(columns_from([
        *people, TemporaryApproval(child="anna", id="1", started_on=hers, recorded_at=end_of(hers)),
        TemporaryApproval(child="ben", id="2", started_on=his, recorded_at=typed or end_of(his)),
    ]))  # fmt: skip


def found(
    some: Council, children: int = 2, weeks: int = 14, theirs: frozenset[str] | None = None, said: LinePoint = SAID
) -> CouldHaveKnown:
    assert FINDING is not None
    return could_have_known(some, VIEW, FINDING, said, KnownFrom(children=children, weeks=weeks), theirs)


def first_of(told: CouldHaveKnown) -> date | None:
    return told.first.monday if told.first else None


@pytest.mark.parametrize("later", range(10))
def test_it_is_the_first_monday_after_the_second_childs_weeks_were_over(later: int) -> None:
    his = Days(later).after(HIS)
    over = Weeks(16).after(his)
    told = found(council(his))
    assert told.first is not None
    assert told.first.monday.isoweekday() == 1
    assert monday_before(told.first.monday) <= over < told.first.monday
    assert [(one.child, one.name) for one in told.first.children] == [
        ("anna", "Anna Invented"),
        ("ben", "Ben Invented"),
    ]
    assert all(one.rules for one in told.first.children)


def test_it_shows_from_so_many_children_on() -> None:
    one, two, three = (first_of(found(council(), children=number)) for number in (1, 2, 3))
    assert one is not None
    assert two is not None
    assert one < two
    assert three is None


def test_a_row_that_was_typed_in_later_was_not_known_before() -> None:
    monday = first_of(found(council()))
    assert monday is not None
    assert first_of(found(council(typed=end_of(monday)))) == monday
    next_morning = end_of(Days(1).after(monday)).replace(hour=0)
    assert first_of(found(council(typed=next_morning))) == Days(7).after(monday)


def test_only_mondays_before_the_day_of_the_inspectors_are_asked() -> None:
    monday = first_of(found(council()))
    assert monday is not None
    assert first_of(found(council(), said=replace(SAID, day=monday))) is None
    assert first_of(found(council(), said=replace(SAID, day=Days(1).after(monday)))) == monday


def test_what_was_so_already_on_the_first_monday_asked_is_followed_back_to_where_it_began() -> None:
    told = found(council(), weeks=4)
    assert first_of(told) == first_of(found(council(), weeks=26))
    assert told.first_asked == Days(7).before(first_of(told) or SAID.day)


def test_a_seat_is_told_of_its_own_children_and_how_many_others() -> None:
    told = found(council(), theirs=frozenset({"ben"}))
    assert ([one.child for one in told.first.children], told.first.others) == (["ben"], 1)
    assert first_of(told) == first_of(found(council()))


def test_a_record_without_times_rests_on_event_dates_only_and_one_with_some_in_part() -> None:
    assert found(council()).event_dates == "in part", "the people carry no time of being typed in"
    rows = [Person(child="anna", recorded_at=end_of(HERS)),
            TemporaryApproval(child="anna", id="1", started_on=HERS, recorded_at=end_of(HERS))]  # fmt: skip
    assert found(Council.of(columns_from(rows)), children=1).event_dates == "no"
    bare = [replace(one, recorded_at=None) for one in rows]
    assert found(Council.of(columns_from(bare)), children=1).event_dates == "only"


def put_on_record(facts: Iterable[Fact], on: date) -> None:
    save_difference(difference(columns_from(facts), load_kept()), made_at=end_of(on), who="Asha Bell", what="A file.")


def anna_and_ben(**his: Any) -> list[Fact]:
    approvals = (
        TemporaryApproval(child="anna", id="1", started_on=HERS),
        TemporaryApproval(**{"child": "ben", "id": "2", "started_on": HIS, **his}),
    )
    return [*(Person(child=one, forename=one.title()) for one in ("anna", "ben")), *approvals]


@pytest.mark.django_db
@pytest.mark.parametrize("afterwards", ["withdrawn", "put right", "put right by a row with its own time"])
def test_what_was_put_right_or_withdrawn_afterwards_still_counts_on_the_days_before(afterwards: str) -> None:
    """Control: asked of the rows that stand today, no Monday shows two children."""
    monday, later = Days(5).after(LATE), Days(40).after(LATE)
    put_on_record(anna_and_ben(), HIS)
    assert first_of(found(the_council())) == monday
    typed = end_of(later) if afterwards.endswith("time") else None
    gone = anna_and_ben()[:-1]
    put_on_record(gone if afterwards == "withdrawn" else anna_and_ben(started_on=SAID_ON, recorded_at=typed), later)
    told = found(the_council())
    assert (first_of(told), [one.child for one in told.first.children]) == (monday, ["anna", "ben"])
    assert first_of(found(Council.of(load_columns()))) is None


@pytest.mark.django_db
@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_correction_was_known_from_the_moment_it_was_typed_in(days: int) -> None:
    """The second child was put on record too late, and her day put right on, before or after a Monday."""
    monday = Days(5).after(LATE)
    put_on_record(anna_and_ben(started_on=SAID_ON), HIS)
    typed = Days(days).after(monday)
    put_on_record(anna_and_ben(recorded_at=end_of(typed)), typed)
    assert first_of(found(the_council())) == (monday if days <= 0 else Days(7).after(monday))


@pytest.mark.django_db
def test_each_as_known_is_what_the_whole_record_gives_as_known() -> None:
    put_on_record(anna_and_ben(), HIS)
    put_on_record([*anna_and_ben(started_on=SAID_ON), Person(child="cleo")], Days(40).after(LATE))
    moments = [end_of(one) for one in (HERS, HIS, LATE, Days(40).after(LATE), SAID_ON)]
    council = the_council()
    for moment, some in zip(moments, council.each_as_known(moments), strict=True):
        whole = council.columns(View(as_at=moment, as_known=moment))
        for noun in (Person, TemporaryApproval):
            assert some.as_at(moment).child("ben").facts[noun] == whole.child("ben").facts[noun]


SHOWN_ON = {
    "not-understood-the-first-time": date(2026, 2, 16),
    "plans-that-stood-still": date(2025, 6, 9),
    "oversight-that-changed-nothing": date(2025, 12, 22),
    "conferences-too-late": date(2026, 2, 23),
    "children-no-chart-showed": date(2026, 4, 13),
    "nobody-asked-why-they-ran": date(2026, 5, 11),
    "challenge-without-an-answer": date(2026, 2, 16),
    "too-many-faces": date(2025, 11, 10),
    "relatives-never-fully-approved": date(2026, 4, 6),
    "plans-for-leaving-left-on-the-shelf": date(2026, 4, 13),
}
"""The first Monday on which Wexmouth's stories and planted problems show each finding for one child."""


@pytest.fixture(scope="module")
def wexmouth() -> Council:
    """The stories, the planted problems and the children of then, and no child beside."""
    return Council.of(council_columns(told_number(), seed=1))


@pytest.mark.parametrize("finding", the_line().findings, ids=lambda one: one.slug)
def test_each_of_the_ten_planted_findings_is_shown_first_on_its_written_monday(
    wexmouth: Council, finding: InspectionFinding, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And by the engine for one child, each of them stood that Monday and none on the Monday before."""
    monday = SHOWN_ON[finding.slug]
    # Said in the week after next: every Monday that is asked is swept, and the three before are what is claimed.
    tomorrow, weeks = replace(SAID, day=Days(8).after(monday)), 5
    monkeypatch.setattr(asked, "MOST_WEEKS", 0)  # One child alone stands nearly always: it would be followed for years.
    told = could_have_known(wexmouth, VIEW, finding, tomorrow, KnownFrom(children=1, weeks=weeks), None)
    assert first_of(told) == monday
    assert told.first is not None
    moments = [end_of(Days(7).before(monday)), end_of(monday)]
    standing = {
        one: stood_of(wexmouth.columns(VIEW).child(one), moments, finding.now, wexmouth.settings)
        for one in (each.child for each in told.first.children)
    }
    assert all(after and not before for before, after in standing.values())


@pytest.mark.parametrize(
    ("day", "monday"), [("2026-06-01", "2026-05-25"), ("2026-06-02", "2026-06-01"), ("2026-06-07", "2026-06-01")]
)
def test_the_monday_before_a_monday_is_a_week_earlier(day: str, monday: str) -> None:
    assert monday_before(date.fromisoformat(day)) == date.fromisoformat(monday)
