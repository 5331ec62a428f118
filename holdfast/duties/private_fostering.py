"""Private fostering: when an arrangement counts, what its carer owes, and our visits."""

from holdfast.dates import Days, Limit, SameDay, WorkingDays
from holdfast.duties.duty import Asked, Chain, Duty, LocalStandard, MetBy, MetInPlace, Starts, Way
from holdfast.duties.journeys.nouns import FosteringTime
from holdfast.law.register import citations_for
from holdfast.record.unseen import PrivateFostering, PrivateFosteringVisit
from holdfast.record.where import ALWAYS, Before, Known, NotBefore, Where

TOLD = Starts(
    noun=FosteringTime, until="ended_on", words="The council was told of the arrangement",
    until_words="The arrangement ended",
)  # fmt: skip
VISIT = MetBy(
    noun=PrivateFosteringVisit, on="on", words="The child was visited",
    cure="holdfast_private_fostering_visits with visit_date",
)  # fmt: skip


def _visit(limit: Limit, chain: Chain, when: Where = ALWAYS) -> tuple[Way, ...]:
    return (Way(starts=TOLD, limit=limit, chain=chain, met=VISIT, when=when),)


DUTIES: tuple[Asked, ...] = (
    Duty(
        code="pf-definition-28d",
        title="Know that the stay has become private fostering",
        law=citations_for("pf-definition-28d"),
        ways=(
            Way(
                starts=Starts(
                    noun=PrivateFostering, on="stay_from", until="ended_on", words="The stay began",
                    until_words="The stay ended",
                ),
                limit=Days(28), mark=True,
            ),
        ),
    ),
    Duty(
        code="pf-notify-advance",
        title="Be told of the arrangement before it begins (the carer's duty)",
        law=citations_for("pf-notify-advance"),
        ways=(
            Way(
                starts=Starts(
                    noun=PrivateFostering, on="stay_from", where=Known("notified_on"), words="The stay began",
                ),
                limit=SameDay(said="six weeks before the stay, or at once where it is sooner"),
                met=MetInPlace(on="notified_on", words="The council was told"),
            ),
        ),
    ),
    Duty(
        code="pf-visit-7wd",
        title="Visit the privately fostered child for the first time",
        law=citations_for("pf-visit-7wd"),
        ways=_visit(WorkingDays(7), Chain(first=0, last=0)),
    ),
    Duty(
        code="pf-visit-year1",
        title="Visit the privately fostered child again, in the first year",
        law=citations_for("pf-visit-year1"),
        ways=_visit(Days(42), Chain(first=1), Before("counted_from", "year_ends_on")),
    ),
    Duty(
        code="pf-visit-year2",
        title="Visit the privately fostered child again, after the first year",
        law=citations_for("pf-visit-year2"),
        ways=_visit(Days(84), Chain(first=1), NotBefore("counted_from", "year_ends_on")),
    ),
    LocalStandard(
        code="pf-suitability",
        title="Decide whether the arrangement is suitable",
        setting="suitability decided within 42 working days of the first visit",
        ways=(
            Way(
                starts=Starts(
                    noun=FosteringTime, on="first_visit_on", until="ended_on", words="The first visit was made",
                    until_words="The arrangement ended",
                ),
                limit=WorkingDays(42),
                met=MetInPlace(
                    on="suitable_on", words="Suitability was decided",
                    cure="the column suitability_date of holdfast_private_fostering",
                ),
            ),
        ),
    ),
)  # fmt: skip
