"""The map of England by area and year: the last grade that was printed for each council, as a tile and as a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from holdfast.dates import say
from holdfast.inspection.history.as_printed import AsPrinted, as_printed
from holdfast.inspection.history.events import Inspection
from holdfast.inspection.history.kept import kept
from holdfast.inspection.history.line import AREA_WORDS
from holdfast.inspection.report import AREAS
from holdfast.inspection.tiles import Tile, tiles_on
from holdfast.web.asking import Asking
from holdfast.web.parts import Cell, Crumb, Head, Picture, Row, Table
from holdfast.web.pictures import MapTile, tiles_picture
from holdfast.web.reports.words import (
    GRADES,
    NEWER,
    NONE_HERE,
    NOT_IN_SET,
    Choice,
    choices,
    crumbs,
    drawn,
    pages,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPage:
    """The map for one area at the end of one year (or, of the present year, today)."""

    crumbs: tuple[Crumb, ...]
    pages: tuple[Crumb, ...]
    title: str
    lead: str
    notes: tuple[str, ...]
    areas: tuple[Choice, ...]
    years: tuple[Choice, ...]
    hidden: tuple[tuple[str, str], ...]
    picture: Picture


def map_page(asking: Asking, area: str, year: str) -> MapPage:
    """The page; an area or a year that is none of those offered is the first area and the present year."""
    today, inspections = asking.view.today, [one for one in kept().inspections if _is_printed(one)]
    first = min((one.when.last.year for one in inspections), default=today.year)
    years = [str(one) for one in range(today.year, first - 1, -1)]
    area, year = area if area in AREAS else AREAS[0], year if year in years else years[0]
    day = min(date(int(year), 12, 31), today)
    found, there = as_printed(inspections, area, day), tiles_on(day)
    told = [one for one in there if one.code in found]
    when = f"the end of {year}" if day < today else say(day)
    title = f"Grades of England's councils, {AREA_WORDS[area]}, as printed by {when}"
    return MapPage(
        crumbs=crumbs(asking, Crumb(text="The map")), pages=pages(asking, "map"), title=title,
        lead=f"The last grade printed for {len(told)} of England's {len(there)} councils, in the files that come with "
        "Holdfast. A letter and a colour say the grade. All councils have the same room, near their neighbours.",
        notes=(
            f"{NEWER} The files were last read on {say(kept().read_on)}. A council with no letter may well have been "
            "inspected: its report is not in the files. A grade that is only told of elsewhere is left out. The grades "
            "of different sets of judgements stand side by side here, and nothing is worked out from them.",
        ),
        areas=choices([(one, _capital(AREA_WORDS[one])) for one in AREAS], area),
        years=choices([(one, one) for one in years], year), hidden=tuple(asking.moment_query.items()),
        picture=_picture(asking, there, found, title),
    )  # fmt: skip


def _is_printed(one: Inspection) -> bool:
    """Whether its own report was read. What only another source tells of stands on the council's line, with it."""
    return any(claim.source.sure == "printed" for claim in one.claims)


def _picture(asking: Asking, there: tuple[Tile, ...], found: Mapping[str, AsPrinted], title: str) -> Picture:
    said = {one.code: _said(found.get(one.code)) for one in there}
    used = set(said.values())
    legend = [one for one in (*GRADES, NOT_IN_SET, NONE_HERE) if one in used]
    svg = tiles_picture(
        [
            MapTile(
                column=one.column, row=one.row, short=one.short, region=one.region, kind=said[one.code][0],
                letter=said[one.code][1], title=f"{one.name}: {said[one.code][2].lower()}{_when(found.get(one.code))}",
            )
            for one in there
        ],
        title=title, key="map", legend=legend,
    )  # fmt: skip
    return Picture(
        svg=svg,
        wide=True,
        words=f"{title}. The table below says the same.",
        table=_table(asking, there, found, said),
        folded="Show the map as a table, council by council",
    )


def _table(
    asking: Asking, there: tuple[Tile, ...], found: Mapping[str, AsPrinted], said: dict[str, tuple[str, str, str]]
) -> Table:
    rows = tuple(
        Row(cells=(
            Cell(text=one.name, href=asking.link("/inspectors/", council=one.code)), Cell(text=one.region),
            Cell(text=said[one.code][2]),
            Cell(text=_printed(found.get(one.code)), detail=_set(found.get(one.code))),
        ))
        for one in sorted(there, key=lambda one: (one.region, one.name))
    )  # fmt: skip
    heads = tuple(Head(text=one) for one in ("Council", "Region", "Grade", "As printed on"))
    return Table(caption="Each council's last printed grade", caption_hidden=True, key="councils", heads=heads,
                 rows=rows, small=True, wide=True, note=NEWER)  # fmt: skip


def _said(one: AsPrinted | None) -> tuple[str, str, str]:
    return drawn(one.grade, one.absent) if one else NONE_HERE


def _when(one: AsPrinted | None) -> str:
    return f", as printed on {one.when.words}" if one else ""


def _printed(one: AsPrinted | None) -> str:
    return one.when.words if one else ""


def _set(one: AsPrinted | None) -> str:
    return one.framework if one else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
