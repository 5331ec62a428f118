"""The page that says why a date is what it is: the fact, the sum, the calendar, the law and how it was read."""

from dataclasses import dataclass

from holdfast.casework.child.clocks import ToldClock, due_words
from holdfast.casework.child.told import first_name, with_name
from holdfast.casework.child.why_date import CountedDay, Law, Occurrence, WhyDate
from holdfast.dates import say_with_weekday
from holdfast.web import pictures
from holdfast.web.asking import Asking
from holdfast.web.links import child_link, why_link
from holdfast.web.parts import Cell, Crumb, Head, Picture, Row, Table, Tag
from holdfast.web.states import TAGS

SHOWN = 6
"""How many occurrences are told whole at first; the one that an address marks always is."""

DAY_WORDS = {
    "start": "the count starts here; this day is day 0",
    "weekend": "not counted: weekend",
    "holiday": "not counted: bank holiday",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One occurrence: its anchor, how it stands, the day in large, the reasons, the sum, and the calendar."""

    key: str
    title: str
    tag: Tag
    due_label: str
    due: str
    words: str
    marked: bool
    because: tuple[str, ...]
    steps: tuple[str, ...]
    calendar: Picture | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyPage:
    """The page of one duty for one child. ``local`` holds the council's own setting; ``law`` the citations."""

    title: str
    name: str
    lead: str
    crumbs: tuple[Crumb, ...]
    back: str
    occasions: tuple[Occasion, ...]
    others: Table | None
    others_words: str
    none: str
    law: tuple[Law, ...]
    law_words: str
    setting: str
    limit: str
    exceptions: str


def why_page(why: WhyDate, child: str, marked: int | None, asking: Asking) -> WhyPage:
    """The page, with the occurrence of this number marked where there is one."""
    name, code = asking.council.name(child), why.asked.code
    late = [one for one in why.occurrences if one.told.state == "overdue"]
    # Whoever comes from a list of what is late looks for what is late: it stands first, however old.
    ordered = [*late, *(one for one in why.occurrences if one not in late)]
    shown = [one for place, one in enumerate(ordered) if place < SHOWN or one.told.number == marked]
    rest = [one for one in why.occurrences if one not in shown]
    mark = marked if len(why.occurrences) > 1 else None
    return WhyPage(
        title=f"{why.asked.title}: why this date", name=name, crumbs=crumbs_of(child, "Why this date", asking),
        lead=_lead(why, name), back=child_link(asking, child, f"clock-{code}"),
        occasions=tuple(_occasion(one, why, one.told.number == mark, first_name(name)) for one in shown),
        others=_others(rest, asking, child, code), others_words=f"Show {len(rest)} earlier", none=why.none, law=why.law,
        law_words=_law_words(why.law), setting=why.setting, limit=why.limit, exceptions=why.exceptions,
    )  # fmt: skip


def crumbs_of(child: str, last: str, asking: Asking) -> tuple[Crumb, ...]:
    """The way to a page under a child's."""
    return (
        Crumb(text=asking.council.settings.council, href=asking.link("/")),
        Crumb(text=asking.council.name(child), href=child_link(asking, child)),
        Crumb(text=last),
    )


def _lead(why: WhyDate, name: str) -> str:
    times = len(why.occurrences)
    if not times:
        return why.none
    if times == 1:
        return f"For {name}: once on record."
    late = any(one.told.state == "overdue" for one in why.occurrences)
    return f"For {name}: {times} times on record, {'what is late first, then ' if late else ''}the newest first."


def _occasion(one: Occurrence, why: WhyDate, marked: bool, called: str) -> Occasion:
    told = one.told
    key = f"n-{told.number}"
    return Occasion(
        key=key, title=_title(told, len(why.occurrences)),
        tag=TAGS[told.state], due=_due(one),
        due_label=_due_label(one, why), words=with_name(told.words, called), marked=marked,
        because=tuple(with_name(line, called) for line in one.because), steps=one.steps,
        calendar=calendar_of(one, why.asked.title, key),
    )  # fmt: skip


def _due_label(one: Occurrence, why: WhyDate) -> str:
    if why.asked.ways[one.told.clock.way].mark:
        return "Reached on"
    return (
        "By when"
        if one.told.clock.due_on is None
        else "In time until"
        if one.told.clock.due_at
        else "The last day in time"
    )


def _title(told: ToldClock, of: int) -> str:
    counted = f"ounted from {say_with_weekday(told.clock.started_on)}"
    return f"C{counted}" if of == 1 else f"Number {told.number} of {of}, c{counted}"


def _due(one: Occurrence) -> str:
    clock = one.told.clock
    if clock.due_at is None and clock.due_on is not None:
        return say_with_weekday(clock.due_on)
    return due_words(clock) or "No day can be given"


def calendar_of(one: Occurrence, title: str, key: str) -> Picture | None:
    """The count as a calendar with its table; None where the count is in hours, runs back, or is very long."""
    if not one.days:
        return None
    days = [
        pictures.CalendarDay(day=day.day, kind=day.kind, count=day.number or None, words=_day(day)) for day in one.days
    ]
    last = say_with_weekday(one.days[-1].day)
    svg = pictures.calendar_picture(days, title=f"{title}: the days counted until {last}", key=f"calendar-{key}")
    table = Table(
        caption="Day by day", heads=(Head(text="Day"), Head(text="In the count")), small=True,
        rows=tuple(Row(cells=(Cell(text=say_with_weekday(day.day)), Cell(text=_day(day)))) for day in one.days),
    )  # fmt: skip
    return Picture(
        svg=svg, words=_calendar_words(one.days), table=table, folded="Show the days as a table", beside=True
    )


def _day(day: CountedDay) -> str:
    if day.kind == "holiday":
        return f"{DAY_WORDS['holiday']}, {day.name}"
    if day.kind == "due":
        number = f"day {day.number}, " if day.number else ""
        return f"{number}the last day in time"
    return DAY_WORDS.get(day.kind, f"day {day.number}")


def _calendar_words(days: tuple[CountedDay, ...]) -> str:
    counted = sum(one.number is not None and one.kind != "start" for one in days)
    weekends = sum(one.kind == "weekend" for one in days)
    holidays = [one for one in days if one.kind == "holiday"]
    if not weekends and not holidays:
        return f"{counted} days, every day counted."
    names = ", ".join(one.name for one in holidays)
    free = f" and {len(holidays)} bank holiday{'s' * (len(holidays) != 1)} ({names})" if holidays else ""
    return f"{counted} working days counted; {weekends} days of weekends{free} not counted."


def _others(rest: list[Occurrence], asking: Asking, child: str, code: str) -> Table | None:
    """The occurrences that are not told whole, each leading to itself."""
    called = first_name(asking.council.name(child))
    from_day = [(one, say_with_weekday(one.told.clock.started_on)) for one in rest]
    return Table(
        caption="Earlier ones", heads=tuple(Head(text=one) for one in ("Counted from", "By when", "How it stands")),
        wide=True,
        rows=tuple(
            Row(
                cells=(
                    Cell(text=day, href=f"{why_link(asking, child, code, one.told.number)}#n-{one.told.number}"),
                    Cell(text=_due(one)),
                    Cell(text=with_name(one.told.words, called), tag=TAGS[one.told.state]),
                )
            )
            for one, day in from_day
        ),
    ) if rest else None  # fmt: skip


def _law_words(law: tuple[Law, ...]) -> str:
    """How near anybody has come to the words of the law that gives the figure."""
    if not law or law[0].itself_read:
        return ""
    if law[0].how_read.startswith("Not read"):
        return "Nobody has read this law. It is told from general knowledge, and raises no alert."
    return "The law itself has not been read for this: what stands here was read at second hand."
