"""Child protection: the conference, core groups, reviews, visits, and how long and how often."""

from holdfast.dates import Days, Months, NoNumber, WorkingDays, Years
from holdfast.duties.duty import Asked, Chain, Duty, LocalStandard, MetBy, MetInPlace, Starts, Way
from holdfast.duties.journeys.nouns import EnquiryTime, ProtectionTime
from holdfast.law.register import citations_for
from holdfast.record.child_protection import (
    Booking,
    Conference,
    CoreGroup,
    ProtectionReview,
    ProtectionVisit,
)
from holdfast.record.where import Is, IsNot, Unknown

FROM_CONFERENCE = Starts(
    noun=ProtectionTime, until="ended_on", words="The initial conference made a child protection plan",
    until_words="The plan ended",
)  # fmt: skip
FROM_PLAN = Starts(
    noun=ProtectionTime, on="plan_from", until="ended_on", words="The child protection plan started",
    until_words="The plan ended",
)  # fmt: skip
CORE_GROUP = MetBy(noun=CoreGroup, on="on", words="A core group met", cure="holdfast_core_groups with held_date")
REVIEW = MetBy(
    noun=ProtectionReview, on="held_on", where=IsNot("quorate", False), words="A review conference was held",
    cure="ssd_cp_reviews with cppr_cp_review_date",
)  # fmt: skip

CONFERENCE = Duty(
    code="cp-icpc-15wd",
    title="Hold the initial child protection conference",
    law=citations_for("cp-icpc-15wd"),
    exceptions=(
        "None: a later strategy discussion does not start the count again. It ends where the enquiry ended without "
        "need of a conference."
    ),
    ways=(
        Way(
            starts=Starts(
                noun=EnquiryTime, until="ended_on",
                words="The strategy discussion that began the enquiry was held",
                until_words="The enquiry ended without a need for a conference",
            ),
            limit=WorkingDays(15),
            met=MetBy(
                noun=Conference, on="held_on", where=IsNot("transfer_in", True), link=("enquiry", "id"),
                words="The conference was held", cure="ssd_initial_cp_conference with icpc_icpc_date",
            ),
        ),
    ),
)  # fmt: skip

DUTIES: tuple[Asked, ...] = (
    CONFERENCE,
    LocalStandard(
        code="cp-report-share-icpc",
        title="Give the family the report before the conference",
        setting="conference report 2 working days before",
        ways=(
            Way(
                starts=Starts(noun=Booking, on="for_day", words="The conference is booked for"),
                limit=WorkingDays(-2),
                met=MetInPlace(
                    on="report_shared_on", words="The family had the report",
                    cure="the column report_shared_date of holdfast_conference_bookings",
                ),
            ),
        ),
    ),
    Duty(
        code="cp-core-group-first",
        title="Hold the first core group",
        law=citations_for("cp-core-group-first"),
        ways=(
            Way(starts=FROM_CONFERENCE, limit=WorkingDays(10), chain=Chain(first=0, last=0), met=CORE_GROUP),
        ),
    ),
    LocalStandard(
        code="cp-core-group-next",
        title="Hold the next core group",
        setting="core group every 6 weeks",
        exceptions="A conference may set a closer rhythm for one child. No field says so.",
        ways=(Way(starts=FROM_CONFERENCE, limit=Days(42), chain=Chain(first=1), met=CORE_GROUP),),
    ),
    Duty(
        code="cp-review-first",
        title="Hold the first review conference",
        law=citations_for("cp-review-first"),
        exceptions=(
            "To be brought forward when circumstances change. No field says so; a review that was not quorate "
            "does not count."
        ),
        ways=(Way(starts=FROM_CONFERENCE, limit=Months(3), chain=Chain(first=0, last=0), met=REVIEW),),
    ),
    Duty(
        code="cp-review-next",
        title="Hold the next review conference",
        law=citations_for("cp-review-next"),
        exceptions=(
            "To be brought forward when circumstances change. No field says so; a review that was not quorate "
            "does not count."
        ),
        ways=(Way(starts=FROM_CONFERENCE, limit=Months(6), chain=Chain(first=1), met=REVIEW),),
    ),
    LocalStandard(
        code="cp-visit",
        title="Visit the child on a protection plan, and see the child",
        setting="child protection visit every 10 working days",
        exceptions=(
            "A core group is no visit, and a visit on which the child was not seen does not start the next "
            "count."
        ),
        ways=(
            Way(
                starts=FROM_PLAN,
                limit=WorkingDays(10),
                chain=Chain(),
                met=MetBy(
                    noun=ProtectionVisit, on="on", where=Is("seen", True), unsure=Unknown("seen"),
                    words="The child was seen on a visit",
                    cure="ssd_cp_visits with cppv_cp_visit_date and cppv_cp_visit_seen",
                ),
            ),
        ),
    ),
    Duty(
        code="cp-plan-duration-flag",
        title="Know that a protection plan is reaching two years",
        law=citations_for("cp-plan-duration-flag"),
        ways=(Way(starts=FROM_PLAN, limit=Years(2)),),
    ),
    Duty(
        code="cp-repeat-plan-flag",
        title="Know that this is a second or later protection plan",
        law=citations_for("cp-repeat-plan-flag"),
        exceptions="Plans made by other councils count only where they are on this record.",
        ways=(
            Way(
                starts=Starts(
                    noun=ProtectionTime, on="plan_from", until="ended_on", where=Is("repeat", True),
                    words="A second or later child protection plan started", until_words="The plan ended",
                ),
                limit=NoNumber("any earlier plan"),
            ),
        ),
    ),
)  # fmt: skip
