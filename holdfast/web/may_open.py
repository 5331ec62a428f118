"""Who may open an objective of the improvement plan, and take a point of a report into it: where the button stands."""

from holdfast.casework.acts.objective import written_in_the_plan
from holdfast.casework.acts.opening import OPEN, TAKE_UP, THE_PLAN
from holdfast.casework.permissions import can
from holdfast.duties.standing import Standing
from holdfast.web.asking import Asking


def may_open(asking: Asking, act: str = OPEN) -> bool:
    """Whether the seat may open an objective, at the present only."""
    if asking.moved:
        return False
    standing = Standing(written_in_the_plan(asking.council, asking.present, THE_PLAN), asking.present.as_at)
    return can(act, asking.seat, standing)


def may_take_up(asking: Asking) -> bool:
    """Whether the seat may take a point of a report into the plan, at the present only."""
    return may_open(asking, TAKE_UP)
