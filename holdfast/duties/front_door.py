"""The front door: decisions on referrals, re-referrals, and the child and family assessment."""

from holdfast.dates import NoNumber, WorkingDays
from holdfast.duties.duty import Asked, Duty, MetBy, MetInPlace, Starts, Way
from holdfast.duties.journeys.nouns import AssessmentTime, ReReferral
from holdfast.law.register import citations_for
from holdfast.record.front_door import Assessment, Referral
from holdfast.record.oversight import ManagementDecision
from holdfast.record.where import Is, IsNot

REFERRAL = Starts(
    noun=Referral, on="on", until="closed_on", words="The referral was received",
    until_words="The episode of need closed",
)  # fmt: skip

DUTIES: tuple[Asked, ...] = (
    Duty(
        code="fd-referral-decision",
        title="Decide what response a referral needs",
        law=citations_for("fd-referral-decision"),
        ways=(
            Way(
                starts=REFERRAL,
                limit=WorkingDays(1),
                met=MetBy(
                    noun=ManagementDecision, on="on", where=Is("about", "referral"), link=("subject", "id"),
                    words="A manager's decision on the referral was recorded",
                    cure="holdfast_management_decisions with about = referral and decision_date",
                ),
            ),
        ),
    ),
    Duty(
        code="fd-referrer-ack",
        title="Tell the referrer what happens next",
        law=citations_for("fd-referrer-ack"),
        exceptions=(
            "Not owed where telling the referrer would break a confidence or put a child at risk. No field "
            "says so; read the case."
        ),
        ways=(
            Way(
                starts=REFERRAL,
                limit=WorkingDays(1),
                met=MetBy(
                    noun=ManagementDecision, on="on", where=Is("about", "referrer told"), link=("subject", "id"),
                    words="The referrer was told",
                    cure="holdfast_management_decisions with about = referrer told and decision_date",
                ),
            ),
        ),
    ),
    Duty(
        code="fd-rereferral-flag",
        title="Look back: this child was referred within the twelve months before",
        law=citations_for("fd-rereferral-flag"),
        ways=(
            Way(
                starts=Starts(
                    noun=ReReferral, until="closed_on", words="The referral before this one was received",
                    until_words="The episode that followed the new referral closed",
                    also="again_on", also_words="The new referral, within twelve months of it, was received",
                ),
                limit=NoNumber("within twelve months before"),
            ),
        ),
    ),
    Duty(
        code="as-cfa-45wd",
        title="Conclude the child and family assessment, counted from the referral",
        law=citations_for("as-cfa-45wd"),
        exceptions=(
            "None stops the count. An overrun with a recorded reason is allowed and is still shown as late. "
            "It ends when the episode of need closes."
        ),
        ways=(
            Way(
                starts=Starts(
                    noun=Referral, on="on", until="closed_on", where=IsNot("nfa", True),
                    words="The referral was received", until_words="The episode of need closed",
                ),
                limit=WorkingDays(45),
                met=MetBy(
                    noun=Assessment, on="authorised_on", link=("referral", "id"),
                    words="A manager authorised the assessment",
                    cure="ssd_cin_assessments with cina_assessment_auth_date",
                ),
            ),
        ),
    ),
    Duty(
        code="as-cfa-45wd-start",
        title="Conclude the child and family assessment, counted from its own start as the department counts",
        law=citations_for("as-cfa-45wd-start"),
        exceptions=(
            "None. It ends when the episode of need closes: that of the referral the assessment names, else "
            "of the one open when it started."
        ),
        ways=(
            Way(
                starts=Starts(
                    noun=AssessmentTime, until="closed_on", words="The assessment started",
                    until_words="The episode of need closed",
                ),
                limit=WorkingDays(45),
                met=MetInPlace(
                    on="authorised_on", words="A manager authorised the assessment",
                    cure="the column cina_assessment_auth_date of ssd_cin_assessments",
                ),
            ),
        ),
    ),
)  # fmt: skip
