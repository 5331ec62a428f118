"""A worker leaves: each child is given a next name, the change is seen in numbers, then all of it is saved at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from holdfast.casework import drafts
from holdfast.casework.acts import leaving
from holdfast.casework.acts.act import Doing, Problem
from holdfast.casework.acts.handing_over import planned
from holdfast.casework.acts.leaving import LEAVE, NEXT, Preview
from holdfast.casework.acts.part_in import part_to_give
from holdfast.casework.asker import Asker
from holdfast.casework.permissions import NotThere, check_may
from holdfast.casework.saving import Amiss, AskedOfMany, Change, Conflict, Saved, save_many
from holdfast.dates import say, say_moment
from holdfast.duties.standing import Standing
from holdfast.record.child import Child, Held
from holdfast.web.asking import Asking
from holdfast.web.doing.form import Question, Version, errors_of, question_of, version_of
from holdfast.web.doing.screens import begun, keep_words, kept_anew, no_longer, number_of, session_ended, words_of
from holdfast.web.no_such import not_found
from holdfast.web.opened_in import signed
from holdfast.web.parts import Cell, Head, Row, Table
from holdfast.web.today import now

MOST = 1000
"""So many children are with no worker; a form that names more was not made here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfChild:
    """One child of the worker: the link to the page, the question who is next, and the notes that go with it.

    ``planned`` says the hand-over that is on record for a day ahead; there is then no question.
    """

    href: str
    name: str
    question: Question | None
    notes: tuple[Question, ...]
    planned: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavePage:
    """The whole page. ``preview`` says in sentences what would change; ``previewed`` for which words it was shown.

    ``person`` is the worker by id; ``kept`` says when the draft was kept that is open, ``others`` leads to the rest.
    """

    person: str
    worker: str
    lead: str
    done: str
    about: tuple[Question, ...]
    children: tuple[OfChild, ...]
    errors: tuple[tuple[str, str], ...]
    theirs: tuple[Version, ...]
    preview: tuple[str, ...]
    receivers: Table | None
    previewed: str
    key: str
    base: int
    revision: int
    holder: str
    action: str
    basis: str
    kept: str
    others: tuple[tuple[str, str], ...]
    last_day: str
    asks: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Leaving:
    """One person about to put on record that a worker leaves: why that may be, and what is to be done of each child.

    The form is on the record as it stood at ``base``; ``revision`` counts how often its words were sent. ``elsewhere``
    counts the children with whom the worker has a part and whom this person may not give to somebody else.
    """

    basis: str
    name: str
    base: int
    revision: int
    kept: str
    whole: Doing
    doings: tuple[Doing, ...]
    elsewhere: int = 0


def leave(request: HttpRequest, worker: str) -> HttpResponse:
    """The page of a worker who leaves, or its answer; for a worker who is not the seat's own there is no page."""
    asking = Asking.of(request)
    found = _begin(asking, worker)
    if request.method != "POST":
        return not_found(request) if found is None else _page(asking, found)
    ended = session_ended(asking, worker, LEAVE.code, request.path)
    if ended is not None or found is None:
        return ended or _no_longer(asking, worker)
    if request.POST.get("stays"):
        return _stays(asking, found)
    keep_words(found.whole.asker, worker, LEAVE.code, request, found.whole.key)
    if request.POST.get("keep"):
        return HttpResponseRedirect(f"{request.path}?draft={found.whole.key}")
    if found.elsewhere:
        return _page(asking, found, problems=(Problem(part="", words=_elsewhere(found)),), status=422)
    if request.POST.get("previewed", "") != _as_previewed(found):
        problems = tuple(LEAVE.amiss(found.whole, found.doings))
        return _page(asking, found, problems=problems, status=422 if problems else 200, shown=not problems)
    return _save(asking, found)


def _draft(asking: Asking, worker: str) -> drafts.Kept | None:
    """The asker's own draft of this form that the address asks for; None where there is none."""
    kept = drafts.one(Asker.of(asking.seat), asking.request.GET.get("draft", ""))
    return kept if kept is not None and (kept.child, kept.act) == (worker, LEAVE.code) else None


def _begin(asking: Asking, worker: str) -> _Leaving | None:
    basis = LEAVE.basis(asking.seat, worker, now())
    if basis is None:
        return None
    form, kept = asking.request.POST, None if asking.request.method == "POST" else _draft(asking, worker)
    key = kept.key if kept else form.get("key", "")[:64] or uuid4().hex
    words = kept.words if kept else words_of(asking.request)
    whole = Doing(
        asker=Asker.of(asking.seat), standing=Standing(Child(id=worker, facts={}, held=Held(fields={})), now()),
        words=words, key=key, made_at=now(), settings=asking.council.settings, workers=asking.council.workers,
    )  # fmt: skip
    doings, elsewhere = [], 0
    for child in LEAVE.children(worker, now()):
        facts = asking.council.child(child, asking.present)
        if facts is None:
            continue
        standing = Standing(facts, now())
        try:
            check_may(LEAVE.code, asking.seat, standing)
        except NotThere:
            elsewhere += 1
            continue
        doings.append(leaving.of_one(whole, facts))
    name = asking.council.worker(worker) or worker
    return _Leaving(
        basis=basis, name=name, whole=whole, doings=tuple(doings), elsewhere=elsewhere,
        base=kept.base if kept else number_of(form.get("base", "")) or asking.council.position,
        revision=kept.revision if kept else number_of(form.get("revision", "")),
        kept=f"Kept at {say_moment(kept.saved_at)}. Nobody else sees it." if kept else "",
    )  # fmt: skip


def _save(asking: Asking, found: _Leaving) -> HttpResponse:
    whole = found.whole
    named = tuple(sorted(name.removeprefix(NEXT) for name in whole.words if name.startswith(NEXT)))[:MOST]
    asked = AskedOfMany(about=whole.child, named=named, words=whole.words, key=_own_key(asking), base=found.base)
    try:
        outcome = save_many(
            LEAVE, whole.asker, asked, made_at=now(), settings=whole.settings, workers=whole.workers
        )  # fmt: skip
    except NotThere:
        return _no_longer(asking, whole.child)
    if isinstance(outcome, Amiss):
        return _page(asking, _anew(asking, found, outcome), problems=outcome.problems, status=422)
    if isinstance(outcome, Conflict):
        return _page(asking, replace(found, base=outcome.position), changes=outcome.changes, status=409)
    drafts.let_go(whole.asker, whole.key, found.revision)
    return HttpResponseRedirect(f"{asking.request.path}?done={outcome.entry}#done")


def _no_longer(asking: Asking, worker: str) -> HttpResponse:
    return no_longer(asking, worker, LEAVE.code) or not_found(asking.request)


def _anew(asking: Asking, found: _Leaving, outcome: Amiss) -> _Leaving:
    """The same words under a new key, where the form's own is used up, or it came without one."""
    if outcome.anew is None:
        return found
    if not _own_key(asking):
        return replace(found, base=outcome.anew)
    key, revision = kept_anew(asking, found.whole.child, LEAVE.code, outcome.anew)
    return replace(found, whole=replace(found.whole, key=key), base=outcome.anew, revision=revision)


def _stays(asking: Asking, found: _Leaving) -> HttpResponse:
    """The worker stays after all, where a last day is on record."""
    whole = found.whole
    asked = AskedOfMany(about=whole.child, named=(), words={"stays": "yes"}, key=_own_key(asking), base=found.base)
    try:
        outcome = save_many(
            leaving.STAY, whole.asker, asked, made_at=now(), settings=whole.settings, workers=whole.workers
        )  # fmt: skip
    except NotThere:
        return not_found(asking.request)
    if isinstance(outcome, Saved):
        return HttpResponseRedirect(f"{asking.request.path}?done={outcome.entry}#done")
    return _page(asking, found, problems=outcome.problems if isinstance(outcome, Amiss) else (), status=409)


def _own_key(asking: Asking) -> str:
    """The key that the form itself has; one that was made for it here would make each time that it comes another."""
    return asking.request.POST.get("key", "")[:64]


def _page(
    asking: Asking, found: _Leaving, *, problems: Sequence[Problem] = (), changes: Sequence[Change] = (),
    status: int = 200, shown: bool = False,
) -> HttpResponse:  # fmt: skip
    about = tuple(
        question_of(part, found.whole.words.get(part.name, ""), _amiss(problems, part.name))
        for part in (leaving.LAST_ON, leaving.FROM, leaving.WHY)
    )
    children = tuple(_of_child(one, found.whole, problems) for one in found.doings)
    seen = (
        leaving.preview(found.whole.child, found.doings, leaving.loads(now()), found.whole.settings) if shown else None
    )
    done = asking.request.GET.get("done", "")
    page = LeavePage(
        person=found.whole.child, worker=found.name, lead=_lead(found), about=about, children=children,
        done=f"It is on record, as entry {done}." if done.isdecimal() else "", last_day=_last_day(found),
        asks=any(one.question for one in children),
        errors=errors_of([*about, *(one.question for one in children if one.question)], problems),
        theirs=tuple(_of_whom(one, asking) for one in changes), preview=_said(seen) if seen else (),
        receivers=_receivers(seen, found.whole) if seen else None,
        previewed=_as_previewed(found) if shown else "", key=found.whole.key, base=found.base,
        revision=found.revision + 1, kept=found.kept, others=begun(asking, found.whole, LEAVE.code),
        holder=signed(asking.seat, LEAVE.code, found.whole.child), action=asking.request.path, basis=found.basis,
    )  # fmt: skip
    said = "Error: " if problems else "Two versions: " if changes else ""
    return asking.page("holdfast/act_leave.html", page, title=f"{said}{found.name} leaves", status=status)


def _of_whom(change: Change, asking: Asking) -> Version:
    """What somebody saved, headed by the child whom it is about: a worker has several."""
    version = version_of(change, asking.council)
    return replace(version, who=f"{asking.council.name(change.fact.child)}: {version.who}")


def _lead(found: _Leaving) -> str:
    many = len(found.doings)
    if found.elsewhere:
        return _elsewhere(found)
    if not many:
        return f"No child is with {found.name} now."
    told = f"{'One child is' if many == 1 else f'{many} children are'} with {found.name} now."
    named = not any(part_to_give(one, found.whole.child) for one in found.doings)
    return f"{told} Each has a next name{'' if named else ' first'}."


def _elsewhere(found: _Leaving) -> str:
    many = "a child" if found.elsewhere == 1 else f"{found.elsewhere} children"
    return (
        f"{found.name} also has a part with {many} of another team. The director gives each a next name here, and puts "
        "on record that the worker leaves."
    )


def _amiss(problems: Sequence[Problem], part: str) -> str:
    return next((one.words for one in problems if one.part == part), "")


def _of_child(one: Doing, whole: Doing, problems: Sequence[Problem]) -> OfChild:
    name, href, give = leaving.called(one.standing), f"/child/{one.child}", part_to_give(one, whole.child)
    if not give:
        return OfChild(href=href, name=name, question=None, notes=(), planned=planned(one))
    part = leaving.next_part(one, whole.child)
    notes = tuple(
        question_of(note, whole.words.get(note.name, ""), "") for note in (leaving.notes_parts(one) if give.has else ())
    )
    return OfChild(
        href=href, name=name, notes=notes, planned="",
        question=question_of(part, one.said("to"), _amiss(problems, part.name)),
    )  # fmt: skip


def _last_day(found: _Leaving) -> str:
    """That the worker leaves is on record: when the last day is; empty where it is not."""
    day = leaving.last_day_of(found.whole.child, now())
    return f"{found.name}'s last day at work is on record: {say(day)}." if day else ""


def _as_previewed(found: _Leaving) -> str:
    """What a preview was shown for: whoever changes a name afterwards sees the numbers again before it is saved."""
    words = found.whole.words
    names = (f"{one}={words[one]}" for one in sorted(words) if one.startswith(NEXT))
    return ";".join([words.get("last_on", ""), words.get("from", ""), *names])


def _said(seen: Preview) -> tuple[str, ...]:
    others = (
        (seen.chaired, "changes", "change", "who chairs the reviews"), (seen.advised, "changes", "change", "adviser"),
        (seen.beside, "goes on", "go on", "with the worker who stays alone"),
    )  # fmt: skip
    more = tuple(
        f"{f'One child {one}' if number == 1 else f'{number} children {many}'} {what}."
        for number, one, many, what in others
        if number
    )
    if not seen.children and more:
        return more
    children = "One child changes" if seen.children == 1 else f"{seen.children} children change"
    third = "No child" if not seen.third else "One child" if seen.third == 1 else f"{seen.third} children"
    verb = "changes" if seen.third <= 1 else "change"
    return (f"{children} worker.", f"{third} {verb} worker for the third time or more within twelve months.", *more)


def _receivers(seen: Preview, whole: Doing) -> Table:
    rows = tuple(
        Row(cells=(Cell(text=name), Cell(text=str(before)), Cell(text=str(after))))
        for name, before, after in sorted(
            (whole.workers.get(one.worker, one.worker), one.before, one.after) for one in seen.receivers
        )
    )
    heads = tuple(Head(text=text) for text in ("Worker", "Children now", "Children then"))
    return Table(caption="With whom the children would be", heads=heads, rows=rows)
