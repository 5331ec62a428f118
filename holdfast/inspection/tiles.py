"""Where each council stands on a map of England that gives every one the same room: a tile, by region, of our own."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from holdfast.inspection.authorities import authorities


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One council's place: column and row, counted from 1 at the top left, and a name short enough to stand in it."""

    code: str
    name: str
    short: str
    region: str
    column: int
    row: int


@cache
def tiles() -> tuple[Tile, ...]:
    """Every tile, in the order of names. A council that is no more has the place of one that came after it."""
    text = resources.files(__package__).joinpath("tiles.csv").read_text(encoding="utf-8")
    return tuple(
        Tile(
            code=row["code"], name=row["name"], short=row["short"], region=row["region"], column=int(row["column"]),
            row=int(row["row"]),
        )
        for row in csv.DictReader(text.splitlines())
    )  # fmt: skip


def tiles_on(day: date) -> tuple[Tile, ...]:
    """The tiles of the councils that there were on a day."""
    there = {one.code for one in authorities() if one.existed(day)}
    return tuple(one for one in tiles() if one.code in there)
