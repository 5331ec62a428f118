"""*Who looked at this child*, once many people have looked at many children for long.

    python -m benchmarks.looks              # 100,000 children
    python -m benchmarks.looks 1000         # so many

A database of its own is filled with looks: three for each child's own page, each of them on the lists of 27 other looks
too, and one child of whom many wanted to know. Then that child's looks and another's are asked for. The rows are
written past the chain, which is not what is measured here.
"""

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

OWN, LISTED, WANTED = 3, 30, 2_000
"""Looks at each child's own page, looks that show each child at all, and looks at the one child of whom many ask."""

THE_ONE = 7
AIM = 5.0
"""Seconds within which it has to be told."""


def set_up(folder: Path) -> Path:
    """Django over a database of its own, and where that is."""
    os.environ.update(
        DJANGO_SETTINGS_MODULE="holdfast.web.settings", HOLDFAST_BUILD=str(folder),
        HOLDFAST_SECRET_KEY="of the benchmark",
    )  # fmt: skip
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    return folder / "holdfast.sqlite3"


def child(number: int) -> str:
    """A child's id."""
    return f"WX-{number:06}"


def looks(children: int) -> Iterator[tuple[int, str, tuple[int, ...]]]:
    """Position, whose own page it was (empty: a list), and the children shown."""
    position = 0
    for number in range(children):
        for _ in range(WANTED if number == THE_ONE else OWN):
            position += 1
            yield position, child(number), (number,)
    for turn in range(LISTED - OWN):
        for first in range(0, children, LISTED):
            position += 1
            yield position, "", tuple(sorted((one * 7 + turn) % children for one in range(first, first + LISTED)))


def fill(path: Path, children: int) -> tuple[int, int]:
    """Write the looks; gives how many, and how often a child is shown by them."""
    columns = (
        "position, made_at, who, seat, what, route, child, basis, request, status, shown, digest, previous_hash, hash"
    )
    marks = ", ".join("?" * len(columns.split(", ")))
    many = shown = 0
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("PRAGMA foreign_keys = OFF")
        for position, whose, some in looks(children):
            few = sorted(set(some))
            row = (position, "2026-06-01 08:30:00", "W1", "social-worker", "GET", "child" if whose else "team", whose,
                   "allocated to the child", "0" * 32, 200, len(few), "", "", f"{position:064}")  # fmt: skip
            file.execute(f"INSERT INTO store_look ({columns}) VALUES ({marks})", row)
            file.executemany(
                "INSERT INTO store_lookedat (look_id, child) VALUES (?, ?)", [(position, child(one)) for one in few]
            )
            many, shown = many + 1, shown + len(few)
    return many, shown


def seconds(work: Callable[[], object], times: int = 5) -> tuple[float, float]:
    """The first time, and the median of some more."""
    taken = []
    for _ in range(times + 1):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return taken[0], statistics.median(taken[1:])


def main(children: int) -> int:
    """1 where it is not told in time."""
    with tempfile.TemporaryDirectory() as folder:
        path = set_up(Path(folder))
        many, shown = fill(path, children)
        print(f"{children:,} children, {many:,} looks, a child shown {shown:,} times", flush=True)
        from holdfast.web.doing.who_looked import looked_page

        late = 0
        for what, number in (("a child looked at often", THE_ONE), ("another child", children // 2)):
            page = looked_page(child(number), "A child", {})
            first, again = seconds(lambda one=number: looked_page(child(one), "A child", {}))
            late += first > AIM
            print(
                f"{what}: {page.many:,} looks, told in {first:.2f} s, then {again:.2f} s (aim: {AIM:.0f} s)", flush=True
            )
    return int(late > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
