"""Young people leaving care, each version a row."""

from django.db import models

from holdfast.store.models.versions import FactRow


class CareLeaver(FactRow):
    """Versions of care leavers."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    eligibility = models.TextField(null=True)
    in_touch = models.TextField(null=True)
    contact_on = models.DateField(null=True)
    accommodation = models.TextField(null=True)
    suitable = models.TextField(null=True)
    activity = models.TextField(null=True)
    review_on = models.DateField(null=True)
    adviser = models.TextField(null=True)
    team = models.TextField(null=True)
    worker = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class PathwayPlan(FactRow):
    """Versions of pathway plans."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    step = models.TextField(null=True)
    on = models.DateField(null=True)
    agreed = models.BooleanField(null=True)
    recorded_at = models.DateTimeField(null=True)


class ProvidedHome(FactRow):
    """Versions of homes provided for care leavers."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    review_booked_for = models.DateField(null=True)
    notice_on = models.DateField(null=True)
    task_on = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)


class AdviserContact(FactRow):
    """Versions of advisers' contacts."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    on = models.DateField(null=True)
    way = models.TextField(null=True)
    two_way = models.BooleanField(null=True)
    at_home = models.BooleanField(null=True)
    recorded_at = models.DateTimeField(null=True)
