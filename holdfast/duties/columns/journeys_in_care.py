"""Column twins of ``holdfast.duties.journeys.in_care``; see there for what each noun means."""

import polars as pl

from holdfast.dates import Days
from holdfast.dates.columns import add_months_each, after_each, birthday_each
from holdfast.duties.columns.journeys_entering import (
    assessed_before,
    in_court,
    second_unsure_from,
    six_months_until_each,
)
from holdfast.duties.columns.standing import StandingColumns, Twin
from holdfast.duties.journeys.in_care import CONTINUES, FIRST_TERM, LONG_TERM, RELATIVES
from holdfast.duties.journeys.nouns import (
    AdoptionWay,
    ApprovalExtension,
    ApprovalTerm,
    CarePeriod,
    Stay,
    StrengthsTime,
)
from holdfast.record.field import Fact
from holdfast.record.in_care import (
    CareEpisode,
    CareReview,
    Permanence,
    Placement,
    PlacementRequest,
    PlacementStep,
    TemporaryApproval,
)
from holdfast.record.people import Person


def births(standing: StandingColumns) -> pl.DataFrame:
    """child, born_on: the first birth date on record for each child."""
    people = standing.of(Person).filter(pl.col("born_on").is_not_null())
    return people.unique("child", keep="first", maintain_order=True).select("child", "born_on")


def by_now(day: pl.Expr, standing: StandingColumns) -> pl.Expr:
    """The day, or null when it lies after the moment."""
    return pl.when(day <= standing.today).then(day)


def _runs(standing: StandingColumns) -> pl.DataFrame:
    """Episodes in order, each with the key of its period of care."""
    start = pl.coalesce("started_on", "entered_on")
    ordered = (
        standing.of(CareEpisode)
        .with_columns(start.alias("_start"), pl.col("id").fill_null("").alias("_id"))
        .filter(pl.col("_start").is_not_null())
        .sort("child", "_start", "ended_on", "_id", nulls_last=True, maintain_order=True)
    )
    same = pl.col("child") == pl.col("child").shift(1)
    gap = pl.col("_start") > pl.col("ended_on").shift(1)
    new = ~(same.fill_null(False)) | (pl.col("start_reason") == "S").fill_null(False) | gap.fill_null(False)
    number = new.cast(pl.Int64).cum_sum().over("child").cast(pl.String)
    own = pl.concat_str(["child", pl.lit("/"), number])
    return ordered.with_columns(pl.coalesce(pl.col("period"), own).alias("_key"))


def care_periods(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``care_periods``."""
    born = births(standing).with_columns(by_now(birthday_each(pl.col("born_on"), 18), standing).alias("_grown"))
    found = (
        _runs(standing)
        .group_by("child", "_key", maintain_order=True)
        .agg(
            pl.min_horizontal(pl.col("_start").min(), pl.col("entered_on").min()).alias("started_on"),
            (~pl.col("start_reason").first().is_in(CONTINUES).fill_null(False)).alias("_start_told"),
            pl.col("entered_on").is_not_null().any().alias("_entry_told"),
            pl.col("ended_on").last(),
            pl.col("end_reason").last(),
        )
        .join(born, on="child", how="left")
        .filter(pl.col("_grown").is_null() | (pl.col("started_on") < pl.col("_grown")))
    )
    ended = pl.when((pl.col("end_reason") != "X1").fill_null(True)).then(pl.col("ended_on"))
    told = pl.col("_start_told") | pl.col("_entry_told")
    since = pl.lit(standing.held.known_from.get(CareReview), dtype=pl.Date)
    fifth = birthday_each(pl.col("born_on"), 5)
    periods = found.select(
        "child",
        pl.col("_key").alias("id"),
        "started_on",
        pl.when(told).then(pl.col("started_on")).alias("entered_on"),
        pl.when(pl.col("started_on") < since).then(since).when(~told).then(pl.col("started_on")).alias("reviews_from"),
        pl.min_horizontal(ended, "_grown").alias("ended_on"),
        "born_on",
        birthday_each(pl.col("born_on"), 3).alias("third_birthday"),
        fifth.alias("fifth_birthday"),
        six_months_until_each(fifth).alias("six_months_until"),
    ).sort("child", "started_on", "id", maintain_order=True)
    return _on_entering(periods.with_row_index("_row"), standing)


def _on_entering(periods: pl.DataFrame, standing: StandingColumns) -> pl.DataFrame:
    found = periods
    for known in (second_unsure_from, assessed_before, in_court):
        found = found.join(known(periods, standing), on="_row", how="left", maintain_order="left")
    return found.with_columns(pl.col("in_court").fill_null(False)).drop("_row")


def period_starts(days: pl.DataFrame, day: str, standing: StandingColumns) -> pl.DataFrame:
    """_row, _since, _entered, _until, _reviews_from: the period of care that holds each row's day (the last begun)."""
    periods = standing.of(CarePeriod).select(
        "child", pl.col("started_on").alias("_since"), pl.col("entered_on").alias("_entered"),
        pl.col("ended_on").alias("_until"), pl.col("reviews_from").alias("_reviews_from"), "id",
    )  # fmt: skip
    held = (pl.col("_since") <= pl.col(day)) & (pl.col("_until").is_null() | (pl.col(day) <= pl.col("_until")))
    return (
        days.select("_row", "child", day)
        .join(periods, on="child", how="inner")
        .filter(held)
        .sort("_row", "_since", "id")
        .unique("_row", keep="last", maintain_order=True)
        .select("_row", "_since", "_entered", "_until", "_reviews_from")
    )


def stays(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``stays``."""
    placed = standing.of(Placement).filter(pl.col("started_on").is_not_null()).with_row_index("_row")
    found = placed.join(period_starts(placed, "started_on", standing), on="_row", how="left")
    if standing.has(CarePeriod, "started_on"):
        after = (pl.col("_until") == pl.col("started_on")).fill_null(False)
        found = found.filter(pl.col("_since").is_not_null() & ~after)
    found = found.join(_temporary(placed, standing), on="_row", how="left")
    found = found.join(_first_reviews(found, standing), on="_row", how="left")
    steps = standing.of(PlacementStep).filter(pl.col("step") == "intended to eighteen")
    meant = steps.select("child", pl.col("placement").alias("id")).unique().with_columns(pl.lit(True).alias("_meant"))
    found = found.join(meant, on=["child", "id"], how="left")
    found = found.join(_planned(standing), on=["child", "id"], how="left")
    approved = pl.col("_approved")
    return found.sort("_row").select(
        "child", "id", "started_on",
        pl.min_horizontal("ended_on", "_until").alias("ended_on"),
        add_months_each(pl.col("started_on"), 12).alias("year_ends_on"),
        _is_temporary(standing).alias("temporary"),
        approved.alias("approved_on"),
        after_each(Days(-7), approved).alias("week_until"),
        after_each(Days(-28), approved).alias("four_weeks_until"),
        _to_eighteen(standing).alias("to_eighteen"),
        pl.col("_planned").fill_null(False).alias("planned"),
        pl.col("_entered").alias("entered_on"),
        "first_review_on",
        _reviews_told(standing).alias("reviews_told"),
    )  # fmt: skip


NO_TYPE = pl.col("type").fill_null("") == ""


def _is_temporary(standing: StandingColumns) -> pl.Expr:
    if standing.held.has(TemporaryApproval, "started_on"):
        return pl.col("_temporary").fill_null(False)
    may_be = NO_TYPE | pl.col("type").is_in(RELATIVES).fill_null(False)
    return pl.when(pl.col("_temporary").fill_null(False)).then(True).when(~may_be).then(False)


def _to_eighteen(standing: StandingColumns) -> pl.Expr:
    meant = pl.col("type").is_in(LONG_TERM).fill_null(False) | pl.col("_meant").fill_null(False)
    if standing.held.has(PlacementStep, "step"):
        return meant
    return pl.when(meant).then(True).when(~NO_TYPE).then(False)


def _reviews_told(standing: StandingColumns) -> pl.Expr:
    if not standing.held.has(CareReview, "held_on"):
        return pl.lit(False)
    latest = pl.col("first_review_on").is_not_null() & pl.lit(CareReview in standing.held.latest_only)
    return pl.col("_reviews_from").is_null() & ~latest


def _temporary(placed: pl.DataFrame, standing: StandingColumns) -> pl.DataFrame:
    approvals = standing.of(TemporaryApproval).select(
        "child", pl.col("placement").alias("_placement"), pl.col("started_on").alias("_from"), "approved_on"
    )
    own = placed.select("_row", "child", "id", "started_on")
    by_id = own.join(approvals, left_on=["child", "id"], right_on=["child", "_placement"], how="inner")
    undated = approvals.filter(pl.col("_placement").is_null())
    by_day = own.join(undated, left_on=["child", "started_on"], right_on=["child", "_from"], how="inner")
    both = pl.concat([by_id.select("_row", "approved_on"), by_day.select("_row", "approved_on")])
    return both.group_by("_row").agg(
        pl.col("approved_on").min().alias("_approved"), pl.lit(True).first().alias("_temporary")
    )


def _planned(standing: StandingColumns) -> pl.DataFrame:
    asks = standing.of(PlacementRequest).filter(
        ~pl.col("emergency").fill_null(False) & pl.col("move_on").is_not_null() & pl.col("placement").is_not_null()
    )
    return asks.select("child", pl.col("placement").alias("id"), pl.lit(True).alias("_planned")).unique()


def _first_reviews(found: pl.DataFrame, standing: StandingColumns) -> pl.DataFrame:
    reviews = standing.of(CareReview).filter(
        pl.col("held_on").is_not_null() & (pl.col("cancelled").is_null() | ~pl.col("cancelled"))
    )
    since = pl.coalesce("_since", "started_on")
    return (
        found.select("_row", "child", since.alias("_from"))
        .join(reviews.select("child", "held_on"), on="child", how="inner")
        .filter(pl.col("held_on") >= pl.col("_from"))
        .group_by("_row")
        .agg(pl.col("held_on").min().alias("first_review_on"))
    )


def strengths_times(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``strengths_times``."""
    seventeen = birthday_each(pl.col("born_on"), 17)
    start = pl.max_horizontal("started_on", birthday_each(pl.col("born_on"), 4))
    ended = pl.min_horizontal("ended_on", by_now(seventeen, standing))
    found = standing.of(CarePeriod).filter(pl.col("born_on").is_not_null())
    found = found.with_columns(start.alias("_start"), seventeen.alias("_seventeen"), ended.alias("_ended"))
    owed = (pl.col("_start") <= standing.today) & (pl.col("_start") < pl.col("_seventeen"))
    owed &= pl.col("_ended").is_null() | (pl.col("_ended") > pl.col("_start"))
    return found.filter(owed).select(
        "child", "id", pl.col("_start").alias("started_on"), pl.col("_ended").alias("ended_on")
    )


def approval_terms(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``approval_terms``."""
    found = standing.of(TemporaryApproval).filter(pl.col("started_on").is_not_null())
    end = after_each(FIRST_TERM, pl.col("started_on"))
    taken = pl.when(pl.col("extended_on").is_not_null() & (end < standing.today)).then(
        by_now(pl.max_horizontal(end, "extended_on"), standing)
    )
    over = pl.min_horizontal("ended_on", taken)
    return found.select(
        "child", "id", "started_on",
        pl.when(~(pl.col("approved_on") > over).fill_null(False)).then("approved_on").alias("approved_on"),
        over.alias("over_on"),
    )  # fmt: skip


def approval_extensions(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``approval_extensions``."""
    found = standing.of(TemporaryApproval).filter(pl.col("started_on").is_not_null())
    found = found.with_columns(after_each(FIRST_TERM, pl.col("started_on")).alias("_end"))
    done = pl.min_horizontal("approved_on", "ended_on")
    open_then = done.is_null() | (done > pl.col("_end"))
    follows = pl.col("extended_on").is_not_null() | (pl.col("_end") < standing.today)
    return found.filter(open_then & follows).select(
        "child", "id", pl.col("_end").alias("started_on"),
        pl.col("extended_on").is_not_null().alias("extended"), "approved_on", "ended_on",
    )  # fmt: skip


def adoption_ways(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``adoption_ways``."""
    planned = pl.min_horizontal("decided_on", "ordered_on")
    found = standing.of(Permanence).with_columns(planned.alias("_planned"))
    found = found.filter(pl.col("_planned").is_not_null()).with_row_index("_row")
    found = found.join(period_starts(found, "_planned", standing), on="_row", how="left").sort("_row")
    return found.select(
        "child", "id", pl.col("_entered").alias("entered_on"), "ordered_on", "matched_on",
        pl.min_horizontal("placed_on", "placed_with_carer_on").alias("placed_on"),
        pl.min_horizontal("reversed_on", "_until").alias("ended_on"),
        pl.min_horizontal("placed_on", "placed_with_carer_on", "reversed_on", "_until").alias("settled_on"),
    )  # fmt: skip


TWINS: dict[type[Fact], Twin] = {
    CarePeriod: care_periods,
    Stay: stays,
    StrengthsTime: strengths_times,
    ApprovalTerm: approval_terms,
    ApprovalExtension: approval_extensions,
    AdoptionWay: adoption_ways,
}
