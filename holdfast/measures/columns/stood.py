"""Who stood late at each month's end, every child at once: the twin of ``holdfast.measures.stood``."""

from collections.abc import Sequence
from datetime import datetime

import polars as pl

from holdfast.duties.columns.sweep import sweep
from holdfast.duties.drift.columns.sweep import drift_sweep
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.duties.settings import Settings
from holdfast.measures.stood import Stood
from holdfast.record.columns import Columns


def stood(columns: Columns, moments: Sequence[datetime], codes: Sequence[str], settings: Settings) -> dict[str, Stood]:
    """For each child the codes among these whose line stood at each moment; no child for whom none ever did."""
    duties = [DUTIES[code] for code in codes if code in DUTIES and DUTIES[code].may_alert]
    rules = [RULES[code] for code in codes if code in RULES]
    found: dict[str, list[set[str]]] = {}
    for number, moment in enumerate(moments):
        late = sweep(columns, moment, duties, settings).filter(pl.col("state") == "overdue")
        drifts = [one for one in drift_sweep(columns, moment, settings, rules)[0] if one.nags]
        for child, code in (*late.select("child", "duty").iter_rows(), *((one.child, one.code) for one in drifts)):
            found.setdefault(child, [set() for _ in moments])[number].add(code)
    return {child: tuple(frozenset(some) for some in each) for child, each in sorted(found.items())}
