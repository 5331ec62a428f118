"""``holdfast due``: every clock that is on record, for every child, with its law and its reasons."""

import csv
import json
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from rich.console import Console
from rich.table import Table

from holdfast.cli.opening import (
    CannotRun,
    add_moment,
    add_path,
    exit_code,
    known_columns,
    moment_of,
    open_extract,
    progress,
    settings_of,
)
from holdfast.cli.teams import children_of_team
from holdfast.dates import say, say_moment
from holdfast.duties.answers import FIELDS, answers
from holdfast.duties.columns.owners import owners_of
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.columns.sweep import clocks_from, sweep
from holdfast.duties.explain import count_in_words
from holdfast.duties.owner import Owner
from holdfast.duties.register import ALL, BY_CODE
from holdfast.exchange.extract import Extract

OPEN = ("overdue", "due_soon", "running")
STATES = ("overdue", "due_soon", "running", "cannot_say", "met_late", "met", "ended")
"""The states in the order in which a person wants to read them."""

STATE_WORDS = {
    "running": "running", "due_soon": "due soon", "overdue": "overdue", "met": "done in time",
    "met_late": "done late", "ended": "ended first", "cannot_say": "cannot say",
}  # fmt: skip


def add(commands: Any) -> None:
    """The arguments of ``holdfast due``."""
    parser: ArgumentParser = commands.add_parser(
        "due", help="what is due, late or done for each child, with the law and the sum",
        description="Every clock whose starting fact is on record by the moment, finished ones included.",
    )  # fmt: skip
    add_path(parser)
    add_moment(parser)
    parser.add_argument("--child", metavar="ID", help="one child, by the source's own id")
    parser.add_argument("--team", metavar="TEAM", help="the children of one team, by its name or id")
    parser.add_argument("--format", choices=("table", "json", "csv"), default="table")
    parser.add_argument("--all", action="store_true", help="in the table, tell what is done as fully as what is open")
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Read, work out, print."""
    moment = moment_of(args)
    extract = open_extract(args, moment)
    found = answers_for(extract, moment, args)
    _PRINT[args.format](found, moment, args)
    return exit_code(extract)


def answers_for(extract: Extract, moment: datetime, args: Namespace) -> Iterator[dict[str, Any]]:
    """The answers for the children asked for, in order of child, due day and duty."""
    settings = settings_of(args)
    columns = known_columns(extract, args)
    if args.child:
        columns = columns.only([args.child])
        if args.child not in columns.children():
            raise CannotRun(
                f"No child {args.child!r} is in {args.path}. Ids are taken as the source writes them, as text. "
                "See what was read with: holdfast read PATH"
            )
    owners = {row["child"]: Owner(worker=row["worker"], team=row["team"]) for row in _owner_rows(columns, moment)}
    if args.team:
        columns = columns.only(sorted(children_of_team(columns, moment, args.team)))
    with progress("Working out", total=len(ALL)) as tick:
        swept = sweep(columns, moment, ALL, settings, tick)
    return answers(clocks_from(swept), BY_CODE, owners, settings)


def _owner_rows(columns: Any, moment: datetime) -> Iterable[dict[str, Any]]:
    return owners_of(StandingColumns(columns, moment)).iter_rows(named=True)


def _json(found: Iterator[dict[str, Any]], moment: datetime, args: Namespace) -> None:
    """An array, written as it goes, so that a hundred thousand children need no more room than one."""
    out = sys.stdout
    out.write("[")
    for number, one in enumerate(found):
        out.write(",\n" if number else "\n")
        json.dump(one, out, ensure_ascii=False)
    out.write("\n]\n")


def _csv(found: Iterator[dict[str, Any]], moment: datetime, args: Namespace) -> None:
    writer = csv.DictWriter(sys.stdout, FIELDS, lineterminator="\n")
    writer.writeheader()
    for one in found:
        writer.writerow(one | {"because": " ".join(one["because"]), "law": " | ".join(one["law"])})


def _table(found: Iterator[dict[str, Any]], moment: datetime, args: Namespace) -> None:
    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    console.print(f"As at {say_moment(moment)}. No law here has been signed off by a lawyer yet.")
    nobody = True
    for _, some in groupby(found, key=itemgetter("child")):
        _tell_child(console, list(some), args.all)
        nobody = False
    if nobody:
        console.print("No clock has started on this record by this moment.")


def _tell_child(console: Console, some: list[dict[str, Any]], every: bool) -> None:
    """One child: what is open, the most pressing first; what is done and what cannot be said, in a line each."""
    one = some[0]
    who = f"worker {one['worker'] or 'not on record'}, team {one['team'] or 'not on record'}"
    console.print(f"\nChild {one['child']}: {who}", style="bold")
    shown = some if every else [line for line in some if line["state"] in OPEN]
    if shown:
        table = Table(show_lines=False, box=None, pad_edge=False)
        for heading, wide in (
            ("What", 40),
            ("Due", 18),
            ("How it stands", 13),
            ("Count", 16),
            ("Force", 20),
            ("Why", 46),
        ):
            table.add_column(heading, overflow="fold", min_width=min(wide, 12), max_width=wide)
        for line in sorted(shown, key=lambda line: STATES.index(line["state"])):
            table.add_row(
                line["title"], _when(line), STATE_WORDS[line["state"]], _count(line), line["force"],
                " ".join(line["because"][-2:]),
            )  # fmt: skip
        console.print(table)
    if not every:
        for state in ("met", "met_late", "ended"):
            _in_a_line(console, state, [line["duty"] for line in some if line["state"] == state])
        _cannot_say(console, [line for line in some if line["state"] == "cannot_say"])


def _in_a_line(console: Console, state: str, codes: list[str]) -> None:
    if codes:
        told = ", ".join(f"{code} {times} times" if times > 1 else code for code, times in Counter(codes).items())
        console.print(f"  {STATE_WORDS[state].capitalize()}: {told}", style="dim")


def _cannot_say(console: Console, some: list[dict[str, Any]]) -> None:
    """What cannot be said, by what would cure it."""
    by_cure: dict[str, list[str]] = {}
    for line in some:
        cure = next((words for words in line["because"] if "Missing: " in words), "Missing: not said")
        by_cure.setdefault(cure.split("Missing: ", 1)[1].rstrip("."), []).append(line["duty"])
    for cure, codes in by_cure.items():
        console.print(f"  Cannot say {', '.join(dict.fromkeys(codes))}. Missing: {cure}", style="dim")


def _when(one: dict[str, Any]) -> str:
    if one["due_at"]:
        return say_moment(datetime.fromisoformat(one["due_at"]))
    return say(datetime.fromisoformat(one["due_on"]).date()) if one["due_on"] else "no day"


def _count(one: dict[str, Any]) -> str:
    if one["days"] is None:
        return ""
    way = "left" if one["state"] in ("running", "due_soon") else "early" if one["days"] >= 0 else "late"
    return f"{count_in_words(abs(one['days']), one['unit'])} {way}"


_PRINT = {"json": _json, "csv": _csv, "table": _table}
