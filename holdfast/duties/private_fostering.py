"""Private fostering: when an arrangement counts, what its carer owes, and our visits."""

from holdfast.dates import Days, Limit, SameDay, WorkingDays
from holdfast.duties.duty import Asked, Chain, Duty, LocalStandard, MetBy, MetInPlace, Starts, Way
from holdfast.duties.journeys.nouns import FosteringTime
from holdfast.law.register import citations_for
from holdfast.record.unseen import PrivateFostering, PrivateFosteringVisit
from holdfast.record.where import ALWAYS, Before, Is, Known, NotBefore, Where

OVER = "The arrangement ended, or the child grew too old for it to be private fostering"
TOLD = Starts(
    noun=FosteringTime, until="ended_on", where=Is("certain", True), words="The council was told of the arrangement",
    until_words=OVER,
)  # fmt: skip
SIXTEEN = Starts(
    noun=FosteringTime, until="ended_on", where=Is("certain", False),
    words="The child was sixteen, and the arrangement went on", until_words=OVER,
)  # fmt: skip
ASK_DISABILITY = (
    "whether the child is disabled, so that this is private fostering to eighteen and not to sixteen: "
    "ssd_disability with disa_disability_code"
)
VISIT = MetBy(
    noun=PrivateFosteringVisit, on="on", words="The child was visited",
    cure="holdfast_private_fostering_visits with visit_date",
)  # fmt: skip


def _visit(limit: Limit, chain: Chain, when: Where = ALWAYS) -> tuple[Way, ...]:
    return (Way(starts=TOLD, limit=limit, chain=chain, met=VISIT, when=when),)


def _again(limit: Limit, when: Where) -> tuple[Way, ...]:
    return (*_visit(limit, Chain(first=1), when), Way(starts=SIXTEEN, limit=limit, when=when, cannot=ASK_DISABILITY))


DUTIES: tuple[Asked, ...] = (
    Duty(
        code="pf-definition-28d",
        title="Know that the stay has become private fostering",
        law=citations_for("pf-definition-28d"),
        exceptions=(
            "Pupils who board or stay for the holidays have rules of their own; not told apart here. From "
            "sixteen (eighteen for a disabled child) no stay is private fostering; the visits end then."
        ),
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
        exceptions="Not owed once the child is sixteen (eighteen for a disabled child).",
        ways=_visit(WorkingDays(7), Chain(first=0, last=0)),
    ),
    Duty(
        code="pf-visit-year1",
        title="Visit the privately fostered child again, in the first year",
        law=citations_for("pf-visit-year1"),
        exceptions=(
            "Ends at sixteen (eighteen for a disabled child); without the table of disabilities nobody can "
            "say between the two."
        ),
        ways=_again(Days(42), Before("counted_from", "year_ends_on")),
    ),
    Duty(
        code="pf-visit-year2",
        title="Visit the privately fostered child again, after the first year",
        law=citations_for("pf-visit-year2"),
        exceptions=(
            "Ends at sixteen (eighteen for a disabled child); without the table of disabilities nobody can "
            "say between the two."
        ),
        ways=_again(Days(84), NotBefore("counted_from", "year_ends_on")),
    ),
    LocalStandard(
        code="pf-suitability",
        title="Decide whether the arrangement is suitable",
        setting="suitability decided within 42 working days of the first visit",
        exceptions="Ends at sixteen (eighteen for a disabled child).",
        ways=(
            Way(
                starts=Starts(
                    noun=FosteringTime, on="first_visit_on", until="ended_on", where=Is("certain", True),
                    words="The first visit was made", until_words=OVER,
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
