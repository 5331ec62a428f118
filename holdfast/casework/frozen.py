"""The day on which what is told of children stands still for whoever sees no names: the end of the last whole month.

Numbers that were told from day to day could be set side by side, and what lies between them is one child. So they are
told once for each month: of what had happened, and had been typed in, by its end.
"""

from collections.abc import Mapping, Sequence

from holdfast.casework.council import Council
from holdfast.casework.measures import figures, stretches
from holdfast.casework.view import View
from holdfast.dates import end_of
from holdfast.measures.measure import Measure
from holdfast.measures.suppression import OutsideFigure, for_outside


def frozen(view: View) -> View:
    """The view of whoever sees no names and is told numbers of children: the same on every day of a month.

    What was put right or typed in afterwards is not in it, so that it is the same whenever it is asked.
    """
    last = [one for one in stretches(view) if not one.so_far][-1].last
    return View(as_at=end_of(last), as_known=end_of(last))


def figures_outside(
    council: Council, view: View, measures: Sequence[Measure]
) -> Mapping[str, tuple[OutsideFigure, ...]]:
    """The twelve whole months as they may leave the service: as known at their end, small numbers kept back, no list.

    All twelve are told as known at the end of the last one.
    """
    still = frozen(view)
    told = figures(council, still, measures, stretches(still))
    return {code: tuple(for_outside(some)) for code, some in told.items()}
