"""Children who go missing: the return interview."""

from holdfast.dates import Hours
from holdfast.duties.duty import Asked, Duty, MetBy, MetInPlace, Starts, Way
from holdfast.duties.journeys.nouns import Return
from holdfast.law.register import citations_for
from holdfast.record.unseen import ReturnInterview
from holdfast.record.where import Known, Unknown


def _back(until: str | None) -> Starts:
    return Starts(
        noun=Return, on="returned_on", at="returned_at", until=until, words="The child was found or came back",
        until_words="An interview was offered, and the child did not want it",
    )  # fmt: skip


DUTIES: tuple[Asked, ...] = (
    Duty(
        code="ms-rhi-72h",
        title="Hold the return home interview",
        law=citations_for("ms-rhi-72h"),
        exceptions=(
            "An offer within the seventy-two hours that the child declines ends the count, and the offer "
            "stands. An offer after them is late, whatever the child says. Absence without authorisation "
            "starts none."
        ),
        ways=(
            Way(
                starts=_back("declined_on"),
                limit=Hours(72),
                when=Unknown("offered_late_on"),
                met=MetBy(
                    noun=ReturnInterview,
                    on="held_on",
                    at="held_at",
                    link=("episode", "id"),
                    words="The interview was held",
                    cure="holdfast_return_interviews with missing_id and held_date",
                ),
            ),
            # Offered and declined is an end as good as held, but an offer after the seventy-two hours was late.
            Way(
                starts=_back(None),
                limit=Hours(72),
                when=Known("offered_late_on"),
                met=MetInPlace(
                    on="offered_late_on",
                    words="An interview, which the child did not want, was first offered",
                ),
            ),
        ),
    ),
)
