"""What was read of one document before it is kept: what it is, and every value with its page, or why it is absent."""

from dataclasses import dataclass
from datetime import date

from holdfast.casework.reports.held import KIND_WORDS
from holdfast.dates import say
from holdfast.inspection.history.line import AREA_WORDS
from holdfast.inspection.report import AREAS, Report
from holdfast.web.parts import Cell, Head, Row, Table

SHOWN = 8
"""So many points and sentences are shown before the rest are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRead:
    """One document in the file."""

    title: str
    problems: tuple[str, ...]
    values: Table
    points: tuple[str, ...]
    points_words: str
    statements: tuple[str, ...]
    statements_words: str


def document_read(one: Report) -> DocumentRead:
    """What the page shows of one document in the file."""
    points = [f"{point.text} (page {point.page})" for point in one.improvement_points]
    said = [f"{each.text} (page {each.page})" for each in one.statements]
    return DocumentRead(
        title=f"{KIND_WORDS[one.kind]}: {one.authority or one.authority_printed or 'council not read'}",
        problems=tuple(one.problems), values=_values(one),
        points=tuple(points[:SHOWN]), points_words=_many(len(points), "point to improve", "points to improve"),
        statements=tuple(said[:SHOWN]), statements_words=_many(len(said), "sentence", "sentences"),
    )  # fmt: skip


def _many(count: int, one: str, more: str) -> str:
    rest = f" The first {SHOWN} are shown." if count > SHOWN else ""
    return f"{count} {one if count == 1 else more}.{rest}"


def _values(one: Report) -> Table:
    words = {
        "authority": "Council", "framework": "Framework", "visit_type": "Visit", "ordinal": "Which visit",
        "inspection_start": "On site from", "inspection_end": "On site to", "publication_date": "Published",
        "previous_overall": "Overall before",
    }  # fmt: skip
    rows = [_row(one, key, label, getattr(one, key)) for key, label in words.items()]
    for area in AREAS:
        label = AREA_WORDS[area]
        rows.append(_row(one, f"judgements.{area}", f"{label[:1].upper()}{label[1:]}", one.judgements[area]))
    heads = tuple(Head(text=head) for head in ("What", "As read", "Where it stands"))
    return Table(caption="What was read", caption_hidden=True, heads=heads, rows=tuple(rows), small=True, wide=True)


def _row(one: Report, key: str, label: str, value: object) -> Row:
    evidence = one.evidence.get(key)
    said = say(value) if isinstance(value, date) else str(value).replace("_", " ") if value is not None else ""
    return Row(cells=(
        Cell(text=label), Cell(text=said or one.reasons.get(key, "Not read.")),
        Cell(text=f"page {evidence.page}" if evidence else "", detail=evidence.quote if evidence else ""),
    ))  # fmt: skip
