"""``holdfast wexmouth``: write an invented council, to try everything on."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from holdfast.cli.opening import DONE, CannotRun, progress
from holdfast.wexmouth.council import BLOCK, TooFew, council_columns, planted_problems
from holdfast.wexmouth.telling import WEXMOUTH_MOMENT
from holdfast.wexmouth.writing import NotOurFolder, check_folder, write_council

KINDS_WRITTEN = 5
MOST = 400_000
"""More children than that would need numbers that the stories' children have."""


def add(commands: Any) -> None:
    """The arguments of ``holdfast wexmouth``."""
    parser: ArgumentParser = commands.add_parser(
        "wexmouth", help="write an invented council, to try everything on",
        description="Writes Wexmouth, a council in which nobody is real: the tables of the Standard Safeguarding "
        "Dataset with our own, Annex A, the 903 and the census, and a list of what is planted in it. Its day is "
        "Monday 1 June 2026, 08:30. The same number of children and the same seed give the same files.",
    )  # fmt: skip
    parser.add_argument("--children", type=int, default=600, metavar="N", help="how many children (600)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another seed, another council (1)")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="the folder to write into")
    parser.set_defaults(run=run)


def run(args: Namespace) -> int:
    """Make the council and write it."""
    if args.children > MOST:
        raise CannotRun(f"Wexmouth can have at most {MOST:,} children; {args.children:,} were asked for.")
    try:
        check_folder(args.out)
        with progress("Inventing", total=max(1, args.children // BLOCK)) as tick:
            columns = council_columns(args.children, args.seed, tick)
        with progress("Writing", total=KINDS_WRITTEN) as tick:
            written = write_council(columns, planted_problems(), args.out, tick)
    except (NotOurFolder, TooFew) as problem:
        raise CannotRun(str(problem)) from None
    tables = sum(kind == "table" for kind, _ in written)
    others = list(dict.fromkeys(kind for kind, _ in written if kind != "table"))
    print(f"Wexmouth: {args.children:,} invented children in {args.out}: {tables} tables, {', '.join(others)}.")
    print(f"Its day is {WEXMOUTH_MOMENT:%Y-%m-%dT%H:%M}: holdfast monday {args.out} --as-at "
          f"{WEXMOUTH_MOMENT:%Y-%m-%dT%H:%M}")  # fmt: skip
    return DONE
