"""Every child's strengths of the last days at once, and where on the way each child is; see ``duties.good``."""

from collections.abc import Iterator
from datetime import date, datetime

import polars as pl

from holdfast.dates import Days
from holdfast.dates.columns import add_months_each
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.columns.sweep import clocks_from, sweep
from holdfast.duties.good import GOOD_CODES, HOME_MONTHS, Done, GoodThing, Lately, Station, told
from holdfast.duties.journeys.nouns import CarePeriod
from holdfast.duties.register import BY_CODE
from holdfast.duties.settings import WEXMOUTH, Settings
from holdfast.record.child_protection import Application, PreProceedings, ProtectionPlan, ProtectionVisit
from holdfast.record.columns import Columns
from holdfast.record.front_door import InNeedPlan, InNeedVisit
from holdfast.record.in_care import CareReview, CareVisit
from holdfast.record.leaving_care import CareLeaver, ProvidedHome
from holdfast.record.oversight import Note, PlanAction, PlanReview

VISITS = (InNeedVisit, ProtectionVisit, CareVisit)


def good_things(
    columns: Columns, as_at: datetime, settings: Settings = WEXMOUTH, days: int = 7
) -> dict[str, tuple[GoodThing, ...]]:
    """The good things of each child in the ``days`` up to a moment, the weightiest first; no child without one.

    One child's do not depend on another child's facts. The twin of ``good_things_of``.
    """
    standing = StandingColumns(columns, as_at)
    since = Days(days).before(as_at.date())
    swept = sweep(columns, as_at, [BY_CODE[code] for code in GOOD_CODES], settings)
    lately = (pl.col("met_on") > since) & (pl.col("met_on") >= pl.col("started_on"))
    met = swept.filter((pl.col("state") == "met") & lately)
    return told(
        Lately(
            clocks=clocks_from(met), facts=_facts(standing, since), alone=_seen_alone(standing, since),
            parts=_took_part(standing, since), where=places(standing),
        )
    )  # fmt: skip


def places(standing: StandingColumns) -> dict[str, Station]:
    """Where on the way each child is who is anywhere beyond the front door; the furthest along counts."""
    in_need = _open(standing.of(InNeedPlan), "ended_on")
    protected = _open(standing.of(ProtectionPlan), "ended_on")
    before_court = _open(standing.of(PreProceedings), "ended_on")
    in_court = _open(standing.of(Application), "disposed_on")
    in_care = _open(standing.of(CarePeriod), "ended_on")
    leavers = set(standing.of(CareLeaver).get_column("child").to_list()) - in_care
    in_order: tuple[tuple[set[str], Station], ...] = (
        (in_need | protected, "protection"), (before_court | in_court, "court"), (in_care, "care"),
        (leavers, "leaving care"),
    )  # fmt: skip
    found: dict[str, Station] = {}
    for children, station in in_order:
        found.update(dict.fromkeys(children, station))
    return found


def _open(frame: pl.DataFrame, ended: str) -> set[str]:
    return set(frame.filter(pl.col(ended).is_null()).get_column("child").to_list())


def _seen_alone(standing: StandingColumns, since: date) -> set[tuple[str, date]]:
    found: set[tuple[str, date]] = set()
    for noun in VISITS:
        seen = standing.of(noun).filter((pl.col("on") > since) & pl.col("seen_alone").fill_null(False))
        found.update(seen.select("child", "on").iter_rows())
    return found


def _took_part(standing: StandingColumns, since: date) -> dict[tuple[str, date], str]:
    held = standing.of(CareReview).filter((pl.col("held_on") > since) & pl.col("participation").is_not_null())
    return {(child, day): part for child, day, part in held.select("child", "held_on", "participation").iter_rows()}


def _facts(standing: StandingColumns, since: date) -> Iterator[Done]:
    """Twin of ``_facts`` of ``holdfast.duties.good``."""
    reviews = standing.of(PlanReview).filter((pl.col("on") > since) & (pl.col("change") == "better"))
    actions = standing.of(PlanAction).filter((pl.col("done_on") > since) & (pl.col("done_on") <= pl.col("for_day")))
    kept = standing.of(Note).filter((pl.col("kind") == "promise") & (pl.col("kept_on") > since))
    homes = standing.of(ProvidedHome).filter(pl.col("ended_on").is_null()).with_columns(
        add_months_each(pl.col("started_on"), HOME_MONTHS).alias("on")
    )  # fmt: skip
    homes = homes.filter((pl.col("on") > since) & (pl.col("on") <= standing.today))
    no_words = pl.lit(None, dtype=pl.String)
    every = (
        ("plan-better", reviews.select("child", "on", no_words)),
        ("action-kept", actions.select("child", "done_on", "words_of_action")),
        ("promise-kept", kept.select("child", "kept_on", "words_of_note")),
        ("home-kept", homes.select("child", "on", no_words)),
    )
    for code, frame in every:
        for child, day, what in frame.iter_rows():
            yield Done(code=code, child=child, on=day, what=what)
