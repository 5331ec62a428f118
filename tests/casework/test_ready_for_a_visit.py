"""What is ready for a visit: what the record cannot say is told first, and only what came since the last visit."""

from datetime import date, datetime
from typing import Any

import pytest

from holdfast.casework.council import Council
from holdfast.casework.packs.about import REGISTER_BY_CODE, About, BadAbout, about_from, every_theme, theme_of
from holdfast.casework.packs.faults import faults_of
from holdfast.casework.packs.visit import VisitFacts, names_known, visit_facts
from holdfast.casework.view import View
from holdfast.dates import LONDON, end_of
from holdfast.inspection.themes import themes
from holdfast.measures.promise import CouncilLine, LinePoint
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.front_door import Referral
from holdfast.record.oversight import ManagementDecision
from holdfast.record.people import Person

VISIT = date(2026, 3, 11)
VIEW = View(as_at=datetime(2026, 6, 1, 8, 30, tzinfo=LONDON))
LINE = CouncilLine(findings=(), points=(
    LinePoint(
        slug="visit", day=VISIT, kind="monitoring visit", title="A visit", found=(), promised=(), raised=(), again=(),
        became="",
    ),
))  # fmt: skip
ALONE = About(
    theme=themes()[0], measures=(), codes=("fd-referral-decision",), cannot="It has no scent.",
    registers=(REGISTER_BY_CODE["no-worker-on-record"], REGISTER_BY_CODE["waiting-at-the-front-door"]),
)  # fmt: skip


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=LONDON)


def referral(child: str, on: date, typed: date | None = None) -> Referral:
    return Referral(id=f"R-{child}", child=child, on=on, recorded_at=at(typed) if typed else None)


def decision(child: str, on: date, about: str = "plan") -> ManagementDecision:
    return ManagementDecision(id=f"D-{child}-{on}-{about}", child=child, on=on, about=about, reason=f"Of {on}.")


FACTS: tuple[Fact, ...] = (
    *(Person(child=one, forename=one.title(), surname="Nobody") for one in ("ann", "ben", "cat", "dan", "eve")),
    Person(child="fay", forename="Fay", surname="Later", recorded_at=VIEW.as_at),
    referral("ann", date(2026, 5, 1), date(2026, 5, 8)), referral("ben", date(2026, 5, 1), date(2026, 5, 9)),
    referral("cat", VISIT), referral("eve", date(2026, 3, 12)),
    decision("ann", VISIT), decision("ann", date(2026, 3, 12)), decision("ann", date(2026, 6, 1)),
    decision("ann", date(2026, 6, 2)), decision("dan", date(2026, 5, 1)),
    decision("ben", date(2026, 5, 5), "referrer told"), decision("ben", date(2026, 5, 6)),
)  # fmt: skip
"""Four children with a referral and no worker, one of them since before the visit; Dan is on no list."""


@pytest.fixture(scope="module")
def council() -> Council:
    return Council.of(columns_from(FACTS))


def ready(council: Council, theirs: frozenset[str] | None = None, names: bool = True) -> VisitFacts:
    return visit_facts(council, VIEW, ALONE, LINE, theirs, names)


def test_managers_decisions_are_those_after_the_day_of_the_visit_about_children_on_the_lists(council: Council) -> None:
    found = [(one.child, one.on) for one in ready(council).decided]
    assert found == [("ann", date(2026, 6, 1)), ("ben", date(2026, 5, 6)), ("ann", date(2026, 3, 12))]


def test_a_seat_is_told_its_own_children_and_how_many_others_there_are(council: Council) -> None:
    every = ready(council)
    assert [({row.child for row in one.found.rows}, one.others) for one in every.registers] == [
        ({"ann", "ben", "cat", "eve"}, 0)
    ] * 2
    mine = ready(council, frozenset({"ann", "dan"}))
    assert [([row.child for row in one.found.rows], one.others) for one in mine.registers] == [(["ann"], 3)] * 2
    assert ([one.child for one in mine.waiting.lines], mine.waiting.others) == (["ann"], 3)
    assert {one.child for one in mine.decided} == {"ann"}


def test_without_names_there_is_no_list_no_count_of_children_and_no_name(council: Council) -> None:
    told = ready(council, names=False)
    assert (told.registers, told.waiting.lines, told.waiting.others, told.decided) == ((), (), 0, ())
    assert (told.faults.unsaid, told.faults.suspect, told.faults.typed, told.name_of) == ((), (), (), {})
    assert told.faults.cannot == "It has no scent."


def test_names_are_those_that_were_known_by_the_moment(council: Council) -> None:
    before = View(as_at=VIEW.as_at, as_known=end_of(date(2026, 5, 31)))
    assert names_known(council, VIEW)["fay"] == "Fay Later"
    assert (names_known(council, before)["ann"], "fay" in names_known(council, before)) == ("Ann Nobody", False)


def test_a_row_is_late_from_the_eighth_day_after_the_day_it_tells_of_and_counts_from_the_day_after_the_visit(
    council: Council,
) -> None:
    (told,) = [one for one in ready(council).faults.typed if one.words == Referral.words]
    assert (told.every, told.late, told.untimed) == (3, 1, 1)
    assert ready(council).faults.late == (told,)


def test_what_the_record_does_not_hold_is_owned_up_to_with_what_would_cure_it(council: Council) -> None:
    bare = Council.of(columns_from(FACTS[:1], (Person, Referral)))
    silent = [faults_of(one, VIEW, ALONE, VISIT, None, names=False).silent for one in (bare, council)]
    assert any(one.startswith("Waiting for a decision at the front door: needs") for one in silent[0])
    assert silent[1] == ()


def test_every_theme_of_the_list_stands_once_and_says_what_the_record_does_not_hold() -> None:
    assert [one.theme for one in every_theme()] == list(themes())
    assert all(one.cannot for one in every_theme())
    silent = {one.theme.id for one in every_theme() if not one.speaks}
    assert {"quality_assurance", "early_help", "partnership"} <= silent
    assert len(silent) < len(every_theme()) / 3
    assert theme_of("gossip") is None


def _written() -> list[dict[str, Any]]:
    return [{"id": one.id, "cannot": "Nothing."} for one in themes()]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"codes": ["no-such-duty"]}, "which no register has"), ({"measures": ["gossip"]}, "which no register has"),
        ({"registers": ["gossip"]}, "which no register has"), ({"cannot": " "}, "cannot is empty"),
        ({"score": 1}, "is not known"), ({"id": "gossip"}, "Left out: early_help"),
    ],
)  # fmt: skip
def test_a_theme_that_names_what_is_not_there_is_refused(more: dict[str, Any], says: str) -> None:
    written = _written()
    assert len(about_from({"theme": written})) == len(themes())
    written[0] |= more
    with pytest.raises(BadAbout, match=says):
        about_from({"theme": written})
