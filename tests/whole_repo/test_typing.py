"""The core is typed strictly: a loose type planted on any of its floors turns mypy red."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.whole_repo.tree import ROOT

STRICT = ("law", "dates", "record", "duties", "measures", "exchange", "inspection")
NOT_STRICT = ("wexmouth", "cli")

LOOSE = '"""A list that does not say of what."""\n\ndef visits() -> list:\n    return []\n'
UNTYPED = '"""A function that does not say of what."""\n\ndef visits(child): ...\n'


def mypy(folder: Path) -> str:
    """What mypy says of the package in ``folder`` under the settings of pyproject.toml."""
    answer = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-incremental"],
        env={**os.environ, "PYTHONPATH": ""}, cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return answer.stdout + answer.stderr


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    """A package with every floor and nothing in it, under the real settings."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for floor in ("", *STRICT, *NOT_STRICT):
        (tmp_path / "holdfast" / floor).mkdir(exist_ok=True)
        (tmp_path / "holdfast" / floor / "__init__.py").write_text('"""A floor."""\n', encoding="utf-8")
    return tmp_path


def test_empty_floors_are_clean(floors: Path) -> None:
    assert "no issues found" in mypy(floors)


def test_a_loose_type_turns_every_strict_floor_red_and_no_other(floors: Path) -> None:
    for floor in (*STRICT, *NOT_STRICT):
        (floors / "holdfast" / floor / "planted.py").write_text(LOOSE, encoding="utf-8")
    said = mypy(floors)
    assert [one for one in (*STRICT, *NOT_STRICT) if f"holdfast/{one}/planted.py" in said] == list(STRICT)


@pytest.mark.parametrize("floor", ["duties", "cli"])
def test_an_untyped_function_turns_any_floor_red(floor: str, floors: Path) -> None:
    (floors / "holdfast" / floor / "planted.py").write_text(UNTYPED, encoding="utf-8")
    assert f"holdfast/{floor}/planted.py" in mypy(floors)
