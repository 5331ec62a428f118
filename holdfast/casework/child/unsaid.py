"""What this record cannot say about each child: a page on which nothing is late must not pass over it."""

from collections.abc import Iterator, Mapping

import polars as pl

from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.duties.clock import clocks_of
from holdfast.duties.columns.sweep import sweep
from holdfast.duties.register import ALL, BY_CODE
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.columns import Columns

ASKED = tuple(one for one in ALL if one.may_alert)
"""What can be late on the Monday list, and so what it must be able to say."""


def unsaid_by_child(council: Council, view: View) -> Mapping[str, tuple[str, ...]]:
    """The titles of what cannot be said, for each child of whom there is something, in the order of the duties."""
    settings = council.settings
    return council.by_child(
        ("unsaid",), view, lambda columns: _unsaid(columns, view, settings),
        lambda child: unsaid_of(Standing(child, view.as_at), settings),
    )  # fmt: skip


def unsaid_of(standing: Standing, settings: Settings) -> tuple[str, ...]:
    """The titles of what cannot be said about one child; of each duty its last clock speaks.

    What is over cannot be late whatever the record would say: no care plan is asked for who has left care.
    """
    return tuple(_titles(standing, settings))


def _titles(standing: Standing, settings: Settings) -> Iterator[str]:
    for one in ASKED:
        last = clocks_of(one, standing, settings)[-1:]
        if last and last[0].state == "cannot_say" and last[0].ended_on is None:
            yield one.title


def _unsaid(columns: Columns, view: View, settings: Settings) -> dict[str, tuple[str, ...]]:
    by_start = sweep(columns, view.as_at, list(ASKED), settings).sort(
        "child", "duty", "started_on", "due_at", nulls_last=True
    )
    last = by_start.unique(("child", "duty"), keep="last", maintain_order=True)
    silent = last.filter((pl.col("state") == "cannot_say") & pl.col("ended_on").is_null())
    found: dict[str, set[str]] = {}
    for child, duty in silent.select("child", "duty").iter_rows():
        found.setdefault(child, set()).add(duty)
    order = [one.code for one in ASKED]
    return {
        child: tuple(BY_CODE[code].title for code in sorted(codes, key=order.index))
        for child, codes in sorted(found.items())
    }
