"""The improvement plan, each version of what was written in it a row."""

from django.db import models

from holdfast.store.models.versions import FactRow


class Objective(FactRow):
    """Versions of objectives."""

    child = models.TextField(null=True)
    title = models.TextField(null=True)
    place = models.FloatField(null=True)
    agreed_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)


class ObjectiveFinding(FactRow):
    """Versions of findings that objectives come from."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    finding = models.TextField(null=True)
    on = models.DateField(null=True)
    point = models.TextField(null=True)
    fate = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class ObjectiveAction(FactRow):
    """Versions of actions."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    title = models.TextField(null=True)
    for_a_child = models.TextField(null=True)
    effect = models.TextField(null=True)
    measure = models.TextField(null=True)
    owner = models.TextField(null=True)
    agreed_on = models.DateField(null=True)
    done_on = models.DateField(null=True)
    recorded_at = models.DateTimeField(null=True)


class ObjectiveDay(FactRow):
    """Versions of planned days."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    subject = models.TextField(null=True)
    day = models.DateField(null=True)
    set_on = models.DateField(null=True)
    by_role = models.TextField(null=True)
    why = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class ObjectiveRemark(FactRow):
    """Versions of remarks and claims."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    subject = models.TextField(null=True)
    on = models.DateField(null=True)
    by_role = models.TextField(null=True)
    claims = models.TextField(null=True)
    words_of_remark = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class ObjectiveResource(FactRow):
    """Versions of resources."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    action = models.TextField(null=True)
    asked_on = models.DateField(null=True)
    what = models.TextField(null=True)
    agreed_on = models.DateField(null=True)
    by_role = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)


class ObjectiveDecision(FactRow):
    """Versions of leaders' decisions."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    on = models.DateField(null=True)
    meeting = models.TextField(null=True)
    decided = models.TextField(null=True)
    owner = models.TextField(null=True)
    done_on = models.DateField(null=True)
    came_of_it = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)
