"""What every version of a fact has, and the entries that put versions on record.

Nothing here is ever changed or deleted: the triggers of the migrations refuse it. A correction is a new row
that says which row it replaces; what was withdrawn is a new row that says so.
"""

from django.db import models


class Entry(models.Model):
    """One act of putting something on record: an import, or what somebody entered.

    Entries are numbered 1, 2, 3 without a gap; the number of the newest is the position of the record. ``hash``
    is worked out from the entry's own fields and the hash of the entry before it, and ``contents`` has a digest of
    the rows it wrote in each table, so that a row altered behind the triggers is found.
    """

    position = models.BigIntegerField(primary_key=True)
    made_at = models.DateTimeField()
    kind = models.TextField()
    who = models.TextField()
    what = models.TextField()
    source = models.TextField()
    digest = models.TextField()
    counts = models.TextField()
    contents = models.TextField()
    previous_hash = models.TextField()
    hash = models.TextField()


class Written(models.Model):
    """A row that an entry wrote. The database refuses one whose entry is not the newest."""

    row = models.BigAutoField(primary_key=True)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, db_constraint=False, related_name="+")

    class Meta:
        """A part of every table of rows, and no table itself."""

        abstract = True


class Holding(Written):
    """What the record holds of one noun since an entry: its fields, from when, until when, history or only the latest.

    ``fields`` is a JSON list of the noun's field names, in order.
    """

    noun = models.TextField()
    fields = models.TextField()
    known_from = models.DateField(null=True)
    known_until = models.DateField(null=True)
    latest_only = models.BooleanField()


class KeptRow(Written):
    """A row of a table that nothing reads yet, as it was read: JSON of its cells by header."""

    table = models.TextField()
    cells = models.TextField()

    class Meta:
        """Asked for by table."""

        indexes = (models.Index(fields=["table", "entry"], name="keptrow_table"),)


class FactRow(Written):
    """One version of one fact.

    ``identity`` is the same for every version of the fact and no other fact of its noun has it. ``replaces`` is the
    row of the version before this one; without it, this is the first. A withdrawn version says only whose fact it
    was. The noun's own ``id`` is the attribute ``own_id`` here, because Django keeps that name for itself.
    """

    identity = models.TextField()
    replaces = models.BigIntegerField(null=True)
    withdrawn = models.BooleanField(default=False)

    class Meta:
        """Asked for by child; no version is replaced twice."""

        abstract = True
        indexes = (models.Index(fields=["child"], name="%(class)s_child"),)
        constraints = (
            models.UniqueConstraint(
                fields=["replaces"], condition=models.Q(replaces__isnull=False), name="%(class)s_replaces"
            ),
        )
