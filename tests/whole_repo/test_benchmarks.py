"""The benchmarks are asked for by name; asking for help runs none of them."""

import subprocess
import sys

import pytest

from benchmarks.__main__ import STEPS, asked, main
from benchmarks.steps import STEPS as KNOWN
from tests.whole_repo.tree import ROOT


def test_help_tells_what_can_be_measured_and_measures_nothing() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--help"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    assert {"quick", "sweep", "reader", "monday"} <= set(answer.stdout.replace(",", " ").split())
    assert "growth" not in answer.stdout.replace("how it grows", "")
    assert "seconds" not in answer.stdout


def test_without_a_word_every_step_is_asked_for_and_quick_leaves_the_largest_out() -> None:
    assert asked([]) == list(STEPS)
    assert set(STEPS) - set(asked(["quick"])) == {("sweep", "100000")}


def test_one_step_is_asked_for_by_its_name_and_by_what_it_is_measured_on() -> None:
    assert asked(["monday"]) == [("monday", "10000")]
    assert asked(["reader"]) == [("reader", kind) for kind in ("ssd", "annex_a", "ssda903", "cin")]
    assert asked(["sweep", "250"]) == [("sweep", "250")]
    assert asked(["reader", "cin"]) == [("reader", "cin")]


@pytest.mark.parametrize(
    "words", [["speed"], ["sweep", "many"], ["sweep", "0"], ["reader", "fax"], ["quick", "10"]], ids=" ".join
)
def test_what_is_not_measured_is_refused_with_what_is(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_every_step_that_is_listed_can_be_run() -> None:
    assert {step for step, _ in STEPS} == set(KNOWN)
