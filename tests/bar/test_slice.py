"""A slice of the bar on every change: each line with few cases, and each sabotage named by the line it breaks."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bar.__main__ import main
from tests.bar.document import row_of, written
from tests.bar.line import Control, Found, Line, run
from tests.bar.register import LINES, NOT_DONE, ORDER, every_line

SLICED = [one.small for one in LINES if one.small.slice]

KNOWN_RED: dict[str, str] = {}
"""Lines that fail as the product stands, each with what is wrong: taken out when it is mended, never left in."""


@pytest.fixture(autouse=True)
def _a_database_of_its_own(django_db_blocker) -> Iterator[None]:
    """The lines open files of their own; what the sabotage makes the server say is not said again here."""
    logging.disable(logging.CRITICAL)
    with django_db_blocker.unblock():
        yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("line", SLICED, ids=lambda line: line.code)
def test_the_line_holds_and_every_sabotage_turns_it_red(line: Line) -> None:
    ran = run(line, line.slice, shortened=True)
    assert ran.blind == ()
    assert ran.found.n > 0
    assert bool(ran.found.wrong) == (line.code in KNOWN_RED), ran.found.examples


def test_every_line_that_is_asked_for_is_measured_or_says_why_not() -> None:
    assert [one.code for one in every_line()] == ORDER
    assert all(one.why for one in NOT_DONE)
    assert {one.code for one in LINES} & {one.code for one in NOT_DONE} == set()


def test_a_line_without_a_slice_is_left_out_of_one_and_the_table_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    without = next(one for one in LINES if not one.small.slice)
    assert main(["--slice", without.code]) == 0
    assert "left out" in " ".join(capsys.readouterr().out.split())


def test_a_line_whose_control_stays_green_does_not_hold() -> None:
    blind = Control(words="nothing is broken at all", n=3, sabotage=lambda: pytest.MonkeyPatch.context())
    line = replace(LINES[0], measure=lambda n: Found(n=n, wrong=0), controls=(blind,))
    ran = run(line, 3, shortened=True)
    assert (ran.blind, ran.holds) == (("nothing is broken at all",), False)
    assert run(replace(line, controls=()), 3, shortened=True).holds
    assert not run(replace(line, controls=(), measure=lambda n: Found(n=n, wrong=1)), 3, shortened=True).holds
    nothing = run(replace(line, controls=(), measure=lambda n: Found(n=0, wrong=0)), 3, shortened=True)
    assert not nothing.holds
    for one, words in ((ran, "FAILS: blind"), (nothing, "FAILS: not measured")):
        assert words in row_of(one)[3]
        assert words in written([one], machine="one", day="today").partition("What is wrong")[2]


def test_a_whole_run_of_kills_is_wrong_where_too_few_saves_were_acknowledged() -> None:
    from tests.bar.killed import EACH, WHOLE, too_few

    assert too_few(WHOLE, WHOLE * EACH - 1) == ["only 19,999 acknowledged"]
    assert too_few(WHOLE, WHOLE * EACH) == []
    assert too_few(WHOLE - 1, 0) == [], "a shortened run says that it is one"


def _breaks(n: int) -> Found:
    raise RuntimeError("the ground gave way")


def test_a_measure_that_breaks_is_a_wrong_and_a_control_that_breaks_is_no_red() -> None:
    nothing = Control(words="nothing is broken at all", n=3, sabotage=lambda: pytest.MonkeyPatch.context())
    of_itself = run(replace(LINES[0], measure=_breaks, controls=()), 3, shortened=True)
    assert (of_itself.holds, of_itself.found.wrong) == (False, 1)
    assert "the ground gave way" in written([of_itself], machine="one", day="today").partition("What is wrong")[2]
    under = replace(LINES[0], measure=lambda n: Found(n=n, wrong=0) if n == 9 else _breaks(n), controls=(nothing,))
    ran = run(under, 9, shortened=True)
    assert (ran.found.wrong, ran.blind, ran.holds) == (0, ("nothing is broken at all",), False)
    assert "BROKE, which is no red: RuntimeError('the ground gave way')" in row_of(ran)[4]


def test_a_run_that_is_interrupted_leaves_what_it_measured_and_names_what_it_did_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(line: Line, *told: object, **more: object) -> object:
        if line.code == "S2":
            raise KeyboardInterrupt
        return run(replace(line, measure=lambda n: Found(n=n, wrong=0), controls=()), 3, shortened=True)

    monkeypatch.setattr("tests.bar.__main__.DOCUMENT", tmp_path / "bar.md")
    monkeypatch.setattr("tests.bar.__main__._run", stopped)
    with pytest.raises(KeyboardInterrupt):
        main(["--write", "a day", "S1", "S2", "S7"])
    left = (tmp_path / "bar.md").read_text(encoding="utf-8")
    assert "| S1 |" in left
    assert "The run did not end: S2, S7 were not measured." in left
    assert "S1" in capsys.readouterr().out


def test_a_line_that_there_is_not_is_refused_with_the_lines_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["--slice", "S1", "S8"])
    assert refused.value.code == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "there is no line S8." in said
    assert ", ".join(ORDER) in said
