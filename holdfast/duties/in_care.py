"""Children in care: reviews, care plan, placement plan and notices, permanence, relatives' approval."""

from holdfast.dates import Days, Months, SameDay, Weeks, WorkingDays
from holdfast.duties.duty import Asked, Chain, Duty, MetBy, MetInPlace, Starts, Way
from holdfast.duties.journeys.entering import PLAN_LIMIT
from holdfast.duties.journeys.nouns import ApprovalExtension, ApprovalTerm, CarePeriod, Stay
from holdfast.law.register import citations_for
from holdfast.record.in_care import CarePlan, CareReview, PlacementRequest, PlacementStep, ReviewingOfficer
from holdfast.record.where import All, AnyOf, Before, Is, IsNot, Known, NotBefore, Unknown

IN_CARE = Starts(
    noun=CarePeriod, until="ended_on", words="The child became looked after", until_words="The child left care"
)
ENTERED = Starts(
    noun=CarePeriod, on="entered_on", until="ended_on", words="The child became looked after",
    until_words="The child left care",
)  # fmt: skip
"""As above, where the day of coming into care is on record and not only a day in care."""

ALL_REVIEWS_ON_RECORD = Unknown("reviews_from")
FIRST_REVIEW = WorkingDays(20)
SECOND_UNSURE = All(NotBefore("counted_from", "second_unsure_from"), NotBefore("second_unsure_from", "counted_from"))
SECOND_SURE = AnyOf(
    Unknown("second_unsure_from"),
    Before("counted_from", "second_unsure_from"),
    Before("second_unsure_from", "counted_from"),
)
REVIEW = MetBy(
    noun=CareReview, on="held_on", where=IsNot("cancelled", True), words="A review was held",
    cure="ssd_cla_reviews with clar_cla_review_date",
)  # fmt: skip
PLACED = Starts(noun=Stay, until="ended_on", words="The placement started", until_words="The placement ended")


def _step(step: str, words: str) -> MetBy:
    return MetBy(
        noun=PlacementStep, on="on", where=Is("step", step), link=("placement", "id"), earlier_counts=True,
        words=words, cure=f"holdfast_placement_steps with step = {step} and done_date",
    )  # fmt: skip


NOTICES = _step("notices", "Written notices were sent")
APPROVED = MetInPlace(
    on="approved_on", words="Full approval was decided",
    cure="the column approved_date of holdfast_temporary_approvals",
)  # fmt: skip
PLANNED_MOVE = Starts(noun=PlacementRequest, on="on", where=IsNot("emergency", True), words="A home was asked for")

DUTIES: tuple[Asked, ...] = (
    Duty(
        code="cla-review-1",
        title="Hold the first review",
        law=citations_for("cla-review-1"),
        exceptions=(
            "The reviewing officer may adjourn once, by twenty working days at most; no field says so. Short "
            "breaks under regulation 48 have their own rhythm (three months) and are not told apart here."
        ),
        ways=(
            Way(
                starts=IN_CARE, limit=FIRST_REVIEW, met=REVIEW, when=ALL_REVIEWS_ON_RECORD,
                chain=Chain(first=0, last=0, first_limit=FIRST_REVIEW),
            ),
            Way(
                starts=ENTERED, limit=FIRST_REVIEW, when=Known("reviews_from"),
                cannot="the reviews of earlier years; the extract begins after the child came into care",
            ),
        ),
    ),
    Duty(
        code="cla-review-2",
        title="Hold the second review",
        law=citations_for("cla-review-2"),
        exceptions="Short breaks under regulation 48 have their own rhythm and are not told apart here.",
        ways=(
            Way(
                starts=IN_CARE, limit=Months(3), met=REVIEW, when=ALL_REVIEWS_ON_RECORD,
                chain=Chain(first=1, last=1, first_limit=FIRST_REVIEW),
            ),
        ),
    ),
    Duty(
        code="cla-review-n",
        title="Hold the next review",
        law=citations_for("cla-review-n"),
        exceptions=(
            "A child in a long-term foster home may have a meeting once a year and other reviews on paper; "
            "both count here. Where earlier reviews are not on record and one may have been the first, the "
            "next cannot be said from three months to six."
        ),
        ways=(
            Way(
                starts=IN_CARE, limit=Months(6), met=REVIEW, when=ALL_REVIEWS_ON_RECORD,
                chain=Chain(first=2, first_limit=FIRST_REVIEW),
            ),
            # Where earlier reviews are not on record, nobody can tell which was the second. Six months from any
            # that is on record is the longest that there can be.
            Way(
                starts=IN_CARE, limit=Months(6), met=REVIEW,
                chain=Chain(first=1), when=All(NotBefore("counted_from", "reviews_from"), SECOND_SURE),
            ),
            Way(
                starts=IN_CARE, limit=Months(6), met=REVIEW,
                chain=Chain(first=1), when=All(NotBefore("counted_from", "reviews_from"), SECOND_UNSURE),
                cannot="the reviews of earlier years; if this was the first review, the next was owed within three "
                "months of it, and within six if not",
            ),
        ),
    ),
    Duty(
        code="cla-iro-appoint",
        title="Name an independent reviewing officer before the first review",
        law=citations_for("cla-iro-appoint"),
        ways=(
            Way(
                starts=ENTERED,
                limit=FIRST_REVIEW,
                met=MetBy(
                    noun=ReviewingOfficer, on="on", earlier_counts=True, words="A reviewing officer was named",
                    cure="holdfast_reviewing_officers with named_date",
                ),
            ),
        ),
    ),
    Duty(
        code="cla-care-plan",
        title="Prepare the care plan",
        law=citations_for("cla-care-plan"),
        exceptions=(
            "Where care proceedings are on foot (an interim or full care order, or an application without "
            "a final order) within the ten days, the plan follows the court's timetable, and this count cannot "
            "say. Other applications than those on record are not known."
        ),
        ways=(
            Way(
                starts=ENTERED,
                limit=PLAN_LIMIT,
                when=Is("in_court", False),
                met=MetBy(
                    noun=CarePlan, on="started_on", earlier_counts=True, in_force_until="ended_on",
                    words="A care plan took effect", cure="ssd_cla_care_plan with lacp_cla_care_plan_start_date",
                ),
            ),
            Way(
                starts=ENTERED, limit=PLAN_LIMIT, when=Is("in_court", True),
                cannot="the court's timetable; care proceedings were on foot, so the plan follows that and not these "
                "ten working days",
            ),
        ),
    ),
    Duty(
        code="cla-placement-plan",
        title="Agree and sign the placement plan",
        law=citations_for("cla-placement-plan"),
        ways=(
            Way(starts=PLACED, limit=WorkingDays(5), met=_step("placement plan", "The placement plan was signed")),
        ),
    ),
    Duty(
        code="cla-placement-notify",
        title="Give written notice of the placement",
        law=citations_for("cla-placement-notify"),
        exceptions=(
            "Withheld from somebody where telling would put the child at risk; in an emergency, later where "
            "five days are not practicable. No field says so."
        ),
        ways=(
            Way(starts=PLACED, limit=WorkingDays(5), met=NOTICES, when=IsNot("planned", True)),
            Way(
                starts=PLANNED_MOVE, limit=SameDay(), due="move_on", when=Known("move_on"),
                met=MetBy(
                    noun=PlacementStep, on="on", where=Is("step", "notices"), link=("placement", "placement"),
                    earlier_counts=True, words="Written notices were sent", cure=NOTICES.cure,
                ),
            ),
        ),
    ),
    Duty(
        code="cla-ooa-approval",
        title="Have a distant placement approved before the move",
        law=citations_for("cla-ooa-approval"),
        exceptions=(
            "In an emergency the other authority is told within five working days instead. No field says so."
        ),
        ways=(
            Way(
                starts=Starts(
                    noun=PlacementRequest, on="on", where=Is("distant", True),
                    words="A home was asked for, and the one chosen is beyond neighbouring authorities",
                ),
                limit=SameDay(), due="move_on", when=Known("move_on"),
                met=MetBy(
                    noun=PlacementStep, on="on", where=Is("step", "director approval"),
                    link=("placement", "placement"), earlier_counts=True, words="The director's approval was recorded",
                    cure="holdfast_placement_steps with step = director approval and done_date",
                ),
            ),
        ),
    ),
    Duty(
        code="cla-permanence-plan",
        title="Have a plan for permanence in place",
        law=citations_for("cla-permanence-plan"),
        ways=(
            Way(
                starts=ENTERED,
                limit=Months(4),
                met=MetBy(
                    noun=CarePlan, on="started_on", where=Known("permanence"), earlier_counts=True,
                    in_force_until="ended_on", words="A plan for permanence was recorded",
                    cure="ssd_cla_care_plan with lacp_cla_care_plan_json",
                ),
            ),
        ),
    ),
    Duty(
        code="cla-reg24-approval",
        title="Decide on full approval of a relative or friend approved for a time",
        law=citations_for("cla-reg24-approval"),
        exceptions="Ends when the arrangement ends or an extension takes over.",
        ways=(
            Way(
                starts=Starts(
                    noun=ApprovalTerm, until="over_on", words="The child was placed under temporary approval",
                    until_words="The arrangement ended, or an extension took over",
                ),
                limit=Weeks(16),
                met=APPROVED,
            ),
        ),
    ),
    Duty(
        code="cla-reg25-extension",
        title="Decide on full approval before the extension ends",
        law=citations_for("cla-reg25-extension"),
        exceptions=(
            "Where approval is refused and the carer asks for an independent review, the extension lasts "
            "until its outcome. No field says so."
        ),
        ways=(
            Way(
                starts=Starts(
                    noun=ApprovalExtension, until="ended_on", where=Is("extended", True),
                    words="The first sixteen weeks end", until_words="The arrangement ended",
                ),
                limit=Weeks(8),
                met=APPROVED,
            ),
            Way(
                starts=Starts(
                    noun=ApprovalExtension, until="ended_on", where=Is("extended", False),
                    words="The first sixteen weeks ended", until_words="The arrangement ended",
                ),
                limit=Days(56),
                met=APPROVED,
                cannot="the extension of the approval (no extension is on record, so no later end day can be given)",
            ),
        ),
    ),
)  # fmt: skip
