"""What a worked example claims of an engine, as a list of the claims that do not hold (empty when all do)."""

from collections.abc import Iterator
from datetime import date

from holdfast.dates import end_of
from holdfast.duties.clock import Clock
from holdfast.duties.duty import Asked
from tests.duties.examples import Engine, Example, the_clock


def clock_at(example: Example, engine: Engine, asked: Asked, day: date, done_on: date | None = None) -> Clock | None:
    """The example's clock at the end of a day, with the thing done on ``done_on`` or not at all."""
    record = example.record
    if done_on is not None:
        assert example.done is not None
        record = example.done(record, done_on)
    return the_clock(engine(record, end_of(day), asked, held=example.held), example.started)


def broken(example: Example, engine: Engine, asked: Asked) -> Iterator[str]:
    """Each claim of the example that does not hold for this engine and this duty."""
    at_due, at_late = (clock_at(example, engine, asked, day) for day in (example.due, example.late))
    if not example.starts_when_done:
        if at_due is None or at_due.due_on != example.due or at_due.state in ("overdue", "ended", "cannot_say"):
            yield f"on the due day: {at_due}"
        late = "running" if example.mark else "overdue"
        if at_late is None or at_late.state != late:
            yield f"on the day after: {at_late}"
    if example.done is None:
        return
    after = max(example.late, example.started)
    met = clock_at(example, engine, asked, after, done_on=example.due)
    if met is None or (met.state, met.met_on, met.due_on, met.days) != ("met", example.due, example.due, 0):
        yield f"done on the last day in time: {met}"
    late_met = clock_at(example, engine, asked, after, done_on=example.late)
    if late_met is None or (late_met.state, late_met.met_on) != ("met_late", example.late):
        yield f"done on the first day late: {late_met}"
