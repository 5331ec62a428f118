"""Every drift rule, once."""

from collections import Counter
from types import MappingProxyType

from holdfast.duties.drift import (
    assessments,
    challenge,
    child_protection,
    in_care,
    leaving_care,
    notes,
    oversight,
    plans,
    reviews,
    unseen,
)
from holdfast.duties.drift.rule import Rule

RULES: tuple[Rule, ...] = (
    *reviews.RULES,
    *plans.RULES,
    *child_protection.RULES,
    *in_care.RULES,
    *assessments.RULES,
    *notes.RULES,
    *oversight.RULES,
    *challenge.RULES,
    *unseen.RULES,
    *leaving_care.RULES,
)

BY_CODE = MappingProxyType({one.code: one for one in RULES})

if len(BY_CODE) != len(RULES):
    twice = sorted(code for code, times in Counter(one.code for one in RULES).items() if times > 1)
    raise ValueError(f"Two drift rules share a code: {', '.join(twice)}. Each code is the name of one rule.")
