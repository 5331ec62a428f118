"""What inspectors wrote and a council took in, and what people said of it: rows that are only added to."""

from django.db import models

from holdfast.store.models.versions import Written


class InspectionDocument(Written):
    """A file that was taken in, once for each content: what it was called, and what was read of it.

    ``digest`` is the SHA-256 of the file's bytes, ``read`` a JSON list of one object for each document in the file,
    ``reader`` which version of the reader and of its lists read it. The file itself is not kept.
    """

    digest = models.TextField(unique=True)
    name = models.TextField()
    size = models.BigIntegerField()
    reader = models.TextField()
    read = models.TextField()


class LaterReading(Written):
    """What a later reader read of a file that was taken in, named by its ``digest``; the newest one counts.

    ``reader`` and ``read`` are as those of the document. What was read first stays as it was known then.
    """

    digest = models.TextField()
    reader = models.TextField()
    read = models.TextField()


class ReadingCorrection(Written):
    """A person's word on one text, beside what the rules had read. ``text`` names the text by a hash.

    ``themes`` and ``read_themes`` are theme ids with blanks between them. What is null was not corrected.
    """

    text = models.TextField()
    document = models.TextField()
    passage = models.TextField()
    themes = models.TextField(null=True)
    polarity = models.TextField(null=True)
    read_themes = models.TextField()
    read_polarity = models.TextField(null=True)
    by = models.TextField()
    reason = models.TextField()

    class Meta:
        """Asked for by text."""

        indexes = (models.Index(fields=["text"], name="readingcorrection_text"),)


class ConfirmedFate(Written):
    """What became of a point of improvement, as a person read it in a later sentence.

    ``document`` and ``point`` name the point, ``text`` its words by a hash; ``later``, ``page`` and ``paragraph`` where
    the sentence stands, ``sentence`` its words. ``proposed`` is what the rules had proposed.
    """

    document = models.TextField()
    point = models.BigIntegerField()
    text = models.TextField()
    later = models.TextField()
    page = models.BigIntegerField()
    paragraph = models.BigIntegerField(null=True)
    sentence = models.TextField()
    fate = models.TextField()
    proposed = models.TextField()
    by = models.TextField()
    reason = models.TextField()

    class Meta:
        """Asked for by document."""

        indexes = (models.Index(fields=["document"], name="confirmedfate_document"),)
