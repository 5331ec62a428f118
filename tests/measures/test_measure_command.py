"""``holdfast measure`` on a small folder: what it prints, what it refuses, and how it leaves."""

import csv
import io
import json
from pathlib import Path

import pytest

from holdfast.cli import main as command_line
from holdfast.measures.register import BY_CODE, MEASURES

FILES = {
    "ssd_person.csv": "pers_person_id,pers_forename,pers_surname,pers_dob\n"
    "1001,Mina,Vale,2014-05-02\n1002,Tam,Orrin,2015-03-09\n",
    "ssd_cla_episodes.csv": "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_entered_care_date\n"
    "E1,1001,2026-04-16,2026-04-16\nE2,1002,2026-04-16,2026-04-16\n",
    "ssd_cla_reviews.csv": "clar_cla_review_id,clar_person_id,clar_cla_review_date,clar_cla_review_cancelled\n"
    "R1,1001,2026-05-15,N\n",
    "ssd_involvements.csv": "invo_involvements_id,invo_person_id,invo_professional_id,invo_professional_team,"
    "invo_involvement_start_date\nI1,1002,W7,East,2026-04-16\n",
}
SPAN = ("--from", "2026-04-01", "--to", "2026-05-31")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The small files, written out; the command line knows this one command."""
    monkeypatch.setattr(command_line, "COMMANDS", ("measure",))
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path)


def run(*words: str) -> int:
    return command_line.main(["measure", *words])


def test_the_table_says_the_question_the_definition_england_and_how_to_see_the_list(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("reviews-on-time", folder, *SPAN) == 0
    out = capsys.readouterr().out
    one = BY_CODE["reviews-on-time"]
    assert one.question in out
    assert f"Definition: {one.definition}" in out
    assert "England: no national figure was found" in out
    assert "No review was held in time or late in this month." in out
    assert "50%" in out
    assert f"holdfast measure reviews-on-time {folder} --from 2026-04-01 --to 2026-05-31 --list" in out
    assert "1001" not in out.split("The list behind it")[0]


def test_the_list_names_each_child_with_days_answer_and_whom_to_ask(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("reviews-on-time", folder, *SPAN, "--list", "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    told = [(row["month"], row["child"], row["answer"], row["due_on"], row["done_on"], row["worker"]) for row in rows]
    assert told == [
        ("2026-05", "1001", "yes", "2026-05-15", "2026-05-15", ""),
        ("2026-05", "1002", "no", "2026-05-15", "", "W7"),
    ]
    assert run("reviews-on-time", folder, *SPAN, "--list") == 0
    out = capsys.readouterr().out
    assert "15 May 2026" in out
    assert "East" in out


def test_json_holds_the_same_and_nothing_else_is_on_standard_output(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("reviews-on-time", folder, *SPAN, "--format", "json", "--list") == 0
    april, may = json.loads(capsys.readouterr().out)
    assert (april["figure"], april["numerator"], april["denominator"]) == (None, 0, 0)
    assert (may["figure"], may["numerator"], may["denominator"], may["unit"]) == (50.0, 1, 2, "percent")
    assert [one["child"] for one in may["list"]] == ["1001", "1002"]
    assert run("reviews-on-time", folder, *SPAN, "--format", "json") == 0
    assert "1001" not in capsys.readouterr().out


def test_csv_without_the_list_has_one_row_a_month(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("reviews-on-time", folder, *SPAN, "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["month"], row["numerator"], row["denominator"]) for row in rows] == [
        ("2026-04", "0", "0"), ("2026-05", "1", "2"),
    ]  # fmt: skip


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_outside_the_service_no_child_and_no_small_number_is_told(
    form: str, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("reviews-on-time", folder, *SPAN, "--outside", "--format", form) == 0
    out = capsys.readouterr().out
    assert "fewer than 5" in out
    assert "not shown" in out
    assert not [word for word in ("1001", "1002", "Mina", "W7", "East", "50") if word in out.replace(folder, "")]


def test_a_month_that_is_not_over_is_left_out_of_what_goes_outside(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    until = ("--from", "2026-04-01", "--to", "2026-05-30")
    assert run("reviews-on-time", folder, *until, "--outside") == 0
    out = capsys.readouterr().out
    assert "April 2026" in out
    assert "May 2026" not in out
    assert run("reviews-on-time", folder, "--from", "2026-05-01", "--to", "2026-05-30", "--outside") == 0
    assert "nothing is told outside" in capsys.readouterr().out


def test_a_list_is_never_made_for_outside(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("reviews-on-time", folder, *SPAN, "--outside", "--list") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "never goes outside" in told.err


def test_a_misspelt_measure_is_told_the_nearest_and_all_ten(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("review-on-time", folder, *SPAN) == 2
    err = capsys.readouterr().err
    assert "Did you mean reviews-on-time" in err
    assert [one.code for one in MEASURES if f"  {one.code}: " not in err] == []
    assert run("zzz", folder, *SPAN) == 2
    assert "Did you mean" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "2026-06-01", "--to", "2026-05-31"), "lies before"),
        (("--from", "soon", "--to", "2026-05-31"), "is not a day"),
        (("--from", "2026-05-01", "--to", "2099-05-31"), "bank holiday"),
    ],
)
def test_days_that_cannot_be_used_are_refused_with_a_reason(
    words: tuple[str, ...], said: str, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("reviews-on-time", folder, *words) == 2
    assert said in capsys.readouterr().err


def test_a_month_so_far_is_said_aloud(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("reviews-on-time", folder, "--from", "2026-05-01", "--to", "2026-05-20") == 0
    assert "May 2026 so far (to 20 May 2026)" in capsys.readouterr().out


def test_without_days_it_counts_twelve_months_to_today_and_says_so(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("reviews-on-time", folder, "--format", "json") == 0
    told = capsys.readouterr()
    assert len(json.loads(told.out)) == 12
    assert "To today" in told.err


def test_what_the_extract_does_not_hold_is_named_with_its_columns(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("supervision-gaps", folder, *SPAN) == 0
    out = capsys.readouterr().out
    assert "Cannot say. It needs" in out
    assert "holdfast_supervisions with discussed_date" in out
    assert run("supervision-gaps", folder, *SPAN, "--outside") == 0
    assert "Cannot say. It needs" in capsys.readouterr().out


def test_input_that_could_not_be_read_gives_exit_code_one(folder: str) -> None:
    reviews = Path(folder) / "ssd_cla_reviews.csv"
    reviews.write_text(reviews.read_text(encoding="utf-8") + "R2,1002,31/02/2026,N\n", encoding="utf-8")
    assert run("reviews-on-time", folder, *SPAN) == 1


def test_the_councils_own_setting_is_used(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (Path(folder) / "ssd_cin_episodes.csv").write_text(
        "cine_referral_id,cine_person_id,cine_referral_date,cine_close_date\nF1,1001,2026-04-20,\n", encoding="utf-8"
    )
    (Path(folder) / "holdfast_supervisions.csv").write_text(
        "supervision_id,person_id,discussed_date\n", encoding="utf-8"
    )
    settings = tmp_path / "council.toml"
    settings.write_text('[limits]\n"wf-case-supervision" = "60 days"\n', encoding="utf-8")
    command = ("supervision-gaps", folder, "--from", "2026-05-01", "--to", "2026-05-31", "--format", "json")
    run(*command)
    assert json.loads(capsys.readouterr().out)[0]["numerator"] == 1
    run(*command, "--settings", str(settings))
    assert json.loads(capsys.readouterr().out)[0]["numerator"] == 0


@pytest.mark.parametrize("code", [one.code for one in MEASURES])
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_every_measure_prints_in_every_form(
    code: str, form: str, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(code, folder, *SPAN, "--format", form, "--list") == 0
    assert run(code, folder, *SPAN, "--format", form, "--outside") == 0
    assert capsys.readouterr().out
