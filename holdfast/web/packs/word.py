"""A person's word on a claim: the form, beside what we said and what they found."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from holdfast.casework import drafts
from holdfast.casework.acts.act import Problem, Words
from holdfast.casework.acts.of_council import Since
from holdfast.casework.asker import Asker
from holdfast.casework.packs.words import SAY, parts_of, saying
from holdfast.casework.permissions import NotThere, council_basis
from holdfast.casework.saving import AskedOfCouncil, ConflictOfCouncil, Saved, save_of_council
from holdfast.dates import say_moment
from holdfast.measures.promise import LinePoint
from holdfast.web.asking import Asking
from holdfast.web.doing.form import Question, errors_of, question_of
from holdfast.web.doing.screens import began, keep_words, kept_anew, number_of, session_ended, words_of
from holdfast.web.no_such import not_found
from holdfast.web.opened_in import signed
from holdfast.web.packs.after import Beside, beside_of
from holdfast.web.packs.words import PACKS, VISITS, crumbs
from holdfast.web.parts import Crumb
from holdfast.web.today import now


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPage:
    """The form. ``errors`` are what is amiss, each with where; ``theirs`` what somebody else said meanwhile.

    ``kept`` says when the draft was kept that is open; ``others`` leads to the asker's other drafts of this form.
    """

    crumbs: tuple[Crumb, ...]
    title: str
    beside: Beside
    questions: tuple[Question, ...]
    errors: tuple[tuple[str, str], ...]
    theirs: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    act: str
    about: str
    key: str
    base: int
    revision: int
    kept: str
    others: tuple[tuple[str, str], ...]
    holder: str
    back: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What came back from a form that was not saved."""

    words: Words
    key: str
    base: int
    revision: int = 0
    kept: str = ""
    problems: Sequence[Problem] = ()
    since: Sequence[Since] = ()


def word(request: HttpRequest, point: LinePoint, finding: str) -> HttpResponse:
    """The form, or the answer to it; not there for a seat that may not, nor for what has no claim.

    A form that was opened in a seat that has ended is kept for whoever sat there.
    """
    asking, about = Asking.of(request), f"{point.slug}/{finding}"
    if request.method == "POST" and (ended := session_ended(asking, about, SAY, request.path)) is not None:
        return ended
    beside = next((one for one in beside_of(asking, point) if one.key == finding and one.claimed), None)
    if beside is None or council_basis(SAY, asking.seat) is None:
        return not_found(request)
    if request.method == "POST":
        return _answer(asking, point, beside)
    kept = drafts.one(Asker.of(asking.seat), request.GET.get("draft", ""))
    fresh = Answered(words={}, key=uuid4().hex, base=asking.council.position)
    if kept is not None and (kept.act, kept.child) == (SAY, about):
        told = f"Kept at {say_moment(kept.saved_at)}. Nobody else sees it until you save."
        fresh = Answered(words=kept.words, key=kept.key, base=kept.base, revision=kept.revision, kept=told)
    return _page(asking, point, beside, fresh)


def _answer(asking: Asking, point: LinePoint, beside: Beside) -> HttpResponse:
    form = asking.request.POST
    base, key, asker = number_of(form.get("base", "")), form.get("key", "")[:64], Asker.of(asking.seat)
    about, revision = f"{point.slug}/{beside.key}", number_of(form.get("revision", ""))
    if form.get("keep"):
        key = key or uuid4().hex
        keep_words(asker, about, SAY, asking.request, key)
        return HttpResponseRedirect(asking.link(f"/visits/after/{about}", draft=key))
    asked = AskedOfCouncil(about=about, key=key, words=words_of(asking.request), base=base)
    try:
        act = saying(point.slug, beside.key, asking.council.named, asking.council.forenames)
        outcome = save_of_council(act, asker, asked, made_at=now())
    except NotThere:
        return not_found(asking.request)
    if isinstance(outcome, Saved):
        drafts.let_go(asker, key, revision)
        return HttpResponseRedirect(f"{asking.link(f'/visits/after/{point.slug}', done='1')}#{beside.key}")
    problems, anew = getattr(outcome, "problems", ()), getattr(outcome, "anew", None)
    if anew is not None:
        key, revision = kept_anew(asking, about, SAY, anew)
        base = anew
    elif asked.words.get("words", "").strip() or drafts.one(asker, key):
        keep_words(asker, about, SAY, asking.request)
    if isinstance(outcome, ConflictOfCouncil):
        back = Answered(
            words=asked.words, key=key, base=outcome.position, revision=revision, since=outcome.since
        )  # fmt: skip
        return _page(asking, point, beside, back, status=409)
    back = Answered(words=asked.words, key=key, base=base, revision=revision, problems=problems)
    return _page(asking, point, beside, back, 422)


def _page(asking: Asking, point: LinePoint, beside: Beside, form: Answered, status: int = 200) -> HttpResponse:
    amiss = {one.part: one.words for one in form.problems}
    parts = parts_of(lambda name: form.words.get(name, ""), asking.council.named, asking.council.forenames)
    questions = tuple(question_of(one, form.words.get(one.name, ""), amiss.get(one.name, "")) for one in parts)
    after, about = asking.link(f"/visits/after/{point.slug}"), f"{point.slug}/{beside.key}"
    asker = Asker.of(asking.seat)
    page = WordPage(
        crumbs=crumbs(asking, PACKS, VISITS, Crumb(text=point.title, href=f"/visits/after/{point.slug}"), Crumb(
            text=beside.title
        )),
        title=f"Was it so? {beside.title}", beside=beside, questions=questions,
        errors=errors_of(questions, form.problems), act=SAY, about=about, key=form.key, base=form.base,
        revision=form.revision, kept=form.kept, back=after, holder=signed(asking.seat, SAY, about),
        others=tuple(
            (asking.link(f"/visits/after/{about}", draft=one.key), began(asker, one))
            for one in drafts.of(asker, about)
            if one.act == SAY and one.key != form.key
        ),
        basis=council_basis(SAY, asking.seat) or "",
        theirs=tuple((f"{one.who}, {say_moment(one.at)}", one.words) for one in form.since),
    )  # fmt: skip
    said = "Error: " if form.problems else "Two versions: " if form.since else ""
    return asking.page("holdfast/visit_word.html", page, title=f"{said}{page.title}", here="packs", status=status)
