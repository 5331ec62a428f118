"""Children no chart shows: missing, privately fostered, homeless, each version a row."""

from django.db import models

from holdfast.store.models.versions import FactRow


class MissingEpisode(FactRow):
    """Versions of missing episodes."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    started_on = models.DateField(null=True)
    started_at = models.DateTimeField(null=True)
    type = models.TextField(null=True)
    returned_on = models.DateField(null=True)
    returned_at = models.DateTimeField(null=True)
    offered = models.BooleanField(null=True)
    accepted = models.BooleanField(null=True)
    recorded_at = models.DateTimeField(null=True)


class ReturnInterview(FactRow):
    """Versions of return home interviews."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    episode = models.TextField(null=True)
    offered_on = models.DateField(null=True)
    held_on = models.DateField(null=True)
    held_at = models.DateTimeField(null=True)
    declined_on = models.DateField(null=True)
    change = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class PrivateFostering(FactRow):
    """Versions of private fostering arrangements."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    stay_from = models.DateField(null=True)
    notified_on = models.DateField(null=True)
    notified_by = models.TextField(null=True)
    suitable_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)


class PrivateFosteringVisit(FactRow):
    """Versions of private fostering visits."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    on = models.DateField(null=True)
    seen_alone = models.BooleanField(null=True)
    recorded_at = models.DateTimeField(null=True)


class HomelessPresentation(FactRow):
    """Versions of homeless young people's presentations."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    on = models.DateField(null=True)
    at = models.DateTimeField(null=True)
    housed_on = models.DateField(null=True)
    housed_at = models.DateTimeField(null=True)
    housed_in = models.TextField(null=True)
    assessed_on = models.DateField(null=True)
    declined_on = models.DateField(null=True)
    advocate_on = models.DateField(null=True)
    relief_on = models.DateField(null=True)
    relief_ended_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)
