"""What is put on record long after the day it tells of is shown as a late entry, on the page itself."""

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
from holdfast.record.register import NOUNS
from holdfast.record.writing import SignedText
from holdfast.web.child.doing import _card
from tests.casework.child_records import ADA, AT, STAFF, d

VISITED = d("2026-05-20")


def shown(days: int) -> str:
    """The part of the child's page with a note put on record so many days after its day."""
    entered = Days(days).after(VISITED)
    note = SignedText(
        id="t1", child="c", subject="v1", part="purpose", text="To see her room.", on=VISITED, author="w1",
        recorded_at=datetime.combine(entered, time(16), AT.tzinfo),
    )  # fmt: skip
    council = Council.of(columns_from([ADA, note, *STAFF], NOUNS))
    facts = council.child("c", View(as_at=AT))
    assert facts is not None
    cards = [_card(one) for one in notes_of(Standing(facts, AT), council)]
    return render_to_string("holdfast/child/notes.html", {"doing": SimpleNamespace(notes=cards, left_out=[])})


@pytest.mark.parametrize(("more", "late"), [(0, False), (1, True)])
def test_a_note_is_called_a_late_entry_from_the_first_day_after_those_it_is_given(more: int, late: bool) -> None:
    page = shown(LATE_AFTER.number + more)
    assert "To see her room." in page
    assert ("A late entry:" in page) is late
