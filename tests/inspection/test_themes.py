"""Themes are told by whole words of the list, each with the words that were met; a person's word stands above them."""

import dataclasses
from datetime import UTC, datetime

import pytest

from holdfast.inspection.corrections import Correction, corrected, text_key
from holdfast.inspection.phrases import MOST_BETWEEN, Phrases
from holdfast.inspection.polarity import polarity_version
from holdfast.inspection.themes import (
    in_order,
    themes,
    themes_met,
    themes_of,
    themes_of_point,
    themes_version,
    words_met,
)
from tests.inspection.invented_documents import ILACS_THREE
from tests.inspection.test_front_pages import read
from tests.inspection.test_labels import THEMES
from tests.whole_repo.tree import ROOT


def test_the_list_has_the_themes_of_the_labels_and_each_says_what_it_means() -> None:
    assert [one.id for one in themes()] == list(dict.fromkeys(one.id for one in themes()))
    assert {one.id for one in themes()} == THEMES
    for one in themes():
        assert one.name
        assert one.means.endswith(".")
        assert one.triggers
        assert set(one.judgements) <= set("HCLM")
        assert one.judgements
        assert themes_version()


def test_every_word_of_the_list_is_met_where_it_stands_alone() -> None:
    """A phrase in capitals, or one that its own exception shuts out, would never tell anything."""
    for one in themes():
        for trigger in one.triggers:
            said = trigger.replace(" .. ", " the ").replace("*", "")
            assert one.id in themes_of(said), (one.id, trigger)


SAID = {
    "early_help": "Parents were glad of the early help they got.",
    "front_door": "The MASH answers within the day.",
    "risk_thresholds": "Two teams read the threshold document in two ways.",
    "neglect_domestic_abuse": "Neglect was named late.",
    "assessment": "The quality of assessments rose.",
    "cp_enquiries": "A strategy meeting was held that day.",
    "cin_cp_plans": "Core groups met.",
    "plan_quality": "Written plans name nobody.",
    "plo_court": "The Public Law Outline was begun in May.",
    "missing_exploitation": "Each return home interview is offered.",
    "private_fostering": "A privately fostered boy was visited.",
    "homeless_16_17": "A homeless boy had a bed.",
    "disabled_children": "Short breaks are booked by phone.",
    "children_in_care": "Family time is arranged.",
    "permanence": "Life-story work begins at once.",
    "sufficiency": "Foster carers live nearby.",
    "health_wellbeing": "Dental checks were done.",
    "education_eet": "The virtual school rings each school.",
    "care_leavers": "A pathway plan is written at 16.",
    "voice_participation": "An advocate came along.",
    "identity_diversity": "An interpreter was booked.",
    "management_oversight": "Supervision is monthly.",
    "iro_cp_chair": "The IRO wrote twice.",
    "quality_assurance": "Audits were read by the team.",
    "performance_information": "The data of March were wrong.",
    "workforce": "Caseloads fell to twelve.",
    "leadership": "The lead member visits the teams.",
    "partnership": "The police sat in the same room.",
}


@pytest.mark.parametrize(("theme", "said"), SAID.items(), ids=list(SAID))
def test_a_plain_sentence_has_its_theme_and_shows_the_words(theme: str, said: str) -> None:
    assert themes_of(said) == (theme,)
    assert words_met(said)
    assert all(word in said for word in words_met(said))


def test_every_theme_has_such_a_sentence_and_a_sentence_of_none_has_none() -> None:
    assert set(SAID) == THEMES
    assert themes_of("It rained on Tuesday.") == ()
    assert words_met("It rained on Tuesday.") == ()


@pytest.mark.parametrize(
    ("said", "theme"),
    [
        ("The plot was slow.", "plo_court"),
        ("The spirit was good.", "iro_cp_chair"),
        ("A non-neglected garden.", "neglect_domestic_abuse"),
        ("He datable said.", "performance_information"),
    ],
)
def test_a_part_of_a_word_tells_no_theme(said: str, theme: str) -> None:
    assert theme not in themes_of(said)


def test_a_text_has_every_theme_it_speaks_of_in_the_order_of_the_list() -> None:
    said = "Audits of homeless young people’s files were shared with the police."
    assert themes_of(said) == ("homeless_16_17", "quality_assurance", "partnership")
    assert [(one.theme, one.words) for one in themes_met(said)] == [
        ("homeless_16_17", ("homeless",)), ("quality_assurance", ("Audits",)), ("partnership", ("police",)),
    ]  # fmt: skip
    assert words_met(said) == ("Audits", "homeless", "police")


def test_hyphens_capitals_and_both_apostrophes_are_the_same() -> None:
    for said in ("Life story work", "life-story WORK", "life–story work"):
        assert themes_of(said) == ("permanence",)
    assert themes_of("the children's home") == themes_of("the children’s home") == ("sufficiency",)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Progress is hindered because of disruption.", ()),
        ("The move led to further disruption in winter.", ()),
        ("Disruption activities began on the quay.", ("missing_exploitation",)),
        ("It speaks of the disruption of likely perpetrators.", ("missing_exploitation",)),
        ("The prosecutions and disruption came late.", ("missing_exploitation",)),
    ],
)
def test_disruption_is_of_exploitation_only_where_it_says_what_is_disrupted_or_by_what(
    said: str, told: tuple[str, ...]
) -> None:
    assert themes_of(said) == told


def test_words_in_use_everywhere_count_only_where_nothing_else_does() -> None:
    assert themes_of("Young people liked it.") == ("care_leavers",)
    assert themes_of("Young people liked the family hub.") == ("early_help",)


@pytest.mark.parametrize(
    ("said", "theme", "plain"),
    [
        ("A permanent senior manager was found.", "permanence", "Permanent homes were found."),
        ("Private fostering", "sufficiency", "Fostering"),
        ("They sat on the corporate parenting board.", "partnership", "They sat on the board."),
        ("Child sexual exploitation risk assessments", "assessment", "Risk and other assessments"),
    ],
)
def test_what_stands_under_except_is_passed_over_and_the_rest_is_not(said: str, theme: str, plain: str) -> None:
    assert theme not in themes_of(said)
    assert theme in themes_of(plain)


def test_between_two_words_of_a_phrase_stand_at_most_four_others() -> None:
    phrases = Phrases([("x", "prevent* .. delay*")])
    assert phrases.found("preventing " + "a " * MOST_BETWEEN + "delay")
    assert not phrases.found("preventing " + "a " * (MOST_BETWEEN + 1) + "delay")


def test_under_one_label_the_longest_phrase_wins_and_two_labels_may_overlap() -> None:
    found = Phrases([("x", "care"), ("x", "care plan"), ("y", "plan*")]).found("Care plans, care plan, care")
    assert [(one.label, one.words) for one in found] == [
        ("x", "Care"), ("y", "plans"), ("x", "care plan"), ("y", "plan"), ("x", "care"),
    ]  # fmt: skip


def test_a_phrase_that_would_be_looked_for_everywhere_is_refused() -> None:
    with pytest.raises(ValueError, match="begin with a word"):
        Phrases([("x", "a* thing")])
    with pytest.raises(ValueError, match="begin with a word"):
        Phrases([("x", "* thing")])


def test_a_point_to_the_board_is_about_partnership_and_one_to_the_council_only_by_its_words() -> None:
    assert themes_of_point("Write a neglect strategy.", "lscb") == ("neglect_domestic_abuse", "partnership")
    assert themes_of_point("Write a neglect strategy.", "authority") == ("neglect_domestic_abuse",)


def test_points_and_statements_of_a_report_are_read_with_their_themes() -> None:
    over = ILACS_THREE.replace("A second thing stands here", "Supervision is not always timely")
    assert over != ILACS_THREE
    (said,) = [one for one in read(over).statements if one.text.startswith("Supervision")]
    assert (said.themes, said.matched, said.polarity) == (("management_oversight",), ("Supervision",), "weakness")


def test_ids_are_put_in_order_and_an_unknown_one_is_an_error() -> None:
    assert in_order(["partnership", "early_help", "partnership"]) == ("early_help", "partnership")
    with pytest.raises(ValueError, match="weather"):
        in_order(["weather"])


TEXT = "Supervision is not always timely."
EARLIER = Correction(
    text=text_key(TEXT), by="a reader", at=datetime(2026, 3, 2, tzinfo=UTC), reason="it is about staff",
    themes=("workforce",), polarity="mixed",
)  # fmt: skip
LATER = dataclasses.replace(EARLIER, at=datetime(2026, 3, 3, tzinfo=UTC), themes=("workforce", "early_help"))
READ = (("management_oversight",), "weakness")


def test_without_a_correction_what_was_read_counts() -> None:
    found = corrected(TEXT, READ[0], "weakness", [])
    assert (found.themes, found.polarity, found.differs) == (*READ, False)


@pytest.mark.parametrize("order", [[EARLIER, LATER], [LATER, EARLIER]], ids=["as kept", "the other way"])
def test_of_two_corrections_the_later_counts_and_all_are_shown_beside_what_was_read(order: list[Correction]) -> None:
    found = corrected(TEXT, READ[0], "weakness", order)
    assert (found.themes, found.polarity, found.differs) == (("early_help", "workforce"), "mixed", True)
    assert (found.read_themes, found.read_polarity) == READ
    assert found.corrections == (EARLIER, LATER)


def test_a_later_correction_of_the_one_leaves_an_earlier_one_of_the_other() -> None:
    found = corrected(TEXT, READ[0], "weakness", [EARLIER, dataclasses.replace(LATER, themes=None, polarity="neutral")])
    assert (found.themes, found.polarity) == (("workforce",), "neutral")


def test_a_correction_holds_however_the_lines_break_and_falls_away_with_other_words() -> None:
    assert corrected("Supervision is  not\nalways timely.", READ[0], "weakness", [EARLIER]).polarity == "mixed"
    assert corrected("Supervision is always timely.", READ[0], "weakness", [EARLIER]).polarity == "weakness"


def test_a_point_has_no_polarity_and_a_correction_gives_it_none() -> None:
    assert corrected(TEXT, READ[0], None, [EARLIER]).polarity is None


def test_no_theme_at_all_is_a_correction_too() -> None:
    found = corrected(TEXT, READ[0], "weakness", [dataclasses.replace(EARLIER, themes=(), polarity=None)])
    assert (found.themes, found.polarity) == ((), "weakness")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"themes": None, "polarity": None}, "neither"),
        ({"reason": "  "}, "no reason"),
        ({"themes": ("weather",)}, "weather"),
    ],
    ids=["corrects nothing", "no reason", "no such theme"],
)
def test_a_correction_that_cannot_be_meant_is_refused(change: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        dataclasses.replace(EARLIER, **change)


def test_the_document_of_figures_is_of_the_versions_in_use() -> None:
    text = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
    assert f"version {themes_version()} of `holdfast/inspection/themes.toml`" in text
    assert f"version {polarity_version()} of `holdfast/inspection/polarity.toml`" in text
    assert "## The sealed reports" in text
