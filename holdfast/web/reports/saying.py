"""The page of one passage, and its two forms: put right what was read, and confirm what became of a point."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from holdfast.casework.acts.of_council import CouncilAct
from holdfast.casework.asker import Asker
from holdfast.casework.permissions import NotThere, council_basis
from holdfast.casework.reports.acts import CONFIRM, CORRECT, confirming, correcting
from holdfast.casework.reports.fates import PointNow, points_now
from holdfast.casework.reports.library import Passage
from holdfast.casework.saving import AskedOfCouncil, ConflictOfCouncil, Saved, save_of_council
from holdfast.web.asking import Asking
from holdfast.web.no_such import no_such, not_found
from holdfast.web.reports.passage import Answered, passage_page
from holdfast.web.reports.shelf import the_fates, the_library
from holdfast.web.reports.words import HERE
from holdfast.web.today import now

NOT_WORDS = frozenset({"csrfmiddlewaretoken", "key", "base", "act"})


def passage(request: HttpRequest, key: str, passage: str) -> HttpResponse:
    """One passage, or the answer to one of its forms."""
    asking = Asking.of(request)
    kind, _, place = passage.partition("-")
    found = the_library(asking).passage(key, kind, int(place) if place.isdecimal() and len(place) < 9 else 0)
    if found is None:
        return no_such(
            request, "There is no such passage", "It has another address, or its document came out later.",
            "Choose one on the page of its document.", href=asking.link("/inspectors/search"), link="Go to the search",
        )  # fmt: skip
    point = _point(asking, found)
    if request.method == "POST":
        return _answer(asking, found, point)
    return _page(asking, found, point)


def _point(asking: Asking, found: Passage) -> PointNow | None:
    if found.kind != "point":
        return None
    every = points_now(the_library(asking), found.document, the_fates(asking))
    return next(one for one in every if one.passage.place == found.place)


def _page(
    asking: Asking, found: Passage, point: PointNow | None, back: Answered | None = None, key: str = "",
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    done = back is None and "done" in asking.request.GET
    page = passage_page(asking, found, point, key or uuid4().hex, back, done)
    said = "Error: " if back and back.problems else "Two versions: " if back else ""
    return asking.page("holdfast/reports/passage.html", page, title=f"{said}{page.title}", here=HERE, status=status)


def _answer(asking: Asking, found: Passage, point: PointNow | None) -> HttpResponse:
    form = asking.request.POST
    act = _act(form.get("act", ""), found, point)
    if act is None or council_basis(act.code, asking.seat) is None:
        return not_found(asking.request)
    words = {name: value for name, value in form.items() if name not in NOT_WORDS}
    words["themes"] = " ".join(form.getlist("themes"))
    base, about = form.get("base", ""), f"{found.document.key}/{found.kind}-{found.place}"
    asked = AskedOfCouncil(
        about=about, words=words, key=form.get("key", "")[:64],
        base=int(base) if base.isdecimal() and len(base) < 18 else 0,
    )  # fmt: skip
    try:
        outcome = save_of_council(act, Asker.of(asking.seat), asked, made_at=now())
    except NotThere:
        return not_found(asking.request)
    if isinstance(outcome, Saved):
        return HttpResponseRedirect(asking.link(f"/inspectors/report/{about}", done="1"))
    if isinstance(outcome, ConflictOfCouncil):
        back = Answered(act=act.code, words=words, since=outcome.since, base=outcome.position)
        return _page(asking, found, point, back, asked.key, status=409)
    problems = getattr(outcome, "problems", ())
    back = Answered(act=act.code, words=words, problems=problems, base=asked.base)
    return _page(asking, found, point, back, asked.key, status=422)


def _act(code: str, found: Passage, point: PointNow | None) -> CouncilAct | None:
    if code == CORRECT:
        return correcting(found)
    return confirming(point) if code == CONFIRM and point is not None else None
