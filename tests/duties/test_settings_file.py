"""A settings file is read as it is meant, or refused in a sentence: never a traceback, never a silent guess."""

from datetime import date
from pathlib import Path

import pytest

from holdfast.cli.main import main
from holdfast.dates import Days, Months, WorkingDays, end_of
from holdfast.duties.drift.columns import drift_sweep
from holdfast.duties.drift.one import drifts_of
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.register import BY_CODE, LOCAL_CODES
from holdfast.duties.settings import LEADS, THRESHOLDS, WARN_BEFORE, BadSetting, Settings, read_settings
from holdfast.duties.standing import Standing
from holdfast.record.columns import columns_from
from holdfast.record.front_door import Referral
from holdfast.record.oversight import Supervision
from tests.cli.council_on_disk import write

BAD = [
    ("warn_before = 5", "warn_before is 5", "[warn_before]"),
    ("limits = 3", "limits is 3", "[limits]"),
    ("leads = [1]", "leads is [1]", "[leads]"),
    ("thresholds = 'x'", "thresholds is 'x'", "[thresholds]"),
    ("council = 4", "council is 4", "quotation marks"),
    ("councl = 'a'", "'councl'", "council, limits, leads, warn_before, thresholds"),
    ("[leads]\nx = 'y'", "'x'", "codes of duties"),
    ("[leads]\ncla-review-1 = 'y'", "cla-review-1 in [leads] is 'y'", "whole number from 0"),
    ("[leads]\ncla-review-1 = -1", "cla-review-1 in [leads] is -1", "whole number from 0"),
    ("[leads]\ncla-review-1 = true", "cla-review-1 in [leads] is True", "whole number from 0"),
    ("[warn_before]\nweeks = 2", "'weeks'", "'working days', 'days', 'hours'"),
    ("[warn_before]\ndays = 1.5", "days in [warn_before] is 1.5", "whole number from 0"),
    ("[thresholds]\nmissing-days = 'abc'", "missing-days in [thresholds] is 'abc'", "whole number from 1"),
    ("[thresholds]\nmissing-days = -3", "missing-days in [thresholds] is -3", "whole number from 1"),
    ("[thresholds]\nmissing-days = 0", "missing-days in [thresholds] is 0", "whole number from 1"),
    ("[thresholds]\nmissing-days = 3651", "missing-days in [thresholds] is 3651", "to 3650"),
    ("[thresholds]\nmissing-dys = 3", "'missing-dys'", "missing-days"),
    ("[thresholds]\nsupervision-days = 'abc'", "'supervision-days'", "wf-case-supervision in [limits]"),
    ("[limits]\ncin-visit = '0 working days'", "'0 working days' is not a limit", "from 1 to 3650"),
    ("[limits]\ncin-visit = '3651 days'", "'3651 days' is not a limit", "from 1 to 3650"),
    ("[limits]\ncin-visit = 'soon'", "'soon' is not a limit", "'20 working days'"),
    ("[limits]\ncin-visit = 20", "'20' is not a limit", "'20 working days'"),
    ("[limits.cin-visit]\ndays = 20", "is not a limit", "'20 working days'"),
    ("[limits]\ncin-vist = '20 days'", "'cin-vist'", "codes of local standards"),
    ("[limits]\ncla-review-1 = '20 days'", "'cla-review-1'", "codes of local standards"),
    ("[limits", "could not be read", "Nothing was worked out"),
]


def settings_from(folder: Path, text: str) -> Settings:
    file = folder / "council.toml"
    file.write_text(text, encoding="utf-8")
    return read_settings(file, LOCAL_CODES, BY_CODE)


@pytest.mark.parametrize(("text", "names", "accepted"), BAD, ids=[one[0].replace("\n", " ") for one in BAD])
def test_a_setting_that_cannot_be_used_is_refused_with_its_file_its_name_and_what_is_accepted(
    text: str, names: str, accepted: str, tmp_path: Path
) -> None:
    with pytest.raises(BadSetting) as refused:
        settings_from(tmp_path, text)
    said = str(refused.value)
    assert "council.toml" in said
    assert names in said
    assert accepted in said
    assert said.endswith("Nothing was worked out.")


def test_the_command_leaves_with_two_and_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = tmp_path / "council.toml"
    settings.write_text("warn_before = 5\n", encoding="utf-8")
    folder = tmp_path / "extract"
    folder.mkdir()
    write(folder)
    for command in ("due", "monday"):
        assert main([command, str(folder), "--as-at", "2026-06-01", "--settings", str(settings)]) == 2
        said = capsys.readouterr()
        assert "warn_before is 5" in said.err
        assert said.out == ""
    assert main(["due", str(folder), "--as-at", "2026-06-01", "--settings", str(tmp_path)]) == 2
    assert "could not be read" in capsys.readouterr().err


def test_numbers_at_the_very_edge_of_what_is_accepted_are_taken(tmp_path: Path) -> None:
    found = settings_from(
        tmp_path,
        "council = 'Elsewhere'\n[limits]\ncin-visit = '1 working day'\ncp-visit = '3650 days'\n"
        "wf-case-supervision = '2 weeks'\n[leads]\ncla-review-1 = 0\n[warn_before]\nhours = 0\n"
        "[thresholds]\nmissing-days = 1\nmissing-episodes = 3650\n",
    )
    assert found == Settings(
        council="Elsewhere",
        limits={"cin-visit": WorkingDays(1), "cp-visit": Days(3650), "wf-case-supervision": Days(14)},
        leads={**LEADS, "cla-review-1": 0}, warn_before={**WARN_BEFORE, "hours": 0},
        thresholds={**THRESHOLDS, "missing-days": 1, "missing-episodes": 3650},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("limit", "quiet", "stands"),
    [
        (None, date(2026, 2, 4), date(2026, 2, 5)),
        (Days(7), date(2026, 1, 12), date(2026, 1, 13)),
        (Months(2), date(2026, 3, 5), date(2026, 3, 6)),
        (WorkingDays(5), date(2026, 1, 12), date(2026, 1, 13)),
    ],
)
def test_the_limit_of_the_supervision_standard_is_the_only_dial_of_the_drift_rule(limit, quiet, stands) -> None:
    """Counted from Monday 5 January 2026: 30 days to 4 February, 7 to the 12th, 2 months to 5 March."""
    settings = Settings(limits={"wf-case-supervision": limit} if limit else {})
    columns = columns_from((
        Referral(child="c", id="r", on=date(2026, 1, 5)), Supervision(child="c", on=date(2026, 1, 5)),
    ))  # fmt: skip
    rule = RULES["supervision-gap"]
    for day, expected in ((quiet, []), (stands, ["supervision-gap"])):
        swept, _ = drift_sweep(columns, end_of(day), settings, (rule,))
        assert swept == drifts_of(Standing(columns.child("c"), end_of(day)), settings, (rule,))
        assert [one.code for one in swept] == expected
    assert rule.said_threshold(settings) == f"Raised when more than {(limit or Days(30)).words} have passed."
    assert "supervision-days" not in THRESHOLDS
