"""Every line of the bar that is asked for first, in its order, and those that nothing measures yet, with why."""

from tests.bar import altered, durable, kept, model, seen, told
from tests.bar.line import Line, NotDone

ORDER = "S1 S2 S7 A1 A2 A3 A5 R3 R4 R5 R6 R8 R9 R12 B1 B3 K1 P1".split()

LINES: tuple[Line, ...] = (*seen.LINES, *told.LINES, *altered.LINES, *kept.LINES, *durable.LINES, *model.LINES)

NOT_DONE: tuple[NotDone, ...] = (
    NotDone(
        code="R6", says="No lost typing: tab killed, network cut, session ended, server restarted, in a real browser",
        why="no measure yet; tests/browser and tests/web look at drafts one by one",
    ),
    NotDone(
        code="R8", says="Usable on a slow and lossy network", why="no measure yet: it needs a proxy that slows",
    ),
    NotDone(
        code="B1", says="Hostile files are refused or made harmless",
        why="no measure yet; files are read in the server's own process, which has no limits of its own",
    ),
    NotDone(
        code="B3", says="Mutated import files: no traceback, nothing half taken in",
        why="no measure over the store yet; tests/exchange mutates files for the readers alone",
    ),
    NotDone(
        code="P1", says="300 people at work on two cores: the honest ceiling",
        why="no measure yet: it must run alone on a quiet machine",
    ),
)  # fmt: skip


def every_line() -> list[Line | NotDone]:
    """All of them, in the order of the bar."""
    by_code = {one.code: one for one in (*LINES, *NOT_DONE)}
    return [by_code[code] for code in ORDER]
