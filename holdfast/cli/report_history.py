"""``holdfast report history``: a council's line by date, each entry with its source and how far it is sure."""

import json
import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from difflib import get_close_matches
from typing import Any

from rich.console import Console

from holdfast.cli.opening import DONE, DONE_WITH_PROBLEMS, CannotRun
from holdfast.dates import parse_moment, say
from holdfast.inspection.authorities import Authority, authorities, authority_of
from holdfast.inspection.history.kept import council_history, kept
from holdfast.inspection.history.line import CouncilHistory, HistoryEntry

ABOUT = (
    "A council's inspections and visits, and what the Department for Education did beside them, by date, from the "
    "dated files that come with Holdfast. Each entry names its source and how far it is sure; where sources differ, "
    "all are told. The files are not complete."
)


def add(verbs: Any) -> None:
    """The arguments of ``holdfast report history``."""
    parser: ArgumentParser = verbs.add_parser(
        "history", help="a council's line of inspections and steps", description=ABOUT
    )
    parser.add_argument("authority", nargs="+", metavar="AUTHORITY", help="a council's name or code, such as Hull")
    parser.add_argument("--as-at", metavar="DAY", help="only what had surely happened by the end of this day")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Print the line; 1 where an entry cannot be as it is told."""
    council = council_called(" ".join(args.authority))
    until = parse_moment(args.as_at).date() if args.as_at else None
    line = council_history(council.code)
    entries = line.entries(until)
    if args.format == "json":
        _json(council, line, entries, until)
    else:
        _table(council, line, entries, until)
    return DONE_WITH_PROBLEMS if any(one.broken for one in entries) else DONE


def council_called(said: str) -> Authority:
    """The council of this name or code; CannotRun, with the nearest names, where there is none."""
    found = authority_of(said)
    for one in authorities():
        if said.upper() in (one.code, *one.earlier_codes):
            found = one
    if found is not None:
        return found
    names = {name.casefold(): name for one in authorities() for name in (one.name, *one.also_printed)}
    near = [names[one] for one in get_close_matches(said.casefold(), list(names), n=3, cutoff=0.6)]
    meant = f" Did you mean {' or '.join(near)}?" if near else ""
    raise CannotRun(
        f"No council with children's services is called {said!r}.{meant} Give its whole name, or its code, such as "
        "E06000010."
    )


def _json(council: Authority, line: CouncilHistory, entries: list[HistoryEntry], until: date | None) -> None:
    ofsted, department = line.standing(until)
    whole = {
        "authority": council.name, "authority_code": council.code, "as_at": until.isoformat() if until else None,
        "files_read_on": kept().read_on.isoformat(), "ofsted": ofsted, "department": department,
        "entries": [one.as_json() for one in entries],
    }  # fmt: skip
    json.dump(whole, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def _table(council: Authority, line: CouncilHistory, entries: list[HistoryEntry], until: date | None) -> None:
    console = Console(highlight=False, markup=False, soft_wrap=True)
    day = f", as at {say(until)}" if until else ""
    console.print(f"{council.name} ({council.code}){day}", style="bold")
    ofsted, department = line.standing(until)
    console.print(f"With Ofsted: {ofsted}")
    console.print(f"With the Department for Education: {department}")
    for one in entries:
        console.print(f"\n{one.when.words} · {one.whose}", style="bold")
        console.print(f"  {one.what}.")
        console.print(f"  After it: {one.stands}")
        for source in one.sources:
            console.print(f"  Source: {source}", style="dim")
        for words in one.differing:
            console.print(f"  Sources differ. {words}")
        for words in one.broken:
            console.print(f"  Look here: {words}")
    console.print(
        f"\n{'Grades are as printed in each report. ' if entries else 'Nothing of this council is in the files. '}"
        f"The files were last read on {say(kept().read_on)}; newer reports may exist, and visits and steps are missing."
    )
