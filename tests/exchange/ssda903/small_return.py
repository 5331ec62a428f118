"""A return of a few invented children, written as a test says."""

from datetime import date
from pathlib import Path

import polars as pl

from holdfast.dates import end_of
from holdfast.duties.columns.sweep import sweep
from holdfast.duties.register import ALL
from holdfast.exchange.extract import Extract
from holdfast.exchange.reading import read_extract

HEADS = {
    "header": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
    "episodes": "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
    "reviews": "CHILD,DOB,REVIEW,REVIEW_CODE",
    "uasc": "CHILD,SEX,DOB,DUC",
    "oc2": "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,"
    "SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
    "oc3": "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM",
    "ad1": "CHILD,DOB,DATE_INT,DATE_MATCH,FOSTER_CARE,NB_ADOPTR,SEX_ADOPTR,LS_ADOPTR",
    "placed_for_adoption": "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED",
    "previous_permanence": "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM",
    "missing": "CHILD,DOB,MISSING,MIS_START,MIS_END",
    "sw_episodes": "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON",
    "dolo": "CHILD,DOB,DOLO_START,DOLO_END",
}
HEADER_ROW = "K1,F,03/05/2012,WBRI,UN1,0,"


def episode(
    start: str, reason: str = "S", end: str = "", why: str = "", *, child: str = "K1", status: str = "C2",
    place: str = "U6", moved: str = "", postcode: str = "ZZ99 3CZ",
) -> str:  # fmt: skip
    """One row of the episodes."""
    return f"{child},{start},{reason},{status},N1,{place},PR1,{end},{why},{moved},,{postcode},"


def put(folder: Path, name: str, *rows: str, table: str | None = None) -> Path:
    """Write one table; ``name`` is the file's, without ``.csv``, and the table's where ``table`` is not given."""
    path = folder / f"{name}.csv"
    path.write_text("\n".join([HEADS[table or name], *rows]) + "\n", encoding="utf-8")
    return path


def read_from(folder: Path) -> Extract:
    """Read the folder through the one door."""
    return read_extract(folder)


def swept(extract: Extract, day: date, *duties: str) -> pl.DataFrame:
    """The clocks as at the end of a day; of these duties only, where any are named."""
    found = sweep(extract.columns, end_of(day), ALL)
    return found.filter(pl.col("duty").is_in(duties)) if duties else found


def reasons(extract: Extract) -> list[str]:
    """What was said of each problem."""
    return [one.reason for one in extract.problems]
