"""Adoption: the two national benchmarks, and the review of a child who waits."""

from holdfast.dates import Days, Months
from holdfast.duties.duty import Asked, Chain, Duty, MetBy, MetInPlace, Starts, Way
from holdfast.duties.journeys.nouns import AdoptionWay
from holdfast.law.register import citations_for
from holdfast.record.oversight import PlanReview
from holdfast.record.where import Is

WAITING = Starts(
    noun=AdoptionWay, on="ordered_on", until="settled_on", words="The placement order was made",
    until_words="The child was placed, the plan changed, or the child left care",
)  # fmt: skip
REVIEW = MetBy(
    noun=PlanReview, on="on", where=Is("plan_kind", "adoption"), words="The child's case was reviewed",
    cure="holdfast_plan_reviews with plan_kind = adoption and review_date",
)  # fmt: skip

DUTIES: tuple[Asked, ...] = (
    Duty(
        code="ad-a10-threshold",
        title="Place the child with adopters (national benchmark from entering care)",
        law=citations_for("ad-a10-threshold"),
        exceptions="Where the foster carer adopts, it stops on the day of the foster placement.",
        ways=(
            Way(
                starts=Starts(
                    noun=AdoptionWay,
                    on="entered_on",
                    until="ended_on",
                    words="The child entered care, and adoption is now the plan",
                    until_words="The plan for adoption was given up, or the child left care",
                ),
                limit=Days(426),
                met=MetInPlace(
                    on="placed_on",
                    words="The child was placed with the adopters",
                    cure="the column perm_placed_for_adoption_date of ssd_permanence",
                ),
            ),
        ),
    ),
    Duty(
        code="ad-a2-threshold",
        title="Match the child with adopters (national benchmark from the placement order)",
        law=citations_for("ad-a2-threshold"),
        exceptions=("Children without a placement order are left out; a match before the order counts as done."),
        ways=(
            Way(
                starts=Starts(
                    noun=AdoptionWay,
                    on="ordered_on",
                    until="ended_on",
                    words="The placement order was made",
                    until_words="The plan for adoption was given up, or the child left care",
                ),
                limit=Days(121),
                met=MetInPlace(
                    on="matched_on",
                    words="The match was agreed",
                    cure="the column perm_matched_date of ssd_permanence",
                ),
            ),
        ),
    ),
    Duty(
        code="ad-review-unplaced",
        title="Review the child who may be placed for adoption and is not",
        law=citations_for("ad-review-unplaced"),
        exceptions=(
            "Ends when the child is placed, the plan changes, or the child leaves care. A child who comes "
            "back from a placement begins again; not told apart here."
        ),
        ways=(
            Way(starts=WAITING, limit=Months(3), chain=Chain(first=0, last=0), met=REVIEW),
            Way(starts=WAITING, limit=Months(6), chain=Chain(first=1), met=REVIEW),
        ),
    ),
)
