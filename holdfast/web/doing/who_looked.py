"""Who looked at a child's record, in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass

from holdfast.casework.acts.register import BY_CODE
from holdfast.casework.looking import Looked, looks_at
from holdfast.dates import say_moment
from holdfast.web import seats
from holdfast.web.access import REGISTER
from holdfast.web.looked import REFUSALS
from holdfast.web.parts import Cell, Head, Row, Table

HOW = {
    "opened": "Opened a form", "sent": "Sent a form, which was not saved as it stood", "saved": "Put on record",
    "refused": "Refused",
}  # fmt: skip
"""What somebody did with the form of an act, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedPage:
    """Everybody who looked, the newest first."""

    name: str
    child_href: str
    many: int
    table: Table


def looked_page(child: str, name: str, workers: Mapping[str, str]) -> LookedPage:
    """The looks at one child as a table of words."""
    looks = looks_at(child)
    rows = tuple(
        Row(
            cells=(
                Cell(text=say_moment(one.made_at)), Cell(text=workers.get(one.who) or _seat(one.who)),
                Cell(text=_seat(one.seat)),
                Cell(text=_what(one)), Cell(text=one.basis),
            )
        )
        for one in looks
    )  # fmt: skip
    heads = tuple(Head(text=text) for text in ("When", "Who", "In which seat", "What was shown", "On what basis"))
    return LookedPage(
        name=name, child_href=f"/child/{child}", many=len(looks),
        table=Table(caption=f"Who looked at {name}'s record, the newest first", heads=heads, rows=rows, wide=True),
    )  # fmt: skip


def _seat(code: str) -> str:
    """A seat by its title: whoever has no name on record is told by it."""
    return seats.BY_CODE[code].title if code in seats.BY_CODE else code


def _what(one: Looked) -> str:
    """What was shown, or which act's form was opened, sent or saved, and whether it was refused."""
    purpose = REGISTER[one.route].purpose if one.route in REGISTER else "a page that is no more"
    how, _, code = one.what.partition(" ")
    act = BY_CODE.get(code)
    if one.status in REFUSALS and act is None:
        return f"Refused: {purpose}"
    if act is not None and how in HOW:
        return f"{HOW[how]}: {act.title[0].lower()}{act.title[1:]}"
    return purpose[0].upper() + purpose[1:] if one.alone else f"Among others, on: {purpose}"
