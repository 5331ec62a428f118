"""What stood promised a week ago, and what the record shows of it now: actions, promises to children, decisions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

import polars as pl

from holdfast.casework.acts.plan import BY_WHOM, OWNER
from holdfast.dates import Days
from holdfast.record.columns import Columns
from holdfast.record.oversight import ManagementDecision, Note, PlanAction
from holdfast.record.writing import SignedText

PROMISE = "promise"
TOLD = "referrer told"
"""A decision that is done in being recorded; it promises nothing."""

State = Literal["done", "moved", "past its day", "not yet due", "not on record as kept", "decided"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """One thing that was promised, set or decided, and how the record stands on it now.

    ``on`` is the day it was said and ``for_day`` the day it was said for, where there is one; ``settled_on`` is the
    day it was done, kept or moved. ``by`` is who decided, or who does it; ``name`` is the child's name, once
    somebody who knows the names has put it in.
    """

    child: str
    kind: Literal["action", "promise", "decision"]
    words: str
    on: date
    for_day: date | None
    state: State
    settled_on: date | None = None
    moved_to: date | None = None
    by: str | None = None
    name: str = ""


def promised_by(columns: Columns, as_at: datetime, before: datetime) -> dict[str, tuple[Promised, ...]]:
    """By child: what was open or newly said at ``before``, as the record shows it at ``as_at``.

    Of plan actions: those open then that were set in the week to then, whose day has come since, that were done
    since, or whose day was moved since. Of promises to a child: those open then. Of decisions: those of that week.
    """
    now = columns.as_at(as_at)
    every = [*_actions(now, as_at.date(), before.date()), *_promises(now, before.date()), *_decisions(now, before)]
    found: dict[str, tuple[Promised, ...]] = {}
    for one in sorted(every, key=lambda one: (one.child, one.for_day or one.on, one.kind, one.words)):
        found[one.child] = (*found.get(one.child, ()), one)
    return found


def _rows(frame: pl.DataFrame) -> Iterator[dict[str, Any]]:
    return frame.iter_rows(named=True)


def _actions(now: Columns, today: date, before: date) -> Iterator[Promised]:
    every = now.of(PlanAction).filter(pl.col("set_on").is_not_null()).with_columns(pl.coalesce("action", "id"))
    ordered = every.sort("child", "action", "set_on", "id", nulls_last=True, maintain_order=True)
    key = ["child", "action"]
    then = ordered.filter(pl.col("set_on") <= before).unique(key, keep="last", maintain_order=True)
    last = ordered.unique(key, keep="last", maintain_order=True)
    done = ordered.group_by(key).agg(pl.col("done_on").max().alias("_done"))
    open_then = then.join(done, on=key).filter(pl.col("_done").is_null() | (pl.col("_done") > before))
    pairs = open_then.join(last.select(*key, "id", "set_on", "for_day"), on=key, suffix="_last")
    pairs = pairs.join(_doers(now), on=key, how="left")
    week = Days(7).before(before)
    for row in _rows(pairs.sort("child", "action")):
        state, settled = _of_action(row, today)
        if state != "not yet due" or row["set_on"] > week:
            yield Promised(
                child=row["child"], kind="action", words=row["words_of_action"] or "An action of the plan",
                on=row["set_on"], for_day=row["for_day"], state=state, settled_on=settled,
                moved_to=row["for_day_last"] if state == "moved" else None, by=row["_doer"],
            )  # fmt: skip


def _doers(now: Columns) -> pl.DataFrame:
    """child, action, _doer: who does each action, as it was written last; the twin of ``acts.plan.doer``."""
    said = now.of(SignedText).filter(pl.col("part").is_in([OWNER, BY_WHOM]) & pl.col("text").is_not_null())
    decided = pl.col("subject").str.replace(r"-decision$", "-action")
    named = said.with_columns(pl.when(pl.col("part") == BY_WHOM).then(decided).otherwise("subject").alias("action"))
    last = named.sort("recorded_at", nulls_last=False, maintain_order=True)
    last = last.unique(("child", "action"), keep="last", maintain_order=True)
    return last.select("child", "action", pl.col("text").alias("_doer"))


def _of_action(row: dict[str, Any], today: date) -> tuple[State, date | None]:
    if row["_done"] is not None:
        return "done", row["_done"]
    if row["set_on_last"] > row["set_on"]:
        return "moved", row["set_on_last"]
    if row["for_day"] is not None and row["for_day"] < today:
        return "past its day", None
    return "not yet due", None


def _promises(now: Columns, before: date) -> Iterator[Promised]:
    made = now.of(Note).filter((pl.col("kind") == PROMISE) & (pl.col("on") <= before))
    for row in _rows(made.filter(pl.col("kept_on").is_null() | (pl.col("kept_on") > before))):
        yield Promised(
            child=row["child"], kind="promise", words=row["words_of_note"] or "A promise", on=row["on"], for_day=None,
            state="done" if row["kept_on"] else "not on record as kept", settled_on=row["kept_on"],
        )  # fmt: skip


def _decisions(now: Columns, before: datetime) -> Iterator[Promised]:
    week = Days(7).before(before.date())
    made = now.of(ManagementDecision).filter((pl.col("on") > week) & (pl.col("on") <= before.date()))
    for row in _rows(made.filter(pl.col("about").fill_null("") != TOLD)):
        about = row["about"] or "the child"
        yield Promised(
            child=row["child"], kind="decision", words=row["reason"] or f"A manager's decision ({about})", on=row["on"],
            for_day=row["until"], state="decided", by=row["decided_by"],
        )  # fmt: skip
