"""Themes over time: a small picture for each theme, all to one scale, and one table that says the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.casework.reports.held import Library
from holdfast.casework.reports.over_time import ThemeOverTime, YearOfTheme, over_time
from holdfast.inspection.themes import themes_version
from holdfast.web.asking import Asking
from holdfast.web.parts import Cell, Crumb, Empty, Head, Row, Table
from holdfast.web.pictures import ThemeYear, theme_picture
from holdfast.web.reports.words import Choice, choices, crumbs, pages
from holdfast.wexmouth.reports import CODE, COUNCIL


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeCard:
    """One theme: its picture, and in words what it comes to."""

    key: str
    name: str
    means: str
    svg: str
    words: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemesPage:
    """Every theme over the years of one council."""

    crumbs: tuple[Crumb, ...]
    pages: tuple[Crumb, ...]
    council: str
    councils: tuple[Choice, ...]
    hidden: tuple[tuple[str, str], ...]
    lead: str
    note: str
    cards: tuple[ThemeCard, ...]
    unsaid: str
    table: Table | None
    empty: Empty | None


def themes_page(asking: Asking, library: Library, asked: str) -> ThemesPage:
    """The page for one council of the library; this council where none of them is asked for."""
    councils = {CODE: COUNCIL, **{code: name for code, name in library.councils.items() if code}}
    code = asked if asked in councils else CODE
    every = over_time(one for one in library.passages if one.document.code == code)
    told = [one for one in every if one.told]
    most = max((max(year.strengths, year.weaknesses + year.mixed) for one in told for year in one.years), default=1)
    return ThemesPage(
        crumbs=crumbs(asking, Crumb(text="Themes over time")), pages=pages(asking, "themes"),
        council=councils[code], councils=choices(councils.items(), code),
        hidden=tuple(asking.moment_query.items()), lead=_lead(library, code), note=_note(),
        cards=tuple(_card(asking, one, code, most) for one in told), unsaid=_unsaid(every),
        table=_table(told) if told else None,
        empty=None if told else Empty(
            what="Nothing was written by this day.", means="No document is on record that had come out by then."
        ),
    )  # fmt: skip


def _lead(library: Library, code: str) -> str:
    held = [one for one in library.documents if one.code == code and one.day]
    years = sorted({one.day.year for one in held if one.day})
    span = f" from {years[0]} to {years[-1]}" if len(years) > 1 else f" from {years[0]}" if years else ""
    documents = "1 document" if len(held) == 1 else f"{len(held)} documents"
    return (
        f"What inspectors wrote about each theme, in {documents}{span}. Above the line stands the number of sentences "
        "that tell of a strength, below it those that tell of a weakness (hollow: of both). Under each year stands the "
        "number of points that asked for something to be done."
    )


def _note() -> str:
    return (
        f"Themes (list {themes_version()}), strengths and weaknesses are read by rules over words, the same for both, "
        "and are sometimes wrong: a person can put a sentence right, and then the person's word counts. "
        "A long report has more sentences than a letter, so bars of different years are not of one length."
    )


def _card(asking: Asking, one: ThemeOverTime, code: str, most: int) -> ThemeCard:
    words = _words(one)
    years = [
        ThemeYear(
            year=year.year, strengths=year.strengths, weaknesses=year.weaknesses, mixed=year.mixed, points=year.points
        )
        for year in one.years
    ]  # fmt: skip
    theme = one.theme
    return ThemeCard(
        key=f"theme-{theme.id}", name=theme.name, means=theme.means, words=words,
        svg=theme_picture(years, most=most, title=f"{theme.name}: {words}", key=f"pic-{theme.id}"),
        href=asking.link("/inspectors/search", theme=theme.id, council=code),
    )  # fmt: skip


def _words(one: ThemeOverTime) -> str:
    """What it comes to over all years: ``4 strengths, 9 weaknesses, 1 of both; 3 to do``."""
    return _said(*(
        sum(getattr(year, name) for year in one.years)
        for name in ("strengths", "weaknesses", "mixed", "neutral", "points")
    ))  # fmt: skip


def _said(strengths: int, weaknesses: int, mixed: int, neutral: int, points: int) -> str:
    parts = (
        f"{strengths} {'strength' if strengths == 1 else 'strengths'}" if strengths else "",
        f"{weaknesses} {'weakness' if weaknesses == 1 else 'weaknesses'}" if weaknesses else "",
        f"{mixed} of both" if mixed else "", f"{neutral} of neither" if neutral else "",
    )  # fmt: skip
    said = ", ".join(part for part in parts if part)
    return "; ".join(part for part in (said, f"{points} to do" if points else "") if part)


def _unsaid(every: Sequence[ThemeOverTime]) -> str:
    names = [one.theme.name for one in every if not one.told]
    return f"Nothing was written of: {', '.join(names)}." if names else ""


def _table(told: Sequence[ThemeOverTime]) -> Table:
    years = [one.year for one in told[0].years]
    heads = (Head(text="Theme"), *(Head(text=str(year)) for year in years))
    rows = tuple(
        Row(cells=(Cell(text=one.theme.name), *(Cell(text=_cell(year)) for year in one.years))) for one in told
    )  # fmt: skip
    return Table(
        caption="Sentences and points by theme and year", key="by-year", heads=heads, rows=rows, small=True, wide=True,
        note="Strengths, weaknesses, both and neither are sentences. Each that is to do is a point of improvement.",
    )  # fmt: skip


def _cell(one: YearOfTheme) -> str:
    if not one.any:
        return "nothing"
    return _said(one.strengths, one.weaknesses, one.mixed, one.neutral, one.points)
