"""The screens that say why: a duty's dates, or a drift rule's question, for one child."""

from difflib import get_close_matches

from django.http import HttpRequest, HttpResponse

from holdfast.casework.child.why_date import why_date
from holdfast.casework.child.why_drift import why_drift
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.duties.standing import Standing
from holdfast.web.asking import Asking
from holdfast.web.links import child_link
from holdfast.web.no_such import no_such, no_such_child
from holdfast.web.why.drift import why_drift_page
from holdfast.web.why.page import why_page


def why(request: HttpRequest, child: str, code: str) -> HttpResponse:
    """Why the dates of a duty, or the question of a drift rule, are what they are for this child."""
    asking = Asking.of(request)
    facts = asking.council.child(child, asking.view) if asking.seat.sees(asking.council, asking.view, child) else None
    if facts is None:
        return no_such_child(request)
    standing = Standing(facts, asking.view.as_at)
    if code in DUTIES:
        page = why_page(why_date(DUTIES[code], standing, asking.council.settings), child, _number(request), asking)
        return asking.page("holdfast/why.html", page, title=f"{page.title}, {page.name}")
    if code in RULES:
        drift = why_drift_page(why_drift(RULES[code], standing, asking.council), child, asking)
        return asking.page("holdfast/why_drift.html", drift, title=f"{drift.title}, {drift.name}")
    return _unknown(request, child, code, asking)


def _number(request: HttpRequest) -> int | None:
    """Which occurrence the address marks; None where it names none, or no number."""
    said = request.GET.get("n", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) <= 6 else None


def _unknown(request: HttpRequest, child: str, code: str, asking: Asking) -> HttpResponse:
    near = get_close_matches(code, [*DUTIES, *RULES], n=3)
    titles = "; ".join(f"{one} ({(DUTIES[one] if one in DUTIES else RULES[one]).title.rstrip('.')})" for one in near)
    return no_such(
        request,
        "There is no duty or rule by this code",
        f"Near to it are: {titles}." if near else "Nothing that is asked of us has a code like it.",
        "Choose from the child's own page, where each title leads to its reasons.",
        href=child_link(asking, child, "next"),
        link="Go to the child's page",
    )
