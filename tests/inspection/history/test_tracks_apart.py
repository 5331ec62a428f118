"""The two tracks move independently: what is told of one never moves the other."""

from hypothesis import given
from hypothesis import strategies as st

from holdfast.inspection.history.department import STEP_WORDS
from holdfast.inspection.history.events import Intervention, OfstedEvent
from holdfast.inspection.history.line import history_of
from tests.inspection.history.invented_events import WEXMOUTH, inspection, plan, step, visit

DAYS = st.integers(2015, 2025).flatmap(lambda year: st.integers(1, 12).map(lambda month: f"{year}-{month:02}-15"))
STEPS = st.builds(step, st.sampled_from(sorted(STEP_WORDS)), DAYS)
OFSTED = st.one_of(
    st.builds(visit, DAYS, st.one_of(st.none(), st.integers(1, 7))),
    st.builds(lambda day: visit(day, kind="focused"), DAYS),
    st.builds(plan, DAYS),
    st.builds(
        lambda grade, day: inspection(grade, day, day), st.sampled_from(["Inadequate", "Good", "Outstanding"]), DAYS
    ),
)


@given(st.lists(OFSTED, max_size=8), st.lists(STEPS, max_size=8))
def test_each_track_is_the_same_whatever_stands_on_the_other(
    ofsted: list[OfstedEvent], steps: list[Intervention]
) -> None:
    both = history_of(WEXMOUTH, ofsted, steps)
    assert both.ofsted == history_of(WEXMOUTH, ofsted, []).ofsted
    assert both.department == history_of(WEXMOUTH, [], steps).department


@given(st.lists(OFSTED, max_size=8), st.lists(STEPS, max_size=8))
def test_nothing_is_dropped_however_impossible(ofsted: list[OfstedEvent], steps: list[Intervention]) -> None:
    line = history_of(WEXMOUTH, ofsted, steps)
    assert len(line.entries()) == len(ofsted) + len(steps)
    told = {why for one in line.entries() for why in one.broken}
    assert told == {one.why for one in (*line.ofsted.broken, *line.department.broken)}


@given(st.lists(OFSTED, max_size=8))
def test_only_an_inspection_changes_the_grade(ofsted: list[OfstedEvent]) -> None:
    for one in history_of(WEXMOUTH, ofsted, []).ofsted.steps:
        changed = one.before.inspection is not one.after.inspection
        assert changed == (one.after.inspection is one.event)
