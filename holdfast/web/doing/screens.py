"""The screens of acts: one form for all of them, saved through one door."""

from dataclasses import replace
from uuid import uuid4

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse

from holdfast.casework import drafts
from holdfast.casework.acts.act import Act, Doing, Problem, Words
from holdfast.casework.acts.handing_over import ALLOCATE, current
from holdfast.casework.acts.leaving import LEAVE
from holdfast.casework.acts.register import BY_CODE
from holdfast.casework.asker import Asker
from holdfast.casework.permissions import NotThere, check_may
from holdfast.casework.saving import Amiss, Asked, Change, Conflict, save
from holdfast.dates import say_moment
from holdfast.duties.standing import Standing
from holdfast.web import seats
from holdfast.web.asking import Asking
from holdfast.web.doing.form import FormPage, errors_of, questions_of, version_of
from holdfast.web.doing.who_looked import looked_page
from holdfast.web.no_such import no_such_child
from holdfast.web.today import now

A_DAYS_WORK = 12 * 60 * 60
"""A form that was opened longer ago than this, in seconds, says no more whose it is."""

NOT_WORDS = frozenset({"csrfmiddlewaretoken", "key", "base", "revision", "holder", "keep", "previewed"})


def act(request: HttpRequest, child: str, code: str) -> HttpResponse:
    """The form of one act for one child, or its answer."""
    asking, found = Asking.of(request), BY_CODE.get(code)
    if found is None:
        return no_such_child(request)
    if request.method == "POST":
        ended = session_ended(asking, child, code, request.path)
        return ended or _answer(asking, child, found)
    return _open(asking, child, found)


def keep(request: HttpRequest) -> HttpResponse:
    """Keep a draft, quietly; what was typed is safe once this answers."""
    asking = Asking.of(request)
    asker = Asker.of(asking.seat)
    form = request.POST
    known = {*BY_CODE, LEAVE.code}
    if not form.get("key") or form.get("act") not in known or _holder(form.get("holder", "")) != asking.seat.code:
        return JsonResponse({"kept": False}, status=409)
    if not _may_keep(asking, form["act"], form.get("child", "")):
        return JsonResponse({"kept": False}, status=404)
    kept = keep_words(asker, form.get("child", ""), form["act"], request)
    return JsonResponse({"kept": kept, "at": f"{now():%H:%M}"})


def looked(request: HttpRequest, child: str) -> HttpResponse:
    """Who looked at this child's record: when, in which seat, at what, and on what basis."""
    asking = Asking.of(request)
    if not asking.seat.sees(asking.council, asking.present, child) or child not in asking.council.names:
        return no_such_child(request)
    page = looked_page(child, asking.council.name(child), asking.council.workers)
    return asking.page("holdfast/looked.html", page, title=f"Who looked at {page.name}'s record")


def words_of(request: HttpRequest) -> dict[str, str]:
    """What somebody wrote in a form, without the fields that are its own."""
    return {name: value for name, value in request.POST.items() if name not in NOT_WORDS | {"act", "child"}}


def number_of(text: str) -> int:
    """A number out of a form; nought where it is none."""
    return int(text) if text.isdecimal() and len(text) < 18 else 0


def _may_keep(asking: Asking, code: str, about: str) -> bool:
    """Whether the asker may do the act, to the child or about the worker, and so keep words for it."""
    if code == LEAVE.code:
        return LEAVE.basis(asking.seat, about, now()) is not None
    try:
        check_may(code, asking.seat, _standing(asking, about))
    except NotThere:
        return False
    return True


def keep_words(asker: Asker, child: str, code: str, request: HttpRequest) -> bool:
    """Keep what was written in a form as its writer's draft; ``child`` is whom the form is about."""
    form = request.POST
    return drafts.keep(
        asker, child=child, act=code, key=form.get("key", ""), base=number_of(form.get("base", "")),
        revision=number_of(form.get("revision", "")), words=words_of(request), saved_at=now(),
    )  # fmt: skip


def _holder(signed: str, within: int | None = A_DAYS_WORK) -> str:
    try:
        return str(signing.loads(signed, salt="holder", max_age=within))
    except signing.BadSignature:
        return ""


def session_ended(asking: Asking, child: str, code: str, onward: str) -> HttpResponse | None:
    """Where the form was opened in a seat that has since ended: its words are kept, and the way back is shown."""
    # However long ago the form was opened: its words go to whoever opened it, and are never dropped.
    holder = seats.BY_CODE.get(_holder(asking.request.POST.get("holder", ""), within=None))
    if holder is None or holder.code == asking.seat.code:
        return None
    keep_words(Asker.of(holder), child, code, asking.request)
    key = asking.request.POST.get("key", "")
    page = {
        "seat": holder.title, "code": holder.code, "name": holder.holder_name or holder.title,
        "next": f"{onward}?draft={key}",
    }  # fmt: skip
    return asking.page("holdfast/act_ended.html", page, title="Your words are kept: enter again", status=403)


def _doing(asking: Asking, child: str, words: Words, key: str) -> Doing | None:
    facts = asking.council.child(child, asking.present)
    if facts is None:
        return None
    return Doing(
        asker=Asker.of(asking.seat), standing=Standing(facts, now()), words=words, key=key, made_at=now(),
        settings=asking.council.settings, workers=asking.council.workers,
    )  # fmt: skip


def _open(asking: Asking, child: str, found: Act) -> HttpResponse:
    doing = _doing(asking, child, {}, uuid4().hex)
    try:
        if doing is None:
            raise NotThere(found.code)
        check_may(found.code, asking.seat, doing.standing)
    except NotThere:
        return no_such_child(asking.request)
    kept = drafts.one(doing.asker, asking.request.GET.get("draft", ""))
    if kept is not None and (kept.child, kept.act) == (child, found.code):
        again = replace(doing, words=kept.words, key=kept.key)
        words = f"Kept at {say_moment(kept.saved_at)}. Nobody else sees it."
        return _form(asking, found, again, kept.words, base=kept.base, revision=kept.revision, kept=words)
    opened = found.opens_with(doing)
    return _form(asking, found, replace(doing, words=opened), opened, base=asking.council.position)


def _answer(asking: Asking, child: str, found: Act) -> HttpResponse:
    request, asker = asking.request, Asker.of(asking.seat)
    form, words = request.POST, words_of(request)
    asked = Asked(child=child, words=words, key=form.get("key", "")[:64], base=number_of(form.get("base", "")))
    try:
        if form.get("keep"):
            check_may(found.code, asking.seat, _standing(asking, child))
            keep_words(asker, child, found.code, request)
            return HttpResponseRedirect(f"{request.path}?draft={asked.key}")
        outcome = save(
            found, asker, asked, made_at=now(), settings=asking.council.settings, workers=asking.council.workers
        )
    except NotThere:
        return no_such_child(request)
    if isinstance(outcome, Amiss | Conflict):
        keep_words(asker, child, found.code, request)
        doing = _doing(asking, child, words, asked.key)
        assert doing is not None
        revision = number_of(form.get("revision", ""))
        if isinstance(outcome, Amiss):
            return _form(
                asking, found, doing, words, base=asked.base, revision=revision, problems=outcome.problems, status=422
            )
        return _form(
            asking, found, doing, words, base=outcome.position, revision=revision, changes=outcome.changes, status=409
        )
    drafts.let_go(asker, asked.key)
    return HttpResponseRedirect(f"/child/{child}?done={outcome.entry}#done")


def _standing(asking: Asking, child: str) -> Standing:
    facts = asking.council.child(child, asking.present)
    if facts is None:
        raise NotThere(child)
    return Standing(facts, now())


def _onward(asking: Asking, found: Act, doing: Doing) -> tuple[tuple[str, str], ...]:
    """Where the worker leaves altogether, every child of theirs can be handed over at once."""
    before = current(doing) if found is ALLOCATE else None
    if before is None or before.professional is None or LEAVE.basis(asking.seat, before.professional, now()) is None:
        return ()
    name = asking.council.worker(before.professional)
    return ((f"/worker/{before.professional}/leave", f"{name} leaves: hand over every child at once"),)


def begun(asking: Asking, doing: Doing, code: str) -> tuple[tuple[str, str], ...]:
    """What the asker began and has not finished of this form about the same child or worker, each with its link."""
    return tuple(
        (f"{asking.request.path}?draft={one.key}", f"What you began at {say_moment(one.saved_at)}")
        for one in drafts.of(doing.asker, doing.child)
        if one.act == code and one.key != doing.key
    )


def _form(
    asking: Asking, found: Act, doing: Doing, words: Words, *, base: int, revision: int = 0, kept: str = "",
    problems: tuple[Problem, ...] = (), changes: tuple[Change, ...] = (), status: int = 200,
) -> HttpResponse:  # fmt: skip
    questions = questions_of(found, doing, words, problems)
    others = begun(asking, doing, found.code)
    page = FormPage(
        title=found.title, name=asking.council.name(doing.child), child_href=f"/child/{doing.child}",
        act=found.code, about=doing.child,
        reads_first=tuple(found.reads_first(doing)), questions=questions, errors=errors_of(questions, problems),
        theirs=tuple(version_of(one) for one in changes), key=doing.key, base=base, revision=revision + 1,
        holder=signing.dumps(asking.seat.code, salt="holder"), action=asking.request.path, kept=kept, others=others,
        basis=check_may(found.code, asking.seat, doing.standing), onward=_onward(asking, found, doing),
    )  # fmt: skip
    said = "Error: " if problems else "Two versions: " if changes else ""
    return asking.page("holdfast/act.html", page, title=f"{said}{found.title}, {page.name}", status=status)
