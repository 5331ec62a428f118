"""Throwing away what one wrote and has not put on record: one's own alone, after a page that asks once more."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from holdfast.casework import drafts
from holdfast.casework.asker import Asker
from holdfast.web.asking import Asking
from holdfast.web.doing.kept_words import KeptWords, told
from holdfast.web.doing.screens import KEPT_WORDS, number_of

THROWN = "thrown"
"""What the address of the kept words says once something was thrown away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThrowAwayPage:
    """What would be thrown away, by its key and as it stood at this revision; None where the asker has no such words.

    ``grown``: more was written since the asker was asked, so nothing was thrown away.
    """

    words: KeptWords | None
    key: str
    revision: int
    grown: bool


def throw_away(request: HttpRequest) -> HttpResponse:
    """Ask once more, or throw away. What is gone already, or another's, is told apart by nobody."""
    asking = Asking.of(request)
    asker, sent = Asker.of(asking.seat), request.method == "POST"
    key = (request.POST if sent else request.GET).get("draft", "")
    if sent and drafts.throw_away(asker, key, number_of(request.POST.get("revision", ""))):
        return HttpResponseRedirect(f"{KEPT_WORDS}?{urlencode({THROWN: '1'})}")
    found = drafts.one(asker, key)
    page = ThrowAwayPage(
        words=told(asking, asker, found) if found else None, key=key, revision=found.revision if found else 0,
        grown=sent,
    )  # fmt: skip
    title = "Throw away these words?" if found else "There is nothing to throw away"
    return asking.page("holdfast/throw_away.html", page, title=title, status=409 if sent else 200)
