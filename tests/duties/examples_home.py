"""Worked examples for children at home: the front door, plans, child protection, the way to court, supervision.

Sums use England's bank holidays of 2025 and 2026. A working day's count skips Saturday, Sunday and those.
"""

from datetime import date

from holdfast.record.child_protection import (
    Application,
    Booking,
    Conference,
    CoreGroup,
    Enquiry,
    PreProceedings,
    ProtectionPlan,
    ProtectionReview,
    ProtectionVisit,
)
from holdfast.record.front_door import Assessment, InNeedPlan, InNeedVisit, Referral
from holdfast.record.oversight import Challenge, ManagementDecision, PlanReview, Supervision
from tests.duties.examples import CHILD, Example, NoDay, Record, also, fill


def referred(*days: date) -> Record:
    return tuple(Referral(child=CHILD, id=f"r{day:%m%d}", on=day) for day in days)


def enquiry(day: date) -> Record:
    return (Enquiry(child=CHILD, id="e", started_on=day),)


def in_need(day: date) -> Record:
    return (InNeedPlan(child=CHILD, id="n", started_on=day),)


def protected(conference: date, plan: date | None = None) -> Record:
    return (
        Conference(child=CHILD, id="k", plan="p", held_on=conference),
        ProtectionPlan(child=CHILD, id="p", conference="k", started_on=plan or conference),
    )


def pre_proceedings(**days: date) -> Record:
    return (PreProceedings(child=CHILD, id="q", **days),)


EXAMPLES: tuple[Example, ...] = (
    Example(
        code="fd-referral-decision", case="the Thursday before Easter",
        sum="Good Friday, the weekend and Easter Monday are no working days; Tuesday 7 April is the first",
        record=referred(date(2026, 4, 2)), started=date(2026, 4, 2), due=date(2026, 4, 7), late=date(2026, 4, 8),
        done=also(ManagementDecision, "on", about="referral", subject="r0402"),
    ),
    Example(
        code="fd-referral-decision", case="a Saturday",
        sum="the first working day after Saturday 14 February is day 1: Monday the 16th",
        record=referred(date(2026, 2, 14)), started=date(2026, 2, 14), due=date(2026, 2, 16), late=date(2026, 2, 17),
        done=also(ManagementDecision, "on", about="referral", subject="r0214"),
    ),
    Example(
        code="fd-referrer-ack", case="the Friday before the spring holiday",
        sum="Monday 25 May is a bank holiday; Tuesday the 26th is the first working day",
        record=referred(date(2026, 5, 22)), started=date(2026, 5, 22), due=date(2026, 5, 26), late=date(2026, 5, 27),
        done=also(ManagementDecision, "on", about="referrer told", subject="r0522"),
    ),
    Example(
        code="as-cfa-45wd", case="nine whole weeks in autumn",
        sum="Monday 20 October and nine weeks of five working days: Monday 22 December",
        record=referred(date(2025, 10, 20)), started=date(2025, 10, 20), due=date(2025, 12, 22),
        late=date(2025, 12, 23), done=also(Assessment, "authorised_on", referral="r1020"),
    ),
    Example(
        code="as-cfa-45wd", case="over Christmas",
        sum="nine weeks from Monday 1 December end on 2 February; 25, 26 December and 1 January add three: 5 February",
        record=referred(date(2025, 12, 1)), started=date(2025, 12, 1), due=date(2026, 2, 5), late=date(2026, 2, 6),
        done=also(Assessment, "authorised_on", referral="r1201"),
    ),
    Example(
        code="as-cfa-45wd-start", case="nine whole weeks in winter",
        sum="Monday 5 January and nine weeks: Monday 9 March; no bank holiday lies between",
        record=(Assessment(child=CHILD, id="a", started_on=date(2026, 1, 5)),), started=date(2026, 1, 5),
        due=date(2026, 3, 9), late=date(2026, 3, 10), done=fill(Assessment, "authorised_on"),
    ),
    Example(
        code="cin-plan-review", case="three months to a Saturday", sum="14 November and three months: 14 February",
        record=in_need(date(2025, 11, 14)), started=date(2025, 11, 14), due=date(2026, 2, 14), late=date(2026, 2, 15),
        done=also(PlanReview, "on", plan_kind="child in need"),
    ),
    Example(
        code="cin-plan-review", case="from the last review, to a month that has no such date",
        sum="30 November and three months: February has no 30th, so its last day, the 28th",
        record=(
            *in_need(date(2025, 9, 1)),
            PlanReview(child=CHILD, plan_kind="child in need", on=date(2025, 11, 30)),
        ),
        started=date(2025, 11, 30), due=date(2026, 2, 28), late=date(2026, 3, 1),
        done=also(PlanReview, "on", plan_kind="child in need"),
    ),
    Example(
        code="cin-visit", case="from the plan", sum="Monday 2 March and four weeks of five: Monday 30 March",
        record=in_need(date(2026, 3, 2)), started=date(2026, 3, 2), due=date(2026, 3, 30), late=date(2026, 3, 31),
        done=also(InNeedVisit, "on", seen=True),
    ),
    Example(
        code="cin-visit", case="from the last visit, over Easter",
        sum="23-27 March are 5, 30 March-2 April 9, 7-10 April 13, 13-17 April 18, 20 and 21 April 20",
        record=(*in_need(date(2026, 3, 2)), InNeedVisit(child=CHILD, on=date(2026, 3, 20), seen=True)),
        started=date(2026, 3, 20), due=date(2026, 4, 21), late=date(2026, 4, 22),
        done=also(InNeedVisit, "on", seen=True),
    ),
    Example(
        code="cp-icpc-15wd", case="three whole weeks", sum="Tuesday 10 February and three weeks of five: 3 March",
        record=enquiry(date(2026, 2, 10)), started=date(2026, 2, 10), due=date(2026, 3, 3), late=date(2026, 3, 4),
        done=also(Conference, "held_on", enquiry="e"),
    ),
    Example(
        code="cp-icpc-15wd", case="over Easter",
        sum="23-27 March are 5, 30 March-2 April 9, 7-10 April 13, 13 and 14 April 15",
        record=enquiry(date(2026, 3, 20)), started=date(2026, 3, 20), due=date(2026, 4, 14), late=date(2026, 4, 15),
        done=also(Conference, "held_on", enquiry="e"),
    ),
    Example(
        code="cp-report-share-icpc", case="two working days before a Wednesday",
        sum="before Wednesday 1 April come Tuesday the 31st and Monday the 30th",
        record=(Booking(child=CHILD, on=date(2026, 3, 25), for_day=date(2026, 4, 1)),), started=date(2026, 4, 1),
        due=date(2026, 3, 30), late=date(2026, 3, 31), done=fill(Booking, "report_shared_on"),
    ),
    Example(
        code="cp-report-share-icpc", case="two working days before, over Easter",
        sum="before Wednesday 8 April come Tuesday the 7th and, before Easter, Thursday the 2nd",
        record=(Booking(child=CHILD, on=date(2026, 3, 25), for_day=date(2026, 4, 8)),), started=date(2026, 4, 8),
        due=date(2026, 4, 2), late=date(2026, 4, 3), done=fill(Booking, "report_shared_on"),
    ),
    Example(
        code="cp-core-group-first", case="from the conference, over Easter",
        sum="24-27 March are 4, 30 March-2 April 8, 7 and 8 April 10; the plan's own start on the 25th counts nothing",
        record=protected(date(2026, 3, 23), date(2026, 3, 25)), started=date(2026, 3, 23), due=date(2026, 4, 8),
        late=date(2026, 4, 9), done=also(CoreGroup, "on"),
    ),
    Example(
        code="cp-core-group-next", case="six weeks from the last", sum="Wednesday 8 April and six weeks: 20 May",
        record=(*protected(date(2026, 3, 23)), CoreGroup(child=CHILD, on=date(2026, 4, 8))),
        started=date(2026, 4, 8), due=date(2026, 5, 20), late=date(2026, 5, 21), done=also(CoreGroup, "on"),
    ),
    Example(
        code="cp-review-first", case="to a month that has no such date",
        sum="31 March and three months: June has no 31st, so its last day, the 30th",
        record=protected(date(2026, 3, 31)), started=date(2026, 3, 31), due=date(2026, 6, 30), late=date(2026, 7, 1),
        done=also(ProtectionReview, "held_on", quorate=True),
    ),
    Example(
        code="cp-review-next", case="six months to the end of February",
        sum="29 August and six months: February 2026 has no 29th, so the 28th",
        record=(
            *protected(date(2025, 6, 3)),
            ProtectionReview(child=CHILD, held_on=date(2025, 8, 29), quorate=True),
        ),
        started=date(2025, 8, 29), due=date(2026, 2, 28), late=date(2026, 3, 1),
        done=also(ProtectionReview, "held_on", quorate=True),
    ),
    Example(
        code="cp-visit", case="from the plan's own start, over Easter",
        sum="24-27 March are 4, 30 March-2 April 8, 7 and 8 April 10",
        record=protected(date(2026, 3, 20), date(2026, 3, 23)), started=date(2026, 3, 23), due=date(2026, 4, 8),
        late=date(2026, 4, 9), done=also(ProtectionVisit, "on", seen=True),
    ),
    Example(
        code="cp-visit", case="from the last visit",
        sum="Friday 10 April is 1, 13-17 April 6, 20-23 April 10",
        record=(*protected(date(2026, 3, 23)), ProtectionVisit(child=CHILD, on=date(2026, 4, 9), seen=True)),
        started=date(2026, 4, 9), due=date(2026, 4, 23), late=date(2026, 4, 24),
        done=also(ProtectionVisit, "on", seen=True),
    ),
    Example(
        code="cp-plan-duration-flag", case="two years", sum="3 June 2024 and two years: 3 June 2026",
        record=protected(date(2024, 6, 3)), started=date(2024, 6, 3), due=date(2026, 6, 3), late=date(2026, 6, 4),
    ),
    Example(
        code="plo-letter-send", case="over the early May holiday",
        sum="5, 6, 7, 8 May are 4 (Monday the 4th is a bank holiday), Monday the 11th 5",
        record=pre_proceedings(decided_on=date(2026, 5, 1)), started=date(2026, 5, 1), due=date(2026, 5, 11),
        late=date(2026, 5, 12), done=fill(PreProceedings, "letter_on"),
    ),
    Example(
        code="plo-meeting-first", case="over the spring holiday",
        sum="21, 22 May are 2, 26-29 May 6, 1-4 June 10",
        record=pre_proceedings(decided_on=date(2026, 5, 18), letter_on=date(2026, 5, 20)), started=date(2026, 5, 20),
        due=date(2026, 6, 4), late=date(2026, 6, 5), done=fill(PreProceedings, "met_on"),
    ),
    Example(
        code="plo-review", case="eight weeks from the meeting", sum="Thursday 4 June and eight weeks: 30 July",
        record=pre_proceedings(decided_on=date(2026, 5, 18), letter_on=date(2026, 5, 20), met_on=date(2026, 6, 4)),
        started=date(2026, 6, 4), due=date(2026, 7, 30), late=date(2026, 7, 31),
        done=also(PlanReview, "on", plan_kind="pre-proceedings"),
    ),
    Example(
        code="plo-max-16wk", case="sixteen weeks to a bank holiday",
        sum="Monday 12 January and 112 days (19 + 28 + 31 + 30 + 4): Monday 4 May",
        record=pre_proceedings(decided_on=date(2026, 1, 9), letter_on=date(2026, 1, 12)), started=date(2026, 1, 12),
        due=date(2026, 5, 4), late=date(2026, 5, 5), done=fill(PreProceedings, "ended_on"),
    ),
    Example(
        code="ct-26wk", case="the day of issue is day one",
        sum="26 weeks beginning with Monday 5 January end on the Sunday before the same weekday: 5 July",
        record=(Application(child=CHILD, issued_on=date(2026, 1, 5)),), started=date(2026, 1, 5),
        due=date(2026, 7, 5), late=date(2026, 7, 6), done=fill(Application, "disposed_on"),
    ),
    Example(
        code="ct-26wk", case="over the new year",
        sum="182 days beginning with Tuesday 14 July end on Monday 11 January 2027",
        record=(Application(child=CHILD, issued_on=date(2026, 7, 14)),), started=date(2026, 7, 14),
        due=date(2027, 1, 11), late=date(2027, 1, 12), done=fill(Application, "disposed_on"),
    ),
    Example(
        code="ct-26wk", case="the court has ordered an extension", way=1, sum="the day the extension runs to",
        record=(
            Application(
                child=CHILD, issued_on=date(2026, 1, 5), extended_on=date(2026, 6, 30), extended_to=date(2026, 8, 30)
            ),
        ),
        started=date(2026, 1, 5), due=date(2026, 8, 30), late=date(2026, 8, 31),
        done=fill(Application, "disposed_on"),
    ),
    Example(
        code="iro-dispute", case="over two bank holidays",
        sum="28 April-1 May are 4, 5-8 May 8, 11-15 May 13, 18-22 May 18, 26 and 27 May 20",
        record=(Challenge(child=CHILD, id="x", stage=1.0, raised_on=date(2026, 4, 27)),), started=date(2026, 4, 27),
        due=date(2026, 5, 27), late=date(2026, 5, 28), done=fill(Challenge, "settled_on"),
    ),
    Example(
        code="wf-case-supervision", case="from the opening", sum="1 March and 30 days: 31 March",
        record=referred(date(2026, 3, 1)), started=date(2026, 3, 1), due=date(2026, 3, 31), late=date(2026, 4, 1),
        done=also(Supervision, "on"),
    ),
    Example(
        code="wf-case-supervision", case="from the last discussion", sum="15 April and 30 days: 15 May",
        record=(*referred(date(2026, 3, 1)), Supervision(child=CHILD, on=date(2026, 4, 15))),
        started=date(2026, 4, 15), due=date(2026, 5, 15), late=date(2026, 5, 16), done=also(Supervision, "on"),
    ),
)  # fmt: skip

WITHOUT_A_DAY: tuple[NoDay, ...] = (
    NoDay(
        code="fd-rereferral-flag", case="twelve months to the day",
        record=referred(date(2025, 2, 9), date(2026, 2, 9)), started=date(2025, 2, 9), state="running",
        says="within twelve months before",
    ),
    NoDay(
        code="cp-repeat-plan-flag", case="an earlier plan, years before",
        record=(
            ProtectionPlan(child=CHILD, id="1", started_on=date(2019, 5, 7), ended_on=date(2020, 5, 7)),
            ProtectionPlan(child=CHILD, id="2", started_on=date(2026, 3, 23)),
        ),
        started=date(2026, 3, 23), state="running", says="any earlier plan",
    ),
)  # fmt: skip
