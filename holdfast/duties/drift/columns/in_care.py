"""Column twins of ``holdfast.duties.drift.in_care``; see there for what each means."""

import polars as pl

from holdfast.dates.columns import add_months_each, after_each
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.drift.columns.findings import ColumnRule, day, findings
from holdfast.duties.drift.in_care import ACCOMMODATED, EXTENDED, EXTENSION
from holdfast.duties.drift.rule import number
from holdfast.duties.journeys.in_care import FIRST_TERM
from holdfast.duties.journeys.nouns import CarePeriod
from holdfast.duties.settings import Settings
from holdfast.record.in_care import CareEpisode, CarePlan, LegalStatus, TemporaryApproval


def accommodated_since_each(standing: StandingColumns) -> pl.DataFrame:
    """Twin of ``accommodated_since``: child, _since."""
    dated = standing.of(LegalStatus).filter(pl.col("started_on").is_not_null())
    own = dated.filter(pl.col("status") == ACCOMMODATED)
    now = own.filter(pl.col("ended_on").is_null()).select("child").unique()
    other = dated.filter(pl.col("status") != ACCOMMODATED).group_by("child").agg(
        pl.col("started_on").max().alias("_other")
    )  # fmt: skip
    own = own.join(now, on="child", how="semi").join(other, on="child", how="left")
    if standing.held.has(CareEpisode):
        periods = standing.of(CarePeriod).filter(pl.col("ended_on").is_null())
        periods = periods.group_by("child").agg(pl.col("started_on").max().alias("_start"))
        own = own.join(periods, on="child", how="inner")
    else:
        own = own.with_columns(pl.lit(None, dtype=pl.Date).alias("_start"))
    since_other = pl.col("_other").is_null() | (pl.col("started_on") >= pl.col("_other"))
    in_period = pl.col("ended_on").is_null() | pl.col("_start").is_null() | (pl.col("ended_on") >= pl.col("_start"))
    own = own.filter(since_other & in_period)
    return own.group_by("child").agg(
        pl.max_horizontal(pl.col("started_on").min(), pl.col("_start").max()).alias("_since")
    )


def accommodated_without_permanence(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``accommodated_without_permanence``."""
    months = number(settings, "accommodated-months-without-permanence")
    in_force = pl.col("ended_on").is_null() | (pl.col("ended_on") >= day(standing.today))
    planned = standing.of(CarePlan).filter(
        pl.col("permanence").is_not_null() & pl.col("started_on").is_not_null() & in_force
    )
    found = accommodated_since_each(standing).join(planned.select("child").unique(), on="child", how="anti")
    found = found.with_columns(add_months_each(pl.col("_since"), months).alias("_due"))
    return findings(
        found.filter(pl.col("_due") <= day(standing.today)), "raised", since="_since", due_on="_due", count=months
    )


def temporary_approval_over(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``temporary_approval_over``."""
    lasting = pl.col("started_on").is_not_null() & pl.col("approved_on").is_null() & pl.col("ended_on").is_null()
    first = after_each(FIRST_TERM, pl.col("started_on"))
    extended = pl.col("extended_on").is_not_null()
    end = pl.when(extended).then(after_each(EXTENSION, first)).otherwise(first)
    found = standing.of(TemporaryApproval).filter(lasting).with_columns(end.alias("_end"))
    return findings(
        found.filter(pl.col("_end") < day(standing.today)), "raised", since="started_on", subject="id",
        last_on="extended_on", due_on="_end", count=(day(standing.today) - pl.col("_end")).dt.total_days(),
        detail=pl.when(extended).then(pl.lit(EXTENDED)),
    )  # fmt: skip


RULES: dict[str, ColumnRule] = {
    "accommodated-without-permanence": accommodated_without_permanence,
    "temporary-approval-over": temporary_approval_over,
}
