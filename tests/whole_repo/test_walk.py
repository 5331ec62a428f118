"""The walk is what the program says: its rows are written out, its commands run, its answers compared."""

import re
from pathlib import Path

import pytest

from holdfast.cli.main import main
from tests.whole_repo.tree import ROOT

WALK = (ROOT / "docs" / "walk.md").read_text(encoding="utf-8")
REVIEWS = "ssd_cla_reviews.csv"


def files_of(walk: str) -> dict[str, str]:
    """The files whose rows a walk shows, by name."""
    return dict(re.findall(r"```csv (\S+)\n(.*?)```", walk, re.DOTALL))


def answers_of(walk: str) -> list[tuple[list[str], list[str]]]:
    """Each command of a walk, as arguments, with the lines it is said to answer."""
    blocks = re.findall(r"```console\n\$ holdfast (.*?)\n(.*?)```", walk, re.DOTALL)
    return [(command.split(), [line.strip() for line in lines.splitlines()]) for command, lines in blocks]


def not_said(lines: list[str], answer: str) -> list[str]:
    """The lines that do not stand in the answer, each after the one before it."""
    said = iter([line.strip() for line in answer.splitlines()])
    return [line for line in lines if line not in said]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The walk's files, written out."""
    for name, text in files_of(WALK).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("command", "lines"), answers_of(WALK), ids=lambda part: part[0])
def test_each_command_of_the_walk_answers_as_the_walk_says(
    command: list[str], lines: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder) if word == "walk" else word for word in command]) == 0
    assert not_said(lines, capsys.readouterr().out) == []


def test_the_walk_shows_its_rows_and_at_least_two_answers() -> None:
    assert len(files_of(WALK)) >= 3
    assert len(answers_of(WALK)) >= 2


@pytest.mark.parametrize(("held_on", "stands"), [("2026-05-15", "Done in time"), ("2026-05-18", "Done late")])
def test_she_leaves_the_list_when_the_record_changes(
    held_on: str, stands: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reviews = folder / REVIEWS
    reviews.write_text(f"{reviews.read_text(encoding='utf-8')}R1,1001,{held_on},N\n", encoding="utf-8")
    command = ["why", str(folder), "--child", "1001", "--duty", "cla-review-1", "--as-at", "2026-06-01T08:30"]
    assert main(command) == 0
    assert stands in capsys.readouterr().out


def test_a_walk_that_says_what_the_program_does_not_turns_red() -> None:
    assert not_said(["Overdue", "It is 9 working days late."], "Overdue\n  It is 10 working days late.\n")
    assert not_said(["two", "one"], "one\ntwo\n"), "the order counts"
