"""Taking a document in: choose a file, see what was read of it, and only then keep it."""

import hashlib
from dataclasses import dataclass
from uuid import uuid4

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from holdfast.casework.apart.asking import read_apart
from holdfast.casework.apart.limits import OF_A_PAGE
from holdfast.casework.apart.refused import NotLetIn, Refused
from holdfast.casework.asker import Asker
from holdfast.casework.permissions import NotThere, council_basis
from holdfast.casework.reports.acts import TAKE_IN, FileRead, is_taken_in, taken_in_by, taking_in
from holdfast.casework.reports.kept import key_of
from holdfast.casework.saving import Already, Amiss, AskedOfCouncil, save_of_council
from holdfast.exchange.problems import CannotRead
from holdfast.web import proposed as room
from holdfast.web.asking import Asking
from holdfast.web.documents import the_library
from holdfast.web.no_such import no_such, not_found
from holdfast.web.parts import Cell, Crumb, Head, Row, Table
from holdfast.web.proposed import REPORTS, Proposed
from holdfast.web.receiving import LARGEST_UPLOAD
from holdfast.web.reports.proposal import DocumentRead, document_read
from holdfast.web.reports.words import HERE, crumbs
from holdfast.web.today import now
from holdfast.web.upload_steps import UploadSteps

NOTHING_CHOSEN = "No file was chosen. Choose a report on your computer first, then read it."
TOO_LARGE = (
    f"The file is larger than {LARGEST_UPLOAD >> 20} MB, so it was not read and nothing was kept. The largest real "
    "report has under three. Fetch the report again from Ofsted's website."
)
ADDRESS = "/inspectors/take-in"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeInPage:
    """The page on which a file is chosen. ``amiss`` says what was wrong with the last one."""

    crumbs: tuple[Crumb, ...]
    largest: int
    basis: str
    taken: Table | None
    amiss: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedPage:
    """What was read of a file, before it is kept. ``there`` leads to it where it is on record already.

    ``may_keep``: there is something in it to keep; a form that was ``refused`` may then be sent anew.
    """

    crumbs: tuple[Crumb, ...]
    name: str
    digest: str
    key: str
    base: int
    basis: str
    documents: tuple[DocumentRead, ...]
    there: Crumb | None
    may_keep: bool
    refused: str


@csrf_exempt  # The token is asked for below, once it is settled how an upload is received.
def take_in(request: HttpRequest) -> HttpResponse:
    """Choose a file, see what was read of it, keep it. For a seat that may not there is no such page."""
    if council_basis(TAKE_IN, Asking.of(request).seat) is None:
        return not_found(request)
    return STEPS.receive(request) or _settled(request)


@csrf_protect
def _settled(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return STEPS.step(request, {"read": _read, "keep": _keep}.get(request.POST.get("step", "")))
    return STEPS.step(request, _show) if "file" in request.GET else _begin(request)


def _begin(request: HttpRequest, amiss: str = "", status: int = 200) -> HttpResponse:
    asking = Asking.of(request)
    page = TakeInPage(
        crumbs=crumbs(asking, Crumb(text="Take a report in")), largest=LARGEST_UPLOAD >> 20, amiss=amiss,
        basis=council_basis(TAKE_IN, asking.seat) or "", taken=_taken(asking),
    )  # fmt: skip
    title = "Error: Take a report in" if amiss else "Take a report in"
    return asking.page("holdfast/reports/take_in.html", page, title=title, here=HERE, status=status)


def _taken(asking: Asking) -> Table | None:
    """Every document that was taken in, those of whom no council was read among them; None where there is none."""
    held = [one for one in the_library(asking).documents if one.taken_in]
    if not held:
        return None
    rows = tuple(
        Row(cells=(
            Cell(text=f"{one.council}: {one.title}", href=asking.link(f"/inspectors/report/{one.key}")),
            Cell(text=one.kind_words), Cell(text=one.taken_in),
        ))
        for one in held
    )  # fmt: skip
    heads = tuple(Head(text=one) for one in ("Document", "What it is", "How it came"))
    return Table(caption="What has been taken in so far", key="taken", heads=heads, rows=rows, wide=True)


def _read(request: HttpRequest) -> HttpResponse:
    asking = Asking.of(request)
    kept = STEPS.read(request, lambda kept: _look(asking, kept))
    return _go(request, file=kept.digest) if isinstance(kept, Proposed) else kept


def _look(asking: Asking, kept: Proposed) -> None:
    _file(asking, kept)


STEPS = UploadSteps(room=REPORTS, nothing_chosen=NOTHING_CHOSEN, too_large=TOO_LARGE, begin=_begin)


def _file(asking: Asking, kept: Proposed) -> FileRead:
    """What is in the file, read once while the record stands where it is, in a process apart."""

    def read() -> FileRead:
        path = next(kept.path.iterdir())
        found = read_apart("report", path, OF_A_PAGE, kept.name)
        if isinstance(found, Refused):
            reason = found.reason.replace(f"{path.name}: ", f"{kept.name}: ", 1)
            raise (NotLetIn if found.harmful else CannotRead)(reason)
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return FileRead(digest=digest, name=kept.name, size=path.stat().st_size, reports=tuple(found))

    return asking.council.kept(("report", kept.digest, kept.name), read)


def _show(request: HttpRequest, refused: str = "", status: int = 200) -> HttpResponse:
    kept = room.find(request.GET.get("file", "") or request.POST.get("file", ""), REPORTS)
    if kept is None:
        return _gone(request)
    asking = Asking.of(request)
    file = _file(asking, kept)
    there = Crumb(text="Open it", href=asking.link(_address(file))) if is_taken_in(file.digest) else None
    page = ProposedPage(
        crumbs=crumbs(asking, Crumb(text="Take a report in", href=asking.link(ADDRESS)), Crumb(text=kept.name)),
        name=kept.name, digest=kept.digest, key=uuid4().hex, base=asking.council.position,
        basis=council_basis(TAKE_IN, asking.seat) or "", documents=tuple(document_read(one) for one in file.reports),
        there=there, may_keep=there is None and bool(file.worth_keeping),
        refused=refused or ("" if file.worth_keeping else NOT_KEPT),
    )  # fmt: skip
    title = f"What was read of {kept.name}"
    return asking.page("holdfast/reports/proposal.html", page, title=title, here=HERE, status=status)


SEND_ANEW = (
    "The form that came had no number of its own, or one that was used already, so nothing was kept. Look at what was "
    "read, and keep it here."
)
NOT_KEPT = "Nothing in it is a report, a letter or an article about an inspection, so it cannot be kept."


def _keep(request: HttpRequest) -> HttpResponse:
    kept = room.find(request.POST.get("file", ""), REPORTS)
    asking, form = Asking.of(request), request.POST
    try:
        file = _file(asking, kept) if kept else None
    except (FileNotFoundError, StopIteration):  # The same form, sent at the same moment, has had it kept meanwhile.
        file = None
    if kept is None or file is None:
        return _kept_before(asking) or _gone(request)
    base = form.get("base", "")
    asked = AskedOfCouncil(
        about=file.digest, words={}, key=form.get("key", "")[:64],
        base=int(base) if base.isdecimal() and len(base) < 18 else 0,
    )  # fmt: skip
    try:
        outcome = save_of_council(taking_in(file), Asker.of(asking.seat), asked, made_at=now())
    except NotThere:
        return not_found(request)
    if isinstance(outcome, Amiss):
        problems = " ".join(one.words for one in outcome.problems)
        return _show(request, problems if outcome.anew is None else SEND_ANEW, status=422)
    if isinstance(outcome, Already):
        return _go(request, file=kept.digest)
    transaction.on_commit(lambda: room.forget(kept.digest, REPORTS))  # Until then it may have to be kept once more.
    return HttpResponseRedirect(asking.link(_address(file), done="1"))


def _kept_before(asking: Asking) -> HttpResponse | None:
    """The same answer once more, where this very form has put its file on record; None where it has not."""
    there = taken_in_by(asking.request.POST.get("key", "")[:64], Asker.of(asking.seat))
    return HttpResponseRedirect(asking.link(f"/inspectors/report/{there}", done="1")) if there else None


def _address(file: FileRead) -> str:
    """Where the first document of the file is, once it is kept."""
    first = (file.worth_keeping or file.reports)[0]
    return f"/inspectors/report/{key_of(file.digest, first.part)}"


def _gone(request: HttpRequest) -> HttpResponse:
    return no_such(
        request, "This file is no longer here",
        "It was kept, or others were read since and it was let go. Nothing was changed now.",
        "Read the file again.", href=ADDRESS, link="Take a report in",
    )  # fmt: skip


def _go(request: HttpRequest, **query: str) -> HttpResponse:
    return HttpResponseRedirect(Asking.of(request).link(ADDRESS, **query))
