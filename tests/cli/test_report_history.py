"""``holdfast report history``: a council by name or code, its line by date, each entry with its source."""

import json
from typing import Any

import pytest

from holdfast.cli import report_history
from holdfast.cli.main import main
from holdfast.inspection.history.line import history_of
from tests.inspection.history.invented_events import step


def told(capsys: pytest.CaptureFixture[str], *words: str, left: int = 0) -> str:
    assert main(["report", "history", *words]) == left
    return capsys.readouterr().out


def told_json(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    return dict(json.loads(told(capsys, *words, "--format", "json")))


def test_the_line_is_told_by_date_with_both_tracks_sources_and_what_differs(capsys: pytest.CaptureFixture[str]) -> None:
    out = told(capsys, "Trafford")
    assert out.index("12 May 2015 · Ofsted") < out.index("8 May 2019 · Ofsted")
    assert out.index("8 May 2019 · Ofsted") < out.index("23 May 2019 · Department for Education")
    assert "(as printed in the inspectors' own report)" in out
    assert "Sources differ. The day of the report or judgement is also given as June 2019: Community Care" in out
    assert "newer reports may exist" in out


@pytest.mark.parametrize("said", [("Hull",), ("kingston", "upon", "hull"), ("E06000010",), ("e06000010",)])
def test_a_council_is_named_or_given_by_its_code(said: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    found = told_json(capsys, *said)
    assert (found["authority"], found["authority_code"]) == ("Kingston upon Hull", "E06000010")
    assert len(found["entries"]) == 18


def test_json_holds_plain_values_under_these_keys(capsys: pytest.CaptureFixture[str]) -> None:
    found = told_json(capsys, "West", "Sussex")
    assert list(found) == [
        "authority", "authority_code", "as_at", "files_read_on", "ofsted", "department", "entries",
    ]  # fmt: skip
    assert {tuple(one) for one in found["entries"]} == {
        ("track", "from", "to", "when", "what", "stands", "sources", "sure", "differing", "broken")
    }
    days = [one["to"] for one in found["entries"]]
    assert days == sorted(days)


def test_as_at_a_past_day_tells_only_what_had_surely_happened(capsys: pytest.CaptureFixture[str]) -> None:
    before = told_json(capsys, "Hull", "--as-at", "2022-08-04")
    after = told_json(capsys, "Hull", "--as-at", "2022-08-05")
    assert before["department"].startswith("In force: statutory direction and commissioner.")
    assert after["department"].startswith("In force: improvement notice.")
    assert after["ofsted"].startswith("Inadequate; 6 monitoring visits since.")
    assert len(after["entries"]) - len(before["entries"]) == 4


def test_a_council_of_which_nothing_is_known_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    out = told(capsys, "Wandsworth")
    assert "Nothing of this council is in the files." in out
    assert "It may still have taken one." in out


@pytest.mark.parametrize(("said", "near"), [("Hul", "Did you mean Hull"), ("Narnia-on-Sea", "its whole name")])
def test_a_name_that_is_no_council_is_refused_with_the_nearest(
    said: str, near: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "history", said]) == 2
    assert near in capsys.readouterr().err


def test_an_entry_that_cannot_be_is_shown_and_leaves_with_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        report_history, "council_history", lambda code: history_of(code, [], [step("notice_lifted", "2021-02-01")])
    )
    out = told(capsys, "Hull", left=1)
    assert "1 February 2021" in out
    assert "Look here: The improvement notice is lifted (1 February 2021), but that cannot follow" in out
