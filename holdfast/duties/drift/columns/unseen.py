"""Column twins of ``holdfast.duties.drift.unseen``; see there for what each means."""

import polars as pl

from holdfast.dates import Days
from holdfast.dates.columns import after_each
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.drift.columns.findings import ColumnRule, day, findings
from holdfast.duties.drift.columns.open_work import is_recent_each, last_each
from holdfast.duties.drift.rule import number
from holdfast.duties.drift.unseen import AWAY
from holdfast.duties.settings import Settings
from holdfast.record.child_protection import Enquiry
from holdfast.record.unseen import MissingEpisode, ReturnInterview


def _missing(standing: StandingColumns) -> pl.DataFrame:
    return standing.of(MissingEpisode).filter((pl.col("type") != AWAY).fill_null(True))


def repeat_missing(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``repeat_missing``."""
    times, window = number(settings, "missing-episodes"), Days(number(settings, "missing-days"))
    met = last_each(standing, "_met", (Enquiry, "started_on", None))
    days = _missing(standing).filter(pl.col("started_on").is_not_null()).select("child", "started_on")
    days = days.join(met, on="child", how="left")
    days = days.filter(pl.col("_met").is_null() | (pl.col("started_on") > pl.col("_met")))
    days = days.sort("child", "started_on", maintain_order=True)
    first = pl.col("started_on").shift(times - 1)
    own = pl.col("child") == pl.col("child").shift(times - 1)
    full = (own & (after_each(window, first) >= pl.col("started_on"))).fill_null(False)
    days = days.with_columns(pl.when(full).then(pl.col("started_on")).alias("_full"))
    latest = days.group_by("child").agg(pl.col("_full").max(), pl.col("started_on").max().alias("_latest"))
    latest = latest.with_columns(pl.coalesce("_full", "_latest").alias("_last"))
    days = days.drop("_full").join(latest, on="child", how="left")
    reach = after_each(window, pl.col("started_on"))
    inside = days.filter((pl.col("started_on") <= pl.col("_last")) & (pl.col("_last") <= reach))
    found = inside.group_by("child").agg(
        pl.col("started_on").min().alias("_first"), pl.col("_last").first(), pl.col("_full").first(),
        pl.len().alias("_many"),
    )  # fmt: skip
    ahead = (pl.col("_many") == times - 1) & (after_each(window, pl.col("_first")) >= day(standing.today))
    found = found.filter(pl.col("_full").is_not_null() | ahead)
    found = found.filter(is_recent_each(pl.col("_last"), standing, settings))
    state = pl.when(pl.col("_full").is_not_null()).then(pl.lit("raised")).otherwise(pl.lit("running"))
    return findings(found, state, since="_first", last_on="_last", count="_many")


def second_offer(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Twin of ``second_offer``."""
    key = ["child", "episode"]
    offers = standing.of(ReturnInterview).filter(pl.col("episode").is_not_null())
    other = pl.col("offered_on").filter(pl.col("declined_on").is_null())
    known = offers.group_by(key).agg(
        pl.col("declined_on").max().alias("_declined"), pl.col("held_on").is_not_null().any().alias("_held"),
        other.max().alias("_other"),
    )  # fmt: skip
    still = pl.col("_declined").is_not_null() & ~pl.col("_held")
    still &= pl.col("_other").is_null() | (pl.col("_other") < pl.col("_declined"))
    known = known.filter(still & is_recent_each(pl.col("_declined"), standing, settings))
    back = _missing(standing).filter(pl.col("returned_on").is_not_null() & pl.col("id").is_not_null())
    found = back.join(known, left_on=["child", "id"], right_on=key, how="inner")
    return findings(found, "raised", since="returned_on", subject="id", last_on="_declined")


RULES: dict[str, ColumnRule] = {"repeat-missing": repeat_missing, "second-offer": second_offer}
