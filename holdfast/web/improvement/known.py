"""The day a finding could have been known: three dates, in words, with the children by name and nobody else."""

from dataclasses import dataclass

from holdfast.casework.could_have_known import CouldHaveKnown
from holdfast.dates import say, say_with_weekday
from holdfast.measures.promise import InspectionFinding
from holdfast.web import seats
from holdfast.web.asking import Asking
from holdfast.web.improvement.plan import HOME
from holdfast.web.links import child_link
from holdfast.web.parts import Cell, Crumb, Head, Row, Strip, Table

MAY_BE_DISCLOSED = (
    "This page may be disclosable: it may have to be handed to an inquiry, to a court, or to somebody who asks for "
    "what is held of them. It names no worker. It says what a record showed, and not what anybody ought to have done."
)
EVENT_DATES_ONLY = (
    "On event dates only: rows of this record do not say when they were typed in, and count from the day they tell of. "
    "Some of it may have been typed in later, and then nobody could have known it on that Monday."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPage:
    """Three dates beside a finding."""

    crumbs: tuple[Crumb, ...]
    title: str
    strips: tuple[Strip, ...]
    said: str
    said_href: str
    monday: str
    how: str
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
        title=f"{finding.title}: the day it could have been known",
        strips=(
            Strip(key="disclosable", kind="care", text=MAY_BE_DISCLOSED),
            *((Strip(key="event-dates", text=EVENT_DATES_ONLY),) if now.event_dates_only else ()),
        ),
        said=f"{now.said.kind_words}, {say(now.said.day)}: {now.said.title}",
        said_href=asking.link(f"/line/{now.said.slug}"), monday=_monday(now), how=_how(now),
        children=_children(asking, now) if now.children else None,
        others=_others(now),
        opened=_opened(now),
    )  # fmt: skip


def _monday(now: CouldHaveKnown) -> str:
    if now.monday is None:
        return f"No Monday from {say(now.first_asked)} until then showed it for {_many(now.needs)} or more."
    if now.monday == now.first_asked:
        return f"{say_with_weekday(now.monday)}, the first Monday that was asked. It may have been so before."
    return f"{say_with_weekday(now.monday)}."


def _how(now: CouldHaveKnown) -> str:
    return (
        f"Asked is each Monday from {say(now.first_asked)} until inspectors said it, by the rules that make the list "
        f"behind the finding. It counts as shown from {_many(now.needs)} on. What was put right or withdrawn since "
        "counts as it was on record then."
    )


def _children(asking: Asking, now: CouldHaveKnown) -> Table:
    return Table(
        caption="Children whom the record showed on that Monday", caption_hidden=True, key="known-children",
        heads=(Head(text="Name"), Head(text="By which rule")),
        rows=tuple(
            Row(cells=(
                Cell(text=one.name, href=child_link(asking, one.child)), Cell(text="; ".join(one.rules)),
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
