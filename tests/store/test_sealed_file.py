"""A sealed file is read whole by the holder of the key, or refused: nothing in it can be altered, moved or cut off."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from holdfast.store.keeping import sealed
from holdfast.store.keeping.sealed import BackupRefused, Sealing, unsealed
from tests.store.sabotaged import ANOTHER_KEY, KEY, parts

SAID = random.Random(1).randbytes(4_500)


def opened(path: Path, key: bytes = KEY) -> bytes:
    with path.open("rb") as file:
        return b"".join(unsealed(file, key))


def written(path: Path, said: bytes = SAID, step: int = 700) -> Path:
    with path.open("wb") as file:
        sealing = Sealing(file, KEY)
        for start in range(0, len(said), step):
            sealing.write(said[start : start + step])
        sealing.close()
    return path


@pytest.fixture
def in_parts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Sealed in five parts of a thousand bytes at most."""
    monkeypatch.setattr(sealed, "PART", 1000)
    path = written(tmp_path / "sealed")
    assert len(parts(path)) == 1 + 5
    return path


@pytest.mark.parametrize("length", [0, 1, 999, 1000, 1001, 2000, 4500])
def test_what_was_sealed_comes_back(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, length: int) -> None:
    monkeypatch.setattr(sealed, "PART", 1000)
    assert opened(written(tmp_path / "sealed", SAID[:length])) == SAID[:length]


MOVED: dict[str, tuple[str, Callable[[list[bytes]], list[bytes]]]] = {
    "two parts the other way round": ("part 1 is not", lambda whole: [whole[0], whole[2], whole[1], *whole[3:]]),
    "a part twice": ("part 2 is not", lambda whole: [*whole[:2], *whole[1:]]),
    "a part left out": ("part 2 is not", lambda whole: [*whole[:2], *whole[3:]]),
    "the last part left out": ("its last part is missing", lambda whole: whole[:-1]),
    "only the header": ("its last part is missing", lambda whole: whole[:1]),
    "half the header": ("cut off within its first line", lambda whole: [whole[0][:20]]),
    "nothing": ("an empty file", lambda whole: []),
    "another kind of file": ("not a backup of Holdfast's", lambda whole: [b"PK\x03\x04", *whole]),
    "something after the end": ("added after its end", lambda whole: [*whole, b"x"]),
    "the last part in the middle": ("part 2 is not", lambda whole: [*whole[:2], whole[-1]]),
    "a part said to be the last": ("part 2 is not", lambda whole: [*whole[:2], b"\x01" + whole[2][1:]]),
    "a part said to be longer": ("longer than any", lambda whole: [whole[0], whole[1][:1] + b"\xff" + whole[1][2:]]),
}


@pytest.mark.parametrize(("words", "move"), MOVED.values(), ids=MOVED)
def test_parts_that_were_moved_or_cut_off_are_noticed(in_parts: Path, words: str, move: Callable) -> None:
    in_parts.write_bytes(b"".join(move(parts(in_parts))))
    with pytest.raises(BackupRefused, match=words):
        opened(in_parts)


def test_a_part_of_another_file_with_the_same_key_and_words_fits_nowhere(in_parts: Path) -> None:
    one = parts(in_parts)
    other = parts(written(in_parts))
    in_parts.write_bytes(b"".join([*one[:2], other[2], *one[3:]]))
    with pytest.raises(BackupRefused, match="part 2 is not"):
        opened(in_parts)


def test_any_byte_that_is_altered_is_noticed(in_parts: Path) -> None:
    whole = in_parts.read_bytes()
    for at in range(len(whole)):
        altered = bytearray(whole)
        altered[at] ^= 1
        in_parts.write_bytes(altered)
        with pytest.raises(BackupRefused):
            opened(in_parts)
    in_parts.write_bytes(whole)
    assert opened(in_parts) == SAID


def test_any_length_but_its_own_is_noticed(in_parts: Path) -> None:
    whole = in_parts.read_bytes()
    for length in range(len(whole)):
        in_parts.write_bytes(whole[:length])
        with pytest.raises(BackupRefused):
            opened(in_parts)


def test_another_key_is_told_by_its_mark_and_no_key_stands_in_the_file(in_parts: Path) -> None:
    with pytest.raises(BackupRefused, match=f"mark {sealed.mark_of(KEY).hex()}.*{sealed.mark_of(ANOTHER_KEY).hex()}"):
        opened(in_parts, ANOTHER_KEY)
    assert KEY not in in_parts.read_bytes()


def test_the_same_words_are_never_sealed_the_same_twice(in_parts: Path) -> None:
    once = parts(in_parts)
    again = parts(written(in_parts))
    assert not set(once) & set(again)
