"""What is written from a full record, read back: the two agree, and the return's own rules hold."""

import csv
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from holdfast.dates import end_of
from holdfast.exchange.extract import Extract
from holdfast.exchange.ssda903.tables import codes_in
from holdfast.exchange.ssda903.writing import write_ssda903
from holdfast.record.columns import Columns, columns_from
from holdfast.record.field import Fact
from holdfast.record.in_care import CareEpisode, CareReview, HealthCheck, LegalStatus, Permanence, Placement
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.people import Involvement, Person, Professional
from holdfast.record.unseen import MissingEpisode
from holdfast.wexmouth.stories import story_facts
from tests.exchange.ssda903.small_return import read_from, swept

STARTS, ENDS = date(2025, 4, 1), date(2026, 3, 31)
BORN = date(2012, 5, 3)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _table(folder: Path, columns: Columns, table: str, year: int = 2026) -> list[dict[str, str]]:
    write_ssda903(columns, folder, year)
    return _rows(folder / f"{year}-{table}.csv")


@pytest.fixture(scope="module")
def stories() -> Columns:
    return columns_from(story_facts())


@pytest.fixture(scope="module")
def read_back(stories: Columns, tmp_path_factory: pytest.TempPathFactory) -> Extract:
    folder = tmp_path_factory.mktemp("return")
    write_ssda903(stories, folder, 2026)
    return read_from(folder)


def test_the_stories_return_is_read_back_without_anything_to_say(read_back: Extract) -> None:
    assert [one.reason for one in read_back.problems] == []


def test_children_in_care_in_the_year_are_those_of_the_record(stories: Columns, read_back: Extract) -> None:
    record = stories.as_at(end_of(ENDS)).of(CareEpisode)
    in_care = {
        row["child"] for row in record.iter_rows(named=True) if row["ended_on"] is None or row["ended_on"] >= STARTS
    }
    assert in_care == set(read_back.columns.of(CareEpisode)["child"])
    assert len(in_care) >= 12


def test_entering_homes_and_legal_statuses_agree_with_the_record(stories: Columns, read_back: Extract) -> None:
    record = stories.as_at(end_of(ENDS))
    children = set(read_back.columns.of(CareEpisode)["child"])

    def said(columns: Columns, noun: type[Fact], *names: str) -> set[tuple[object, ...]]:
        return set(columns.of(noun).select("child", *names).unique().rows())

    entered = {row for row in said(record, CareEpisode, "entered_on") if row[0] in children}
    assert said(read_back.columns, CareEpisode, "entered_on") == entered
    homes = {row for row in said(record, Placement, "started_on", "type", "ended_on") if row[0] in children}
    assert said(read_back.columns, Placement, "started_on", "type", "ended_on") == homes
    statuses = {row for row in said(record, LegalStatus, "status", "started_on") if row[0] in children}
    assert said(read_back.columns, LegalStatus, "status", "started_on") == statuses


def test_reviews_of_the_year_agree_with_the_record(stories: Columns, read_back: Extract) -> None:
    children = set(read_back.columns.of(CareEpisode)["child"])
    record = {
        (row["child"], row["held_on"])
        for row in stories.of(CareReview).iter_rows(named=True)
        if STARTS <= row["held_on"] <= ENDS and row["child"] in children and row["cancelled"] is not True
    }
    assert set(read_back.columns.of(CareReview).select("child", "held_on").rows()) == record


def test_reviews_stand_the_same_whether_asked_of_the_record_or_of_the_return(
    stories: Columns, read_back: Extract
) -> None:
    whole = swept(Extract(kind="record", columns=stories), ENDS, "cla-review-1", "cla-review-2", "cla-review-n")
    states = {(row["child"], row["started_on"]): row["state"] for row in whole.iter_rows(named=True)}
    said = swept(read_back, ENDS, "cla-review-1", "cla-review-2", "cla-review-n")
    said = said.filter(pl.col("state") != "cannot_say")
    both = [(row, states[row["child"], row["started_on"]]) for row in said.iter_rows(named=True)]
    assert len(both) >= 15
    assert [row for row, state in both if row["state"] != state] == []


def test_the_same_record_gives_the_same_bytes_whatever_the_order_of_its_facts(tmp_path: Path) -> None:
    facts = story_facts()
    first = write_ssda903(columns_from(facts), tmp_path / "a", 2026)
    second = write_ssda903(columns_from(reversed(facts)), tmp_path / "b", 2026)
    assert [one.name for one in first] == [one.name for one in second]
    for one, other in zip(first, second, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name


def test_two_years_in_one_folder_are_read_together_and_the_whole_history_is_known(
    stories: Columns, tmp_path: Path
) -> None:
    for year in (2025, 2026):
        write_ssda903(stories, tmp_path, year)
    extract = read_from(tmp_path)
    assert extract.columns.held.known_from[CareReview] == date(2024, 4, 1)
    first = swept(extract, ENDS, "cla-review-1")
    assert set(first.filter(child="WX-S09-1")["state"]) == {"met"}


def test_only_codes_of_the_year_are_written_for_the_columns_that_are_made_here(tmp_path: Path) -> None:
    columns = columns_from(story_facts())
    episodes = _table(tmp_path, columns, "episodes")
    assert {row["RNE"] for row in episodes} <= codes_in("RNE", 2026)
    assert {row["REC"] for row in episodes} <= codes_in("REC", 2026) | {""}
    workers = _rows(tmp_path / "2026-sw_episodes.csv")
    assert {row["SW_REASON"] for row in workers} <= codes_in("SW_REASON", 2026) | {""}
    assert all(row["SW_ID"][:2] in ("SW", "XX") and len(row["SW_ID"]) >= 4 for row in workers)


def _care(*more: Fact, ended_on: date | None = None, end_reason: str | None = None) -> Columns:
    return columns_from([
        Person(child="K1", sex="F", born_on=BORN, upn_unknown="UN1", is_mother=False),
        CareEpisode(
            child="K1", id="e", started_on=date(2024, 6, 3), start_reason="S", need="N1", period="p",
            ended_on=ended_on, end_reason=end_reason,
        ),
        LegalStatus(child="K1", id="l1", status="C1", started_on=date(2024, 6, 3)),
        Placement(
            child="K1", id="h1", type="U6", started_on=date(2024, 6, 3), ended_on=date(2025, 9, 1),
            change_reason="CARPL", provider="PR1",
        ),
        Placement(child="K1", id="h2", type="K2", started_on=date(2025, 9, 1), ended_on=ended_on),
        *more,
    ])  # fmt: skip


def test_a_new_episode_starts_on_the_day_the_old_one_ends_with_what_changed(tmp_path: Path) -> None:
    columns = _care(LegalStatus(child="K1", id="l2", status="C2", started_on=date(2025, 11, 3)))
    told = ("DECOM", "RNE", "LS", "PLACE", "DEC", "REC", "REASON_PLACE_CHANGE")
    assert [tuple(row[name] for name in told) for row in _table(tmp_path, columns, "episodes")] == [
        ("03/06/2024", "S", "C1", "U6", "01/09/2025", "X1", "CARPL"),
        ("01/09/2025", "P", "C1", "K2", "03/11/2025", "X1", ""),
        ("03/11/2025", "L", "C2", "K2", "", "", ""),
    ]


def test_a_move_and_a_new_status_on_one_day_are_one_change(tmp_path: Path) -> None:
    columns = _care(LegalStatus(child="K1", id="l2", status="C2", started_on=date(2025, 9, 1)))
    assert [row["RNE"] for row in _table(tmp_path, columns, "episodes")] == ["S", "B"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("left", "LEFTRL"),
        ("Came into care", "TSPROC"),
        ("case closed", "OTHERS"),
        ("pcchan", "PCCHAN"),
        (None, "OTHERS"),
    ],
)
def test_why_a_worker_changed_is_written_in_the_returns_own_codes(words: str | None, code: str, tmp_path: Path) -> None:
    columns = _care(
        Involvement(
            child="K1", id="i", professional="XX12", role="social worker", started_on=date(2025, 5, 1),
            ended_on=date(2025, 6, 2), change_reason=words,
        )
    )  # fmt: skip
    assert [row["SW_REASON"] for row in _table(tmp_path, columns, "sw_episodes")] == [code]


def test_no_episode_starts_and_ends_on_one_day(tmp_path: Path) -> None:
    columns = _care(
        LegalStatus(child="K1", id="l2", status="C2", started_on=date(2025, 12, 1)),
        ended_on=date(2025, 12, 1), end_reason="E4A",
    )  # fmt: skip
    rows = _table(tmp_path, columns, "episodes")
    assert [(row["DEC"], row["REC"]) for row in rows] == [("01/09/2025", "X1"), ("01/12/2025", "E4A")]


@pytest.mark.parametrize(
    ("ended_on", "written"),
    [(date(2025, 3, 31), None), (date(2025, 4, 1), "01/04/2025"), (date(2026, 3, 31), "31/03/2026"),
     (date(2026, 4, 1), "")],
)  # fmt: skip
def test_the_year_begins_on_1_april_and_what_comes_after_31_march_is_blank(
    tmp_path: Path, ended_on: date, written: str | None
) -> None:
    columns = columns_from([
        Person(child="K1", born_on=BORN),
        CareEpisode(
            child="K1", id="e", started_on=date(2024, 6, 3), start_reason="S", ended_on=ended_on, end_reason="E4A"
        ),
    ])  # fmt: skip
    assert [row["DEC"] for row in _table(tmp_path, columns, "episodes")] == ([] if written is None else [written])


def test_reviews_outside_the_year_or_cancelled_are_not_written(tmp_path: Path) -> None:
    days = (date(2025, 3, 31), date(2025, 4, 1), date(2026, 3, 31), date(2026, 4, 1))
    reviews = [CareReview(child="K1", id=str(day), held_on=day, participation="PN1") for day in days]
    cancelled = CareReview(child="K1", id="c", held_on=date(2025, 7, 1), cancelled=True)
    assert [row["REVIEW"] for row in _table(tmp_path, _care(*reviews, cancelled), "reviews")] == [
        "01/04/2025", "31/03/2026",
    ]  # fmt: skip


def test_health_of_the_year_is_written_only_for_children_in_care_all_through_it(tmp_path: Path) -> None:
    done = HealthCheck(child="K1", id="h", type="health assessment", status="completed", on=date(2025, 6, 1))
    (row,) = _table(tmp_path / "a", _care(done), "oc2")
    assert (row["HEALTH_ASSESSMENT"], row["TEETH_CHECK"], row["IMMUNISATIONS"]) == ("1", "0", "")
    assert _table(tmp_path / "b", _care(done, ended_on=date(2026, 3, 1), end_reason="E4A"), "oc2") == []


def test_adoption_is_written_and_read_back(tmp_path: Path) -> None:
    way = Permanence(
        child="K1", id="a", decided_on=date(2025, 5, 1), matched_on=date(2025, 8, 1), placed_on=date(2025, 9, 1),
        adopted_on=date(2026, 2, 2),
    )  # fmt: skip
    write_ssda903(_care(way, ended_on=date(2026, 2, 2), end_reason="E12"), tmp_path, 2026)
    (one,) = read_from(tmp_path).columns.of(Permanence).iter_rows(named=True)
    assert (one["decided_on"], one["matched_on"], one["adopted_on"]) == (
        date(2025, 5, 1), date(2025, 8, 1), date(2026, 2, 2),
    )  # fmt: skip


def test_missing_episodes_and_own_workers_are_written_and_other_workers_are_not(tmp_path: Path) -> None:
    columns = _care(
        MissingEpisode(child="K1", id="m", type="away", started_on=date(2025, 6, 1), returned_on=date(2025, 6, 2)),
        MissingEpisode(child="K1", id="n", type="missing", started_on=date(2023, 6, 1), returned_on=date(2023, 6, 2)),
        Involvement(child="K1", id="i", professional="w1", role="social worker", started_on=date(2025, 5, 1)),
        Involvement(child="K1", id="j", professional="w2", role="reviewing officer", started_on=date(2025, 5, 1)),
        Professional(child="w1", registration="SW777"),
    )
    missing = _table(tmp_path, columns, "missing")
    assert [(row["MISSING"], row["MIS_START"]) for row in missing] == [("A", "01/06/2025")]
    assert [row["SW_ID"] for row in _rows(tmp_path / "2026-sw_episodes.csv")] == ["SW777"]


@pytest.mark.parametrize(("born", "rows"), [(date(2009, 4, 1), 0), (date(2009, 3, 31), 1), (date(2004, 4, 1), 1),
                                            (date(2004, 3, 31), 0)])  # fmt: skip
def test_care_leavers_are_those_aged_seventeen_to_twenty_one_at_the_end_of_the_year(
    tmp_path: Path, born: date, rows: int
) -> None:
    columns = columns_from([
        Person(child="K1", born_on=born),
        CareLeaver(child="K1", id="c", in_touch="YES", activity="F2", accommodation="K", suitable="1"),
    ])  # fmt: skip
    found = _table(tmp_path, columns, "oc3")
    assert [row["ACCOM"] for row in found] == ["K1"] * rows
    assert len(_rows(tmp_path / "2026-header.csv")) == rows


def test_the_table_of_deprivation_of_liberty_orders_begins_with_2026_27(tmp_path: Path) -> None:
    names = {one.name for one in write_ssda903(_care(), tmp_path, 2026)}
    assert "2026-dolo.csv" not in names
    assert len(names) == 11
    assert "2027-dolo.csv" in {one.name for one in write_ssda903(_care(), tmp_path, 2027)}
