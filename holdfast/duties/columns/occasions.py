"""Every occurrence of one way for every child, before its limit is counted: the twin of ``clock.occasions_of``.

Working columns begin with an underscore. ``_row`` numbers the starting facts.
"""

import polars as pl

from holdfast.dates.columns import after_each
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.duty import MetBy, MetInPlace, Way
from holdfast.record.columns import TIME, condition

NO_DAY = pl.lit(None, dtype=pl.Date)
NO_TIME = pl.lit(None, dtype=TIME)


def occasions_of(way: Way, standing: StandingColumns) -> pl.DataFrame:
    """child, index, counted_from, _at, _met, _met_at, _ended, _unsure, _latest, _before, _died; ``_due`` if planned.

    ``_start`` numbers the facts of the starting noun.
    """
    starts = _starts(way, standing)
    if way.met is None:
        found = _unmet(starts)
    elif isinstance(way.met, MetInPlace):
        at = pl.col(way.met.at) if way.met.at else NO_TIME
        found = _unmet(starts).with_columns(pl.col(way.met.on).alias("_met"), at.alias("_met_at"))
    elif way.chain is None:
        found = _once(way, way.met, starts, standing)
    else:
        found = _chained(way, way.met, starts, standing)
    due = pl.col(way.due) if way.due else NO_DAY
    return _while_alive(found.with_columns(due.alias("_due")).filter(condition(way.when)))


def _while_alive(found: pl.DataFrame) -> pl.DataFrame:
    """Nothing is done for a child after the child's death: what is on record later is no evidence."""
    found = found.filter((pl.col("counted_from") <= pl.col("_died")).fill_null(True))
    alive = (pl.col("_met") <= pl.col("_died")).fill_null(True)
    return found.with_columns(pl.when(alive).then(pl.col(name)).alias(name) for name in ("_met", "_met_at"))


def _starts(way: Way, standing: StandingColumns) -> pl.DataFrame:
    starts = way.starts
    frame = standing.of(starts.noun).with_row_index("_start")
    frame = frame.filter(condition(starts.where) & pl.col(starts.on).is_not_null())
    frame = frame.join(standing.deaths, on="child", how="left", maintain_order="left")
    own = pl.col(starts.until) if starts.until else NO_DAY
    return frame.with_columns(
        pl.col(starts.on).alias("counted_from"),
        (pl.col(starts.at) if starts.at else NO_TIME).alias("_at"),
        pl.min_horizontal(own, "_died").alias("_ended"),
    ).with_row_index("_row")


def _unmet(starts: pl.DataFrame) -> pl.DataFrame:
    return starts.with_columns(
        pl.lit(0, dtype=pl.Int64).alias("index"), NO_DAY.alias("_met"), NO_TIME.alias("_met_at"),
        pl.lit(False).alias("_unsure"), pl.lit(False).alias("_latest"), pl.lit(False).alias("_before"),
    )  # fmt: skip


def _pairs(met: MetBy, starts: pl.DataFrame, standing: StandingColumns, *, unsure: bool) -> pl.DataFrame:
    """_row, _m, _m_at: every fact that belongs to each start, by its id where it has one, else by day."""
    where = met.unsure if unsure else met.where
    assert where is not None
    facts = standing.of(met.noun).filter(condition(where) & pl.col(met.on).is_not_null())
    facts = facts.select(
        "child", pl.col(met.on).alias("_m"), (pl.col(met.at) if met.at else NO_TIME).alias("_m_at"),
        (pl.col(met.link[0]) if met.link else pl.lit(None, dtype=pl.String)).alias("_k"),
        (pl.col(met.in_force_until) if met.in_force_until else NO_DAY).alias("_u"),
    )  # fmt: skip
    own = starts.select(
        "_row", "child", "counted_from", "_ended",
        (pl.col(met.link[1]) if met.link else pl.lit(None, dtype=pl.String)).alias("_s"),
    )  # fmt: skip
    later = pl.col("_m") >= pl.col("counted_from")
    loose = own.join(facts.filter(pl.col("_k").is_null()), on="child", how="inner")
    loose = loose.filter(pl.col("_ended").is_null() | (pl.col("_m") <= pl.col("_ended")))
    in_force = pl.col("_u").is_null() | (pl.col("_u") >= pl.col("counted_from"))
    loose = loose.filter(later | (pl.lit(met.earlier_counts) & in_force))
    found = [loose.select("_row", "_m", "_m_at")]
    if met.link:
        linked = own.join(facts, left_on=["child", "_s"], right_on=["child", "_k"], how="inner")
        linked = linked.filter(later | pl.lit(met.earlier_counts))
        found.append(linked.select("_row", "_m", "_m_at"))
    return pl.concat(found)


def _once(way: Way, met: MetBy, starts: pl.DataFrame, standing: StandingColumns) -> pl.DataFrame:
    first = (
        _pairs(met, starts, standing, unsure=False)
        .sort("_row", "_m", "_m_at", nulls_last=True)
        .unique("_row", keep="first", maintain_order=True)
        .rename({"_m": "_met", "_m_at": "_met_at"})
    )
    since = pl.lit(standing.held.known_from.get(met.noun), dtype=pl.Date)
    found = starts.join(first, on="_row", how="left").with_columns(
        pl.lit(0, dtype=pl.Int64).alias("index"), (pl.col("counted_from") < since).fill_null(False).alias("_before")
    )
    latest = pl.lit(met.noun in standing.held.latest_only) & pl.col("_met").is_not_null()
    if met.unsure is None:
        return found.with_columns(pl.lit(False).alias("_unsure"), latest.alias("_latest"))
    doubts = _pairs(met, starts, standing, unsure=True).select("_row").unique()
    found = found.join(doubts.with_columns(pl.lit(True).alias("_doubt")), on="_row", how="left")
    doubt = pl.col("_doubt").fill_null(False) & pl.col("_met").is_null()
    return found.with_columns(doubt.alias("_unsure"), latest.alias("_latest"))


def _chained(way: Way, met: MetBy, starts: pl.DataFrame, standing: StandingColumns) -> pl.DataFrame:
    assert way.chain is not None
    points = _pairs(met, starts, standing, unsure=False).select("_row", "_m").unique()
    links = _links(starts, points)
    if met.noun in standing.held.latest_only:
        links = _latest_only(way, links, starts, points)
    last = way.chain.last if way.chain.last is not None else 10**9
    links = links.filter(pl.col("index").is_between(way.chain.first, last))
    if way.chain.takes(0) and way.chain.takes(1):
        same_day = (pl.col("_met") == pl.col("_day")).fill_null(False)
        links = links.filter(~((pl.col("index") == 0) & same_day))
    links = _doubted(met, links, starts, standing)
    found = starts.drop("counted_from").join(links, on="_row", how="inner")
    return found.rename({"_day": "counted_from"}).with_columns(NO_TIME.alias("_met_at"), pl.lit(False).alias("_before"))


def _links(starts: pl.DataFrame, points: pl.DataFrame) -> pl.DataFrame:
    """_row, _day, index, _met, _latest: the clocks of each chain."""
    first = starts.select("_row", pl.col("counted_from").alias("_day"), pl.lit(0, dtype=pl.Int8).alias("_point"))
    later = points.select("_row", pl.col("_m").alias("_day"), pl.lit(1, dtype=pl.Int8).alias("_point"))
    both = pl.concat([first, later]).sort("_row", "_day", "_point")
    number = pl.int_range(pl.len(), dtype=pl.Int64).over("_row")
    same = pl.col("_row") == pl.col("_row").shift(-1)
    return both.select(
        "_row", "_day", number.alias("index"),
        pl.when(same).then(pl.col("_day").shift(-1)).alias("_met"), pl.lit(False).alias("_latest"),
    )  # fmt: skip


def _latest_only(way: Way, links: pl.DataFrame, starts: pl.DataFrame, points: pl.DataFrame) -> pl.DataFrame:
    """Where only the latest completion is on record: the first clock, and the one now running."""
    assert way.chain is not None
    last = points.group_by("_row").agg(pl.col("_m").max())
    known = starts.select("_row", pl.col("counted_from").alias("_day")).join(last, on="_row", how="inner")
    first = known.select(
        "_row", "_day", pl.lit(0, dtype=pl.Int64).alias("index"), pl.col("_m").alias("_met"),
        pl.lit(True).alias("_latest"),
    )  # fmt: skip
    number = pl.lit(1, dtype=pl.Int64)
    if way.chain.first_limit is not None:
        early = pl.col("_m") <= pl.coalesce(after_each(way.chain.first_limit, pl.col("_day")), pl.col("_m"))
        number = pl.when(early).then(1).otherwise(2).cast(pl.Int64)
    now = known.select(
        "_row", pl.col("_m").alias("_new"), number.alias("index"), NO_DAY.alias("_met"), pl.lit(False).alias("_latest"),
    ).rename({"_new": "_day"})  # fmt: skip
    untouched = links.join(last.select("_row"), on="_row", how="anti")
    return pl.concat([untouched, first, now])


def _doubted(met: MetBy, links: pl.DataFrame, starts: pl.DataFrame, standing: StandingColumns) -> pl.DataFrame:
    if met.unsure is None:
        return links.with_columns(pl.lit(False).alias("_unsure"))
    doubts = _pairs(met, starts, standing, unsure=True).select("_row", "_m")
    between = (pl.col("_day") < pl.col("_m")) & (pl.col("_met").is_null() | (pl.col("_m") < pl.col("_met")))
    hit = links.join(doubts, on="_row", how="inner").filter(between).select("_row", "index").unique()
    found = links.join(hit.with_columns(pl.lit(True).alias("_doubt")), on=["_row", "index"], how="left")
    return found.with_columns(pl.col("_doubt").fill_null(False).alias("_unsure")).drop("_doubt")
