"""A whole record as the rows of the lists of protection, care and leaving care: lists 7, 8, 9 and 10."""

import polars as pl

from holdfast.duties.columns.journeys_in_care import period_starts
from holdfast.duties.journeys.nouns import CarePeriod
from holdfast.exchange.annex_a.given import Day, counted, labelled, yes
from holdfast.record.child_protection import ProtectionPlan, ProtectionReview, ProtectionVisit
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
from holdfast.record.leaving_care import AdviserContact, CareLeaver, PathwayPlan
from holdfast.record.people import Professional
from holdfast.record.unseen import MissingEpisode, ReturnInterview

POLICE_AND_EMERGENCY = ("L1", "L2")


def protection_plans(day: Day) -> pl.DataFrame:
    """List 7: plans of ours that are open or ended in the last six months."""
    every = day.of(ProtectionPlan).filter(pl.col("started_on").is_not_null())
    own = ~pl.col("elsewhere").fill_null(False)
    lately = pl.col("ended_on").is_null() | (pl.col("ended_on") >= day.since)
    found = every.filter(own & lately).with_row_index("_row")
    visits = day.of(ProtectionVisit).select("child", "on", "plan", "seen_alone")
    reviews = day.of(ProtectionReview).filter(~(~pl.col("quorate")).fill_null(False))
    found = _with_last(found, visits, "visit_on", "seen_alone")
    found = _with_last(found, reviews.select("child", pl.col("held_on").alias("on"), "plan"), "review_on")
    earlier = pl.int_range(pl.len(), dtype=pl.Int64).over("child").alias("previous_plans")
    before = every.select("child", "id", "started_on", earlier)
    found = found.join(before, on=["child", "id", "started_on"], how="left", maintain_order="left", nulls_equal=True)
    secured = day.of(LegalStatus).filter(
        pl.col("status").is_in(POLICE_AND_EMERGENCY)
        & (pl.col("ended_on").is_null() | (pl.col("ended_on") >= day.since))
    )
    emergency = pl.col("child").is_in(secured["child"].unique().implode())
    return found.with_columns(emergency.alias("emergency")).select(
        "child", "started_on", "first_category", "latest_category", "visit_on", yes("seen_alone").alias("seen_alone"),
        "review_on", "ended_on", yes("emergency").alias("emergency"), "previous_plans",
    )  # fmt: skip


def in_care(day: Day) -> pl.DataFrame:
    """List 8: periods of care that are open or ended in the last six months."""
    every = day.standing.of(CarePeriod).select("child", "id", "started_on", "ended_on")
    before = pl.col("ended_on").shift(1).over("child")
    every = every.with_columns((before >= day.year_ago).fill_null(False).alias("second"))
    found = every.filter(pl.col("ended_on").is_null() | (pl.col("ended_on") >= day.since)).with_row_index("_row")
    found = _of_episodes(found, day)
    held = day.of(CareReview).filter(~pl.col("cancelled").fill_null(False))
    for name, facts in (
        ("reviewed_on", held.select("child", pl.col("held_on").alias("on"))),
        ("visited_on", day.of(CareVisit).select("child", "on")),
        ("health_on", _checks(day, "health assessment")),
        ("dental_on", _checks(day, "dental check")),
    ):
        found = _with_last(found, facts, name)
    found = _legal(found, day)
    found = _placed(found, day)
    found = _missing(found, day)
    plans = day.of(CarePlan).filter(pl.col("permanence").is_not_null())
    plans = plans.filter(pl.col("ended_on").is_null() | (pl.col("ended_on") >= day.on))
    latest = plans.unique("child", keep="last", maintain_order=True).select("child", "permanence")
    found = found.join(latest, on="child", how="left", maintain_order="left")
    flags = [yes(name).alias(name) for name in ("second", "interview_offered", "interview_accepted")]
    coded = [labelled("need", "need"), labelled("legal", "status"), labelled("permanence", "permanence")]
    return found.with_columns(*flags, *coded).sort("child", "started_on", "id", maintain_order=True)


def care_leavers(day: Day) -> pl.DataFrame:
    """List 9: each care leaver with the latest review and the latest contact both ways."""
    found = day.of(CareLeaver)
    reviewed = day.of(PathwayPlan).filter(pl.col("step") == "review").group_by("child").agg(pl.col("on").max())
    spoken = day.of(AdviserContact).filter(pl.col("two_way").fill_null(False)).group_by("child")
    found = found.join(reviewed.rename({"on": "_review"}), on="child", how="left", maintain_order="left")
    found = found.join(spoken.agg(pl.col("on").max().alias("_contact")), on="child", how="left", maintain_order="left")
    names = day.standing.of(Professional).select(pl.col("child").alias("adviser"), pl.col("name").alias("_name"))
    found = found.join(names, on="adviser", how="left", maintain_order="left")
    return found.with_columns(
        pl.max_horizontal("review_on", "_review").alias("reviewed_on"),
        pl.max_horizontal("contact_on", "_contact").alias("contact_on"),
        pl.coalesce("_name", "adviser").alias("adviser"),
        labelled("eligibility", "eligibility"), labelled("in_touch", "in_touch"),
    )  # fmt: skip


def adoption(day: Day) -> pl.DataFrame:
    """List 10: children with a decision or an order for adoption, until twelve months after it was settled."""
    settled = pl.min_horizontal("adopted_on", "reversed_on")
    planned = pl.coalesce("decided_on", "ordered_on")
    found = day.of(Permanence).with_columns(planned.alias("_planned")).filter(
        pl.col("_planned").is_not_null() & (settled.is_null() | (settled >= day.year_ago))
    ).with_row_index("_row")  # fmt: skip
    periods = period_starts(found, "_planned", day.standing).select("_row", pl.col("_entered").alias("entered_on"))
    found = found.join(periods, on="_row", how="left", maintain_order="left")
    return found.with_columns(pl.col("placed_with_carer_on").alias("with_carer_on"))


def _with_last(rows: pl.DataFrame, facts: pl.DataFrame, name: str, *also: str) -> pl.DataFrame:
    """The rows with the day of the last of these facts that lies in each one's time, and what else it says."""
    found = rows.select("_row", "child", "id", "started_on", "ended_on").join(
        facts.filter(pl.col("on").is_not_null()), on="child", how="inner"
    )
    over = (pl.col("on") > pl.col("ended_on")).fill_null(False)
    inside = (pl.col("on") >= pl.col("started_on")) & ~over
    if "plan" in facts.columns:
        inside = pl.when(pl.col("plan").is_not_null()).then(pl.col("plan") == pl.col("id")).otherwise(inside)
    last = found.filter(inside).sort("_row", "on", *also, nulls_last=False, maintain_order=True)
    last = last.unique("_row", keep="last", maintain_order=True).select("_row", pl.col("on").alias(name), *also)
    return rows.join(last, on="_row", how="left", maintain_order="left")


def _checks(day: Day, kind: str) -> pl.DataFrame:
    done = day.of(HealthCheck).filter((pl.col("type") == kind) & (pl.col("status") == "completed"))
    return done.select("child", "on")


def _inside(rows: pl.DataFrame, facts: pl.DataFrame, start: str) -> pl.DataFrame:
    """The last of these facts to begin in each row's time."""
    found = rows.select("_row", "child", pl.col("started_on").alias("_since"), pl.col("ended_on").alias("_until"))
    found = found.join(facts, on="child", how="inner").filter(pl.col(start) >= pl.col("_since"))
    found = found.filter(pl.col("_until").is_null() | (pl.col(start) <= pl.col("_until")))
    ids = ["id"] if "id" in found.columns else []
    return found.sort("_row", start, *ids, nulls_last=True, maintain_order=True).unique(
        "_row", keep="last", maintain_order=True
    )


def _of_episodes(rows: pl.DataFrame, day: Day) -> pl.DataFrame:
    """What the last episode of each period says: need, why it ceased, the reviewing officer's last contact."""
    last = _inside(rows, day.of(CareEpisode), "started_on")
    told = last.select("_row", "need", "end_reason", pl.col("last_iro_on").alias("officer_on"))
    rows = rows.join(told, on="_row", how="left", maintain_order="left")
    return rows.with_columns(pl.when(pl.col("ended_on").is_not_null()).then(pl.col("end_reason")).alias("end_reason"))


def _legal(rows: pl.DataFrame, day: Day) -> pl.DataFrame:
    last = _inside(rows, day.of(LegalStatus), "started_on")
    told = last.select("_row", "status", pl.col("started_on").alias("status_from"))
    return rows.join(told, on="_row", how="left", maintain_order="left")


def _placed(rows: pl.DataFrame, day: Day) -> pl.DataFrame:
    every = day.of(Placement)
    last = _inside(rows, every, "started_on").select(
        "_row", pl.col("started_on").alias("placement_on"), pl.col("type").alias("placement_type"), "provider",
        "postcode", "urn",
    )  # fmt: skip
    lately = every.filter(pl.col("ended_on").is_null() | (pl.col("ended_on") >= day.year_ago))
    return counted(rows.join(last, on="_row", how="left", maintain_order="left"), lately, "placements")


def _missing(rows: pl.DataFrame, day: Day) -> pl.DataFrame:
    """How often the child was missing and away in twelve months, and whether an interview followed the last time."""
    every = day.of(MissingEpisode)
    lately = every.filter(pl.col("started_on") >= day.year_ago)
    away = (pl.col("type") == "away").fill_null(False)
    rows = counted(rows, lately.filter(~away), "missing")
    rows = counted(rows, lately.filter(away), "absent")
    last = every.filter(~away & pl.col("returned_on").is_not_null()).unique("child", keep="last", maintain_order=True)
    talks = day.of(ReturnInterview).filter(pl.col("episode").is_not_null()).group_by("episode").agg(
        pl.lit(True).first().alias("_offer"), pl.col("held_on").is_not_null().any().alias("_held")
    )  # fmt: skip
    last = last.join(talks, left_on="id", right_on="episode", how="left", maintain_order="left")
    return rows.join(last.select(
        "child", pl.coalesce("_offer", "offered", pl.lit(False)).alias("interview_offered"),
        pl.coalesce("_held", "accepted").alias("interview_accepted"),
    ), on="child", how="left", maintain_order="left")  # fmt: skip
