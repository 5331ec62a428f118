"""The labels are whole, of known words, and a third of them is sealed."""

import csv
import re
from pathlib import Path

import pytest

from tests.inspection.labels.sealed import is_sealed, text_hash

FOLDER = Path(__file__).parent / "labels"
POLARITIES = {"strength", "weakness", "mixed", "neutral"}
THEMES = set(
    """
    early_help front_door risk_thresholds neglect_domestic_abuse assessment cp_enquiries cin_cp_plans plan_quality
    plo_court missing_exploitation private_fostering homeless_16_17 disabled_children children_in_care permanence
    sufficiency health_wellbeing education_eet care_leavers voice_participation identity_diversity
    management_oversight iro_cp_chair quality_assurance performance_information workforce leadership partnership
""".split()
)


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(("name", "most"), [("points.csv", 300), ("statements.csv", 600)])
def test_there_are_enough_and_each_is_labelled_twice_in_known_words(name: str, most: int) -> None:
    found = rows(name)
    assert len(found) >= most
    for one in found:
        assert re.fullmatch("[0-9a-f]{16}", one["text_sha256"])
        assert int(one["page"]) > 0
        assert {*one["themes_a"].split(), *one["themes_b"].split()} <= THEMES
        assert {one.get("polarity_a", "mixed"), one.get("polarity_b", "mixed")} <= POLARITIES


@pytest.mark.parametrize("name", ["points.csv", "statements.csv"])
def test_about_a_third_is_sealed_and_no_label_carries_a_text(name: str) -> None:
    found = rows(name)
    share = sum(is_sealed(one["file"]) for one in found) / len(found)
    assert 0.3 < share < 0.4
    assert all(len(value.split()) < 12 for one in found for key, value in one.items() if key != "file")


def test_a_text_has_one_hash_however_its_lines_break() -> None:
    assert text_hash("a  report\nsays") == text_hash("a report says")
    assert text_hash("a report says") != text_hash("a report said")
