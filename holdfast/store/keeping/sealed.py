"""A file that only the holder of the key can read or make, and in which nothing can be altered, moved or cut off.

The header: sixteen letters, the number of the format, the mark of the key, and an id of this file drawn at random.
Then parts, each with whether it is the last, its length, a nonce drawn at random, and its bytes sealed with
AES-256-GCM. What is sealed with each part is the header, the part's number and whether it is the last.
"""

import hashlib
import hmac
import os
import struct
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FORMAT = 1
"""The number of the format that is written and read here."""

KEY_BYTES = 32
PART = 262_144
"""So many bytes are sealed at once."""

LETTERS = b"HOLDFAST BACKUP\n"
HEADER = struct.Struct(">16sI8s16s")
FRAME = struct.Struct(">?I12s")
TAG = 16


class BackupRefused(Exception):
    """The backup is not to be trusted, or does not belong here; says in plain words what is wrong."""


def mark_of(key: bytes) -> bytes:
    """Eight bytes by which a key is told from another, and from which it cannot be worked out."""
    return hmac.new(key, b"holdfast backup key", hashlib.sha256).digest()[:8]


class Sealing:
    """Seals what is written to it into a file; without ``close`` the file has no end and is refused."""

    def __init__(self, file: BinaryIO, key: bytes) -> None:
        self._file = file
        self._cipher = AESGCM(key)
        self._header = HEADER.pack(LETTERS, FORMAT, mark_of(key), os.urandom(16))
        self._waiting = bytearray()
        self._number = 0
        file.write(self._header)

    def write(self, some: bytes) -> None:
        """Take some bytes in; whole parts go to the file at once."""
        self._waiting += some
        while len(self._waiting) > PART:
            self._seal(bytes(self._waiting[:PART]), last=False)
            del self._waiting[:PART]

    def close(self) -> None:
        """Seal what is left as the last part."""
        self._seal(bytes(self._waiting), last=True)

    def _seal(self, some: bytes, *, last: bool) -> None:
        nonce = os.urandom(12)
        sealed = self._cipher.encrypt(nonce, some, _bound(self._header, self._number, last=last))
        self._file.write(FRAME.pack(last, len(sealed), nonce) + sealed)
        self._number += 1


def unsealed(file: BinaryIO, key: bytes) -> Iterator[bytes]:
    """The bytes of a sealed file, part by part; BackupRefused as soon as something is wrong with it."""
    header = file.read(HEADER.size)
    _check_header(header, key)
    cipher, number, last = AESGCM(key), 0, False
    while not last:
        last, nonce, sealed = _part(file, number)
        try:
            some = cipher.decrypt(nonce, sealed, _bound(header, number, last=last))
        except InvalidTag:
            raise BackupRefused(
                f"The backup was altered: its part {number + 1} is not what was sealed there."
            ) from None
        yield some
        number += 1
    if file.read(1):
        raise BackupRefused("The backup was altered: something was added after its end.")


def _check_header(header: bytes, key: bytes) -> None:
    if not header:
        raise BackupRefused("The backup is an empty file: nothing was ever written to it, or it was emptied.")
    if not header.startswith(LETTERS[: len(header)]):
        raise BackupRefused("This file is not a backup of Holdfast's.")
    if len(header) < HEADER.size:
        raise BackupRefused("The backup was cut off within its first line.")
    _, number, mark, _ = HEADER.unpack(header)
    check_format(number)
    if mark != mark_of(key):
        raise BackupRefused(
            f"The backup was made with another key: its key has the mark {mark.hex()}, the key that was given "
            f"{mark_of(key).hex()}."
        )


def check_format(number: object) -> None:
    """BackupRefused where a backup is of another format than this one."""
    if number != FORMAT:
        raise BackupRefused(
            f"The backup is of the wrong version: its format is {number}, and this Holdfast reads format {FORMAT}. "
            "Restore it with the Holdfast that made it."
        )


def _part(file: BinaryIO, number: int) -> tuple[bool, bytes, bytes]:
    """Whether the next part is the last, its nonce and what is sealed in it."""
    frame = file.read(FRAME.size)
    if len(frame) == FRAME.size:
        last, length, nonce = FRAME.unpack(frame)
        if length > PART + TAG:
            raise BackupRefused(f"The backup was altered: its part {number + 1} is longer than any that is written.")
        sealed = file.read(length)
        if len(sealed) == length:
            return last, nonce, sealed
    raise BackupRefused(f"The backup was cut off: it ends in its part {number + 1}, and its last part is missing.")


def _bound(header: bytes, number: int, *, last: bool) -> bytes:
    """What a part is sealed together with, so that it fits in no other place and in no other file."""
    return header + struct.pack(">Q?", number, last)
