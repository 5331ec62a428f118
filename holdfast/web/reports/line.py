"""One council's line: grades by area over the years, visits, and what the department did, each with its source."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.casework.reports.held import Library
from holdfast.casework.reports.line import line_of
from holdfast.dates import say
from holdfast.inspection.authorities import authorities
from holdfast.inspection.history.department import STEP_WORDS
from holdfast.inspection.history.events import Inspection, Intervention, InterventionStep, Visit
from holdfast.inspection.history.kept import kept
from holdfast.inspection.history.line import AREA_WORDS, VISIT_WORDS, CouncilHistory, HistoryEntry, words_of
from holdfast.inspection.report import AREAS
from holdfast.web.asking import Asking
from holdfast.web.parts import Cell, Crumb, Empty, Head, Picture, Row, Table
from holdfast.web.pictures import GradeBand, GradeRow, LineMark, MarkRow, grades_picture
from holdfast.web.reports.words import GRADES, NEWER, NOT_READ, Choice, choices, crumbs, drawn, pages
from holdfast.wexmouth.reports import CODE, COUNCIL, the_steps

INVENTED = f"Everything about {COUNCIL} is invented: the council, the reports and every sentence of them."
SHAPES: dict[InterventionStep, tuple[str, str]] = {
    "direction": ("triangle", "direction"), "revised_direction": ("triangle", "direction"),
    "commissioner": ("cross", "commissioner"),
}  # fmt: skip
OTHER_STEP = ("square", "another step of the department")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePage:
    """One council's line."""

    crumbs: tuple[Crumb, ...]
    pages: tuple[Crumb, ...]
    council: str
    councils: tuple[Choice, ...]
    hidden: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    standing: tuple[tuple[str, str], ...]
    picture: Picture | None
    empty: Empty | None
    documents: tuple[Crumb, ...]
    none: str


def known_councils() -> tuple[tuple[str, str], ...]:
    """Every council that may be asked for, by code and name: the invented one first."""
    return ((CODE, f"{COUNCIL} (invented)"), *((one.code, one.name) for one in authorities()))


def line_page(asking: Asking, library: Library, code: str) -> LinePage:
    """The page of the council with this code, which is one of ``known_councils``."""
    day, name = asking.view.today, dict(known_councils())[code].removesuffix(" (invented)")
    history = line_of(code, library.documents, the_steps())
    entries = history.entries(day)
    ofsted, department = history.standing(day)
    held = [one for one in library.documents if one.code == code]
    return LinePage(
        crumbs=crumbs(asking), pages=pages(asking, "line"), council=name,
        councils=choices(known_councils(), code), hidden=tuple(asking.moment_query.items()),
        notes=(INVENTED,) if code == CODE else _notes(day),
        standing=(("With Ofsted", ofsted), ("With the Department for Education", department)),
        picture=_picture(history, entries, name, day) if entries else None,
        empty=None if entries else _nothing(name),
        documents=tuple(
            Crumb(text=f"{one.title} ({one.kind_words.lower()})", href=asking.link(f"/inspectors/report/{one.key}"))
            for one in reversed(held)
        ),
        none="" if held else f"No report on {name} has been taken in here, so there are no words of one to read.",
    )  # fmt: skip


def _notes(day: date) -> tuple[str, ...]:
    return (
        f"{NEWER} The files that come with Holdfast were last read on {say(kept().read_on)}, and are shown up to "
        f"{say(day)}. Many visits and steps of the department are missing from them.",
    )


def _nothing(name: str) -> Empty:
    return Empty(
        what=f"Nothing of {name} is on record here by this day.",
        means="That says nothing of the council: its reports may not have been read, or may be newer.",
    )


def _picture(history: CouncilHistory, entries: Sequence[HistoryEntry], name: str, day: date) -> Picture:
    title = f"{name}: grades by area, visits and steps of the department, up to {say(day)}"
    svg = grades_picture(
        _grades(history, day), _marks(history, day), today=day, title=title, key="grades",
        legend=(*GRADES[: 4 if _plain(history) else None], *((NOT_READ,) if _unread(history) else ())),
    )  # fmt: skip
    table = Table(
        caption=f"{name}'s line, entry by entry", key="entries", wide=True,
        heads=tuple(Head(text=one) for one in ("When", "Who", "What", "How it stood then", "Where it is from")),
        rows=tuple(_row(one) for one in reversed(entries)), note=NEWER,
    )  # fmt: skip
    words = f"{title}. The table below says the same, and where each is from."
    return Picture(svg=svg, wide=True, words=words, table=table)


def _row(one: HistoryEntry) -> Row:
    return Row(cells=(
        Cell(text=one.when.words), Cell(text=one.whose),
        Cell(text=f"{one.what}.", detail=" ".join(one.broken)), Cell(text=one.stands),
        Cell(text="; ".join(one.sources), detail=" ".join(f"Sources differ. {words}." for words in one.differing)),
    ))  # fmt: skip


def _inspections(history: CouncilHistory, day: date) -> list[Inspection]:
    events = [step.event for step in history.ofsted.steps]
    return [one for one in events if isinstance(one, Inspection) and one.when.last <= day]


def _plain(history: CouncilHistory) -> bool:
    """Whether only the four grades of today are on the line, so that the legend need not tell the others."""
    now = {words for _, _, words in GRADES[:4]}
    found = {one.grade for each in _inspections(history, date.max) for one in each.judgements if one.grade}
    return found <= now


def _unread(history: CouncilHistory) -> bool:
    return any(one.absent == "not_read" for each in _inspections(history, date.max) for one in each.judgements)


def _grades(history: CouncilHistory, day: date) -> list[GradeRow]:
    """A row for each area that was ever judged, or that was to be and could not be read."""
    inspections = _inspections(history, day)
    rows = []
    for area in AREAS:
        bands = []
        for place, one in enumerate(inspections):
            said = next((each for each in one.judgements if each.area == area), None)
            if said is None or said.absent == "not_in_this_set":
                continue
            kind, letters, words = drawn(said.grade, said.absent)
            later = inspections[place + 1].when.last if place + 1 < len(inspections) else None
            title = f"{AREA_WORDS[area]}: {words.lower()}, as printed on {one.when.words}"
            bands.append(GradeBand(start=one.when.last, end=later, letter=letters, kind=kind, title=title))
        if bands:
            words = AREA_WORDS[area]
            rows.append(GradeRow(words=f"{words[:1].upper()}{words[1:]}", bands=tuple(bands)))
    return rows


def _marks(history: CouncilHistory, day: date) -> list[MarkRow]:
    events = [step.event for step in history.ofsted.steps]
    visits = tuple(
        LineMark(
            day=one.when.last, shape="diamond" if one.kind == "monitoring" else "round",
            kind=VISIT_WORDS[one.kind].lower(), title=f"{one.when.words}: {words_of(one)}",
            below=str(one.ordinal or ""),
        )
        for one in events if isinstance(one, Visit) and one.when.last <= day
    )  # fmt: skip
    steps = tuple(
        _step(one.event) for one in history.department.steps if one.event.when.last <= day
    )  # fmt: skip
    rows = (MarkRow(words="Visits, no grade", marks=visits), MarkRow(words="The department", marks=steps))
    return [one for one in rows if one.marks]


def _step(one: Intervention) -> LineMark:
    shape, kind = SHAPES.get(one.step, OTHER_STEP)
    return LineMark(
        day=one.when.last, shape=shape, kind=kind, title=f"{one.when.words}: {STEP_WORDS[one.step]}"
    )  # fmt: skip
