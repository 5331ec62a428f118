"""Children in care: episodes, placements, plans, reviews and visits, each version a row."""

from django.db import models

from holdfast.store.models.versions import FactRow


class CareEpisode(FactRow):
    """Versions of episodes of care."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    started_on = models.DateField(null=True)
    start_reason = models.TextField(null=True)
    need = models.TextField(null=True)
    ended_on = models.DateField(null=True)
    end_reason = models.TextField(null=True)
    period = models.TextField(null=True)
    referral = models.TextField(null=True)
    entered_on = models.DateField(null=True)
    last_iro_on = models.DateField(null=True)
    placement = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class Placement(FactRow):
    """Versions of placements."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    period = models.TextField(null=True)
    started_on = models.DateField(null=True)
    type = models.TextField(null=True)
    urn = models.TextField(null=True)
    distance = models.FloatField(null=True)
    provider = models.TextField(null=True)
    postcode = models.TextField(null=True)
    ended_on = models.DateField(null=True)
    change_reason = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class CareReview(FactRow):
    """Versions of reviews of children in care."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    period = models.TextField(null=True)
    due_on = models.DateField(null=True)
    held_on = models.DateField(null=True)
    cancelled = models.BooleanField(null=True)
    participation = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class CareVisit(FactRow):
    """Versions of visits to children in care."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    period = models.TextField(null=True)
    on = models.DateField(null=True)
    seen = models.BooleanField(null=True)
    seen_alone = models.BooleanField(null=True)
    recorded_at = models.DateTimeField(null=True)


class CarePlan(FactRow):
    """Versions of care plans."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    permanence = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class HealthCheck(FactRow):
    """Versions of health and dental checks."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    type = models.TextField(null=True)
    on = models.DateField(null=True)
    status = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class StrengthsScore(FactRow):
    """Versions of strengths and difficulties questionnaires."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    on = models.DateField(null=True)
    reason = models.TextField(null=True)
    score = models.FloatField(null=True)
    recorded_at = models.DateTimeField(null=True)


class LegalStatus(FactRow):
    """Versions of legal statuses."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    status = models.TextField(null=True)
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)


class Permanence(FactRow):
    """Versions of permanence and adoption."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    period = models.TextField(null=True)
    decided_on = models.DateField(null=True)
    ordered_on = models.DateField(null=True)
    matched_on = models.DateField(null=True)
    placed_on = models.DateField(null=True)
    placed_with_carer_on = models.DateField(null=True)
    reversed_on = models.DateField(null=True)
    adopted_on = models.DateField(null=True)
    order_type = models.TextField(null=True)
    sibling_group = models.BooleanField(null=True)
    recorded_at = models.DateTimeField(null=True)


class TemporaryApproval(FactRow):
    """Versions of temporary approvals of relatives and friends."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    placement = models.TextField(null=True)
    started_on = models.DateField(null=True)
    extended_on = models.DateField(null=True)
    panel_on = models.DateField(null=True)
    approved_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)


class PlacementRequest(FactRow):
    """Versions of placement requests."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    on = models.DateField(null=True)
    move_on = models.DateField(null=True)
    emergency = models.BooleanField(null=True)
    placement = models.TextField(null=True)
    providers_tried = models.FloatField(null=True)
    distant = models.BooleanField(null=True)
    needed = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class PlacementStep(FactRow):
    """Versions of steps of placements."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    placement = models.TextField(null=True)
    step = models.TextField(null=True)
    on = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)


class EducationPlan(FactRow):
    """Versions of personal education plans."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    on = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)


class ReviewingOfficer(FactRow):
    """Versions of reviewing officers named."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    on = models.DateField(null=True)
    professional = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)
