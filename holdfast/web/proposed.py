"""Files that somebody proposed and nobody took in yet: kept on the server, each under the digest of its content.

The browser only ever names a digest. What is taken in is read again from what is kept, and the digest is checked.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from holdfast.casework.importing import digest_of_path
from holdfast.casework.quarantine import put_aside
from holdfast.web.today import by_the_clock

EXTRACTS, REPORTS = "proposed", "proposed-reports"
"""The rooms: files of records, and documents of inspectors."""

MOST_KEPT = 6
"""How many proposed files lie here at a time; the oldest goes first."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_FILES, _ACCOUNT = "files", "account.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """One proposed file: its digest, what it was called, whether it is the built-in extract, and where it lies."""

    digest: str
    name: str
    built_in: bool
    path: Path


def keep(
    name: str, write: Callable[[Path], None], *, built_in: bool = False, room: str = EXTRACTS
) -> Proposed:  # fmt: skip
    """Let ``write`` put the files into a folder and keep them; where it fails, nothing is kept.

    What is kept in one ``room`` is not found in another.
    """
    root = _root(room)
    fresh = Path(tempfile.mkdtemp(prefix="coming-", dir=root))
    try:
        (fresh / _FILES).mkdir()
        write(fresh / _FILES)
        digest = digest_of_path(fresh / _FILES)
        account = {"name": name, "built_in": built_in}
        (fresh / _ACCOUNT).write_text(json.dumps(account), encoding="utf-8")
        forget(digest, room)
        fresh.rename(root / digest)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    _let_go(root, digest)
    return Proposed(digest=digest, name=name, built_in=built_in, path=root / digest / _FILES)


def find(digest: str, room: str = EXTRACTS) -> Proposed | None:
    """What is kept under a digest; None where nothing is, or where it is no longer what its name says."""
    if not _DIGEST.fullmatch(digest):
        return None
    folder = _root(room) / digest
    with suppress(OSError, ValueError):
        account = json.loads((folder / _ACCOUNT).read_text(encoding="utf-8"))
        if digest_of_path(folder / _FILES) == digest:
            return Proposed(
                digest=digest, name=account["name"], built_in=account["built_in"], path=folder / _FILES
            )  # fmt: skip
    return None


def forget(digest: str, room: str = EXTRACTS) -> None:
    """Let go of what is kept under a digest."""
    if _DIGEST.fullmatch(digest):
        shutil.rmtree(_root(room) / digest, ignore_errors=True)


def aside(kept: Proposed, reason: str) -> str:
    """Put the refused original aside, and say so in a sentence."""
    (original,) = kept.path.iterdir()
    digest = put_aside(original, settings.QUARANTINE, name=kept.name, reason=reason, made_at=by_the_clock())
    return (
        f"The file itself was put aside on the server as {digest[:12]}, where no page opens it, for whoever keeps "
        "Holdfast here."
    )


def _root(room: str) -> Path:
    root: Path = settings.BUILD / room
    root.mkdir(parents=True, exist_ok=True)
    root.chmod(0o700)
    return root


def _let_go(root: Path, newest: str) -> None:
    others = [one for one in root.iterdir() if one.name != newest and _DIGEST.fullmatch(one.name)]
    for old in sorted(others, key=lambda one: one.stat().st_mtime, reverse=True)[MOST_KEPT - 1 :]:
        shutil.rmtree(old, ignore_errors=True)
