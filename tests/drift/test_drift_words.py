"""A rule is a plain sentence: it names the council's number, accuses nobody and scores nothing."""

import re

import pytest

from holdfast.duties.drift.register import BY_CODE, RULES
from holdfast.duties.drift.rule import Drift, Rule, in_words, listed
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.duties.settings import THRESHOLDS, WEXMOUTH
from tests.drift.cases import LEAVES, RISES, alone, d

NOT_SAID = re.compile(
    r"\b(fail\w*|fault|blame\w*|neglected|ignored|forgot\w*|should have|must have|poor|bad|scor\w*|rat(?:ed|ing)|"
    r"risk of|likel\w*|predict\w*|breach\w*|alleg\w*|refus\w*|claims?)\b",
    re.IGNORECASE,
)
"""Words that accuse, score or foretell."""


def _lines() -> list[Drift]:
    return [
        one
        for case in (*RISES, *LEAVES)
        for day in (case.before, case.after)
        for one in alone(case.record, case.code, d(day))
    ]


def test_no_sentence_accuses_scores_or_foretells() -> None:
    lines = _lines()
    said = [text for one in lines for text in (one.words, one.threshold, one.asks, one.what_would_close_it)]
    said += [text for rule in RULES for text in (rule.title, rule.unit)]
    assert {one.code for one in lines} == {rule.code for rule in RULES}
    assert [text for text in said if NOT_SAID.search(text)] == []


@pytest.mark.parametrize("planted", ["The worker failed to visit.", "The child scores 7.", "Harm is likely."])
def test_the_guard_turns_red_at_a_planted_accusation(planted: str) -> None:
    assert NOT_SAID.search(planted)


def test_every_line_is_whole_sentences_without_a_brace_or_a_none() -> None:
    for one in _lines():
        for text in (one.words, one.threshold, one.what_would_close_it):
            assert text.endswith(".")
            assert not re.search(r"[{}]|\bNone\b|  ", text), text
        assert one.asks.endswith("?")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_title_is_one_sentence_and_the_closing_words_hold_no_brace(rule: Rule) -> None:
    assert rule.title.endswith(".")
    assert rule.title.count(".") == 1
    assert "{" not in rule.closes


def test_every_number_of_the_settings_is_named_in_a_sentence_or_is_how_long_things_stay_alive() -> None:
    named = {name for rule in RULES for name in re.findall(r"\{([\w-]+)\}", rule.threshold)}
    assert named == {*THRESHOLDS, "limit"}
    assert BY_CODE["supervision-gap"].said_threshold(WEXMOUTH) == "Raised when more than 30 days have passed."


def test_a_matter_that_is_a_duty_s_code_is_one_and_the_others_are_a_rule_s() -> None:
    known = {*DUTIES, *BY_CODE, "no-change", "ms-strategy-repeat"}
    assert {rule.matter for rule in RULES} <= known


def test_small_numbers_are_words_and_lists_are_read_aloud() -> None:
    assert [in_words(one) for one in (1, 10, 11, None)] == ["one", "ten", "11", "0"]
    assert [listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == ["a", "a and b", "a, b and c"]
