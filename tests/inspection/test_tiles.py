"""The tile map: each council once, no two in one place on one day, each region by itself."""

from collections import Counter
from datetime import date

from holdfast.inspection.authorities import authorities
from holdfast.inspection.history.as_printed import as_printed
from holdfast.inspection.history.events import Inspection, PrintedJudgement
from holdfast.inspection.history.kept import kept
from holdfast.inspection.history.sources import Source, SourceClaim
from holdfast.inspection.tiles import tiles, tiles_on

DAYS = (date(2018, 1, 1), date(2019, 4, 1), date(2021, 4, 1), date(2023, 3, 31), date(2023, 4, 1), date(2026, 6, 1))


def test_each_council_of_the_table_has_exactly_one_tile_under_its_own_name() -> None:
    assert Counter((one.code, one.name) for one in tiles()) == Counter((one.code, one.name) for one in authorities())


def test_on_no_day_do_two_councils_stand_in_one_place() -> None:
    for day in DAYS:
        there = Counter((one.column, one.row) for one in tiles_on(day))
        assert [place for place, many in there.items() if many > 1] == []


def test_there_are_as_many_tiles_as_there_were_councils() -> None:
    assert [len(tiles_on(day)) for day in (date(2019, 3, 31), date(2019, 4, 1), date(2026, 6, 1))] == [152, 151, 153]


def test_a_council_that_is_no_more_is_there_on_its_last_day_and_not_on_the_next() -> None:
    def names(day: date) -> set[str]:
        return {one.name for one in tiles_on(day)}

    assert "Cumbria" in names(date(2023, 3, 31))
    assert "Cumberland" not in names(date(2023, 3, 31))
    assert "Cumbria" not in names(date(2023, 4, 1))
    assert "Cumberland" in names(date(2023, 4, 1))


def test_two_regions_never_touch_and_each_hangs_together() -> None:
    place = {(one.column, one.row): one.region for one in tiles()}
    beside = ((1, 0), (0, 1))
    assert [
        (at, region)
        for at, region in place.items()
        for across, down in beside
        if place.get((at[0] + across, at[1] + down), region) != region
    ] == []
    for region in set(place.values()):
        left = {at for at, name in place.items() if name == region}
        reached = {min(left)}
        while more := {one for one in left - reached if any(_near(one, other) for other in reached)}:
            reached |= more
        assert left == reached, region


def _near(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1])) == 1


def test_a_name_in_a_tile_is_short_enough_for_it() -> None:
    assert max(len(one.short) for one in tiles()) <= 9
    assert [name for name, many in Counter(one.short for one in tiles()).items() if many > 1] == []


def _report(published: str, grade: str | None) -> Inspection:
    source = Source(key=published, title="an invented report", publisher="Ofsted", sure="printed")
    care = PrintedJudgement(area="care", grade=grade, absent=None if grade else "not_read")
    return Inspection(
        authority_code="E00", framework="ILACS", judgements=(care,),
        claims=(
            SourceClaim(about="inspected", value="2019-05-13/2019-05-24", source=source),
            SourceClaim(about="published", value=published, source=source),
        ),
    )  # fmt: skip


def test_a_grade_counts_from_the_day_its_report_came_out_and_the_last_report_is_the_one_told() -> None:
    reports = [_report("2023-07-24", None), _report("2019-07-08", "Good")]
    assert as_printed(reports, "care", date(2019, 7, 7)) == {}
    assert as_printed(reports, "care", date(2019, 7, 8))["E00"].grade == "Good"
    assert as_printed(reports, "care", date(2023, 7, 23))["E00"].grade == "Good"
    last = as_printed(reports, "care", date(2023, 7, 24))["E00"]
    assert (last.grade, last.absent) == (None, "not_read")
    assert as_printed(reports, "lscb", date(2023, 7, 24))["E00"].absent == "not_in_this_set"


def test_every_printed_grade_of_the_shipped_file_stands_on_a_tile() -> None:
    found = as_printed(kept().inspections, "overall", date(2026, 6, 1))
    assert len(found) > 100
    assert set(found) <= {one.code for one in tiles()}
