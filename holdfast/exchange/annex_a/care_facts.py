"""What lists 8 and 10 say of children in care and of children with a plan for adoption."""

import polars as pl

from holdfast.exchange.annex_a.facts import ByList, with_seen
from holdfast.exchange.annex_a.rows import Made, Rows, numbered, reworded
from holdfast.exchange.annex_a.words import bare_code, code_of
from holdfast.record.columns import schema_of
from holdfast.record.in_care import (
    CareEpisode,
    CarePlan,
    CareReview,
    CareVisit,
    HealthCheck,
    LegalStatus,
    Permanence,
    Placement,
)

HEALTH, DENTAL = "health assessment", "dental check"


def in_care(by: ByList) -> list[Made | None]:
    """The period of care with the latest of what happened in it: list 8."""
    if 8 not in by:
        return []
    rows = with_seen(by[8], by, "visited_on", None)
    rows = rows.with_columns(numbered("care", "started_on").alias("_period"))
    return [*_period(rows), *_latest(rows), _plan(rows), _health(rows)]


def adoption(by: ByList) -> list[Made | None]:
    """The way to adoption: list 10. The day the child entered care is kept as text.

    A period of care cannot be made of that day: whether the child is still in care, and how she was visited and
    reviewed, the list does not say.
    """
    if 10 not in by:
        return []
    rows = by[10]
    told = {
        "child": "child", "decided_on": "decided_on", "ordered_on": "ordered_on", "matched_on": "matched_on",
        "placed_on": "placed_on", "placed_with_carer_on": "with_carer_on", "reversed_on": "reversed_on",
        "adopted_on": "adopted_on",
    }  # fmt: skip
    order = pl.when(pl.col("adopted_on").is_not_null()).then(pl.lit("Adoption"))
    also = {"order_type": order} if "adopted_on" in rows.has else {}
    return [rows.make(Permanence, told, id=numbered("adoption", "decided_on"), **also)]


def _period(rows: Rows) -> list[Made | None]:
    coded = {
        "need": reworded("need", rows.frame, lambda cell: code_of("need", cell)),
        "end_reason": reworded("end_reason", rows.frame, bare_code),
    }
    told = {
        "started_on": "started_on", "entered_on": "started_on", "ended_on": "ended_on", "last_iro_on": "officer_on",
    }  # fmt: skip
    also = {name: one for name, one in coded.items() if name in rows.has}
    period = rows.make(CareEpisode, told, id=pl.col("_period"), period=pl.col("_period"), **also)
    legal = {"status": reworded("status", rows.frame, lambda cell: code_of("legal", cell))}
    status = rows.make(
        LegalStatus, {"started_on": "status_from"},
        pl.col("status_from").is_not_null() | pl.col("status").is_not_null(),
        id=numbered("legal status", "status_from"), **(legal if "status" in rows.has else {}),
    )  # fmt: skip
    return [period, status]


def _latest(rows: Rows) -> list[Made | None]:
    coded = {
        "type": reworded("placement_type", rows.frame, bare_code),
        "provider": reworded("provider", rows.frame, bare_code),
    }
    columns = {"type": "placement_type", "provider": "provider"}
    placement = rows.make(
        Placement, {"started_on": "placement_on", "postcode": "postcode", "urn": "urn"},
        pl.col("placement_on").is_not_null() | pl.col("placement_type").is_not_null(),
        id=numbered("placement", "placement_on"), period=pl.col("_period"),
        **{name: one for name, one in coded.items() if columns[name] in rows.has},
    )  # fmt: skip
    review = rows.make(
        CareReview, {"held_on": "reviewed_on"}, pl.col("reviewed_on").is_not_null(),
        id=numbered("care review", "reviewed_on"), period=pl.col("_period"),
    )  # fmt: skip
    visit = rows.make(
        CareVisit, {"on": "visited_on"}, pl.col("visited_on").is_not_null(),
        id=numbered("care visit", "visited_on"), period=pl.col("_period"), seen=pl.col("_seen"),
    )  # fmt: skip
    return [placement, review, visit]


def _plan(rows: Rows) -> Made | None:
    """The plan for permanence, which the list gives without a day."""
    if "permanence" not in rows.has:
        return None
    words = reworded("permanence", rows.frame, lambda cell: code_of("permanence", cell))
    planned = pl.col("permanence").is_not_null()
    return rows.make(CarePlan, {"child": "child"}, planned, id=pl.col("_period") + " plan", permanence=words)


def _health(rows: Rows) -> Made | None:
    """Health assessments and dental checks. With one of the two columns missing, nothing is said of either:

    the record could not tell a kind that was not asked for from one that was not done.
    """
    made = []
    for column, kind in (("health_on", HEALTH), ("dental_on", DENTAL)):
        one = rows.make(
            HealthCheck, {"on": column}, pl.col(column).is_not_null(), id=numbered(kind, column),
            type=pl.lit(kind), status=pl.lit("completed"),
        )  # fmt: skip
        if one is None:
            return None
        made.append(one)
    frame = pl.concat([one.frame for one in made]).select(list(schema_of(HealthCheck)))
    return Made(noun=HealthCheck, frame=frame, fields=made[0].fields)
