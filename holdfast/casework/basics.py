"""The basics of practice for one day: for each, of how many children it is so, of how many asked about, and who.

The same rules as a team's line of sight (``holdfast.casework.team``), child by child, and two more: seen alone at the
last visit, and decided when stuck. They are told for the council and for each team by its name. No worker is counted,
no team is set above another, and a good thing is told as fully as a worry.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from holdfast.casework.council import Council
from holdfast.casework.frozen import frozen
from holdfast.casework.measures import CutOnce
from holdfast.casework.team import ALONE, Glance, Light, Sight, sights
from holdfast.casework.view import View
from holdfast.duties.drift.columns.sweep import drift_sweep
from holdfast.duties.drift.one import drifts_of
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.drift.rule import Drift
from holdfast.duties.standing import Standing

Basic = Literal["seen", "alone", "heard", "plan", "supervision", "chronology", "review", "decided"]
BASICS: tuple[Basic, ...] = ("seen", "alone", "heard", "plan", "supervision", "chronology", "review", "decided")

STUCK = (
    "no-change-decision", "no-change-twice", "protection-plan-long", "in-need-plan-long", "pre-proceedings-long",
    "accommodated-without-permanence",
)  # fmt: skip
"""The drift rules of a plan that stands still: each is closed by a decision, or paused by one with a reason."""

DECIDED = ("met", "met_late")


@dataclass(frozen=True, slots=True, kw_only=True)
class BasicChild:
    """How one basic stands for one child: the light, its last day and a word, by when it was asked, and in words why.

    ``code`` is the duty or rule that asks.
    """

    child: str
    name: str
    team: str
    light: Light
    last_on: date | None = None
    how: str = ""
    due_on: date | None = None
    says: str = ""
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BasicNow:
    """One basic for some children. Of ``asked`` children it is so for ``good``; the others wait or cannot be told."""

    basic: Basic
    good: tuple[BasicChild, ...]
    look: tuple[BasicChild, ...]
    cannot_say: tuple[BasicChild, ...]

    @property
    def asked(self) -> int:
        """How many children it is asked of."""
        return len(self.good) + len(self.look) + len(self.cannot_say)

    def counts(self) -> tuple[int, int, int]:
        """How many it is so for, how many ask for a look, and of how many the record cannot tell."""
        return len(self.good), len(self.look), len(self.cannot_say)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamBasics:
    """The basics of the children of one team, or of all teams (``team`` is then None), in the order of BASICS."""

    team: str | None
    name: str
    children: int
    basics: tuple[BasicNow, ...]

    def of(self, basic: Basic) -> BasicNow:
        """One of them."""
        return self.basics[BASICS.index(basic)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilBasics:
    """The basics for all the children whom a seat sees, then for each team by its name."""

    every: TeamBasics
    teams: tuple[TeamBasics, ...]


def basics_of(
    council: Council, view: View, theirs: frozenset[str] | None, names: bool = True
) -> CouncilBasics:  # fmt: skip
    """The basics as at a moment for somebody who sees ``theirs`` (None: every child).

    Without ``names`` it is all the council's children at the end of the last whole month, and what is told of them has
    to be kept small numbers from.
    """
    view = view if names else frozen(view)
    return council.kept(("basics", view, theirs if names else None), lambda: _basics(council, view, theirs, names))


def _basics(council: Council, view: View, theirs: frozenset[str] | None, names: bool) -> CouncilBasics:
    seen = [one for one in sights(council, view).values() if not names or theirs is None or one.child in theirs]
    stuck = _stuck(council, view)
    told = [(one, _told(council, one, stuck.get(one.child, ()))) for one in seen]
    by_team: dict[str, list[tuple[Sight, Mapping[Basic, BasicChild]]]] = {}
    for line, lights in told:
        by_team.setdefault(line.team, []).append((line, lights))
    teams = [_team(code, council.team(code) or code, some) for code, some in by_team.items()]
    return CouncilBasics(
        every=_team(None, council.settings.council, told),
        teams=tuple(sorted(teams, key=lambda one: (one.name, one.team or ""))),
    )


def _team(
    code: str | None, name: str, some: Sequence[tuple[Sight, Mapping[Basic, BasicChild]]]
) -> TeamBasics:  # fmt: skip
    return TeamBasics(
        team=code, name=name, children=len(some),
        basics=tuple(_basic(basic, [lights[basic] for _, lights in some]) for basic in BASICS),
    )  # fmt: skip


def _basic(basic: Basic, some: Iterable[BasicChild]) -> BasicNow:
    ordered = sorted(some, key=lambda one: (one.name, one.child))
    of: dict[Light, tuple[BasicChild, ...]] = {
        light: tuple(one for one in ordered if one.light == light) for light in ("fine", "look", "cannot say")
    }
    return BasicNow(basic=basic, good=of["fine"], look=of["look"], cannot_say=of["cannot say"])


def _told(council: Council, line: Sight, stuck: Sequence[Drift]) -> Mapping[Basic, BasicChild]:
    """Every basic of one child; a station's own glance where it is a station of the line of sight."""
    glances: dict[Basic, Glance] = {
        "seen": _in_time(line.glances["seen"]), "alone": _alone(line.glances["seen"]), "heard": line.glances["heard"],
        "plan": line.glances["plan"], "supervision": line.glances["supervision"],
        "chronology": line.glances["chronology"], "review": line.glances["review"], "decided": _decided(stuck),
    }  # fmt: skip
    name = council.name(line.child)
    return {
        basic: BasicChild(
            child=line.child, name=name, team=line.team, light=one.light, last_on=one.last_on, how=one.how,
            due_on=one.due_on, says=one.says, code=one.code,
        )
        for basic, one in glances.items()
    }  # fmt: skip


def _in_time(seen: Glance) -> Glance:
    """The last time seen; where what is asked is that an adviser is in touch, the last time that somebody answered."""
    if not seen.seen or not (seen.code or "").startswith("cl-pa-contact"):
        return seen
    return replace(seen, last_on=seen.seen.touched_on, how="in touch" if seen.seen.touched_on else "")


def _alone(seen: Glance) -> Glance:
    """Whether the last visit at which the child was seen says alone. No rule sets it; an adviser's contact has none."""
    visit = seen.seen.visit_now if seen.seen else None
    lights: Mapping[bool | None, Light] = {True: "fine", False: "look", None: "cannot say"}
    return Glance(
        light=lights[visit.alone] if visit else "not asked", last_on=visit.on if visit else None,
        how=ALONE[visit.alone] if visit else "",
    )  # fmt: skip


def _decided(drifts: Sequence[Drift]) -> Glance:
    """A look where a plan stands still and nobody decided; fine where somebody did, or paused it with a reason."""
    waits = next((one for one in drifts if one.nags), None)
    if waits:
        return Glance(light="look", code=waits.code, rests_on="drift", due_on=waits.due_on, says=waits.words)
    paused = next((one for one in drifts if one.stands), None)
    if paused:
        words = f"{paused.words} A manager paused the question until then, and said why."
        return Glance(light="fine", code=paused.code, rests_on="drift", due_on=paused.paused_until, says=words)
    met = max((one for one in drifts if one.state in DECIDED), key=lambda one: one.met_on or date.min, default=None)
    if met:
        return Glance(light="fine", code=met.code, rests_on="drift", last_on=met.met_on, says=met.words)
    return Glance(light="not asked")


def _stuck(council: Council, view: View) -> Mapping[str, tuple[Drift, ...]]:
    """What the rules of a plan that stands still say of each child; kept, and put right for whom a save changed."""
    rules, settings = [RULES[code] for code in STUCK], council.settings
    found: Mapping[str, tuple[Drift, ...]] = council.by_child(
        ("stuck",), view,
        lambda columns: _by_child(
            drift_sweep(CutOnce(frames=columns.frames, held=columns.held), view.as_at, settings, rules)[0]
        ),
        lambda child: tuple(one for one in drifts_of(Standing(child, view.as_at), settings, rules) if _counts(one)),
    )  # fmt: skip
    return found


def _by_child(drifts: Iterable[Drift]) -> dict[str, tuple[Drift, ...]]:
    found: dict[str, tuple[Drift, ...]] = {}
    for one in drifts:
        if _counts(one):
            found[one.child] = (*found.get(one.child, ()), one)
    return found


def _counts(one: Drift) -> bool:
    return one.stands or one.state in DECIDED
