"""The first part of the referral officer's Monday: who waits for a decision at the front door."""

from holdfast.casework.registers.at_the_door import WAITING, AtTheDoor, at_the_door
from holdfast.dates import say_with_weekday
from holdfast.web.asking import Asking
from holdfast.web.monday.building import IN_FULL
from holdfast.web.monday.page import Door, Gone


def door_of(asking: Asking) -> Door | None:
    """Who waits, for somebody who sits at the front door; None in every other seat."""
    if asking.seat.scope != "front door":
        return None
    every = at_the_door(asking.council, asking.view, asking.theirs())
    beyond = len(every) - IN_FULL
    return Door(
        lead=_lead(every),
        waiting=tuple(
            Gone(name=one.name, href=asking.link(f"/child/{one.child}"), words=_words(one)) for one in every[:IN_FULL]
        ),
        more=f"And {beyond} more, on the register" if beyond > 0 else "See them on the register" if every else "",
        more_href=asking.link(f"/registers/{WAITING.code}"),
    )  # fmt: skip


def _lead(every: tuple[AtTheDoor, ...]) -> str:
    if not every:
        return (
            "Nobody is on record as waiting: each referral has a decision, and each contact of the last eight weeks an "
            "outcome. A call that nobody has typed in is not on record."
        )
    late, many = sum(one.late for one in every), len(every)
    waits = f"{many} {'child waits' if many == 1 else 'children wait'}, the longest wait first."
    return f"{waits} {f'For {late} the day of the decision has passed.' if late else 'No day has passed yet.'}"


def _words(one: AtTheDoor) -> str:
    came = f"a {one.what} came on {say_with_weekday(one.since)}"
    ask = one.owner.worker or one.owner.team
    whom = f" Ask {ask}." if ask else " Nobody is on record to ask yet."
    if one.due_on is None:
        return f"{came}, and no outcome is on record.{whom}"
    if one.late:
        return f"{came}; a decision was due by {say_with_weekday(one.due_on)}, and none is on record.{whom}"
    return f"{came}; a decision is due by {say_with_weekday(one.due_on)}.{whom}"
