"""Supervision, decisions, challenges, plan actions, changes and notes, each version a row."""

from django.db import models

from holdfast.store.models.versions import FactRow


class Supervision(FactRow):
    """Versions of supervision discussions."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    on = models.DateField(null=True)
    professional = models.TextField(null=True)
    reflective = models.BooleanField(null=True)
    recorded_at = models.DateTimeField(null=True)


class ManagementDecision(FactRow):
    """Versions of management decisions."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    about = models.TextField(null=True)
    subject = models.TextField(null=True)
    on = models.DateField(null=True)
    until = models.DateField(null=True)
    reason = models.TextField(null=True)
    decided_by = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class Challenge(FactRow):
    """Versions of reviewing officers' challenges."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    stage = models.FloatField(null=True)
    raised_on = models.DateField(null=True)
    replied_on = models.DateField(null=True)
    settled_on = models.DateField(null=True)
    theme = models.TextField(null=True)
    dispute = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class PlanReview(FactRow):
    """Versions of what plan reviews found."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    plan_kind = models.TextField(null=True)
    on = models.DateField(null=True)
    change = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class PlanAction(FactRow):
    """Versions of plan actions."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    action = models.TextField(null=True)
    words_of_action = models.TextField(null=True)
    set_on = models.DateField(null=True)
    for_day = models.DateField(null=True)
    done_on = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)


class ChangeEvent(FactRow):
    """Versions of big changes in a child's life."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    on = models.DateField(null=True)
    kind = models.TextField(null=True)
    looked_on = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)


class Note(FactRow):
    """Versions of notes and promises."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    on = models.DateField(null=True)
    kind = models.TextField(null=True)
    theme = models.TextField(null=True)
    source = models.TextField(null=True)
    words_of_note = models.TextField(null=True)
    kept_on = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)
