"""Looking and challenging: the reviewing officer's formal dispute, and supervision of each child's case."""

from holdfast.dates import Days, WorkingDays
from holdfast.duties.duty import Asked, Chain, Duty, LocalStandard, MetBy, MetInPlace, Starts, Way
from holdfast.duties.journeys.nouns import Dispute
from holdfast.law.register import citations_for
from holdfast.record.front_door import Referral
from holdfast.record.oversight import Supervision
from holdfast.record.where import IsNot

DUTIES: tuple[Asked, ...] = (
    Duty(
        code="iro-dispute",
        title="Settle the reviewing officer's formal dispute",
        law=citations_for("iro-dispute"),
        exceptions="The officer may go to Cafcass at any time, which stops nothing here.",
        ways=(
            Way(
                starts=Starts(noun=Dispute, words="The reviewing officer raised a formal concern"),
                limit=WorkingDays(20),
                met=MetInPlace(
                    on="settled_on",
                    words="The dispute was settled",
                    cure="the column settled_date of holdfast_challenges",
                ),
            ),
        ),
    ),
    LocalStandard(
        code="wf-case-supervision",
        title="Discuss the child in supervision",
        setting="child discussed in supervision every 30 days",
        ways=(
            Way(
                starts=Starts(
                    noun=Referral,
                    on="on",
                    until="closed_on",
                    where=IsNot("nfa", True),
                    words="The case opened, or the child was last discussed",
                    until_words="The case closed",
                ),
                limit=Days(30),
                chain=Chain(),
                met=MetBy(
                    noun=Supervision,
                    on="on",
                    words="The child was discussed in supervision",
                    cure="holdfast_supervisions with discussed_date",
                ),
            ),
        ),
    ),
)
