"""``holdfast wexmouth`` writes every format, says what it did, and never mixes the invented with anything else."""

import csv
from pathlib import Path

import pytest

from holdfast.cli.main import main
from holdfast.exchange.extract import Extract
from holdfast.exchange.reading import read_extract
from holdfast.record.columns import Columns
from holdfast.record.register import NOUNS
from holdfast.wexmouth.planted import PLANTED


def test_every_noun_of_the_record_is_written_and_read_back(council: Columns, read_back: Extract) -> None:
    for noun in NOUNS:
        assert read_back.columns.of(noun).height == council.of(noun).height, noun
        assert read_back.columns.held.has(noun), noun


def test_the_only_thing_the_reader_asks_about_is_the_boy_without_a_birth_date(read_back: Extract) -> None:
    assert [one.column for one in read_back.problems] == ["pers_dob"]
    assert "WX-S12-1" in read_back.problems[0].reason


def test_the_planted_problems_are_listed_beside_the_tables(written: Path) -> None:
    with (written / "planted_problems.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["child", "code", "planted", "since", "what_would_close_it"]
    assert [(row["child"], row["code"], row["since"]) for row in rows] == [
        (one.child, one.code, one.since.isoformat()) for one in PLANTED
    ]
    assert all(row["planted"] and row["what_would_close_it"] for row in rows)


@pytest.mark.parametrize("where", ["ssda903", "cin/CIN_Census_2026.xml", "annex_a/Annex_A.xlsx"])
def test_the_other_formats_are_read_by_the_same_door(written: Path, where: str) -> None:
    extract = read_extract(written / where)
    assert len(extract.columns.children()) > 50


def test_the_command_writes_and_names_the_next_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new" / "wexmouth"
    assert main(["wexmouth", "--children", "100", "--seed", "3", "--out", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "100 invented children" in said
    assert "--as-at 2026-06-01T08:30" in said
    assert (folder / "ssd_person.csv").exists()


def test_a_folder_with_other_files_is_refused_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "real.csv").write_text("a,b\n", encoding="utf-8")
    assert main(["wexmouth", "--children", "100", "--out", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert "real.csv" in said
    assert "Nothing was written" in said
    assert [path.name for path in tmp_path.iterdir()] == ["real.csv"]


def test_another_file_deep_inside_is_seen_too(tmp_path: Path) -> None:
    (tmp_path / "cin").mkdir()
    (tmp_path / "cin" / "theirs.xml").write_text("<a/>", encoding="utf-8")
    assert main(["wexmouth", "--children", "100", "--out", str(tmp_path)]) == 2


def test_a_file_in_place_of_a_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    assert main(["wexmouth", "--children", "100", "--out", str(tmp_path / "taken")]) == 2
    assert "is a file" in capsys.readouterr().err


def test_writing_over_an_earlier_wexmouth_is_allowed(tmp_path: Path) -> None:
    assert main(["wexmouth", "--children", "100", "--out", str(tmp_path)]) == 0
    assert main(["wexmouth", "--children", "110", "--out", str(tmp_path)]) == 0


@pytest.mark.parametrize(("children", "words"), [("3", "at least"), ("500000", "at most")])
def test_too_few_or_too_many_children_are_refused_with_the_number_that_would_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], children: str, words: str
) -> None:
    assert main(["wexmouth", "--children", children, "--out", str(tmp_path / "out")]) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
