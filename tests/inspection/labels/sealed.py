"""Which reports stay unopened by whoever writes rules: a seeded third, by the name of the file."""

import hashlib

SEED = "holdfast sealed third 1:"


def is_sealed(file: str) -> bool:
    """Whether the report (its folder and name, with a slash between) belongs to the sealed third."""
    return int(hashlib.sha256((SEED + file).encode()).hexdigest(), 16) % 3 == 0


def text_hash(text: str) -> str:
    """What a label calls a text: 16 hexadecimal digits of its SHA-256, white space collapsed."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]
