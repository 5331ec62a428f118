"""Every act, once, by the name it has in the permission table."""

from holdfast.casework.acts.about_me import ABOUT_ME, CORRECT
from holdfast.casework.acts.act import Act
from holdfast.casework.acts.decision import DECISION, PAUSE
from holdfast.casework.acts.handing_over import ALLOCATE, HAND_OVER_NOTE
from holdfast.casework.acts.plan import PLAN_ACTION
from holdfast.casework.acts.reviewing import CHALLENGE, GOOD_PRACTICE, MID_POINT, REPLY, SETTLE
from holdfast.casework.acts.supervision import SUPERVISION
from holdfast.casework.acts.taking_back import TAKE_BACK
from holdfast.casework.acts.visit import VISIT_NOTE

ACTS: tuple[Act, ...] = (
    VISIT_NOTE, ABOUT_ME, PLAN_ACTION, SUPERVISION, DECISION, PAUSE, MID_POINT, GOOD_PRACTICE, CHALLENGE, REPLY, SETTLE,
    ALLOCATE, HAND_OVER_NOTE, TAKE_BACK, CORRECT,
)  # fmt: skip

BY_CODE = {one.code: one for one in ACTS}
