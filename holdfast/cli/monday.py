"""``holdfast monday``: the children who need a decision this week, by name."""

import csv
import json
import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.console import Console

from holdfast.cli.opening import (
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
from holdfast.dates import say_moment
from holdfast.duties.columns.monday import monday_list
from holdfast.duties.drift.register import RULES
from holdfast.duties.explain import count_in_words
from holdfast.duties.monday import EFFECTS, STANDING_WORDS, MondayChild, MondayLine, MondayList
from holdfast.duties.register import ALL

SILENT = 3
"""Questions that cannot be asked of an extract, before the reader is sent to where all of them stand."""

NOT_SIGNED_OFF = "No law here has been signed off by a lawyer yet."

IN_FULL = 15
"""Children told in full before the rest become one line each: a list that can be worked, not a wall."""


def add(commands: Any) -> None:
    """The arguments of ``holdfast monday``."""
    parser: ArgumentParser = commands.add_parser(
        "monday", help="who needs a decision this week, by name",
        description="Every child for whom something the law asks, or the council's own standard, is late on this "
        "record, or for whom something has stood still. A child leaves only when the record changes.",
    )  # fmt: skip
    add_path(parser)
    add_moment(parser)
    parser.add_argument("--team", metavar="TEAM", help="the children of one team, by its name or id")
    parser.add_argument("--all", action="store_true", help="tell every child in full, not only the first fifteen")
    parser.add_argument("--format", choices=("text", "json", "csv"), default="text")
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Read, work out, print."""
    moment, settings = moment_of(args), settings_of(args)
    extract = open_extract(args, moment)
    columns = known_columns(extract, args)
    turns = 1 if columns.held.latest_only else 2
    with progress("Working out", total=turns * (len(ALL) + len(RULES))) as tick:
        found = monday_list(columns, moment, settings, tick)
    if args.team:
        found = _only(found, children_of_team(columns, moment, args.team))
    _PRINT[args.format](found, moment, args)
    return exit_code(extract)


def _only(found: MondayList, children: frozenset[str]) -> MondayList:
    return replace(
        found,
        children=tuple(one for one in found.children if one.child in children),
        off=tuple(one for one in found.off if one.child in children),
    )


def _text(found: MondayList, moment: datetime, args: Namespace) -> None:
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"The Monday list, as at {say_moment(moment)}", style="bold")
    console.print(_opening(found))
    full = len(found.children) if args.all else IN_FULL
    effect = -1
    for one in found.children[:full]:
        if one.effect != effect:
            effect = one.effect
            console.print(f"\n{EFFECTS[effect][0]}", style="bold")
        _in_full(console, one)
    rest = found.children[full:]
    if rest:
        console.print(f"\nAnd {len(rest)} more (all in full: --all)", style="bold")
        for one in rest:
            console.print(f"  {one.name} ({one.child}), {_whom(one)}: {'; '.join(_short(line) for line in one.lines)}")
    _closing(console, found, args.path)


def _opening(found: MondayList) -> str:
    if not found.children:
        return "Nobody is on it: nothing on this record is late or standing still."
    many = len(found.children)
    need = "child needs" if many == 1 else "children need"
    return f"{many} {need} a decision. {since_last_monday(found)} {NOT_SIGNED_OFF}"


def since_last_monday(found: MondayList) -> str:
    """What changed since last Monday, in a sentence."""
    if not found.compared:
        return (
            "Who came on or off since last Monday cannot be said: of visits, reviews and the like this file gives only "
            "the latest. Keep last week's list beside it."
        )
    new = sum(one.new for one in found.children)
    came = f"{new} came on since last Monday" if new else "Nobody is new since last Monday"
    went = f"{len(found.off)} came off because the record changed" if found.off else "nobody came off"
    return f"{came}; {went}."


def _whom(one: MondayChild) -> str:
    worker = one.owner.worker or "no worker on record"
    return f"{worker}, {one.owner.team}" if one.owner.team else worker


def _in_full(console: Console, one: MondayChild) -> None:
    new = "  (new this week)" if one.new else ""
    console.print(f"\n  {one.name} ({one.child}). Ask: {_whom(one)}{new}", style="bold")
    for line in one.lines:
        console.print(f"    {line.words}")
        console.print(f"      {line.asks} Closes when: {line.closes}")
        console.print(f"      {line.code}: {STANDING_WORDS[line.standing]}.", style="dim")


def _short(line: MondayLine) -> str:
    """One line in a few words: what a duty asks and how late it is, or what a drift rule found."""
    if line.standing == "drift":
        return line.words.rstrip(".")
    late = f", {count_in_words(line.days, line.unit)} late" if line.days else ""
    return f"{line.title[0].lower()}{line.title[1:]}{late}"


def _closing(console: Console, found: MondayList, path: Path) -> None:
    if found.off:
        console.print("\nOff the list since last Monday, because the record changed", style="bold")
        for one in found.off:
            console.print(
                f"  {one.name} ({one.child}): {'; '.join(line.title.rstrip('.').lower() for line in one.lines)}"
            )
    many = len(found.unanswerable)
    if many:
        console.print(
            f"\nWhat this extract cannot say: {many} {'question' if many == 1 else 'questions'}", style="bold"
        )
        for words in found.unanswerable[:SILENT]:
            console.print(f"  {words}")
        if many > SILENT:
            console.print(f"  and {many - SILENT} more. All of them, and what would cure each: holdfast read {path}")


def _rows(found: MondayList) -> list[dict[str, Any]]:
    return [
        {
            "child": one.child, "name": one.name, "worker": one.owner.worker, "team": one.owner.team,
            "new": one.new if found.compared else None,
            "effect": EFFECTS[line.effect][0], "code": line.code, "rests_on": STANDING_WORDS[line.standing],
            "title": line.title, "words": line.words, "asks": line.asks, "closes": line.closes,
            "since": line.since.isoformat() if line.since else None,
            "due_on": line.due_on.isoformat() if line.due_on else None, "count": line.days, "unit": line.unit,
        }
        for one in found.children
        for line in one.lines
    ]  # fmt: skip


def _json(found: MondayList, moment: datetime, args: Namespace) -> None:
    json.dump(_rows(found), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def _csv(found: MondayList, moment: datetime, args: Namespace) -> None:
    rows = _rows(found)
    fields = list(rows[0]) if rows else ["child", "name", "code", "words"]
    writer = csv.DictWriter(sys.stdout, fields, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


_PRINT = {"text": _text, "json": _json, "csv": _csv}
