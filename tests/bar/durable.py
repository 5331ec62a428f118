"""K1: the newest backup is restored and compared."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile
from unittest.mock import patch
from uuid import uuid4

from django.conf import settings

from holdfast.casework.keeping import BackupRefused, Key, back_up, rehearse
from holdfast.store.entries import position
from tests.bar.ground import MOMENT, asker, browser, children_for, fresh, put
from tests.bar.line import Control, Found, Line, replaced
from tests.store.sabotaged import SABOTAGES


def _on_the_way(path: Path) -> Path:
    """The backup as it is found by whoever restores it."""
    return path


def _key() -> Key:
    return Key(key=b"k" * 32, where="the bar")


def restored(n: int) -> Found:
    """So many times: people save and look, a backup is made, and it is restored elsewhere and compared."""
    wrong: list[str] = []
    compared = 0
    with fresh():
        child = children_for("who-i-am", "team-manager")[0]
        for number in range(n):
            put("who-i-am", asker("team-manager"), child, {"text": f"text {number}"}, position())
            browser("team-manager").get(f"/child/{child}")
            folder = Path(settings.BUILD) / f"backups-{uuid4().hex}"
            path, _ = back_up(folder, _key(), made_at=MOMENT)
            try:
                found = rehearse(_on_the_way(path), _key_at_hand())
                compared += len(found.lines)
                wrong += found.differences
                wrong += [] if len(found.lines) > 3 else ["nothing was compared"]
            except BackupRefused as problem:
                wrong.append(str(problem))
    return Found(n=n, wrong=len(wrong), said=f"{compared} counts and digests compared", examples=tuple(wrong[:3]))


def _key_at_hand() -> Key:
    return _key()


def _altered(how: Callable[[bytes], bytes]) -> Callable[[], object]:
    def on_the_way(path: Path) -> Path:
        other = path.with_name(f"altered-{path.name}")
        other.write_bytes(how(path.read_bytes()))
        return other

    return lambda: patch(f"{__name__}._on_the_way", on_the_way)


def _one_byte(whole: bytes) -> bytes:
    middle = len(whole) // 2
    return whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]


def _of_another_version(path: Path) -> Path:
    """The same backup, whose header says that its format is one that this program does not know."""
    other = Path(copyfile(path, path.with_name(f"altered-{path.name}")))
    SABOTAGES["wrong version"].spoil(other)
    return other


@contextmanager
def _nothing_is_in_it() -> Iterator[None]:
    """The backup of a record to which nobody had saved what this record says: another's."""

    def another(path: Path) -> Path:
        with fresh():
            child = children_for("who-i-am", "team-manager")[1]
            put("who-i-am", asker("team-manager"), child, {"text": "b"}, position())
            browser("team-manager").get("/about/")
            made, _ = back_up(path.parent / "another", _key(), made_at=MOMENT)
        return made

    with patch(f"{__name__}._on_the_way", another):
        yield


K1 = Line(
    code="K1", says="The newest backup restores into an empty database, and counts, digests and chain ends agree",
    unit="drills", measure=restored, full=5, short=1, asked="every night, 5 GB: here a small record, on SQLite only",
    controls=(
        Control(words="the backup is empty", n=1, sabotage=_altered(lambda whole: b"")),
        Control(words="the backup is cut short", n=1, sabotage=_altered(lambda whole: whole[: len(whole) * 2 // 3])),
        Control(words="one bit of it is turned", n=1, sabotage=_altered(_one_byte)),
        Control(words="it is of another record", n=1, sabotage=_nothing_is_in_it),
        Control(
            words="its format is of another version", n=1,
            sabotage=replaced((f"{__name__}._on_the_way", _of_another_version)),
        ),
        Control(
            words="the key is another", n=1,
            sabotage=lambda: patch(f"{__name__}._key_at_hand", lambda: Key(key=os.urandom(32), where="elsewhere")),
        ),
    ),
)  # fmt: skip

LINES = (K1,)
