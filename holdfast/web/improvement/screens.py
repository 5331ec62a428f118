"""The improvement plan, one objective of it, and the day a finding could have been known."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from holdfast.casework.could_have_known import could_have_known
from holdfast.casework.improvement import PlanNow, plan_now
from holdfast.casework.measures import outside_view
from holdfast.casework.written_plan import plan_on_record
from holdfast.measures.improvement import MOST_WEEKS
from holdfast.web.asking import Asking
from holdfast.web.improvement.known import WEEKS, known_page
from holdfast.web.improvement.objective import objective_page
from holdfast.web.improvement.plan import plan_page
from holdfast.web.no_such import no_such
from holdfast.wexmouth.improvement import known_from
from holdfast.wexmouth.line import the_line


def plan(request: HttpRequest) -> HttpResponse:
    """The plan on one page: how each action stands, its days, its pace, and what leaders decided."""
    asking = Asking.of(request)
    page = plan_page(asking, _plan(asking))
    return asking.page("holdfast/plan.html", page, title=f"{page.council}'s improvement plan", here="home")


def objective(request: HttpRequest, slug: str) -> HttpResponse:
    """One objective whole."""
    asking = Asking.of(request)
    # A plan takes seconds to work out for a day that nobody has looked at: not for an address that leads nowhere.
    view = asking.view if asking.seat.names else outside_view(asking.view)
    known = any(one.slug == slug for one in plan_on_record(asking.council, view).by(view.today))
    now = _plan(asking) if known else None
    one = next((each for each in now.objectives if each.objective.slug == slug), None) if now else None
    if now is None or one is None:
        return no_such(
            request, "There is no such objective",
            "It has another address, or it was agreed after the day that you are looking at.",
            "Choose an objective on the page of the plan.", href=asking.link("/plan/"), link="Go to the plan",
        )  # fmt: skip
    page = objective_page(asking, now, one)
    return asking.page("holdfast/plan_objective.html", page, title=page.title, here="home")


def known(request: HttpRequest, slug: str) -> HttpResponse:
    """The day a finding could have been known. Worked out when somebody asks, for it takes seconds the first time."""
    asking, line = Asking.of(request), the_line()
    finding = next((one for one in line.found_by(asking.view.today) if one.slug == slug), None)
    said = line.point(finding.raised_at) if finding else None
    if finding is None or said is None:
        return no_such(
            request, "There is no such finding",
            "It has another address, or it was raised after the day that you are looking at.",
            "Choose a finding on the council's page.", href=asking.link("/#findings"), link="Go to the findings",
        )  # fmt: skip
    rule = known_from()
    weeks, amiss = _weeks(request.GET.get(WEEKS, ""), rule.weeks)
    now = could_have_known(asking.council, asking.view, finding, said, replace(rule, weeks=weeks), asking.theirs())
    page = known_page(asking, finding, now, rule.weeks, amiss)
    return asking.page("holdfast/known.html", page, title=page.title, here="home")


def _weeks(said: str, usual: int) -> tuple[int, str]:
    """How many weeks are asked, and what of the address could not be used: the usual number, or the most there are."""
    if said in ("", str(usual), str(MOST_WEEKS)):
        return int(said or usual), ""
    return (
        usual,
        f"{said[:20]!r} is no number of weeks that can be asked. {usual} or {MOST_WEEKS} can; {usual} are.",
    )


def _plan(asking: Asking) -> PlanNow:
    return plan_now(asking.council, asking.view, the_line(), asking.theirs(), asking.seat.names)
