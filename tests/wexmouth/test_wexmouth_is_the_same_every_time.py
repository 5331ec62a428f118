"""The same number and seed give the same bytes; more children leave the first ones as they were."""

import os
import subprocess
import sys
from pathlib import Path

from holdfast.record.columns import Columns
from holdfast.record.field import Fact
from holdfast.record.people import Person
from holdfast.wexmouth.council import council_columns, crowd, planted_problems, told_number
from holdfast.wexmouth.writing import write_council

SMALL = 100


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _write(columns: Columns, folder: Path) -> dict[str, bytes]:
    write_council(columns, planted_problems(), folder, lambda done: None)
    return _bytes(folder)


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    first = _write(council_columns(SMALL, seed=5), tmp_path / "one")
    again = _write(council_columns(SMALL, seed=5), tmp_path / "two")
    assert first == again
    assert len(first) > 50


def test_the_bytes_do_not_hang_on_the_run(tmp_path: Path) -> None:
    """Two runs of the command whose sets come in different orders."""
    found = []
    for number in ("1", "2"):
        folder = tmp_path / number
        command = [sys.executable, "-m", "holdfast.cli.main", "wexmouth", "--children", str(SMALL), "--out", folder]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": number})
        found.append(_bytes(folder))
    assert found[0] == found[1]


def test_writing_again_over_its_own_files_changes_nothing(tmp_path: Path) -> None:
    columns = council_columns(SMALL)
    assert _write(columns, tmp_path) == _write(columns, tmp_path)


def test_another_seed_gives_other_children() -> None:
    one, other = council_columns(SMALL, seed=1), council_columns(SMALL, seed=2)
    assert not one.of(Person).equals(other.of(Person))


def _told(children: int) -> list[tuple[Fact, ...]]:
    return [tuple(life.told.facts) for life in crowd(children, 1)]


def test_the_first_children_are_the_same_however_many_follow() -> None:
    assert _told(60) == _told(200)[:60]


def test_the_first_children_are_the_same_in_the_columns() -> None:
    few, many = council_columns(SMALL), council_columns(250)
    first = [life.told.child for life in crowd(SMALL - told_number(), 1)]
    for noun, frame in few.only(first).frames.items():
        if "id" in frame.columns:
            assert frame.sort("child", "id").equals(many.only(first).of(noun).sort("child", "id")), noun
