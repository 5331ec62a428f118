"""Reading a file on a page, in two steps: see what would change, then take it in."""

from pathlib import Path

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from holdfast.casework.apart.limits import OF_A_PAGE
from holdfast.casework.birth import WEXMOUTH
from holdfast.casework.importing import (
    Proposal,
    RecordMoved,
    entries,
    entry,
    propose,
    propose_apart,
    take_in,
    taken_after,
)
from holdfast.exchange.problems import CannotRead
from holdfast.exchange.ssd.writing import write_ssd
from holdfast.web import proposed as shelf
from holdfast.web.asking import Asking
from holdfast.web.importing.ours import NOT_OURS, is_ours
from holdfast.web.importing.pages import beginning, done, shown
from holdfast.web.no_such import no_such
from holdfast.web.proposed import EXTRACTS, Proposed
from holdfast.web.receiving import LARGEST_UPLOAD, TOO_LARGE
from holdfast.web.today import now
from holdfast.web.upload_steps import UploadSteps
from holdfast.wexmouth.next_week import NEXT_MONDAY, next_week

WITHDRAWS_MUCH = (
    "It cannot be taken in: it would withdraw more than a tenth of what is on record. A file that tells so much less "
    "is most often another kind of file, or only a part of one. Give the whole extract."
)
NOTHING_CHOSEN = "No file was chosen. Choose a file on your computer first, then read it."
NEXT_WEEK_NAME = "Wexmouth's extract of the week after"


@csrf_exempt  # The token is asked for below, once it is settled how an upload is received.
def import_page(request: HttpRequest) -> HttpResponse:
    """Choose a file, see what it would change, take it in, see what it changed."""
    return STEPS.receive(request) or _settled(request)


@csrf_protect
def _settled(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        steps = {"read": _read, "next-week": _next_week, "take-in": _take_in}
        return STEPS.step(request, steps.get(request.POST.get("step", "")))
    if "proposal" in request.GET:
        return STEPS.step(request, lambda asked: _show(asked, asked.GET["proposal"]))
    return _done(request, request.GET["entry"]) if "entry" in request.GET else _begin(request)


def _begin(request: HttpRequest, amiss: str = "", status: int = 200) -> HttpResponse:
    asking = Asking.of(request)
    page = beginning(asking, entries(), LARGEST_UPLOAD, amiss)
    title = "Error: Read a file" if amiss else "Read a file"
    return asking.page("holdfast/import.html", page, title=title, here="import", status=status)


def _read(request: HttpRequest) -> HttpResponse:
    asking = Asking.of(request)
    kept = STEPS.read(request, lambda kept: _look(asking, kept))
    if not isinstance(kept, Proposed):
        return kept
    if not is_ours(_proposal(asking, kept)):
        shelf.forget(kept.digest)
        return _begin(request, NOT_OURS, status=400)
    return _go(request, proposal=kept.digest)


def _look(asking: Asking, kept: Proposed) -> None:
    _proposal(asking, kept)


STEPS = UploadSteps(room=EXTRACTS, nothing_chosen=NOTHING_CHOSEN, too_large=TOO_LARGE, begin=_begin)


def _next_week(request: HttpRequest) -> HttpResponse:
    asking = Asking.of(request)
    columns = asking.council.columns(type(asking.view)(as_at=now()))

    def write(folder: Path) -> None:
        write_ssd(next_week(columns), folder)

    kept = shelf.keep(NEXT_WEEK_NAME, write, built_in=True)
    return _go(request, proposal=kept.digest)


def _show(request: HttpRequest, digest: str, *, moved: bool = False) -> HttpResponse:
    kept = shelf.find(digest)
    if kept is None:
        return _gone(request)
    asking = Asking.of(request)
    proposal = _proposal(asking, kept)
    page = shown(asking, kept, proposal, refused=_refused(proposal), moved=moved)
    status = 409 if moved else 200
    title = f"What would change: {kept.name}"
    return asking.page("holdfast/import_proposal.html", page, title=title, here="import", status=status)


def _take_in(request: HttpRequest) -> HttpResponse:
    if (before := _taken_before(request)) is not None:
        return before
    kept = shelf.find(request.POST.get("proposal", ""))
    if kept is None:
        return _gone(request)
    asking = Asking.of(request)
    proposal = _proposal(asking, kept)
    if _refused(proposal) or not is_ours(proposal):
        return _go(request, proposal=kept.digest)
    if str(proposal.position) != request.POST.get("position"):
        return _show(request, kept.digest, moved=True)
    seat = asking.seat
    try:
        taken = take_in(
            proposal, who=seat.holder_name or seat.title, what=kept.name, source=WEXMOUTH,
            made_at=NEXT_MONDAY if kept.built_in else now(),
        )  # fmt: skip
    except RecordMoved:
        return _taken_before(request) or _show(request, kept.digest, moved=True)
    if taken is None:
        return _go(request, proposal=kept.digest)
    transaction.on_commit(lambda: shelf.forget(kept.digest))  # Until then it may have to be taken in once more.
    return _go(request, entry=str(taken.position))


def _taken_before(request: HttpRequest) -> HttpResponse | None:
    """The same answer once more, where this very form has had its file taken in; None where it has not."""
    said = request.POST.get("position", "")
    at = int(said) if said.isdecimal() and len(said) < 10 else -1
    taken = taken_after(at, request.POST.get("proposal", ""))
    return _go(request, entry=str(taken.position)) if taken else None


def _done(request: HttpRequest, number: str) -> HttpResponse:
    taken = entry(int(number)) if number.isdecimal() and len(number) < 10 else None
    if taken is None:
        return no_such(
            request, "There is no such entry", "Nothing is on record by this number.",
            "Look at what has been put on record so far.", href="/import/", link="Read a file",
        )  # fmt: skip
    asking = Asking.of(request)
    title = f"Entry {taken.position} of the record"
    return asking.page("holdfast/import_done.html", done(asking, taken), title=title, here="import")


def _gone(request: HttpRequest) -> HttpResponse:
    return no_such(
        request, "This file is no longer here",
        "It was taken in, or others were read since and it was let go. Nothing was changed now.",
        "Read the file again.", href="/import/", link="Read a file",
    )  # fmt: skip


def _go(request: HttpRequest, **query: str) -> HttpResponse:
    return HttpResponseRedirect(Asking.of(request).link("/import/", **query))


def _proposal(asking: Asking, kept: Proposed) -> Proposal:
    """What the kept file would change, read once while the record stands where it is: its digest was just checked.

    What somebody gave is read in a process apart. The built-in extract is our own writing.
    """

    def read() -> Proposal:
        try:
            return propose(kept.path) if kept.built_in else propose_apart(kept.path, OF_A_PAGE, kept.name)
        except CannotRead as problem:
            raise type(problem)(_of_the_file(str(problem), kept)) from problem

    found: Proposal = asking.council.kept(("proposal", kept.digest), read)
    return found


def _refused(proposal: Proposal) -> str:
    return WITHDRAWS_MUCH if proposal.withdraws_much else ""


def _of_the_file(words: str, kept: Proposed) -> str:
    """The reader's sentence, with the file's name where it has the folder's path."""
    return words.replace(f"{kept.path}: ", f"{kept.name}: ").replace(str(kept.path), kept.name)
