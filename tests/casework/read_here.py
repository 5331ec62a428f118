"""The works that are otherwise done apart, done in this process: for tests that ask what came of them, not where."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from holdfast.casework.apart.inside import PARTS, answered
from holdfast.casework.apart.refused import Refused
from holdfast.casework.apart.works import WORKS


def here(work: str, path: Path, limits: object = None, called: str = "") -> Any:
    """What ``read_apart`` gives, without a process and without limits."""
    with TemporaryDirectory() as scratch:
        answer = answered(work, path, Path(scratch))
        if "told" in answer:
            return WORKS[work].load(answer["told"], Path(scratch) / PARTS)
    reason = answer.get("cannot") or answer.get("refused") or f"{called or path.name}: {answer['raised']}"
    return Refused(reason=reason, harmful="cannot" not in answer)


@contextmanager
def read_here() -> Iterator[None]:
    """Every file is read in this process meanwhile."""
    with patch("holdfast.casework.importing.read_apart", here):
        yield
