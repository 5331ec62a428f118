"""What the tools ask is written down: the covered share is enforced, and each family of lint left out has a reason."""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.whole_repo.tree import ROOT

WANTED = "ANN ARG B C4 C90 D1 DJ DTZ E F I INP N PERF PIE PT RET RUF S SIM T20 TID UP".split()
"""The families of lint that the layout meant to have."""

HALF = "def one() -> int:\n    return 1\n\n\ndef other() -> int:\n    return 2\n\n\none()\n"


def tool(name: str) -> Any:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][name]


def covered(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "coverage", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("calls", "left"), [("", 2), ("other()\n", 0)], ids=["too little", "all"])
def test_too_small_a_share_of_covered_branches_is_a_failure(calls: str, left: int, tmp_path: Path) -> None:
    (tmp_path / "half.py").write_text(HALF + calls, encoding="utf-8")
    share = tool("coverage")["report"]["fail_under"]
    (tmp_path / ".coveragerc").write_text(f"[run]\nbranch = true\n[report]\nfail_under = {share}\n", encoding="utf-8")
    assert covered(tmp_path, "run", "half.py").returncode == 0
    assert covered(tmp_path, "report").returncode == left


def test_branches_are_counted_over_the_whole_package_and_the_share_never_falls() -> None:
    run, report = tool("coverage")["run"], tool("coverage")["report"]
    assert (run["branch"], run["source"]) == (True, ["holdfast"])
    assert report["fail_under"] >= 96
    assert "--cov " in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_each_family_of_lint_is_asked_for_or_left_out_with_a_reason() -> None:
    asked = set(tool("ruff")["lint"]["select"])
    layout = (ROOT / "docs" / "decisions" / "0001-layout.md").read_text(encoding="utf-8")
    assert [family for family in WANTED if family not in asked and f"`{family}` (" not in layout] == []
