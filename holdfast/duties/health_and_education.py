"""Health and education of children in care: assessments, teeth, the questionnaire, the first education plan."""

from holdfast.dates import Limit, Months, NoNumber, WorkingDays
from holdfast.duties.duty import Asked, Chain, Duty, LocalStandard, MetBy, MetInPlace, Starts, Way
from holdfast.duties.journeys.nouns import CarePeriod, StrengthsTime
from holdfast.law.register import citations_for
from holdfast.record.in_care import EducationPlan, HealthCheck, StrengthsScore
from holdfast.record.where import All, AnyOf, Before, Is, Known, NotBefore, Unknown, Where

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


BEFORE_CARE = Starts(
    noun=CarePeriod, on="assessed_before_on", until="ended_on", where=Known("assessed_before_on"),
    words="A health assessment was completed in the three months before the child became looked after",
    until_words="The child left care",
)  # fmt: skip

# The rhythm switches on the fifth birthday: six months that end by that day are owed, and six that would end after
# it give way to the twelve that a child of five is owed.
UNDER_FIVE = NotBefore("six_months_until", "counted_from")
FIVE_OR_OVER = Before("six_months_until", "counted_from")
ASK_BIRTH = "a date of birth: without it, six months (under five) and twelve cannot be told apart"


def _reviews(limit: Limit, when: Where, cannot: str | None = None) -> tuple[Way, Way]:
    """From each assessment in care, and from one just before coming into care that stood for the first."""
    chain = Chain(first=1, first_limit=INITIAL)
    return (
        Way(starts=IN_CARE, limit=limit, chain=chain, met=ASSESSED, when=when, cannot=cannot),
        Way(starts=BEFORE_CARE, limit=limit, chain=Chain(first=1), met=ASSESSED, when=when, cannot=cannot),
    )


EDUCATION = MetBy(
    noun=EducationPlan, on="on", words="A personal education plan was completed",
    cure="holdfast_education_plans with completed_date",
)  # fmt: skip

DUTIES: tuple[Asked, ...] = (
    Duty(
        code="cla-iha",
        title="Have the first health assessment done",
        law=citations_for("cla-iha"),
        exceptions=(
            "None is owed where one was completed in the three months before coming into care. A stay that "
            "ends before its twenty working days ends the count."
        ),
        ways=(
            Way(starts=ENTERED, limit=INITIAL, met=ASSESSED, when=Unknown("assessed_before_on")),
            Way(
                starts=ENTERED, limit=NoNumber("none is owed where one was completed in the three months before"),
                when=Known("assessed_before_on"),
                met=MetInPlace(on="assessed_before_on", words="A health assessment was completed", cure=ASSESSED.cure),
            ),
        ),
    ),
    Duty(
        code="cla-rha-u5",
        title="Review the health of a child under five",
        law=citations_for("cla-rha-u5"),
        exceptions=(
            "Turns to twelve months where six would end after the fifth birthday. A refusal on record does "
            "not stop it."
        ),
        ways=_reviews(Months(6), UNDER_FIVE),
    ),
    Duty(
        code="cla-rha-5plus",
        title="Review the health of a child of five or over",
        law=citations_for("cla-rha-5plus"),
        exceptions="A refusal on record does not stop it.",
        ways=(
            *_reviews(Months(12), FIVE_OR_OVER),
            *_reviews(Months(12), Unknown("fifth_birthday"), ASK_BIRTH),
        ),
    ),
    Duty(
        code="cla-dental",
        title="Have the child's teeth checked",
        law=citations_for("cla-dental"),
        exceptions="Babies are under local rules for their first year; not told apart here.",
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
        exceptions=(
            "A recorded reason for having no score counts as done. Owed from four to the seventeenth "
            "birthday."
        ),
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
        exceptions="School holidays do not stop the working days. Not owed under three years of age.",
        ways=(Way(starts=OF_SCHOOL_AGE, limit=WorkingDays(10), met=EDUCATION),),
    ),
    LocalStandard(
        code="cla-pep-first-20wd",
        title="Have the first education plan, on the council's longer reading",
        setting="first education plan within 20 working days",
        exceptions="School holidays do not stop the working days. Not owed under three years of age.",
        ways=(Way(starts=OF_SCHOOL_AGE, limit=WorkingDays(20), met=EDUCATION),),
    ),
)  # fmt: skip
