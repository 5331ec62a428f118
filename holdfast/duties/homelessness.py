"""Young people of 16 and 17 with nowhere to live."""

from holdfast.dates import Days, NoNumber, SameDay, WorkingDays
from holdfast.duties.duty import Asked, Duty, MetInPlace, Starts, Way
from holdfast.duties.journeys.nouns import HomelessResponse
from holdfast.law.register import citations_for
from holdfast.record.unseen import HomelessPresentation

ASKED = Starts(
    noun=HomelessPresentation, on="on", until="closed_on", words="The young person asked for help",
    until_words="The presentation was closed",
)  # fmt: skip


def _day(column: str) -> str:
    return f"the column {column} of holdfast_homeless_presentations"


DUTIES: tuple[Asked, ...] = (
    Duty(
        code="hl-same-day",
        title="Find a safe place for tonight",
        law=citations_for("hl-same-day"),
        ways=(
            Way(
                starts=ASKED, limit=SameDay(),
                met=MetInPlace(on="housed_on", words="The young person was housed", cure=_day("housed_date")),
            ),
        ),
    ),
    Duty(
        code="hl-no-bb",
        title="Keep the young person out of bed and breakfast",
        law=citations_for("hl-no-bb"),
        ways=(
            Way(
                starts=Starts(
                    noun=HomelessResponse, on="on", until="closed_on", words="The young person asked for help",
                    until_words="The presentation was closed",
                ),
                limit=SameDay(said="not even for one night"),
                met=MetInPlace(
                    on="lawful_on", words="The place recorded is not bed and breakfast",
                    cure=_day("housed_in"),
                ),
            ),
        ),
    ),
    Duty(
        code="hl-assessment",
        title="Assess the young person, section 20 among the choices",
        law=citations_for("hl-assessment"),
        ways=(
            Way(
                starts=ASKED, limit=WorkingDays(45),
                met=MetInPlace(on="assessed_on", words="The assessment was signed", cure=_day("assessed_date")),
            ),
        ),
    ),
    Duty(
        code="hl-56d-relief",
        title="End the housing relief duty well",
        law=citations_for("hl-56d-relief"),
        exceptions="The duty to accommodate under section 20 goes before it.",
        ways=(
            Way(
                starts=Starts(
                    noun=HomelessPresentation, on="relief_on", until="closed_on",
                    words="The housing relief duty was accepted", until_words="The presentation was closed",
                ),
                limit=Days(56),
                met=MetInPlace(on="relief_ended_on", words="The relief duty ended", cure=_day("relief_duty_end_date")),
            ),
        ),
    ),
    Duty(
        code="hl-young-person-refuses",
        title="Offer an advocate to a young person who declines to be looked after",
        law=citations_for("hl-young-person-refuses"),
        ways=(
            Way(
                starts=Starts(
                    noun=HomelessPresentation, on="declined_on", until="closed_on",
                    words="The young person declined section 20", until_words="The presentation was closed",
                ),
                limit=NoNumber("at once, and again at each review"),
                met=MetInPlace(
                    on="advocate_on", words="An advocate was offered", cure=_day("advocate_offered_date")
                ),
            ),
        ),
    ),
)  # fmt: skip
