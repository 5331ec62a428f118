"""The stall alarm in one plain line, the same on every page: of what more is said than the record shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.casework.seats import Scope
from holdfast.casework.stalled import Stalled, stalled
from holdfast.web.asking import Asking
from holdfast.web.parts import Crumb
from holdfast.wexmouth.line import the_line

ANSWER_FOR_IT: frozenset[Scope] = frozenset({"service", "team", "everyone"})
"""Seats that answer for the plan, and that of somebody who looks round: to these the Monday page tells it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StalledLine:
    """The line: its beginning, and of each objective what is said, how it stands, and where the objective is."""

    begins: str
    of: tuple[tuple[str, Crumb], ...]


def stalled_line(asking: Asking) -> StalledLine | None:
    """The line for whoever asks; None where nothing has stalled."""
    return line_of(asking, stalled(asking.council, asking.view, the_line(), asking.seat.names))


def line_of(asking: Asking, some: Sequence[Stalled]) -> StalledLine | None:
    """The same of what was worked out already."""
    if not some:
        return None
    count = "1 objective" if len(some) == 1 else f"{len(some)} objectives"
    return StalledLine(
        begins=f"Stalled: more is said of {count} than the record shows.",
        of=tuple(
            (
                f"{one.state[:1].lower()}{one.state[1:]}, of “{one.of}”.",
                Crumb(text=one.objective.title, href=asking.link(f"/plan/{one.objective.slug}")),
            )
            for one in some
        ),
    )
