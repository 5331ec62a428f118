"""The department's rungs: what is lifted must have been in force, and a headline of an end is one rung down at most."""

from datetime import date

import pytest

from holdfast.inspection.history.department import STEP_WORDS, department_track
from holdfast.inspection.history.events import Intervention, InterventionStep
from tests.inspection.history.invented_events import step


def whys(*steps: Intervention) -> list[str]:
    return [one.why for one in department_track(steps).broken]


def test_up_the_rungs_and_down_again() -> None:
    track = department_track([
        step("adviser", "2019-05-20"), step("improvement_notice", "2019-05-23"), step("direction", "2020-03-16"),
        step("commissioner", "2020-03-16"), step("direction_revoked", "2022-08-05"),
        step("improvement_notice", "2022-08-05"), step("notice_lifted", "2023-09"),
    ])  # fmt: skip
    assert [one.after.in_force for one in track.steps] == [
        ("adviser",), ("improvement notice", "adviser"), ("statutory direction", "adviser"),
        ("statutory direction", "commissioner"), (), ("improvement notice",), (),
    ]  # fmt: skip
    assert track.broken == ()


def test_a_headline_that_intervention_has_ended_may_mean_one_rung_down() -> None:
    steps = [step("direction", "2020-03-16"), step("direction_revoked", "2022-08-05"),
             step("improvement_notice", "2022-08-05"), step("said_to_have_ended", "2022-08-05")]  # fmt: skip
    track = department_track(steps)
    assert track.state.words == "In force: improvement notice."
    assert track.broken == ()
    assert department_track([*steps, step("notice_lifted", "2023-09")]).state.in_force == ()


NEEDED: dict[InterventionStep, tuple[InterventionStep, ...]] = {
    "notice_lifted": ("improvement_notice",),
    "revised_direction": ("direction",),
    "direction_revoked": ("direction",),
    "commissioner_ended": ("commissioner",),
    "trust_paused": ("trust_planned",),
    "trust_dropped": ("trust_planned",),
    "trust_begun": ("trust_planned",),
}


@pytest.mark.parametrize("name", NEEDED)
def test_a_step_that_cannot_follow_is_told_kept_and_changes_nothing(name: InterventionStep) -> None:
    event = step(name, "2021-02-01")
    track = department_track([event])
    assert [one.event for one in track.steps] == [event]
    assert track.steps[0].after == track.start
    (broken,) = track.broken
    assert STEP_WORDS[name] in broken.why
    assert "1 February 2021" in broken.why
    before = [step(one, "2020-01-01") for one in NEEDED[name]]
    assert department_track([*before, event]).broken == ()


@pytest.mark.parametrize("name", sorted(set(STEP_WORDS) - set(NEEDED)))
def test_every_other_step_may_come_first(name: InterventionStep) -> None:
    assert whys(step(name, "2021-02-01")) == []


def test_a_step_that_came_before_what_it_needs_is_told() -> None:
    assert whys(step("direction_revoked", "2019-01-01"), step("direction", "2020-01-01"))
    assert whys(step("direction_revoked", "2021-01-01"), step("direction", "2020-01-01")) == []


def test_a_trust_is_planned_paused_planned_again_and_begun() -> None:
    planned, paused = step("trust_planned", "2019-12"), step("trust_paused", "2020-12")
    assert whys(planned, paused, step("trust_planned", "2021-06"), step("trust_begun", "2022-04")) == []
    assert "planned or made already" in whys(planned, step("trust_planned", "2020-01"))[0]
    assert whys(planned, paused, step("trust_begun", "2022-04"))
    dropped = department_track([planned, paused, step("trust_dropped", "2022-03-31")])
    assert dropped.state.delivery == "council"


def test_a_direction_takes_the_place_of_a_notice() -> None:
    track = department_track([step("improvement_notice", "2019-05"), step("direction", "2020-03")])
    assert track.state.in_force == ("statutory direction",)
    assert whys(step("improvement_notice", "2019-05"), step("direction", "2020-03"), step("notice_lifted", "2021"))


def test_how_it_stood_on_any_past_day() -> None:
    track = department_track([step("direction", "2019-06-04"), step("direction_revoked", "2023-05-11")])
    assert track.state_on(date(2019, 6, 3)).in_force == ()
    assert track.state_on(date(2019, 6, 4)).in_force == ("statutory direction",)
    assert track.state_on(date(2023, 5, 10)).in_force == ("statutory direction",)
    assert track.state_on(date(2023, 5, 11)).in_force == ()


def test_a_month_counts_only_when_it_is_over() -> None:
    track = department_track([step("improvement_notice", "2019-05")])
    assert track.state_on(date(2019, 5, 30)).in_force == ()
    assert track.state_on(date(2019, 5, 31)).in_force == ("improvement notice",)
