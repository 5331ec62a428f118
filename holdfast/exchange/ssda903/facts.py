"""The record's nouns from the tables of the return; and what of each noun the return can and cannot say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import polars as pl

from holdfast.exchange.problems import Problem
from holdfast.exchange.ssda903 import adoption
from holdfast.exchange.ssda903.frames import YEAR
from holdfast.exchange.ssda903.merging import latest
from holdfast.exchange.ssda903.spells import Spells
from holdfast.exchange.ssda903.tables import (
    AD1,
    CHILD,
    EPISODES,
    MISSING,
    OC3,
    PLACED_FOR_ADOPTION,
    REVIEWS,
    SW_EPISODES,
    ReturnTable,
)
from holdfast.record.columns import schema_of
from holdfast.record.field import Fact, columns_of
from holdfast.record.in_care import CareEpisode, CareReview, LegalStatus, Permanence, Placement
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.people import Involvement, Person, Professional
from holdfast.record.unseen import MissingEpisode

Rows = Mapping[ReturnTable, pl.DataFrame]

_SEXES = {"1": "M", "2": "F", "M": "M", "F": "F"}
_MISSING = {"M": "missing", "A": "away"}
_NO_UPN = r"^UN\d+$"


@dataclass(slots=True)
class Facts:
    """Frames by noun, the fields of each that the return holds, and what was wrong."""

    frames: dict[type[Fact], pl.DataFrame]
    fields: dict[type[Fact], frozenset[str]]
    problems: list[Problem]

    def put(self, noun: type[Fact], rows: pl.DataFrame, taken: Mapping[str, str | pl.Expr]) -> None:
        """The noun's frame from columns or expressions by field; what is not taken stays unknown."""
        schema = schema_of(noun)
        columns = []
        for name, kind in schema.items():
            one = taken.get(name)
            value = pl.lit(None, dtype=kind) if one is None else pl.col(one) if isinstance(one, str) else one
            columns.append(value.cast(kind).alias(name))
        self.frames[noun] = rows.select(columns) if rows.height else pl.DataFrame(schema=schema)
        known = {one.name for one in columns_of(noun)}
        self.fields[noun] = frozenset(known & taken.keys())


def facts_of(people: pl.DataFrame, rows: Rows, spells: Spells | None) -> Facts:
    """Every noun that these tables can fill."""
    facts = Facts(frames={}, fields={}, problems=[])
    _people(facts, people)
    if spells is not None:
        _care(facts, spells)
    more: Mapping[ReturnTable, Callable[[Facts, pl.DataFrame], None]] = {
        REVIEWS: _reviews, MISSING: _missing, SW_EPISODES: _workers, OC3: _care_leavers,
    }  # fmt: skip
    for table, fill in more.items():
        if table in rows:
            fill(facts, rows[table])
    if rows.keys() & {EPISODES, PLACED_FOR_ADOPTION, AD1}:
        found, problems = adoption.permanence_of(rows, spells)
        facts.problems += problems
        names = ("id", "decided_on", "reversed_on", "matched_on", *adoption.SHOWN)
        facts.put(Permanence, found, {"child": CHILD, **{name: name for name in names}})
        facts.fields[Permanence] = adoption.held(rows)
    return facts


def _people(facts: Facts, people: pl.DataFrame) -> None:
    no_upn = pl.col("UPN").str.to_uppercase().str.contains(_NO_UPN).fill_null(False)
    sex = pl.col("SEX").replace_strict(_SEXES, default=pl.lit("U"), return_dtype=pl.String)
    facts.put(Person, people, {
        "child": CHILD, "sex": pl.when(pl.col("SEX").is_not_null()).then(sex), "ethnicity": "ETHNIC",
        "born_on": "DOB", "upn": pl.when(~no_upn).then(pl.col("UPN")), "upn_unknown": pl.when(no_upn).then("UPN"),
        "is_mother": "MOTHER",
    })  # fmt: skip


def _care(facts: Facts, spells: Spells) -> None:
    row_id = _row_id("episode", pl.col("DECOM"), pl.col(CHILD))
    facts.put(CareEpisode, spells.episodes, {
        "id": row_id, "child": CHILD, "started_on": "DECOM", "start_reason": "RNE", "need": "CIN", "ended_on": "DEC",
        "end_reason": "REC", "period": "period", "entered_on": "_entered", "placement": "placement",
    })  # fmt: skip
    facts.put(Placement, spells.homes, {
        "id": "placement", "child": CHILD, "period": "period", "started_on": "started_on", "type": "PLACE",
        "urn": "URN", "provider": "PLACE_PROVIDER", "postcode": "PL_POST", "ended_on": "ended_on",
        "change_reason": "REASON_PLACE_CHANGE",
    })  # fmt: skip
    facts.put(LegalStatus, spells.statuses, {
        "id": pl.concat_str([pl.col(CHILD), pl.lit("/status-"), pl.col("_status").cast(pl.String)]),
        "child": CHILD, "status": "LS", "started_on": "started_on", "ended_on": "ended_on",
    })  # fmt: skip


def _row_id(word: str, day: pl.Expr, *whose: pl.Expr) -> pl.Expr:
    """An id that is the same whenever the same files are read: the child, the day, and a number where it repeats."""
    told = pl.concat_str([pl.col(CHILD), pl.lit(f"/{word}-"), day.cast(pl.String).fill_null("no-day")])
    number = pl.int_range(pl.len()).over([*whose, day])
    return pl.when(number == 0).then(told).otherwise(pl.concat_str([told, pl.lit("-"), (number + 1).cast(pl.String)]))


def _reviews(facts: Facts, rows: pl.DataFrame) -> None:
    found, problems = latest(REVIEWS, rows, REVIEWS.key)
    facts.problems += problems
    facts.put(CareReview, found.sort(CHILD, "REVIEW", "_number"), {
        "id": _row_id("review", pl.col("REVIEW"), pl.col(CHILD)), "child": CHILD, "held_on": "REVIEW",
        "participation": "REVIEW_CODE",
    })  # fmt: skip


def _missing(facts: Facts, rows: pl.DataFrame) -> None:
    found, problems = latest(MISSING, rows, MISSING.key)
    facts.problems += problems
    kind = pl.col("MISSING").replace_strict(_MISSING, default=pl.col("MISSING"), return_dtype=pl.String)
    facts.put(MissingEpisode, found.sort(CHILD, "MIS_START", "_number"), {
        "id": _row_id("missing", pl.col("MIS_START"), pl.col(CHILD)), "child": CHILD, "started_on": "MIS_START",
        "type": kind, "returned_on": "MIS_END",
    })  # fmt: skip


def _workers(facts: Facts, rows: pl.DataFrame) -> None:
    """The table is of the child's own social worker, so that is the role."""
    found, problems = latest(SW_EPISODES, rows, SW_EPISODES.key)
    facts.problems += problems
    found = found.sort(CHILD, "SW_DECOM", "SW_ID", "_number")
    facts.put(Involvement, found, {
        "id": _row_id("worker", pl.col("SW_DECOM"), pl.col(CHILD)), "child": CHILD, "professional": "SW_ID",
        "role": pl.lit("social worker"), "started_on": "SW_DECOM", "ended_on": "SW_DEC", "change_reason": "SW_REASON",
    })  # fmt: skip
    workers = found.select("SW_ID").drop_nulls().unique().sort("SW_ID")
    registered = pl.when(pl.col("SW_ID").str.to_uppercase().str.starts_with("SW")).then(pl.col("SW_ID"))
    facts.put(Professional, workers, {"child": "SW_ID", "registration": registered})


def _care_leavers(facts: Facts, rows: pl.DataFrame) -> None:
    """The last return's word on each: the record has one row for a care leaver, the latest of everything."""
    found, problems = latest(OC3, rows, ())
    facts.problems += problems
    code = pl.col("ACCOM")
    facts.put(CareLeaver, found.sort(CHILD), {
        "id": pl.concat_str([pl.col(CHILD), pl.lit("/care-leaver")]), "child": CHILD, "in_touch": "IN_TOUCH",
        "activity": "ACTIV", "accommodation": code.str.head(1), "suitable": code.str.slice(1).replace("", None),
    })  # fmt: skip


def earlier_care_leavers(rows: Rows) -> pl.DataFrame | None:
    """What earlier returns said of care leavers whom a later one speaks of again; None where none does."""
    if OC3 not in rows:
        return None
    told = rows[OC3].filter(rows[OC3][CHILD].is_duplicated())
    if told.is_empty():
        return None
    return told.select(CHILD, "IN_TOUCH", "ACTIV", "ACCOM", pl.col(YEAR).cast(pl.String).alias("RETURN_YEAR"))
