"""Why a child is on the Monday list, for one child: the same lines as the list for every child at once."""

from collections.abc import Sequence

from holdfast.casework.child.clocks import ToldClock
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.drift.rule import Drift
from holdfast.duties.monday import MondayLine, in_order, line_of_clock, line_of_drift
from holdfast.duties.register import BY_CODE
from holdfast.duties.settings import Settings


def monday_lines_of(clocks: Sequence[ToldClock], drifts: Sequence[Drift], settings: Settings) -> tuple[MondayLine, ...]:
    """The lines that put the child on the list, the weightiest first; none where nothing waits for a decision."""
    late = [one for one in clocks if one.state == "overdue" and not one.unread]
    lines = [line_of_clock(BY_CODE[one.code], one.clock, settings) for one in late]
    codes = {one.code for one in lines}
    for drift in drifts:
        if drift.nags and drift.matter not in codes:
            lines.append(line_of_drift(drift, RULES[drift.code].title))
            codes.add(drift.code)
    return in_order(lines)
