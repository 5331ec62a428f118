"""The screen of those whom a finding was about on the day it was raised."""

from datetime import date

from django.http import HttpRequest, HttpResponse

from holdfast.casework.cohort import Cohort, cohort_of
from holdfast.casework.frozen import frozen
from holdfast.dates import add_years, say
from holdfast.measures.promise import CouncilLine, InspectionFinding
from holdfast.web.asking import Asking
from holdfast.web.cohort.page import Begin, cohort_page
from holdfast.web.no_such import no_such
from holdfast.wexmouth.line import the_line

SINCE = "since"
"""The part of the address that says from which day the children are taken: a point of the line, or a year before."""
YEAR_BEFORE = "a-year-before"


def cohort(request: HttpRequest, slug: str) -> HttpResponse:
    """The children of the day, and how many of them still wait. It takes seconds the first time that it is asked."""
    asking, line = Asking.of(request), the_line()
    today = (asking.view if asking.seat.names else frozen(asking.view)).today
    finding = next((one for one in line.found_by(today) if one.slug == slug), None)
    if finding is None:
        return no_such(
            request, "There is no such finding",
            "It has another address, or it was raised after the day that you are looking at; without names, after the "
            "last whole month.",
            "Choose a finding on the council's page.", href=asking.link("/#findings"), link="Go to the findings",
        )  # fmt: skip
    begins = _begins(line, finding, today)
    asked = next((one for one in begins if one.key == request.GET.get(SINCE)), None)
    begin, now = _shown(asking, finding, begins, asked)
    instead = begins[0] if asked is None and begin != begins[0] else None
    page = cohort_page(asking, finding, now, begin, begins, instead)
    return asking.page("holdfast/cohort.html", page, title=page.title, here="home")


def _shown(
    asking: Asking, finding: InspectionFinding, begins: tuple[Begin, ...], asked: Begin | None
) -> tuple[Begin, Cohort]:
    """The day that was asked for, else the day of raising; where nobody stood then, a year before if somebody did."""
    tried = (asked,) if asked else (begins[0], *(one for one in begins[1:] if one.key == YEAR_BEFORE))
    every = [
        (one, now)
        for one in tried
        if (now := cohort_of(asking.council, asking.view, finding, one.day, asking.theirs(), asking.seat.names)).size
        or one == tried[0]
    ]
    return next((one for one in every if one[1].size), every[0])


def _begins(line: CouncilLine, finding: InspectionFinding, today: date) -> tuple[Begin, ...]:
    """The days from which the children may be taken: when it was raised, when it was said again, a year before."""
    raised = line.point(finding.raised_at)
    points = [*([raised] if raised else []), *(point for point, _ in line.said_of(finding.slug, today))]
    year = add_years(today, -1)
    found = [Begin(key=one.slug, day=one.day, words=f"{one.kind_words}, {say(one.day)}: {one.title}") for one in points]
    if raised is None or raised.day < year:
        found.append(Begin(key=YEAR_BEFORE, day=year, words=f"A year before: {say(year)}"))
    return tuple(found)
