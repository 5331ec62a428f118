"""What the return's tables become on the record, and what stays unknown."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from holdfast.record.in_care import CareEpisode as Episode
from holdfast.record.in_care import (
    CarePlan,
    CareReview,
    CareVisit,
    HealthCheck,
    LegalStatus,
    Permanence,
    Placement,
    StrengthsScore,
)
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.people import Involvement, Person, Professional
from holdfast.record.unseen import MissingEpisode, ReturnInterview
from tests.exchange.ssda903.small_return import HEADER_ROW, episode, put, read_from, reasons, swept


def _start(folder: Path, *episodes: str) -> None:
    put(folder, "2026-header", HEADER_ROW, table="header")
    put(folder, "2026-episodes", *episodes, table="episodes")


def test_a_child_is_read_with_the_records_own_words(tmp_path: Path) -> None:
    put(tmp_path, "header", "K1,2,03/05/2012,wbri,un3,1,", "K2,m,2013-04-05,,A123456789012,,")
    put(tmp_path, "episodes", episode("03/05/2025"))
    first, second = read_from(tmp_path).columns.of(Person).sort("child").iter_rows(named=True)
    assert (first["sex"], first["ethnicity"], first["upn"], first["upn_unknown"]) == ("F", "WBRI", None, "un3")
    assert first["is_mother"] is True
    assert (second["sex"], second["born_on"], second["upn"]) == ("M", date(2013, 4, 5), "A123456789012")


def test_episodes_without_a_gap_are_one_period_of_care_entered_with_reason_s(tmp_path: Path) -> None:
    _start(
        tmp_path,
        episode("03/05/2025", "S", "01/07/2025", "X1"),
        episode("01/07/2025", "L", "09/09/2025", "E4A", status="E1"),
        episode("10/09/2025", "S"),
    )
    found = read_from(tmp_path).columns.of(Episode).sort("started_on")
    assert found["period"].to_list() == ["K1/care-1", "K1/care-1", "K1/care-2"]
    assert found["entered_on"].to_list() == [date(2025, 5, 3), date(2025, 5, 3), date(2025, 9, 10)]


def test_reason_s_on_the_day_the_last_episode_ended_begins_another_period(tmp_path: Path) -> None:
    _start(tmp_path, episode("03/05/2025", "S", "01/07/2025", "E4A"), episode("01/07/2025", "S"))
    assert read_from(tmp_path).columns.of(Episode)["period"].n_unique() == 2


def test_episodes_in_the_same_home_are_one_placement_and_a_move_begins_another(tmp_path: Path) -> None:
    _start(
        tmp_path,
        episode("03/05/2025", "S", "01/07/2025", "X1"),
        episode("01/07/2025", "L", "09/09/2025", "X1", status="E1", moved="CARPL"),
        episode("09/09/2025", "P", "10/10/2025", "X1", status="E1"),
        episode("10/10/2025", "T", "", status="E1", place="U4"),
    )
    homes = read_from(tmp_path).columns.of(Placement).sort("started_on")
    assert homes["started_on"].to_list() == [date(2025, 5, 3), date(2025, 9, 9), date(2025, 10, 10)]
    assert homes["ended_on"].to_list() == [date(2025, 9, 9), date(2025, 10, 10), None]
    assert homes["change_reason"].to_list() == ["CARPL", None, None]
    assert homes["type"].to_list() == ["U6", "U6", "U4"]


def test_a_legal_status_lasts_over_episodes_of_the_same_code(tmp_path: Path) -> None:
    _start(
        tmp_path,
        episode("03/05/2025", "S", "01/07/2025", "X1"),
        episode("01/07/2025", "P", "09/09/2025", "X1", place="K2"),
        episode("09/09/2025", "L", status="E1", place="K2"),
    )
    found = read_from(tmp_path).columns.of(LegalStatus).sort("started_on")
    assert found.select("status", "started_on", "ended_on").rows() == [
        ("C2", date(2025, 5, 3), date(2025, 9, 9)), ("E1", date(2025, 9, 9), None),
    ]  # fmt: skip


def test_what_began_before_the_first_episode_read_has_no_first_day(tmp_path: Path) -> None:
    _start(tmp_path, episode("03/02/2025", "L"))
    extract = read_from(tmp_path)
    assert extract.columns.of(Episode)["entered_on"].to_list() == [None]
    assert extract.columns.of(Placement)["started_on"].to_list() == [None]
    assert extract.columns.of(LegalStatus)["started_on"].to_list() == [date(2025, 2, 3)]
    started = swept(extract, date(2026, 3, 31)).filter(pl.col("duty").is_in(["cla-care-plan", "cla-visit-first"]))
    assert started.is_empty()


def test_an_episode_that_continues_none_within_the_years_read_is_reported(tmp_path: Path) -> None:
    _start(tmp_path, episode("03/05/2025", "P"))
    assert any("the day of coming into care is not known" in one for one in reasons(read_from(tmp_path)))
    put(tmp_path, "2026-episodes", episode("31/03/2025", "P"), table="episodes")
    assert reasons(read_from(tmp_path)) == []


def test_short_breaks_are_kept_and_no_clock_of_a_child_in_care_is_started(tmp_path: Path) -> None:
    _start(tmp_path, episode("03/05/2025", "S", "05/05/2025", "E8", status="V4"))
    extract = read_from(tmp_path)
    assert extract.columns.of(Episode).is_empty()
    assert extract.columns.of(LegalStatus)["status"].to_list() == ["V4"]
    assert swept(extract, date(2026, 3, 31)).is_empty()
    assert [one.column for one in extract.problems] == ["LS"]


def test_reviews_missing_episodes_and_workers_are_read(tmp_path: Path) -> None:
    _start(tmp_path, episode("03/05/2025"))
    put(tmp_path, "2026-reviews", "K1,03/05/2012,20/05/2025,pn1", table="reviews")
    put(
        tmp_path, "2026-missing", "K1,03/05/2012,M,01/06/2025,02/06/2025", "K1,03/05/2012,a,05/06/2025,",
        table="missing",
    )  # fmt: skip
    put(
        tmp_path, "2026-sw_episodes", "K1,03/05/2012,SW1234,01/05/2025,09/09/2025,LEFTRL",
        "K1,03/05/2012,XX77,09/09/2025,,", table="sw_episodes",
    )  # fmt: skip
    columns = read_from(tmp_path).columns
    assert columns.of(CareReview).select("held_on", "participation").rows() == [(date(2025, 5, 20), "PN1")]
    assert columns.of(MissingEpisode)["type"].to_list() == ["missing", "away"]
    assert columns.of(Involvement).select("professional", "ended_on", "change_reason", "role").rows() == [
        ("SW1234", date(2025, 9, 9), "LEFTRL", "social worker"), ("XX77", None, None, "social worker"),
    ]  # fmt: skip
    assert columns.of(Professional).select("child", "registration").rows() == [("SW1234", "SW1234"), ("XX77", None)]


def test_a_care_leaver_is_the_last_returns_and_the_earlier_word_is_kept(tmp_path: Path) -> None:
    _start(tmp_path, episode("03/05/2025"))
    put(tmp_path, "2025-oc3", "K9,03/05/2006,NO,G4,Y2", table="oc3")
    put(tmp_path, "2026-oc3", "K9,03/05/2006,YES,F2,K1", table="oc3")
    extract = read_from(tmp_path)
    (one,) = extract.columns.of(CareLeaver).iter_rows(named=True)
    assert (one["in_touch"], one["activity"], one["accommodation"], one["suitable"]) == ("YES", "F2", "K", "1")
    assert ("K9", "NO", "2025") in extract.kept["oc3"].select("CHILD", "IN_TOUCH", "RETURN_YEAR").rows()


def test_the_way_to_adoption_is_put_together_from_decisions_and_episodes(tmp_path: Path) -> None:
    _start(
        tmp_path,
        episode("03/05/2025", "S", "01/07/2025", "X1"),
        episode("01/07/2025", "L", "09/09/2025", "X1", status="E1"),
        episode("09/09/2025", "P", "10/03/2026", "E11", status="E1", place="A6"),
    )
    put(tmp_path, "2026-placed_for_adoption", "K1,03/05/2012,20/06/2025,,", table="placed_for_adoption")
    put(tmp_path, "2026-ad1", "K1,03/05/2012,20/06/2025,01/09/2025,0,2,MF,L11", table="ad1")
    extract = read_from(tmp_path)
    (one,) = extract.columns.of(Permanence).iter_rows(named=True)
    days = [one[name] for name in ("decided_on", "ordered_on", "matched_on", "placed_on", "adopted_on", "reversed_on")]
    assert days == [
        date(2025, 6, 20), date(2025, 7, 1), date(2025, 9, 1), date(2025, 9, 9), date(2026, 3, 10), None,
    ]  # fmt: skip
    placed = swept(extract, date(2026, 3, 31), "ad-a10-threshold")
    assert placed.select("started_on", "met_on", "state").rows() == [(date(2025, 5, 3), date(2025, 9, 9), "met")]


def test_a_match_is_never_said_to_be_missing_because_the_return_has_it_only_after_adoption(tmp_path: Path) -> None:
    _start(tmp_path, episode("03/05/2025", "S", "01/07/2025", "X1"), episode("01/07/2025", "L", status="E1"))
    put(tmp_path, "2026-ad1", table="ad1")
    assert swept(read_from(tmp_path), date(2026, 3, 31), "ad-a2-threshold")["state"].to_list() == ["cannot_say"]


def test_a_placement_order_that_gave_way_to_another_status_ends_the_way_to_adoption(tmp_path: Path) -> None:
    _start(
        tmp_path,
        episode("03/05/2025", "S", "01/07/2025", "X1", status="E1"),
        episode("01/07/2025", "L", status="C2"),
    )
    assert swept(read_from(tmp_path), date(2026, 3, 31), "ad-a10-threshold")["state"].to_list() == ["ended"]


@pytest.mark.parametrize("noun", [CareVisit, CarePlan, HealthCheck, StrengthsScore, ReturnInterview])
def test_what_the_return_does_not_hold_is_not_held(tmp_path: Path, noun: type) -> None:
    _start(tmp_path, episode("03/05/2025"))
    put(tmp_path, "2026-oc2", "K1,03/05/2012,14,,0,,1,1,1,0,,", table="oc2")
    put(tmp_path, "2026-missing", "K1,03/05/2012,M,01/06/2025,02/06/2025", table="missing")
    assert not read_from(tmp_path).columns.held.has(noun)


def test_only_reviews_are_ever_answered_and_everything_else_cannot_be_said(tmp_path: Path) -> None:
    _start(tmp_path, episode("03/05/2025"))
    put(tmp_path, "2026-reviews", "K1,03/05/2012,20/05/2025,PN1", table="reviews")
    put(tmp_path, "2026-oc2", "K1,03/05/2012,14,,0,,1,1,1,0,,", table="oc2")
    put(tmp_path, "2026-missing", "K1,03/05/2012,M,01/06/2025,02/06/2025", table="missing")
    found = swept(read_from(tmp_path), date(2026, 3, 31))
    answered = set(found.filter(pl.col("state") != "cannot_say")["duty"])
    assert answered == {"cla-review-1", "cla-review-2"}
    assert {"cla-iha", "cla-dental", "cla-sdq", "cla-visit-first", "ms-rhi-72h", "cla-care-plan"} <= set(found["duty"])
    assert found.filter(pl.col("state") == "cannot_say")["missing"].null_count() == 0


def test_without_a_table_of_reviews_no_review_is_said_to_be_late(tmp_path: Path) -> None:
    _start(tmp_path, episode("03/05/2025"))
    found = swept(read_from(tmp_path), date(2026, 3, 31), "cla-review-1", "cla-review-2", "cla-review-n")
    assert set(found["state"]) == {"cannot_say"}


def test_columns_that_nothing_reads_are_kept_beside_their_key(tmp_path: Path) -> None:
    put(tmp_path, "header", HEADER_ROW)
    put(tmp_path, "2026-episodes", "K1,03/05/2025,S,C2,N1,U6,PR1,,,,ZZ99 1AA,ZZ99 3CZ,", table="episodes")
    put(tmp_path, "previous_permanence", "K1,03/05/2012,P1,330,zz/zz/2019")
    put(tmp_path, "dolo", "K1,03/05/2012,01/06/2025,")
    extract = read_from(tmp_path)
    assert extract.kept["episodes"].select("CHILD", "DECOM", "HOME_POST", "RETURN_YEAR").rows() == [
        ("K1", "03/05/2025", "ZZ99 1AA", "2026")
    ]
    assert extract.kept["previous_permanence"]["DATE_PERM"].to_list() == ["zz/zz/2019"]
    assert extract.kept["dolo"]["DOLO_START"].to_list() == ["01/06/2025"]
    told = {one.table: one.unrecognised for one in extract.tables}
    assert told["episodes"] == ("HOME_POST",)
    assert reasons(extract) == []
