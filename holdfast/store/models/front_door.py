"""Contacts, referrals, assessments and help below child protection, each version a row."""

from django.db import models

from holdfast.store.models.versions import FactRow


class Contact(FactRow):
    """Versions of contacts."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    on = models.DateField(null=True)
    source = models.TextField(null=True)
    source_words = models.TextField(null=True)
    outcome = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class Referral(FactRow):
    """Versions of referrals and episodes of need."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    on = models.DateField(null=True)
    need = models.TextField(null=True)
    source = models.TextField(null=True)
    source_words = models.TextField(null=True)
    outcome = models.TextField(null=True)
    nfa = models.BooleanField(null=True)
    close_reason = models.TextField(null=True)
    closed_on = models.DateField(null=True)
    team = models.TextField(null=True)
    worker = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class Assessment(FactRow):
    """Versions of child and family assessments."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    referral = models.TextField(null=True)
    started_on = models.DateField(null=True)
    child_seen = models.BooleanField(null=True)
    authorised_on = models.DateField(null=True)
    outcome = models.TextField(null=True)
    outcome_nfa = models.BooleanField(null=True)
    team = models.TextField(null=True)
    worker = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class InNeedPlan(FactRow):
    """Versions of child in need plans."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    referral = models.TextField(null=True)
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    team = models.TextField(null=True)
    worker = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class InNeedVisit(FactRow):
    """Versions of child in need visits."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    plan = models.TextField(null=True)
    on = models.DateField(null=True)
    seen = models.BooleanField(null=True)
    seen_alone = models.BooleanField(null=True)
    bedroom = models.BooleanField(null=True)
    recorded_at = models.DateTimeField(null=True)
