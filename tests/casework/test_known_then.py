"""The ten findings of Wexmouth have real children behind them: on the Monday before, and in the months after."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from holdfast.casework import could_have_known as asked
from holdfast.casework import importing
from holdfast.casework.could_have_known import CouldHaveKnown, could_have_known
from holdfast.casework.council import Council
from holdfast.casework.importing import begin
from holdfast.casework.looking import leave_an_invented_line, opened_between
from holdfast.casework.the_council import forget, the_council
from holdfast.casework.view import View
from holdfast.dates import Days, end_of, monday_before
from holdfast.measures.improvement import MOST_WEEKS, KnownFrom
from holdfast.measures.promise import LinePoint
from holdfast.measures.stood import Stood, stood_of
from holdfast.record.columns import columns_from
from holdfast.record.in_care import TemporaryApproval
from holdfast.record.people import Person
from holdfast.record.unseen import MissingEpisode
from holdfast.wexmouth.council import council_columns
from holdfast.wexmouth.improvement import known_from
from holdfast.wexmouth.known_then import KNOWN_THEN, KnownThen, facts_of_then
from holdfast.wexmouth.known_then.looks import LOOKS_THEN
from holdfast.wexmouth.known_then.put_right import as_first_typed, put_right
from holdfast.wexmouth.line import the_line
from holdfast.wexmouth.telling import WEXMOUTH_DAY, WEXMOUTH_MOMENT

VIEW = View(as_at=WEXMOUTH_MOMENT)
LINE = the_line()
EACH = pytest.mark.parametrize("one", KNOWN_THEN, ids=lambda one: one.finding)

MONDAYS = {
    "not-understood-the-first-time": date(2023, 5, 22),
    "plans-that-stood-still": date(2023, 4, 24),
    "oversight-that-changed-nothing": date(2023, 1, 23),
    "conferences-too-late": date(2023, 6, 26),
    "children-no-chart-showed": date(2023, 3, 13),
    "nobody-asked-why-they-ran": date(2023, 6, 5),
    "challenge-without-an-answer": date(2024, 6, 3),
    "too-many-faces": date(2023, 4, 17),
    "relatives-never-fully-approved": date(2024, 11, 25),
    "plans-for-leaving-left-on-the-shelf": date(2023, 10, 16),
}
"""By hand, from what is planted: the first Monday on which two children stood, by what had been typed in."""

BY_NOW = MONDAYS | {
    "nobody-asked-why-they-ran": date(2023, 5, 22), "relatives-never-fully-approved": date(2024, 11, 4),
}  # fmt: skip
"""By hand: the same by what is on record now. Of two findings something was typed in late, or put right later."""

CAME_AND_WENT = "oversight-that-changed-nothing"
"""Of this finding both were talked through again at the end of February 2023, and were late again in July."""

FURTHER_BACK = MONDAYS | {
    CAME_AND_WENT: date(2021, 7, 26), "conferences-too-late": date(2022, 9, 5), "too-many-faces": date(2021, 12, 20),
    "plans-for-leaving-left-on-the-shelf": date(2022, 3, 7),
}  # fmt: skip
"""By hand, of the whole council: the first of the 104 Mondays before. Discussions in supervision were late on most of
them. The conference about one family, whose enquiry began on 9 August 2022, was due by Wednesday 31 August (the 29th
was a bank holiday) and held on 14 September. One child's worker changed on 3 January, 9 June and 14 December 2021,
another's on 19 January, 2 August and Monday 20 December. Two pathway plans had been reviewed on 20 August and on
3 September 2021, and then in March and in April 2022: six months ran to 20 February and to Thursday 3 March."""

OPENED: dict[str, list[tuple[str, int]]] = {
    "not-understood-the-first-time": [("social-worker", 1), ("team-manager", 2)],
    "plans-that-stood-still": [("team-manager", 1)],
    CAME_AND_WENT: [("social-worker", 2)],
    "conferences-too-late": [],
    "children-no-chart-showed": [("social-worker", 1)],
    "nobody-asked-why-they-ran": [],
    "challenge-without-an-answer": [("reviewing-officer", 2)],
    "too-many-faces": [],
    "relatives-never-fully-approved": [("placement-officer", 1)],
    "plans-for-leaving-left-on-the-shelf": [("personal-adviser", 2)],
}
"""By hand, from the invented looks: by role, of how many children the page was opened between the first Monday and the
inspectors' day. One finding's child had been opened before that Monday, another's only after that day."""

STILL_WAIT = {
    "not-understood-the-first-time": {"2023-07-24": 3, "2023-07-31": 2, "2023-10-31": 1, "2024-01-31": 0},
    "plans-that-stood-still": {"2023-07-24": 3, "2023-09-30": 2, "2023-11-30": 1, "2024-06-30": 0},
    "oversight-that-changed-nothing": {"2023-07-24": 2, "2023-08-31": 2, "2023-09-30": 1, "2023-11-30": 0},
    "conferences-too-late": {"2023-07-24": 2, "2023-07-31": 2, "2023-08-31": 1, "2023-09-30": 0},
    # Two of the first finding's children are of this one too: the same worry noted again and again.
    "children-no-chart-showed": {"2023-07-24": 5, "2023-08-31": 4, "2023-10-31": 2, "2024-01-31": 0},
    "nobody-asked-why-they-ran": {"2023-07-24": 3, "2023-08-31": 2, "2023-09-30": 1, "2023-11-30": 0},
    "challenge-without-an-answer": {"2024-07-10": 2, "2024-07-31": 2, "2024-08-31": 1, "2024-11-30": 0},
    "too-many-faces": {"2023-07-24": 3, "2023-08-31": 3, "2023-09-30": 2, "2023-11-30": 1, "2024-02-29": 0},
    "relatives-never-fully-approved": {"2025-01-22": 3, "2025-02-28": 2, "2025-04-30": 1, "2025-05-31": 0},
    "plans-for-leaving-left-on-the-shelf": {"2024-02-14": 2, "2024-03-31": 2, "2024-04-30": 1, "2024-06-30": 0},
}
"""By hand: how many of the children of the day of raising still waited at the end of some days, from that day on."""


@pytest.fixture(autouse=True)
def nobody_looked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(asked, "opened_between", lambda *_: ((), None))
    forget()
    yield
    forget()


@pytest.fixture
def looked(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The invented looks are on record, and are asked."""
    for number, one in enumerate(LOOKS_THEN, 1):
        told: dict[str, Any] = {"who": one.who, "seat": one.seat, "child": one.child, "tie": one.tie}
        leave_an_invented_line(**told, number=number, made_at=one.at)
    monkeypatch.setattr(asked, "opened_between", opened_between)


@pytest.fixture(scope="module")
def then() -> Council:
    """The children of the ten findings, and no child beside."""
    return Council.of(columns_from(facts_of_then()))


def said_of(finding: str) -> LinePoint:
    found = LINE.finding(finding)
    assert found is not None
    return next(point for point in LINE.points if point.slug == found.raised_at)


def first_of(told: CouldHaveKnown) -> date | None:
    return told.first.monday if told.first else None


def since_of(told: CouldHaveKnown) -> date | None:
    return told.since.monday if told.since else None


def known(council: Council, finding: str, rule: KnownFrom, said: LinePoint | None = None) -> CouldHaveKnown:
    found = LINE.finding(finding)
    assert found is not None
    return could_have_known(council, VIEW, found, said or said_of(finding), rule, None)


def stood_on(council: Council, finding: str, days: list[date]) -> dict[str, Stood]:
    """By the engine for one child, from the whole record."""
    found = LINE.finding(finding)
    assert found is not None
    people = council.columns(VIEW).of(Person).get_column("child").to_list()
    each = {
        child: stood_of(council.columns(VIEW).child(child), [end_of(day) for day in days], found.now, council.settings)
        for child in people
    }
    return {child: some for child, some in each.items() if some}


def test_each_finding_of_the_line_has_two_to_four_children_of_its_own() -> None:
    assert {one.finding for one in KNOWN_THEN} == {one.slug for one in LINE.findings} == set(MONDAYS)
    assert all(2 <= len(one.tell) <= 4 for one in KNOWN_THEN)
    assert {one.finding: one.monday for one in KNOWN_THEN} == MONDAYS


@pytest.mark.usefixtures("looked")
@EACH
def test_it_answers_its_written_monday_as_the_product_asks_and_every_one_since(then: Council, one: KnownThen) -> None:
    """Where that is the first Monday asked, by the engine for one child two did not stand on the Monday before it."""
    told = known(then, one.finding, known_from())
    assert (first_of(told), told.by_now) == (MONDAYS[one.finding], BY_NOW[one.finding])
    assert told.first is not None
    assert told.first.size == 2
    if told.first.monday == told.first_asked:
        assert len(stood_on(then, one.finding, [Days(7).before(told.first_asked)])) < 2
    assert list(told.opened) == OPENED[one.finding]
    assert told.looks_since == date(2023, 1, 9)
    # Every Monday since showed it too, but of the one that came and went.
    shown, since = told.after_first
    assert since_of(told) == (None if one.finding == CAME_AND_WENT else MONDAYS[one.finding])
    assert (shown, since) == ((5, 26) if one.finding == CAME_AND_WENT else (since, since))


@pytest.mark.parametrize("weeks", [1, 13, 14, 15])
def test_a_stretch_without_a_break_is_followed_back_beyond_the_weeks_that_are_asked(then: Council, weeks: int) -> None:
    """Thirteen Mondays showed it; the one before them is asked too, so that the first is known to be the first."""
    told = known(then, "plans-that-stood-still", KnownFrom(children=2, weeks=weeks))
    assert (first_of(told), since_of(told)) == (date(2023, 4, 24), date(2023, 4, 24))
    assert len(told.mondays) == max(weeks, 14)


def test_no_stretch_is_followed_back_for_more_than_two_years(then: Council) -> None:
    """From no child on every Monday counts as shown: a record that never breaks off."""
    told = known(then, "too-many-faces", KnownFrom(children=0, weeks=1))
    assert len(told.mondays) == MOST_WEEKS
    assert since_of(told) == told.first_asked


def test_a_monday_that_failed_to_show_it_ends_the_stretch(then: Council) -> None:
    """On the Monday before they came one of the two was late alone: nothing stood without a break."""
    told = known(then, CAME_AND_WENT, KnownFrom(children=2, weeks=26))
    assert told.mondays[-1] == (date(2023, 7, 17), 1)
    assert since_of(told) is None
    assert since_of(known(then, CAME_AND_WENT, KnownFrom(children=1, weeks=26))) == date(2023, 7, 17)


@EACH
def test_a_day_earlier_the_inspectors_would_have_found_no_monday(then: Council, one: KnownThen) -> None:
    early = replace(said_of(one.finding), day=MONDAYS[one.finding])
    assert known(then, one.finding, KnownFrom(children=2, weeks=2), early).first is None


def test_what_was_typed_in_late_was_not_known_on_the_monday_that_event_dates_give(then: Council) -> None:
    """Control: without the moment of typing, the same rows give a Monday two weeks earlier."""
    finding = "nobody-asked-why-they-ran"
    bare = [replace(fact, recorded_at=None) for fact in facts_of_then()]
    assert any(isinstance(fact, MissingEpisode) and fact.recorded_at for fact in facts_of_then())
    assert first_of(known(Council.of(columns_from(bare)), finding, known_from())) == date(2023, 5, 22)
    assert first_of(known(then, finding, known_from())) == date(2023, 6, 5)


RELATIVES = "relatives-never-fully-approved"
EVENING = end_of(date(2026, 5, 31))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("corrected", "monday", "by_now"), [(True, "2024-11-25", "2024-11-04"), (False, "2024-12-02", "2024-12-02")]
)
def test_a_day_that_was_put_right_later_was_known_as_it_had_been_typed_until_then(
    corrected: bool, monday: str, by_now: str
) -> None:
    """The eighth of August had been typed for the eighth of July. Control: a record in which nobody put it right."""
    told: dict[str, Any] = {"who": "a test", "what": "a file", "source": "a test", "made_at": EVENING}
    (both,) = put_right()
    (finding,) = (one for one in KNOWN_THEN if one.finding == RELATIVES)
    begin(as_first_typed(columns_from(finding.facts())), **told)
    if corrected:
        importing.put_right([both.right], **told)
    found = known(the_council(), RELATIVES, known_from())
    assert (str(first_of(found)), str(found.by_now)) == (monday, by_now)
    started = {day: approval_as_known(both.right.child, end_of(date(2024, 11, day))) for day in (20, 21)}
    assert started == {20: date(2024, 8, 8), 21: date(2024, 7 if corrected else 8, 8)}


def approval_as_known(child: str, moment: datetime) -> date | None:
    found = the_council().child(child, View(as_at=moment, as_known=moment))
    assert found is not None
    (approval,) = found.of(TemporaryApproval)
    return approval.started_on


@EACH
def test_the_children_of_the_day_of_raising_come_to_rest_one_after_the_other(then: Council, one: KnownThen) -> None:
    days = [date.fromisoformat(day) for day in STILL_WAIT[one.finding]]
    assert days[0] == said_of(one.finding).day
    each = stood_on(then, one.finding, days)
    of_the_day = [some for some in each.values() if some[0]]
    waiting = [sum(bool(some[place]) for some in of_the_day) for place in range(len(days))]
    assert dict(zip(STILL_WAIT[one.finding], waiting, strict=True)) == STILL_WAIT[one.finding]


def test_nothing_of_any_finding_stands_for_them_in_wexmouths_last_year(then: Council) -> None:
    ends = [date(2025, 5, 31), date(2025, 11, 30), WEXMOUTH_DAY]
    assert {one.slug: stood_on(then, one.slug, ends) for one in LINE.findings} == {
        one.slug: {} for one in LINE.findings
    }


@pytest.fixture(scope="module")
def of_six_hundred() -> Council:
    return Council.of(council_columns(600, seed=1))


@pytest.mark.parametrize("one", [
    pytest.param(one, id=one.finding, marks=[] if one.finding == "conferences-too-late" else [pytest.mark.prove])
    for one in KNOWN_THEN
])  # fmt: skip
def test_among_six_hundred_children_it_is_the_same_monday(of_six_hundred: Council, one: KnownThen) -> None:
    told = known(of_six_hundred, one.finding, known_from())
    assert (first_of(told), told.by_now) == (MONDAYS[one.finding], BY_NOW[one.finding])
    assert since_of(told) == (date(2023, 6, 26) if one.finding == CAME_AND_WENT else MONDAYS[one.finding])


@pytest.mark.prove
@EACH
def test_two_years_back_among_six_hundred_the_first_monday_is_as_judged_by_hand(
    of_six_hundred: Council, one: KnownThen
) -> None:
    """And no stretch without a break is any longer for being asked further back."""
    told = known(of_six_hundred, one.finding, KnownFrom(children=2, weeks=MOST_WEEKS))
    assert first_of(told) == FURTHER_BACK[one.finding]
    assert since_of(told) == (date(2023, 6, 26) if one.finding == CAME_AND_WENT else MONDAYS[one.finding])


def test_the_mondays_are_mondays_before_the_inspectors_came() -> None:
    for finding, monday in MONDAYS.items():
        last = monday_before(said_of(finding).day)
        assert Days(7 * (known_from().weeks - 1)).before(last) <= monday <= last
        assert monday.isoweekday() == 1
