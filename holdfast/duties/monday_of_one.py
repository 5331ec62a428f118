"""One child's lines of the Monday list, from the engines for one child: the twin of ``columns.monday``.

After one child's record changed, this child alone is worked out again; a test holds both engines equal.
"""

from holdfast.duties.clock import clocks_of
from holdfast.duties.drift.one import drifts_of
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.monday import MondayLine, in_order, line_of_clock, line_of_drift
from holdfast.duties.register import ALL, BY_CODE
from holdfast.duties.settings import WEXMOUTH, Settings
from holdfast.duties.standing import Standing as ChildStanding


def lines_of_child(standing: ChildStanding, settings: Settings = WEXMOUTH) -> tuple[MondayLine, ...]:
    """The child's lines as at the moment of ``standing``, in order; empty where nothing is late or stands still."""
    clocks = [clock for one in ALL if one.may_alert for clock in clocks_of(one, standing, settings)]
    lines = [line_of_clock(BY_CODE[one.duty], one, settings) for one in clocks if one.state == "overdue"]
    for drift in drifts_of(standing, settings):
        if drift.nags and drift.matter not in {one.code for one in lines}:
            lines += [line_of_drift(drift, RULES[drift.code].title)]
    return in_order(lines)
