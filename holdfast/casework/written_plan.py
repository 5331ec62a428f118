"""The improvement plan as people wrote it, out of the record; how it stands is ``holdfast.casework.improvement``."""

from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.measures.improvement import ImprovementPlan
from holdfast.measures.written_plan import plan_of
from holdfast.record.columns import Columns
from holdfast.record.register import IN_THE_PLAN


def plan_on_record(council: Council, view: View) -> ImprovementPlan:
    """The plan as it was written, as at the moment and as it had been entered."""

    def read() -> ImprovementPlan:
        columns = council.columns(view)
        written = Columns(frames={noun: columns.of(noun) for noun in IN_THE_PLAN}, held=columns.held)
        return plan_of(written.as_at(view.as_at))

    return council.kept(("plan on record", view), read)
