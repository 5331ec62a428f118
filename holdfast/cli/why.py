"""``holdfast why``: one duty for one child, step by step: the fact, the sum, the evidence, the law."""

from argparse import ArgumentParser, Namespace
from difflib import get_close_matches
from typing import Any

from rich.console import Console

from holdfast.cli.due import STATE_WORDS
from holdfast.cli.opening import (
    CannotRun,
    add_moment,
    add_path,
    exit_code,
    known_columns,
    moment_of,
    open_extract,
    settings_of,
)
from holdfast.dates import Hours, Limit, say_moment
from holdfast.duties.clock import Clock, clocks_of, limit_of, what_is_missing
from holdfast.duties.duty import Asked, Duty
from holdfast.duties.explain import because
from holdfast.duties.register import BY_CODE
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing


def add(commands: Any) -> None:
    """The arguments of ``holdfast why``."""
    parser: ArgumentParser = commands.add_parser("why", help="the law and the sum behind one duty for one child")
    add_path(parser)
    add_moment(parser)
    parser.add_argument("--child", metavar="ID", required=True, help="the child, by the source's own id")
    parser.add_argument("--duty", metavar="CODE", required=True, help="the duty's code, such as cla-review-1")
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Explain each clock of the duty for the child."""
    asked = _asked(args.duty)
    moment, settings = moment_of(args), settings_of(args)
    extract = open_extract(args, moment)
    columns = known_columns(extract, args)
    if args.child not in columns.children():
        raise CannotRun(f"No child {args.child!r} is in {args.path}. Ids are taken as the source writes them, as text.")
    standing = Standing(columns.child(args.child), moment)
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"{asked.title} ({asked.code}), child {args.child}, as at {say_moment(moment)}", style="bold")
    clocks = clocks_of(asked, standing, settings)
    if not clocks:
        console.print(_none(asked, standing))
    for clock in clocks:
        _tell(console, asked, clock, settings)
    _tell_law(console, asked)
    return exit_code(extract)


def _asked(code: str) -> Asked:
    if code in BY_CODE:
        return BY_CODE[code]
    near = get_close_matches(code, BY_CODE, n=3)
    hint = f" Did you mean {' or '.join(near)}?" if near else " `holdfast due --format csv` gives every code."
    raise CannotRun(f"There is no duty {code!r}.{hint}")


def _none(asked: Asked, standing: Standing) -> str:
    for way in asked.ways:
        starts = way.starts
        if not standing.has(starts.noun, starts.on):
            return f"\nThis extract cannot hold what starts this clock ({starts.words.lower()}), so nothing is claimed."
        missing = what_is_missing(way, standing.has)
        if missing:
            return f"\nNo clock of this kind has started on this record. It could not be answered without: {missing}."
    return "\nNo clock of this kind has started on this child's record by this moment."


def _tell(console: Console, asked: Asked, clock: Clock, settings: Settings) -> None:
    console.print(f"\n{STATE_WORDS[clock.state].capitalize()}", style="bold")
    for line in because(asked, clock, settings):
        console.print(f"  {line}")
    way = asked.ways[clock.way]
    if way.due is None and not way.cannot:
        console.print("  The sum:")
        for number, line in enumerate(_steps(limit_of(asked, way, settings), clock), start=1):
            console.print(f"    {number}. {line}")


def _steps(limit: Limit, clock: Clock) -> tuple[str, ...]:
    if isinstance(limit, Hours) and clock.started_at is not None:
        return limit.steps_from(clock.started_at)
    return limit.steps(clock.started_on)


def _tell_law(console: Console, asked: Asked) -> None:
    if not isinstance(asked, Duty):
        console.print("\nNo law sets this. It is a council's own setting and can be changed by the council.")
        return
    console.print("\nThe law", style="bold")
    for one in asked.law:
        console.print(f"  {one.words} ({one.force.words})")
        console.print(f"    {one.in_force_words}. How it was read: {one.how_read}.")
        if one.reading.note:
            console.print(f"    {one.reading.note}")
        if one.link:
            console.print(f"    {one.link}")
        console.print(f"    {one.sign_off_words[0].upper()}{one.sign_off_words[1:]}.")
