"""Leaving care: needs, pathway plans and their reviews, visits to a home we provide, keeping in touch."""

from holdfast.dates import Days, Months, NoNumber
from holdfast.duties.duty import Asked, Chain, Duty, LocalStandard, MetBy, MetInPlace, Starts, Way
from holdfast.duties.journeys.nouns import (
    AdviserTime,
    Eligibility,
    HomeTime,
    PathwayReview,
    PathwayTime,
    TwoWayContact,
)
from holdfast.law.register import citations_for
from holdfast.record.leaving_care import AdviserContact, PathwayPlan
from holdfast.record.where import Is, Known, Unknown


def _step(step: str, words: str, *, earlier_counts: bool = False) -> MetBy:
    return MetBy(
        noun=PathwayPlan, on="on", where=Is("step", step), words=words, earlier_counts=earlier_counts,
        cure=f"holdfast_pathway_plans with step = {step} and done_date",
    )  # fmt: skip


HOME = Starts(
    noun=HomeTime, until="ended_on", words="The council first provided this home",
    until_words="The home ended, or the young person turned twenty-one",
)  # fmt: skip
VISIT = MetBy(
    noun=AdviserContact, on="on", where=Is("at_home", True), words="The adviser visited at the home",
    cure="holdfast_adviser_contacts with contact_date and at_home_flag",
)  # fmt: skip
ELIGIBLE = Starts(
    noun=Eligibility, where=Is("known", True), until="ended_on",
    words="The young person became eligible for leaving care services",
    until_words="The young person turned eighteen",
)  # fmt: skip
REVIEW = MetBy(
    noun=PathwayReview, on="on", words="The pathway plan was reviewed",
    cure="holdfast_pathway_plans with step = review and done_date",
)  # fmt: skip


DUTIES: tuple[Asked, ...] = (
    Duty(
        code="cl-needs-eligible",
        title="Assess the needs of a young person who will leave care",
        law=citations_for("cl-needs-eligible"),
        exceptions=(
            "Time in short breaks (regulation 48) does not count towards the thirteen weeks; not told apart "
            "here."
        ),
        ways=(
            Way(
                starts=ELIGIBLE,
                limit=Months(3),
                met=_step("needs assessment", "The needs assessment was completed", earlier_counts=True),
            ),
            Way(
                starts=Starts(
                    noun=Eligibility, where=Is("known", False), words="The young person became looked after",
                ),
                limit=Months(3),
                cannot="earlier time in care on ssd_cla_episodes, or the date of birth on ssd_person (thirteen "
                "weeks in care are not reached on this record, or cannot be counted)",
            ),
        ),
    ),
    Duty(
        code="cl-pathway-plan",
        title="Make the pathway plan",
        law=citations_for("cl-pathway-plan"),
        ways=(
            Way(
                starts=Starts(
                    noun=PathwayPlan, on="on", where=Is("step", "needs assessment"),
                    words="The needs assessment was completed",
                ),
                limit=NoNumber("as soon as possible after the needs assessment"),
                met=_step("plan", "The pathway plan was made"),
            ),
        ),
    ),
    LocalStandard(
        code="cl-pathway-plan-16y3m",
        title="Make the pathway plan within three months of becoming eligible",
        setting="pathway plan 3 months after becoming eligible",
        ways=(
            Way(
                starts=ELIGIBLE, limit=Months(3),
                met=_step("plan", "The pathway plan was made", earlier_counts=True),
            ),
        ),
    ),
    Duty(
        code="cl-pathway-review",
        title="Review the pathway plan",
        law=citations_for("cl-pathway-review"),
        exceptions=(
            "For a young person still in care it is part of the review of the child in care. Ends at twenty- "
            "one; in agreed education it goes on to twenty-five, which no field says."
        ),
        ways=(
            Way(
                starts=Starts(
                    noun=PathwayTime, until="ended_on", words="The pathway plan was made or last reviewed",
                    until_words="The young person turned twenty-one",
                ),
                limit=Months(6),
                chain=Chain(),
                met=REVIEW,
            ),
        ),
    ),
    Duty(
        code="cl-pathway-review-28d",
        title="Review the pathway plan once the young person has been 28 days in a home we provide",
        law=citations_for("cl-pathway-review-28d"),
        exceptions=(
            "A review before the 28th day in the home is another review and does not count. Ends at twenty- "
            "one."
        ),
        ways=(
            Way(
                starts=HOME, limit=NoNumber("as soon as practicable after 28 days"),
                met=MetInPlace(
                    on="reviewed_on", words="The pathway plan was reviewed, on the 28th day in the home or later",
                    cure=REVIEW.cure,
                ),
            ),
        ),
    ),
    LocalStandard(
        code="cl-pathway-review-28d-local",
        title="Review the pathway plan within 28 days of the home being provided",
        setting="review within 28 days of a home being provided",
        exceptions="The other reading of the same rule. Ends at twenty-one.",
        ways=(Way(starts=HOME, limit=Days(28), met=REVIEW),),
    ),
    Duty(
        code="cl-pa-visit-7d",
        title="Visit the young person in the new home",
        law=citations_for("cl-pa-visit-7d"),
        exceptions="Owed only in a home that the council provides. Ends at twenty-one.",
        ways=(Way(starts=HOME, limit=Days(7), chain=Chain(first=0, last=0), met=VISIT),),
    ),
    Duty(
        code="cl-pa-visit-prereview",
        title="Visit again before the review that follows the first 28 days",
        law=citations_for("cl-pa-visit-prereview"),
        exceptions=(
            "Owed only in a home that the council provides, and where the review is booked. Ends at twenty- "
            "one."
        ),
        ways=(
            Way(
                starts=HOME, limit=Days(28), due="review_booked_for", when=Known("review_booked_for"),
                chain=Chain(first=1, last=1), met=VISIT,
            ),
        ),
    ),
    Duty(
        code="cl-pa-visit-2mo",
        title="Visit the young person in the home we provide",
        law=citations_for("cl-pa-visit-2mo"),
        exceptions="Owed only in a home that the council provides. Ends at twenty-one.",
        ways=(
            Way(starts=HOME, limit=Months(2), chain=Chain(first=2), met=VISIT),
            # Where no review is booked there is no day before which the second visit must fall; two months from
            # the first is then the most that the law allows, and its silence must not hide a gap.
            Way(
                starts=HOME, limit=Months(2), chain=Chain(first=1, last=1), when=Unknown("review_booked_for"),
                met=VISIT,
            ),
        ),
    ),
    LocalStandard(
        code="cl-pa-contact-8wk",
        title="Keep in touch, both ways",
        setting="two-way contact every 8 weeks",
        exceptions=(
            "A young person may decline; the refusal is recorded and the trying goes on. Ends at twenty-one, "
            "on death, on a settled return home, or where no support is wanted."
        ),
        ways=(
            Way(
                starts=Starts(
                    noun=AdviserTime, until="ended_on", words="The last contact both ways, or the eighteenth birthday",
                    until_words="The young person turned twenty-one",
                ),
                limit=Days(56),
                chain=Chain(),
                met=MetBy(
                    noun=TwoWayContact, on="on", words="There was contact both ways",
                    cure="holdfast_adviser_contacts with contact_date and two_way_flag",
                ),
            ),
        ),
    ),
)  # fmt: skip
