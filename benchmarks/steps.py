"""Each thing that is measured, in a process of its own, so that its memory is its own."""

import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl

from benchmarks.reports import reports
from benchmarks.sizes import AS_AT, large
from holdfast.duties.clock import clocks_of
from holdfast.duties.columns.monday import monday_list
from holdfast.duties.columns.sweep import sweep
from holdfast.duties.register import ALL
from holdfast.duties.settings import WEXMOUTH
from holdfast.duties.standing import Standing
from holdfast.exchange.annex_a.writing import write_annex_a
from holdfast.exchange.cin.writing import write_cin
from holdfast.exchange.reading import read_extract
from holdfast.exchange.ssd.writing import write_ssd
from holdfast.exchange.ssda903.writing import write_ssda903
from holdfast.record.columns import Columns, every_child


def timed(work: Callable[[], object], runs: int = 3) -> float:
    """The median of a few runs, in seconds."""
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def one_child() -> dict[str, float]:
    """Every duty for one child at a time, over the first hundred children."""
    children = [child for child, _ in zip(every_child(large(200)), range(100), strict=False)]
    clocks = 0

    def work() -> None:
        nonlocal clocks
        clocks = 0
        for child in children:
            standing = Standing(child, AS_AT)
            clocks += sum(len(clocks_of(one, standing, WEXMOUTH)) for one in ALL)

    seconds = timed(work)
    return {"ms_a_child": seconds / len(children) * 1000, "clocks_a_second": clocks / seconds}


def _csvs(columns: Columns, folder: Path) -> list[Path]:
    return [path for path in write_ssd(columns, folder) if path.suffix == ".csv"]


def swept(children: int) -> dict[str, float]:
    """Every duty for every child, beside merely reading the same columns from the same files."""
    columns = large(children)
    with tempfile.TemporaryDirectory() as folder:
        files = _csvs(columns, Path(folder))
        bare = timed(lambda: [pl.read_csv(file, infer_schema_length=0) for file in files])
        ours = timed(lambda: read_extract(Path(folder)), runs=1)
    found = sweep(columns, AS_AT, ALL)
    seconds = timed(lambda: sweep(columns, AS_AT, ALL), runs=1 if children > 20_000 else 3)
    return {
        "children": len(columns.children()), "rows": sum(frame.height for frame in columns.frames.values()),
        "clocks": found.height, "sweep_s": seconds, "clocks_a_second": found.height / seconds,
        "merely_reading_s": bare, "our_reader_s": ours, "sweep_to_merely_reading": seconds / bare,
        "sweep_to_our_reader": seconds / ours,
    }  # fmt: skip


def monday(children: int) -> dict[str, float]:
    """The whole Monday list, with last Monday's beside it."""
    columns = large(children)
    return {"children": len(columns.children()), "monday_s": timed(lambda: monday_list(columns, AS_AT), runs=1)}


def reader(kind: str) -> dict[str, float]:
    """Rows a second of one reader, and of taking the same bytes off the disk."""
    columns = large(5000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(kind, columns, folder)
        size = sum(path.stat().st_size for path in folder.iterdir())
        bare = timed(lambda: [path.read_bytes() for path in folder.iterdir()])
        extract = read_extract(folder)
        seconds = timed(lambda: read_extract(folder))
    rows = sum(table.rows for table in extract.tables)
    return {
        "rows": rows, "megabytes": size / 1e6, "seconds": seconds, "rows_a_second": rows / seconds,
        "to_bare_bytes": seconds / bare,
    }  # fmt: skip


def _write(kind: str, columns: Columns, folder: Path) -> None:
    if kind == "ssd":
        write_ssd(columns, folder)
    elif kind == "annex_a":
        write_annex_a(columns, folder / "Annex_A.xlsx", AS_AT.date())
    elif kind == "ssda903":
        write_ssda903(columns, folder, 2026)
    else:
        write_cin(columns, folder / "cin.xml", 2026)


STEPS: dict[str, Callable[[str], dict[str, float]]] = {
    "one_child": lambda _: one_child(),
    "sweep": lambda size: swept(int(size)),
    "monday": lambda size: monday(int(size)),
    "reader": reader,
    "reports": lambda _: reports(),
}

if __name__ == "__main__":
    figures = STEPS[sys.argv[1]](sys.argv[2])
    figures["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(figures))
