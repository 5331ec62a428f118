"""The Monday page: capped, in full (``?all=1``), or as one sheet of paper (``?sheet=1``)."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from holdfast.casework.monday import MondayFacts, monday_facts
from holdfast.casework.way import good_by_child
from holdfast.duties.good import GoodThing, weight
from holdfast.web.asking import Asking
from holdfast.web.goodbyes import goodbyes_of
from holdfast.web.monday.building import IN_FULL, Building
from holdfast.web.monday.front_door import door_of
from holdfast.web.portion import PORTION, Portion, portions
from holdfast.web.stalled import ANSWER_FOR_IT, stalled_line

GOOD_THINGS = 5
"""How many things that went well are told where nobody is on the list."""

TITLE = "Who needs a decision this week"


def monday(request: HttpRequest) -> HttpResponse:
    """Who needs a decision this week, by name."""
    asking = Asking.of(request)
    facts = monday_facts(asking.council, asking.view, asking.theirs())
    shown, portion = _portion(asking, facts)
    full = len(shown.list.children) if request.GET.get("all") == "1" else IN_FULL
    good = () if facts.list.children else good_of_theirs(asking)
    building = Building(asking, facts, shown, full, portion, good)
    page = building.page()
    if request.GET.get("sheet") == "1":
        page = replace(page, sheet=building.sheet())
    page = replace(page, door=door_of(asking))
    # It stands after the children by name, and only for whoever answers for the plan.
    stalled = stalled_line(asking) if asking.seat.scope in ANSWER_FOR_IT else None
    more = {"stalled": stalled, "goodbyes": goodbyes_of(asking), "words_href": asking.link("/words")}
    return asking.page("holdfast/monday.html", page, title=TITLE, here="monday", more=more)


def _portion(asking: Asking, facts: MondayFacts) -> tuple[MondayFacts, Portion | None]:
    """As many lines of each list as one portion has; the longest list says how many portions there are."""
    lists = (facts.list.children, facts.list.off, facts.worse, facts.promised, facts.paused)
    more = {key: "1" for key in ("all", "sheet") if asking.request.GET.get(key) == "1"}
    start, portion = portions(asking, "/monday", max(len(one) for one in lists), **more)
    some = slice(start, start + PORTION)
    found = replace(facts.list, children=facts.list.children[some], off=facts.list.off[some])
    worse, promised, paused = facts.worse[some], facts.promised[some], facts.paused[some]
    return replace(facts, list=found, worse=worse, promised=promised, paused=paused), portion


def good_of_theirs(asking: Asking) -> tuple[GoodThing, ...]:
    """The few weightiest good things of the week, of the children whom the seat sees."""
    theirs = asking.theirs()
    every = good_by_child(asking.council, asking.view)
    found = [one for child, some in every.items() if theirs is None or child in theirs for one in some]
    return tuple(sorted(found, key=weight)[:GOOD_THINGS])
