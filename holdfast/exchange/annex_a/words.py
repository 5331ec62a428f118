"""What the lists say in words, as the record's own words and codes, and back.

The lists label their answers with letters (``a) Yes``) or give the census code (``C2 - Full care order``), and
councils put either, both or neither. The vocabulary lies in ``words.csv`` beside this file.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from holdfast.record.field import remembered

_LABEL = re.compile(r"^\(?[a-z][).]\s*", re.IGNORECASE)
_CODE = re.compile(r"\b([A-Z]{1,2}\d{1,2}[A-Z]?)[a-z]?\b")
_SOURCE = re.compile(r"^(\d[A-Z]?)\b\s*[:-]?\s*")
_YES = re.compile(r"(?:1 ?[-=]? ?)?(?:yes|y|true|seen|child seen|offered and)\b.*")
_NO = re.compile(r"(?:0 ?[-=]? ?)?(?:no|n|false|not seen|child not seen|not offered|none|no disability|unborn)\b.*")
_SILENT = re.compile(
    r"unknown|u|n/?k|not (?:known|recorded|stated|obtained|applicable)|n/?a|no visit\b.*|refu.*|nobt.*|-"
)
_NFA = {"nfa": "Y", "no further action": "Y", "fa": "N", "further action": "N", "1": "Y", "0": "N"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One answer: the record's code, the label it is written with, and other ways it is known by."""

    code: str
    label: str
    also: re.Pattern[str] | None


def without_label(cell: str) -> str:
    """The cell without the letter in front."""
    return _LABEL.sub("", cell).strip()


def code_of(field: str, cell: str) -> str | None:
    """The record's code for a cell; the cell's own words where none is known for them."""
    words = _vocabulary()[field]
    codes = {one.code for one in words}
    for found in _CODE.findall(cell):
        if found in codes:
            return str(found)
    text = without_label(cell)
    plain = " ".join(text.casefold().split())
    for one in words:
        if plain in (without_label(one.label).casefold(), one.code.casefold()):
            return one.code
    for one in words:
        if one.also and one.also.search(plain):
            return one.code
    return text or None


def label_of(field: str, code: str | None) -> str | None:
    """What is written for a code: its label, with the code in front where that is a census code."""
    if code is None:
        return None
    one = next((one for one in _vocabulary()[field] if one.code == code), None)
    if one is None:
        return code
    return f"{code} - {one.label}" if _CODE.fullmatch(code) else one.label


def bare_code(cell: str) -> str:
    """The census code in a cell, wherever it stands; the words without their label where there is none."""
    found = _CODE.search(cell)
    return found.group(1) if found else without_label(cell)


def source_of(cell: str) -> tuple[str | None, str]:
    """The code and the words of a source such as ``q) 6: Police``."""
    text = without_label(cell)
    found = _SOURCE.match(text)
    return (found.group(1), text[found.end() :] or text) if found else (None, text)


def yes_or_no(cell: str) -> str:
    """``Y``, ``N`` or nothing-recorded for a cell; the cell itself where it is none of them."""
    plain = without_label(cell).casefold().strip(" .")
    if plain in _NFA:
        return _NFA[plain]
    if _SILENT.fullmatch(plain):
        return "unknown"
    if _NO.fullmatch(plain):
        return "N"
    return "Y" if _YES.fullmatch(plain) else cell


def _searched(words: str) -> str:
    """Words to be found at the beginning of a word; an abbreviation must stand alone."""
    return re.escape(words) + (r"(?!\w)" if len(words) <= 3 else "")


@remembered
def _vocabulary() -> Mapping[str, tuple[Word, ...]]:
    text = resources.files(__package__).joinpath("words.csv").read_text(encoding="utf-8")
    found: dict[str, list[Word]] = {}
    for row in csv.DictReader(text.splitlines()):
        also = "|".join(_searched(one) for one in row["also"].split("|") if one)
        pattern = re.compile(rf"(?<!\w)(?:{also})") if also else None
        found.setdefault(row["field"], []).append(Word(code=row["code"], label=row["label"], also=pattern))
    return {field: tuple(words) for field, words in found.items()}
