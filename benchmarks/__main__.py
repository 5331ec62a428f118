"""Every figure, one line each; or quickly, or one step by its name."""

import json
import subprocess
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from itertools import pairwise

Step = tuple[str, str]

STEPS: tuple[Step, ...] = (
    ("reader", "ssd"), ("reader", "annex_a"), ("reader", "ssda903"), ("reader", "cin"),
    ("one_child", "-"), ("sweep", "1000"), ("sweep", "10000"), ("monday", "10000"), ("sweep", "100000"),
    ("reports", "-"),
)  # fmt: skip
LARGE = "100000"
NAMES = tuple(dict.fromkeys(step for step, _ in STEPS))
KINDS = tuple(of for step, of in STEPS if step == "reader")

HELP = """\
all        every step below: speed, peak memory, and how it grows (the largest takes minutes)
quick      the same without a hundred thousand children
reader     rows a second of one reader: ssd, annex_a, ssda903 or cin; without one, of each
one_child  every duty for one child at a time
sweep      every duty for every child, beside merely reading the same columns; of so many children
reports    Ofsted's reports among the samples: speed and memory, beside their bare text by the same library
monday     the whole Monday list, last Monday's beside it; of so many children
"""


def asked(words: Sequence[str]) -> list[Step]:
    """The steps that the words on the command line ask for; leaves with 2 where they ask for none."""
    parser = ArgumentParser(
        prog="python -m benchmarks", description=__doc__, epilog=HELP, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="?", default="all", choices=("all", "quick", *NAMES), help="see below (all)")
    parser.add_argument("of", nargs="?", help="a reader, or how many children")
    args = parser.parse_args(words)
    if args.of is None:
        return _listed(args.what)
    if args.what == "reader" and args.of in KINDS:
        return [("reader", args.of)]
    if args.what not in ("sweep", "monday") or not args.of.isdecimal() or int(args.of) == 0:
        parser.error(f"{args.what} cannot be measured on {args.of!r}")
    return [(args.what, args.of)]


def _listed(what: str) -> list[Step]:
    if what in NAMES:
        return [one for one in STEPS if one[0] == what]
    return [one for one in STEPS if what == "all" or one[1] != LARGE]


def measured(step: str, of: str) -> dict[str, float]:
    """One step's figures, from a process of its own."""
    ran = subprocess.run([sys.executable, "-m", "benchmarks.steps", step, of], capture_output=True, text=True)
    if ran.returncode:
        raise SystemExit(f"{step} {of} did not run:\n{ran.stderr[-2000:]}")
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def main(words: Sequence[str] | None = None) -> None:
    """Run and print."""
    sweeps: dict[int, float] = {}
    for step, of in asked(sys.argv[1:] if words is None else words):
        figures = measured(step, of)
        print(f"{step} {of}: " + ", ".join(f"{name} {value:,.4g}" for name, value in figures.items()), flush=True)
        if step == "sweep":
            sweeps[int(of)] = figures["sweep_s"]
    for smaller, larger in pairwise(sorted(sweeps)):
        growth = sweeps[larger] / sweeps[smaller]
        print(f"growth: {smaller:,} to {larger:,} children took {growth:.1f} times as long")


if __name__ == "__main__":
    main()
