"""The Department for Education's track, beside Ofsted's and independent of it.

Rungs: adviser, improvement notice (not statutory), statutory direction (mostly with a commissioner), services moved to
a trust. What is lifted must have been in force. A direction takes the place of a notice, as the department's own list
of closed notices shows; that a commissioner takes the place of an adviser is our reading. An improvement board and the
six-monthly reviews run alongside and are not rungs; notices about special educational needs alone are not here. A
headline that intervention *ended* may mean one rung down: it changes nothing, and the words say what still stands.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from holdfast.inspection.history.events import Intervention, InterventionStep
from holdfast.inspection.history.track import Track, walk

Delivery = Literal["council", "trust_planned", "trust_paused", "trust"]

STEP_WORDS: dict[InterventionStep, str] = {
    "adviser": "The department appoints an adviser",
    "improvement_notice": "The department gives an improvement notice",
    "notice_lifted": "The improvement notice is lifted",
    "direction": "The department gives a statutory direction",
    "revised_direction": "The department revises its direction",
    "direction_revoked": "The direction is revoked",
    "commissioner": "A commissioner is appointed",
    "commissioner_ended": "The commissioner is no longer needed",
    "trust_planned": "Services are to move to a trust",
    "trust_paused": "The move to a trust is paused",
    "trust_dropped": "The move to a trust is dropped",
    "trust_begun": "A trust takes the services over",
    "said_to_have_ended": "A headline says that intervention has ended",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentState:
    """What of the department's stands in force, and who runs the services."""

    adviser: bool = False
    notice: bool = False
    direction: bool = False
    commissioner: bool = False
    delivery: Delivery = "council"

    @property
    def in_force(self) -> tuple[str, ...]:
        """Each rung that stands, the highest first."""
        rungs = {
            "statutory direction": self.direction,
            "commissioner": self.commissioner,
            "improvement notice": self.notice,
            "adviser": self.adviser,
        }
        return tuple(words for words, stands in rungs.items() if stands)

    @property
    def words(self) -> str:
        """The state in a sentence."""
        stands = " and ".join(self.in_force)
        delivery = {
            "council": "", "trust_planned": " Services are to move to a trust.",
            "trust_paused": " The move to a trust is paused.", "trust": " A trust runs the services.",
        }[self.delivery]  # fmt: skip
        return (f"In force: {stands}." if stands else "Nothing of the department's in force.") + delivery


@dataclass(frozen=True, slots=True)
class _Rule:
    """One row of the table: what must stand before a step, why, and what stands after it."""

    needs: Callable[[DepartmentState], bool]
    lacking: str
    then: Callable[[DepartmentState], DepartmentState]


def _always(_: DepartmentState) -> bool:
    return True


def _without_the_rest(state: DepartmentState) -> DepartmentState:
    """The adviser goes with the last rung."""
    return state if state.notice or state.direction else replace(state, adviser=False)


_NO_DIRECTION = "No direction was in force"
_NO_PLAN = "No move to a trust was planned"

_RULES: dict[InterventionStep, _Rule] = {
    "adviser": _Rule(_always, "", lambda s: replace(s, adviser=True)),
    "improvement_notice": _Rule(_always, "", lambda s: replace(s, notice=True)),
    "notice_lifted": _Rule(
        lambda s: s.notice, "No improvement notice was in force",
        lambda s: _without_the_rest(replace(s, notice=False)),
    ),
    "direction": _Rule(_always, "", lambda s: replace(s, direction=True, notice=False)),
    "revised_direction": _Rule(lambda s: s.direction, _NO_DIRECTION, lambda s: replace(s, direction=True)),
    "direction_revoked": _Rule(
        lambda s: s.direction, _NO_DIRECTION,
        lambda s: _without_the_rest(replace(s, direction=False, commissioner=False)),
    ),
    "commissioner": _Rule(_always, "", lambda s: replace(s, commissioner=True, adviser=False)),
    "commissioner_ended": _Rule(
        lambda s: s.commissioner, "No commissioner was appointed", lambda s: replace(s, commissioner=False)
    ),
    "trust_planned": _Rule(
        lambda s: s.delivery in ("council", "trust_paused"), "A move to a trust was planned or made already",
        lambda s: replace(s, delivery="trust_planned"),
    ),
    "trust_paused": _Rule(
        lambda s: s.delivery == "trust_planned", _NO_PLAN, lambda s: replace(s, delivery="trust_paused")
    ),
    "trust_dropped": _Rule(
        lambda s: s.delivery in ("trust_planned", "trust_paused"), _NO_PLAN, lambda s: replace(s, delivery="council")
    ),
    "trust_begun": _Rule(lambda s: s.delivery == "trust_planned", _NO_PLAN, lambda s: replace(s, delivery="trust")),
    "said_to_have_ended": _Rule(_always, "", lambda s: s),
}  # fmt: skip
"""One table for every step. A step whose need is not met is told, and changes nothing that it cannot."""


def department_track(events: Iterable[Intervention]) -> Track[DepartmentState, Intervention]:
    """Walk one council's interventions."""
    return walk(DepartmentState(), events, _move)


def _move(state: DepartmentState, event: Intervention) -> tuple[DepartmentState, list[str]]:
    rule = _RULES[event.step]
    if rule.needs(state):
        return rule.then(state), []
    return state, [
        f"{STEP_WORDS[event.step]} ({event.when.words}), but that cannot follow what stands before it: {rule.lacking}. "
        "Is an earlier step missing, or its day wrong?"
    ]
