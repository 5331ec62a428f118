"""What a monthly measure is, and what one month of it says. A measure is data; its sum is in ``columns``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from holdfast.dates import say
from holdfast.duties.drift.rule import Needs
from holdfast.record.child import Held

Answer = Literal["yes", "no", "cannot_say"]
Unit = Literal["share", "count"]
Whose = Literal["the department's", "local, not the department's"]
Role = Literal["share", "in", "out", "among", "beside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class England:
    """England's figure: in percent, of which year, where it was published, and what may be said of it.

    ``median`` is in working days, where one is published.
    """

    percent: float
    year: str
    source: str
    remark: str = ""
    median: int | None = None

    @property
    def words(self) -> str:
        """The figure as a sentence for people."""
        half = f" Half were done within {self.median} working days." if self.median is not None else ""
        more = f" {self.remark}" if self.remark else ""
        return f"{self.percent:g}% in England, {self.year} ({self.source}).{half}{more}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure: what it asks, who counts, what counts as yes, and on whose definition.

    ``question`` is in plain words. ``counts`` says who or what is counted (below the line), ``yes`` what counts
    above it, ``head`` the same in two or three words for the head of a column. ``unit`` is a share (yes of all)
    or a count (yes alone). ``source`` says where the definition comes from and where it differs. ``duties`` are
    the codes of the duties and local standards whose limits it uses: it has no number of its own beside theirs.
    ``needs`` are the tables without which nothing can be said. ``nothing`` is said of a month in which nobody
    counts. ``median`` asks for the middle number of working days as well.
    """

    code: str
    question: str
    counts: str
    yes: str
    head: str
    nothing: str
    definition: Whose
    source: str
    unit: Unit = "share"
    england: England | None = None
    duties: tuple[str, ...] = ()
    needs: tuple[Needs, ...] = ()
    median: bool = False

    @property
    def title(self) -> str:
        """What it asks: the words beside its code in the registers."""
        return self.question

    @property
    def england_words(self) -> str:
        """England's figure as a sentence; that none was found, where none was."""
        return self.england.words if self.england else "no national figure was found to set beside it."

    def missing(self, held: Held, first_day: date, last_day: date) -> str | None:
        """What the extract would need before anything can be said of these days; None when it has it."""
        return "; ".join(lacking(self.needs, held, first_day, last_day)) or None


def lacking(needs: Iterable[Needs], held: Held, first_day: date, last_day: date) -> list[str]:
    """What an extract would need: a table or column that it does not hold, or rows from before or after its days."""
    found = []
    for one in needs:
        since, until = held.known_from.get(one.noun), held.known_until.get(one.noun)
        if not one.held_in(held):
            found.append(one.cure)
        elif since is not None and since > first_day:
            found.append(f"{one.noun.words} from before {say(since)}, where those of this extract begin")
        elif until is not None and until < last_day:
            found.append(f"{one.noun.words} from after {say(until)}, where those of this extract end")
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the list behind a figure.

    ``started_on``, ``due_on`` and ``done_on`` are the clock's days; ``standard`` is the limit it was held to, with
    its force, and ``why`` what else must be known: what is missing where the answer is *cannot say*.
    ``worker`` and ``team`` are whom to ask at the end of the month, as the extract writes them.
    """

    child: str
    answer: Answer
    started_on: date | None
    due_on: date | None
    done_on: date | None
    duty: str | None
    standard: str | None
    why: str | None
    worker: str | None
    team: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A count within a month, or beside it.

    ``role`` says how it hangs together with the month's own numbers: a *share* is one of the parts of which
    numerator and denominator are the sums; *in* and *out* are what came and went since the month before; *among*
    is some of the numerator; *beside* is nothing of these. ``denominator`` is None but for a share.
    """

    words: str
    numerator: int
    denominator: int | None = None
    role: Role = "beside"


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFigure:
    """One month of one measure, as at the end of ``last_day``.

    ``denominator`` is None for a count. ``cannot_say`` rows are in neither. ``missing`` says what the extract
    would need when nothing at all can be said; every number is then nought. ``silent`` says, part by part, what
    could not be counted for the same reason. ``median`` is in working days. ``told`` gives the list when asked.
    """

    measure: Measure
    first_day: date
    last_day: date
    as_at: datetime
    so_far: bool
    numerator: int = 0
    denominator: int | None = None
    cannot_say: int = 0
    parts: tuple[Part, ...] = ()
    median: float | None = None
    missing: str | None = None
    silent: tuple[str, ...] = ()
    told: Callable[[], tuple[Entry, ...]] = field(default=tuple, repr=False, compare=False)

    @property
    def list(self) -> tuple[Entry, ...]:
        """The list behind the figure, in order of child: every yes, no and cannot say."""
        return self.told()

    @property
    def figure(self) -> float | None:
        """The share in percent, to one place, or the count; None where nobody counts or nothing can be said."""
        if self.missing is not None:
            return None
        if self.measure.unit == "count":
            return self.numerator
        return round(100 * self.numerator / self.denominator, 1) if self.denominator else None

    @property
    def month(self) -> str:
        """``2026-05``."""
        return f"{self.first_day:%Y-%m}"

    @property
    def month_words(self) -> str:
        """``May 2026``; where only a part of the month was asked for, or is over, it says so."""
        name = say(self.first_day).split(" ", 1)[1]
        if self.so_far:
            name = f"{name} so far (to {say(self.last_day)})"
        return name if self.first_day.day == 1 else f"{name}, from {say(self.first_day)}"

    @property
    def is_whole(self) -> bool:
        """True for a whole month that is over."""
        return self.first_day.day == 1 and not self.so_far
