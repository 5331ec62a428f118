"""Versions of what people wrote and signed."""

from django.db import models

from holdfast.store.models.versions import FactRow


class SignedText(FactRow):
    """Versions of signed texts: there is only ever one, since nobody alters a signed text."""

    child = models.TextField(null=True)
    own_id = models.TextField(null=True, db_column="id")
    subject = models.TextField(null=True)
    part = models.TextField(null=True)
    text = models.TextField(null=True)
    on = models.DateField(null=True)
    author = models.TextField(null=True)
    corrects = models.TextField(null=True)
    reason = models.TextField(null=True)
    recorded_at = models.DateTimeField(null=True)
