"""Children's ways to adoption: decisions, adoptions of the year, and what the episodes show.

The return has the day of the decision that a child should be placed (DATE_PLACED, or DATE_INT of a child who was
adopted), the day it was given up, and the match of children who were adopted. The placement order, the placement
and the adoption are episodes: legal status E1, placement A3 to A6, an end with E11 or E12. A placement order that
gave way to another status, without an adoption, is taken as the end of that plan where no other is told.
"""

from collections.abc import Mapping

import polars as pl

from holdfast.exchange.problems import Problem
from holdfast.exchange.ssda903.merging import latest
from holdfast.exchange.ssda903.spells import (
    ADOPTED,
    PLACED_FOR_ADOPTION,
    PLACED_FOR_ADOPTION_WITH_CARER,
    PLACEMENT_ORDER,
    Spells,
)
from holdfast.exchange.ssda903.tables import AD1, CHILD, EPISODES, ReturnTable
from holdfast.exchange.ssda903.tables import PLACED_FOR_ADOPTION as DECISIONS

_OVER = "order_over_on"
SHOWN = ("ordered_on", "placed_on", "placed_with_carer_on", "adopted_on", "order_type")
"""Fields that the episodes show."""

_DAYS = SHOWN[:-1]


def permanence_of(
    rows: Mapping[ReturnTable, pl.DataFrame], spells: Spells | None
) -> tuple[pl.DataFrame, list[Problem]]:
    """One row for each decision about a child, or for what the episodes show where the return has no decision."""
    decided, problems = _decisions(rows)
    events = pl.DataFrame(schema={CHILD: pl.String} | dict.fromkeys((*_DAYS, _OVER), pl.Date))
    if spells is not None:
        events = _events(spells)
    joined = decided.join(events, on=CHILD, how="full", coalesce=True).sort(CHILD, "decided_on", maintain_order=True)
    number = pl.int_range(pl.len()).over(CHILD)
    # Of several decisions about a child only the last can be the one that was carried out.
    last = number == pl.len().over(CHILD) - 1
    joined = joined.with_columns(
        pl.concat_str([pl.col(CHILD), pl.lit("/permanence-"), (number + 1).cast(pl.String)]).alias("id"),
        *(pl.when(last).then(pl.col(name)).alias(name) for name in (*_DAYS, _OVER)),
    )
    order = pl.when(pl.col("adopted_on").is_not_null()).then(pl.lit("adoption order"))
    given_up = pl.when(pl.col("adopted_on").is_null()).then(pl.col(_OVER))
    reversed_on = pl.coalesce("reversed_on", given_up).alias("reversed_on")
    return joined.with_columns(order.alias("order_type"), reversed_on), problems


def held(rows: Mapping[ReturnTable, pl.DataFrame]) -> frozenset[str]:
    """The fields of which the return's silence means something.

    Not the match: the return has it only once a child is adopted, so a child who waits may well be matched.
    """
    fields = {"id", "child"}
    if DECISIONS in rows or AD1 in rows:
        fields.add("decided_on")
    if DECISIONS in rows:
        fields.add("reversed_on")
    if EPISODES in rows:
        fields |= {*SHOWN, "reversed_on"}
    return frozenset(fields)


def _decisions(rows: Mapping[ReturnTable, pl.DataFrame]) -> tuple[pl.DataFrame, list[Problem]]:
    """CHILD, decided_on, reversed_on, matched_on from the two tables; a decision told by both is one."""
    taken = (
        (DECISIONS, {"DATE_PLACED": "decided_on", "DATE_PLACED_CEASED": "reversed_on"}),
        (AD1, {"DATE_INT": "decided_on", "DATE_MATCH": "matched_on"}),
    )
    names = ("decided_on", "reversed_on", "matched_on")
    parts, problems = [pl.DataFrame(schema={CHILD: pl.String} | dict.fromkeys(names, pl.Date))], list[Problem]()
    for table, columns in taken:
        if table in rows:
            some, wrong = latest(table, rows[table], table.key)
            parts.append(some.select(CHILD, **{name: pl.col(column) for column, name in columns.items()}))
            problems += wrong
    merged = pl.concat(parts, how="diagonal").group_by(CHILD, "decided_on", maintain_order=True)
    return merged.agg(pl.col("reversed_on", "matched_on").drop_nulls().last()), problems


def _events(spells: Spells) -> pl.DataFrame:
    """CHILD and the days of the latest placement order, placement for adoption, and adoption."""
    homes, orders = spells.homes, spells.statuses.filter(pl.col("LS") == PLACEMENT_ORDER)
    ends = spells.episodes.filter(pl.col("REC").is_in(ADOPTED).fill_null(False))
    found = (
        _last_start(orders, "ordered_on"),
        orders.unique(CHILD, keep="last", maintain_order=True).select(CHILD, pl.col("ended_on").alias(_OVER)),
        _last_start(homes.filter(pl.col("PLACE").is_in(PLACED_FOR_ADOPTION).fill_null(False)), "placed_on"),
        _last_start(
            homes.filter(pl.col("PLACE").is_in(PLACED_FOR_ADOPTION_WITH_CARER).fill_null(False)),
            "placed_with_carer_on",
        ),
        ends.filter(pl.col("DEC").is_not_null()).group_by(CHILD).agg(pl.col("DEC").max().alias("adopted_on")),
    )
    joined = found[0]
    for one in found[1:]:
        joined = joined.join(one, on=CHILD, how="full", coalesce=True)
    return joined.sort(CHILD)


def _last_start(spells: pl.DataFrame, name: str) -> pl.DataFrame:
    return spells.filter(pl.col("started_on").is_not_null()).group_by(CHILD).agg(pl.col("started_on").max().alias(name))
