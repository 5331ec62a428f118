"""Health and education of children in care: assessments, teeth, the questionnaire, the first education plan."""

from holdfast.dates import Limit, Months, WorkingDays
from holdfast.duties.duty import Asked, Chain, Duty, LocalStandard, MetBy, Starts, Way
from holdfast.duties.journeys.nouns import CarePeriod, StrengthsTime
from holdfast.law.register import citations_for
from holdfast.record.in_care import EducationPlan, HealthCheck, StrengthsScore
from holdfast.record.where import All, AnyOf, Before, Is, NotBefore, Unknown, Where

IN_CARE = Starts(
    noun=CarePeriod, until="ended_on", words="The child became looked after", until_words="The child left care"
)
ENTERED = Starts(
    noun=CarePeriod, on="entered_on", until="ended_on", words="The child became looked after",
    until_words="The child left care",
)  # fmt: skip
"""As above, where the day of coming into care is on record and not only a day in care."""

OF_SCHOOL_AGE = Starts(
    noun=CarePeriod, on="entered_on", until="ended_on", words="The child became looked after",
    until_words="The child left care",
    where=AnyOf(Unknown("third_birthday"), NotBefore("started_on", "third_birthday")),
)  # fmt: skip
INITIAL = WorkingDays(20)


def _check(kind: str, words: str) -> MetBy:
    return MetBy(
        noun=HealthCheck, on="on", where=All(Is("type", kind), Is("status", "completed")),
        unsure=All(Is("type", kind), Unknown("status")), words=words,
        cure="ssd_cla_health with clah_health_check_type, clah_health_check_date and clah_health_check_status",
    )  # fmt: skip


TEETH = _check("dental check", "The child's teeth were checked")
ASSESSED = _check("health assessment", "A health assessment was completed")


def _review(limit: Limit, when: Where, cannot: str | None = None) -> Way:
    chain = Chain(first=1, first_limit=INITIAL)
    return Way(starts=IN_CARE, limit=limit, chain=chain, met=ASSESSED, when=when, cannot=cannot)


EDUCATION = MetBy(
    noun=EducationPlan, on="on", words="A personal education plan was completed",
    cure="holdfast_education_plans with completed_date",
)  # fmt: skip

DUTIES: tuple[Asked, ...] = (
    Duty(
        code="cla-iha",
        title="Have the first health assessment done",
        law=citations_for("cla-iha"),
        ways=(Way(starts=ENTERED, limit=INITIAL, met=ASSESSED),),
    ),
    Duty(
        code="cla-rha-u5",
        title="Review the health of a child under five",
        law=citations_for("cla-rha-u5"),
        ways=(_review(Months(6), Before("counted_from", "fifth_birthday")),),
    ),
    Duty(
        code="cla-rha-5plus",
        title="Review the health of a child of five or over",
        law=citations_for("cla-rha-5plus"),
        ways=(
            _review(Months(12), NotBefore("counted_from", "fifth_birthday")),
            _review(
                Months(12), Unknown("fifth_birthday"),
                cannot="a date of birth: without it, six months (under five) and twelve cannot be told apart",
            ),
        ),
    ),
    Duty(
        code="cla-dental",
        title="Have the child's teeth checked",
        law=citations_for("cla-dental"),
        ways=(
            Way(starts=ENTERED, limit=Months(12), chain=Chain(first_limit=Months(12)), met=TEETH),
            Way(
                starts=IN_CARE, limit=Months(12), chain=Chain(first=1, first_limit=Months(12)), met=TEETH,
                when=Unknown("entered_on"),
            ),
        ),
    ),
    Duty(
        code="cla-sdq",
        title="Have a strengths and difficulties questionnaire completed",
        law=citations_for("cla-sdq"),
        ways=(
            Way(
                starts=Starts(
                    noun=StrengthsTime, until="ended_on", words="The child was in care and of an age to be asked for",
                    until_words="The child left care or turned seventeen",
                ),
                limit=Months(12),
                chain=Chain(first_limit=Months(12)),
                met=MetBy(
                    noun=StrengthsScore, on="on", words="A questionnaire was completed, or a reason given",
                    cure="ssd_sdq_scores with csdq_sdq_completed_date",
                ),
            ),
        ),
    ),
    Duty(
        code="cla-pep-first",
        title="Have the first education plan, as part of the care plan",
        law=citations_for("cla-pep-first"),
        ways=(Way(starts=OF_SCHOOL_AGE, limit=WorkingDays(10), met=EDUCATION),),
    ),
    LocalStandard(
        code="cla-pep-first-20wd",
        title="Have the first education plan, on the council's longer reading",
        setting="first education plan within 20 working days",
        ways=(Way(starts=OF_SCHOOL_AGE, limit=WorkingDays(20), met=EDUCATION),),
    ),
)  # fmt: skip
