"""The forms that open an objective of the plan: from a finding of the line, or from a point of a report."""

from django.http import HttpRequest, HttpResponse

from holdfast.casework.acts.objective import written_in_the_plan
from holdfast.casework.acts.opening import THE_PLAN, opening, taking_up
from holdfast.web.asking import Asking
from holdfast.web.documents import the_library
from holdfast.web.doing.screens import About, form_or_answer
from holdfast.web.no_such import not_found
from holdfast.wexmouth.line import the_line


def open_objective(request: HttpRequest) -> HttpResponse:
    """The form that opens an objective from a finding, or its answer."""
    asking = Asking.of(request)
    findings = [(one.slug, one.title) for one in the_line().found_by(asking.present.today)]
    about = About(
        id=THE_PLAN, name="the improvement plan", href="/plan/", answer=not_found,
        facts=written_in_the_plan(asking.council, asking.present, THE_PLAN),
    )  # fmt: skip
    return form_or_answer(asking, about, opening(findings))


def take_point(request: HttpRequest, key: str, place: int) -> HttpResponse:
    """The form that takes a point of a report into the plan, or its answer."""
    asking = Asking.of(request)
    found = the_library(asking).passage(key, "point", place)
    if found is None:
        return not_found(request)
    about = About(
        id=found.address, name=f"point {place} of {found.document.title}", answer=not_found,
        href=f"/inspectors/report/{found.address}",
        facts=written_in_the_plan(asking.council, asking.present, found.address),
    )  # fmt: skip
    return form_or_answer(asking, about, taking_up(found.address, found.text))
