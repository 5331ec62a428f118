"""Invented inspections, visits and steps for a council that does not exist, each from an invented source."""

from holdfast.inspection.history.events import (
    ActionPlan,
    Inspection,
    Intervention,
    InterventionStep,
    PrintedJudgement,
    Visit,
    VisitKind,
)
from holdfast.inspection.history.sources import Source, SourceClaim, Sureness
from holdfast.inspection.history.when import When
from holdfast.inspection.report import AREAS

WEXMOUTH = "X00000001"


def source(name: str = "Gazette", sure: Sureness = "second_hand", on: str | None = None) -> Source:
    return Source(key=name, title="on Wexmouth", publisher=name, sure=sure, on=When.of(on) if on else None)


def claim(about: str, value: str, by: Source | None = None) -> SourceClaim:
    return SourceClaim(about=about, value=value, source=by or source())


def inspection(
    overall: str | None, inspected: str, published: str | None = None, *more: SourceClaim, **grades: str
) -> Inspection:
    """An inspection; without an overall grade the set has none."""
    printed = source("Ofsted", "printed")
    claims = [claim("inspected", inspected, printed), *([claim("published", published, printed)] if published else [])]
    given = {**grades, **({"overall": overall} if overall else {})}
    judgements = tuple(
        PrintedJudgement(area=area, grade=given[area])
        if area in given
        else PrintedJudgement(area=area, absent="not_in_this_set")
        for area in AREAS
    )
    return Inspection(authority_code=WEXMOUTH, framework="ILACS", claims=(*claims, *more), judgements=judgements)


def visit(when: str, ordinal: int | None = None, kind: VisitKind = "monitoring", **more: object) -> Visit:
    numbers = (claim("ordinal", str(ordinal)),) if ordinal else ()
    return Visit(authority_code=WEXMOUTH, kind=kind, claims=(claim("when", when), *numbers), **more)  # type: ignore[arg-type]


def plan(when: str) -> ActionPlan:
    return ActionPlan(authority_code=WEXMOUTH, claims=(claim("when", when),))


def step(name: InterventionStep, when: str, *more: SourceClaim) -> Intervention:
    return Intervention(authority_code=WEXMOUTH, step=name, claims=(claim("when", when), *more))
