"""``holdfast read``: what a file holds, what in it could not be read, and which questions it can answer."""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console

from holdfast.cli.opening import add_path, exit_code, open_extract
from holdfast.duties.answerable import Answerable, all_answerable
from holdfast.duties.drift.register import RULES
from holdfast.duties.register import ALL
from holdfast.exchange.extract import Extract, TableRead
from holdfast.exchange.problems import Problem

SHOWN = 3
"""Problems of one kind that are shown before the rest are counted."""

_PARTICULAR = re.compile(r"\S*\d\S*|'[^']*'")


def add(commands: Any) -> None:
    """The arguments of ``holdfast read``."""
    parser: ArgumentParser = commands.add_parser(
        "read", help="what a file holds, what could not be read, and which duties it can answer",
        description="Reads, works nothing out, and says table by table what was there and what was not.",
    )  # fmt: skip
    add_path(parser)
    parser.add_argument("--all", action="store_true", help="every problem, not only the first three of each kind")
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Read and tell."""
    extract = open_extract(args, tell=False)
    console = Console(highlight=False, soft_wrap=True)
    children = len(extract.columns.children())
    console.print(f"{args.path}: {extract.kind}, {_many(children, 'child', 'children')}", style="bold")
    _tables(console, extract)
    _not_read(console, extract)
    _problems(console, extract.problems, args.all)
    _questions(console, extract)
    return exit_code(extract)


def _many(number: int, one: str, more: str) -> str:
    return f"{number:,} {one if number == 1 else more}"


def _tables(console: Console, extract: Extract) -> None:
    console.print("\nWhat was read", style="bold")
    for one in extract.tables:
        console.print(f"  {one.file}: {one.words}, {_many(one.rows, 'row', 'rows')}{_silent(one)}")
        if one.unrecognised:
            console.print(f"    kept but not used: {', '.join(one.unrecognised)}", style="dim")


def _silent(one: TableRead) -> str:
    if one.rows:
        return ""
    return " (the table is there and empty: it is known that there are none)"


def _not_read(console: Console, extract: Extract) -> None:
    if not extract.not_read:
        return
    console.print("\nWhat was not read", style="bold")
    for one in extract.not_read:
        console.print(f"  {one.file}: {one.reason}")


def _problems(console: Console, problems: Sequence[Problem], every: bool) -> None:
    if not problems:
        console.print("\nNothing in it was unreadable.", style="bold")
        return
    console.print(f"\n{_many(len(problems), 'problem', 'problems')}", style="bold")
    by_kind: dict[tuple[str | None, ...], list[Problem]] = {}
    for one in problems:
        by_kind.setdefault(_kind(one), []).append(one)
    for some in by_kind.values():
        for one in some if every else some[:SHOWN]:
            value = f" {one.value!r}." if one.value else ""
            console.print(f"  {one.where}:{value} {one.reason}", markup=False)
        if not every and len(some) > SHOWN:
            console.print(f"    and {len(some) - SHOWN:,} more like it (--all shows them)", style="dim")


def _kind(one: Problem) -> tuple[str | None, ...]:
    """What problems have in common when they differ only in the child, the day or the value."""
    return one.table, one.column, _PARTICULAR.sub("", one.reason)


def _questions(console: Console, extract: Extract) -> None:
    held = extract.columns.held
    found = all_answerable(ALL, held)
    by_can = {can: [one for one in found if one.can == can] for can in ("computed", "partly", "cannot say")}
    never = [one for one in found if one.can == "never starts"]
    console.print("\nWhat this file can answer", style="bold")
    console.print(f"  {len(by_can['computed'])} of {len(found)} duties and local standards are worked out in full:")
    console.print(f"    {_codes(by_can['computed'])}")
    for one in by_can["partly"]:
        console.print(f"  partly: {_named(one)}. For the rest it needs {'; '.join(one.cures)}.")
    for one in by_can["cannot say"]:
        console.print(f"  cannot say: {_named(one)}. It needs {'; '.join(one.cures)}.")
    if never:
        console.print("  Nothing in it starts these, so nothing is claimed about them:")
        for one in never:
            console.print(f"    {_named(one)}: needs {'; '.join(one.cures)}")
    _drift(console, extract)


def _codes(some: Iterable[Answerable]) -> str:
    return ", ".join(one.asked.code for one in some) or "none"


def _named(one: Answerable) -> str:
    return f"{one.asked.title[0].lower()}{one.asked.title[1:]} ({one.asked.code})"


def _drift(console: Console, extract: Extract) -> None:
    missing = [(rule, rule.missing(extract.columns.held)) for rule in RULES]
    able = [rule.code for rule, lacks in missing if lacks is None]
    console.print(f"  {len(able)} of {len(RULES)} questions about drift can be asked: {', '.join(able) or 'none'}")
    for rule, lacks in missing:
        if lacks is not None:
            console.print(
                f"  cannot say: {rule.title[0].lower()}{rule.title[1:].rstrip('.')} ({rule.code}). It needs {lacks}."
            )
