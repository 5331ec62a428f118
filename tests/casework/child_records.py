"""Small records of one invented child, Ada Fenn, and her story as the page would tell it."""

from collections.abc import Iterable
from datetime import date, datetime

from holdfast.casework.child.story import ChildStory, story_of
from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.dates import parse_moment
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.in_care import CareEpisode, LegalStatus, Placement
from holdfast.record.people import Department, Involvement, Person, Professional
from holdfast.record.register import NOUNS

AT = parse_moment("2026-06-01T08:30")


def d(text: str) -> date:
    """A day from ISO text."""
    return date.fromisoformat(text)


ADA = Person(child="c", forename="Ada", surname="Fenn", born_on=d("2014-03-02"), ethnicity="MWAS")
WORKS = Involvement(
    child="c", id="i", professional="w1", team="T1", role="social worker", started_on=d("2025-01-06"),
)  # fmt: skip
STAFF = (
    Professional(child="w1", name="Bea Cole"), Professional(child="w2", name="Cy Dunn"),
    Department(child="T1", name="North Team"),
)  # fmt: skip
IN_CARE = (
    CareEpisode(child="c", id="e", started_on=d("2025-03-03"), entered_on=d("2025-03-03")),
    LegalStatus(child="c", id="l", status="C2", started_on=d("2025-03-03")),
    Placement(child="c", id="h", started_on=d("2025-03-03"), type="U6", distance=4.0, postcode="ZZ9 9ZZ"),
)


def story(
    facts: Iterable[Fact] = (), as_at: datetime = AT, known: datetime | None = None, whole: bool = True
) -> ChildStory:
    """The story of the child ``c``; ``whole`` adds who the child is and who works with her."""
    about = (ADA, WORKS, *STAFF) if whole else ()
    found = story_of(Council.of(columns_from([*about, *facts], NOUNS)), "c", View(as_at=as_at, as_known=known))
    assert found is not None
    return found


def answer(found: ChildStory, start: str) -> str:
    """The answer to the question that begins so."""
    (lines,) = [one.lines for one in found.glance if one.question.startswith(start)]
    return " ".join(lines)
