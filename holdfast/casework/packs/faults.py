"""What the record does not hold, cannot say, or holds late of a theme: owned up to before any figure is told."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

import polars as pl

from holdfast.casework.child.unsaid import unsaid_by_child
from holdfast.casework.council import Council
from holdfast.casework.measures import Stretch, figures, stretches
from holdfast.casework.packs.about import About
from holdfast.casework.view import View
from holdfast.dates import Days, end_of
from holdfast.dates.columns import after_each
from holdfast.duties.drift.one import unanswerable
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.drift.rule import Rule
from holdfast.duties.duty import Asked, MetBy
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.measures.measure import Measure, MonthFigure
from holdfast.record.field import Fact, happens_on

LATE_AFTER = Days(7)
"""A row that was typed in more than so many days after the day it tells of was typed in late: a number of our own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """One thing of which the record cannot say whether it is late: of which children, by id, whom the seat sees."""

    title: str
    children: tuple[str, ...]
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspect:
    """A measure whose list of one month must be read with care, and why.

    ``cannot_say`` of the month's rows are in neither number, ``silent`` are the parts that could not be counted,
    ``typed_after`` rows about the month were typed in after it was over. ``missing`` says why nothing can be said.
    """

    measure: Measure
    month: str
    cannot_say: int
    silent: tuple[str, ...]
    typed_after: int
    missing: str

    @property
    def is_suspect(self) -> bool:
        """Whether there is any reason at all to read its list with care."""
        return bool(self.cannot_say or self.silent or self.typed_after or self.missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """Rows of one table that tell of the days since the last visit: how many, how many of them were typed in late, and
    how many do not say when they were typed in.
    """

    words: str
    every: int
    late: int
    untimed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """The known faults of what the record says of one theme.

    ``cannot`` is what it does not hold at all. ``silent`` are questions that cannot be asked of this record, with what
    would cure each. ``unread`` are duties that raise no alert because nobody has read their law.
    """

    cannot: str
    silent: tuple[str, ...]
    unread: tuple[str, ...]
    unsaid: tuple[Unsaid, ...]
    suspect: tuple[Suspect, ...]
    typed: tuple[Typed, ...]

    @property
    def late(self) -> tuple[Typed, ...]:
        """The tables of which something was typed in late."""
        return tuple(one for one in self.typed if one.late)


def faults_of(
    council: Council, view: View, about: About, since: date, theirs: Collection[str] | None, names: bool
) -> Faults:
    """The faults for somebody who sees ``theirs`` (None: every child); without ``names`` no child is counted."""
    columns = council.columns(view)
    month = [one for one in stretches(view) if not one.so_far][-1]
    silent = [
        *(f"{one.title.rstrip('.')}: needs {one.missing}" for one in unanswerable(columns.held, _rules(about))),
        *(f"{one.title}: needs {one.missing(columns.held)}" for one in about.registers if one.missing(columns.held)),
    ]
    return Faults(
        cannot=about.cannot, silent=tuple(silent),
        unread=tuple(one.title for one in _duties(about) if not one.may_alert),
        unsaid=tuple(_unsaid(council, view, about, theirs)) if names else (),
        suspect=tuple(_suspect(council, view, about, month)) if names else (),
        typed=tuple(_typed(council, view, about, since)) if names else (),
    )  # fmt: skip


def nouns_of(about: About) -> tuple[type[Fact], ...]:
    """The tables that the theme's measures, duties, rules and registers rest on, each once."""
    needs = [one.needs for one in about.measures] + [one.needs for one in about.registers]
    needs += [one.needs for one in _rules(about)]
    found: list[type[Fact]] = [need.noun for some in needs for need in some]
    found += [noun for one in _duties(about) for noun in _of_ways(one)]
    return tuple(dict.fromkeys(found))


def _duties(about: About) -> list[Asked]:
    return [DUTIES[code] for code in about.codes if code in DUTIES]


def _rules(about: About) -> list[Rule]:
    return [RULES[code] for code in about.codes if code in RULES]


def _of_ways(asked: Asked) -> Iterator[type[Fact]]:
    for way in asked.ways:
        yield way.starts.noun
        if isinstance(way.met, MetBy):
            yield way.met.noun


def _unsaid(council: Council, view: View, about: About, theirs: Collection[str] | None) -> Iterator[Unsaid]:
    every = unsaid_by_child(council, view)
    for title in dict.fromkeys(one.title for one in _duties(about)):
        some = [child for child, titles in every.items() if title in titles]
        seen = tuple(child for child in some if theirs is None or child in theirs)
        if some:
            yield Unsaid(title=title, children=seen, others=len(some) - len(seen))


def _suspect(council: Council, view: View, about: About, month: Stretch) -> Iterator[Suspect]:
    told = figures(council, view, about.measures, [month])
    for one in about.measures:
        figure = told[one.code][0]
        found = Suspect(
            measure=one, month=figure.month_words, cannot_say=figure.cannot_say, silent=figure.silent,
            typed_after=_typed_after(council, view, one, figure), missing=figure.missing or "",
        )  # fmt: skip
        if found.is_suspect:
            yield found


def _typed_after(council: Council, view: View, one: Measure, figure: MonthFigure) -> int:
    """How many rows of the measure's tables tell of a day of the month and were typed in after its end."""
    columns, over = council.columns(view), end_of(figure.last_day)
    found = 0
    for noun in dict.fromkeys(need.noun for need in one.needs):
        day = happens_on(noun)
        if noun in columns.frames and day:
            about = pl.col(day).is_between(figure.first_day, figure.last_day)
            found += columns.of(noun).filter(about & (pl.col("recorded_at") > over)).height
    return found


def _typed(council: Council, view: View, about: About, since: date) -> Iterator[Typed]:
    """Each table's rows since a day, where there are any."""
    columns = council.columns(view)
    for noun in nouns_of(about):
        day = happens_on(noun)
        if noun not in columns.frames or day is None:
            continue
        rows = columns.of(noun).filter((pl.col(day) > since) & (pl.col(day) <= view.today))
        if rows.height:
            late = pl.col("recorded_at").dt.date() > after_each(LATE_AFTER, pl.col(day))
            yield Typed(
                words=noun.words, every=rows.height, late=rows.filter(late).height,
                untimed=rows.get_column("recorded_at").null_count(),
            )  # fmt: skip
