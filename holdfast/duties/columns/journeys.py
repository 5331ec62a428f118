"""The column twin of every worked-out noun."""

from holdfast.duties.columns import (
    journeys_challenge,
    journeys_in_care,
    journeys_leaving_care,
    journeys_protection,
    journeys_unseen,
)
from holdfast.duties.columns.standing import Twin
from holdfast.record.field import Fact

TWINS: dict[type[Fact], Twin] = {
    **journeys_challenge.TWINS,
    **journeys_in_care.TWINS,
    **journeys_leaving_care.TWINS,
    **journeys_protection.TWINS,
    **journeys_unseen.TWINS,
}
