"""What people said of the council's own claims after a visit: rows that are only added to."""

from django.db import models

from holdfast.store.models.versions import Written


class WordOnAClaim(Written):
    """A person's word on one finding after one visit: ``agreed``, ``over-claimed`` or ``under-claimed``, and why.

    ``point`` and ``finding`` are slugs of the council's line; ``by`` is a role. The later word counts.
    """

    point = models.TextField()
    finding = models.TextField()
    says = models.TextField()
    words = models.TextField()
    by = models.TextField()
