"""The column twin of every drift rule, by its code."""

from holdfast.duties.drift.columns import (
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
from holdfast.duties.drift.columns.findings import ColumnRule

TWINS: dict[str, ColumnRule] = {
    **reviews.RULES,
    **plans.RULES,
    **child_protection.RULES,
    **in_care.RULES,
    **assessments.RULES,
    **notes.RULES,
    **oversight.RULES,
    **challenge.RULES,
    **unseen.RULES,
    **leaving_care.RULES,
}
