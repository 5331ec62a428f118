"""The floors hold: each fault is planted in a copy of the package, and its contract must turn red."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.whole_repo.tree import ROOT

LINT = Path(sys.executable).parent / "lint-imports"


@dataclass(frozen=True)
class Fault:
    """A line that must not stand, the file it is planted in, and the contract that must notice."""

    name: str
    file: str
    line: str
    contract: str


FAULTS = [
    Fault("a folder that stands on no floor", "gossip/__init__.py", '"""Gossip."""', "floors"),
    Fault("the record looks up at the duties", "record/child.py", "import holdfast.duties.duty", "floors"),
    Fault("the law looks sideways at the dates", "law/citation.py", "import holdfast.dates", "floors"),
    Fault("a duty reads a file", "duties/duty.py", "import holdfast.exchange", "floors"),
    Fault("the exchange looks up at the command line", "exchange/__init__.py", "import holdfast.cli", "floors"),
    Fault("a duty opens a database", "duties/duty.py", "import sqlite3", "core"),
    Fault("a reader opens the network", "exchange/__init__.py", "import urllib.request", "core"),
    Fault("the record knows the web", "record/child.py", "import django", "core"),
    Fault("the exchange serves pages", "exchange/__init__.py", "import waitress", "core"),
    Fault("casework looks up at a page", "casework/view.py", "import holdfast.web.asking", "floors"),
    Fault("casework knows the invented council", "casework/view.py", "import holdfast.wexmouth", "floors"),
    Fault("casework touches a table", "casework/view.py", "import holdfast.store.models.versions", "tables"),
    Fault("what reads apart opens the store", "casework/apart/works.py", "import holdfast.store.load", "apart"),
    Fault("a page opens the store", "web/about.py", "import holdfast.store.load", "store"),
    Fault("one page reaches into another", "web/child/screens.py", "import holdfast.web.monday.screens", "pages"),
    Fault("one area reaches into another", "duties/in_care.py", "import holdfast.duties.court", "areas"),
    Fault("visits look at health", "duties/visits_in_care.py", "import holdfast.duties.health_and_education", "areas"),
]


def test_the_independence_of_the_practice_areas_is_asked_of_every_module_that_has_a_duty() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (areas,) = [one["modules"] for one in contracts if one["id"] == "areas"]
    register = ast.parse((ROOT / "holdfast" / "duties" / "register.py").read_text(encoding="utf-8"))
    taken = [one for one in ast.walk(register) if isinstance(one, ast.Attribute) and one.attr == "DUTIES"]
    named = {f"holdfast.duties.{ast.unparse(one.value)}" for one in taken}
    assert len(named) >= 13
    assert set(areas) == named


def lint(folder: Path, contract: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the contracts of pyproject.toml on the copy of the package in ``folder``."""
    command = [str(LINT), str(folder / "pyproject.toml"), "--no-cache"]
    return subprocess.run(
        [*command, *(["--contract", contract] if contract else [])],
        env={**os.environ, "PYTHONPATH": str(folder)}, cwd=folder,
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def _said(answer: subprocess.CompletedProcess[str]) -> str:
    """What the contracts said, without the banner."""
    return "\n".join(line for line in answer.stdout.splitlines() if not re.match(r"[ ║╔╚]", line)) + answer.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package and its contracts, to plant faults in."""
    shutil.copytree(ROOT / "holdfast", tmp_path / "holdfast", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold_as_the_package_stands(copy: Path) -> None:
    answer = lint(copy)
    assert answer.returncode == 0, _said(answer)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_planted_fault_breaks_its_contract(fault: Fault, copy: Path) -> None:
    file = copy / "holdfast" / fault.file
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"{file.read_text(encoding='utf-8') if file.exists() else ''}\n{fault.line}\n", encoding="utf-8")
    answer = lint(copy, fault.contract)
    assert answer.returncode == 1, _said(answer)
    assert "BROKEN" in answer.stdout, _said(answer)
