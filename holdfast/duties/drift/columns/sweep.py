"""Every drift rule for every child as at one moment: a pure function of the columns it is given.

No child's findings depend on another child's facts, so the children may be divided in any way, each part swept by
itself, and the answers put together again.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime

import polars as pl

from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.drift.columns.findings import FINDING_COLUMNS, ORDER
from holdfast.duties.drift.columns.open_work import open_since_each, pauses_each
from holdfast.duties.drift.columns.register import TWINS
from holdfast.duties.drift.one import unanswerable
from holdfast.duties.drift.open_work import cannot_tell
from holdfast.duties.drift.register import RULES
from holdfast.duties.drift.rule import STANDS, Drift, Finding, Rule, Unanswerable, drift_from, pause_of
from holdfast.duties.settings import WEXMOUTH, Settings
from holdfast.record.columns import Columns


def drift_sweep(
    columns: Columns,
    as_at: datetime,
    settings: Settings = WEXMOUTH,
    rules: Sequence[Rule] = RULES,
    tick: Callable[[str], None] = lambda code: None,
) -> tuple[list[Drift], list[Unanswerable]]:
    """Every line of every rule, by child, code, subject and day; and the rules about which nothing can be said.

    ``tick`` is told each rule as it is done.
    """
    standing = StandingColumns(columns, as_at)
    found = list(_drifts(_frame(standing, settings, rules, tick), standing, settings, rules))
    return found, unanswerable(columns.held, rules)


def drift_frame(
    columns: Columns,
    as_at: datetime,
    settings: Settings = WEXMOUTH,
    rules: Sequence[Rule] = RULES,
    tick: Callable[[str], None] = lambda code: None,
) -> pl.DataFrame:
    """The findings alone, as columns: ``code`` and the fields of ``Finding``, without words or pauses."""
    return _frame(StandingColumns(columns, as_at), settings, rules, tick)


def _frame(
    standing: StandingColumns, settings: Settings, rules: Sequence[Rule], tick: Callable[[str], None]
) -> pl.DataFrame:
    working = None if cannot_tell(standing.held) else open_since_each(standing).select("child")
    found = [pl.DataFrame(schema={"code": pl.String, **FINDING_COLUMNS})]
    for rule in rules:
        if not rule.missing(standing.held):
            own = _told(TWINS[rule.code](standing, settings), rule.silent_after(standing.held, standing.today)).unique()
            own = own if working is None else own.join(working, on="child", how="semi")
            own = own.join(standing.deaths, on="child", how="anti")
            found.append(own.select(pl.lit(rule.code).alias("code"), pl.all()))
        tick(rule.code)
    return pl.concat(found).sort("child", "code", *ORDER, nulls_last=True, maintain_order=True)


def _told(found: pl.DataFrame, until: date | None) -> pl.DataFrame:
    """Twin of ``_told`` of ``one``."""
    unknown = pl.col("state").is_in(STANDS) & (pl.col("due_on") > pl.lit(until, dtype=pl.Date)).fill_null(False)
    return found.with_columns(pl.when(unknown).then(pl.lit("cannot_say")).otherwise(pl.col("state")).alias("state"))


def _drifts(
    frame: pl.DataFrame, standing: StandingColumns, settings: Settings, rules: Sequence[Rule]
) -> Iterator[Drift]:
    by_code, pauses = {rule.code: rule for rule in rules}, pauses_each(standing)
    for row in frame.iter_rows(named=True):
        rule = by_code[row.pop("code")]
        one = Finding(**row)
        pause = pause_of(rule, one, pauses.get(one.child, ()))
        yield drift_from(rule, one, standing.held, settings, pause)
