"""Originals that were refused because they could do harm: put aside, so that nothing is lost and nothing is opened.

Each lies under the digest of its content, in a folder that the server's own account alone may enter, with an account
of its name, when it came and why it was refused. No page opens it. Whoever keeps the machine looks at it or deletes it.
"""

import hashlib
import json
import shutil
from datetime import datetime
from pathlib import Path

MOST_KEPT = 20
"""How many originals lie here at a time; the oldest goes first, so that nobody can fill the disk with them."""


def put_aside(original: Path, folder: Path, *, name: str, reason: str, made_at: datetime) -> str:
    """Keep a copy of the original; gives its digest. The same content twice is kept once, with the newest account."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)
    with original.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    kept, account = folder / digest, folder / f"{digest}.json"
    kept.touch(mode=0o600)
    kept.chmod(0o600)
    shutil.copyfile(original, kept)
    account.touch(mode=0o600)
    said = {"name": name, "reason": reason, "at": made_at.isoformat(), "bytes": kept.stat().st_size}
    account.write_text(json.dumps(said, ensure_ascii=True, indent=1), encoding="ascii")
    _let_go(folder, digest)
    return digest


def _let_go(folder: Path, newest: str) -> None:
    others = [one for one in folder.iterdir() if one.name != newest and not one.suffix]
    for old in sorted(others, key=lambda one: (one.stat().st_mtime, one.name), reverse=True)[MOST_KEPT - 1 :]:
        old.unlink(missing_ok=True)
        old.with_suffix(".json").unlink(missing_ok=True)
