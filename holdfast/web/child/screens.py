"""The screens of one child: the child on a page, and the chronology for court."""

from django.http import HttpRequest, HttpResponse

from holdfast.casework.child.chronology import chronology as chronology_of
from holdfast.casework.child.story import story_of
from holdfast.duties.standing import Standing
from holdfast.web.asking import Asking
from holdfast.web.child.chronology import chronology_page
from holdfast.web.child.doing import doings
from holdfast.web.child.page import child_page
from holdfast.web.no_such import no_such_child


def child(request: HttpRequest, child: str) -> HttpResponse:
    """One child, whole, as at the moment that is looked at; a child not there and one not seen look the same."""
    asking = Asking.of(request)
    if not asking.seat.sees(asking.council, asking.view, child):
        return no_such_child(request)
    story = story_of(asking.council, child, asking.view)
    if story is None:
        return no_such_child(request)
    more = {"doing": doings(child, asking, story)}
    return asking.page("holdfast/child.html", child_page(story, asking), title=story.who.name, more=more)


def chronology(request: HttpRequest, child: str) -> HttpResponse:
    """What happened to one child and what it meant for the child, to be printed for court, as at the moment."""
    asking = Asking.of(request)
    facts = asking.council.child(child, asking.view) if asking.seat.sees(asking.council, asking.view, child) else None
    if facts is None:
        return no_such_child(request)
    found = chronology_of(Standing(facts, asking.view.as_at), asking.council)
    page = chronology_page(child, found, asking)
    return asking.page("holdfast/chronology.html", page, title=f"Chronology of {page.name}")
