"""The typed tables against one ledger table, on both databases: `python -m benchmarks.store [FACTS]`.

Printed, never asserted. What was measured, on which machine and when: docs/decisions/0005-how-facts-are-stored.md.
"""

import json
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Sequence

DATABASES = ("sqlite", "postgresql")
FACTS = 2_000_000


def measured(how: str, database: str, facts: int) -> dict[str, float]:
    """One way's figures, from a process of its own."""
    command = [sys.executable, "-m", "benchmarks.store_steps", how, database, str(facts)]
    ran = subprocess.run(command, capture_output=True, text=True)
    if ran.returncode:
        raise SystemExit(f"{how} on {database} did not run:\n{ran.stderr[-2000:]}")
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def table(database: str, typed: dict[str, float], ledger: dict[str, float]) -> str:
    """The figures side by side, as Markdown; the ratio says how many times the ledger takes what the tables take."""
    lines = [f"| {database} | typed tables | one ledger | ledger to typed |", "| --- | ---: | ---: | ---: |"]
    for name, value in typed.items():
        other = ledger[name]
        lines.append(f"| {name} | {value:,.4g} | {other:,.4g} | {other / value:.2f} |")
    return "\n".join(lines)


def main(words: Sequence[str] | None = None) -> None:
    """Run and print."""
    parser = ArgumentParser(prog="python -m benchmarks.store", description=__doc__)
    parser.add_argument("facts", nargs="?", type=int, default=FACTS, help=f"about how many ({FACTS:,})")
    parser.add_argument("--database", choices=DATABASES, action="append", help="only this one")
    args = parser.parse_args(words)
    for database in args.database or DATABASES:
        print(table(database, *(measured(how, database, args.facts) for how in ("typed", "ledger"))), flush=True)


if __name__ == "__main__":
    main()
