"""The day a finding could have been known: three dates, in words, with the children by name and nobody else."""

from dataclasses import dataclass
from urllib.parse import urlencode

from holdfast.casework.could_have_known import CouldHaveKnown
from holdfast.dates import end_of, monday_before, say, say_with_weekday
from holdfast.measures.promise import InspectionFinding
from holdfast.web import seats
from holdfast.web.asking import AS_AT, AS_KNOWN, Asking, written
from holdfast.web.improvement.plan import HOME
from holdfast.web.links import child_link, child_path
from holdfast.web.parts import Cell, Crumb, Head, Row, Strip, Table

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
class KnownPage:
    """Three dates beside a finding."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    disclosable: Strip
    said: str
    said_href: str
    heading: str
    monday: str
    by_now: str
    how: str
    event_dates: str
    children: Table | None
    others: str
    opened: tuple[str, ...]


def known_page(asking: Asking, finding: InspectionFinding, now: CouldHaveKnown) -> KnownPage:
    """The page for one finding."""
    return KnownPage(
        crumbs=(
            Crumb(text=HOME.text, href=asking.link(HOME.href)),
            Crumb(text=finding.title, href=asking.link(f"/finding/{finding.slug}")),
            Crumb(text="The day it could have been known"),
        ),
        title=f"{finding.title}: the day it could have been known", lead=_lead(now),
        disclosable=Strip(key="disclosable", kind="care", text=MAY_BE_DISCLOSED),
        said=f"{now.said.kind_words}, {say(now.said.day)}: {now.said.title}",
        said_href=asking.link(f"/line/{now.said.slug}"),
        heading=f"The first Monday in {_weeks_before(now)} on which this record already showed it",
        monday=_monday(now), by_now=_by_now(now), how=_how(now),
        event_dates=EVENT_DATES.get(now.event_dates, ""),
        children=_children(asking, now) if now.children else None,
        others=_others(now),
        opened=_opened(now),
    )  # fmt: skip


def _lead(now: CouldHaveKnown) -> str:
    """The answer in a breath: how long before inspectors said it the record showed it, and of how many children."""
    said = f"Inspectors said it on {say(now.said.day)}"
    if now.monday is None:
        return f"{said}. No Monday from {say(now.first_asked)} until then shows it in this record."
    weeks = (now.said.day - now.monday).days // 7
    before = "in the same week" if weeks == 0 else f"{'1 week' if weeks == 1 else f'{weeks} weeks'} before"
    at_least = "at least " if now.monday == now.first_asked and weeks else ""
    day, many = say_with_weekday(now.monday), _many(len(now.children) + now.others)
    asked = f"Only {_weeks_before(now)} are asked; it may have been so earlier too."
    return f"{said}. This record showed it {at_least}{before}, on {day}, for {many}. {asked}"


def _weeks_before(now: CouldHaveKnown) -> str:
    """In which weeks was looked: as many as Mondays were asked."""
    weeks = (monday_before(now.said.day) - now.first_asked).days // 7 + 1
    return "the week before" if weeks == 1 else f"the {weeks} weeks before"


def _monday(now: CouldHaveKnown) -> str:
    if now.monday is None:
        return f"None, by what had been typed in: on no Monday did it show {_many(now.needs)} or more."
    if now.monday == now.first_asked:
        return f"{say_with_weekday(now.monday)}, the first Monday that was asked. It may have been so before."
    return f"{say_with_weekday(now.monday)}."


def _by_now(now: CouldHaveKnown) -> str:
    """What the record as it is now would answer, where that is another day; empty where it is the same."""
    if now.by_now == now.monday:
        return ""
    if now.by_now is None:
        return "By what is on record now no Monday shows it: what stood then was put right or withdrawn since."
    day = f"By what is on record now it would have been {say_with_weekday(now.by_now)}"
    if now.monday is None or now.by_now < now.monday:
        return f"{day}. Something that was late by then was typed in, or put right, only afterwards."
    return f"{day}. Something that stood before then was put right or withdrawn since."


def _how(now: CouldHaveKnown) -> str:
    return (
        f"Asked is each Monday from {say(now.first_asked)} until inspectors said it, by the rules that make the list "
        f"behind the finding. It counts as shown from {_many(now.needs)} on. From how many children, and how many "
        "weeks back, are the council's own numbers and not law. What was put right or withdrawn since "
        "counts as it was on record then."
    )


def _then(asking: Asking, now: CouldHaveKnown, child: str) -> str:
    """The child's page as at that Monday, as then known. A seat of some children may have had none of them by then."""
    if now.monday is None or asking.theirs() is not None:
        return child_link(asking, child)
    end = written(end_of(now.monday))
    return f"{child_path(child)}?{urlencode({AS_AT: end, AS_KNOWN: end})}"


def _children(asking: Asking, now: CouldHaveKnown) -> Table:
    return Table(
        caption="Children whom the record showed on that Monday", caption_hidden=True, key="known-children",
        heads=(Head(text="Name"), Head(text="What was late, or stood still")),
        rows=tuple(
            Row(cells=(
                Cell(text=one.name, href=_then(asking, now, one.child)), Cell(text="; ".join(one.rules)),
            ))
            for one in now.children
        ),
    )  # fmt: skip


def _opened(now: CouldHaveKnown) -> tuple[str, ...]:
    """By role, of how many children the page was opened; else why nothing can be said."""
    if now.monday is None:
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


def _others(now: CouldHaveKnown) -> str:
    also = "And " if now.children else ""
    return f"{also}{_many(now.others)} whom this seat does not see." if now.others else ""
