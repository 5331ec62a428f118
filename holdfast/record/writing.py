"""What people wrote and signed: kept word for word, each part of a note by itself."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from holdfast.record.field import Fact, column


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedText(Fact):
    """One part of what somebody wrote and signed: never altered; a correction is another that names it."""

    table: ClassVar[str] = "holdfast_signed_texts"
    words: ClassVar[str] = "signed texts"

    id: str | None = column("signed_text_id", "text", "row id", key=True)
    child: str = column("person_id", "text", "the child", child=True)
    subject: str | None = column("subject_id", "text", "id of the visit, decision, supervision … it is about")
    part: str | None = column(
        "part", "text", "which part: 'purpose', 'saw and heard', 'their words', 'what it means', 'what next', 'why' …"
    )
    text: str | None = column("text", "text", "the words, as they were written")
    on: date | None = column("happened_date", "day", "the day it tells of", happens=True)
    author: str | None = column("author_id", "text", "who wrote it")
    corrects: str | None = column("corrects_id", "text", "the signed text that it corrects, which stays as it is")
    reason: str | None = column("correction_reason", "text", "why it was corrected")
