"""How many rows a second are taken into an empty record, and again where nothing differs.

    python -m benchmarks.taking_in          # Wexmouth's files of 600 children
    python -m benchmarks.taking_in 3000     # of so many

*Read* is the file read and checked, *compared* with what is held, *written* put on record in one transaction. The
database is a file of its own, or the one that DATABASE_URL names, which must be empty.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Timed = tuple[str, float]


def set_up(folder: Path) -> None:
    """Django over an empty record."""
    os.environ.update(
        DJANGO_SETTINGS_MODULE="holdfast.web.settings", HOLDFAST_BUILD=str(folder),
        HOLDFAST_SECRET_KEY="of the benchmark",
    )  # fmt: skip
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def timed(words: str, work: Callable[[], Any], told: list[Timed]) -> Any:
    """What the work gives; how long it took is told."""
    begun = time.perf_counter()
    found = work()
    told.append((words, time.perf_counter() - begun))
    return found


def once(path: Path, turn: str) -> None:
    """The path taken in, and each step's figure printed."""
    from holdfast.casework.importing import compare, digest_of_path, take_in
    from holdfast.exchange.reading import read_extract
    from holdfast.web.today import now

    told: list[Timed] = []
    extract = timed("read", lambda: read_extract(path), told)
    rows = sum(frame.height for frame in extract.columns.frames.values())
    proposal = timed("compared", lambda: compare(extract, digest_of_path(path)), told)
    if not proposal.nothing:
        timed("written", lambda: take_in(proposal, who="b", what="b", source="b", made_at=now()), told)
    whole = sum(seconds for _, seconds in told)
    steps = ", ".join(f"{words} {seconds:.2f} s" for words, seconds in told)
    print(f"{turn:12} {rows:9,} rows  {whole:7.2f} s  {rows / whole:9,.0f} rows a second   {steps}", flush=True)


def main() -> None:
    """Measure and print."""
    children = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    with tempfile.TemporaryDirectory() as name:
        set_up(Path(name))
        from holdfast.wexmouth.council import council_columns, planted_problems
        from holdfast.wexmouth.writing import write_council

        files = Path(name) / "files"
        write_council(council_columns(children), planted_problems(), files, lambda done: None)
        once(files, "the first time")
        once(files, "once more")


if __name__ == "__main__":
    main()
