"""What a register is: a question, a plain rule by which a child is on it, and the tables without which it is silent."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from holdfast.duties.clock import State
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.drift.rule import Needs
from holdfast.duties.settings import Settings
from holdfast.record.child import Held

Members = Callable[[StandingColumns, Settings], pl.DataFrame]
"""Who is on a register as at a moment: child, since, detail. A child may be there more than once."""

Unsure = Callable[[StandingColumns, Settings], pl.DataFrame]
"""Children of whom the record cannot say whether they belong on it: child."""


WAITING: tuple[State, ...] = ("overdue", "due_soon", "running")
"""A clock in one of these states still waits to be met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """One register.

    ``rule`` says in plain words which children are on it. They are those whom ``members`` finds in the facts, those
    with a clock of the duty ``clock`` in one of its ``states``, and those for whom one of the drift ``rules`` stands,
    paused or not. ``needs`` are the tables it cannot do without. ``codes`` are the duties and drift rules that it
    looks at for what is next or late; empty means all of them. ``limits`` says what it cannot know. Of some children
    the record cannot say: those whom ``unsure`` finds, and those whose ``clock`` says so; ``unsure_words`` tells why,
    and what would cure it. ``settled`` is a day of the first noun it needs, and words for a child who left because of
    it: leaving a register may be good news or none.
    """

    code: str
    title: str
    question: str
    rule: str
    needs: tuple[Needs, ...]
    codes: frozenset[str]
    limits: str
    members: Members | None = None
    clock: str = ""
    states: tuple[State, ...] = WAITING
    rules: tuple[str, ...] = ()
    unsure: Unsure | None = None
    unsure_words: str = ""
    settled: tuple[str, str] | None = None

    def missing(self, held: Held) -> str:
        """The tables and columns that the record lacks; empty when it has what the register needs."""
        return "; ".join(one.cure for one in self.needs if not one.held_in(held))

    def looks_at(self, code: str) -> bool:
        """Whether a duty's or rule's code is one that this register looks at."""
        return not self.codes or code in self.codes


def members(frame: pl.DataFrame, since: str, detail: pl.Expr | None = None) -> pl.DataFrame:
    """The rows as members: ``since`` names a day, ``detail`` a few words from the record."""
    words = pl.lit(None, dtype=pl.String) if detail is None else detail.cast(pl.String)
    return frame.select("child", pl.col(since).alias("since"), words.alias("detail"))
