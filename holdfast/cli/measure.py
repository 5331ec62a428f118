"""``holdfast measure``: one measure, month by month, with the list of children behind it."""

import csv
import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from holdfast.cli.opening import (
    CannotRun,
    add_path,
    exit_code,
    open_extract,
    progress,
    say_aside,
    settings_of,
)
from holdfast.cli.today import now
from holdfast.dates import add_months, calendar_warning, check_calendar, parse_moment, say
from holdfast.measures.columns.monthly import measure
from holdfast.measures.measure import Entry, Measure, MonthFigure, Part
from holdfast.measures.register import BY_CODE, MEASURES
from holdfast.measures.suppression import FEW_WORDS, KEPT_BACK, OutsideFigure, for_outside

ANSWERS = {"yes": "yes", "no": "no", "cannot_say": "cannot say"}
ENTRY_FIELDS = (
    "measure", "month", "child", "answer", "started_on", "due_on", "done_on", "duty", "standard", "why", "worker",
    "team",
)  # fmt: skip
FIGURE_FIELDS = (
    "measure", "month", "first_day", "last_day", "so_far", "numerator", "denominator", "figure", "unit", "cannot_say",
    "median_working_days", "beside", "missing", "not_counted",
)  # fmt: skip
OUTSIDE_FIELDS = tuple(name for name in FIGURE_FIELDS if name not in ("first_day", "last_day", "so_far"))


def add(commands: Any) -> None:
    """The arguments of ``holdfast measure``."""
    parser: ArgumentParser = commands.add_parser(
        "measure", help="one of the ten monthly measures, with the list behind each figure",
        description="The ten: " + "; ".join(f"{one.code} ({one.question})" for one in MEASURES),
    )  # fmt: skip
    parser.add_argument("code", metavar="CODE", help="the measure, such as reviews-on-time")
    add_path(parser)
    parser.add_argument("--from", dest="from_day", metavar="DAY", help="the first day; without it, twelve months")
    parser.add_argument("--to", dest="to_day", metavar="DAY", help="the last day, counted in; without it, today")
    parser.add_argument("--format", choices=("table", "json", "csv"), default="table")
    parser.add_argument("--list", action="store_true", help="the children behind each figure, line by line")
    parser.add_argument(
        "--outside", action="store_true",
        help="for a paper that leaves the service: small numbers kept back, whole months only, no list, no names",
    )  # fmt: skip
    parser.add_argument("--settings", type=Path, metavar="FILE", help="the council's own settings (TOML)")
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Read, count, print."""
    one = measure_called(args.code)
    if args.outside and args.list:
        raise CannotRun(
            "The list names children, so it never goes outside the service. Leave out --list or leave out --outside."
        )
    first, last = _days(args)
    settings = settings_of(args)
    extract = open_extract(args)
    with progress("Counting") as tick:
        figures = measure(one, extract.columns, first, last, settings, tick)
    if args.outside:
        _OUTSIDE[args.format](one, for_outside(figures), len(figures))
    else:
        _PRINT[args.format](one, figures, args)
    return exit_code(extract)


def measure_called(code: str) -> Measure:
    """The measure with this code; CannotRun, with the nearest and all ten, where there is none."""
    if code in BY_CODE:
        return BY_CODE[code]
    near = get_close_matches(code, list(BY_CODE), n=2, cutoff=0.5)
    meant = f" Did you mean {' or '.join(near)}?" if near else ""
    ten = "\n".join(f"  {one.code}: {one.question}" for one in MEASURES)
    raise CannotRun(f"No measure is called {code!r}.{meant} The ten are:\n{ten}")


def _days(args: Namespace) -> tuple[date, date]:
    """The first and the last day asked for; twelve months to today, said aloud, where none was."""
    if args.to_day:
        last = parse_moment(args.to_day).date()
    else:
        last = now().date()
        say_aside(f"To today, {say(last)}.")
    first = parse_moment(args.from_day).date() if args.from_day else add_months(last.replace(day=1), -11)
    if last < first:
        raise CannotRun(f"--to {say(last)} lies before --from {say(first)}, so nothing was counted.")
    check_calendar(last)
    warning = calendar_warning(last)
    if warning:
        say_aside(warning)
    return first, last


def _table(one: Measure, figures: Sequence[MonthFigure], args: Namespace) -> None:
    console = _console()
    _opening(console, one)
    if _says_nothing(console, figures):
        return
    table = _months_table(one)
    for figure in figures:
        table.add_row(*_month_row(one, figure))
    console.print(table)
    _closing(console, figures)
    if args.list:
        _list(console, figures)
    else:
        words = f"--from {figures[0].first_day} --to {figures[-1].last_day} --list"
        console.print(f"\nThe list behind it: holdfast measure {one.code} {args.path} {words}", soft_wrap=True)


def _says_nothing(console: Console, figures: Sequence[MonthFigure] | Sequence[OutsideFigure]) -> bool:
    """Whether nothing can be said of any month; says what would cure it."""
    lacks = [figure.missing for figure in figures]
    if None in lacks:
        return False
    if lacks:
        console.print(f"\nCannot say. It needs {lacks[0]}, which this extract does not hold.", soft_wrap=True)
    else:
        console.print("\nNo whole month that is over was asked for, so nothing is told outside.", soft_wrap=True)
    return True


def _console() -> Console:
    return Console(width=None if sys.stdout.isatty() else 160, highlight=False, markup=False)


def _opening(console: Console, one: Measure) -> None:
    console.print(f"{one.question} ({one.code})", style="bold", soft_wrap=True)
    for head, words in (
        ("Counted", one.counts), ("Yes", one.yes), ("Definition", f"{one.definition}. {one.source}"),
        ("England", one.england_words),
    ):  # fmt: skip
        console.print(f"{head}: {words}", soft_wrap=True)


def _months_table(one: Measure) -> Table:
    table = Table(box=None, pad_edge=False, title="")
    heads = [("Month", "left"), (one.head, "right")]
    heads += [("Of", "right"), ("Share", "right")] if one.unit == "share" else []
    heads += [("Cannot say", "right"), ("Beside it", "left")]
    for words, side in heads:
        table.add_column(words, justify="right" if side == "right" else "left", overflow="fold")
    return table


def _month_row(one: Measure, figure: MonthFigure) -> list[str]:
    yes, every = str(figure.numerator), str(figure.denominator)
    beside = _beside(figure)
    if figure.missing is not None:
        yes = every = ""
        beside = f"Cannot say. It needs {figure.missing}."
    elif not (figure.numerator if one.unit == "count" else figure.denominator):
        yes = every = ""
        said = "None of them can be told." if figure.cannot_say else one.nothing
        beside = " ".join((said, _beside(figure))).strip()
    share = "" if figure.figure is None else f"{figure.figure:g}%"
    numbers = [yes] if one.unit == "count" else [yes, every, share]
    return [figure.month_words, *numbers, str(figure.cannot_say or ""), beside]


def _beside(figure: MonthFigure) -> str:
    """The counts beside a month in words. What came and went is told while anything is open or moved."""
    half = [] if figure.median is None else [f"half within {figure.median:g} working days"]
    live = figure.numerator or any(one.numerator for one in figure.parts)
    told = [one for one in figure.parts if one.numerator or one.denominator or (one.role in ("in", "out") and live)]
    return "; ".join([*half, *map(_part, told)])


def _part(one: Part) -> str:
    if one.role == "share":
        return f"{one.words} {one.numerator} of {one.denominator}"
    return f"{one.numerator} {one.words}"


def _closing(console: Console, figures: Sequence[MonthFigure]) -> None:
    for silent in figures[-1].silent:
        console.print(f"Not counted, because this extract does not hold it: {silent}", soft_wrap=True)
    moved = {part.words: part.role for part in figures[0].parts if part.role in ("in", "out")}
    if moved:
        many = {words: sum(_number(figure, words) for figure in figures) for words in moved}
        flow = ", ".join(f"{number} {words}" for words, number in many.items())
        now = figures[-1].numerator
        before = now - sum(many[words] if role == "in" else -many[words] for words, role in moved.items())
        trend = ": not falling" if now and now >= before else ""
        told = f"Over these months: {flow}. Open before them {before}, at the end {now}{trend}."
        console.print(told, soft_wrap=True)


def _number(figure: MonthFigure, words: str) -> int:
    return sum(part.numerator for part in figure.parts if part.words == words)


def _list(console: Console, figures: Sequence[MonthFigure]) -> None:
    for figure in figures:
        entries = figure.list
        if not entries:
            continue
        table = Table(title=figure.month_words, title_justify="left", title_style="bold", box=None, pad_edge=False)
        for head in ("Child", "Answer", "From", "Due", "Done", "Held to", "Worker", "Team", "Why"):
            table.add_column(head, overflow="fold")
        for one in entries:
            table.add_row(*_entry_row(one))
        console.print()
        console.print(table)


def _entry_row(one: Entry) -> list[str]:
    days = [say(day) if day else "" for day in (one.started_on, one.due_on, one.done_on)]
    whom = [one.worker or "not on record", one.team or "not on record"]
    return [one.child, ANSWERS[one.answer], *days, one.standard or "", *whom, one.why or ""]


def _figure_fields(one: MonthFigure) -> dict[str, Any]:
    return {
        "measure": one.measure.code, "month": one.month, "first_day": one.first_day.isoformat(),
        "last_day": one.last_day.isoformat(), "so_far": one.so_far,
        "numerator": None if one.missing else one.numerator, "denominator": one.denominator,
        "figure": one.figure, "unit": _unit(one.measure), "cannot_say": None if one.missing else one.cannot_say,
        "median_working_days": one.median,
        "beside": [{"words": part.words, "number": part.numerator, "of": part.denominator} for part in one.parts],
        "missing": one.missing, "not_counted": list(one.silent),
    }  # fmt: skip


def _unit(one: Measure) -> str:
    return "percent" if one.unit == "share" else "count"


def _entry_fields(figure: MonthFigure, one: Entry) -> dict[str, Any]:
    days = {name: getattr(one, name) for name in ("started_on", "due_on", "done_on")}
    return {
        "measure": figure.measure.code, "month": figure.month, "child": one.child, "answer": one.answer,
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "duty": one.duty, "standard": one.standard, "why": one.why, "worker": one.worker, "team": one.team,
    }  # fmt: skip


def _json(one: Measure, figures: Sequence[MonthFigure], args: Namespace) -> None:
    found = [_figure_fields(figure) for figure in figures]
    if args.list:
        for fields, figure in zip(found, figures, strict=True):
            fields["list"] = [_entry_fields(figure, entry) for entry in figure.list]
    _dump(found)


def _csv(one: Measure, figures: Sequence[MonthFigure], args: Namespace) -> None:
    if args.list:
        _write(ENTRY_FIELDS, (_entry_fields(figure, entry) for figure in figures for entry in figure.list))
    else:
        _write(FIGURE_FIELDS, map(_flat, map(_figure_fields, figures)))


def _outside_fields(one: OutsideFigure) -> dict[str, Any]:
    silent = one.missing is not None
    return {
        "measure": one.measure.code, "month": one.month, "numerator": None if silent else one.numerator,
        "denominator": one.denominator, "figure": one.figure or None, "unit": _unit(one.measure),
        "cannot_say": None if silent else one.cannot_say, "median_working_days": one.median,
        "beside": [{"words": words, "number": number, "of": of} for words, number, of in one.parts],
        "missing": one.missing, "not_counted": list(one.silent),
    }  # fmt: skip


def _outside_table(one: Measure, figures: Sequence[OutsideFigure], asked: int) -> None:
    console = _console()
    _opening(console, one)
    console.print(
        f"\nFor outside the service: a count of 1 to 4 is told as {FEW_WORDS!r}, and a number that would give one away "
        f"as {KEPT_BACK!r}.{' A month that is cut or not over is left out.' if asked > len(figures) else ''}",
        soft_wrap=True,
    )
    if _says_nothing(console, figures):
        return
    table = _months_table(one)
    for figure in figures:
        table.add_row(*_outside_row(one, figure))
    console.print(table)
    for silent in figures[-1].silent:
        console.print(f"Not counted, because this extract does not hold it: {silent}", soft_wrap=True)


def _outside_row(one: Measure, figure: OutsideFigure) -> list[str]:
    half = [] if figure.median is None else [f"half within {figure.median} working days"]
    parts = [f"{words} {number} of {of}" if of else f"{words}: {number}" for words, number, of in figure.parts]
    beside = "; ".join([*half, *parts])
    if figure.missing is not None:
        return [
            figure.month_words,
            *[""] * (2 if one.unit == "count" else 4),
            f"Cannot say. It needs {figure.missing}.",
        ]
    if figure.denominator == "0":
        beside = one.nothing if figure.cannot_say == "0" else "None of them can be told."
    share = f"{figure.figure}%" if figure.figure and figure.figure != KEPT_BACK else figure.figure
    numbers = [figure.numerator] if one.unit == "count" else [figure.numerator, figure.denominator or "", share]
    return [figure.month_words, *numbers, figure.cannot_say, beside]


def _outside_json(one: Measure, figures: Sequence[OutsideFigure], asked: int) -> None:
    _dump([_outside_fields(figure) for figure in figures])


def _outside_csv(one: Measure, figures: Sequence[OutsideFigure], asked: int) -> None:
    _write(OUTSIDE_FIELDS, map(_flat, map(_outside_fields, figures)))


def _flat(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with their lists as text, for a table of text."""
    beside = [f"{one['words']}: {one['number']}" + (f" of {one['of']}" if one["of"] is not None else "")
              for one in fields["beside"]]  # fmt: skip
    return fields | {"beside": "; ".join(beside), "not_counted": "; ".join(fields["not_counted"])}


def _dump(found: list[dict[str, Any]]) -> None:
    json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def _write(fields: Sequence[str], rows: Iterable[dict[str, Any]]) -> None:
    writer = csv.DictWriter(sys.stdout, fields, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


_PRINT = {"table": _table, "json": _json, "csv": _csv}
_OUTSIDE = {"table": _outside_table, "json": _outside_json, "csv": _outside_csv}
