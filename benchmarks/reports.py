"""Reading Ofsted's reports, beside taking their bare text out with the same library."""

import os
import resource
import time
from collections import Counter
from pathlib import Path

from holdfast.casework.apart.batches import read_each
from holdfast.inspection.pdf import bare_text
from holdfast.inspection.reading import read_document
from holdfast.inspection.report import Report

ROOT = Path(__file__).parent.parent
FIRST = 3
"""Files that are read before the clock runs, so that nobody pays for what is loaded once."""


def samples() -> list[Path]:
    """Every report among the samples, in the order of their names; none where there are no samples."""
    folder = Path(os.environ.get("HOLDFAST_SAMPLES", ROOT.parent / "shared" / "data")) / "ofsted_reports"
    return sorted(path for path in folder.rglob("*.pdf") if path.is_file())


def reports() -> dict[str, float]:
    """Seconds, memory and what was read, over every report there is.

    Each file's bare text is taken right before the file is read, so that a busy machine slows both alike. The
    seconds of one worker are those of the command, from the first file's name to the last file's answer.
    """
    paths = samples()
    if not paths:
        return {"files": 0}
    for path in paths[:FIRST]:
        _bare(path)
        read_document(path.name, path.read_bytes())
    bare = ours = 0.0
    found: list[Report] = []
    for path in paths:
        begun = time.process_time()
        _bare(path)
        between = time.process_time()
        found += read_document(path.name, path.read_bytes())
        bare, ours = bare + between - begun, ours + time.process_time() - between
    begun = time.perf_counter()
    told = sum(1 for _ in read_each(paths, lambda _: None))
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        **_counted(found), "files": len(paths), "told": told, "cpu_s": ours, "bare_text_cpu_s": bare,
        "to_bare_text": ours / bare, "worker_s": time.perf_counter() - begun,
        "worker_cpu_s": used.ru_utime + used.ru_stime, "worker_to_bare_text": (used.ru_utime + used.ru_stime) / bare,
        "worker_peak_mb": used.ru_maxrss / 1024,
    }  # fmt: skip


def _bare(path: Path) -> None:
    data = path.read_bytes()
    if data.startswith(b"%PDF"):
        bare_text(data)


def _counted(found: list[Report]) -> dict[str, float]:
    """How many of each kind and framework, how many unsure, how many values not read."""
    kinds = Counter(f"{one.kind}_{one.framework or ''}".strip("_") for one in found)
    unread = sum(reason.startswith("Not read") for one in found if one.framework for reason in one.reasons.values())
    points = sum(len(one.improvement_points) for one in found)
    return {**kinds, "unsure": sum(one.unsure for one in found), "values_not_read": unread, "points": points}
