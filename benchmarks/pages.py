"""Each page's server time, bytes and queries, at 600 children from the database and at more held in memory.

    python -m benchmarks.pages              # 600 children, from a database of its own
    python -m benchmarks.pages 100000       # so many children, held in memory; queries are those of 600

*First* is the first view of a page by anybody; *again* the median of five more; *after a save* the first view after
one fact was put on record.
"""

import os
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

PAGES = (
    "/", "/monday", "/team/", "/team/WX-T-east", "/child/WX-S10-1", "/child/WX-S10-1/why/ms-rhi-72h", "/measures/",
    "/measures/visits-on-time", "/measures/visits-on-time/2026-05", "/registers/", "/registers/temporary-approval",
    "/founding/", "/import/", "/child/WX-S10-1/looked", "/child/WX-S06-1/chronology", "/plan/", "/basics",
    "/line/visit-5", "/finding/relatives-never-fully-approved", "/finding/relatives-never-fully-approved/cohort",
    "/finding/relatives-never-fully-approved/known", "/visits/", "/packs/board", "/inspectors/", "/inspectors/themes",
    "/inspectors/map", "/about/",
)  # fmt: skip


def set_up(folder: Path) -> None:
    """Django over a database of its own, and the modules that need it."""
    os.environ.update(
        DJANGO_SETTINGS_MODULE="holdfast.web.settings", HOLDFAST_BUILD=str(folder), DATABASE_URL="",
        HOLDFAST_SECRET_KEY="of the benchmark",
    )  # fmt: skip
    os.environ.pop("DATABASE_URL")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("open_wexmouth", children=600, seed=1)


def hold(children: int) -> None:
    """Have the pages look at a larger council, held in memory."""
    from benchmarks.sizes import large
    from holdfast.casework.council import Council
    from holdfast.web import asking

    columns = large(children)
    ids = {one: one.removesuffix("~0") for one in columns.children() if one.endswith("~0")}
    print(f"{len(columns.children()):,} children, {sum(f.height for f in columns.frames.values()):,} facts", flush=True)
    council = Council(_renamed(columns, ids), position=1)
    asking.the_council = lambda: council


def _renamed(columns: Any, ids: dict[str, str]) -> Any:
    """The first copy under the ids that Wexmouth has, so that the same addresses lead somewhere."""
    from dataclasses import replace

    import polars as pl

    plain = pl.col("child").str.strip_suffix("~0")
    return replace(columns, frames={noun: frame.with_columns(plain) for noun, frame in columns.frames.items()})


def ask(client: Any, path: str) -> tuple[float, int, int]:
    """Seconds, bytes and queries of one view; the line of the look is among the queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as counted:
        begun = time.perf_counter()
        answer = client.get(path)
        taken = time.perf_counter() - begun
    assert answer.status_code == 200, (path, answer.status_code)
    return taken, len(answer.content), len(counted)


def a_save() -> None:
    """One supervision discussion put on record, by its own door."""
    from holdfast.casework.acts.register import BY_CODE
    from holdfast.casework.asker import Asker
    from holdfast.casework.saving import Asked, Saved, save
    from holdfast.duties.settings import WEXMOUTH
    from holdfast.web import seats
    from holdfast.web.today import now

    words = {"on": date(2026, 6, 1).isoformat(), "by": "2026-06-08"}
    words |= dict.fromkeys(("changed", "not_done", "reflection", "next", "owner"), "x")
    asked = Asked(child="WX-S05-1", words=words, key=f"k{time.perf_counter_ns()}", base=1)
    asker = Asker.of(seats.BY_CODE["team-manager"])
    done = save(BY_CODE["supervision"], asker, asked, made_at=now(), settings=WEXMOUTH, workers={})
    assert isinstance(done, Saved), done


def main() -> None:
    """Measure and print."""
    children = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    with tempfile.TemporaryDirectory() as name:
        set_up(Path(name))
        from django.test import Client

        if children != 600:
            hold(children)
        from holdfast.web.working_out import PATIENT

        client = Client(SERVER_NAME="127.0.0.1", **{PATIENT: True})
        print(f"{'page':44} {'first s':>8} {'again ms':>9} {'kB':>6} {'queries':>8} {'after a save ms':>16}")
        firsts = {path: ask(client, path)[0] for path in PAGES}
        for path in PAGES:
            runs = [ask(client, path) for _ in range(5)]
            again, size, queries = statistics.median(one[0] for one in runs), runs[0][1], runs[0][2]
            after = ""
            if children == 600:
                a_save()
                after = f"{ask(client, path)[0] * 1000:16.0f}"
            line = f"{path:44} {firsts[path]:8.2f} {again * 1000:9.1f} {size / 1000:6.1f} {queries:8d} {after}"
            print(line, flush=True)


if __name__ == "__main__":
    main()
