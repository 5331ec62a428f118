"""Enquiries, conferences, protection plans and the way to court, each version a row."""

from django.db import models

from holdfast.store.models.versions import FactRow


class Enquiry(FactRow):
    """Versions of section 47 enquiries."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    referral = models.TextField(null=True)
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    nfa = models.BooleanField(null=True)
    outcome = models.TextField(null=True)
    team = models.TextField(null=True)
    worker = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class Conference(FactRow):
    """Versions of initial child protection conferences."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    meeting = models.TextField(null=True)
    enquiry = models.TextField(null=True)
    plan = models.TextField(null=True)
    referral = models.TextField(null=True)
    transfer_in = models.BooleanField(null=True)
    target_on = models.DateField(null=True)
    held_on = models.DateField(null=True)
    made_plan = models.BooleanField(null=True)
    outcome = models.TextField(null=True)
    team = models.TextField(null=True)
    worker = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class ProtectionPlan(FactRow):
    """Versions of child protection plans."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    referral = models.TextField(null=True)
    conference = models.TextField(null=True)
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    elsewhere = models.BooleanField(null=True)
    first_category = models.TextField(null=True)
    latest_category = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class ProtectionVisit(FactRow):
    """Versions of child protection visits."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    plan = models.TextField(null=True)
    on = models.DateField(null=True)
    seen = models.BooleanField(null=True)
    seen_alone = models.BooleanField(null=True)
    bedroom = models.BooleanField(null=True)
    recorded_at = models.DateTimeField(null=True)


class ProtectionReview(FactRow):
    """Versions of child protection reviews."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    plan = models.TextField(null=True)
    due_on = models.DateField(null=True)
    held_on = models.DateField(null=True)
    meeting = models.TextField(null=True)
    plan_continues = models.BooleanField(null=True)
    quorate = models.BooleanField(null=True)
    participation = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class CoreGroup(FactRow):
    """Versions of core group meetings."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    plan = models.TextField(null=True)
    on = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)


class Booking(FactRow):
    """Versions of conferences booked."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    on = models.DateField(null=True)
    for_day = models.DateField(null=True)
    enquiry = models.TextField(null=True)
    report_shared_on = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)


class PreProceedings(FactRow):
    """Versions of pre-proceedings."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    family = models.TextField(null=True)
    decided_on = models.DateField(null=True)
    met_on = models.DateField(null=True)
    letter_on = models.DateField(null=True)
    outcome = models.TextField(null=True)
    ended_on = models.DateField(null=True)
    gateway = models.TextField(null=True)
    issue_letter_on = models.DateField(null=True)
    court_reference = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class Application(FactRow):
    """Versions of court applications."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    issued_on = models.DateField(null=True)
    disposed_on = models.DateField(null=True)
    extended_on = models.DateField(null=True)
    extended_to = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)
