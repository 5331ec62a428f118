"""The picture of a child's journey, and the table that says the same."""

from datetime import date

from holdfast.casework.child.journey import WORKER, Journey
from holdfast.casework.child.story import ChildStory
from holdfast.dates import say
from holdfast.web import pictures
from holdfast.web.parts import Cell, Head, Picture, Row, Table

KINDS = {
    "Known to us": "door", "Assessment": "door", "Child in need": "need", "Protection": "protection", "Court": "court",
    "Legal status": "court", "In care": "care", "Home": "home", "Leaving care": "leaving", WORKER: "worker",
}  # fmt: skip
"""How each row is painted."""

SHAPES = (
    ("diamond", ("Initial child protection conference", "Review")),
    ("square", ("Letter before", "Application to", "The court made", "Legal meeting")),
    (
        "triangle",
        ("Moved", "Went missing", "A big change", "Came into care", "Left care", "Full approval", "Asked for help"),
    ),
)
"""The shape of an event by how its words begin; all others are round."""

LANES = {"round": "First steps", "diamond": "Reviews", "square": "Steps of the court", "triangle": "Moves and changes"}
"""The row of each shape: what is of another sort never lies on top of it."""

KEY = (
    "Round: a contact, a referral or a strategy discussion. Diamond: a conference or a review. Square: a step of the "
    "court. Triangle: a move, a time missing, or what the record calls a big change. A number beside a mark: so many "
    "things lie too near to be drawn apart; the table names each."
)


def picture_of(story: ChildStory, today: date) -> Picture | None:
    """The picture with its table; None where nothing is on record yet."""
    told = story.journey
    if not told.spans and not told.events:
        return None
    title = f"{story.who.called}'s journey with us until {say(today)}"
    svg = pictures.journey_picture(_lanes(told), today=today, title=title, key="journey-picture")
    return Picture(svg=svg, words=KEY, table=_table(told), folded="Show the journey as a table", wide=True)


def _lanes(told: Journey) -> tuple[pictures.Lane, ...]:
    """A row for each kind of span, then one for each sort of event."""
    rows = dict.fromkeys(one.row for one in told.spans)
    lanes = [
        pictures.Lane(
            name=row, kind=KINDS.get(row, "other"),
            spans=tuple(
                pictures.Span(start=one.since, end=one.until, words=one.words) for one in told.spans if one.row == row
            ),
        )
        for row in rows
    ]  # fmt: skip
    marks = [pictures.Mark(day=one.on, words=one.words, shape=_shape(one.words)) for one in told.events]
    for shape, name in LANES.items():
        own = tuple(one for one in marks if one.shape == shape)
        lanes += [pictures.Lane(name=name, marks=own)] if own else []
    return tuple(lanes)


def _shape(words: str) -> str:
    return next((shape for shape, starts in SHAPES if words.startswith(starts)), "round")


def _table(told: Journey) -> Table:
    found = [(one.since, one.until, one.words, one.row) for one in told.spans]
    dated = [(say(since), say(until) if until else "now", words, row) for since, until, words, row in found]
    rows = [(since, line) for (since, *_), line in zip(found, dated, strict=True)]
    rows += [(one.on, (say(one.on), "that day", one.words, one.kind)) for one in told.events]
    rows.sort(key=lambda one: one[0])
    return Table(
        caption="The journey, from the first day on record",
        heads=tuple(Head(text=one) for one in ("From", "Until", "What", "Part")),
        rows=tuple(Row(cells=tuple(Cell(text=word) for word in line)) for _, line in rows),
        wide=True,
    )
