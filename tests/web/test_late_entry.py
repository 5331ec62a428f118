"""A signed note on the child's page: a late entry is called one, and who wrote it stands once with it."""

from datetime import datetime, time
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string

from holdfast.casework.child.notes import LATE_AFTER, notes_of
from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.dates import Days
from holdfast.duties.standing import Standing
from holdfast.record.columns import columns_from
from holdfast.record.people import Professional
from holdfast.record.register import NOUNS
from holdfast.record.writing import SignedText
from holdfast.web.child.doing import _card
from tests.casework.child_records import ADA, AT, STAFF, d

VISITED = d("2026-05-20")
NAME = next(one.name for one in STAFF if one.child == "w1" and isinstance(one, Professional))


def text(part: str, entered: datetime | None, author: str | None = "w1", **more: str) -> SignedText:
    """One part of the note on the visit."""
    told = {"text": f"{part} of it.", **more}
    return SignedText(
        id=f"{part}-{len(author or '')}",
        child="c",
        subject="v1",
        part=part,
        on=VISITED,
        author=author,
        recorded_at=entered,
        **told,
    )


def noted(*texts: SignedText) -> str:
    """The part of the child's page with these texts."""
    council = Council.of(columns_from([ADA, *texts, *STAFF], NOUNS))
    facts = council.child("c", View(as_at=AT))
    assert facts is not None
    cards = [_card(one) for one in notes_of(Standing(facts, AT), council)]
    return render_to_string("holdfast/child/notes.html", {"doing": SimpleNamespace(notes=cards, left_out=[])})


def shown(days: int) -> str:
    """The same with a note put on record so many days after its day."""
    entered = Days(days).after(VISITED)
    assert entered is not None
    return noted(text("purpose", datetime.combine(entered, time(16), AT.tzinfo), text="To see her room."))


@pytest.mark.parametrize(("more", "late"), [(0, False), (1, True)])
def test_a_note_is_called_a_late_entry_from_the_first_day_after_those_it_is_given(more: int, late: bool) -> None:
    page = shown(LATE_AFTER.number + more)
    assert "To see her room." in page
    assert ("A late entry:" in page) is late


@pytest.mark.parametrize(
    ("author", "told"), [("w1", NAME), ("director", "the director"), ("nobody-known", "nobody-known")]
)
def test_who_wrote_a_whole_note_stands_once_with_it_by_name_or_by_seat(author: str, told: str) -> None:
    page = noted(*(text(part, AT, author) for part in ("purpose", "saw", "means")))
    assert f"Put on record on Monday 1 June 2026, 08:30, by {told}." in page
    assert page.count(told) == 1


def test_where_several_wrote_it_each_stands_with_the_part_and_who_corrected_one_with_the_correction() -> None:
    first, other = text("goodbye", AT), text("hello", AT, "director")
    page = noted(first, other)
    assert (page.count(NAME), page.count("The director")) == (1, 1)
    assert ", by " not in page
    corrected = text("hello", AT, "w1", text="Hello.", corrects=other.id or "", reason="A word was missing.")
    page = noted(first, other, corrected)
    assert page.count(NAME) == 2
    assert f"{NAME}. Corrected, because: A word was missing." in page


@pytest.mark.parametrize(
    ("entered", "told"), [(AT, "08:30, and who wrote it is not."), (None, "Who wrote it is not on record.")]
)
def test_a_note_without_a_writer_says_so_once(entered: datetime | None, told: str) -> None:
    page = noted(text("purpose", entered, None), text("saw", entered, None))
    assert page.count(told) == 1
    assert "somebody" not in page.casefold()
