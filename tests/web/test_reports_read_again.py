"""Reports that are on record, read again: what differs is said, a new row stands beside, and nothing said is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from holdfast.casework.importing import position
from holdfast.casework.reports import kept
from holdfast.casework.reports.again import Said
from holdfast.casework.reports.fates import KeptFate
from holdfast.inspection.corrections import Correction, text_key
from holdfast.inspection.report import Report
from holdfast.store.chain import verify
from holdfast.store.inspected import DocumentRow, ReadingRow, kept_rows
from holdfast.web.management.commands import read_reports_again
from holdfast.web.today import now
from tests.casework.read_here import here
from tests.web.pages import Ask
from tests.web.report_forms import REPORT, a_small_council, read_in_this_process, take_in

__all__ = ["a_small_council", "read_in_this_process"]

NOTHING_SAID = Said(corrections=(), fates=(), points={})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The report as a file."""
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT)
    return path


@pytest.fixture
def read_with(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Report], None]], None]:
    """Let the reader read otherwise from now on."""

    def otherwise(change: Callable[[Report], None]) -> None:
        def read(*told: Any, **how: Any) -> Any:
            reports = here(*told, **how)
            for one in reports:
                change(one)
            return reports

        monkeypatch.setattr(read_reports_again, "read_apart", read)

    otherwise(lambda report: None)
    return otherwise


def said(*args: Any, **options: Any) -> str:
    """What the command says."""
    out = StringIO()
    call_command("read_reports_again", *args, stdout=out, **options)
    return out.getvalue()


def other_page(report: Report) -> None:
    """The first sentence stands on another page, and the second point too."""
    report.statements[0] = replace(report.statements[0], page=9)
    report.improvement_points[1] = replace(report.improvement_points[1], page=9)


def other_words(report: Report) -> None:
    """The first point reads otherwise."""
    report.improvement_points[0] = replace(report.improvement_points[0], text="Something else altogether.")


def test_where_the_reader_reads_the_same_nothing_is_put_on_record(page: Ask, file: Path, read_with: Any) -> None:
    take_in(page)
    before = position()
    assert said(file, yes=True, who="Ann").splitlines() == ["report.txt: nothing differs.", "Nothing is put on record."]
    assert position() == before


def test_what_is_read_otherwise_is_said_first_and_stands_beside_what_was_read_where_that_is_asked(
    page: Ask, file: Path, read_with: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = take_in(page)
    monkeypatch.setattr(read_reports_again, "now", lambda: now() + timedelta(days=1))
    before = position()
    read_with(other_page)
    told = said(file.parent)
    assert "  1 point on another page\n  1 sentence on another page\n" in told
    assert "Say --yes" in told
    assert position() == before
    assert f"On record as entry {before + 1}: 1 read anew." in said(file, yes=True, who="Ann")
    (first,), (later,) = kept_rows(DocumentRow), kept_rows(ReadingRow)
    assert first.row.read != later.row.read
    assert verify() == []
    (document,) = kept.documents()
    assert (document.report.statements[0].page, document.report.improvement_points[1].page) == (9, 9)
    assert "Read again on 2 June 2026 by Holdfast" in document.taken_in
    assert "page 9" in page(done.location.partition("?")[0]).text
    (early,) = kept.documents(known=first.made_at)
    assert early.report.statements[0].page != 9, "as it was known then"
    assert "nothing differs" in said(file)


def test_what_people_said_is_kept_where_its_text_stands_and_else_the_report_stays_as_it_was_read(
    page: Ask, file: Path, read_with: Any
) -> None:
    take_in(page)
    (document,) = kept.documents()
    address = f"{document.key}/point-1"
    text = document.report.improvement_points[0].text
    ann = Correction(text=text_key(text), by="Ann", at=now(), reason="So", themes=())
    fate = KeptFate(
        document=document.key, point=1, text=text_key(text), later="letter-1", page=2, paragraph=None, sentence="So.",
        fate="persists", proposed="", by="Ben", on=now().date(), reason="",
    )  # fmt: skip
    elsewhere = replace(fate, document="report-2023", later=document.key, sentence=text)
    for heard, lost in (
        (NOTHING_SAID, ()),
        (replace(NOTHING_SAID, points={address: "Heard"}), ("point 1, from which the objective 'Heard' comes",)),
        (replace(NOTHING_SAID, points={f"{document.key}/point-2": "Heard"}), ()),
        (replace(NOTHING_SAID, corrections=(ann,)), ("a correction by Ann of a text that is read otherwise now",)),
        (replace(NOTHING_SAID, corrections=(replace(ann, text=text_key("Nowhere.")),)), ()),
        (replace(NOTHING_SAID, fates=(fate,)), ("what Ben confirmed of point 1",)),
        (replace(NOTHING_SAID, fates=(replace(fate, point=2),)), ()),
        (replace(NOTHING_SAID, fates=(elsewhere,)), ("the sentence by which Ben confirmed",)),
        (replace(NOTHING_SAID, fates=(replace(elsewhere, sentence="It stood nowhere."),)), ()),
    ):
        read_with(other_words)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(read_reports_again, "_said", lambda heard=heard: heard)
            told = said(file)
        assert [one for one in lost if f"    {one}" not in told] == []
        assert ("Left as it was read" in told, "Say --yes" in told) == (bool(lost), not lost)


def test_a_file_that_is_not_on_record_is_not_read_and_it_is_said(page: Ask, file: Path, read_with: Any) -> None:
    with pytest.raises(CommandError, match="No report has been taken in"):
        said(file)
    take_in(page)
    file.write_bytes(REPORT + b" ")
    told = said(file)
    assert "not on record with exactly this content" in told
    assert "1 of 1 files on record were not read again." in told
    with pytest.raises(CommandError, match="There is no file"):
        said(file.parent / "nowhere.pdf")
    with pytest.raises(CommandError, match="Give --who"):
        said(file, yes=True)
