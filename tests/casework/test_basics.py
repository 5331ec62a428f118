"""The basics for one day: the same rules as a team's grid, each child in one of three places or asked of nothing."""

from dataclasses import replace

import pytest

from holdfast.casework.basics import BASICS, Basic, BasicChild, _counts, _stuck, basics_of
from holdfast.casework.basics import STUCK as STUCK_RULES
from holdfast.casework.council import Council
from holdfast.casework.team import STATIONS, sights
from holdfast.casework.view import View
from holdfast.dates import parse_moment
from holdfast.duties.drift.one import drifts_of
from holdfast.duties.drift.register import BY_CODE
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import ProtectionVisit
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.leaving_care import AdviserContact, CareLeaver
from holdfast.record.oversight import ManagementDecision, PlanReview
from holdfast.record.people import Department, Person
from holdfast.wexmouth.council import council_columns, told_number
from tests.casework.one_of_a_team import PLAN, child, d

MONDAY = View(as_at=parse_moment("2026-06-01T08:30"))
STUCK_SINCE = "2026-05-26"


def _on_a_plan(name: str, *facts: Fact, team: str = "T1") -> list[Fact]:
    """A child on a protection plan with what else is said of ``c`` in the facts."""
    return [*child(name, team=team, forename=name.title()), *(replace(one, child=name) for one in (PLAN, *facts))]


def _visit(day: str, alone: bool | None) -> ProtectionVisit:
    return ProtectionVisit(child="c", id=f"v{day}", on=d(day), seen=True, seen_alone=alone)


def _review(day: str) -> PlanReview:
    return PlanReview(child="c", id=f"r{day}", plan_kind="child protection", on=d(day), change="little or none")


STUCK = (_review("2026-05-12"), _review(STUCK_SINCE))
PAUSE = ManagementDecision(
    child="c", id="m", about="pause", on=d("2026-05-29"), until=d("2026-06-30"), reason="The judge decides in June."
)


@pytest.fixture(scope="module")
def council() -> Council:
    """Children in three teams, each in one way; one council, so that the rules are gone through once."""
    return Council.of(columns_from([
        Department(child="T1", name="West"), Department(child="T2", name="East"),
        *_on_a_plan("alone", _visit("2026-05-20", False), _visit("2026-05-27", True)),
        *_on_a_plan("accompanied", _visit("2026-05-20", True), _visit("2026-05-27", False)),
        *_on_a_plan("silent", _visit("2026-05-20", True), _visit("2026-05-27", None)),
        *_on_a_plan("unseen"),
        *_on_a_plan("unchanged", _review(STUCK_SINCE)),
        *_on_a_plan("stuck", *STUCK),
        *_on_a_plan("paused", *STUCK, PAUSE, team="T2"),
    ]))  # fmt: skip


def told(council: Council, basic: Basic, name: str) -> BasicChild | None:
    """How one basic stands for the child; None where it is not asked."""
    now = basics_of(council, MONDAY, None).every.of(basic)
    return next((one for one in (*now.good, *now.look, *now.cannot_say) if one.child == name), None)


@pytest.mark.parametrize(("name", "light"), [("alone", "fine"), ("accompanied", "look"), ("silent", "cannot say")])
def test_seen_alone_is_what_the_last_visit_says(council: Council, name: str, light: str) -> None:
    found = told(council, "alone", name)
    assert found is not None
    assert (found.light, found.last_on) == (light, d("2026-05-27"))


def test_of_a_young_person_with_an_adviser_it_is_told_when_an_answer_last_came() -> None:
    grown = Person(child="leaver", forename="Ada", born_on=d("2007-03-02"))
    leaver = CareLeaver(child="leaver", id="l", eligibility="former relevant")
    call = AdviserContact(child="leaver", id="a", on=d("2026-05-20"), way="call", two_way=True)
    found = told(Council.of(columns_from([grown, *child("leaver")[1:], leaver, call])), "seen", "leaver")
    assert found is not None
    assert (found.light, found.last_on, found.how, found.code) == (
        "fine", d("2026-05-20"), "in touch", "cl-pa-contact-8wk",
    )  # fmt: skip


def test_seen_alone_is_not_asked_of_a_child_who_was_not_seen_yet(council: Council) -> None:
    assert told(council, "alone", "unseen") is None
    assert told(council, "seen", "unseen") is not None


def test_who_is_not_stuck_is_asked_for_no_decision(council: Council) -> None:
    assert told(council, "decided", "unchanged") is None


def test_who_is_stuck_asks_for_a_look_until_somebody_decides(council: Council) -> None:
    stuck, paused = told(council, "decided", "stuck"), told(council, "decided", "paused")
    assert stuck is not None
    assert (stuck.light, stuck.code) == ("look", "no-change-twice")
    assert "no decision since is on record" in stuck.says
    assert paused is not None
    assert (paused.light, paused.due_on) == ("fine", d("2026-06-30"))


def test_teams_stand_by_their_names_and_each_child_in_its_own(council: Council) -> None:
    now = basics_of(council, MONDAY, None)
    assert [(one.name, one.children) for one in now.teams] == [("East", 1), ("West", 6)]
    assert now.every.children == 7


def test_a_seat_is_told_of_its_own_children_and_who_sees_no_names_of_all(council: Council) -> None:
    assert basics_of(council, MONDAY, frozenset({"alone", "stuck"})).every.children == 2
    assert basics_of(council, MONDAY, frozenset(), names=False).every.children == 7


@pytest.fixture(scope="module")
def wexmouth() -> Council:
    return Council.of(council_columns(told_number() + 25, seed=1))


def test_the_six_stations_are_those_of_the_teams_grid(wexmouth: Council) -> None:
    every = basics_of(wexmouth, MONDAY, None).every
    lines = sights(wexmouth, MONDAY)
    for station in STATIONS:
        now = every.of(station)
        for some, light in ((now.good, "fine"), (now.look, "look"), (now.cannot_say, "cannot say")):
            assert {one.child for one in some} == {
                child for child, line in lines.items() if line.glances[station].light == light
            }
    assert any(every.of(station).look for station in STATIONS)


def test_no_child_stands_twice_in_one_basic_and_the_teams_make_the_whole(wexmouth: Council) -> None:
    now = basics_of(wexmouth, MONDAY, None)
    assert now.every.of("decided").good, "somebody decided"
    assert now.every.of("decided").look, "somebody has not"
    for basic in BASICS:
        one = now.every.of(basic)
        whole = [each.child for each in (*one.good, *one.look, *one.cannot_say)]
        assert len(whole) == len(set(whole)) == one.asked
        by_team = [team.of(basic).counts() for team in now.teams]
        assert tuple(map(sum, zip(*by_team, strict=True))) == one.counts()


def test_what_stands_still_is_the_same_by_the_engine_for_one_child(council: Council) -> None:
    rules = [BY_CODE[code] for code in STUCK_RULES]
    every = _stuck(council, MONDAY)
    assert set(every) == {"stuck", "paused"}
    for name in council.names:
        one = council.child(name, MONDAY)
        assert one is not None
        alone = [each for each in drifts_of(Standing(one, MONDAY.as_at), council.settings, rules) if _counts(each)]
        assert {(each.code, each.state) for each in alone} == {(each.code, each.state) for each in every.get(name, ())}
