"""``python -m tests.bar [--short | --slice] [--write] [LINE ...]``: each line with its controls, as a table."""

import logging
import os
import platform
import sys
from argparse import ArgumentParser
from pathlib import Path

from rich.console import Console
from rich.table import Table

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "bar.md"


def main(asked: list[str]) -> int:
    """1 where a line fails, or a sabotage goes unnoticed."""
    parser = ArgumentParser(prog="python -m tests.bar", description="The bar as tests, each with its negative control.")
    parser.add_argument("lines", nargs="*", metavar="LINE", help="such as R4; every line without it")
    parser.add_argument("--short", action="store_true", help="fewer cases; the table says so")
    parser.add_argument("--slice", action="store_true", help="the few cases of `make test`; no line that needs more")
    parser.add_argument("--write", metavar="DAY", help="write docs/bar.md from this run, which took place on this day")
    told = parser.parse_args(asked)
    _set_up()
    from tests.bar.register import every_line

    console, ran = Console(width=150, highlight=False), list[object]()
    every = {one.code: one for one in every_line()}
    unknown = [one for one in told.lines if one not in every]
    if unknown:
        parser.error(f"there is no line {', '.join(unknown)}. The lines are {', '.join(every)}.")
    codes = [one for one in every if one in told.lines or not told.lines]
    try:
        for number, code in enumerate(codes, start=1):
            ran.append(_run(every[code], console, short=told.short, few=told.slice))
            if told.write:
                _write(ran, told.write, codes[number:])
    finally:
        console.print(_table(ran))
    return _verdict(ran)


def _write(ran: list[object], day: str, to_come: list[str]) -> None:
    """Write what there is after each line: a run that is interrupted leaves what it measured."""
    from tests.bar.document import written

    DOCUMENT.write_text(written(ran, machine=_machine(), day=day, to_come=to_come), encoding="utf-8")


def _set_up() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.web_settings")
    django.setup()
    logging.disable(logging.CRITICAL)


def _run(line: object, console: Console, *, short: bool, few: bool) -> object:
    from tests.bar.line import LeftOut, Line, run

    if not isinstance(line, Line):
        return line
    line = line.small if few else line
    if few and not line.slice:
        return LeftOut(code=line.code, says=line.says)
    console.print(f"{line.code}: {line.says} ...")
    n = line.slice if few else line.short if short else line.full
    ran = run(line, n, shortened=short or few)
    for one in ran.found.examples:
        console.print(f"   wrong: {one}", markup=False)
    return ran


def _table(ran: list[object]) -> Table:
    from tests.bar.document import row_of

    table = Table(title="The bar", show_lines=True)
    for head in ("Line", "What it promises", "n", "Result", "Control", "Seconds"):
        table.add_column(head, overflow="fold")
    for one in ran:
        table.add_row(*row_of(one))
    return table


def _verdict(ran: list[object]) -> int:
    from tests.bar.line import Ran

    return int(any(isinstance(one, Ran) and not one.holds for one in ran))


def _machine() -> str:
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}, SQLite in WAL mode"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
