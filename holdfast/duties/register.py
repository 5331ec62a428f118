"""Every duty and local standard, once, in the order of a child's journey."""

from types import MappingProxyType

from holdfast.duties import (
    adoption,
    child_in_need,
    child_protection,
    court,
    front_door,
    health_and_education,
    homelessness,
    in_care,
    journeys,
    leaving_care,
    missing,
    oversight,
    private_fostering,
    visits_in_care,
)
from holdfast.duties.duty import Asked, LocalStandard

ALL: tuple[Asked, ...] = (
    *front_door.DUTIES,
    *child_in_need.DUTIES,
    *child_protection.DUTIES,
    *court.DUTIES,
    *in_care.DUTIES,
    *visits_in_care.DUTIES,
    *health_and_education.DUTIES,
    *adoption.DUTIES,
    *leaving_care.DUTIES,
    *missing.DUTIES,
    *private_fostering.DUTIES,
    *homelessness.DUTIES,
    *oversight.DUTIES,
)

BY_CODE = MappingProxyType({one.code: one for one in ALL})
LOCAL_CODES = frozenset(one.code for one in ALL if isinstance(one, LocalStandard))

if len(BY_CODE) != len(ALL):
    twice = sorted({one.code for one in ALL if [other.code for other in ALL].count(one.code) > 1})
    raise ValueError(f"Two duties share a code: {', '.join(twice)}. Each code is the id of one clock.")

journeys.register_all()
