"""The day a finding could have been known: its dates in words and a picture, the children by name and nobody else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from holdfast.casework.could_have_known import CouldHaveKnown, ShownOn
from holdfast.dates import end_of, say, say_with_weekday
from holdfast.measures.improvement import MOST_WEEKS
from holdfast.measures.promise import InspectionFinding
from holdfast.web import seats
from holdfast.web.asking import AS_AT, AS_KNOWN, Asking, written
from holdfast.web.improvement.plan import HOME
from holdfast.web.links import child_link, child_path
from holdfast.web.parts import Cell, Crumb, Head, Picture, Row, Strip, Table
from holdfast.web.pictures import Level, Point, line_picture

WEEKS = "weeks"
"""The part of an address that says how many weeks before the inspectors are asked."""

MAY_BE_DISCLOSED = (
    "This page may be disclosable: it may have to be handed to an inquiry, to a court, or to somebody who asks for "
    "what is held of them. It names no worker. It says what a record showed, and not what anybody ought to have done."
)
EVENT_DATES = {
    "only": "On event dates only: no row of this record says when it was typed in, so each counts from the day it "
    "tells of. Some of it may have been typed in later, and then nobody could have known it on that Monday.",
    "in part": "On event dates in part: a row that does not say when it was typed in counts from the day it tells of. "
    "Some of it may have been typed in later, and then nobody could have known it on that Monday.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OnMonday:
    """One Monday on which the record showed it: its day in words, and whom."""

    key: str
    heading: str
    words: str
    children: Table | None
    others: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPage:
    """The dates beside a finding."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    disclosable: Strip
    said: str
    said_href: str
    heading: str
    amiss: str
    nobody: str
    on: tuple[OnMonday, ...]
    by_now: str
    picture: Picture
    how: str
    other_weeks: Crumb
    event_dates: str
    opened: tuple[str, ...]


def known_page(
    asking: Asking, finding: InspectionFinding, now: CouldHaveKnown, weeks: int, amiss: str = ""
) -> KnownPage:
    """The page for one finding; ``weeks`` is how many are asked where nobody asks for others.

    ``amiss`` says what of a number of weeks that was asked for could not be used.
    """
    path = f"/finding/{finding.slug}"
    other = MOST_WEEKS if now.weeks == weeks else weeks
    return KnownPage(
        crumbs=(
            Crumb(text=HOME.text, href=asking.link(HOME.href)),
            Crumb(text=finding.title, href=asking.link(path)),
            Crumb(text="The day it could have been known"),
        ),
        title=f"{finding.title}: the day it could have been known", lead=_lead(now),
        disclosable=Strip(key="disclosable", kind="care", text=MAY_BE_DISCLOSED),
        said=f"{now.said.kind_words}, {say(now.said.day)}: {now.said.title}",
        said_href=asking.link(f"/line/{now.said.slug}"),
        heading=f"When this record already showed it: the {_weeks(now)} before",
        amiss=amiss,
        nobody="" if now.first else f"By what had been typed in, no Monday showed {_many(now.needs)} or more.",
        on=tuple(_on(asking, now)), by_now=_by_now(now), picture=_picture(finding, now), how=_how(now),
        other_weeks=Crumb(
            text=f"Ask the {other} weeks before instead", href=asking.link(f"{path}/known", **{WEEKS: str(other)})
        ),
        event_dates=EVENT_DATES.get(now.event_dates, ""), opened=_opened(now),
    )  # fmt: skip


def _lead(now: CouldHaveKnown) -> str:
    """The answer in a breath: how long before inspectors said it the record showed it, and whether it ever stopped."""
    said = f"Inspectors said it on {say(now.said.day)}."
    if now.first is None:
        return f"{said} No Monday in the {_weeks(now)} before shows it in this record."
    day, many = f"{say_with_weekday(now.first.monday)}, {_before(now, now.first.monday)}", _many(now.first.size)
    if now.since == now.first:
        return f"{said} This record showed it on every Monday from {day}: on that day for {many}."
    shown, asked = now.after_first
    went_on = f"and on {shown} of the {asked} Mondays from then on"
    if now.since is not None:
        went_on += f": on every one since {say_with_weekday(now.since.monday)}"
    return f"{said} This record first showed it on {day}, for {many}, {went_on}."


def _weeks(now: CouldHaveKnown) -> str:
    """In which weeks was looked: as many as Mondays were asked."""
    return "week" if len(now.mondays) == 1 else f"{len(now.mondays)} weeks"


def _before(now: CouldHaveKnown, monday: date) -> str:
    """How long before the inspectors' day that was; at least so long where no earlier Monday was asked."""
    weeks = (now.said.day - monday).days // 7
    if weeks == 0:
        return "in the same week"
    at_least = "at least " if monday == now.first_asked else ""
    return f"{at_least}{'1 week' if weeks == 1 else f'{weeks} weeks'} before"


def _on(asking: Asking, now: CouldHaveKnown) -> Iterator[OnMonday]:
    """The first Monday that showed it, and the one from which on every Monday did; one where they are the same."""
    if now.first is None:
        return
    asked_first = now.first.monday == now.first_asked
    unsure = " No Monday before it was asked: it may have been so earlier too."
    if not asked_first:
        before = [monday for monday, _ in now.mondays if monday < now.first.monday]
        none_did = (
            "The Monday before it did not" if len(before) == 1 else f"None of the {len(before)} Mondays before it did"
        )
        unsure = f" {none_did}; earlier ones were not asked."
    day = say_with_weekday(now.first.monday)
    if now.since == now.first:
        words = f"Every Monday from then until inspectors said it showed it too.{unsure}"
        yield _shown(asking, now.first, "first", f"{day}, the first, and every Monday since", words)
        return
    shown, asked = now.after_first
    words = f"It came and went: {shown} of the {asked} Mondays from then until inspectors said it showed it.{unsure}"
    yield _shown(asking, now.first, "first", f"{day}, the first", words)
    if now.since is not None:
        words = "From then until inspectors said it, every Monday showed it."
        yield _shown(asking, now.since, "since", f"{say_with_weekday(now.since.monday)}, and every Monday since", words)


def _shown(asking: Asking, on: ShownOn, key: str, heading: str, words: str) -> OnMonday:
    return OnMonday(
        key=key, heading=heading, words=words, others=_others(on),
        children=_children(asking, on, key) if on.children else None,
    )  # fmt: skip


def _by_now(now: CouldHaveKnown) -> str:
    """What the record as it is now would answer, where that is another day; empty where it is the same."""
    first = now.first.monday if now.first else None
    if now.by_now == first:
        return ""
    if now.by_now is None:
        return "By what is on record now no Monday shows it: what stood then was put right or withdrawn since."
    day = f"By what is on record now the first would have been {say_with_weekday(now.by_now)}"
    if first is None or now.by_now < first:
        return f"{day}. Something that was late by then was typed in, or put right, only afterwards."
    return f"{day}. Something that stood before then was put right or withdrawn since."


def _picture(finding: InspectionFinding, now: CouldHaveKnown) -> Picture:
    """How many children stood at the end of each Monday, and from how many on it counts as shown."""
    points = [Point(label=say(monday), value=count, words=str(count)) for monday, count in now.mondays]
    title = (
        f"{finding.title}: how many children the record showed at the end of each Monday, "
        f"{say(now.first_asked)} to {say(now.mondays[-1][0])}"
    )
    level = Level(value=now.needs, words=f"counts as shown from {_many(now.needs)} on", kind="goal")
    table = Table(
        caption="Monday by Monday, as the record was then known", key="known-mondays", small=True,
        heads=(
            Head(text="At the end of Monday"), Head(text="Children whom it showed", numeric=True), Head(text="Shown"),
        ),
        rows=tuple(
            Row(cells=(
                Cell(text=say(monday)), Cell(text=str(count), numeric=True),
                Cell(text="yes" if count >= now.needs else "no"),
            ))
            for monday, count in now.mondays
        ),
    )  # fmt: skip
    svg = line_picture(points, levels=(level,), title=title, key="known")
    return Picture(svg=svg, table=table, folded="Show the Mondays as a table")


def _how(now: CouldHaveKnown) -> str:
    return (
        f"Each Monday from {say(now.first_asked)} until inspectors said it was asked, by the rules that make the list "
        f"behind the finding. It counts as shown from {_many(now.needs)} on. From how many children, and how many "
        "weeks back, are the council's own numbers and not law. Where every Monday that is asked shows it, earlier "
        f"ones are asked too, up to {MOST_WEEKS}. What was put right or withdrawn since counts as it was known then."
    )


def _then(asking: Asking, on: ShownOn, child: str) -> str:
    """The child's page as at that Monday, as then known. A seat of some children may have had none of them by then."""
    if asking.theirs() is not None:
        return child_link(asking, child)
    end = written(end_of(on.monday))
    return f"{child_path(child)}?{urlencode({AS_AT: end, AS_KNOWN: end})}"


def _children(asking: Asking, on: ShownOn, key: str) -> Table:
    return Table(
        caption=f"Children whom the record showed on {say_with_weekday(on.monday)}", caption_hidden=True,
        key=f"known-children-{key}", heads=(Head(text="Name"), Head(text="What was late, or stood still")),
        rows=tuple(
            Row(cells=(
                Cell(text=one.name, href=_then(asking, on, one.child)), Cell(text="; ".join(one.rules)),
            ))
            for one in on.children
        ),
    )  # fmt: skip


def _opened(now: CouldHaveKnown) -> tuple[str, ...]:
    """By role, of how many children the page was opened; else why nothing can be said."""
    if now.first is None:
        return ("Nothing to look for: no Monday before they said it showed it.",)
    told = tuple(
        f"{seats.BY_CODE[seat].title if seat in seats.BY_CODE else 'A seat that is no more'}: the pages of "
        f"{_many(count)}"
        for seat, count in now.opened
    )
    if told:
        return told
    if now.looks_since is None or now.looks_since > now.said.day:
        since = f"Looks are on record since {say(now.looks_since)} only. " if now.looks_since else ""
        return (f"{since}Who opened these pages before then is not on record.",)
    return ("Nobody opened the page of one of these children in between.",)


def _many(count: int) -> str:
    return "1 child" if count == 1 else f"{count} children"


def _others(on: ShownOn) -> str:
    also = "And " if on.children else ""
    return f"{also}{_many(on.others)} whom this seat does not see." if on.others else ""
