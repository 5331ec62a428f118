"""The screen of one child on a page."""

from django.http import HttpRequest, HttpResponse

from holdfast.casework.child.story import story_of
from holdfast.web.asking import Asking
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
