"""The chronology for court as a page: when, what happened, and what it meant for the child."""

from dataclasses import dataclass

from holdfast.casework.child.chronology import Chronology, Event, Meaning
from holdfast.casework.child.told import counted, first_name, with_name
from holdfast.dates import say, say_moment
from holdfast.web.asking import Asking
from holdfast.web.links import child_link

NOT_ON_RECORD = "not on record"
ROUTINE, ROUTINES = "visit, check, supervision or action", "visits, health checks, supervisions and actions of plans"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event: its day, its words, and each text of what it meant, with who wrote it and when."""

    when: str
    words: str
    meant: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyPage:
    """The page: who it is about, how much of it says what a thing meant, the events, and what is left out."""

    name: str
    called: str
    child_href: str
    how_many: str
    left_out: str
    lines: tuple[Line, ...]
    not_on_record: str = NOT_ON_RECORD


def chronology_page(child: str, found: Chronology, asking: Asking) -> ChronologyPage:
    """The page of a child's chronology."""
    name = asking.council.name(child)
    called = first_name(name)
    many = counted(len(found.events), "event")
    return ChronologyPage(
        name=name, called=called, child_href=child_link(asking, child),
        how_many=f"{many} on record. What it meant for {called} is written beside {found.told}."
        if found.events else "Nothing had happened on record by this moment.",
        left_out=_left_out(found.left_out, called), lines=tuple(_line(one, called) for one in found.events),
    )  # fmt: skip


def _left_out(number: int, called: str) -> str:
    if not number:
        return ""
    return (
        f"Left out: {counted(number, ROUTINE, ROUTINES)}, of which nobody wrote what it meant for {called}. "
        "All of it stays on the record."
    )


def _line(one: Event, called: str) -> Line:
    return Line(
        when=say_moment(one.at) if one.at else say(one.on), words=with_name(one.words, called),
        meant=tuple((said.text, _signed(said)) for said in one.meant),
    )  # fmt: skip


def _signed(said: Meaning) -> str:
    return f"{said.by}, put on record on {say_moment(said.at)}" if said.at else said.by
