"""What a process apart is told of its surroundings, and where it finds the package: nothing else of ours."""

import os
from pathlib import Path

from holdfast.casework.apart.limits import Limits

ROOT = Path(__file__).resolve().parent.parent.parent.parent
_NEEDED = ("SYSTEMROOT",)


def surroundings(limits: Limits) -> dict[str, str]:
    """What the process is told of its surroundings: nothing of ours."""
    told = {"LANG": "C.UTF-8", "MALLOC_ARENA_MAX": "2"}
    if limits.threads:
        told |= dict.fromkeys(("POLARS_MAX_THREADS", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"), str(limits.threads))
    return told | {name: os.environ[name] for name in _NEEDED if name in os.environ}
