"""The department's codes in words, for people who read a page and no code book. A code not here is given as it is."""

from collections.abc import Mapping

ETHNICITY: Mapping[str, str] = {
    "WBRI": "White British", "WIRI": "White Irish", "WIRT": "Traveller of Irish heritage", "WROM": "Gypsy or Roma",
    "WOTH": "another White background", "MWBC": "White and Black Caribbean", "MWBA": "White and Black African",
    "MWAS": "White and Asian", "MOTH": "another mixed background", "AIND": "Indian", "APKN": "Pakistani",
    "ABAN": "Bangladeshi", "AOTH": "another Asian background", "BCRB": "Black Caribbean", "BAFR": "Black African",
    "BOTH": "another Black background", "CHNE": "Chinese", "OOTH": "another ethnic background",
    "REFU": "asked, and chose not to say", "NOBT": "not asked yet",
}  # fmt: skip

DISABILITY: Mapping[str, str] = {
    "MOB": "moving about", "HAND": "using the hands", "PC": "personal care", "INC": "continence",
    "COMM": "speech and communication", "LD": "learning", "HEAR": "hearing", "VIS": "sight", "BEH": "behaviour",
    "CON": "consciousness", "AUT": "autism", "DDA": "another disability", "NONE": "none",
}  # fmt: skip

HOME: Mapping[str, str] = {
    "A3": "adopters who were the foster carers, with consent", "A4": "adopters, with consent",
    "A5": "adopters who were the foster carers", "A6": "adopters", "H5": "supported accommodation",
    "K1": "a secure children's home", "K2": "a children's home", "P1": "a parent, while in care",
    "P2": "living independently", "R1": "a residential care home", "R2": "a hospital or health unit",
    "R3": "a family centre, with a parent", "R5": "custody", "S1": "a residential school",
    "U1": "a relative or friend who fosters, long term", "U2": "a relative or friend who fosters and may adopt",
    "U3": "a relative or friend who fosters", "U4": "a foster carer, long term",
    "U5": "a foster carer who may adopt", "U6": "a foster carer", "Z1": "another kind of home",
}  # fmt: skip

LEGAL: Mapping[str, str] = {
    "C1": "an interim care order", "C2": "a full care order", "D1": "a freeing order", "E1": "a placement order",
    "J1": "remand", "L1": "police protection", "L2": "an emergency protection order",
    "L3": "a child assessment order", "V2": "agreement, without an order (section 20)",
    "V3": "agreement, for short breaks", "V4": "agreement, for short breaks",
}  # fmt: skip

NEED: Mapping[str, str] = {
    "N1": "abuse or neglect", "N2": "the child's disability or illness", "N3": "a parent's disability or illness",
    "N4": "a family in acute stress", "N5": "how the family gets on together", "N6": "the child's behaviour",
    "N7": "low income", "N8": "no parent there", "N9": "another reason", "N0": "a reason not stated",
}  # fmt: skip

HARM: Mapping[str, str] = {
    "NEG": "neglect", "PHY": "physical harm", "SAB": "sexual harm", "EMO": "emotional harm",
    "MUL": "several kinds of harm",
}  # fmt: skip

TOOK_PART: Mapping[str, str] = {
    "PN0": "was under four", "PN1": "was there and spoke", "PN2": "was there, and an advocate spoke",
    "PN3": "was there, and showed what mattered without speaking", "PN4": "was there and did not speak",
    "PN5": "was not there, and asked an advocate to speak", "PN6": "was not there, and sent word of what mattered",
    "PN7": "was not there, and no word was sent",
}  # fmt: skip

PERMANENCE: Mapping[str, str] = {
    "RETURN": "to go home to the family", "LTRELFR": "to live long term with relatives or friends",
    "LTFOST18": "to live with foster carers until eighteen", "RESPLMT": "to live in a children's home",
    "SUPPLIV": "to live in supported accommodation", "SGO": "a special guardian", "ADOPTION": "adoption",
    "CAO": "a child arrangements order", "OTHER": "another plan",
}  # fmt: skip

LIVES: Mapping[str, str] = {
    "B": "with parents or relatives", "C": "in a residential home", "D": "in semi-independent accommodation",
    "E": "in supported lodgings", "K": "in ordinary lodgings", "R": "somewhere not known", "S": "nowhere fixed",
    "T": "in a foyer", "U": "in a home of their own", "V": "in emergency accommodation", "W": "in bed and breakfast",
    "X": "in custody", "Y": "in other accommodation", "Z": "with former foster carers",
}  # fmt: skip

SOURCE: Mapping[str, str] = {
    "1A": "a relative", "1B": "a friend or neighbour", "1C": "the child", "1D": "somebody else who knows the child",
    "2A": "school", "2B": "the education service", "3A": "the family's doctor", "3B": "the health visitor",
    "3C": "the school nurse", "3D": "a health service", "3E": "the emergency department", "3F": "a health service",
    "4": "housing", "5A": "adults' social care", "5B": "a council service", "5C": "an outside service",
    "5D": "another council", "6": "the police", "7": "a court or legal service", "8": "another service",
    "9": "somebody who gave no name", "10": "somebody not on record",
}  # fmt: skip


DECIDED: Mapping[str, str] = {
    "referral": "about the referral", "plan": "about the plan", "manager look": "after a look at what was noted",
    "late reason": "why something was late", "pause": "about a pause", "other": "about something else",
}  # fmt: skip
"""What a manager's decision is about, said after it."""


def in_words(codes: Mapping[str, str], code: str | None) -> str | None:
    """The code in words; a code nobody has put into words as itself; None where there is none."""
    return None if not code else codes.get(code, f"code {code}")


def decided_about(about: str | None) -> str:
    """What a decision is about; the source's own word where it is none of ours."""
    return DECIDED.get(about, f"about: {about}") if about else "it does not say about what"
