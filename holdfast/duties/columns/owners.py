"""Who is with each child now: the column twin of ``holdfast.duties.owner``."""

import polars as pl

from holdfast.duties.columns.standing import StandingColumns
from holdfast.record.front_door import Referral
from holdfast.record.people import Involvement


def owners_of(standing: StandingColumns) -> pl.DataFrame:
    """child, worker, team: one row for each child who has anybody; the twin of ``owner_of``."""
    involved = standing.of(Involvement).filter(pl.col("ended_on").is_null())
    first = _last(involved, "started_on", "professional")
    somebody = pl.col("worker").is_not_null() | pl.col("team").is_not_null()
    episodes = standing.of(Referral).filter(pl.col("closed_on").is_null() & somebody)
    second = _last(episodes, "on", "worker")
    return pl.concat([first, second.join(first, on="child", how="anti")])


def _last(facts: pl.DataFrame, day: str, worker: str) -> pl.DataFrame:
    ordered = facts.with_columns(pl.col("id").fill_null("").alias("_id")).sort(
        "child", day, "_id", nulls_last=False, maintain_order=True
    )
    last = ordered.unique("child", keep="last", maintain_order=True)
    return last.select("child", pl.col(worker).alias("worker"), "team")
