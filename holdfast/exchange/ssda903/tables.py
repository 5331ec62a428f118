"""The tables of the return, and which of them a header is; the file's name says nothing.

The columns are those of the return for the year to 31 March 2026, in file order, and of the table of
deprivation of liberty orders that comes a year later. Earlier years have fewer columns and no others.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources

from holdfast.record.field import remembered

CHILD = "CHILD"
ALIASES: Mapping[str, str] = {"CHILDID": "CHILD", "CHILD_ID": "CHILD", "PL": "PLACE", "UASC_STATUS": "UASC"}
"""Other names of columns: the return's XML calls the child CHILDID and the placement PL."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReturnTable:
    """One table of the return.

    ``name`` is its usual file name. ``telling`` are the columns that no other table has: with the child's own
    and one of these, a header is this table. ``days`` are columns of days and ``read`` the columns that become
    part of the record, each with the field that it becomes; the cells of all others are kept as text. ``key``
    are the columns that, with the child, tell one row of the table from another.
    """

    name: str
    words: str
    columns: tuple[str, ...]
    telling: tuple[str, ...]
    days: tuple[str, ...] = ()
    read: Mapping[str, str] = field(default_factory=dict)
    key: tuple[str, ...] = ()


def _columns(text: str) -> tuple[str, ...]:
    return tuple(text.split())


HEADER = ReturnTable(
    name="header", words="children on the return",
    columns=_columns("CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB"),
    telling=_columns("ETHNIC UPN MOTHER MC_DOB"),
    days=("DOB",),
    read={"CHILD": "child", "SEX": "sex", "DOB": "born_on", "ETHNIC": "ethnicity", "UPN": "upn", "MOTHER": "is_mother"},
)  # fmt: skip
EPISODES = ReturnTable(
    name="episodes", words="episodes of care",
    columns=_columns(
        "CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST PL_POST URN"
    ),
    telling=_columns("DECOM RNE LS DEC REC PLACE"),
    days=("DECOM", "DEC"),
    read={
        "CHILD": "child", "DECOM": "started_on", "RNE": "start_reason", "LS": "legal status", "CIN": "need",
        "PLACE": "placement type", "PLACE_PROVIDER": "placement provider", "DEC": "ended_on", "REC": "end_reason",
        "REASON_PLACE_CHANGE": "placement change_reason", "PL_POST": "placement postcode", "URN": "placement urn",
    },
    key=("DECOM",),
)  # fmt: skip
REVIEWS = ReturnTable(
    name="reviews", words="reviews of children in care",
    columns=_columns("CHILD DOB REVIEW REVIEW_CODE"),
    telling=("REVIEW", "REVIEW_CODE"),
    days=("DOB", "REVIEW"),
    read={"CHILD": "child", "DOB": "born_on", "REVIEW": "held_on", "REVIEW_CODE": "participation"},
    key=("REVIEW",),
)  # fmt: skip
UASC = ReturnTable(
    name="uasc", words="unaccompanied children",
    columns=_columns("CHILD SEX DOB DUC"),
    telling=("DUC",),
    days=("DOB",),
    read={"CHILD": "child", "DOB": "born_on"},
)  # fmt: skip
OC2 = ReturnTable(
    name="oc2", words="health and outcomes of children looked after for a year",
    columns=_columns(
        "CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT "
        "SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED"
    ),
    telling=_columns("SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK TEETH_CHECK HEALTH_ASSESSMENT"),
    days=("DOB",),
    read={"CHILD": "child", "DOB": "born_on"},
)  # fmt: skip
OC3 = ReturnTable(
    name="oc3", words="care leavers",
    columns=_columns("CHILD DOB IN_TOUCH ACTIV ACCOM"),
    telling=("IN_TOUCH", "ACTIV", "ACCOM"),
    days=("DOB",),
    read={
        "CHILD": "child", "DOB": "born_on", "IN_TOUCH": "in_touch", "ACTIV": "activity",
        "ACCOM": "accommodation, suitable",
    },
)  # fmt: skip
AD1 = ReturnTable(
    name="ad1", words="children adopted in the year",
    columns=_columns("CHILD DOB DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR"),
    telling=_columns("DATE_INT DATE_MATCH NB_ADOPTR SEX_ADOPTR LS_ADOPTR"),
    days=("DOB", "DATE_INT", "DATE_MATCH"),
    read={"CHILD": "child", "DOB": "born_on", "DATE_INT": "decided_on", "DATE_MATCH": "matched_on"},
)  # fmt: skip
PLACED_FOR_ADOPTION = ReturnTable(
    name="placed_for_adoption", words="decisions that a child should be placed for adoption",
    columns=_columns("CHILD DOB DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED"),
    telling=("DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"),
    days=("DOB", "DATE_PLACED", "DATE_PLACED_CEASED"),
    read={
        "CHILD": "child", "DOB": "born_on", "DATE_PLACED": "decided_on", "DATE_PLACED_CEASED": "reversed_on",
    },
    key=("DATE_PLACED",),
)  # fmt: skip
PREVIOUS_PERMANENCE = ReturnTable(
    name="previous_permanence", words="earlier permanence arrangements",
    columns=_columns("CHILD DOB PREV_PERM LA_PERM DATE_PERM"),
    telling=("PREV_PERM", "LA_PERM", "DATE_PERM"),
    days=("DOB",),
    read={"CHILD": "child", "DOB": "born_on"},
)  # fmt: skip
MISSING = ReturnTable(
    name="missing", words="missing episodes",
    columns=_columns("CHILD DOB MISSING MIS_START MIS_END"),
    telling=("MISSING", "MIS_START", "MIS_END"),
    days=("DOB", "MIS_START", "MIS_END"),
    read={
        "CHILD": "child", "DOB": "born_on", "MISSING": "type", "MIS_START": "started_on", "MIS_END": "returned_on",
    },
    key=("MIS_START",),
)  # fmt: skip
SW_EPISODES = ReturnTable(
    name="sw_episodes", words="social workers' time with a child",
    columns=_columns("CHILD DOB SW_ID SW_DECOM SW_DEC SW_REASON"),
    telling=("SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"),
    days=("DOB", "SW_DECOM", "SW_DEC"),
    read={
        "CHILD": "child", "DOB": "born_on", "SW_ID": "professional", "SW_DECOM": "started_on", "SW_DEC": "ended_on",
        "SW_REASON": "change_reason",
    },
    key=("SW_DECOM", "SW_ID"),
)  # fmt: skip
DOLO = ReturnTable(
    name="dolo", words="deprivation of liberty orders",
    columns=_columns("CHILD DOB DOLO_START DOLO_END"),
    telling=("DOLO_START", "DOLO_END"),
    days=("DOB",),
    read={"CHILD": "child", "DOB": "born_on"},
)  # fmt: skip

TABLES: tuple[ReturnTable, ...] = (
    HEADER, EPISODES, REVIEWS, UASC, OC2, OC3, AD1, PLACED_FOR_ADOPTION, PREVIOUS_PERMANENCE, MISSING, SW_EPISODES,
    DOLO,
)  # fmt: skip
BY_NAME: Mapping[str, ReturnTable] = {one.name: one for one in TABLES}


def standard_name(header: str) -> str:
    """The return's own name of a column, however the file writes it (case, blanks, the XML's names)."""
    name = "_".join(header.strip().upper().replace("-", " ").split())
    return ALIASES.get(name, name)


def table_of(headers: Sequence[str]) -> ReturnTable | None:
    """The table with this header; None when it is none of the return's.

    Where a header has telling columns of several tables, the one with the most of its own columns is taken.
    """
    here = {standard_name(one) for one in headers}
    if CHILD not in here:
        return None
    fitting = [one for one in TABLES if here & set(one.telling)]
    return max(fitting, key=lambda one: len(here & set(one.columns)), default=None)


@remembered
def known_codes() -> Mapping[str, frozenset[str]]:
    """For each coded column every code that any year's return knows, from the list beside this file."""
    found: dict[str, frozenset[str]] = {}
    for row in _code_rows():
        found[row["column"]] = found.get(row["column"], frozenset()) | frozenset(row["codes"].split())
    return found


def codes_in(column: str, year: int) -> frozenset[str]:
    """The codes of one column in the return for the year to 31 March of ``year``."""
    codes = frozenset[str]()
    for row in _code_rows():
        begun = not row["from"] or int(row["from"]) <= year
        over = bool(row["until"]) and year > int(row["until"])
        if row["column"] == column and begun and not over:
            codes |= frozenset(row["codes"].split())
    return codes


@remembered
def _code_rows() -> tuple[dict[str, str], ...]:
    text = resources.files(__package__).joinpath("codes.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
