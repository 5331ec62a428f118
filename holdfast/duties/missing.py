"""Children who go missing: the return interview."""

from holdfast.dates import Hours
from holdfast.duties.duty import Asked, Duty, MetBy, Starts, Way
from holdfast.duties.journeys.nouns import Return
from holdfast.law.register import citations_for
from holdfast.record.unseen import ReturnInterview

DUTIES: tuple[Asked, ...] = (
    Duty(
        code="ms-rhi-72h",
        title="Hold the return home interview",
        law=citations_for("ms-rhi-72h"),
        ways=(
            Way(
                starts=Starts(
                    noun=Return,
                    on="returned_on",
                    at="returned_at",
                    until="declined_on",
                    words="The child was found or came back",
                    until_words="An interview was offered, and the child declined it",
                ),
                limit=Hours(72),
                met=MetBy(
                    noun=ReturnInterview,
                    on="held_on",
                    at="held_at",
                    link=("episode", "id"),
                    words="The interview was held",
                    cure="holdfast_return_interviews with missing_id and held_date",
                ),
            ),
        ),
    ),
)
