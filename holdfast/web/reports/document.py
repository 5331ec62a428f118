"""One document: what it is, its grades, its points and its sentences, each with what it is about."""

from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.casework.reports.fates import KeptFate, PointNow, points_now
from holdfast.casework.reports.held import Document, Library, Passage
from holdfast.dates import say
from holdfast.inspection.history.line import AREA_WORDS
from holdfast.inspection.report import AREAS, NOT_IN_THIS_SET
from holdfast.web.asking import Asking
from holdfast.web.parts import Cell, Crumb, Head, Row, Table, Tag
from holdfast.web.reports.line import INVENTED
from holdfast.web.reports.search import tags, theme_names
from holdfast.web.reports.words import crumbs
from holdfast.wexmouth.reports import CODE


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageShown:
    """One passage as the page has it."""

    key: str
    text: str
    where: str
    tags: tuple[Tag, ...]
    themes: str
    matched: str
    read: str
    fate: str
    href: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """One document whole."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    notes: tuple[str, ...]
    grades: Table | None
    points: tuple[PassageShown, ...]
    no_points: str
    statements: tuple[PassageShown, ...]
    line: Crumb | None
    problems: tuple[str, ...]
    done: bool


def document_page(asking: Asking, library: Library, one: Document, fates: Iterable[KeptFate]) -> DocumentPage:
    """The page of one document of the library."""
    points = tuple(_shown(asking, each.passage, each) for each in points_now(library, one, fates))
    return DocumentPage(
        crumbs=crumbs(asking, Crumb(text=one.title)), title=f"{one.council}: {one.title}", lead=_lead(one),
        notes=(INVENTED,) if one.code == CODE else (one.taken_in,) if one.taken_in else (),
        grades=_grades(one), points=points, no_points="" if points else _no_points(one),
        statements=tuple(_shown(asking, each) for each in library.of(one.key) if each.kind == "statement"),
        line=Crumb(text=f"{one.council}'s line", href=asking.link("/inspectors/", council=one.code))
        if one.code else None,
        problems=tuple(one.report.problems), done="done" in asking.request.GET,
    )  # fmt: skip


def _lead(one: Document) -> str:
    report = one.report
    days = ""
    if report.inspection_start and report.inspection_end:
        first, last = report.inspection_start, report.inspection_end
        days = f" On site {say(first)}." if first == last else f" On site {say(first)} to {say(last)}."
    published = f" Published {say(report.publication_date)}." if report.publication_date else ""
    pages = f" {report.n_pages} pages." if report.n_pages > 1 else ""
    return f"{one.kind_words}.{days}{published}{pages}"


def _no_points(one: Document) -> str:
    reason = one.report.reasons.get("improvement_points", "")
    return "This document has no list of points to improve." if not reason else f"Points to improve: {reason}"


def _grades(one: Document) -> Table | None:
    rows = []
    for area in AREAS:
        grade, reason = one.report.judgements[area], one.report.reasons.get(f"judgements.{area}", "")
        if grade is None and (not reason or reason == NOT_IN_THIS_SET):
            continue
        evidence = one.report.evidence.get(f"judgements.{area}")
        words = AREA_WORDS[area]
        rows.append(Row(cells=(
            Cell(text=f"{words[:1].upper()}{words[1:]}"), Cell(text=grade or reason),
            Cell(text=f"page {evidence.page}" if evidence else "", detail=evidence.quote if evidence else ""),
        )))  # fmt: skip
    if not rows:
        return None
    heads = tuple(Head(text=one) for one in ("Area", "Grade", "Where it stands"))
    return Table(caption="Grades as printed", key="judgements", heads=heads, rows=tuple(rows), small=True, wide=True)


def _shown(asking: Asking, one: Passage, now: PointNow | None = None) -> PassageShown:
    return PassageShown(
        key=f"{one.kind}-{one.place}", text=one.text, where=one.where, tags=tags(one), themes=theme_names(one.themes),
        matched=", ".join(one.matched), read=_put_right(one), fate=_fate(now) if now else "",
        href=asking.link(f"/inspectors/report/{one.document.key}/{one.kind}-{one.place}"),
        link=f"Point {one.place}: how it was read, and what became of it" if now
        else f"Sentence {one.place}: how it was read",
    )  # fmt: skip


def _put_right(one: Passage) -> str:
    if not one.said.corrections:
        return ""
    last = one.said.corrections[-1]
    return f"Put right by {last.by}: {last.reason}"


def _fate(now: PointNow) -> str:
    """How it stands, and who read it so."""
    return f"{now.words}, as {now.confirmed.by} read it" if now.confirmed else now.words
