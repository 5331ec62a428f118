"""The process that reads: it holds itself to its limits, does one named work, writes its answer down, and ends.

It is begun by ``asking`` with nothing of the server's surroundings: no key, no database's address. Its answer is
plain data in one folder. Nothing that it was given is ever run.
"""

import json
import sys
from pathlib import Path
from typing import Any

from holdfast.casework.apart.limits import Limits, hold_memory, hold_time, shut_ways_out

ANSWER = "answer.json"
PARTS = "parts"
OUT_OF_MEMORY = 70
"""How the process ends where the file needed more memory than it may have."""


def main() -> int:
    """Read what is asked from the standard input; how the process ends."""
    asked = json.loads(sys.stdin.buffer.read())
    limits, scratch = Limits(**asked["limits"]), Path(asked["scratch"])
    hold_time(limits)
    from holdfast.casework.apart.works import WORKS

    work = WORKS[asked["work"]]
    work.prepare()
    hold_memory(limits)
    shut_ways_out()
    try:
        answer = answered(asked["work"], Path(asked["path"]), scratch)
    except MemoryError:
        return OUT_OF_MEMORY
    (scratch / ANSWER).write_text(json.dumps(answer), encoding="utf-8")
    return 0


def answered(name: str, path: Path, scratch: Path) -> dict[str, Any]:
    """Do the work, and say in plain data what came of it: ``told``, or why not. MemoryError is let through."""
    from holdfast.casework.apart.refused import NotLetIn
    from holdfast.casework.apart.works import WORKS
    from holdfast.exchange.problems import CannotRead

    parts = scratch / PARTS
    parts.mkdir()
    try:
        return {"told": WORKS[name].do(path, scratch, parts)}
    except NotLetIn as problem:
        return {"refused": str(problem)}
    except CannotRead as problem:
        return {"cannot": str(problem)}
    except (MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as problem:  # A reader in Rust panics past Exception; whatever it is, it is said.
        return {"raised": type(problem).__name__}
