"""What became of each finding agrees with the measures and the Monday list; a seat sees the children it may see."""

import pytest

from holdfast.casework.council import Council
from holdfast.casework.findings import FindingNow, findings_now, trend_shown
from holdfast.casework.measures import Stretch, figures, list_behind, stretches
from holdfast.casework.monday import lines_of
from holdfast.casework.view import View
from holdfast.casework.way import good_by_child, the_way
from holdfast.casework.written_plan import plan_on_record
from holdfast.dates import end_of, parse_moment
from holdfast.duties.good import STATIONS
from holdfast.measures.columns.monthly import measure
from holdfast.measures.promise import InspectionFinding
from holdfast.measures.register import BY_CODE
from holdfast.wexmouth.council import council_columns
from holdfast.wexmouth.line import the_line
from holdfast.wexmouth.telling import WEXMOUTH_MOMENT

VIEW = View(as_at=WEXMOUTH_MOMENT)
MAY = Stretch(first=parse_moment("2026-05-01").date(), last=parse_moment("2026-05-31").date())
POPPY = "WX-S07-2"


@pytest.fixture(scope="module")
def council() -> Council:
    return Council.of(council_columns(600, seed=1))


@pytest.fixture(scope="module")
def every(council: Council) -> dict[str, FindingNow]:
    return {one.finding.slug: one for one in findings_now(council, VIEW, the_line(), None)}


def test_the_ten_findings_of_wexmouth_stand_in_different_ways(every: dict[str, FindingNow]) -> None:
    states = {one.trend.state for one in every.values()}
    assert len(every) == 10
    assert states == {
        "improving", "holding", "flat", "slipping", "says on track, data flat", "says on track, data worse",
    }  # fmt: skip


def test_the_plan_says_on_track_while_more_relatives_wait(every: dict[str, FindingNow]) -> None:
    one = every["relatives-never-fully-approved"]
    assert one.claim is not None
    assert (one.claim.says, one.trend.title) == ("on track", "Says on track, data worse")
    assert "Poppy Lane" in [child.name for child in one.children]


def test_the_months_are_those_of_the_measure(council: Council, every: dict[str, FindingNow]) -> None:
    one = every["conferences-too-late"]
    assert one.measure is not None
    last = measure(
        BY_CODE["conferences-in-15"], council.columns(VIEW), end_of(parse_moment("2026-05-01").date()).date(),
        end_of(parse_moment("2026-05-31").date()).date(),
    )[0]  # fmt: skip
    assert (one.months[-1].month, one.months[-1].figure) == ("May 2026", last.figure)
    assert len(one.months) == 12


def test_a_count_of_who_stood_late_is_the_monday_list_of_that_evening(
    council: Council, every: dict[str, FindingNow]
) -> None:
    one = every["plans-that-stood-still"]
    evening = View(as_at=end_of(parse_moment("2026-04-30").date()))
    wanted = set(one.finding.shown.codes)
    then = [child for child, lines in lines_of(council, evening).items() if {line.code for line in lines} & wanted]
    assert one.months[-2].figure == len(then) > 0


def test_every_child_on_the_monday_list_for_it_is_behind_it(council: Council, every: dict[str, FindingNow]) -> None:
    for one in every.values():
        wanted = set(one.finding.now)
        listed = {child for child, some in lines_of(council, VIEW).items() if {line.code for line in some} & wanted}
        assert listed == {child.child for child in one.children if child.waits}, one.finding.slug


def test_the_children_told_as_behind_the_figure_are_those_the_figure_counts(
    council: Council, every: dict[str, FindingNow]
) -> None:
    for one in every.values():
        told = {child.child for child in one.children if child.in_figure}
        if one.measure is None:
            assert len(told) == one.months[-1].figure, one.finding.slug
            continue
        behind = list_behind(council, VIEW, one.measure, MAY, None)
        against = "no" if one.finding.shown.better == "up" else "yes"
        assert told == {entry.child for entry in behind.lines if entry.answer == against}, one.finding.slug
        assert all(child.in_figure or child.waits for child in one.children)


def test_a_child_who_waits_without_being_in_the_figure_is_told_apart(every: dict[str, FindingNow]) -> None:
    apart = {
        slug: [child.name for child in one.children if not child.in_figure] for slug, one in every.items()
    }  # fmt: skip
    assert "Lennon Kellatarn" in apart["plans-that-stood-still"]
    assert "Tahlia Raxwick" in apart["conferences-too-late"]
    assert "Sienna Netherarick" in apart["not-understood-the-first-time"]
    assert "Farah Draystead" not in apart["plans-that-stood-still"]


@pytest.mark.parametrize("finding", the_line().findings, ids=lambda one: one.slug)
def test_whatever_a_finding_counts_by_its_codes_is_named_by_the_same_codes(finding: InspectionFinding) -> None:
    assert set(finding.shown.codes) <= set(finding.now)


def test_a_measure_says_of_itself_what_its_finding_says(council: Council, every: dict[str, FindingNow]) -> None:
    months, plan = [one for one in stretches(VIEW) if not one.so_far], plan_on_record(council, VIEW)
    rested_on = [one for one in every.values() if one.measure is not None]
    assert len(rested_on) > 5
    for one in rested_on:
        assert one.measure is not None
        shown = figures(council, VIEW, [one.measure], months)[one.measure.code]
        assert trend_shown(one.measure, shown, the_line(), VIEW, plan) == one.trend, one.finding.slug


def test_a_plan_that_says_done_beside_an_aim_that_is_not_met_says_so(every: dict[str, FindingNow]) -> None:
    trend = every["challenge-without-an-answer"].trend
    assert (trend.state, trend.claim) == ("flat", "done")
    assert "The aim is not met." in trend.plain


def test_a_seat_sees_its_own_children_and_how_many_others_there_are(council: Council) -> None:
    mine = {one.finding.slug: one for one in findings_now(council, VIEW, the_line(), {POPPY})}
    one = mine["relatives-never-fully-approved"]
    assert [child.child for child in one.children] == [POPPY]
    assert one.others == 4


def test_without_names_there_is_no_child_and_no_small_number(council: Council) -> None:
    for one in findings_now(council, VIEW, the_line(), None, names=False):
        assert one.children == ()
        assert one.others == 0
        assert one.trend.state != "cannot say"
        assert [month for month in one.months if month.figure is not None or month.of] == []
        assert {month.said for month in one.months}.isdisjoint({"1", "2", "3", "4"})


def test_a_finding_that_was_not_raised_yet_is_not_there(council: Council) -> None:
    early = View(as_at=parse_moment("2024-07-09"))
    slugs = [one.finding.slug for one in findings_now(council, early, the_line(), None)]
    assert "challenge-without-an-answer" not in slugs
    assert "plans-that-stood-still" in slugs


def test_every_station_is_there_in_order_and_early_help_says_that_it_is_not_built(council: Council) -> None:
    way = the_way(council, VIEW, None)
    assert tuple(one.station for one in way) == STATIONS
    assert [one.station for one in way if one.not_built] == ["early help"]


def test_each_station_tells_one_good_thing_of_the_week_and_one_worry(council: Council) -> None:
    for one in the_way(council, VIEW, None):
        if not one.not_built:
            assert one.good is not None, one.station
            assert one.worry is not None, one.station
            assert (VIEW.today - one.good.thing.on).days < 7


def test_nothing_is_left_out_of_the_way(council: Council) -> None:
    way = the_way(council, VIEW, None)
    assert sum(one.goods for one in way) == sum(len(some) for some in good_by_child(council, VIEW).values())
    assert sum(one.worries for one in way) == sum(len(some) for some in lines_of(council, VIEW).values())


def test_the_way_of_a_seat_has_only_its_own_children(council: Council) -> None:
    way = {one.station: one for one in the_way(council, VIEW, {POPPY})}
    worry = way["home"].worry
    assert worry is not None
    assert worry.name == "Poppy Lane"
    assert sum(one.worries for one in way.values()) == len(lines_of(council, VIEW)[POPPY])
