"""Every line of the bar that is asked for first, in its order, and those that nothing measures yet, with why."""

from tests.bar import (
    altered,
    at_work,
    broken,
    durable,
    hostile,
    kept,
    killed,
    logged,
    model,
    mutated,
    seen,
    sent_again,
    slow,
    told,
    typed_briefly,
    untold,
)
from tests.bar.line import Line, NotDone

ORDER = "S1 S2 S7 S16 A1 A2 A3 A5 R3 R4 R5 R6 R8 R9 R12 B1 B3 K1 P1".split()

LINES: tuple[Line, ...] = (
    *seen.LINES,
    *told.LINES,
    *untold.LINES,
    *altered.LINES,
    *broken.LINES,
    *kept.LINES,
    *sent_again.LINES,
    *killed.LINES,
    *durable.LINES,
    *model.LINES,
    *hostile.LINES,
    *mutated.LINES,
    *typed_briefly.LINES,
    *slow.LINES,
    *logged.LINES,
    *at_work.LINES,
)

NOT_DONE: tuple[NotDone, ...] = ()


def every_line() -> list[Line | NotDone]:
    """All of them, in the order of the bar."""
    by_code = {one.code: one for one in (*LINES, *NOT_DONE)}
    return [by_code[code] for code in ORDER]
