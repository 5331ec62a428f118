"""The typed tables or the ledger, on one database, in a process of its own: `typed sqlite 2000000`."""

import json
import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
import polars as pl
from django.conf import settings

from benchmarks.sizes import LINKS, large
from holdfast.dates import parse_moment
from holdfast.record.columns import Columns, schema_of
from holdfast.record.in_care import CareReview

FACTS_OF_A_CHILD = 51.3
FIRST, SECOND, BETWEEN = (parse_moment(f"2026-06-{day}T08:30") for day in ("01", "03", "02"))
CHANGED = 100
"""One row in so many is changed by the second extract."""


def set_up(database: str, folder: Path) -> None:
    """Django with nothing but the store, on a new database with its tables."""
    described: dict[str, Any] = {
        "ENGINE": "django.db.backends.sqlite3", "NAME": str(folder / "record.sqlite3"),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }  # fmt: skip
    if database == "postgresql":
        from tests.postgres import database as server

        described = server()
    settings.configure(
        INSTALLED_APPS=["holdfast.store"], DATABASES={"default": described}, USE_TZ=True, TIME_ZONE="Europe/London",
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField", SECRET_KEY="measured",
    )  # fmt: skip
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def timed(work: Callable[[], object], runs: int) -> float:
    """The median of a few runs, in seconds."""
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def next_day(columns: Columns) -> Columns:
    """The extract of a day later: one row in a hundred says something else."""
    frames = {}
    for noun, frame in columns.frames.items():
        words = [name for name, kind in schema_of(noun).items() if kind == pl.String and name not in ("child", "id")]
        own = [name for name in words if name not in LINKS]
        if own:
            later = pl.col(own[-1]).fill_null("") + " (put right)"
            every = pl.int_range(pl.len()) % CHANGED == 0
            frame = frame.with_columns(pl.when(every).then(later).otherwise(pl.col(own[-1])).alias(own[-1]))
        frames[noun] = frame
    return Columns(frames=frames, held=columns.held)


def size_of(database: str, folder: Path, tables: str) -> float:
    """Megabytes of the record, indexes and all."""
    from django.db import connection

    with connection.cursor() as cursor:
        if database == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return (folder / "record.sqlite3").stat().st_size / 1e6
        cursor.execute(
            "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c WHERE c.relkind = 'r' AND c.relname LIKE %s",
            [tables],
        )
        return float(cursor.fetchone()[0]) / 1e6


def _entering(way: Any, chosen: list[str]) -> float:
    """How long one fact that somebody enters takes to be on record, in thousandths of a second."""
    from holdfast.store.difference import entered

    taken = []
    for number in range(20):
        begun = time.perf_counter()
        fact = CareReview(id=f"new-{number}", child=chosen[number])
        way.save(entered([fact], way.kept_of_nothing()), SECOND)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken) * 1000


def measured(how: str, database: str, facts: int, folder: Path) -> dict[str, float]:
    """Every figure of one way on one database."""
    set_up(database, folder)
    from benchmarks.store_ways import WAYS
    from holdfast.store.difference import difference
    from holdfast.store.load import load_kept

    way = WAYS[how]()
    columns = large(round(facts / FACTS_OF_A_CHILD))
    figures: dict[str, float] = {"facts": sum(frame.height for frame in columns.frames.values())}
    begun = time.perf_counter()
    found = difference(columns)
    figures["comparing_first_s"] = time.perf_counter() - begun
    begun = time.perf_counter()
    way.save(found, FIRST)
    figures["saving_first_s"] = time.perf_counter() - begun
    del found
    chosen = random.Random(1).sample(columns.children(), 220)  # fewer than about 12,000 facts have too few children
    figures["one_child_ms"] = statistics.median(timed(lambda c=c: way.child(c), 1) for c in chosen[:20]) * 1000
    figures["team_of_20_ms"] = (
        statistics.median(timed(lambda s=s: way.children(chosen[s : s + 20]), 1) for s in range(20, 220, 20)) * 1000
    )
    figures["sweep_into_columns_s"] = timed(way.columns, 3)
    later = next_day(columns)
    kept = load_kept() if how == "typed" else way.kept(columns)
    begun = time.perf_counter()
    second = difference(later, kept)
    figures["comparing_next_day_s"] = time.perf_counter() - begun
    del later, kept
    figures["next_day_rows"] = sum(one.number for one in second.nouns)
    figures["saving_next_day_s"] = timed(lambda: way.save(second, SECOND), 1)
    figures["as_known_s"] = timed(lambda: way.as_known(BETWEEN), 3)
    figures["one_fact_entered_ms"] = _entering(way, chosen)
    figures["megabytes"] = size_of(database, folder, "store_%" if how == "typed" else "ledger%")
    return figures


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=os.environ.get("HOLDFAST_BENCHMARKS")) as name:
        found = measured(sys.argv[1], sys.argv[2], int(sys.argv[3]), Path(name))
        found["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(found))
