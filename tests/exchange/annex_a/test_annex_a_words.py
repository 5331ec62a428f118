"""What the lists say in words becomes the record's own words, and goes back."""

import pytest

from holdfast.exchange.annex_a.words import code_of, label_of, source_of, yes_or_no


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("a) Yes", "Y"), ("Yes", "Y"), ("1 - Yes", "Y"), ("TRUE", "Y"), ("Child seen alone", "Y"), ("NFA", "Y"),
        ("b) No", "N"), ("N", "N"), ("0", "N"), ("Not seen", "N"), ("Further action", "N"),
        ("c) Unknown", "unknown"), ("Not recorded", "unknown"), ("-", "unknown"),
        ("assessment updated", "assessment updated"), ("Yonder", "Yonder"), ("Never", "Never"),
    ],
)  # fmt: skip
def test_yes_and_no_are_known_in_every_dress_and_nothing_else_is_taken_for_them(cell: str, said: str) -> None:
    assert yes_or_no(cell) == said


@pytest.mark.parametrize(
    ("field", "cell", "code"),
    [
        ("legal", "C2: FCO", "C2"), ("legal", "a) Interim care orders", "C1"),
        ("legal", "Accommodated under S20", "V2"),
        ("legal", "CLA - E1 - Placement order granted and C2", "E1"), ("legal", "Placement order and care order", "E1"),
        ("legal", "Remanded and accommodated", "J1"),
        ("status", "c) Child in need plan", "in need plan"), ("status", "CIN", "in need plan"),
        ("status", "CP/CLA", "in care"), ("status", "Closed Assessment", "closed"),
        ("status", "CPP", "protection plan"),
        ("eligibility", "b) Former relevant child", "former relevant"), ("eligibility", "Relevant", "relevant"),
        ("eligibility", "FR", "former relevant"), ("in_touch", "c) Died", "DIED"), ("in_touch", "Yes, abroad", "YES"),
        ("in_touch", "Returned to live with parents", "RHOM"), ("need", "N1a - Neglect", "N1"),
        ("permanence", "Long term fostering", "LTFOST18"), ("sex", "Female", "F"), ("sex", "a) Male", "M"),
        ("legal", "Something of our own", "Something of our own"),
    ],
)  # fmt: skip
def test_words_and_codes_become_the_records_code(field: str, cell: str, code: str) -> None:
    assert code_of(field, cell) == code


@pytest.mark.parametrize("field", ["legal", "need", "status", "eligibility", "in_touch", "permanence", "sex"])
def test_what_is_written_for_a_code_reads_back_as_that_code(field: str) -> None:
    from holdfast.exchange.annex_a.words import _vocabulary

    codes = [one.code for one in _vocabulary()[field]]
    assert len(codes) > 2
    assert [code_of(field, label_of(field, code) or "") for code in codes] == codes


def test_a_source_gives_its_code_and_its_words() -> None:
    assert source_of("q) 6: Police") == ("6", "Police")
    assert source_of("b) 1B - Individual") == ("1B", "Individual")
    assert source_of("Police") == (None, "Police")
