"""What was sent and could not be put on record, given back: every word of it, in a page that needs no record.

A form whose token is missing, a save that broke, a line of who looked that could not be written: whoever sent it gets
what they wrote in fields they can read, copy, print and send again. Nothing here asks the database for anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.urls import Resolver404, ResolverMatch, resolve

from holdfast.casework.acts.act import Doing, Part
from holdfast.casework.acts.improving import IN_THE_PLAN_BY_CODE
from holdfast.casework.acts.leaving import FROM, GOODBYE_TO, HELLO_TO, LAST_ON, LEAVE, NEXT, WHY
from holdfast.casework.acts.register import BY_CODE
from holdfast.casework.asker import Asker
from holdfast.casework.packs.words import PARTS as SAYING
from holdfast.casework.packs.words import SAY
from holdfast.duties.standing import Standing
from holdfast.record.child import Child, Held
from holdfast.record.field import Fact
from holdfast.record.improving import Objective
from holdfast.web.asking import seat_of
from holdfast.web.today import now

OF_THE_FORM = ("key", "base", "revision", "holder", "previewed", "keep")
"""Fields that are the form's own: sent again as they were, and no words of anybody."""

WITHOUT_WORDS = frozenset({"enter", "draft", "import", "throw-away"})
"""Routes whose forms hold no words: a seat, a draft that the open page still has, a file, words to be thrown away."""

LONG = 60
"""A word longer than this is given back in a box of several lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldField:
    """One field as it was sent: ``chosen`` says in words what was chosen or ticked, and is empty for what was typed."""

    key: str
    name: str
    label: str
    value: str
    long: bool
    chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPage:
    """The whole page: what happened, why, what to do; the words; ``own`` are fields that nobody typed.

    ``files`` says that a file was sent too, which a page cannot give back. ``kept`` leads to where the words are kept
    as well; empty where they are on this page alone.
    """

    what: str
    why: str
    do: str
    fields: tuple[HeldField, ...]
    own: tuple[tuple[str, str], ...]
    files: bool
    kept: str


SEND_AGAIN = (
    "Everything you wrote is below. Send it again in a minute. If that does not work either, copy or print it before "
    "you leave this page."
)


def held_words(
    request: HttpRequest, what: str, why: str, *, status: int, do: str = SEND_AGAIN, kept: str = ""
) -> HttpResponse | None:
    """The page that gives back what was sent; None where nobody wrote anything, or it was sent from elsewhere.

    A form that another site's page sent holds no words of the person who sits here, so it is not offered to be sent.
    """
    sent = _sent(request)
    if not sent or _from_elsewhere(request):
        return None
    if "CSRF_COOKIE" not in request.META:
        # It failed before the token of the browser was read: without this the form below would carry another's.
        CsrfViewMiddleware(_nothing).process_request(request)
    parts = _parts(request)
    typed = [(name, value) for name, value in sent if name not in OF_THE_FORM]
    if not any(value.strip() for _, value in typed):
        return None
    page = HeldPage(
        what=what, why=why, files=bool(request.FILES), do=do, kept=kept,
        fields=tuple(_field(place, name, value, parts.get(name)) for place, (name, value) in enumerate(typed)),
        own=tuple((name, value) for name, value in sent if name in OF_THE_FORM),
    )  # fmt: skip
    response = render(request, "holdfast/words_held.html", {"page": page}, status=status)
    response["Cache-Control"] = "no-store"
    response["X-Frame-Options"] = "DENY"
    return response


def _nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def _match(request: HttpRequest) -> ResolverMatch | None:
    """The route that the address leads to, also where it failed before that was asked."""
    try:
        return request.resolver_match or resolve(request.path_info)
    except Resolver404:
        return None


def _sent(request: HttpRequest) -> list[tuple[str, str]]:
    """Every field that was sent, in its order; none where what was sent cannot be read."""
    match = _match(request)
    if request.method != "POST" or (match is not None and match.view_name in WITHOUT_WORDS):
        return []
    try:
        lists = list(request.POST.lists())
    except (OSError, SuspiciousOperation, BadRequest):
        return []
    return [(name, str(one)) for name, some in lists if name != "csrfmiddlewaretoken" for one in some]


def _from_elsewhere(request: HttpRequest) -> bool:
    """Whether the browser says that a page of another site sent it."""
    origin = request.headers.get("Origin")
    own = f"{request.scheme}://{request.get_host()}"
    return origin not in (None, own) or request.headers.get("Sec-Fetch-Site") not in (None, "same-origin", "none")


def _parts(request: HttpRequest) -> Mapping[str, Part]:
    """What the form's own questions are called, as far as that can be told without the record."""
    match = _match(request)
    code = str(match.kwargs.get("code", "")) if match else ""
    return parts_called(LEAVE.code if match and match.view_name == "leave" else code, Asker.of(seat_of(request)))


def parts_called(code: str, asker: Asker) -> Mapping[str, Part]:
    """The questions of an act's form by name, as far as they can be told without the record; none of an unknown act."""
    if code == LEAVE.code:
        return {one.name: one for one in (LAST_ON, FROM, WHY)}
    if code == SAY:
        return {one.name: one for one in SAYING}
    act = {**BY_CODE, **IN_THE_PLAN_BY_CODE}.get(code)
    if act is None:
        return {}
    # The plan's acts ask how the objective stands; of one of which nothing is known they ask everything.
    facts: Mapping[type[Fact], tuple[Fact, ...]] = (
        {Objective: (Objective(child=""),)} if code in IN_THE_PLAN_BY_CODE else {}
    )
    nobody = Standing(Child(id="", facts=facts, held=Held(fields={})), now())
    doing = Doing(asker=asker, standing=nobody, words={}, key="", made_at=now())
    return {one.name: one for one in act.parts(doing)}


def _field(place: int, name: str, value: str, part: Part | None) -> HeldField:
    label = label_of(name, part)
    chosen = ""
    if part is not None and part.kind == "tick":
        chosen = "Yes"
    elif part is not None and part.kind == "choice":
        chosen = dict(part.choices).get(value, "")
    long = "\n" in value or len(value) > LONG or (part is not None and part.kind == "text")
    return HeldField(key=f"held-{place}", name=name, label=label, value=value, long=long, chosen=chosen)


def label_of(name: str, part: Part | None) -> str:
    """What a field is called: as its form asks it, or its own name as words where the form is not known here."""
    return part.label if part else _spelt(name)


def _spelt(name: str) -> str:
    """A field's name as words: what it asks is not known here."""
    asked = {NEXT: "Who is next for child", GOODBYE_TO: "Goodbye note to child", HELLO_TO: "Hello note to child"}
    for prefix, words in asked.items():
        if name.startswith(prefix):
            return f"{words} {name.removeprefix(prefix)}"
    return name.replace("_", " ").replace("-", " ").capitalize()
