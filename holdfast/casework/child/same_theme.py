"""For how many children the same was raised: what stands in one child's way may stand in many's."""

import polars as pl

from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.dates import add_months
from holdfast.record.columns import Columns
from holdfast.record.oversight import Challenge

MONTHS = 12
"""A theme counts for so many months after it was raised."""


def same_theme(council: Council, view: View, child: str) -> tuple[tuple[str, int], ...]:
    """Each theme that a reviewing officer raised for the child within twelve months, and for how many children.

    The child is among them. A challenge without a theme counts for nobody. No child is named.
    """
    whole = council.columns(view)
    steps = Columns(frames={Challenge: whole.of(Challenge)}, held=whole.held).as_at(view.as_at).of(Challenge)
    raised = pl.col("raised_on").is_between(add_months(view.today, -MONTHS), view.today, closed="right")
    recent = steps.filter(raised & pl.col("theme").is_not_null()).select("child", "theme").unique()
    theirs = recent.filter(pl.col("child") == child).get_column("theme").unique().sort().to_list()
    return tuple((theme, recent.filter(pl.col("theme") == theme).height) for theme in theirs)
