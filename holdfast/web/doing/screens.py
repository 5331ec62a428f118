"""The screens of acts: one form for all of them, saved through one door."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from textwrap import shorten
from urllib.parse import urlencode
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse

from holdfast.casework import drafts
from holdfast.casework.acts.act import OF_A_VISIT, Act, Doing, Problem, Words, to_come_of
from holdfast.casework.acts.handing_over import ALLOCATE, current
from holdfast.casework.acts.improving import IN_THE_PLAN_BY_CODE
from holdfast.casework.acts.leaving import LEAVE, NEXT
from holdfast.casework.acts.objective import objective_on_record, written_in_the_plan
from holdfast.casework.acts.opening import OPENING
from holdfast.casework.acts.plan import PLAN_ACTION, to_open
from holdfast.casework.acts.register import BY_CODE
from holdfast.casework.asker import Asker
from holdfast.casework.packs.words import SAY
from holdfast.casework.permissions import NotThere, can, check_may, council_basis
from holdfast.casework.reports.acts import OF_PASSAGES
from holdfast.casework.saving import Amiss, Asked, Change, Conflict, save
from holdfast.casework.the_council import is_held
from holdfast.dates import say_moment
from holdfast.duties.standing import Standing
from holdfast.record.child import Child
from holdfast.record.improving import Objective
from holdfast.web.asking import Asking, seat_of
from holdfast.web.doing.form import FormPage, chosen_before, errors_of, questions_of, version_of
from holdfast.web.doing.who_looked import looked_page
from holdfast.web.no_such import no_such_child, not_found
from holdfast.web.opened_in import opened_in, signed
from holdfast.web.today import now
from holdfast.web.words_held import held_words, parts_called

A_DAYS_WORK = 12 * 60 * 60
"""A form that was opened longer ago than this, in seconds, says no more whose it is."""

FIRST = 50
"""Of a draft so many characters are told, so that it is known among others."""

KEPT_WORDS = "/words"
"""Where people read what they wrote that is not on record."""

CHILD_GONE = (
    "The child is no longer with you; your words are below",
    "While you wrote, the record changed who does this for the child. So it was not put on record in your name.",
)
TIE_GONE = (
    "This is no longer yours to save; your words are below",
    "While you wrote, the record changed who may do this. So it was not put on record in your name.",
)
ALSO_KEPT = (
    "Everything you wrote is below. It is kept as well, for you alone. If it matters for the child, tell whoever does "
    "this now. If it is yours again, send it once more."
)
HERE_ALONE = (
    "Everything you wrote is below, and on this page alone. Copy or print it before you leave. If it matters for the "
    "child, tell whoever does this now."
)

NOT_WORDS = frozenset({"csrfmiddlewaretoken", "key", "base", "revision", "holder", "keep", "previewed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Whom or what a form is about: the id, the name, the page to go back to, and what is on record (None: nothing).

    ``answer`` is given where there is no such thing, or nothing that the seat may do to it.
    """

    id: str
    name: str
    href: str
    facts: Child | None
    answer: Callable[[HttpRequest], HttpResponse]


def act(request: HttpRequest, child: str, code: str) -> HttpResponse:
    """The form of one act for one child, or its answer."""
    asking, found = Asking.of(request), BY_CODE.get(code)
    return no_such_child(request) if found is None else form_or_answer(asking, _child(asking, child), found)


def objective_act(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """The form of one act for one objective of the improvement plan, or its answer."""
    asking, found = Asking.of(request), IN_THE_PLAN_BY_CODE.get(code)
    return not_found(request) if found is None else form_or_answer(asking, _objective(asking, slug), found)


def form_or_answer(asking: Asking, about: About, found: Act) -> HttpResponse:
    """The form of an act, or what becomes of it once it was sent."""
    if asking.request.method != "POST":
        return _open(asking, about, found)
    ended = session_ended(asking, about.id, found.code, asking.request.path)
    return ended or _answer(asking, about, found)


def _child(asking: Asking, child: str) -> About:
    return About(
        id=child, name=asking.council.name(child), href=f"/child/{child}", answer=no_such_child,
        facts=asking.council.child(child, asking.present),
    )  # fmt: skip


def _objective(asking: Asking, slug: str) -> About:
    facts = objective_on_record(asking.council, asking.present, slug)
    own = [one for one in facts.of(Objective) if one.child == slug] if facts else []
    return About(
        id=slug, name=(own[0].title if own else None) or slug, href=f"/plan/{slug}", facts=facts, answer=not_found
    )


def keep(request: HttpRequest) -> HttpResponse:
    """Keep a draft, quietly; what was typed is safe once this answers.

    It is kept for whoever opened the form, as the form's own signature says, and shown to nobody else: a seat that
    ended while somebody wrote is no reason to lose what is written after, nor is a child who was handed over. Of a form
    that says what it is, nobody's words wait for the record while it is read in.
    """
    form = request.POST
    code, about = form.get("act", ""), form.get("child", "")
    opened = opened_in(form.get("holder", ""), within=A_DAYS_WORK)
    known = {*BY_CODE, *IN_THE_PLAN_BY_CODE, *OPENING, *OF_PASSAGES, SAY, LEAVE.code}
    if not form.get("key") or code not in known or opened is None:
        return JsonResponse({"kept": False}, status=409)
    is_form = opened.is_form(code, about)
    may = (is_form and not is_held()) or may_keep(replace(Asking.of(request), seat=opened.seat), code, about)
    if not may and not is_form:
        return JsonResponse({"kept": False}, status=404)
    kept, ended = keep_words(Asker.of(opened.seat), about, code, request), opened.seat.code != seat_of(request).code
    return JsonResponse({"kept": kept, "at": f"{now():%H:%M}", "ended": ended, "parted": not may})


def looked(request: HttpRequest, child: str) -> HttpResponse:
    """Who looked at this child's record: when, in which seat, at what, and on what basis."""
    asking = Asking.of(request)
    if not asking.seat.sees(asking.council, asking.present, child) or child not in asking.council.names:
        return no_such_child(request)
    page = looked_page(child, asking.council.name(child), asking.council.workers)
    return asking.page("holdfast/looked.html", page, title=f"Who looked at {page.name}'s record")


def words_of(request: HttpRequest) -> dict[str, str]:
    """What somebody wrote in a form, without the fields that are its own; several answers to one question as one."""
    form = request.POST
    return {name: " ".join(form.getlist(name)) for name in form if name not in NOT_WORDS | {"act", "child"}}


def number_of(text: str) -> int:
    """A number out of a form; nought where it is none."""
    return int(text) if text.isdecimal() and len(text) < 18 else 0


def may_keep(asking: Asking, code: str, about: str) -> bool:
    """Whether the asker may do the act, to the child or about the worker, and so keep words for it."""
    if code == LEAVE.code:
        return LEAVE.basis(asking.seat, about, now()) is not None
    if code in OF_PASSAGES or code == SAY:
        return council_basis(code, asking.seat) is not None
    of_what = _objective(asking, about) if code in IN_THE_PLAN_BY_CODE else _child(asking, about)
    if code in OPENING:
        of_what = replace(of_what, facts=written_in_the_plan(asking.council, asking.present, about))
    try:
        check_may(code, asking.seat, _standing(of_what))
    except NotThere:
        return False
    return True


def keep_words(asker: Asker, child: str, code: str, request: HttpRequest, key: str = "") -> bool:
    """Keep what was written in a form as its writer's draft; ``child`` is whom the form is about.

    ``key`` stands in for the key of a form that came without one: under none at all, words of two forms would meet.
    """
    form = request.POST
    return drafts.keep(
        asker, child=child, act=code, key=form.get("key", "")[:64] or key or uuid4().hex,
        base=number_of(form.get("base", "")),
        revision=number_of(form.get("revision", "")), words=words_of(request), saved_at=now(),
    )  # fmt: skip


def session_ended(asking: Asking, about: str, code: str, onward: str) -> HttpResponse | None:
    """Where the form was opened in a seat that has since ended: its words are kept, and the way back is shown."""
    # However long ago the form was opened: its words go to whoever opened it, and are never dropped.
    opened = opened_in(asking.request.POST.get("holder", ""))
    if opened is None or opened.seat.code == asking.seat.code:
        return None
    holder, may = opened.seat, may_keep(replace(asking, seat=opened.seat), code, about)
    if not may and not opened.is_form(code, about):
        return None
    keep_words(Asker.of(holder), about, code, asking.request)
    key = asking.request.POST.get("key", "")
    page = {
        "seat": holder.title, "code": holder.code, "name": holder.holder_name or holder.title,
        "next": f"{onward}?draft={key}" if may else KEPT_WORDS,
    }  # fmt: skip
    return asking.page("holdfast/act_ended.html", page, title="Your words are kept: enter again", status=403)


def no_longer(asking: Asking, about: str, code: str) -> HttpResponse | None:
    """Where whoever sits here opened this very form and may do it no more: the words come back, and are kept.

    It says nothing that the browser did not send. None where the form is another seat's, or was never opened.
    """
    opened = opened_in(asking.request.POST.get("holder", ""))
    if opened is None or opened.seat.code != asking.seat.code or not opened.is_form(code, about):
        return None
    kept = bool(asking.request.POST.get("key")) and keep_words(Asker.of(asking.seat), about, code, asking.request)
    what, why = CHILD_GONE if code in BY_CODE else TIE_GONE
    return held_words(
        asking.request, what, why, status=404, do=ALSO_KEPT if kept else HERE_ALONE, kept=KEPT_WORDS if kept else ""
    )


def _doing(asking: Asking, about: About, words: Words, key: str) -> Doing:
    """What the act is given; NotThere where nothing is on record of whom or what it is about."""
    return Doing(
        asker=Asker.of(asking.seat), standing=_standing(about), words=words, key=key, made_at=now(),
        settings=asking.council.settings, workers=asking.council.workers, names=asking.council.named,
        forenames=asking.council.forenames, to_come=to_come_of(about.facts, now()) if about.facts else (),
    )  # fmt: skip


def _open(asking: Asking, about: About, found: Act) -> HttpResponse:
    kept = drafts.one(Asker.of(asking.seat), asking.request.GET.get("draft", ""))
    mine = kept is not None and (kept.child, kept.act) == (about.id, found.code)
    try:
        doing = _doing(asking, about, {}, uuid4().hex)
        check_may(found.code, asking.seat, doing.standing)
    except NotThere:
        return HttpResponseRedirect(KEPT_WORDS) if mine else about.answer(asking.request)
    if kept is not None and mine:
        again = replace(doing, words=kept.words, key=kept.key)
        words = f"Kept at {say_moment(kept.saved_at)}. Nobody else sees it."
        return _form(asking, about, found, again, base=kept.base, revision=kept.revision, kept=words)
    chosen = chosen_before(found, doing, asking.request.GET)
    begun_from = {OF_A_VISIT: asking.request.GET.get(OF_A_VISIT, "")}
    opened = {**chosen, **found.opens_with(replace(doing, words={**chosen, **begun_from}))}
    return _form(asking, about, found, replace(doing, words=opened), base=asking.council.position)


def _answer(asking: Asking, about: About, found: Act) -> HttpResponse:
    request, asker = asking.request, Asker.of(asking.seat)
    form, words = request.POST, words_of(request)
    asked = Asked(child=about.id, words=words, key=form.get("key", "")[:64], base=number_of(form.get("base", "")))
    try:
        standing = _standing(about)
        if form.get("keep"):
            check_may(found.code, asking.seat, standing)
            key = asked.key or uuid4().hex
            keep_words(asker, about.id, found.code, request, key)
            return HttpResponseRedirect(f"{request.path}?draft={key}")
        outcome = save(
            found, asker, asked, made_at=now(), settings=asking.council.settings, workers=asking.council.workers,
            names=asking.council.named, forenames=asking.council.forenames,
        )  # fmt: skip
    except NotThere:
        return no_longer(asking, about.id, found.code) or about.answer(request)
    if isinstance(outcome, Amiss | Conflict):
        if isinstance(outcome, Amiss) and outcome.anew is not None:
            return _anew(asking, about, found, words, outcome)
        if first_words(asker, found.code, words) or drafts.one(asker, asked.key):
            keep_words(asker, about.id, found.code, request)
        doing, revision = _doing(asking, about, words, asked.key), number_of(form.get("revision", ""))
        if isinstance(outcome, Amiss):
            return _form(
                asking, about, found, doing, base=asked.base, revision=revision, problems=outcome.problems, status=422
            )
        return _form(
            asking, about, found, doing, base=outcome.position, revision=revision, changes=outcome.changes, status=409
        )
    drafts.let_go(asker, asked.key, number_of(form.get("revision", "")))
    if not outcome.sees:
        page = {"done": outcome.words, "entry": outcome.entry, "name": about.name}
        return asking.page("holdfast/act_parted.html", page, title=outcome.words)
    follows = found.leads_to(_doing(asking, about, words, asked.key))
    said = {**({OF_A_VISIT: follows} if follows else {}), "done": str(outcome.entry)}
    return HttpResponseRedirect(f"{about.href}?{urlencode(said)}#done")


def _anew(asking: Asking, about: About, found: Act, words: Words, outcome: Amiss) -> HttpResponse:
    """The same words in a form of a new key, kept: the old key is used up by what is on record."""
    base = outcome.anew or 0
    key, revision = kept_anew(asking, about.id, found.code, base)
    doing = _doing(asking, about, words, key)
    return _form(asking, about, found, doing, base=base, revision=revision, problems=outcome.problems, status=422)


def kept_anew(asking: Asking, about: str, code: str, base: int) -> tuple[str, int]:
    """Keep what was sent under a new key, as opened at this position, and no more under its own: key and revision."""
    form, key = asking.request.POST, uuid4().hex
    revision = max(1, number_of(form.get("revision", "")))
    drafts.go_on_under(
        Asker.of(asking.seat), key, form.get("key", "")[:64], child=about, act=code, base=base, revision=revision,
        words=words_of(asking.request), saved_at=now(),
    )  # fmt: skip
    return key, revision


def _standing(about: About) -> Standing:
    if about.facts is None:
        raise NotThere(about.id)
    return Standing(about.facts, now())


def _onward(asking: Asking, found: Act, doing: Doing) -> tuple[tuple[str, str], ...]:
    """Where the worker leaves altogether, every child of theirs can be handed over at once; an action opens filled."""
    if found is PLAN_ACTION and not doing.said("action"):
        return tuple((f"{asking.request.path}?{urlencode({'action': one})}", words) for one, words in to_open(doing))
    before = current(doing) if found is ALLOCATE else None
    if before is None or before.professional is None or LEAVE.basis(asking.seat, before.professional, now()) is None:
        return ()
    name = asking.council.worker(before.professional)
    return ((f"/worker/{before.professional}/leave", f"{name} leaves: hand over every child at once"),)


def begun(asking: Asking, doing: Doing, code: str) -> tuple[tuple[str, str], ...]:
    """What the asker began and has not finished of this form about the same child or worker, each with its link."""
    return tuple(
        (f"{asking.request.path}?draft={one.key}", began(doing.asker, one))
        for one in drafts.of(doing.asker, doing.child)
        if one.act == code and one.key != doing.key
    )


def began(asker: Asker, one: drafts.Kept) -> str:
    """A draft in words: when it was begun, and how its first words go, so that two can be told apart."""
    first = first_words(asker, one.act, one.words)
    return f"What you began at {say_moment(one.saved_at)}" + (f": “{first}”" if first else ", nothing written yet")


def first_words(asker: Asker, act: str, words: Words) -> str:
    """How what was written in a form begins, out of what was typed and not chosen; empty where nothing was."""
    chosen = {part.name for part in parts_called(act, asker).values() if part.kind not in ("text", "line")}
    typed = (word for name, word in words.items() if name not in chosen and not name.startswith(NEXT))
    return shorten(next((word for word in typed if word.strip()), ""), FIRST, placeholder=" …")


def _back(asking: Asking, about: About, found: Act, doing: Doing) -> tuple[str, str]:
    """Where the form leads back to: whoever has only a note to write sees no page of the child."""
    if found.parts_from and not can("look", asking.seat, doing.standing):
        return "/monday", "your Monday"
    return about.href, about.name


def _form(
    asking: Asking, about: About, found: Act, doing: Doing, *, base: int, revision: int = 0, kept: str = "",
    problems: tuple[Problem, ...] = (), changes: tuple[Change, ...] = (), status: int = 200,
) -> HttpResponse:  # fmt: skip
    questions = questions_of(found, doing, doing.words, problems)
    others = begun(asking, doing, found.code)
    page = FormPage(
        title=found.title, name=about.name, back=_back(asking, about, found, doing),
        act=found.code, about=about.id,
        reads_first=tuple(found.reads_first(doing)), questions=questions, errors=errors_of(questions, problems),
        theirs=tuple(version_of(one, asking.council) for one in changes), key=doing.key, base=base,
        revision=revision + 1,
        holder=signed(asking.seat, found.code, about.id), action=asking.request.path, kept=kept, others=others,
        basis=check_may(found.code, asking.seat, doing.standing), onward=_onward(asking, found, doing),
        throw_href=f"{KEPT_WORDS}/throw-away?{urlencode({'draft': doing.key})}" if kept else "",
    )  # fmt: skip
    said = "Error: " if problems else "Two versions: " if changes else ""
    return asking.page("holdfast/act.html", page, title=f"{said}{found.title}, {page.name}", status=status)
