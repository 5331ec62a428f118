"""A report on a page: read apart, shown before it is kept, kept once; and every file that is refused."""

import pytest
from django.conf import settings

from holdfast.casework.apart import asking
from holdfast.casework.importing import entry, position
from holdfast.store.chain import verify
from holdfast.store.inspected import DocumentRow, kept_rows
from holdfast.web import proposed, upload_steps
from holdfast.web.reports import taking
from tests.inspection.hostile_pdfs import HOSTILE
from tests.web.pages import Ask, words_of
from tests.web.report_forms import HULL, REPORT, a_small_council, fields, read_in_this_process, take_in, upload

__all__ = ["a_small_council", "read_in_this_process"]


def test_a_report_is_shown_before_it_is_kept(page: Ask) -> None:
    before = position()
    shown = page(upload("report.txt", REPORT).location, seat="director")
    assert shown.status == 200
    for words in ("Nothing is kept yet.", "Kingston upon Hull", "4 February 2019", "Inadequate", "3 points to improve"):
        assert words in shown.text
    assert "Not read" in shown.text or "Not in this set" in shown.text
    assert (position(), kept_rows(DocumentRow)) == (before, [])


def test_a_report_that_is_kept_is_one_entry_with_its_line_and_stands_on_every_page(page: Ask) -> None:
    before = position()
    done = take_in(page)
    assert done.status == 302
    assert position() == before + 1
    assert entry(before + 1).who == "Director"  # type: ignore[union-attr]
    (kept,) = kept_rows(DocumentRow)
    assert (kept.row.name, kept.row.size, kept.entry) == ("report.txt", len(REPORT), before + 1)
    assert kept.row.reader.startswith("Holdfast ")
    assert verify() == []
    found = page(done.location, seat="director")
    assert "It is on record" in found.text
    assert "Taken in on 1 June 2026 as report.txt" in found.text
    assert "Inspection of 15 February 2019" in page(f"/inspectors/?council={HULL}").text
    assert page(f"/inspectors/themes?council={HULL}").find("//table[@id='by-year']")
    assert "in Wexmouth, theme by theme" in page("/inspectors/themes").text
    (hit, *_) = page(f"/inspectors/search?council={HULL}&words=boat").find("//li[@class='hf-said__one']")
    assert "Too many wait for the boat" in words_of(hit)
    assert "Kingston upon Hull: Inspection of 15 February 2019" in words_of(
        page("/inspectors/take-in", seat="director").by_id("taken")
    )
    known = page(f"/inspectors/?council={HULL}&as-known=2026-05-31")
    assert "No report on Kingston upon Hull has been taken in here" in known.text


def test_the_same_file_twice_changes_nothing_whatever_it_is_called(page: Ask) -> None:
    take_in(page)
    before = position()
    shown = page(upload("another name.txt", REPORT).location, seat="director")
    assert "exactly this content is on record already" in shown.text
    assert not shown.find("//button[@value='keep']")
    again = {"step": "keep", "file": shown.path.split("file=")[1], "key": "k", "base": "0"}
    assert page("/inspectors/take-in", seat="director", post=again).status == 302
    assert (position(), len(kept_rows(DocumentRow))) == (before, 1)


def test_the_same_form_sent_twice_is_one_entry_and_is_answered_alike_and_another_is_told_that_the_file_is_gone(
    page: Ask, django_capture_on_commit_callbacks
) -> None:
    shown = page(upload("report.txt", REPORT).location, seat="director")
    form = {"step": "keep", **fields(shown)}
    with django_capture_on_commit_callbacks(execute=True):
        first = page("/inspectors/take-in", seat="director", post=form)
    after = position()
    again = page("/inspectors/take-in", seat="director", post=form)
    assert (again.status, again.location, position()) == (302, first.location, after)
    for other in ({"key": "another"}, {"key": ""}):
        assert page("/inspectors/take-in", seat="director", post={**form, **other}).status == 404


def test_a_form_without_a_key_keeps_nothing_and_says_why(page: Ask) -> None:
    before, shown = position(), page(upload("report.txt", REPORT).location, seat="director")
    answer = page("/inspectors/take-in", seat="director", post={"step": "keep", **fields(shown), "key": ""})
    assert (answer.status, "had no number of its own" in answer.text) == (422, True)
    assert position() == before
    assert page("/inspectors/take-in", seat="director", post={"step": "keep", **fields(answer)}).status == 302


def test_a_file_that_the_same_form_had_kept_at_the_same_moment_is_no_fault(
    page: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = {"step": "keep", **fields(page(upload("report.txt", REPORT).location, seat="director"))}
    first = page("/inspectors/take-in", seat="director", post=form)
    gone = proposed.Proposed(digest="0" * 64, name="report.txt", built_in=False, path=settings.BUILD / "gone")
    monkeypatch.setattr(proposed, "find", lambda *told: gone)
    again = page("/inspectors/take-in", seat="director", post=form)
    assert (again.status, again.location) == (302, first.location)


@pytest.mark.parametrize("name", [one for one in HOSTILE if one != "bomb.pdf"])
def test_a_hostile_file_is_refused_on_the_page_with_a_clear_reason(name: str, page: Ask) -> None:
    data, words = HOSTILE[name]
    answer = upload(name, data)
    assert answer.status == 400
    assert words in words_of(answer.find("//*[@role='alert']")[0])
    assert list((settings.BUILD / proposed.REPORTS).glob("*")) == []
    assert kept_rows(DocumentRow) == []


def test_a_bomb_is_stopped_in_its_own_process_and_put_aside(page: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "read_apart", asking.read_apart)
    answer = upload("bomb.pdf", HOSTILE["bomb.pdf"][0])
    assert answer.status == 400
    assert "more than the 200 MB of memory" in answer.text
    assert "put aside on the server" in answer.text


def test_what_is_no_report_is_shown_as_such_and_cannot_be_kept(page: Ask) -> None:
    shown = page(upload("list.txt", b"Bread, milk and two candles.\n").location, seat="director")
    assert "cannot be kept" in words_of(shown.by_id("refused"))
    assert not shown.find("//button[@value='keep']")
    post = {"step": "keep", "file": shown.path.split("file=")[1], "key": "k", "base": "0"}
    assert page("/inspectors/take-in", seat="director", post=post).status == 422
    assert kept_rows(DocumentRow) == []


def test_a_form_without_a_file_and_one_that_is_too_large_say_what_to_do(page: Ask, monkeypatch) -> None:
    empty = page("/inspectors/take-in", seat="director", post={"step": "read"})
    assert (empty.status, "Choose a report" in empty.text) == (400, True)
    monkeypatch.setattr(upload_steps, "is_too_large", lambda request: True)
    large = page("/inspectors/take-in", seat="director", post={"step": "read"})
    assert (large.status, "larger than" in large.text) == (413, True)
    gone = page("/inspectors/take-in?file=" + "0" * 64, seat="director")
    assert (gone.status, "no longer here" in gone.text) == (404, True)


@pytest.mark.parametrize("seat", [None, "portfolio-holder", "team-manager", "social-worker"])
def test_a_seat_that_may_not_take_in_has_no_such_page_and_no_link_to_it(seat: str | None, page: Ask) -> None:
    assert page("/inspectors/take-in", seat=seat).status == 404
    assert page("/inspectors/take-in", seat=seat, post={"step": "read"}).status == 404
    assert "/inspectors/take-in" not in page("/inspectors/", seat=seat).html
    assert "/inspectors/take-in" in page("/inspectors/", seat="director").html


def test_a_report_of_a_council_that_the_table_does_not_have_is_kept_and_found_without_a_line(page: Ask) -> None:
    unknown = REPORT.replace(b"Hull City", b"Eastmarsh Borough")
    shown = page(upload("eastmarsh.txt", unknown).location, seat="director")
    assert "Look here:" in shown.text
    done = page("/inspectors/take-in", seat="director", post={"step": "keep", **fields(shown)})
    found = page(done.location, seat="director")
    assert (found.status, "Eastmarsh" in found.text) == (200, True)
    assert not [one for one in found.links() if "council=" in one]
    assert "Eastmarsh" in words_of(page("/inspectors/take-in", seat="director").by_id("taken"))
    assert page("/inspectors/themes").status == 200
    assert page("/inspectors/search?words=boat").find("//li[@class='hf-said__one']")
