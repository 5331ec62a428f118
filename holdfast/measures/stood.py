"""Who stood late at each month's end: the Monday lines of given codes, for one child. The twin is in ``columns``."""

from collections.abc import Sequence
from datetime import datetime

from holdfast.duties.clock import clocks_of
from holdfast.duties.drift.one import drifts_of
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.child import Child

Stood = tuple[frozenset[str], ...]
"""For each moment, the codes of the lines that stood then."""


def stood_of(child: Child, moments: Sequence[datetime], codes: Sequence[str], settings: Settings) -> Stood:
    """The codes among these whose line stood for this child at each moment; empty where none ever did."""
    duties = [DUTIES[code] for code in codes if code in DUTIES and DUTIES[code].may_alert]
    rules = [RULES[code] for code in codes if code in RULES]
    found: list[frozenset[str]] = []
    for moment in moments:
        standing = Standing(child, moment)
        late = {
            one.code for one in duties if any(clock.state == "overdue" for clock in clocks_of(one, standing, settings))
        }
        still = {one.code for one in drifts_of(standing, settings, rules) if one.nags}
        found.append(frozenset(late | still))
    return tuple(found) if any(found) else ()
