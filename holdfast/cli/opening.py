"""What every command that reads an extract shares: its arguments, opening the path, and saying what was amiss."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from holdfast.cli.today import now
from holdfast.dates import calendar_warning, check_calendar, parse_moment, say, say_moment
from holdfast.duties.register import BY_CODE, LOCAL_CODES
from holdfast.duties.settings import WEXMOUTH, Settings, read_settings
from holdfast.exchange.extract import Extract, Tick
from holdfast.exchange.reading import read_extract
from holdfast.record.columns import Columns

DONE, DONE_WITH_PROBLEMS, COULD_NOT_RUN = 0, 1, 2
"""Exit codes: done (overdue or not); done, but some input could not be read; could not run."""


class CannotRun(Exception):
    """Something the person asked for cannot be done; the message says why and what to do instead."""


def add_path(parser: ArgumentParser) -> None:
    """The path of the extract."""
    parser.add_argument(
        "path", type=Path, metavar="PATH",
        help="a folder of Standard Safeguarding Dataset CSVs, an Annex A workbook, SSDA903 files or a CIN census",
    )  # fmt: skip


def add_moment(parser: ArgumentParser) -> None:
    """The moment, and the council's settings."""
    parser.add_argument(
        "--as-at", metavar="MOMENT",
        help="a day (its end is meant), such as 2026-06-01, or a moment such as 2026-06-01T08:30; "
        "without it, now",
    )  # fmt: skip
    parser.add_argument(
        "--as-known", metavar="MOMENT", help="use only what had been entered by this moment, where the extract says"
    )
    parser.add_argument("--settings", type=Path, metavar="FILE", help="the council's own settings (TOML)")


def moment_of(args: Namespace) -> datetime:
    """The moment asked for; now, said aloud, where none was."""
    if args.as_at:
        moment = said_moment(args.as_at)
    else:
        moment = now()
        say_aside(f"As at now, {say_moment(moment)}.")
    check_calendar(moment.date())
    warning = calendar_warning(moment.date())
    if warning:
        say_aside(warning)
    return moment


def said_moment(text: str) -> datetime:
    """The moment that a person typed; an hour that never came, because the clocks were put forward, is said aside."""
    moment, said = parse_moment(text), text.strip()
    reading = datetime.fromisoformat(said)
    if len(said) > len("2026-06-01") and reading.tzinfo is None and reading != moment.replace(tzinfo=None):
        say_aside(f"{said} never came: London's clocks were put forward over it. Taken as {say_moment(moment)}.")
    return moment


def settings_of(args: Namespace) -> Settings:
    """The council's settings; Wexmouth's where no file was given."""
    return read_settings(args.settings, LOCAL_CODES, BY_CODE) if args.settings else WEXMOUTH


def open_extract(args: Namespace, moment: datetime | None = None, *, tell: bool = True) -> Extract:
    """Read the path; say on standard error what could not be read, and that it ends before the moment if it does."""
    with progress("Reading") as tick:
        extract = read_extract(args.path, tick)
    if tell:
        tell_problems(extract, args.path)
    if moment is not None and extract.until is not None and moment.date() > extract.until:
        say_aside(
            f"This extract tells of nothing after {say(extract.until)}. What fell due since then cannot be said; what "
            "was late by that day is still shown as late, though it may have been done since. Ask as at "
            f"{extract.until.isoformat()} for what it can say."
        )
    return extract


def known_columns(extract: Extract, args: Namespace) -> Columns:
    """The record, or as much of it as had been entered by the moment of ``--as-known``."""
    return extract.columns.as_known(said_moment(args.as_known)) if args.as_known else extract.columns


def tell_problems(extract: Extract, path: Path) -> None:
    """The first few problems, and where the rest can be seen."""
    for one in extract.problems[:3]:
        said = f" {one.value!r}." if one.value else ""
        say_aside(f"{one.where}:{said} {one.reason}")
    left = len(extract.problems) - 3
    if left > 0:
        say_aside(f"And {left} more. See them all with: holdfast read {path} --all")


def exit_code(extract: Extract) -> int:
    """Done, or done with input that could not be read."""
    return DONE_WITH_PROBLEMS if extract.problems else DONE


def say_aside(words: str) -> None:
    """A line for the person, never for the program that reads standard output."""
    print(words, file=sys.stderr)


@contextmanager
def progress(doing: str, total: int | None = None) -> Iterator[Tick]:
    """A bar on standard error while something runs; nothing where nobody watches."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(doing, total=total)

        def tick(done: str) -> None:
            bar.update(task, advance=1, description=f"{doing}: {done}")

        yield tick
