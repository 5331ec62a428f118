"""A large record out of a small one: Wexmouth's children again and again under other ids."""

from collections.abc import Iterator

import polars as pl

from holdfast.dates import parse_moment
from holdfast.record.columns import Columns
from holdfast.record.field import Fact, columns_of
from holdfast.record.register import NOT_ABOUT_A_CHILD
from holdfast.wexmouth.council import council_columns

AS_AT = parse_moment("2026-06-01T08:30")
SEED_CHILDREN = 1000
LINKS = frozenset(
    "referral subject enquiry plan conference placement episode period dispute action family meeting".split()
)


def large(children: int) -> Columns:
    """Wexmouth with about so many children: its first thousand, repeated under other ids."""
    small = council_columns(min(children, SEED_CHILDREN), seed=1)
    copies = max(1, round(children / len(small.children())))
    frames = {noun: pl.concat(list(_copies(noun, frame, copies))) for noun, frame in small.frames.items()}
    return Columns(frames=frames, held=small.held)


def _copies(noun: type[Fact], frame: pl.DataFrame, copies: int) -> Iterator[pl.DataFrame]:
    if noun in NOT_ABOUT_A_CHILD:
        yield frame
        return
    names = [one.name for one in columns_of(noun) if one.child or one.key or one.name in LINKS]
    for copy in range(copies):
        yield frame.with_columns((pl.col(name) + f"~{copy}").alias(name) for name in dict.fromkeys(names))
