"""What was taken in of inspectors' words, and what people said of it since, out of the store."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import cast

from holdfast.casework.reports.fates import KeptFate
from holdfast.casework.reports.held import Document
from holdfast.dates import say
from holdfast.inspection.corrections import Correction
from holdfast.inspection.history.points import FoundFate
from holdfast.inspection.read_back import report_of
from holdfast.inspection.report import Polarity, Report
from holdfast.store.inspected import CorrectionRow, DocumentRow, FateRow, Kept, ReadingRow, kept_rows

KEY_DIGITS = 16


def documents(known: datetime | None = None) -> list[Document]:
    """Every document that was taken in, by a moment where one is asked for, as it was read last by then."""
    later = {one.row.digest: one for one in _by(kept_rows(ReadingRow), known)}
    return [
        one for kept in _by(kept_rows(DocumentRow), known) for one in _documents(kept, later.get(kept.row.digest))
    ]  # fmt: skip


def read_last() -> dict[str, tuple[str, tuple[Report, ...]]]:
    """Of each file that was taken in, by its digest: its name, and the documents in it as they were read last."""
    newest = {one.row.digest: one.row.read for one in (*kept_rows(DocumentRow), *kept_rows(ReadingRow))}
    return {
        one.row.digest: (one.row.name, tuple(report_of(told) for told in json.loads(newest[one.row.digest])))
        for one in kept_rows(DocumentRow)
    }


def corrections(known: datetime | None = None) -> list[Correction]:
    """Every correction, the oldest first."""
    return [
        Correction(
            text=kept.row.text, by=kept.row.by, at=kept.made_at, reason=kept.row.reason,
            themes=None if kept.row.themes is None else tuple(kept.row.themes.split()),
            polarity=cast(Polarity | None, kept.row.polarity),
        )
        for kept in _by(kept_rows(CorrectionRow), known)
    ]  # fmt: skip


def corrections_since(text: str, base: int) -> list[Kept]:
    """The corrections of one text that came on record after an entry."""
    return [one for one in kept_rows(CorrectionRow) if one.row.text == text and one.entry > base]


def fates(known: datetime | None = None) -> list[KeptFate]:
    """Every confirmed fate, the oldest first."""
    return [_fate(kept) for kept in _by(kept_rows(FateRow), known)]


def fates_since(document: str, point: int, base: int) -> list[Kept]:
    """The fates of one point that were confirmed after an entry."""
    return [
        one for one in kept_rows(FateRow) if (one.row.document, one.row.point) == (document, point) and one.entry > base
    ]  # fmt: skip


def key_of(digest: str, part: int) -> str:
    """What an address calls a document: the beginning of its file's digest, and which document of the file."""
    return f"{digest[:KEY_DIGITS]}-{part}"


def title_of(report: Report) -> str:
    """What a page calls a document that was taken in."""
    day = report.inspection_end or report.publication_date
    when = f" of {say(day)}" if day else ""
    if report.kind == "inspection_report":
        return f"{'Re-inspection' if report.visit_type == 'reinspection' else 'Inspection'}{when}"
    if report.kind == "press_article":
        return f"Press article{when}"
    kind = "Focused visit" if report.kind == "focused_visit_letter" else "Monitoring visit"
    return f"{kind}{f' {report.ordinal}' if report.ordinal else ''}{when}"


def _by(rows: Iterable[Kept], known: datetime | None) -> list[Kept]:
    return [one for one in rows if known is None or one.made_at <= known]


def _documents(kept: Kept, later: Kept | None) -> list[Document]:
    row: DocumentRow = kept.row
    again = f" Read again on {say(later.made_at.date())} by {later.row.reader}." if later else ""
    found = []
    for told in json.loads(later.row.read if later else row.read):
        report = report_of(told)
        found.append(Document(
            key=key_of(row.digest, report.part), title=title_of(report),
            day=report.publication_date or report.inspection_end, report=report,
            taken_in=f"Taken in on {say(kept.made_at.date())} as {row.name}, read by {row.reader}.{again}",
        ))  # fmt: skip
    return found


def _fate(kept: Kept) -> KeptFate:
    row: FateRow = kept.row
    return KeptFate(
        document=row.document, point=row.point, text=row.text, later=row.later, page=row.page,
        paragraph=row.paragraph, sentence=row.sentence, fate=cast(FoundFate, row.fate), proposed=row.proposed,
        by=row.by, on=kept.made_at.date(), reason=row.reason,
    )  # fmt: skip
