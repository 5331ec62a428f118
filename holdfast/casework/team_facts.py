"""What the stations of a team rest on: the last of each kind for every child at once."""

from datetime import date
from typing import Any

import polars as pl

from holdfast.casework.child.codes import TOOK_PART
from holdfast.duties.columns.standing import StandingColumns
from holdfast.record.child_protection import ProtectionPlan, ProtectionReview
from holdfast.record.front_door import InNeedPlan
from holdfast.record.in_care import CareEpisode, CarePlan, CareReview
from holdfast.record.leaving_care import PathwayPlan
from holdfast.record.oversight import PlanAction, PlanReview


def last_by_child(frame: pl.DataFrame, day: str) -> dict[str, dict[str, Any]]:
    """The latest row of each child."""
    dated = frame.filter(pl.col(day).is_not_null()).sort("child", day, "id", nulls_last=False, maintain_order=True)
    last = dated.unique("child", keep="last", maintain_order=True)
    return {row["child"]: row for row in last.iter_rows(named=True)}


def reviews_by_child(standing: StandingColumns) -> dict[str, dict[str, date]]:
    """The last review of each kind, by how the duties' codes begin."""
    held = [
        ("cla", standing.of(CareReview).filter(~pl.col("cancelled").fill_null(False)), "held_on"),
        ("cp", standing.of(ProtectionReview).filter(pl.col("quorate").fill_null(True)), "held_on"),
        ("cin", standing.of(PlanReview).filter(pl.col("plan_kind") == "child in need"), "on"),
        ("cl", standing.of(PathwayPlan).filter(pl.col("step") == "review"), "on"),
    ]
    found: dict[str, dict[str, date]] = {}
    for kind, frame, day in held:
        for child, row in last_by_child(frame, day).items():
            found.setdefault(child, {})[kind] = row[day]
    return found


def took_part_by_child(standing: StandingColumns) -> dict[str, tuple[date, str]]:
    """How each child took part in the last review that says so, by the department's code."""
    part = pl.col("participation").str.strip_chars().str.to_uppercase()
    frames = [standing.of(noun).select("child", "id", "held_on", part) for noun in (CareReview, ProtectionReview)]
    known = pl.concat(frames).filter(pl.col("participation").is_in(list(TOOK_PART)))
    return {child: (row["held_on"], row["participation"]) for child, row in last_by_child(known, "held_on").items()}


def plans_by_child(standing: StandingColumns) -> dict[str, tuple[str, ...]]:
    """The kinds of plan each child has now, the weightiest first."""
    made = standing.of(PathwayPlan).filter(pl.col("step") == "plan")
    in_care, cared = (standing.of(noun).filter(pl.col("ended_on").is_null()) for noun in (CareEpisode, CarePlan))
    frames = (
        ("protection plan", standing.of(ProtectionPlan).filter(pl.col("ended_on").is_null())),
        ("care plan", cared.join(in_care, on="child", how="semi")),
        ("in care, no care plan on record", in_care.join(cared, on="child", how="anti")),
        ("in need plan", standing.of(InNeedPlan).filter(pl.col("ended_on").is_null())),
        ("pathway plan", made),
    )
    found: dict[str, tuple[str, ...]] = {}
    for kind, frame in frames:
        for child in frame.get_column("child").unique().sort().to_list():
            found[child] = (*found.get(child, ()), kind)
    return found


def late_actions_by_child(standing: StandingColumns) -> dict[str, tuple[date, str]]:
    """The action of each child's plan that is longest past the day last set for it, and not done."""
    actions = standing.of(PlanAction).sort("child", "action", "set_on", nulls_last=False, maintain_order=True)
    last = actions.unique(["child", "action"], keep="last", maintain_order=True)
    over = last.filter(pl.col("done_on").is_null() & (pl.col("for_day") < standing.today)).sort("child", "for_day")
    first = over.unique("child", keep="first", maintain_order=True)
    return {
        row["child"]: (row["for_day"], row["words_of_action"] or "an action") for row in first.iter_rows(named=True)
    }


def found_by_child(standing: StandingColumns) -> dict[str, tuple[tuple[str, date, str], ...]]:
    """What the last review of each kind of plan found: the plan as ``plans_by_child`` calls it, the day, the finding.

    A review counts for the plan of its own kind, and from the day on which the plan that runs now began.
    """
    running = (
        ("protection plan", "child protection", ProtectionPlan, pl.col("started_on")),
        ("care plan", "in care", CareEpisode, pl.coalesce("entered_on", "started_on")),
        ("in need plan", "child in need", InNeedPlan, pl.col("started_on")),
    )
    told = standing.of(PlanReview).filter(pl.col("change").is_not_null())
    found: dict[str, tuple[tuple[str, date, str], ...]] = {}
    for plan, kind, noun, start in running:
        began = standing.of(noun).filter(pl.col("ended_on").is_null()).group_by("child").agg(start.min().alias("began"))
        own = told.filter(pl.col("plan_kind") == kind).join(began, on="child")
        own = own.filter(pl.col("began").is_null() | (pl.col("on") >= pl.col("began")))
        for child, row in last_by_child(own, "on").items():
            found[child] = (*found.get(child, ()), (plan, row["on"], row["change"]))
    return found
