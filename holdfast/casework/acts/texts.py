"""The signed parts of what is written, and how a correction stands beside what it corrects."""

from collections.abc import Mapping
from datetime import date

from holdfast.casework.acts.act import Doing
from holdfast.duties.standing import Standing
from holdfast.record.writing import SignedText


def signed(doing: Doing, subject: str, parts: Mapping[str, str], on: date | None) -> tuple[SignedText, ...]:
    """A signed text for each part that was written; ``parts`` gives each form part the part it is kept as."""
    return tuple(
        SignedText(
            id=doing.id(f"text-{name}"), child=doing.child, subject=subject, part=part, text=doing.said(name),
            on=on or doing.today, author=doing.asker.who, recorded_at=doing.made_at,
        )
        for name, part in parts.items()
        if doing.said(name)
    )  # fmt: skip


def texts_about(standing: Standing, subject: str | None) -> tuple[SignedText, ...]:
    """Every signed text about one thing, with all corrections, in the order in which they were written."""
    some = [one for one in standing.of(SignedText) if one.subject == subject]
    # The record gives facts in the order in which they were put on it: what was written last comes last.
    return tuple(sorted(some, key=lambda one: str(one.recorded_at or "")))


def newest(standing: Standing, part: str) -> SignedText | None:
    """The newest signed text of one part about the child as a whole; None where nobody wrote any."""
    some = [one for one in standing.of(SignedText) if one.part == part and one.text]
    ordered = sorted(some, key=lambda one: (one.on or date.min, str(one.recorded_at)))
    return ordered[-1] if ordered else None
