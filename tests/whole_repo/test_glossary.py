"""Every word the code goes by is in the glossary."""

from collections.abc import Iterable
from typing import get_args

from docs.registers import drift_codes, duty_codes, measure_codes
from holdfast.duties.clock import State
from holdfast.duties.journeys import nouns as journeys
from holdfast.record.field import Fact
from holdfast.record.register import NOUNS
from tests.whole_repo.tree import ROOT, tracked

GLOSSARY = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")


def not_in(glossary: str, names: Iterable[str]) -> list[str]:
    """The names that the glossary does not have between backticks."""
    return [name for name in names if f"`{name}`" not in glossary]


def folders(paths: Iterable[str]) -> set[str]:
    """The folder names of the package."""
    return {part for path in paths if path.startswith("holdfast/") for part in path.split("/")[1:-1]}


def test_every_noun_of_the_record_is_in_the_glossary() -> None:
    assert not_in(GLOSSARY, (noun.__name__ for noun in NOUNS)) == []


def test_every_noun_that_is_worked_out_is_in_the_glossary() -> None:
    worked_out = [one for one in vars(journeys).values() if isinstance(one, type) and issubclass(one, Fact)]
    assert len(worked_out) > 1
    assert not_in(GLOSSARY, (noun.__name__ for noun in worked_out if noun is not Fact)) == []


def test_every_state_of_a_clock_is_in_the_glossary() -> None:
    assert not_in(GLOSSARY, get_args(State)) == []


def test_every_duty_and_local_standard_is_in_the_glossary() -> None:
    assert duty_codes()
    assert not_in(GLOSSARY, duty_codes()) == []


def test_every_drift_rule_is_in_the_glossary() -> None:
    assert drift_codes()
    assert not_in(GLOSSARY, drift_codes()) == []


def test_every_measure_is_in_the_glossary() -> None:
    assert measure_codes()
    assert not_in(GLOSSARY, measure_codes()) == []


def test_every_folder_of_the_package_is_in_the_glossary() -> None:
    assert not_in(GLOSSARY, sorted(folders(tracked()))) == []


def test_a_planted_noun_turns_the_guard_red() -> None:
    class Gossip(Fact):
        """A noun nobody explained."""

    assert not_in(GLOSSARY, [noun.__name__ for noun in (*NOUNS, Gossip)]) == ["Gossip"]


def test_a_planted_folder_turns_the_guard_red() -> None:
    assert folders(["holdfast/gossip/heard.py", "tests/unit/heard.py"]) == {"gossip"}
    assert not_in(GLOSSARY, {"gossip"}) == ["gossip"]


def test_a_planted_code_turns_the_guard_red() -> None:
    assert not_in(GLOSSARY, ["cla-review-9"]) == ["cla-review-9"]
