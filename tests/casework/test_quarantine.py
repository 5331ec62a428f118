"""A refused original is kept where nobody else may enter, under the digest of its content."""

import hashlib
import json
import os
from datetime import datetime
from pathlib import Path

from holdfast.casework import quarantine
from holdfast.casework.quarantine import put_aside
from holdfast.dates import LONDON

AT = datetime(2026, 6, 1, 8, 30, tzinfo=LONDON)


def aside(content: bytes, tmp_path: Path, reason: str = "It carries macros.") -> str:
    """Put this content aside."""
    original = tmp_path / "original"
    original.write_bytes(content)
    return put_aside(original, tmp_path / "quarantine", name="sly\u202e.csv", reason=reason, made_at=AT)


def test_the_original_is_kept_as_it_came_under_its_digest_with_why(tmp_path: Path) -> None:
    digest = aside(b"a virus", tmp_path)
    assert digest == hashlib.sha256(b"a virus").hexdigest()
    assert (tmp_path / "quarantine" / digest).read_bytes() == b"a virus"
    account = json.loads((tmp_path / "quarantine" / f"{digest}.json").read_text(encoding="ascii"))
    assert account == {
        "name": "sly\u202e.csv", "reason": "It carries macros.", "at": "2026-06-01T08:30:00+01:00", "bytes": 7,
    }  # fmt: skip


def test_nobody_but_the_servers_own_account_may_read_it_or_enter(tmp_path: Path) -> None:
    digest = aside(b"a virus", tmp_path)
    folder = tmp_path / "quarantine"
    assert [one.stat().st_mode & 0o777 for one in (folder, folder / digest, folder / f"{digest}.json")] == [
        0o700, 0o600, 0o600,
    ]  # fmt: skip


def test_the_same_content_twice_is_kept_once_with_the_newest_account(tmp_path: Path) -> None:
    assert aside(b"a", tmp_path) == aside(b"a", tmp_path, "Another reason.")
    names = sorted(one.name for one in (tmp_path / "quarantine").iterdir())
    assert len(names) == 2
    assert "Another reason." in (tmp_path / "quarantine" / names[1]).read_text(encoding="ascii")


def test_the_oldest_goes_first_where_there_are_too_many(tmp_path: Path) -> None:
    digests = []
    for number in range(quarantine.MOST_KEPT + 1):
        digests.append(aside(b"%d" % number, tmp_path))
        os.utime(tmp_path / "quarantine" / digests[-1], (number, number))
    kept = {one.name for one in (tmp_path / "quarantine").iterdir() if not one.suffix}
    assert kept == set(digests[1:])
    assert len(list((tmp_path / "quarantine").glob("*.json"))) == quarantine.MOST_KEPT
