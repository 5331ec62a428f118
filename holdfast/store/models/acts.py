"""What beside the facts an act leaves: its line, the looks at the record, and drafts that are not on record yet."""

from django.db import models

from holdfast.store.models.versions import Written


class Act(Written):
    """One act of a person: what, to whose record, in which seat, on what basis. One for each key, ever.

    ``base`` is the position of the record that the form was opened on, ``words`` what the person was told.
    """

    act = models.TextField()
    child = models.TextField()
    who = models.TextField()
    seat = models.TextField()
    basis = models.TextField()
    key = models.TextField(unique=True)
    base = models.BigIntegerField()
    words = models.TextField()

    class Meta:
        """Asked for by child."""

        indexes = (models.Index(fields=["child"], name="act_child"),)


class Look(models.Model):
    """Somebody looked, or was refused: one line for each answer that was given, in a chain of its own.

    ``shown`` counts the children on the page, ``digest`` is over their ids and stands for the rows of ``LookedAt``.
    """

    position = models.BigIntegerField(primary_key=True)
    made_at = models.DateTimeField()
    who = models.TextField()
    seat = models.TextField()
    what = models.TextField()
    route = models.TextField()
    child = models.TextField()
    basis = models.TextField()
    request = models.TextField()
    status = models.IntegerField()
    shown = models.IntegerField()
    digest = models.TextField()
    previous_hash = models.TextField()
    hash = models.TextField()

    class Meta:
        """Asked for by child too: a look that was refused showed nobody."""

        indexes = (models.Index(fields=["child"], name="look_child"),)


class LookedAt(models.Model):
    """A child whom a look showed."""

    row = models.BigAutoField(primary_key=True)
    look = models.ForeignKey(Look, on_delete=models.PROTECT, db_constraint=False, related_name="+")
    child = models.TextField()

    class Meta:
        """Asked for by child."""

        indexes = (models.Index(fields=["child"], name="lookedat_child"),)


class Draft(models.Model):
    """Words that somebody is still writing: the only rows that are changed and taken away. Nobody else reads them.

    ``key`` is the form's own, ``revision`` counts up with every save, so that one that arrives late loses.
    """

    key = models.TextField(primary_key=True)
    who = models.TextField()
    act = models.TextField()
    child = models.TextField()
    base = models.BigIntegerField()
    revision = models.BigIntegerField()
    words = models.TextField()
    saved_at = models.DateTimeField()

    class Meta:
        """Asked for by whose it is."""

        indexes = (models.Index(fields=["who", "child"], name="draft_whose"),)
