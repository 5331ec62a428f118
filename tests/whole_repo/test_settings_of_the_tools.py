"""What the tools ask is written down: the covered share is enforced, and each family of lint left out has a reason."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.runners import TOGETHER, only_here, share_of
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
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^coverage:.*\n.*--cov ", makefile, re.MULTILINE)
    assert re.search(r"^prove:(.*\n)(\t.*\n)*\t.*\bcoverage\n", makefile, re.MULTILINE)


def test_each_family_of_lint_is_asked_for_or_left_out_with_a_reason() -> None:
    asked = set(tool("ruff")["lint"]["select"])
    layout = (ROOT / "docs" / "decisions" / "0001-layout.md").read_text(encoding="utf-8")
    assert [family for family in WANTED if family not in asked and f"`{family}` (" not in layout] == []


@pytest.mark.parametrize(("nodeid", "share"), [
    ("tests/browser/test_scan.py::test_one[/a::b]", "browser"),
    ("tests/web/test_why.py::test_two", "web"),
    ("tests/dates/test_spans.py::test_three[x]", "tests/dates/test_spans.py"),
])  # fmt: skip
def test_tests_on_one_costly_thing_stay_together_and_others_go_by_their_file(nodeid: str, share: str) -> None:
    assert share_of(nodeid) == share


def test_each_folder_that_stays_together_is_there() -> None:
    assert [one for one in TOGETHER if not (ROOT / "tests" / one).is_dir()] == []


def test_two_runners_that_make_the_same_costly_thing_are_found_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    there = tmp_path_factory.mktemp("run") / "runner"
    monkeypatch.setattr(tmp_path_factory, "getbasetemp", lambda: there)
    for runner in ("one", "one"):
        monkeypatch.setenv("PYTEST_XDIST_WORKER", runner)
        only_here(tmp_path_factory, "the house")
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "two")
    only_here(tmp_path_factory, "the garden")
    with pytest.raises(RuntimeError, match="made by one and by two"):
        only_here(tmp_path_factory, "the house")


def test_no_test_asks_to_stay_with_others_by_a_mark_that_nobody_reads() -> None:
    mark = "xdist_" + "group"
    assert [one.name for one in (ROOT / "tests").rglob("*.py") if mark in one.read_text(encoding="utf-8")] == []
