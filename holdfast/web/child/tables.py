"""The tables of a child's page."""

from collections.abc import Sequence
from datetime import date

from holdfast.casework.child.around import Around
from holdfast.casework.child.clocks import ToldClock, done_of, is_known, open_of, unsaid_of
from holdfast.casework.child.home import Home
from holdfast.casework.child.missing import Missing
from holdfast.casework.child.plans import Action, Plans
from holdfast.casework.child.story import ChildStory
from holdfast.casework.child.told import Happening, counted, with_name
from holdfast.dates import say, say_moment
from holdfast.web.asking import Asking
from holdfast.web.links import why_link
from holdfast.web.parts import Cell, Head, Row, Table
from holdfast.web.states import TAGS

LATEST, BEFORE, DONE = 10, 60, 40
"""How many happenings are shown, how many more are folded, and how many clocks that are done."""

CLOCK_HEADS = ("What is asked of us", "By when", "How it stands", "On what it rests")
CLOCK_NOTE = "No law here has been signed off by a lawyer yet. Each title leads to the sum and to what was read."


def heads(*words: str) -> tuple[Head, ...]:
    """The heads of columns of words."""
    return tuple(Head(text=one) for one in words)


def table(caption: str, names: Sequence[str], rows: Sequence[Row], note: str = "") -> Table | None:
    """A table that may be pushed sideways; None where it has no rows."""
    return Table(caption=caption, heads=heads(*names), rows=tuple(rows), note=note, wide=True) if rows else None


def cells(*words: str) -> tuple[Cell, ...]:
    """Cells of plain words."""
    return tuple(Cell(text=one) for one in words)


def keys_of(story: ChildStory) -> dict[tuple[str, int], str]:
    """The anchor of each clock: ``clock-`` and the duty's code, the bare one for the clock that matters most now."""
    known, unsaid = filter(is_known, story.clocks), unsaid_of(story.clocks)
    keys: dict[tuple[str, int], str] = {}
    bare: set[str] = set()
    for one in (*open_of(story.clocks), *known, *unsaid, *done_of(story.clocks)):
        key = f"clock-{one.code}"
        keys[one.code, one.number] = f"{key}-{one.number}" if one.code in bare else key
        bare.add(one.code)
    return keys


def open_clocks(story: ChildStory, asking: Asking) -> Table | None:
    """What is still to be done, late first; each row can be pointed at by its duty's code."""
    rows = _clock_rows(open_of(story.clocks), story, asking)
    return table("What is still to be done, and by when", CLOCK_HEADS, rows, CLOCK_NOTE)


def done_clocks(story: ChildStory, asking: Asking) -> Table | None:
    """What was done in time or late, and what ended, the latest first."""
    every = done_of(story.clocks)
    older = len(every) - DONE
    note = f"And {older} earlier: each title leads to every one of its kind." if older > 0 else ""
    rows = _clock_rows(every[:DONE], story, asking)
    return table("Done in time or late, the latest first", CLOCK_HEADS, rows, note)


def done_words(story: ChildStory) -> str:
    """What the closed list of done things is called."""
    return f"Done in time or late ({len(done_of(story.clocks))})"


def known_clocks(story: ChildStory, asking: Asking) -> Table | None:
    """What is only to be known: nobody has to do anything by its day."""
    some = [one for one in story.clocks if is_known(one)]
    return table("To be known; nobody is late for it", CLOCK_HEADS, _clock_rows(some, story, asking))


def unsaid_clocks(story: ChildStory, asking: Asking) -> Table | None:
    """What this record cannot say, and what is missing."""
    some = unsaid_of(story.clocks)
    return table("What this record cannot say", CLOCK_HEADS, _clock_rows(some, story, asking))


def _clock_rows(some: Sequence[ToldClock], story: ChildStory, asking: Asking) -> list[Row]:
    keys = keys_of(story) if some else {}
    return [_clock_row(one, keys[one.code, one.number], story, asking) for one in some]


def _clock_row(one: ToldClock, key: str, story: ChildStory, asking: Asking) -> Row:
    rests = f"{one.rests_on[:1].upper()}{one.rests_on[1:]}"
    unread = "Nobody has read this law yet, so it raises no alert." if one.unread else ""
    return Row(
        key=key,
        cells=(
            Cell(text=one.title, href=why_link(asking, story.id, one.code, one.number)),
            Cell(text=one.due or "no day can be given"),
            Cell(text=with_name(one.words, story.who.called), tag=TAGS[one.state]),
            Cell(text=rests, detail=unread),
        ),
    )


def changed(every: Sequence[Happening]) -> Table | None:
    """The last happenings, the latest first."""
    rows = [_happening_row(one) for one in every[:LATEST]]
    return table(f"The last {counted(len(rows), 'thing')} that happened", ("When", "What", "Kind"), rows)


def changed_before(every: Sequence[Happening]) -> Table | None:
    """Those before them, for whoever opens the list."""
    some = every[LATEST : LATEST + BEFORE]
    left = len(every) - LATEST - len(some)
    note = f"{counted(left, 'earlier thing')}: look at an earlier moment to read of them." if left > 0 else ""
    return table(
        f"The {counted(len(some), 'thing')} before",
        ("When", "What", "Kind"),
        [_happening_row(one) for one in some],
        note,
    )


def _happening_row(one: Happening) -> Row:
    late = ""
    if one.late is not None and one.entered is not None:
        late = f"Typed in on {say(one.entered.date())}, {counted(one.late, 'working day')} later."
    when = say_moment(one.at) if one.at else say(one.on)
    return Row(cells=(Cell(text=when), Cell(text=one.words, detail=late), Cell(text=one.kind)))


def workers(near: Around, today: date) -> Table | None:
    """The workers on record with their days, the first first, and how long the child had each as at the day."""
    rows = [
        Row(
            cells=cells(
                one.name, say(one.since) if one.since else "not on record", say(one.until) if one.until else "now",
                f"{((one.until or today) - one.since).days}" if one.since else "not on record",
            )
        )
        for one in near.every
    ]  # fmt: skip
    return table("Every worker on record, as contacts", ("Name", "From", "Until", "Days"), rows)


def reviews(plans: Plans) -> Table | None:
    """What each review of a plan found changed for the child, the latest first."""
    rows = [Row(cells=cells(say(one.on), one.plan, one.found)) for one in plans.reviews]
    return table("What reviews found", ("Held on", "Plan", "What had changed"), rows)


def actions(plans: Plans) -> Table | None:
    """The actions of plans, those still to do first."""
    heads = ("Action", "Who does it", "To be done by", "How it stands")
    return table("Actions of the plan", heads, [_action_row(one) for one in plans.actions])


def _action_row(one: Action) -> Row:
    moved = (
        f"Moved {counted(one.moved, 'time')}; it was {' and then '.join(say(day) for day in one.by[:-1])}."
        if one.moved and len(one.by) > 1
        else ""
    )
    by = say(one.by[-1]) if one.by else "no day on record"
    done = f"Done on {say(one.done_on)}" if one.done_on else "Not done on record"
    who = one.owner or "nobody named yet"
    return Row(cells=(Cell(text=one.words), Cell(text=who), Cell(text=by, detail=moved), Cell(text=done)))


def moves(home: Home) -> Table | None:
    """Every home in care on record, the first first."""
    rows = [
        Row(cells=cells(f"{kind[:1].upper()}{kind[1:]}", say(since), say(until) if until else "now"))
        for kind, since, until in home.every
    ]
    return table("Every home in care on record", ("Home", "From", "Until"), rows)


def missing(found: Missing) -> Table | None:
    """Each time missing, the latest first."""
    rows = [
        Row(cells=cells(one.since, one.until, one.lasted, one.interview, one.change or "nothing on record yet"))
        for one in found.times
    ]
    names = ("Missing from", "Back", "How long", "Talk after the return", "What we will change")
    return table("Times missing, the latest first", names, rows)
