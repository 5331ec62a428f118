"""A file on a page: read whole, shown before it is taken in, put on record once; and everything that is refused."""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from holdfast.casework import importing
from holdfast.casework.apart import asking
from holdfast.casework.apart.limits import OF_A_PAGE
from holdfast.casework.apart.refused import Refused
from holdfast.casework.importing import entry, position
from holdfast.casework.the_council import forget, the_council
from holdfast.casework.view import View
from holdfast.exchange.annex_a.writing import write_annex_a
from holdfast.exchange.problems import CannotRead
from holdfast.exchange.ssd.writing import write_ssd
from holdfast.web import proposed, receiving
from holdfast.web.today import now
from holdfast.wexmouth.next_week import NEXT_MONDAY, next_week
from holdfast.wexmouth.telling import WEXMOUTH_DAY
from tests.casework.read_here import read_here
from tests.web.born import FEWEST, database
from tests.web.pages import Ask, Page, ask

STRANGER = "pers_person_id,pers_forename,pers_surname,pers_dob\nE-1,Nobody,Invented,2015-04-01\n"


@pytest.fixture(scope="module", autouse=True)
def _a_small_council(wexmouth, django_db_blocker) -> Iterator[None]:
    """Files are read many times here, so of a council of the told children alone."""
    with django_db_blocker.unblock(), database(FEWEST):
        yield


@pytest.fixture(autouse=True)
def _empty_shelf() -> None:
    for one in (settings.BUILD / "proposed").glob("*"):
        proposed.forget(one.name)


@pytest.fixture(autouse=True)
def _read_here() -> Iterator[None]:
    """What came of a file is asked here, not where it was read; two tests below ask that."""
    with read_here():
        yield


@pytest.fixture
def _apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read in a process of their own, as they are when nobody tests."""
    monkeypatch.setattr(importing, "read_apart", asking.read_apart)


def upload(name: str, content: bytes) -> Page:
    """Send a file to be read."""
    return ask("/import/", post={"step": "read", "file": SimpleUploadedFile(name, content)})


def packed(**files: str | bytes) -> bytes:
    """A zip file; double underscores in a name stand for a full stop."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as goal:
        for name, content in files.items():
            goal.writestr(name.replace("__", "."), content)
    return made.getvalue()


def the_week(tmp_path: Path) -> bytes:
    """Wexmouth's next extract, packed."""
    files = write_ssd(next_week(the_council().columns(View(as_at=now()))), tmp_path / "week")
    return packed(**{path.name: path.read_bytes() for path in files})


def propose(page: Ask) -> Page:
    """Next week's extract, shown and not taken in."""
    return page(page("/import/", post={"step": "next-week"}).location)


def form_of(shown: Page) -> dict[str, str]:
    """What the page's own form would send."""
    fields = shown.by_id("take-in").xpath(".//input[@type='hidden']")
    return {"step": "take-in"} | {one.get("name"): one.get("value") for one in fields}


def shelf() -> list[str]:
    """What lies proposed on the server."""
    return [one.name for one in (settings.BUILD / "proposed").glob("*")]


def test_next_weeks_extract_is_shown_by_name_before_anything_changes(page: Ask) -> None:
    before = position()
    shown = propose(page)
    assert shown.status == 200
    for words in ("6 children", "6 new, 1 changed, 0 withdrawn", "Callum Doyle", "Return home interviews: 1 new"):
        assert words in shown.text
    assert position() == before


def test_what_is_taken_in_is_one_entry_and_leads_to_what_came_of_it(
    page: Ask, django_capture_on_commit_callbacks
) -> None:
    before, form = position(), form_of(propose(page))
    with django_capture_on_commit_callbacks(execute=True):
        answer = page("/import/", post=form)
        assert len(shelf()) == 1, "the file is let go once what it says is on record, and not before"
    assert (answer.status, answer.location) == (302, f"/import/?entry={before + 1}")
    # Sent once more, as where the reply was lost, it is answered alike; compared with another record, it is not.
    again = page("/import/", post=form)
    assert (again.location, position()) == (answer.location, before + 1)
    assert page("/import/", post={**form, "position": str(before + 1)}).status == 404
    done = page(answer.location)
    assert "6 new, 1 changed, 0 withdrawn" in done.text
    assert f"/monday?as-at={NEXT_MONDAY:%Y-%m-%dT%H:%M}" in list(done.links())
    taken = entry(before + 1)
    assert taken is not None
    assert (taken.who, taken.source, taken.made_at) == ("Somebody looking round", "wexmouth", NEXT_MONDAY)
    assert shelf() == []


def test_the_record_that_is_held_moves_on_with_what_was_taken_in(page: Ask) -> None:
    interviews = "WX-S10-1-returninterview-week-23"
    page("/import/", post=form_of(propose(page)))
    council = the_council()
    child = council.child("WX-S10-1", View(as_at=NEXT_MONDAY))
    assert child is not None
    assert interviews in [fact.id for facts in child.facts.values() for fact in facts if getattr(fact, "id", "")]
    earlier = council.child("WX-S10-1", View(as_at=NEXT_MONDAY, as_known=now()))
    assert earlier is not None
    assert interviews not in [fact.id for facts in earlier.facts.values() for fact in facts if getattr(fact, "id", "")]


def test_the_same_file_twice_changes_nothing(page: Ask, tmp_path: Path) -> None:
    content = the_week(tmp_path)
    first = page("/import/", post=form_of(page(upload("week.zip", content).location)))
    assert first.location.startswith("/import/?entry=")
    after = position()
    again = page(upload("week.zip", content).location)
    assert "Nothing would change" in again.text
    assert again.find("//form[@id='take-in']") == []
    forged = {"step": "take-in", "proposal": again.path.partition("proposal=")[2], "position": str(after)}
    assert page("/import/", post=forged).status == 302
    assert position() == after


def test_an_uploaded_file_and_the_built_in_one_differ_from_the_record_alike(page: Ask, tmp_path: Path) -> None:
    uploaded = page(upload("week.zip", the_week(tmp_path)).location)
    assert "6 new, 1 changed, 0 withdrawn" in uploaded.text
    assert "week.zip" in uploaded.text


def test_a_file_that_names_anybody_else_is_refused_and_nothing_of_it_is_kept() -> None:
    answer = upload("extract.csv", STRANGER.encode())
    assert answer.status == 400
    assert "not Wexmouth's own" in answer.text
    assert "manage.py import_extract" in answer.text
    assert "Nobody" not in answer.html
    assert shelf() == []


def test_one_stranger_among_the_invented_is_enough_to_refuse() -> None:
    mixed = STRANGER + "WX-000001,Ann,Invented,2015-04-01\n"
    assert "not Wexmouth's own" in upload("extract.csv", mixed.encode()).text
    alone = STRANGER.replace("E-1", "WX-000001")
    assert upload("extract.csv", alone.encode()).status == 302


def test_a_part_of_the_record_cannot_take_the_rest_away(page: Ask, tmp_path: Path) -> None:
    book = tmp_path / "Annex_A.xlsx"
    write_annex_a(the_council().columns(View(as_at=now())), book, WEXMOUTH_DAY)
    shown = page(upload(book.name, book.read_bytes()).location)
    assert "more than a tenth" in words(shown, "refused")
    assert shown.find("//form[@id='take-in']") == []
    before = position()
    forged = {"step": "take-in", "proposal": shelf()[0], "position": str(before)}
    page("/import/", post=forged)
    assert position() == before


def words(page: Page, key: str) -> str:
    """The words of the element with this id."""
    return " ".join(page.by_id(key).itertext())


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.csv", b"", "not even a header"),
        ("letter.pdf", b"%PDF-1.7 and so on", "PDF"),
        ("words.txt", b"these are words\nand no table\n", "nothing that can be read"),
        ("cut.zip", packed(a__csv="x,y\n1,2\n" * 500)[:-40], "cut off"),
        ("broken.xml", b"<Message><Children><Child>", "breaks off"),
        ("bill.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><Message><Children/></Message>', "nothing"),
        ("visits.csv", b"cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date\n1,WX-000001,2026-05-01\n", "ssd_person"),
        ("none.zip", packed(), "no file in the zip"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_what_cannot_be_read_is_told_in_words_and_not_kept(name: str, content: bytes, says: str) -> None:
    answer = upload(name, content)
    assert answer.status == 400
    assert says in answer.text
    assert str(settings.BUILD) not in answer.html
    assert shelf() == []


def test_the_error_leads_to_the_field_and_the_title_says_error() -> None:
    answer = upload("letter.pdf", b"%PDF-1.7 and so on")
    assert answer.find("//div[contains(@class, 'govuk-error-summary')]//a/@href") == ["#file"]
    assert "file-error" in answer.by_id("file").get("aria-describedby").split()
    assert answer.find("//title")[0].text.startswith("Error:")


MACROS = packed(**{"xl/workbook__xml": "<a/>", "xl/vbaProject__bin": "x"})


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("lists.xlsx", MACROS, "macros"),
        ("week.zip", packed(**{"../../sly.csv": "a,b\n"}), "outside its own folder"),
        ("extract.csv", b"MZ" + bytes(60), "a Windows program"),
        ("extract.csv.exe", STRANGER.encode(), "would run"),
    ],
)
def test_what_could_do_harm_is_refused_and_the_original_put_aside(name: str, content: bytes, says: str) -> None:
    answer = upload(name, content)
    assert answer.status == 400
    assert says in answer.text
    digest = sha256(content).hexdigest()
    assert f"put aside on the server as {digest[:12]}" in answer.text
    assert (settings.QUARANTINE / digest).read_bytes() == content
    assert shelf() == []


def test_what_is_only_unreadable_or_a_strangers_is_not_kept_at_all() -> None:
    for name, content in (("letter.pdf", b"%PDF-1.7 of this test"), ("extract.csv", STRANGER.encode() + b"E-9,,,\n")):
        answer = upload(name, content)
        assert "put aside" not in answer.text
        assert not (settings.QUARANTINE / sha256(content).hexdigest()).exists()


def test_a_name_that_shows_as_something_else_never_reaches_the_page() -> None:
    answer = upload("extract\u202evsc.csv", b"%PDF-1.7")
    assert answer.status == 400
    assert "\u202e" not in answer.html


@pytest.mark.usefixtures("_apart")
def test_a_file_given_on_a_page_is_read_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = STRANGER.replace("E-1", "WX-000009")
    begun = []
    begin = asking.subprocess.Popen
    monkeypatch.setattr(asking.subprocess, "Popen", lambda *a, **k: begun.append(a) or begin(*a, **k))
    assert upload("extract.csv", ours.encode()).status == 302
    assert len(begun) == 1


def test_a_file_that_cannot_be_read_once_more_is_told_in_words_and_nothing_is_changed(
    page: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = page(upload("extract.csv", STRANGER.replace("E-1", "WX-000011").encode()).location)
    before = position()
    form = {"step": "take-in", "proposal": shelf()[0], "position": str(before)}
    busy = Refused(reason="extract.csv: other files are being read.", harmful=False)
    monkeypatch.setattr(importing, "read_apart", lambda *told: busy)
    forget()
    for answer in (page(shown.path), page("/import/", post=form)):
        assert answer.status == 503
        assert "extract.csv: other files are being read." in answer.text
    assert position() == before


@pytest.mark.usefixtures("_apart")
def test_a_file_that_breaks_its_limits_is_told_in_words_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = STRANGER.replace("E-1", "WX-000010").encode()
    with monkeypatch.context() as little:
        little.setattr("holdfast.web.importing.screens.OF_A_PAGE", replace(OF_A_PAGE, seconds=0.05))
        answer = upload("slow.csv", ours)
    assert answer.status == 400
    assert "slow.csv: reading it took more than" in answer.text
    assert (settings.QUARANTINE / sha256(ours).hexdigest()).exists()
    assert upload("slow.csv", ours).status == 302


def test_an_upload_larger_than_it_may_be_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "LARGEST_UPLOAD", 100_000)
    kept_back = upload("large.csv", b"a,b\n" * 100_000)
    assert kept_back.status == 413
    assert "was not read" in kept_back.text
    passed_over = upload("large.csv", b"a,b\n" * 26_000)
    assert passed_over.status == 400
    assert shelf() == []


def test_a_form_without_its_token_changes_nothing() -> None:
    before = position()
    strict = Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)
    answer = ask("/import/", post={"step": "next-week"}, client=strict)
    assert answer.status == 403
    assert "too old" in answer.text
    assert (position(), shelf()) == (before, [])


@pytest.mark.parametrize("digest", ["", "x", "../../etc/passwd", "0" * 64, "A" * 64])
def test_a_digest_that_nothing_is_kept_under_finds_nothing(page: Ask, digest: str) -> None:
    before = position()
    assert page("/import/", post={"step": "take-in", "proposal": digest, "position": str(before)}).status == 404
    assert page(f"/import/?proposal={digest}").status == 404
    assert position() == before


def test_a_kept_file_that_is_no_longer_what_its_digest_says_is_not_taken_in(page: Ask) -> None:
    form, before = form_of(propose(page)), position()
    kept = settings.BUILD / "proposed" / form["proposal"] / "files" / "ssd_person.csv"
    kept.write_text(kept.read_text(encoding="utf-8").replace("Callum", "Colin"), encoding="utf-8")
    assert page("/import/", post=form).status == 404
    assert position() == before


def test_a_record_that_moved_on_since_the_page_was_shown_is_looked_at_again(page: Ask) -> None:
    form, before = form_of(propose(page)), position()
    answer = page("/import/", post=form | {"position": str(before - 1)})
    assert answer.status == 409
    assert "Look once more" in answer.text
    assert position() == before


def test_no_more_files_than_a_few_wait_on_the_server() -> None:
    for number in range(proposed.MOST_KEPT + 2):
        upload("one.csv", STRANGER.replace("E-1", f"WX-{number:06d}").encode())
    assert len(shelf()) == proposed.MOST_KEPT


def test_a_seat_sees_only_its_own_children_in_a_difference(page: Ask) -> None:
    where = page("/import/", post={"step": "next-week"}).location
    shown = page(where, seat="personal-adviser")
    assert "Callum Doyle" not in shown.text
    assert "cannot be seen from your seat" in shown.text


def test_an_entry_that_is_not_there_is_said(page: Ask) -> None:
    assert page("/import/?entry=999").status == 404
    assert page("/import/?entry=one").status == 404
    assert page("/import/?entry=1").status == 200


def test_reading_without_a_file_asks_for_one(page: Ask) -> None:
    answer = page("/import/", post={"step": "read"})
    assert (answer.status, "No file was chosen" in answer.text) == (400, True)
    assert page("/import/", post={"step": "dance"}).status == 400


def test_something_proposed_writes_nothing_on_record_until_it_is_taken_in(page: Ask) -> None:
    before = position()
    propose(page)
    propose(page)
    assert position() == before


def proposed_by(write: Callable[[Path], None]) -> None:
    """Keep what ``write`` puts down."""
    proposed.keep("a file", write)


def test_a_file_whose_writing_fails_leaves_nothing_behind() -> None:
    def fails(folder: Path) -> None:
        (folder / "half.csv").write_text("a,b\n", encoding="utf-8")
        raise CannotRead("It broke off.")

    with pytest.raises(CannotRead):
        proposed_by(fails)
    assert shelf() == []
