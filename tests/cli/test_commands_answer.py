"""The commands as an analyst types them: what they print, what they leave with, what they teach."""

import csv
import io
import json
from datetime import datetime
from pathlib import Path

import pytest

from holdfast.cli.main import main
from tests.cli.council_on_disk import TABLES, write

AT = "2026-06-01T08:30"
KEYS = [
    "child", "duty", "title", "force", "read", "signed_off", "worker", "team", "started_on", "due_on", "due_at",
    "met_on", "state", "days", "unit", "because", "law",
]  # fmt: skip
STATES = {"running", "due_soon", "overdue", "met", "met_late", "ended", "cannot_say"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


def due(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> list[dict[str, object]]:
    assert main(["due", str(folder), "--as-at", AT, "--format", "json", *more]) == 0
    return list(json.loads(capsys.readouterr().out))


def test_json_is_an_array_of_objects_with_exactly_the_seventeen_keys(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = due(folder, capsys)
    assert answers
    assert {tuple(one) for one in answers} == {tuple(KEYS)}
    assert {one["state"] for one in answers} <= STATES


def test_answers_are_sorted_by_child_due_day_and_duty_and_none_repeats(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = due(folder, capsys)
    keys = [(str(one["child"]), str(one["due_on"] or "9999"), str(one["duty"])) for one in answers]
    assert keys == sorted(keys)
    own = [(one["child"], one["duty"], one["started_on"], one["due_at"]) for one in answers]
    assert len(own) == len(set(own))


def test_only_a_limit_in_hours_has_a_due_moment_and_it_carries_its_offset(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = due(folder, capsys)
    moments = {one["duty"]: one["due_at"] for one in answers if one["due_at"]}
    assert moments == {"ms-rhi-72h": "2026-05-24T08:05:00+01:00"}
    assert datetime.fromisoformat(str(moments["ms-rhi-72h"])).utcoffset() is not None


def test_a_late_review_is_counted_in_its_unit_with_a_minus(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (review,) = [one for one in due(folder, capsys, "--child", "1001") if one["duty"] == "cla-review-1"]
    assert (review["state"], review["days"], review["unit"]) == ("overdue", -10, "working days")
    assert (review["worker"], review["team"]) == ("W1", "T1")
    assert review["law"]
    assert any("not yet signed off by a lawyer" in str(one) for one in review["law"])  # type: ignore[attr-defined]


def test_a_local_standard_shows_no_law(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path)
    plans = "cinp_cin_plan_id,cinp_person_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date\nP,1001,2026-05-20,\n"
    (tmp_path / "plans.csv").write_text(plans, encoding="utf-8")
    local = [one for one in due(tmp_path, capsys) if one["duty"] == "cin-visit"]
    assert local
    assert all(one["law"] == [] and one["force"] == "local norm" for one in local)


def test_csv_has_the_same_rows_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = due(folder, capsys)
    assert main(["due", str(folder), "--as-at", AT, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["child"], row["duty"], row["state"]) for row in rows] == [
        (one["child"], one["duty"], one["state"]) for one in answers
    ]


def test_the_table_leads_with_what_is_late_and_sums_up_the_rest(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["due", str(folder), "--as-at", AT]) == 0
    said = capsys.readouterr().out
    assert said.index("overdue") < said.index("Cannot say")
    assert "No law here has been signed off by a lawyer yet." in said
    assert main(["due", str(folder), "--as-at", AT, "--all"]) == 0
    assert "Cannot say cla" not in capsys.readouterr().out


def test_a_bare_day_means_its_end(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def state(moment: str) -> object:
        main(["due", str(folder), "--as-at", moment, "--format", "json", "--child", "1001"])
        answers = json.loads(capsys.readouterr().out)
        return next((one["state"] for one in answers if one["duty"] == "ms-rhi-72h"), None)

    assert (state("2026-05-24"), state("2026-05-24T08:05"), state("2026-05-21T08:04")) == ("overdue", "due_soon", None)


@pytest.mark.parametrize("team", ["T2", "Quay", "quay"])
def test_one_team_is_asked_for_by_its_id_or_its_name(
    team: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert {one["child"] for one in due(folder, capsys, "--team", team)} == {"1002"}


@pytest.mark.parametrize("team", ["T1", "Harbour", "harbour"])
def test_the_monday_list_of_one_team_is_asked_for_by_its_id_or_its_name(
    team: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["monday", str(folder), "--as-at", AT, "--team", team, "--format", "json"]) == 0
    assert {one["child"] for one in json.loads(capsys.readouterr().out)} == {"1001"}


def test_a_team_without_a_name_is_asked_for_by_its_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, teams="dept_team_id,dept_team_name\n")
    assert {one["child"] for one in due(tmp_path, capsys, "--team", "T2")} == {"1002"}
    assert main(["monday", str(tmp_path), "--as-at", AT, "--team", "T1", "--format", "json"]) == 0
    assert {one["child"] for one in json.loads(capsys.readouterr().out)} == {"1001"}


@pytest.mark.parametrize(
    ("command", "teaches"),
    [
        (["due", "--child", "77"], "No child '77'"),
        (["due", "--team", "Harbor"], "Teams in this extract: T1 (Harbour), T2 (Quay)"),
        (["why", "--child", "1001", "--duty", "cla-reviw-1"], "Did you mean cla-review-1"),
        (["why", "--child", "77", "--duty", "cla-review-1"], "No child '77'"),
        (["monday", "--team", "Harbor"], "Teams in this extract: T1 (Harbour), T2 (Quay)"),
    ],
)
def test_what_cannot_be_done_is_said_with_what_to_do_instead(
    command: list[str], teaches: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, *more = command
    assert main([name, str(folder), "--as-at", AT, *more]) == 2
    said = capsys.readouterr()
    assert teaches in said.err
    assert said.out == ""


@pytest.mark.parametrize("moment", ["yesterday", "2026-02-31", "01/06/26"])
def test_a_moment_that_is_none_is_refused_with_how_to_write_it(
    moment: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["due", str(folder), "--as-at", moment]) == 2
    assert "2026-" in capsys.readouterr().err


def test_input_that_could_not_be_read_is_said_aside_and_leaves_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, people=TABLES["people.csv"].replace("2014-05-02", "2014-02-31"))
    assert main(["due", str(tmp_path), "--as-at", AT, "--format", "json"]) == 1
    said = capsys.readouterr()
    assert json.loads(said.out)
    assert "people.csv, ssd_person, row 2, column pers_dob: '2014-02-31'" in said.err
    assert "28 days" in said.err


def test_a_settings_file_changes_a_local_standard_and_a_misspelt_one_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = folder.parent / "council.toml"
    settings.write_text('council = "Elsewhere"\n[warn_before]\n"working days" = 1\n', encoding="utf-8")
    states = {one["duty"]: one["state"] for one in due(folder, capsys, "--child", "1002")}
    assert states["cla-care-plan"] == "cannot_say"
    review = next(
        one
        for one in due(folder, capsys, "--child", "1002", "--settings", str(settings))
        if one["duty"] == "cla-review-1"
    )
    assert review["state"] == "running"
    settings.write_text('[limits]\ncin-vist = "10 days"\n', encoding="utf-8")
    assert main(["due", str(folder), "--as-at", AT, "--settings", str(settings)]) == 2
    assert "cin-vist" in capsys.readouterr().err


def test_monday_tells_the_child_whom_to_ask_and_what_closes_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["monday", str(folder), "--as-at", AT]) == 0
    said = capsys.readouterr().out
    assert "Mina Vale (1001). Ask: Rosa Quill, Harbour" in said
    assert "Closes when: On record: a review was held." in said
    assert "Odd Reed" not in said.split("cannot say")[0]
    assert "holdfast read" in said


def test_monday_as_json_and_csv_tells_the_same_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["monday", str(folder), "--as-at", AT, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert main(["monday", str(folder), "--as-at", AT, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["words"] for row in rows] == [one["words"] for one in told]
    assert {one["code"] for one in told} >= {"cla-review-1", "ms-rhi-72h"}


def test_monday_of_one_team_leaves_the_others_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["monday", str(folder), "--as-at", AT, "--team", "Harbour", "--all"]) == 0
    assert "Mina Vale" in capsys.readouterr().out


def test_a_quiet_record_has_nobody_on_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["monday", str(folder), "--as-at", "2026-04-17"]) == 0
    assert "Nobody is on it" in capsys.readouterr().out


def test_read_accounts_for_every_file_and_for_what_it_cannot_answer(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "notes.txt").write_text("shopping", encoding="utf-8")
    (folder / "older").mkdir()
    assert main(["read", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "reviews.csv: reviews of children in care, 0 rows (the table is there and empty" in said
    assert "notes.txt: Its header (shopping)" in said
    assert "older: It is a folder" in said
    assert "Nothing in it was unreadable." in said
    assert "(cla-care-plan). It needs ssd_cla_care_plan with lacp_cla_care_plan_start_date." in said
    assert "(cin-visit): needs ssd_cin_plans with cinp_cin_plan_start_date" in said


def test_read_shows_three_problems_of_a_kind_and_all_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(f"{number},Ann,Bell,2014-02-3{number % 2}\n" for number in range(20))
    write(
        tmp_path,
        people=f"pers_person_id,pers_forename,pers_surname,pers_dob\n1001,A,B,2014-01-01\n1002,C,D,2014-01-01\n{rows}",
    )
    assert main(["read", str(tmp_path)]) == 1
    assert "more like it (--all shows them)" in capsys.readouterr().out
    assert main(["read", str(tmp_path), "--all"]) == 1
    assert capsys.readouterr().out.count("people.csv, ssd_person, row") >= 20


def test_an_extract_that_ends_before_the_moment_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "2026-header.csv").write_text(
        "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,M,01/02/2012,WBRI,UN1,,\n", encoding="utf-8"
    )
    episode = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
    (tmp_path / "2026-episodes.csv").write_text(f"{episode}1,02/03/2026,S,C1,N1,U6,PR1,,,,,,\n", encoding="utf-8")
    main(["due", str(tmp_path), "--as-at", AT])
    said = capsys.readouterr()
    assert "tells of nothing after 31 March 2026. What fell due since then cannot be said" in said.err
    main(["due", str(tmp_path), "--as-at", "2026-03-31"])
    assert "tells of nothing after" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "leapt"),
    [
        ("2026-03-29T00:59", False), ("2026-03-29T01:00", True), ("2026-03-29T01:30", True),
        ("2026-03-29T01:59", True), ("2026-03-29T02:00", False), ("2026-10-25T01:30", False),
        ("2026-03-29", False), ("2026-03-29T01:30+00:00", False),
    ],
)  # fmt: skip
def test_an_hour_over_which_the_clocks_were_put_forward_is_said_aside_once(
    typed: str, leapt: bool, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for flag in ("--as-at", "--as-known"):
        moments = [flag, typed] if flag == "--as-at" else ["--as-at", AT, flag, typed]
        assert main(["due", str(folder), *moments]) == 0
        said = capsys.readouterr().err
        assert said.count("never came") == leapt
    if typed == "2026-03-29T01:30":
        assert "2026-03-29T01:30 never came: London's clocks were put forward over it." in said
        assert "02:30" in said
