"""``holdfast report read``: what Ofsted wrote, as values with their page and quote, or the reason why not."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from holdfast.casework.apart.batches import read_each
from holdfast.cli import report_history
from holdfast.cli.opening import DONE, DONE_WITH_PROBLEMS, CannotRun, progress

KINDS = {
    "inspection_report": "inspection report",
    "monitoring_letter": "monitoring letter",
    "focused_visit_letter": "focused-visit letter",
    "press_article": "press article",
    "not_a_report": "not a report",
}
JUDGED = {
    "overall": "overall", "help_and_protection": "help and protection", "care": "care",
    "care_leavers": "care leavers", "adoption": "adoption", "leadership": "leadership", "lscb": "safeguarding board",
}  # fmt: skip


def add(commands: Any) -> None:
    """The arguments of ``holdfast report``."""
    parser: ArgumentParser = commands.add_parser(
        "report", help="what Ofsted wrote, as values with their page and quote",
        description="Reads inspection reports, letters after visits and press articles; keeps nothing, sends nothing.",
    )  # fmt: skip
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    read = verbs.add_parser(
        "read", help="read reports, letters and articles",
        description="One answer for each document in a file, and for each council that an article tells of.",
    )  # fmt: skip
    read.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a PDF, a text (.txt) or a web page (.html)")
    read.add_argument("--format", choices=("table", "json"), default="table")
    read.set_defaults(run=run)
    report_history.add(verbs)


def run(args: Namespace) -> int:
    """Read and tell."""
    for path in args.files:
        if not path.is_file():
            what = "is a folder; name the files in it" if path.is_dir() else "is not there; look at how it is written"
            raise CannotRun(f"{path} {what}. Nothing was read.")
    with progress("Reading", total=len(args.files)) as tick:
        found = list(read_each(args.files, tick))
    if args.format == "json":
        _json(found)
    else:
        _table(found)
    troubled = any(one["kind"] == "not_a_report" or _unsure(one) for one in found)
    return DONE_WITH_PROBLEMS if troubled else DONE


def _unsure(report: dict[str, Any]) -> bool:
    return any(words.startswith(("Unsure", "Not read")) for words in report["problems"])


def _json(found: list[dict[str, Any]]) -> None:
    out = sys.stdout
    out.write("[")
    for number, one in enumerate(found):
        out.write(",\n" if number else "\n")
        json.dump(one, out, ensure_ascii=False)
    out.write("\n]\n")


def _table(found: list[dict[str, Any]]) -> None:
    """Each report in short: what it is, its grades, its points, and what a person should look at."""
    console = Console(highlight=False, soft_wrap=True)
    for number, one in enumerate(found):
        if number:
            console.print()
        part = f", part {one['part']}" if one["part"] > 1 else ""
        console.print(f"{escape(one['file'])}{part}: {KINDS[one['kind']]}", style="bold")
        if one["kind"] != "not_a_report":
            _told(console, one)
        for words in one["problems"]:
            console.print(f"  look here: {words}", markup=False)


def _told(console: Console, one: dict[str, Any]) -> None:
    rows = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    rows.add_column(no_wrap=True)
    rows.add_column()
    rows.add_column(style="dim", no_wrap=True)
    rows.add_row("  council", *_said(one, "authority"))
    rows.add_row("  inspected", _days(one), _page(one, "inspection_start"))
    rows.add_row("  framework, visit", f"{one['framework'] or 'not read'}, {_visit(one)}", _page(one, "framework"))
    rows.add_row("  led by", *_said(one, "lead_inspector"))
    for area, words in JUDGED.items():
        key = f"judgements.{area}"
        grade = one["judgements"][area]
        if grade or not one["reasons"].get(key, "").startswith("Not in this set"):
            rows.add_row(f"  {words}", escape(grade or one["reasons"].get(key, "not read")), _page(one, key))
    rows.add_row("  overall before", *_said(one, "previous_overall"))
    console.print(rows)
    points = one["improvement_points"]
    console.print(f"  {len(points)} to improve" if points else f"  to improve: {one['reasons']['improvement_points']}")
    for point in points:
        whom = " (to the safeguarding board)" if point["addressee"] == "lscb" else ""
        console.print(f"    {point['n']}. {point['text']}{whom} [page {point['page']}]", markup=False)
    console.print(
        f"  {len(one['paragraphs'])} paragraphs, {len(one['statements'])} statements (--format json has them)"
    )


def _said(one: dict[str, Any], key: str) -> tuple[str, str]:
    """A value or its reason, and its page."""
    return escape(str(one[key]) if one[key] is not None else one["reasons"].get(key, "not read")), _page(one, key)


def _page(one: dict[str, Any], key: str) -> str:
    evidence = one["evidence"].get(key)
    return f"page {evidence['page']}" if evidence else ""


def _days(one: dict[str, Any]) -> str:
    if one["inspection_start"] is None:
        return escape(one["reasons"]["inspection_start"])
    return f"{one['inspection_start']} to {one['inspection_end']}"


def _visit(one: dict[str, Any]) -> str:
    visit = (one["visit_type"] or "not read").replace("_", " ")
    return f"{visit} {one['ordinal']}" if one["ordinal"] else visit
