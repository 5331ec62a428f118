"""A citation says honestly what was read, and refuses what nobody read or signed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from holdfast.law.citation import NOT_SIGNED_OFF, Citation, Force, Instrument, Reading
from holdfast.law.provisions import data_rule, regulation, section, statutory_guidance
from holdfast.law.readings import guidance_read, not_read, page_read, text_read

READ_ON = date(2026, 11, 22)
REGULATIONS = Instrument(
    "Example Regulations", "Example Regulations 2010", "regulations", 2010, 1, "https://example.org/2010/1"
)
ACT = Instrument("Example Act 1989", "Example Act 1989", "Act", 1989, 1, "https://example.org/1989/1")
GUIDANCE = Instrument("Example guidance", "Example guidance", "statutory guidance", 2023)


def _citation(**changes: Any) -> Citation:
    facts: dict[str, Any] = {
        "instrument": REGULATIONS,
        "provision": "regulation 33(1)",
        "force": Force.REG,
        "in_force_from": date(2011, 4, 1),
        "in_force_until": None,
        "reading": text_read(as_made=True),
    }
    return Citation(**{**facts, **changes})


def test_a_reading_of_nothing_carries_no_day() -> None:
    assert Reading("nothing").on is None
    with pytest.raises(ValueError, match="Nothing was read"):
        Reading("nothing", on=READ_ON)


def test_a_reading_of_nothing_carries_no_reader() -> None:
    assert Reading("nothing").by is None
    with pytest.raises(ValueError, match="Nothing was read"):
        Reading("nothing", by="a research tool")


def test_a_reading_of_nothing_names_no_page() -> None:
    assert Reading("nothing").where == ""
    with pytest.raises(ValueError, match="Nothing was read"):
        Reading("nothing", where="a charity's page")


def test_a_reading_of_nothing_may_explain_itself_in_a_note() -> None:
    assert Reading("nothing", note="from general knowledge").note == "from general knowledge"


@pytest.mark.parametrize("what", ["the regulation itself", "guidance", "a council's page"])
def test_any_other_reading_needs_both_a_day_and_a_reader(what: Any) -> None:
    assert Reading(what, on=READ_ON, by="a research tool").on == READ_ON
    with pytest.raises(ValueError, match="both the day"):
        Reading(what, on=READ_ON)
    with pytest.raises(ValueError, match="both the day"):
        Reading(what, by="a research tool")
    with pytest.raises(ValueError, match="both the day"):
        Reading(what)


def test_a_reader_of_blanks_is_no_reader() -> None:
    with pytest.raises(ValueError, match="both the day"):
        Reading("guidance", on=READ_ON, by="  ")


def test_what_was_read_is_one_of_four_things() -> None:
    wrong: Any = "a blog"
    with pytest.raises(ValueError, match="is not one of"):
        Reading(wrong, on=READ_ON, by="a research tool")


def test_only_the_regulation_itself_can_be_read_as_made() -> None:
    assert Reading("the regulation itself", as_made=True, on=READ_ON, by="a research tool").as_made
    with pytest.raises(ValueError, match="as made"):
        Reading("guidance", as_made=True, on=READ_ON, by="a research tool")
    with pytest.raises(ValueError, match="as made"):
        Reading("nothing", as_made=True)


def test_a_local_norm_is_refused_as_law_and_every_other_force_is_not() -> None:
    with pytest.raises(ValueError, match="a local norm is not law"):
        _citation(force=Force.LN)
    for force in set(Force) - {Force.LN}:
        assert _citation(force=force).force is force


def test_an_empty_provision_is_refused() -> None:
    with pytest.raises(ValueError, match="provision is empty"):
        _citation(provision=" ")


def test_a_sign_off_needs_a_name() -> None:
    assert _citation(signed_off_by="A. Lawyer").sign_off_words == "signed off by A. Lawyer"
    assert _citation().sign_off_words == NOT_SIGNED_OFF
    for nobody in ("", "   "):
        with pytest.raises(ValueError, match="signed off by nobody"):
            _citation(signed_off_by=nobody)


def test_a_law_may_end_on_the_day_it_begins_but_not_before() -> None:
    day = date(2011, 4, 1)
    assert _citation(in_force_from=day, in_force_until=day).in_force_on(day)
    with pytest.raises(ValueError, match="before it begins"):
        _citation(in_force_from=day, in_force_until=date(2011, 3, 31))


def test_the_words_name_the_instrument_and_the_provision() -> None:
    assert _citation().words == "Example Regulations 2010 (SI 2010/1), regulation 33(1)"
    assert section(ACT, "section 32(1)", text_read()).words == "Example Act 1989, section 32(1)"
    assert statutory_guidance(GUIDANCE, "chapter 3", not_read()).words == "Example guidance (2023), chapter 3"


def test_the_words_carry_the_instruments_caution() -> None:
    cautious = Instrument("G", "Guidance", "statutory guidance", 2023, caution="the next edition is unread")
    words = statutory_guidance(cautious, "chapter 3", not_read()).words
    assert words == "Guidance (2023), chapter 3; the next edition is unread"


def test_the_link_points_at_the_provision_where_its_form_is_plain() -> None:
    assert _citation().link == "https://example.org/2010/1/regulation/33"
    assert section(ACT, "section 31ZA", text_read()).link == "https://example.org/1989/1/section/31ZA"
    assert _citation(provision="regulations 4 and 5").link == "https://example.org/2010/1"
    assert statutory_guidance(GUIDANCE, "chapter 3", not_read()).link is None


def test_how_read_says_what_when_and_by_what() -> None:
    assert _citation().how_read == "regulation itself read as made, 22 November 2026, by a research tool"
    amended = _citation(reading=text_read())
    assert amended.how_read == "regulation itself read, 22 November 2026, by a research tool"
    act = section(ACT, "section 32", text_read())
    assert act.how_read == "section itself read, 22 November 2026, by a research tool"
    enacted = section(ACT, "section 1", text_read(as_made=True))
    assert enacted.how_read == "section itself read as enacted, 22 November 2026, by a research tool"


def test_how_read_says_when_the_text_was_met_somewhere_else() -> None:
    reprint = _citation(reading=text_read(where="in a reprint"))
    assert reprint.how_read == "regulation itself read in a reprint, 22 November 2026, by a research tool"


def test_how_read_says_that_only_a_page_at_second_hand_was_read() -> None:
    council = regulation(REGULATIONS, "regulation 24", page_read("Anyshire"))
    assert council.how_read == (
        "a council's page read, 22 November 2026, by a research tool; the regulation itself not read"
    )
    charity = statutory_guidance(GUIDANCE, "chapter 3", page_read("", where="a charity's page"))
    assert charity.how_read == (
        "a charity's page read, 22 November 2026, by a research tool; the guidance itself not read"
    )


def test_how_read_says_when_only_guidance_stands_for_a_section() -> None:
    about = section(ACT, "section 22", guidance_read(""))
    assert about.how_read == "guidance read, 22 November 2026, by a research tool; the section itself not read"
    itself = statutory_guidance(GUIDANCE, "chapter 3", guidance_read(""))
    assert itself.how_read == "guidance read, 22 November 2026, by a research tool"


def test_how_read_says_when_nothing_was_read() -> None:
    assert _citation(reading=not_read()).how_read == "not read: from general knowledge"


def test_only_what_was_read_may_alert() -> None:
    assert _citation(reading=page_read("")).may_alert
    assert not _citation(reading=not_read()).may_alert


def test_a_law_applies_from_its_first_day_to_its_last() -> None:
    citation = _citation(in_force_from=date(2011, 4, 1), in_force_until=date(2020, 3, 31))
    assert not citation.in_force_on(date(2011, 3, 31))
    assert citation.in_force_on(date(2011, 4, 1))
    assert citation.in_force_on(date(2020, 3, 31))
    assert not citation.in_force_on(date(2020, 4, 1))
    assert citation.in_force_words == "in force from 1 April 2011, until 31 March 2020"


def test_an_unrecorded_start_is_said_and_counts_as_begun() -> None:
    citation = data_rule(Instrument("D", "Data", "data rule"), "field", not_read())
    assert citation.in_force_words == "start date not recorded"
    assert citation.in_force_on(date(2000, 1, 1))


def test_law_that_awaits_commencement_is_off_until_a_day_is_given() -> None:
    waiting = _citation(in_force_from=None, awaits_commencement=True)
    assert not waiting.in_force_on(date(2030, 1, 1))
    assert waiting.in_force_words == "not in force: no commencement found"
    begun = _citation(in_force_from=date(2027, 4, 1), awaits_commencement=True)
    assert not begun.in_force_on(date(2027, 3, 31))
    assert begun.in_force_on(date(2027, 4, 1))


def test_every_force_has_plain_words_of_its_own() -> None:
    words = {force.words for force in Force}
    assert len(words) == len(Force)
    assert Force.LN.words == "local norm"
