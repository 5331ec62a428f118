"""Wexmouth's line hangs together, and a slip of the pen in its file is said in words."""

import copy
import tomllib
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from holdfast.dates import is_working_day
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.measures.register import BY_CODE as MEASURES
from holdfast.wexmouth.improvement import the_plan
from holdfast.wexmouth.line import FILE, BadLine, line_from, the_line
from holdfast.wexmouth.telling import WEXMOUTH_DAY


def test_there_are_ten_findings_one_inspection_and_five_monitoring_visits() -> None:
    line = the_line()
    kinds = [one.kind for one in line.points]
    assert len(line.findings) == 10
    assert kinds.count("inspection") == 1
    assert kinds.count("monitoring visit") == 5
    assert kinds[0] == "inspection"


def test_every_code_and_measure_of_a_finding_is_in_a_register() -> None:
    for one in the_line().findings:
        assert {*one.shown.codes, *one.now} <= {*DUTIES, *RULES}
        assert one.shown.measure is None or one.shown.measure in MEASURES
        assert one.now, one.slug


def test_every_finding_is_raised_once_and_not_after_it_was_promised() -> None:
    line = the_line()
    raised = [slug for point in line.points for slug in point.raised]
    assert sorted(raised) == sorted(one.slug for one in line.findings)
    for one in line.findings:
        point = line.point(one.raised_at)
        assert point is not None
        assert point.day < one.promise.by_day


def test_everything_was_said_on_a_working_day_by_wexmouths_day() -> None:
    line = the_line()
    days = [one.day for one in line.points] + [claim.on for one in line.findings for claim in one.promise.claims]
    assert [day for day in days if day > WEXMOUTH_DAY or not is_working_day(day)] == []


def test_nobody_is_named_where_somebody_promised() -> None:
    roles = {one.promise.by_role for one in the_line().findings}
    assert all(role.startswith("the ") for role in roles)


def test_the_line_up_to_a_day_knows_nothing_of_later_days() -> None:
    line = the_line()
    day = date(2024, 2, 14)
    assert [one.slug for one in line.until(day)][-1] == "visit-1"
    assert "challenge-without-an-answer" not in [one.slug for one in line.found_by(day)]
    finding = line.finding("not-understood-the-first-time")
    assert finding is not None
    first, last = finding.promise.claimed(date(2024, 1, 23)), finding.promise.claimed(WEXMOUTH_DAY)
    assert first is not None
    assert last is not None
    assert (first.on, last.on) == (date(2024, 1, 23), date(2026, 5, 12))
    assert finding.promise.claimed(date(2024, 1, 22)) is None


def test_what_the_council_said_on_a_day_has_one_wording_in_the_line_and_in_the_plan() -> None:
    """The words of a day on a finding's line are those of an action of its objective, where both speak of that day."""
    by_finding = {slug: one for one in the_plan().objectives for slug in one.findings}
    both, differs = 0, []
    for finding in the_line().findings:
        actions = by_finding[finding.slug].actions
        for claim in finding.promise.claims:
            same_day = [one for action in actions for one in action.claims if one.on == claim.on]
            both += bool(same_day)
            if same_day and (claim.says, claim.words) not in [(one.says, one.words) for one in same_day]:
                differs.append((finding.slug, claim.on))
    assert both > 10
    assert differs == []


def _said() -> dict[str, Any]:
    return copy.deepcopy(tomllib.loads(FILE.read_text(encoding="utf-8")))


SLIPS: list[tuple[str, Callable[[dict[str, Any]], Any], str]] = [
    ("a measure nobody has", lambda said: said["finding"][0].update(measure="re-referral"), "no register has"),
    ("a code nobody has", lambda said: said["finding"][1]["codes"].append("cin-visits"), "no register has"),
    ("neither measure nor codes", lambda said: said["finding"][0].pop("measure"), "either a measure or codes"),
    ("a claim that is no claim", lambda said: said["finding"][0]["claim"][0].update(says="green"), "Accepted are"),
    ("claims out of order", lambda said: said["finding"][0]["claim"].reverse(), "order of day"),
    ("a day in words", lambda said: said["point"][0].update(day="24 July 2023"), "Write a day such as"),
    ("a point that names no finding", lambda said: said["point"][0]["raised"].append("gossip"), "which is no finding"),
    ("a finding raised nowhere", lambda said: said["finding"][0].update(raised_at="visit-1"), "does not raise it"),
    ("two of one name", lambda said: said["point"].append(said["point"][0]), "Two points"),
    ("a finding without words", lambda said: said["finding"][0].update(words=" "), "Write it in words"),
]


@pytest.mark.parametrize(("slip", "words"), [one[1:] for one in SLIPS], ids=[one[0] for one in SLIPS])
def test_a_slip_of_the_pen_is_said_in_words(slip: Callable[[dict[str, Any]], Any], words: str) -> None:
    said = _said()
    slip(said)
    with pytest.raises(BadLine, match=words):
        line_from(said)


def test_the_file_as_it_stands_is_read_whole() -> None:
    assert line_from(_said()) == the_line()
