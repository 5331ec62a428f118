"""The ten monthly measures. Each says whether its definition is the department's or local."""

from types import MappingProxyType

from holdfast.duties.drift.rule import Needs
from holdfast.measures.measure import England, Measure
from holdfast.record.child_protection import Conference, Enquiry
from holdfast.record.front_door import Assessment, Referral
from holdfast.record.in_care import CareEpisode, CareReview, TemporaryApproval
from holdfast.record.leaving_care import PathwayPlan
from holdfast.record.oversight import Supervision
from holdfast.record.people import Involvement
from holdfast.record.unseen import MissingEpisode, ReturnInterview

YEAR = "year to 31 March 2025"
CIN = "children in need statistics of the Department for Education, table"

MEASURES: tuple[Measure, ...] = (
    Measure(
        code="re-referrals",
        question="What share of referrals were about a child who had been referred in the twelve months before?",
        counts="Every referral received in the month. Two about one child on one day count once.",
        yes="The referral before it was received within the twelve months before.",
        head="Referred again",
        nothing="No referral was received in this month.",
        definition="the department's",
        source="Children in need statistics: referrals within twelve months of an earlier one to the same council. "
        "Where the file's closed cases do not reach back twelve months, an earlier referral may be missing from it, "
        "so the answer is cannot say.",
        england=England(percent=22.6, year=YEAR, source=f"{CIN} C1", remark="142,900 of 632,830 referrals."),
        duties=("fd-rereferral-flag",),
        needs=(Needs(noun=Referral, fields=("on",), every=True),),
    ),
    Measure(
        code="assessments-in-45",
        question="What share of assessments were concluded within 45 working days of their start?",
        counts="Every child and family assessment that a manager authorised in the month.",
        yes="It was authorised by the last of the working days, counted from the assessment's own start.",
        head="In time",
        nothing="No assessment was concluded in this month.",
        definition="the department's",
        source="Children in need statistics: assessments concluded in the period, start to authorisation. An "
        "assessment that nobody has concluded is in no month of it, so those past their day are told beside it.",
        england=England(
            percent=85.7, year=YEAR, source=f"{CIN} C2", median=33,
            remark="Worked out from the published counts: 555,820 of 648,830.",
        ),
        duties=("as-cfa-45wd-start",),
        needs=(Needs(noun=Assessment, fields=("started_on", "authorised_on")),),
        median=True,
    ),
    Measure(
        code="conferences-in-15",
        question="What share of initial child protection conferences were held within 15 working days?",
        counts="Every initial conference held in the month, transfers from other councils left out.",
        yes="It was held by the last of the working days, counted from the strategy discussion that began the enquiry.",
        head="In time",
        nothing="No initial conference was held in this month.",
        definition="the department's",
        source="Children in need statistics: initial conferences by working days from the start of the enquiry. A "
        "conference that follows no enquiry on record is cannot say. One that was never held is in no month of it, "
        "so enquiries past their day are told beside it.",
        england=England(
            percent=81.4, year=YEAR, source=f"{CIN} C4", median=14,
            remark="Worked out from the published counts: 58,670 of 72,100.",
        ),
        duties=("cp-icpc-15wd",),
        needs=(
            Needs(noun=Enquiry, fields=("started_on",)),
            Needs(noun=Conference, fields=("held_on",), every=True),
        ),
        median=True,
    ),
    Measure(
        code="reviews-on-time",
        question="What share of reviews of children in care were held in time?",
        counts="Every review held in time in the month, and every review that was late on any day of it. A review "
        "that nobody has held counts again each month until it is held.",
        yes="It was held by its last day: the first, second and later reviews each by their own limit.",
        head="In time",
        nothing="No review was held in time or late in this month.",
        definition="local, not the department's",
        source="The limits are the law's (cla-review-1, -2 and -n); the counting is local.",
        duties=("cla-review-1", "cla-review-2", "cla-review-n"),
        needs=(
            Needs(noun=CareEpisode, fields=("started_on",)),
            Needs(noun=CareReview, fields=("held_on",), every=True),
        ),
    ),
    Measure(
        code="visits-on-time",
        question="What share of children who are owed visits had none late?",
        counts="Every child with a protection plan, and every child in a placement, on any day of the month. A child "
        "who is both counts in each.",
        yes="No visit was late on any day of the month.",
        head="None late",
        nothing="No child was owed a visit in this month.",
        definition="local, not the department's",
        source="Protection: the council's own setting (cp-visit). In care: the rhythm of the Care Planning Regulations "
        "(cla-visit-first and those after it). In both the child must have been seen.",
        duties=(
            "cp-visit", "cla-visit-first", "cla-visit-yr1", "cla-visit-after-yr1", "cla-visit-permanent",
            "cla-visit-reg24",
        ),
    ),
    Measure(
        code="three-or-more-workers",
        question="What share of children in care had three or more social workers in twelve months?",
        counts="Every child in care at the end of the month.",
        yes="Three or more different social workers of the child's own in the twelve months to that day. Reviewing "
        "officers, advisers and other parts in the child's life are not counted. The register of many changes counts "
        "the changes between them, and so names fewer children.",
        head="3 or more",
        nothing="No child was in care at the end of this month.",
        definition="the department's",
        source="Children looked after statistics: children in care on 31 March with three or more different social "
        "workers in the year. The three and the twelve are the department's, whatever the council's setting for "
        "changes of worker.",
        england=England(
            percent=27, year="31 March 2024",
            source="children looked after statistics of the Department for Education",
        ),
        needs=(
            Needs(noun=CareEpisode, fields=("started_on",)),
            Needs(noun=Involvement, fields=("professional", "started_on", "ended_on"), every=True),
        ),
    ),
    Measure(
        code="open-temporary-approvals",
        question="How many relatives or friends were caring for a child under a temporary approval?",
        counts="Every temporary approval that was open at the end of the month.",
        yes="Placed by then, with neither full approval nor an end on record.",
        head="Open",
        nothing="No temporary approval was open at the end of this month.",
        unit="count",
        definition="local, not the department's",
        source="The time allowed is the law's (cla-reg24-approval, and cla-reg25-extension where it was extended); "
        "the counting is local.",
        duties=("cla-reg24-approval", "cla-reg25-extension"),
        needs=(Needs(noun=TemporaryApproval, fields=("started_on", "extended_on", "approved_on", "ended_on")),),
    ),
    Measure(
        code="supervision-gaps",
        question="What share of children with open work had not been discussed in supervision in time?",
        counts="Every child with an open episode of need at the end of the month.",
        yes="The last discussion, or the opening of the work, lies further back than the council's setting allows.",
        head="Not discussed",
        nothing="No child had open work at the end of this month.",
        definition="local, not the department's",
        source="The council's own setting (wf-case-supervision); no law sets a number.",
        duties=("wf-case-supervision",),
        needs=(
            Needs(noun=Referral, fields=("on", "closed_on")),
            Needs(noun=Supervision, fields=("on",), every=True),
        ),
    ),
    Measure(
        code="return-interviews",
        question="What share of return interviews were held within 72 hours of the child's return?",
        counts="Every return after which an interview was held in time in the month, or the hours ended in the month "
        "without one. Interviews that the child declined in time are told beside it.",
        yes="An interview was held before the hours were over.",
        head="In time",
        nothing="No return interview was held in time or came to its last hour in this month.",
        definition="local, not the department's",
        source="The hours are those of statutory guidance (ms-rhi-72h); the counting is local.",
        duties=("ms-rhi-72h",),
        needs=(
            Needs(noun=MissingEpisode, fields=("returned_on",), every=True),
            Needs(noun=ReturnInterview, fields=("held_on",), every=True),
        ),
    ),
    Measure(
        code="pathway-reviews",
        question="What share of pathway plans were reviewed in time?",
        counts="Every review held in time in the month, and every review that was late on any day of it. A review "
        "that nobody has held counts again each month until it is held.",
        yes="It was held by its last day, counted from the plan or the review before.",
        head="In time",
        nothing="No pathway plan review was held in time or late in this month.",
        definition="local, not the department's",
        source="The limit is the law's (cl-pathway-review); the counting is local.",
        duties=("cl-pathway-review",),
        needs=(Needs(noun=PathwayPlan, fields=("step", "on"), every=True),),
    ),
)  # fmt: skip

BY_CODE = MappingProxyType({one.code: one for one in MEASURES})
