"""Visits to children in care. The rhythm follows the placement: its age, its purpose, and who the carer is."""

from holdfast.dates import Days, Limit, Months, Weeks
from holdfast.duties.duty import Asked, Chain, Duty, MetBy, Starts, Way
from holdfast.duties.journeys.nouns import Stay
from holdfast.law.register import citations_for
from holdfast.record.in_care import CareVisit
from holdfast.record.where import All, AnyOf, Before, Is, NotBefore, Unknown, Where

PLACED = Starts(noun=Stay, until="ended_on", words="The placement started", until_words="The placement ended")
VISIT = MetBy(
    noun=CareVisit, on="on", where=Is("seen", True), unsure=Unknown("seen"), words="The child was seen on a visit",
    cure="ssd_cla_visits with clav_cla_visit_date and clav_cla_visit_seen",
)  # fmt: skip

UNDER_TEMPORARY = All(Is("temporary", True), AnyOf(Unknown("approved_on"), Before("counted_from", "approved_on")))
NOT_TEMPORARY = AnyOf(Is("temporary", False), NotBefore("counted_from", "approved_on"))
FIRST_YEAR = Before("counted_from", "year_ends_on")
LATER = NotBefore("counted_from", "year_ends_on")
REVIEWED = NotBefore("counted_from", "first_review_on")
NOT_REVIEWED = AnyOf(Unknown("first_review_on"), Before("counted_from", "first_review_on"))


def _visit(limit: Limit, chain: Chain, when: Where) -> Way:
    return Way(starts=PLACED, limit=limit, chain=chain, met=VISIT, when=when)


DUTIES: tuple[Asked, ...] = (
    Duty(
        code="cla-visit-first",
        title="Visit the child in a new placement",
        law=citations_for("cla-visit-first"),
        ways=(_visit(Weeks(1), Chain(first=0, last=0), NOT_TEMPORARY),),
    ),
    Duty(
        code="cla-visit-yr1",
        title="Visit the child again, in the first year of the placement",
        law=citations_for("cla-visit-yr1"),
        ways=(_visit(Weeks(6), Chain(first=1), All(NOT_TEMPORARY, FIRST_YEAR)),),
    ),
    Duty(
        code="cla-visit-after-yr1",
        title="Visit the child again, after the first year of the placement",
        law=citations_for("cla-visit-after-yr1"),
        ways=(_visit(Weeks(6), Chain(first=1), All(NOT_TEMPORARY, LATER, Is("to_eighteen", False))),),
    ),
    Duty(
        code="cla-visit-permanent",
        title="Visit the child again, in a placement meant to last to eighteen",
        law=citations_for("cla-visit-permanent"),
        ways=(_visit(Months(3), Chain(first=1), All(NOT_TEMPORARY, LATER, Is("to_eighteen", True))),),
    ),
    Duty(
        code="cla-visit-reg24",
        title="Visit the child with a relative or friend approved for a time",
        law=citations_for("cla-visit-reg24"),
        ways=(
            _visit(Weeks(1), Chain(), All(UNDER_TEMPORARY, NOT_REVIEWED)),
            _visit(Days(28), Chain(), All(UNDER_TEMPORARY, REVIEWED)),
        ),
    ),
)
