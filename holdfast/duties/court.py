"""Before and in court: pre-proceedings (local and national good practice) and the twenty-six weeks."""

from holdfast.dates import BeginningWith, Days, Weeks, WorkingDays
from holdfast.duties.duty import Asked, Duty, LocalStandard, MetBy, MetInPlace, Starts, Way
from holdfast.law.register import citations_for
from holdfast.record.child_protection import Application, PreProceedings
from holdfast.record.oversight import PlanReview
from holdfast.record.where import Is, Known, Unknown

PRE_PROCEEDINGS_ENDED = MetInPlace(
    on="ended_on", words="It was agreed to step down or to issue",
    cure="the column prep_agree_stepdown_issue_date of ssd_pre_proceedings",
)  # fmt: skip
DISPOSED = MetInPlace(
    on="disposed_on", words="The court made its final order, or the application was withdrawn",
    cure="the column disposed_date of holdfast_court_applications",
)  # fmt: skip

DUTIES: tuple[Asked, ...] = (
    LocalStandard(
        code="plo-letter-send",
        title="Send the letter before proceedings",
        setting="letter before proceedings within 5 working days of the decision",
        exceptions="Skipped where the council issues at once. No field says so.",
        ways=(
            Way(
                starts=Starts(
                    noun=PreProceedings, on="decided_on", until="ended_on",
                    words="It was decided to begin pre-proceedings", until_words="Pre-proceedings ended",
                ),
                limit=WorkingDays(5),
                met=MetInPlace(
                    on="letter_on", words="The letter was sent",
                    cure="the column prep_pre_pro_letter_date of ssd_pre_proceedings",
                ),
            ),
        ),
    ),
    LocalStandard(
        code="plo-meeting-first",
        title="Hold the first pre-proceedings meeting",
        setting="first pre-proceedings meeting within 10 working days of the letter",
        exceptions="Parents may need time to find a solicitor. No field says so.",
        ways=(
            Way(
                starts=Starts(
                    noun=PreProceedings, on="letter_on", until="ended_on",
                    words="The letter before proceedings was sent", until_words="Pre-proceedings ended",
                ),
                limit=WorkingDays(10),
                met=MetInPlace(
                    on="met_on", words="The first meeting was held",
                    cure="the column prep_initial_pre_pro_meeting_date of ssd_pre_proceedings",
                ),
            ),
        ),
    ),
    LocalStandard(
        code="plo-review",
        title="Review pre-proceedings",
        setting="pre-proceedings review within 8 weeks of the first meeting",
        ways=(
            Way(
                starts=Starts(
                    noun=PreProceedings, on="met_on", until="ended_on", words="The first meeting was held",
                    until_words="Pre-proceedings ended",
                ),
                limit=Days(56),
                met=MetBy(
                    noun=PlanReview, on="on", where=Is("plan_kind", "pre-proceedings"),
                    words="Pre-proceedings were reviewed",
                    cure="holdfast_plan_reviews with plan_kind = pre-proceedings and review_date",
                ),
            ),
        ),
    ),
    LocalStandard(
        code="plo-max-16wk",
        title="End pre-proceedings: issue, or step down",
        setting="pre-proceedings end within 16 weeks of the letter",
        exceptions="A manager may extend it with a reason. No field says so.",
        ways=(
            Way(
                starts=Starts(
                    noun=PreProceedings, on="letter_on", words="The letter before proceedings was sent",
                ),
                limit=Weeks(16),
                met=PRE_PROCEEDINGS_ENDED,
            ),
        ),
    ),
    Duty(
        code="ct-26wk",
        title="Get a final order from the court",
        law=citations_for("ct-26wk"),
        exceptions="The court may extend it, eight weeks at a time; an extension on record moves the day.",
        ways=(
            Way(
                starts=Starts(
                    noun=Application, on="issued_on", where=Unknown("extended_to"),
                    words="The application was issued",
                ),
                limit=BeginningWith(Weeks(26)),
                met=DISPOSED,
            ),
            Way(
                starts=Starts(
                    noun=Application, on="issued_on", where=Known("extended_to"),
                    words="The application was issued, and the court has since ordered an extension",
                ),
                limit=BeginningWith(Weeks(26)),
                due="extended_to",
                met=DISPOSED,
            ),
        ),
    ),
)  # fmt: skip
