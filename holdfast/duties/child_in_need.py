"""Child in need plans: visits and reviews. The law sets no number for either; the council does."""

from holdfast.dates import Months, WorkingDays
from holdfast.duties.duty import Asked, Chain, LocalStandard, MetBy, Starts, Way
from holdfast.record.front_door import InNeedPlan, InNeedVisit
from holdfast.record.oversight import PlanReview
from holdfast.record.where import Is, Unknown

PLAN = Starts(noun=InNeedPlan, until="ended_on", words="The child in need plan started", until_words="The plan ended")

DUTIES: tuple[Asked, ...] = (
    LocalStandard(
        code="cin-plan-review",
        title="Review the child in need plan",
        setting="child in need review every 3 months",
        ways=(
            Way(
                starts=PLAN,
                limit=Months(3),
                chain=Chain(),
                met=MetBy(
                    noun=PlanReview, on="on", where=Is("plan_kind", "child in need"), words="The plan was reviewed",
                    cure="holdfast_plan_reviews with plan_kind = child in need and review_date",
                ),
            ),
        ),
    ),
    LocalStandard(
        code="cin-visit",
        title="Visit the child in need, and see the child",
        setting="child in need visit every 20 working days",
        exceptions="A plan may set a closer rhythm for one child. No field says so.",
        ways=(
            Way(
                starts=PLAN,
                limit=WorkingDays(20),
                chain=Chain(),
                met=MetBy(
                    noun=InNeedVisit, on="on", where=Is("seen", True), unsure=Unknown("seen"),
                    words="The child was seen on a visit",
                    cure="ssd_cin_visits with cinv_cin_visit_date and cinv_cin_visit_seen",
                ),
            ),
        ),
    ),
)  # fmt: skip
