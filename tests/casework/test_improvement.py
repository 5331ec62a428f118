"""How an action stands comes from its days and the record; a claim has beside it the children for whom it is untrue."""

from dataclasses import replace
from datetime import date

import pytest

from holdfast.casework import improvement, looking_back
from holdfast.casework.council import Council
from holdfast.casework.findings import FindingNow, findings_now
from holdfast.casework.improvement import ObjectiveNow, PlanNow, plan_now
from holdfast.casework.measures import figures, stretches
from holdfast.casework.stalled import stalled, stalled_of
from holdfast.casework.view import View
from holdfast.dates import end_of
from holdfast.measures.achieved import Achieved, achieved, month_ends
from holdfast.measures.improvement import Dated, ImprovementAction, PlannedDay, weeks_words
from holdfast.measures.promise import Claim, CouncilLine
from holdfast.measures.register import BY_CODE as MEASURES
from holdfast.measures.trend import MonthTold, Target
from holdfast.web.improvement.plan import _strips
from holdfast.wexmouth.council import council_columns
from holdfast.wexmouth.improvement import the_plan
from holdfast.wexmouth.line import the_line
from holdfast.wexmouth.telling import WEXMOUTH_MOMENT

VIEW = View(as_at=WEXMOUTH_MOMENT)
DAY = date(2026, 6, 1)
AIM = Target(figure=4, whose="the council's own aim")
POPPY = "WX-S07-2"


def months(*counts: int) -> list[MonthTold]:
    return [MonthTold(month=f"month {number}", yes=one) for number, one in enumerate(counts)]


def fell_at(place: int) -> list[MonthTold]:
    """Twelve months with ten until this place and four from it on: better for five month-ends, then flat."""
    return months(*[10] * place, *[4] * (12 - place))


THREE_FLAT, TWO_FLAT = months(*range(12, 3, -1), 4, 4, 4), months(*range(13, 3, -1), 4, 4)


def action(
    *, agreed: date = date(2025, 6, 2), planned: tuple[date, ...] = (date(2026, 9, 30),), done: date | None = None,
    says: str | None = None, measure: str | None = "open-temporary-approvals",
) -> ImprovementAction:  # fmt: skip
    claims = (Claim(on=date(2026, 5, 12), says=says, words="It goes well.", by_role="the head"),) if says else ()
    return ImprovementAction(
        slug="it", title="It", for_a_child="A child notices.", effect="Fewer.", owner="the head", agreed_on=agreed,
        measure=measure, claims=claims,
        days=Dated(done_on=done, planned=tuple(
            PlannedDay(day=one, set_on=agreed, by_role="the head") for one in planned
        )),
    )  # fmt: skip


def stands(one: ImprovementAction, told: list[MonthTold] = THREE_FLAT, target: Target | None = None) -> Achieved:
    return achieved(one, DAY, told, "down", target)


@pytest.mark.parametrize("says", ["on track", "done"])
def test_three_flat_months_beside_a_claim_raise_the_alarm_and_two_do_not(says: str) -> None:
    assert stands(action(says=says), THREE_FLAT).title == f"Says {says}, data flat"
    assert stands(action(says=says), TWO_FLAT).state == "improving"
    assert stands(action(says="behind"), THREE_FLAT).state == "flat"
    assert stands(action(), THREE_FLAT).state == "flat"


def test_three_worse_months_beside_a_claim_raise_the_alarm_as_worse() -> None:
    worse = months(*[2] * 7, 4, 6, 8, 10, 12)
    assert stands(action(says="on track"), worse).state == "says on track, data worse"
    assert stands(action(says="behind"), worse).state == "slipping"


def test_an_action_is_asked_about_from_its_third_month_end_on() -> None:
    assert stands(action(agreed=date(2026, 3, 31), says="on track")).asked_about
    assert stands(action(agreed=date(2026, 4, 1), says="on track")).state == "on track"
    assert month_ends(date(2026, 3, 31), DAY) == 3
    assert month_ends(date(2026, 4, 1), DAY) == 2
    assert month_ends(date(2026, 6, 1), DAY) == 0


def test_an_action_without_a_measure_is_output_only_whatever_is_said_or_done() -> None:
    for one in (action(measure=None), action(measure=None, done=date(2026, 1, 5), says="done")):
        assert stands(one, []).title == "Output only"
    nothing = [replace(one, yes=None) for one in THREE_FLAT]
    assert stands(action(done=date(2026, 1, 5), says="done"), nothing).title == "Cannot say"


def test_achieved_and_held_needs_six_good_month_ends_after_it_was_done() -> None:
    good = months(*[4] * 12)
    assert stands(action(done=date(2025, 12, 31)), good, AIM).state == "achieved and held"
    assert stands(action(done=date(2026, 1, 1)), good, AIM).state == "on track"
    assert stands(action(), good, AIM).state == "on track"
    assert stands(action(done=date(2025, 12, 31)), good, replace(AIM, figure=3)).state == "flat"
    assert stands(action(done=date(2025, 12, 31)), good).state == "flat"


def test_a_figure_that_gets_better_says_for_how_many_months_and_outweighs_a_day_that_slipped() -> None:
    late = action(planned=(date(2026, 3, 31),))
    found = stands(late, fell_at(10))
    assert found.title == "Improving for 2 months"
    assert "Slipped by 8 weeks." in found.days


def test_a_day_slips_when_it_is_over_or_was_moved_and_not_on_the_day_itself() -> None:
    for agreed in (date(2025, 6, 2), date(2026, 5, 12)):
        today = action(agreed=agreed, planned=(DAY,))
        yesterday = action(agreed=agreed, planned=(date(2026, 5, 31),))
        moved = action(agreed=agreed, planned=(date(2026, 6, 30), date(2026, 7, 31)))
        sooner = action(agreed=agreed, planned=(date(2026, 7, 31), date(2026, 6, 30)))
        assert [stands(one).state for one in (yesterday, moved)] == ["slipping", "slipping"]
        assert "slipping" not in [stands(one).state for one in (today, sooner)]


def test_weeks_slipped_are_counted_from_the_day_that_was_planned_first() -> None:
    planned = (date(2026, 1, 5), date(2026, 3, 2))
    assert action(planned=planned, done=date(2026, 1, 19)).days.days_slipped(DAY) == 14
    assert action(planned=planned).days.days_slipped(date(2026, 2, 2)) == 56
    assert action(planned=planned).days.days_slipped(date(2026, 3, 3)) == 57
    assert action(planned=planned, done=date(2026, 1, 2)).days.days_slipped(DAY) == 0
    assert [weeks_words(one) for one in (0, 6, 7, 13, 14)] == ["", "less than a week", "1 week", "1 week", "2 weeks"]


def test_what_was_moved_or_done_later_is_not_known_on_an_earlier_day() -> None:
    days = Dated(done_on=date(2026, 4, 1), planned=(
        PlannedDay(day=date(2026, 1, 5), set_on=date(2025, 6, 2), by_role="the head"),
        PlannedDay(day=date(2026, 3, 2), set_on=date(2026, 1, 12), by_role="the head"),
    ))  # fmt: skip
    assert (days.known(date(2026, 1, 11)).last, days.known(date(2026, 1, 12)).last) == (days.first, date(2026, 3, 2))
    assert days.known(date(2026, 3, 31)).done_on is None
    assert days.known(date(2026, 4, 1)).done_on == date(2026, 4, 1)


@pytest.fixture(scope="module")
def council() -> Council:
    return Council.of(council_columns(600, seed=1))


@pytest.fixture(scope="module")
def plan(council: Council) -> PlanNow:
    return plan_now(council, VIEW, the_line(), None)


def one(plan: PlanNow, slug: str) -> ObjectiveNow:
    return next(each for each in plan.objectives if each.objective.slug == slug)


def state(plan: PlanNow, slug: str) -> str:
    return next(each.stands.state for some in plan.objectives for each in some.actions if each.action.slug == slug)


def test_wexmouths_actions_stand_in_every_way_that_there_is(plan: PlanNow) -> None:
    assert state(plan, "two-assessors") == "says on track, data worse"
    assert state(plan, "the-new-form") == "output only"
    assert state(plan, "a-manager-for-every-team") == "achieved and held"
    assert state(plan, "ten-read-together") == "improving"
    assert state(plan, "cover-for-the-long-away") == "slipping"
    assert state(plan, "the-second-at-the-desk") == "on track"
    assert state(plan, "a-second-person-offered") == "says on track, data flat"


def test_every_finding_of_the_line_has_an_objective_and_every_objective_a_finding() -> None:
    told = {slug for each in the_plan().objectives for slug in each.findings}
    assert told == {each.slug for each in the_line().findings}


def test_the_children_for_whom_a_claim_is_untrue_are_those_behind_its_finding(council: Council, plan: PlanNow) -> None:
    findings = {each.finding.slug: each for each in findings_now(council, VIEW, the_line(), None)}
    told = {each.finding.finding.slug: each for some in plan.objectives for each in some.contradicted}
    for slug, now in findings.items():
        assert now.claim is not None
        if now.claim.says == "behind":
            assert slug not in told
        else:
            assert {*told[slug].children, *told[slug].counted} == set(now.children)
            assert all(each.waits for each in told[slug].children)
            assert not any(each.waits for each in told[slug].counted)
    assert {each.claim.says for each in told.values()} == {"on track", "done"}
    assert "Poppy Lane" in [each.name for each in told["relatives-never-fully-approved"].children]


def test_what_is_stalled_is_one_list_with_what_is_said_and_what_the_record_shows(
    council: Council, plan: PlanNow
) -> None:
    found = stalled(council, VIEW, the_line())
    assert found == stalled_of(plan)
    assert [each.objective.slug for each in found] == ["asked-why-they-ran", "relatives-approved"]
    flat, worse = found
    assert (flat.of, flat.state) == ("Nobody asked why they ran", "Says on track, data flat")
    assert (flat.claim.says, flat.claim.on) == ("on track", date(2026, 2, 10))
    assert worse.state == "Says on track, data worse"
    outside = stalled(council, VIEW, the_line(), names=False)
    assert [each.plain for each in outside] == [each.plain for each in found]
    assert not any(mark.isdigit() for each in outside for mark in each.plain.replace("6 months in a row", ""))


@pytest.mark.parametrize(("counts", "raised"), [(TWO_FLAT, False), (THREE_FLAT, True)])
def test_an_action_is_on_the_list_from_the_third_flat_month(
    council: Council, monkeypatch: pytest.MonkeyPatch, counts: list[MonthTold], raised: bool
) -> None:
    def then(*_: object) -> dict[str, list[MonthTold]]:
        return dict.fromkeys(MEASURES, counts)

    told = findings_now(council, VIEW, the_line(), frozenset())
    monkeypatch.setattr(improvement, "findings_now", lambda *_: [
        replace(each, claim=None, trend=replace(each.trend, state="flat")) for each in told
    ])  # fmt: skip
    monkeypatch.setattr(improvement, "_months", then)
    slugs = [each.objective.slug for each in stalled_of(plan_now(council, VIEW, the_line(), None))]
    assert ("relatives-approved" in slugs) is raised


def test_a_seat_sees_only_its_own_children_beside_a_claim_and_how_many_others(council: Council) -> None:
    mine = plan_now(council, VIEW, the_line(), {POPPY})
    (told,) = one(mine, "relatives-approved").contradicted
    assert ([each.child for each in told.children], told.others) == ([POPPY], 4)


def test_without_names_no_child_is_told_of_and_states_are_the_same(council: Council, plan: PlanNow) -> None:
    outside = plan_now(council, VIEW, the_line(), None, names=False)
    assert [each.contradicted for each in outside.objectives] == [()] * len(outside.objectives)
    for inside, told in zip(plan.objectives, outside.objectives, strict=True):
        assert [each.stands.state for each in inside.actions] == [each.stands.state for each in told.actions]


def test_what_was_found_again_is_counted_and_what_was_found_put_right_is_not(plan: PlanNow) -> None:
    assert one(plan, "one-worker-who-stays").times_found == 2
    assert one(plan, "plans-that-move").times_found == 3
    assert one(plan, "conferences-in-time").times_found == 1
    assert [again.fate for _, again in one(plan, "conferences-in-time").found if again] == ["addressed"]


def test_the_pace_is_that_of_every_action_and_decision(plan: PlanNow) -> None:
    every = [each for some in plan.objectives for each in (*some.actions, *some.decisions)]
    assert plan.pace.every == len(every)
    assert plan.pace.days == sum(each.days.days_slipped(DAY) for each in every)
    assert plan.pace.slipped == sum(each.days.days_slipped(DAY) > 0 for each in every) > 5
    assert plan.pace.late == sum(each.days.done_on is None and each.days.last < DAY for each in every) > 0


def test_decisions_of_leaders_are_followed_to_done(plan: PlanNow) -> None:
    states = {each.decision.slug: each.state for some in plan.objectives for each in some.decisions}
    assert states["young-people-read-their-plans"] == "done"
    assert states["two-manager-posts"] == "done late"
    assert states["a-weekly-count-of-relatives"] == "late"
    assert states["police-tell-on-the-day"] == "open"


@pytest.fixture
def figures_of_today(council: Council, plan: PlanNow, monkeypatch: pytest.MonkeyPatch) -> None:
    """What depends on days alone is asked with the figures of one day, which are counted already."""
    whole = [each for each in stretches(VIEW) if not each.so_far]
    told = {each.finding.slug: each for each in findings_now(council, VIEW, the_line(), None)}

    def findings_then(council: Council, view: View, line: CouncilLine, *_: object) -> list[FindingNow]:
        return [told[each.slug] for each in line.found_by(view.today)]

    monkeypatch.setattr(improvement, "findings_now", findings_then)
    monkeypatch.setattr(improvement, "figures", lambda council, _, some, __: figures(council, VIEW, some, whole))


@pytest.mark.parametrize(("day", "closed"), [("2026-05-11", False), ("2026-05-12", True)])
def test_an_objective_that_is_closed_says_how_it_stood_then(
    council: Council, figures_of_today: None, day: str, closed: bool
) -> None:
    then = plan_now(council, View(as_at=end_of(date.fromisoformat(day))), the_line(), None)
    now = one(then, "talked-through")
    assert now.closed is closed
    assert [each.at_close is not None for each in now.actions] == [closed]
    if closed:
        at_close = now.actions[0].at_close
        assert at_close is not None
        assert at_close.state == "achieved and held"


def test_an_earlier_day_knows_only_what_had_been_agreed_said_and_moved(
    council: Council, figures_of_today: None
) -> None:
    early = plan_now(council, View(as_at=end_of(date(2025, 10, 13))), the_line(), None)
    assessors = one(early, "relatives-approved").actions[0]
    assert (assessors.claim, assessors.days.moved) == (None, 0)
    assert one(early, "relatives-approved").decisions == ()
    before = plan_now(council, View(as_at=end_of(date(2025, 3, 17))), the_line(), None)
    assert "relatives-approved" not in [each.objective.slug for each in before.objectives]


def test_what_was_written_later_was_not_known_earlier(council: Council, figures_of_today: None) -> None:
    known = replace(VIEW, as_known=end_of(date(2026, 5, 11)))
    then = plan_now(council, known, the_line(), None)
    assert then.day == date(2026, 5, 11)
    assert not one(then, "talked-through").closed


def test_looking_back_at_an_objective_asks_each_day_by_what_had_been_typed_in_by_the_moment(
    council: Council, plan: PlanNow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[View] = []
    monkeypatch.setattr(looking_back, "_figure", lambda _, view, __: str(asked.append(view)))
    closed, known = one(plan, "talked-through"), replace(VIEW, as_known=end_of(date(2026, 5, 20)))
    looking_back.three_times(council, known, closed)
    days = closed.actions[0].action.agreed_on, closed.objective.closed_on
    assert [view.today for view in asked] == [*days, VIEW.today]
    assert {view.as_known for view in asked} == {known.as_known}


def test_what_is_flat_and_of_which_nothing_is_claimed_is_told_beside_the_alarm(plan: PlanNow) -> None:
    """Control: while something is claimed of it, the alarm or its claim tells of it, and this strip does not."""
    reviewing = next(
        each for each in plan.objectives if any(found.trend.state == "flat" and found.claim for found in each.findings)
    )
    title = reviewing.findings[0].finding.title
    silent = replace(reviewing, findings=tuple(replace(each, claim=None) for each in reviewing.findings))
    told = [
        [strip.text for strip in _strips(replace(plan, objectives=(each,))) if strip.key == "unsaid"]
        for each in (reviewing, silent)
    ]
    assert told[0] == []
    assert title in told[1][0]
