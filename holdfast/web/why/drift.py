"""The page that says why a question about drift is asked: the rule, the council's number, and what it saw."""

from dataclasses import dataclass

from holdfast.casework.child.same_theme import same_theme
from holdfast.casework.child.told import first_name, with_name
from holdfast.casework.child.why_drift import Sighting, WhyDrift
from holdfast.dates import say, say_moment
from holdfast.record.oversight import Challenge
from holdfast.web.asking import Asking
from holdfast.web.links import child_link
from holdfast.web.parts import Cell, Crumb, Head, Row, Table, Tag
from holdfast.web.why.page import crumbs_of

EVIDENCE = 40
"""How many dated facts are shown for one finding."""

TAG_OF = {"raised": "now", "overdue": "now", "running": "", "met": "done", "met_late": "", "ended": "quiet"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One finding: its anchor, how it stands, its words, its pause, and the dated facts."""

    key: str
    tag: Tag
    words: str
    paused: str
    evidence: Table | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyDriftPage:
    """The page of one drift rule for one child; ``others`` says for how many children the same was raised."""

    title: str
    name: str
    crumbs: tuple[Crumb, ...]
    back: str
    asks: str
    threshold: str
    closes: str
    needs: tuple[str, ...]
    missing: str
    seen: tuple[Seen, ...]
    others: tuple[str, ...] = ()


def why_drift_page(why: WhyDrift, child: str, asking: Asking) -> WhyDriftPage:
    """The page of the rule, as at the moment."""
    name = asking.council.name(child)
    called = first_name(name)
    return WhyDriftPage(
        title=f"{why.rule.title.rstrip('.')}: why this is asked", name=name,
        crumbs=crumbs_of(child, "Why this is asked", asking), back=child_link(asking, child, f"worry-{why.rule.code}"),
        asks=with_name(why.rule.asks, called), threshold=why.threshold,
        closes=with_name(why.rule.closes, called), needs=why.needs, missing=why.missing,
        seen=tuple(_seen(one, number, called) for number, one in enumerate(why.sightings, 1)),
        others=_others(why, child, asking),
    )  # fmt: skip


def _others(why: WhyDrift, child: str, asking: Asking) -> tuple[str, ...]:
    """Of a rule that looks at challenges: each theme of the child's, and for how many children it was raised."""
    if all(one.noun is not Challenge for one in why.rule.needs):
        return ()
    return tuple(
        f"{theme[:1].upper()}{theme[1:]}: raised for "
        + ("this child alone." if many == 1 else f"{many} children, this one among them.")
        for theme, many in same_theme(asking.council, asking.view, child)
    )


def _seen(one: Sighting, number: int, called: str) -> Seen:
    drift, paused = one.drift, ""
    if drift.paused_until:
        reason = (drift.pause_reason or "").rstrip(".")
        paused = f"Paused with a reason until {say(drift.paused_until)}: {reason}. The count goes on."
    return Seen(
        key=f"n-{number}", tag=Tag(text=one.state, colour=TAG_OF.get(drift.state, "quiet")),
        words=with_name(drift.words, called), paused=paused, evidence=_evidence(one),
    )  # fmt: skip


def _evidence(one: Sighting) -> Table | None:
    """The dated facts that the rule looked at, the latest first."""
    rows = [
        Row(cells=(Cell(text=say_moment(fact.at) if fact.at else say(fact.on)), Cell(text=fact.words)))
        for fact in one.evidence[:EVIDENCE]
    ]
    since = f" since {say(one.drift.since)}" if one.drift.since else ""
    heads = (Head(text="When"), Head(text="What is on record"))
    return Table(caption=f"What the rule looks at{since}", heads=heads, rows=tuple(rows), wide=True) if rows else None
