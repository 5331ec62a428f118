"""A list is known by its headers, however a council writes them, and one column is never taken for another."""

import pytest

from holdfast.exchange.annex_a.lists import LISTS, columns_of_list, known_list, plain_words, written_columns
from tests.exchange.annex_a.made_workbooks import headers

SPELLINGS = {
    1: {
        "Client ID": "child", "Unique identifier of child": "child", "Person ID": "child", "Case number": "child",
        "D.O.B": "born_on", "Date of birth (dd/mm/yyyy)": "born_on", "Sex": "gender", "Age (years)": "age",
        "Contact Date": "contact_on", "Date contact received": "contact_on", "Source of Contact": "source",
    },
    3: {
        "Referral Date": "referral_on", "Source of referral": "source", "NFA": "nfa", "Social Worker": "worker",
        "Referral No Further Action (Y/N)": "nfa", "No. of referrals in last 12 months": "referrals", "Team": "team",
    },
    4: {
        "Date assessment started": "started_on", "Child seen?": "seen", "Assessment authorised date": "authorised_on",
        "Requires social care support": "needs_support", "Is the child disabled?": "disabled",
    },
    5: {
        "S47 Start Date": "started_on", "Strategy discussion date": "started_on", "ICPC Date": "held_on",
        "Was an ICPC deemed unnecessary": "unnecessary", "Did the ICPC result in a CP Plan": "made_plan",
        "Number of S47s in last 12 months": "enquiries", "No of ICPCs in the last 12 months": "conferences",
    },
    6: {
        "Child in Need Start Date": "started_on", "Case opened date": "started_on", "Date last seen": "seen_on",
        "CIN End Date": "closed_on", "CIN closure reason": "close_reason", "Status": "status", "Primary Need": "need",
    },
    7: {
        "CPP Start Date": "started_on", "Initial / Latest Category of Abuse": "first_category",
        "Date of last CP visit": "visit_on", "Seen alone?": "seen_alone", "Latest RCPC date": "review_on",
        "CP Plan End Date": "ended_on",
        "Subject to EPO/PPO": "emergency", "Number of previous CP plans": "previous_plans",
    },
    8: {
        "LAC start date": "started_on", "Date became looked after": "started_on", "Legal Status": "status",
        "Legal status start date": "status_from", "Latest LAC Review": "reviewed_on", "Last SW visit": "visited_on",
        "Last IRO visit date": "officer_on", "Date of last dentist visit": "dental_on", "LAC end date": "ended_on",
        "Reason ceased LAC": "end_reason", "Current placement start date": "placement_on", "Placement URN": "urn",
        "Number of missing episodes in last 12 months": "missing", "RHI accepted": "interview_accepted",
    },
    9: {
        "Allocated PA": "adviser", "Pathway plan review date": "reviewed_on", "Date of last contact": "contact_on",
        "Is accommodation suitable?": "suitable", "Accommodation type": "accommodation", "In touch": "in_touch",
    },
    10: {
        "ADM decision date": "decided_on", "Placement order date": "ordered_on", "Matching date": "matched_on",
        "Decision reversed date": "reversed_on", "Date placed with adopters": "placed_on", "Family ID": "family",
    },
}  # fmt: skip


@pytest.mark.parametrize("number", LISTS)
def test_each_list_is_known_by_its_own_headers_in_any_order(number: int) -> None:
    known = known_list(list(reversed(headers(number))))
    assert known is not None
    assert known.number == number
    assert known.found == {one.name: one.header for one in written_columns(number)}
    assert known.missing == ()
    assert known.unrecognised == ()


@pytest.mark.parametrize("number", LISTS)
@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        lambda header: header.lower().replace(" ", "_"),
        lambda header: header.replace("?", "").replace("'", "\u2019"),
        lambda header: f"  {header.replace(' ', '  ')} (Y/N) ",
    ],
)
def test_case_blanks_and_punctuation_do_not_matter(number: int, change) -> None:  # type: ignore[no-untyped-def]
    known = known_list([change(one) for one in headers(number)])
    assert known is not None
    assert known.number == number
    assert set(known.found) == {one.name for one in columns_of_list(number)}


@pytest.mark.parametrize(
    ("number", "spelling", "name"),
    [(number, spelling, name) for number, some in SPELLINGS.items() for spelling, name in some.items()],
)
def test_councils_own_spellings_are_known(number: int, spelling: str, name: str) -> None:
    own = next(one.header for one in columns_of_list(number) if one.name == name)
    known = known_list([spelling if one == own else one for one in headers(number)])
    assert known is not None
    assert known.number == number
    assert known.found[name] == spelling


def test_no_column_of_a_list_is_taken_for_another_once_its_header_is_reworded() -> None:
    for number in LISTS:
        for one in columns_of_list(number):
            words = plain_words(one.header)
            taken = next((other.name for other in columns_of_list(number) if other.fits(words)), one.name)
            assert taken == one.name, (number, one.header, taken)


@pytest.mark.parametrize(
    "strange",
    [
        ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age"],
        ["Date of Contact", "Contact Source", "Gender", "Date of Birth"],
        ["CHILD", "SEX", "DOB", "ETHNIC", "DECOM", "RNE"],
        ["Name", "Address", "Telephone"],
        [],
    ],
)
def test_a_header_that_is_no_list_is_none(strange: list[str]) -> None:
    assert known_list(strange) is None
