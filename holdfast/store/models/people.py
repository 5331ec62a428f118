"""People, workers, teams and who is allocated to whom, each version a row."""

from django.db import models

from holdfast.store.models.versions import FactRow


class Person(FactRow):
    """Versions of people."""

    child = models.TextField(null=True)
    forename = models.TextField(null=True)
    surname = models.TextField(null=True)
    sex = models.TextField(null=True)
    gender = models.TextField(null=True)
    ethnicity = models.TextField(null=True)
    born_on = models.DateField(null=True)
    nhs_number = models.TextField(null=True)
    legacy_id = models.TextField(null=True)
    upn = models.TextField(null=True)
    upn_unknown = models.TextField(null=True)
    send = models.BooleanField(null=True)
    expected_on = models.DateField(null=True)
    died_on = models.DateField(null=True)
    is_mother = models.BooleanField(null=True)
    nationality = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class Disability(FactRow):
    """Versions of disabilities."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    code = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class Involvement(FactRow):
    """Versions of involvements of workers."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    professional = models.TextField(null=True)
    role = models.TextField(null=True)
    team = models.TextField(null=True)
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    change_reason = models.TextField(null=True)
    referral = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class Professional(FactRow):
    """Versions of professionals."""

    child = models.TextField(null=True)
    staff_id = models.TextField(null=True)
    name = models.TextField(null=True)
    registration = models.TextField(null=True)
    job_title = models.TextField(null=True)
    caseload = models.FloatField(null=True)
    department = models.TextField(null=True)
    full_time = models.FloatField(null=True)
    agency = models.BooleanField(null=True)
    recorded_at = models.DateTimeField(null=True)


class Department(FactRow):
    """Versions of teams."""

    child = models.TextField(null=True)
    name = models.TextField(null=True)
    parent = models.TextField(null=True)
    parent_name = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class Departure(FactRow):
    """Versions of workers who leave."""

    child = models.TextField(null=True)
    last_on = models.DateField(null=True)
    told_on = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)
