"""Visits to children in care. The rhythm follows the placement: its age, its purpose, and who the carer is."""

from holdfast.dates import Days, Limit, Months, Weeks
from holdfast.duties.duty import Asked, Chain, Duty, MetBy, Starts, Way
from holdfast.duties.journeys.nouns import Stay
from holdfast.law.register import citations_for
from holdfast.record.in_care import CareVisit
from holdfast.record.where import All, AnyOf, Before, Is, IsNot, NotBefore, Unknown, Where

PLACED = Starts(noun=Stay, until="ended_on", words="The placement started", until_words="The placement ended")
VISIT = MetBy(
    noun=CareVisit, on="on", where=Is("seen", True), unsure=Unknown("seen"), words="The child was seen on a visit",
    cure="ssd_cla_visits with clav_cla_visit_date and clav_cla_visit_seen",
)  # fmt: skip

TEMPORARY = Is("temporary", True)
FIRST_YEAR = Before("counted_from", "year_ends_on")
LATER = NotBefore("counted_from", "year_ends_on")
REVIEWED = NotBefore("counted_from", "first_review_on")
NOT_REVIEWED = AnyOf(Unknown("first_review_on"), Before("counted_from", "first_review_on"))
NO_REVIEW_CAN_HAVE_BEEN = AnyOf(Is("reviews_told", True), NotBefore("entered_on", "counted_from"))
"""No first review before this day is missing from the record: nobody is reviewed before coming into care."""
A_REVIEW_MAY_HAVE_BEEN = All(
    Is("reviews_told", False), AnyOf(Unknown("entered_on"), Before("entered_on", "counted_from"))
)

# Full approval ends the closer rhythm from its day on. A count that runs on that day, and was not yet late under the
# closer rhythm, is one of the ordinary rhythm; one that was late already stays what it was until the next visit.
WEEKLY = AnyOf(Unknown("approved_on"), Before("counted_from", "week_until"))
FOUR_WEEKLY = AnyOf(Unknown("approved_on"), Before("counted_from", "four_weeks_until"))
ORDINARY = AnyOf(
    Is("temporary", False),
    All(TEMPORARY, NOT_REVIEWED, NotBefore("counted_from", "week_until")),
    All(TEMPORARY, REVIEWED, NotBefore("counted_from", "four_weeks_until")),
)
MAY_BE_TEMPORARY = Unknown("temporary")
ASK_APPROVALS = (
    "whether the relative or friend is approved only for a time, so that visits are owed weekly and later every "
    "four weeks: holdfast_temporary_approvals with start_date"
)
ASK_REVIEWS = (
    "whether the first review has been held, from which visits are owed every four weeks and no longer weekly: "
    "ssd_cla_reviews with clar_cla_review_date"
)
ASK_STEPS = (
    "whether the placement is meant to last to eighteen, so that visits are owed every three months: "
    "holdfast_placement_steps with step = intended to eighteen, or ssd_cla_placement with clap_cla_placement_type"
)


def _visit(limit: Limit, chain: Chain, when: Where, cannot: str | None = None) -> Way:
    return Way(starts=PLACED, limit=limit, chain=chain, met=VISIT, when=when, cannot=cannot)


DUTIES: tuple[Asked, ...] = (
    Duty(
        code="cla-visit-first",
        title="Visit the child in a new placement",
        law=citations_for("cla-visit-first"),
        exceptions=(
            "Placements with parents and other arrangements (custody, hospital) have rules of their own and "
            "are not told apart here."
        ),
        # A week is the limit under either rhythm, so this can be said where the kind of approval cannot.
        ways=(_visit(Weeks(1), Chain(first=0, last=0), AnyOf(ORDINARY, MAY_BE_TEMPORARY)),),
    ),
    Duty(
        code="cla-visit-yr1",
        title="Visit the child again, in the first year of the placement",
        law=citations_for("cla-visit-yr1"),
        exceptions=(
            "Not owed under a temporary approval, which has its own rhythm until full approval. Placements "
            "with parents and other arrangements have rules of their own and are not told apart here."
        ),
        ways=(
            _visit(Weeks(6), Chain(first=1), All(ORDINARY, FIRST_YEAR)),
            _visit(Weeks(6), Chain(first=1), All(MAY_BE_TEMPORARY, FIRST_YEAR), ASK_APPROVALS),
        ),
    ),
    Duty(
        code="cla-visit-after-yr1",
        title="Visit the child again, after the first year of the placement",
        law=citations_for("cla-visit-after-yr1"),
        exceptions=(
            "Not owed under a temporary approval, nor where the placement is meant to last to eighteen. In a "
            "long-term foster home a child who understands may agree to six months; no field says so."
        ),
        ways=(
            _visit(Weeks(6), Chain(first=1), All(ORDINARY, LATER, Is("to_eighteen", False))),
            _visit(Weeks(6), Chain(first=1), All(MAY_BE_TEMPORARY, LATER, IsNot("to_eighteen", True)), ASK_APPROVALS),
            _visit(Weeks(6), Chain(first=1), All(ORDINARY, LATER, Unknown("to_eighteen")), ASK_STEPS),
        ),
    ),
    Duty(
        code="cla-visit-permanent",
        title="Visit the child again, in a placement meant to last to eighteen",
        law=citations_for("cla-visit-permanent"),
        exceptions=(
            "Needs a recorded intention to eighteen. In a long-term foster home a child who understands may "
            "agree to six months; no field says so."
        ),
        ways=(
            _visit(Months(3), Chain(first=1), All(ORDINARY, LATER, Is("to_eighteen", True))),
            _visit(Months(3), Chain(first=1), All(MAY_BE_TEMPORARY, LATER, Is("to_eighteen", True)), ASK_APPROVALS),
        ),
    ),
    Duty(
        code="cla-visit-reg24",
        title="Visit the child with a relative or friend approved for a time",
        law=citations_for("cla-visit-reg24"),
        exceptions=(
            "Stops at full approval: a count that runs on that day, and is not yet late, becomes one of six weeks."
        ),
        ways=(
            _visit(Weeks(1), Chain(), All(TEMPORARY, NOT_REVIEWED, NO_REVIEW_CAN_HAVE_BEEN, WEEKLY)),
            _visit(Days(28), Chain(), All(TEMPORARY, REVIEWED, FOUR_WEEKLY)),
            _visit(Days(28), Chain(), All(TEMPORARY, NOT_REVIEWED, A_REVIEW_MAY_HAVE_BEEN, WEEKLY), ASK_REVIEWS),
        ),
    ),
)
