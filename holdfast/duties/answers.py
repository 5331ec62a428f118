"""The answer as it leaves Holdfast: one object for each clock, with exactly these seventeen fields."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from holdfast.duties.clock import Clock
from holdfast.duties.duty import Asked
from holdfast.duties.explain import because, how_read, law_of, signed_off
from holdfast.duties.owner import Owner
from holdfast.duties.settings import Settings

FIELDS = (
    "child", "duty", "title", "force", "read", "signed_off", "worker", "team", "started_on", "due_on", "due_at",
    "met_on", "state", "days", "unit", "because", "law",
)  # fmt: skip
"""The fields in order. Days are ISO; ``due_at`` has its offset and is null but for limits in hours; ``days`` is
due less met (or the moment), negative when late, counted in ``unit``; ``because`` and ``law`` are lists."""


def answer(asked: Asked, clock: Clock, owner: Owner, settings: Settings) -> dict[str, Any]:
    """One clock as plain values ready for JSON."""
    return {
        "child": clock.child,
        "duty": clock.duty,
        "title": asked.title,
        "force": asked.force.words,
        "read": how_read(asked),
        "signed_off": signed_off(asked),
        "worker": owner.worker,
        "team": owner.team,
        "started_on": clock.started_on.isoformat(),
        "due_on": clock.due_on.isoformat() if clock.due_on else None,
        "due_at": clock.due_at.isoformat() if clock.due_at else None,
        "met_on": clock.met_on.isoformat() if clock.met_on else None,
        "state": clock.state,
        "days": clock.days,
        "unit": clock.unit,
        "because": list(because(asked, clock, settings)),
        "law": list(law_of(asked)),
    }


def answers(
    clocks: Iterable[Clock], asked: Mapping[str, Asked], owners: Mapping[str, Owner], settings: Settings
) -> Iterator[dict[str, Any]]:
    """Each clock's answer in the order given."""
    nobody = Owner()
    for clock in clocks:
        yield answer(asked[clock.duty], clock, owners.get(clock.child, nobody), settings)
