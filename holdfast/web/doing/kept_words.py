"""What somebody wrote that is not on record: each draft of theirs, also where what tied them to the child has ended."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse

from holdfast.casework import drafts
from holdfast.casework.acts.act import Part, read_day
from holdfast.casework.acts.improving import IN_THE_PLAN_BY_CODE
from holdfast.casework.acts.leaving import LEAVE
from holdfast.casework.acts.register import BY_CODE
from holdfast.casework.asker import Asker
from holdfast.casework.packs.words import SAY
from holdfast.dates import say, say_moment
from holdfast.web.asking import Asking
from holdfast.web.doing.screens import first_words, may_keep
from holdfast.web.words_held import label_of, parts_called
from holdfast.wexmouth.line import the_line


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWords:
    """One draft: the form's title, whom it is about, when it was kept, and how it begins.

    ``href`` leads to the form where it can still be saved. Where it cannot, or where that is not known here, it is
    empty, and ``words`` are all that was written, each with what was asked. ``throw_href`` leads to where it is thrown
    away.
    """

    title: str
    about: str
    when: str
    first: str
    href: str
    words: tuple[tuple[str, str], ...]
    throw_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWordsPage:
    """Everything that somebody wrote and that is not on record, the newest first.

    ``thrown``: something was just thrown away.
    """

    drafts: tuple[KeptWords, ...]
    thrown: bool


def kept_words(request: HttpRequest) -> HttpResponse:
    """The page. Nobody reads it but the writer, and it shows no page of a child."""
    asking = Asking.of(request)
    asker = Asker.of(asking.seat)
    some = tuple(told(asking, asker, one) for one in drafts.of(asker))
    page = KeptWordsPage(drafts=some, thrown=request.GET.get("thrown") == "1")
    return asking.page("holdfast/kept_words.html", page, title="Words not on record")


def told(asking: Asking, asker: Asker, one: drafts.Kept) -> KeptWords:
    """One draft of the asker's, as its writer reads it."""
    act = {**BY_CODE, **IN_THE_PLAN_BY_CODE}.get(one.act)
    known = act is not None or one.act in _TITLES
    may = known and may_keep(asking, one.act, one.child)
    return KeptWords(
        title=act.title if act else _TITLES.get(one.act, "A form about an inspection report"),
        about=_about(asking, one) if may else "", when=say_moment(one.saved_at),
        first=first_words(asker, one.act, one.words),
        href=_href(one) if may else "", words=() if may else _words(asker, one),
        throw_href=f"/words/throw-away?{urlencode({'draft': one.key})}",
    )  # fmt: skip


_TITLES = {LEAVE.code: "A worker leaves", SAY: "A word after a visit"}
"""Forms that are about no child and no objective, and how they are called."""


def _about(asking: Asking, one: drafts.Kept) -> str:
    """Whom it is about, by name; only for whoever may still write in that record."""
    if one.act == LEAVE.code:
        return asking.council.worker(one.child) or ""
    if one.act == SAY:
        finding = the_line().finding(one.child.rpartition("/")[2])
        return finding.title if finding else ""
    return asking.council.name(one.child) if one.act in BY_CODE else ""


def _href(one: drafts.Kept) -> str:
    query = urlencode({"draft": one.key})
    if one.act == LEAVE.code:
        return f"/worker/{one.child}/leave?{query}"
    if one.act == SAY:
        return f"/visits/after/{one.child}?{query}"
    return f"/{'child' if one.act in BY_CODE else 'plan'}/{one.child}/do/{one.act}?{query}"


def _words(asker: Asker, one: drafts.Kept) -> tuple[tuple[str, str], ...]:
    """What was written and chosen, each with what was asked; a choice as its form words it."""
    parts = parts_called(one.act, asker)
    found = []
    for name, said in one.words.items():
        part = parts.get(name)
        if said.strip():
            found.append((label_of(name, part), said if part is None else _said(part, said)))
    return tuple(found)


def _said(part: Part, said: str) -> str:
    day = read_day(said) if part.kind == "day" else None
    if day is not None:
        return say(day)
    return "Yes" if part.kind == "tick" else dict(part.choices).get(said, said)
