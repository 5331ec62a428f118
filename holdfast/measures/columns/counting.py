"""Three ways to count clocks in a month. Each takes a clock as the sweep says it stands; none has a number."""

import polars as pl

from holdfast.measures.columns.month import Month

YES, NO, CANNOT_SAY = "yes", "no", "cannot_say"


def met_in(month: Month, codes: tuple[str, ...]) -> pl.DataFrame:
    """Clocks met in the month: yes in time, no late. For what the department counts when it is done."""
    clocks = month.clocks(codes).filter(month.holds(pl.col("met_on")))
    return _told(clocks, pl.when(pl.col("state") == "met").then(pl.lit(YES)).otherwise(pl.lit(NO)))


def overdue_at(month: Month, codes: tuple[str, ...]) -> int:
    """How many clocks are past their last day at the end of the month, and not met."""
    return month.clocks(codes).filter(pl.col("state") == "overdue").height


def decided_in(month: Month, codes: tuple[str, ...]) -> pl.DataFrame:
    """Clocks decided in the month: met in time in it, or late from a day in it. Each counts once, ever.

    One that cannot be told counts in the month of its last day.
    """
    state = pl.col("state")
    answer = (
        pl.when((state == "met") & month.holds(pl.col("met_on"))).then(pl.lit(YES))
        .when(pl.col("_late") & month.holds(pl.col("_late_from"))).then(pl.lit(NO))
        .when((state == "cannot_say") & month.holds(pl.col("due_on"))).then(pl.lit(CANNOT_SAY))
    )  # fmt: skip
    return _told(month.clocks(codes), answer)


def late_or_met_in(month: Month, codes: tuple[str, ...]) -> pl.DataFrame:
    """Clocks met in time in the month, or late on any day of it: what stays undone counts again each month."""
    state = pl.col("state")
    answer = (
        pl.when((state == "met") & month.holds(pl.col("met_on"))).then(pl.lit(YES))
        .when(_late_here(month)).then(pl.lit(NO))
        .when((state == "cannot_say") & month.holds(pl.col("due_on"))).then(pl.lit(CANNOT_SAY))
    )  # fmt: skip
    return _told(month.clocks(codes), answer)


def children_owed(month: Month, codes: tuple[str, ...]) -> pl.DataFrame:
    """Each child for whom one of these clocks ran in the month, once: no where any was late on any day of it.

    Cannot say where none was, as far as is known, and one of them cannot be told. The row is that of the clock
    that decides: the first that was late, else one that cannot be told, else the one that started last.
    """
    clocks = month.clocks(codes)
    following = pl.col("started_on").shift(-1).over("child", order_by=["started_on", "due_on", "duty", "way"])
    unknown = pl.col("state") == "cannot_say"
    until = pl.when(unknown).then(pl.coalesce("ended_on", following, pl.lit(month.last))).otherwise(pl.col("_until"))
    here = clocks.with_columns(until.alias("_until")).filter(pl.col("_until") >= month.first)
    answer = pl.when(_late_here(month)).then(pl.lit(NO)).when(unknown).then(pl.lit(CANNOT_SAY)).otherwise(pl.lit(YES))
    told = _told(here, answer).with_columns(
        pl.col("answer").replace_strict({NO: 0, CANNOT_SAY: 1, YES: 2}, return_dtype=pl.Int64).alias("_rank"),
        pl.when(pl.col("answer") == YES).then(-pl.col("started_on").to_physical())
        .otherwise(pl.col("started_on").to_physical()).alias("_place"),
    )  # fmt: skip
    ordered = told.sort("child", "_rank", "_place", "due_on", "duty", "way", nulls_last=True, maintain_order=True)
    return ordered.unique("child", keep="first", maintain_order=True)


def children_past(month: Month, codes: tuple[str, ...]) -> pl.DataFrame:
    """Each child for whom one of these clocks is running at the end of the month, once: yes where one is overdue."""
    running = month.clocks(codes).filter(~pl.col("state").is_in(["met", "met_late", "ended"]))
    state = pl.col("state")
    answer = (
        pl.when(state == "overdue").then(pl.lit(YES))
        .when(state == "cannot_say").then(pl.lit(CANNOT_SAY)).otherwise(pl.lit(NO))
    )  # fmt: skip
    told = _told(running, answer).with_columns(
        pl.col("answer").replace_strict({YES: 0, CANNOT_SAY: 1, NO: 2}, return_dtype=pl.Int64).alias("_rank")
    )
    ordered = told.sort("child", "_rank", "due_on", "started_on", "duty", "way", nulls_last=True, maintain_order=True)
    return ordered.unique("child", keep="first", maintain_order=True)


def _late_here(month: Month) -> pl.Expr:
    here = (pl.col("_until") >= month.first) & (pl.col("_late_from") <= month.last)
    return (pl.col("_late") & here).fill_null(False)


def _told(clocks: pl.DataFrame, answer: pl.Expr) -> pl.DataFrame:
    """The clocks that have an answer, with it."""
    told = clocks.with_columns(
        answer.cast(pl.String).alias("answer"), pl.col("met_on").alias("done_on"), pl.col("missing").alias("why")
    )
    return told.filter(pl.col("answer").is_not_null())
