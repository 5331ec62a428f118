"""Looks at the record: on what basis somebody may look, and the line that each look leaves before anything is shown."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from uuid import uuid4

from holdfast.casework.asker import Asker
from holdfast.casework.council import Council
from holdfast.casework.permissions import basis
from holdfast.casework.relationships import IN_WORDS, Relationship
from holdfast.casework.view import View
from holdfast.dates import Days, end_of
from holdfast.duties.standing import Standing
from holdfast.store.looks import Looked, LookLine, first_look, pages_opened, verify_looks, write_look
from holdfast.store.looks import looks_at as looks_at_child

LOOKING_ROUND = "looks round the invented council"
A_LIST = "a list of the seat's own children"
NOBODY = "no child is shown"
NO_BASIS = "nothing to do with the child"
REFUSED = "refused: none"
"""The basis of a look that was refused: it never names a tie, since no tie allowed it."""


def basis_of_look(
    asker: Asker, council: Callable[[], Council], view: View, child: str, shown: Sequence[str]
) -> str:  # fmt: skip
    """Why this person may see what the page shows, in words; the ``council`` is asked for only about a child."""
    if asker.seat.scope == "everyone":
        return LOOKING_ROUND
    if not child:
        return A_LIST if shown else NOBODY
    facts = council().child(child, view)
    if facts is None:
        return NO_BASIS
    standing = Standing(facts, view.as_at)
    # Whoever has only a note to write may open the form of it, and no page of the child.
    return basis("look", asker.seat, standing) or basis("hand-over-note", asker.seat, standing) or NO_BASIS


def leave_a_line(
    asker: Asker, *, what: str, route: str, child: str, basis: str, request: str, status: int, shown: Sequence[str],
    made_at: datetime,
) -> int:  # fmt: skip
    """Put the look on record with every child it shows; whoever calls shows nothing where this raises."""
    line = LookLine(
        who=asker.who, seat=asker.seat.code, what=what, route=route, child=child, basis=basis, request=request,
        status=status,
    )  # fmt: skip
    return write_look(line, shown, made_at=made_at)


def leave_an_invented_line(
    *, who: str, seat: str, child: str, tie: Relationship, number: int, made_at: datetime
) -> int:  # fmt: skip
    """Put on record that somebody invented opened the page of a child of the invented council, at its time."""
    line = LookLine(
        who=who, seat=seat, what="page", route="child", child=child, basis=IN_WORDS[tie], request=f"invented-{number}",
        status=200,
    )  # fmt: skip
    return write_look(line, [child], made_at=made_at)


AT_THE_MACHINE = "at the machine itself"
RUNS_IT = "runs Holdfast"


def leave_a_line_of_command(command: str, *, who: str, made_at: datetime) -> int:
    """Put on record that a command took the whole record; whoever calls does nothing where this raises.

    It names no child, since it is of every one of them.
    """
    line = LookLine(
        who=who, seat=AT_THE_MACHINE, what="command", route=command, child="", basis=RUNS_IT, request=uuid4().hex,
        status=200,
    )  # fmt: skip
    return write_look(line, (), made_at=made_at)


def looks_amiss() -> list[str]:
    """What is wrong with the chain of looks, in words; empty where each is as it was written."""
    return verify_looks()


def looks_at(child: str) -> list[Looked]:
    """Every look that showed the child or was refused about the child, the newest first."""
    return looks_at_child(child)


def opened_between(children: Sequence[str], first: date, last: date) -> tuple[tuple[tuple[str, int], ...], date | None]:
    """By seat, of how many of these children somebody opened the page from one day to another; and the first look.

    It never says who: a seat is a role. None where no look at all is on record.
    """
    opened = pages_opened(children, after=end_of(Days(1).before(first)), until=end_of(last))
    since = first_look()
    return tuple(sorted(opened.items())), since.date() if since else None
