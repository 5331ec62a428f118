"""Every clock's law is found by its id, read as it says, and signed off by nobody yet."""

from __future__ import annotations

from datetime import date

import pytest

from holdfast.law import commencement, register
from holdfast.law.citation import NOT_SIGNED_OFF, Citation, Force
from holdfast.law.local_norms import LOCAL_NORMS
from holdfast.law.readings import CHECKED_ON, COMPILED_ON
from holdfast.law.register import REGISTER, LocalNorm, UnknownClock, citations_for, may_alert

CLOCKS = """
fd-referral-decision fd-referrer-ack fd-rereferral-flag as-cfa-45wd as-cfa-45wd-start cp-icpc-15wd
cp-core-group-first cp-review-first cp-review-next cp-plan-duration-flag cp-repeat-plan-flag ct-26wk
ct-pd12a-cmh plo-fgdm-offer cla-start-date cla-iro-appoint cla-review-1 cla-review-2 cla-review-n
cla-care-plan cla-placement-plan cla-placement-notify cla-placement-end-notify cla-ooa-approval
cla-visit-first cla-visit-yr1 cla-visit-after-yr1 cla-visit-permanent cla-visit-reg24 cla-iha cla-rha-u5
cla-rha-5plus cla-dental cla-sdq cla-pep-first cla-permanence-plan cla-reg24-approval cla-reg25-extension
ad-a10-threshold ad-a2-threshold ad-review-unplaced cl-needs-eligible cl-pathway-plan cl-pathway-review
cl-pathway-review-28d cl-pa-visit-7d cl-pa-visit-prereview cl-pa-visit-2mo ms-rhi-72h ms-review-persistent
pf-definition-28d pf-notify-advance pf-visit-7wd pf-visit-year1 pf-visit-year2 hl-same-day hl-assessment
hl-no-bb hl-56d-relief hl-young-person-refuses iro-dispute cin-plan-review-shortbreak ua-cla-start
ua-nts-transfer
""".split()

LOCAL_STANDARDS = """
cin-plan-review cin-visit cp-core-group-next cp-visit plo-max-16wk cl-pa-contact-8wk wf-supervision
wf-case-supervision pf-suitability plo-meeting-first ms-strategy-repeat
""".split()

UNREAD = {
    "cp-repeat-plan-flag",
    "ct-pd12a-cmh",
    "cla-ooa-approval",
    "cl-pathway-review-28d",
    "hl-56d-relief",
    "hl-young-person-refuses",
}

READ_AGAIN_ON_24_NOVEMBER = {
    "Adoption Agencies Regulations regulation 36(1)",
    "Care Leavers Regulations regulation 7",
    "Care Leavers Regulations regulation 8(2)(a)",
    "Care Leavers Regulations regulation 8(2)(b)",
    "Care Leavers Regulations regulation 8(2)(c)",
    "Care Planning Regulations regulation 24(1)",
    "Care Planning Regulations regulation 25(2)-(6)",
    "Care Planning Regulations regulation 28(2)(a)",
    "Care Planning Regulations regulation 28(2)(b)",
    "Care Planning Regulations regulation 28(2)(c)(i)",
    "Care Planning Regulations regulation 28(2)(c)(ii)",
    "Care Planning Regulations regulation 28(4)",
    "Care Planning Regulations regulation 33(1)",
    "Care Planning Regulations regulation 33(2)",
    "Care Planning Regulations regulation 4(2)",
    "Care Planning Regulations regulation 42(1)",
    "Care Planning Regulations regulations 4 and 5",
    "Children Act 1989 section 32(1)(a)(ii)",
    "Children Act 1989 section 66(2)",
    "Missing children guidance independent return interviews",
    "Private Fostering Regulations regulation 3",
    "Private Fostering Regulations regulation 4(1)",
    "Private Fostering Regulations regulation 8(1)(a)",
    "Private Fostering Regulations regulation 8(1)(b)",
    "Private Fostering Regulations regulation 8(6)",
}

EVERY_CITATION = [(clock_id, citation) for clock_id, law in REGISTER.items() for citation in law]


@pytest.mark.parametrize("clock_id", CLOCKS)
def test_every_clock_has_its_law(clock_id: str) -> None:
    law = citations_for(clock_id)
    assert law
    assert all(isinstance(citation, Citation) for citation in law)


def test_the_register_holds_these_clocks_and_no_other() -> None:
    assert set(REGISTER) == set(CLOCKS)


@pytest.mark.parametrize("clock_id", LOCAL_STANDARDS)
def test_a_local_standard_has_no_law(clock_id: str) -> None:
    with pytest.raises(LocalNorm) as refusal:
        citations_for(clock_id)
    assert str(refusal.value) == f"{clock_id} is a local norm; a council setting, not law"
    assert isinstance(refusal.value, KeyError)


def test_no_clock_is_both_law_and_local_norm() -> None:
    assert not LOCAL_NORMS & set(REGISTER)


def test_an_unknown_clock_is_refused_in_a_sentence_that_teaches() -> None:
    with pytest.raises(UnknownClock, match=r"No law is recorded .* Did you mean cla-review-1\? .* holdfast/law"):
        citations_for("cla-revue-1")
    with pytest.raises(UnknownClock) as refusal:
        citations_for("zzzz")
    assert "Did you mean" not in str(refusal.value)


def test_a_clock_cited_in_two_areas_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "_AREAS", (*register._AREAS, register._AREAS[0]))
    with pytest.raises(ValueError, match="cited in two areas"):
        register._register()


def test_no_citation_is_signed_off() -> None:
    for clock_id, citation in EVERY_CITATION:
        assert citation.signed_off_by is None, clock_id
        assert citation.sign_off_words == NOT_SIGNED_OFF


def test_no_citation_is_a_local_norm() -> None:
    for clock_id, citation in EVERY_CITATION:
        assert citation.force is not Force.LN, clock_id


def test_every_reading_is_of_a_recorded_round_by_the_research_tool() -> None:
    for clock_id, citation in EVERY_CITATION:
        if citation.reading.what == "nothing":
            assert citation.reading.on is None, clock_id
        else:
            assert citation.reading.on in {COMPILED_ON, CHECKED_ON}, clock_id
            assert citation.reading.by == "a research tool"


def test_the_second_round_claims_only_the_provisions_that_were_read_in_it() -> None:
    claimed = {
        f"{citation.instrument.short} {citation.provision}"
        for _, citation in EVERY_CITATION
        if citation.reading.on == CHECKED_ON
    }
    assert claimed == READ_AGAIN_ON_24_NOVEMBER


def test_the_two_rounds_keep_their_own_days() -> None:
    assert date(2026, 11, 22) == COMPILED_ON
    assert date(2026, 11, 24) == CHECKED_ON


@pytest.mark.parametrize("clock_id", CLOCKS)
def test_a_clock_from_general_knowledge_stays_out_of_every_alert(clock_id: str) -> None:
    assert may_alert(clock_id) == (clock_id not in UNREAD)


def test_links_are_public_addresses_of_legislation_and_guidance_has_none() -> None:
    for clock_id, citation in EVERY_CITATION:
        if citation.instrument.kind in {"Act", "regulations"}:
            assert citation.link is not None
            assert citation.link.startswith("https://www.legislation.gov.uk/uk"), clock_id
        else:
            assert citation.link is None, clock_id


def test_the_first_review_cites_regulation_33_as_it_was_made() -> None:
    (law,) = citations_for("cla-review-1")
    assert law.words == (
        "Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulation 33(1)"
    )
    assert law.link == "https://www.legislation.gov.uk/uksi/2010/959/regulation/33"
    assert law.force is Force.REG
    assert law.reading.as_made
    assert law.in_force_words == "in force from 1 April 2011"


FIRST_DAYS = {
    "Care Planning Regulations": date(2011, 4, 1),
    "Care Leavers Regulations": date(2011, 4, 1),
    "Private Fostering Regulations": date(2005, 7, 1),
    "Adoption Agencies Regulations": date(2005, 12, 30),
    "Children Act 1989": date(1991, 10, 14),
}


def test_a_first_day_in_force_is_recorded_only_where_it_is_certain() -> None:
    for clock_id, law in EVERY_CITATION:
        assert law.in_force_from in {None, FIRST_DAYS.get(law.instrument.short)}, clock_id
        assert law.in_force_until is None, clock_id


def test_law_amended_on_an_unread_day_has_no_first_day() -> None:
    for clock_id in ("cla-ooa-approval", "ms-review-persistent", "ct-26wk"):
        assert citations_for(clock_id)[0].in_force_words == "start date not recorded"


def test_what_was_read_again_says_that_it_was_read_before() -> None:
    (law,) = citations_for("cla-review-1")
    assert law.reading.note == "Also read on 22 November 2026."


FIRST_FORCE = {
    Force.ACT: "ct-26wk plo-fgdm-offer cla-start-date pf-definition-28d hl-56d-relief ua-cla-start",
    Force.SG: "fd-referral-decision fd-referrer-ack as-cfa-45wd cin-plan-review-shortbreak cp-icpc-15wd "
    "cp-core-group-first cp-review-first cp-review-next cla-iro-appoint cla-permanence-plan cla-iha "
    "iro-dispute ms-rhi-72h hl-same-day hl-assessment hl-no-bb hl-young-person-refuses",
    Force.DATA: "fd-rereferral-flag as-cfa-45wd-start cp-plan-duration-flag cp-repeat-plan-flag cla-dental "
    "cla-sdq ad-a10-threshold ad-a2-threshold",
    Force.CR: "ct-pd12a-cmh",
    Force.NG: "ua-nts-transfer",
}


def test_the_force_of_a_clock_is_that_of_the_provision_its_figure_comes_from() -> None:
    expected = {clock_id: force for force, ids in FIRST_FORCE.items() for clock_id in ids.split()}
    for clock_id in CLOCKS:
        assert citations_for(clock_id)[0].force is expected.get(clock_id, Force.REG), clock_id


def test_the_assessment_has_two_counts_with_laws_of_different_force() -> None:
    assert citations_for("as-cfa-45wd")[0].force is Force.SG
    assert citations_for("as-cfa-45wd-start")[0].force is Force.DATA


def test_working_together_is_never_cited_without_saying_its_new_edition_is_unread() -> None:
    cited = [law for _, law in EVERY_CITATION if law.instrument.short == "Working Together"]
    assert cited
    assert all("2026 edition that replaced it has not been read" in law.words for law in cited)


def test_the_offer_of_family_group_decision_making_is_switched_off() -> None:
    (law,) = citations_for("plo-fgdm-offer")
    assert law.awaits_commencement
    assert law.in_force_words == "not in force: no commencement found"
    assert not commencement.has_begun("plo-fgdm-offer", on=date(2100, 1, 1))


def test_the_citation_takes_its_first_day_from_the_switch() -> None:
    for clock_id, first_day in commencement.BEGINS.items():
        for law in citations_for(clock_id):
            assert law.awaits_commencement
            assert law.in_force_from == first_day
            assert law.in_force_on(date(2026, 11, 24)) == commencement.has_begun(clock_id, date(2026, 11, 24))


def test_no_other_law_awaits_commencement() -> None:
    waiting = {clock_id for clock_id, law in EVERY_CITATION if law.awaits_commencement}
    assert waiting == set(commencement.BEGINS)


def test_a_day_of_commencement_switches_it_on_from_that_day() -> None:
    begins = {"plo-fgdm-offer": date(2027, 4, 1)}
    assert not commencement.has_begun("plo-fgdm-offer", date(2027, 3, 31), begins)
    assert commencement.has_begun("plo-fgdm-offer", date(2027, 4, 1), begins)


def test_law_that_awaits_nothing_has_begun() -> None:
    assert commencement.has_begun("cla-review-1", on=date(2026, 6, 1))
