"""The child's name in a sentence: said where the child is meant, and never put into what somebody wrote."""

import pytest

from holdfast.casework.child.told import begun_large, first_name, with_name


@pytest.mark.parametrize(("words", "said"), [
    ("The child has been missing four times.", "Mina has been missing four times."),
    ("Where will the child grow up?", "Where will Mina grow up?"),
    ("What is the child's lawful status?", "What is Mina's lawful status?"),
    ("The children of the street.", "The children of the street."),
    ("A child needs a decision.", "A child needs a decision."),
    ("The child protection plan started.", "The child protection plan started."),
    ("Conclude the child and family assessment.", "Conclude the child and family assessment."),
    ("The child in need plan has run since May.", "The child in need plan has run since May."),
    ('The action "Ask the child" was set; the child waits.', 'The action "Ask the child" was set; Mina waits.'),
])  # fmt: skip
def test_only_the_child_who_is_meant_gets_the_name(words: str, said: str) -> None:
    assert with_name(words, "Mina") == said


@pytest.mark.parametrize("called", ["The child", "the child"])
def test_a_child_without_a_name_on_record_stays_the_child(called: str) -> None:
    assert with_name("The child has moved.", called) == "The child has moved."


def test_a_name_with_a_sign_that_patterns_know_is_written_as_it_is() -> None:
    assert with_name("The child has moved.", r"Jo\\1") == r"Jo\\1 has moved."


def test_sentences_use_the_first_name_and_no_number() -> None:
    assert first_name("Mina Vale") == "Mina"
    assert first_name("Child WX-1") == "the child"


def test_only_the_first_letter_is_made_large() -> None:
    assert (begun_large("who I am"), begun_large("")) == ("Who I am", "")
