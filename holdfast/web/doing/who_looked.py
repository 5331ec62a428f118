"""Who looked at a child's record, in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass

from holdfast.casework.looking import looks_at
from holdfast.dates import say_moment
from holdfast.web import seats
from holdfast.web.access import REGISTER
from holdfast.web.parts import Cell, Head, Row, Table

REFUSALS = frozenset({403, 404, 405})


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
                Cell(text=say_moment(one.made_at)), Cell(text=workers.get(one.who, one.who)),
                Cell(text=seats.BY_CODE[one.seat].title if one.seat in seats.BY_CODE else one.seat),
                Cell(text=_what(one.route, alone=one.alone, refused=one.status in REFUSALS)), Cell(text=one.basis),
            )
        )
        for one in looks
    )  # fmt: skip
    heads = tuple(Head(text=text) for text in ("When", "Who", "In which seat", "What was shown", "On what basis"))
    return LookedPage(
        name=name, child_href=f"/child/{child}", many=len(looks),
        table=Table(caption=f"Who looked at {name}'s record, the newest first", heads=heads, rows=rows, wide=True),
    )  # fmt: skip


def _what(route: str, *, alone: bool, refused: bool) -> str:
    purpose = REGISTER[route].purpose if route in REGISTER else "a page that is no more"
    if refused:
        return f"Refused: {purpose}"
    return purpose[0].upper() + purpose[1:] if alone else f"Among others, on: {purpose}"
