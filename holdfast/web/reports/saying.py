"""The page of one passage, and its two forms: put right what was read, and confirm what became of a point."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from holdfast.casework import drafts
from holdfast.casework.acts.of_council import CouncilAct
from holdfast.casework.asker import Asker
from holdfast.casework.permissions import NotThere, council_basis
from holdfast.casework.reports.acts import CONFIRM, CORRECT, confirming, correcting
from holdfast.casework.reports.fates import PointNow, points_now
from holdfast.casework.reports.held import Passage
from holdfast.casework.saving import AskedOfCouncil, ConflictOfCouncil, Saved, save_of_council
from holdfast.dates import say_moment
from holdfast.web.asking import Asking
from holdfast.web.documents import the_fates, the_library
from holdfast.web.doing.screens import keep_words, kept_anew, number_of, session_ended, words_of
from holdfast.web.no_such import no_such, not_found
from holdfast.web.reports.passage import Answered, passage_page
from holdfast.web.reports.words import HERE
from holdfast.web.today import now


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
        ended = session_ended(asking, found.address, request.POST.get("act", ""), request.path)
        return ended or _answer(asking, found, point)
    kept = drafts.one(Asker.of(asking.seat), request.GET.get("draft", ""))
    if kept is None or kept.child != found.address:
        return _page(asking, found, point)
    words = f"Kept at {say_moment(kept.saved_at)}. Nobody else sees it."
    # Of themes that are all unticked a form says nothing, and that is an answer.
    back = Answered(
        act=kept.act, words={"themes": "", **kept.words}, base=kept.base, revision=kept.revision, kept=words
    )
    return _page(asking, found, point, back, kept.key)


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
    page = passage_page(asking, found, point, key, back, done)
    said = "Error: " if back and back.problems else "Two versions: " if back and back.since else ""
    return asking.page("holdfast/reports/passage.html", page, title=f"{said}{page.title}", here=HERE, status=status)


def _answer(asking: Asking, found: Passage, point: PointNow | None) -> HttpResponse:
    form = asking.request.POST
    act = _act(form.get("act", ""), found, point)
    if act is None or council_basis(act.code, asking.seat) is None:
        return not_found(asking.request)
    words = {"themes": "", **words_of(asking.request)}
    asker, about, key = Asker.of(asking.seat), found.address, form.get("key", "")[:64]
    revision = number_of(form.get("revision", ""))
    if form.get("keep"):
        key = key or uuid4().hex
        keep_words(asker, about, act.code, asking.request, key)
        return HttpResponseRedirect(asking.link(f"/inspectors/report/{about}", draft=key))
    asked = AskedOfCouncil(about=about, words=words, key=key, base=number_of(form.get("base", "")))
    try:
        outcome = save_of_council(act, asker, asked, made_at=now())
    except NotThere:
        return not_found(asking.request)
    if isinstance(outcome, Saved):
        drafts.let_go(asker, key, revision)
        return HttpResponseRedirect(asking.link(f"/inspectors/report/{about}", done="1"))
    problems, anew = getattr(outcome, "problems", ()), getattr(outcome, "anew", None)
    if anew is not None:
        # The form's own key is used up, or says what cannot be: the words go on under another.
        key, revision = kept_anew(asking, about, act.code, anew)
    else:
        keep_words(asker, about, act.code, asking.request)
    if isinstance(outcome, ConflictOfCouncil):
        back = Answered(act=act.code, words=words, since=outcome.since, base=outcome.position, revision=revision)
        return _page(asking, found, point, back, key, status=409)
    base = asked.base if anew is None else anew
    back = Answered(act=act.code, words=words, problems=problems, base=base, revision=revision)
    return _page(asking, found, point, back, key, status=422)


def _act(code: str, found: Passage, point: PointNow | None) -> CouncilAct | None:
    if code == CORRECT:
        return correcting(found)
    return confirming(point) if code == CONFIRM and point is not None else None
