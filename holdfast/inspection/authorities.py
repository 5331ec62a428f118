"""Which council a printed name means: by a dated table of names, whole and never by a part of one.

Hull is not Solihull, and Nottingham is not Nottinghamshire: a printed name is brought to a plain form (``the``,
``council``, ``borough`` and their like taken off its ends) and must then equal a name of the table.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from holdfast.inspection.printed import squeezed


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """One council of England with children's services: its name here, its code, and where the row comes from.

    ``begun`` and ``ended`` are its first and last day, None where it was there before or still is.
    """

    name: str
    code: str
    earlier_codes: tuple[str, ...]
    also_printed: tuple[str, ...]
    source: str
    begun: date | None = None
    ended: date | None = None

    def existed(self, day: date) -> bool:
        """Whether there was such a council on a day."""
        return (self.begun is None or self.begun <= day) and (self.ended is None or day <= self.ended)


_BEFORE = (
    r"(?:the )|(?:(?:royal |london )?(?:metropolitan )?borough(?: council)? of )|(?:metropolitan district of )"
    r"|(?:city of )|(?:county of )|(?:council of the )|(?:royal )"
)
_AFTER = (
    r"(?:,? (?:(?:local )?safeguarding children board|county|city|district|borough|metropolitan|unitary"
    r"|london|royal|rural|council|councils|corporation"
    r"|authority|local|children[’']?s|services|service|social|care|trust|mbc|cc|bc|['’]s|and|district))"
)
_STRIP_BEFORE = re.compile(rf"^(?:{_BEFORE})")
_STRIP_AFTER = re.compile(rf"{_AFTER}$")


@cache
def authorities() -> tuple[Authority, ...]:
    """Every row of the table, in the order of names."""
    text = resources.files(__package__).joinpath("authorities.csv").read_text(encoding="utf-8")
    return tuple(
        Authority(
            name=row["name"], code=row["code"], source=row["source"],
            earlier_codes=tuple(row["earlier_codes"].split()),
            also_printed=tuple(one.strip() for one in row["also_printed"].split(";") if one.strip()),
            begun=_day(row["from"]), ended=_day(row["until"]),
        )
        for row in csv.DictReader(text.splitlines())
    )  # fmt: skip


def _day(said: str) -> date | None:
    return date.fromisoformat(said) if said else None


def plain(printed: str) -> str:
    """A name in its plain form, for comparing whole: no capitals, ``and`` for ``&``, apostrophes all alike."""
    text = squeezed(printed).casefold().replace("&", " and ").replace("’", "'").strip(" .,:;–-")
    return squeezed(text.replace("-upon-", " upon ").replace("-on-", " on ").replace("-le-", " le "))


@cache
def _by_plain_name() -> dict[str, Authority]:
    table: dict[str, Authority] = {}
    for one in authorities():
        for name in (one.name, *one.also_printed):
            table.setdefault(plain(name), one)
    return table


def _shorter(name: str) -> Iterator[str]:
    """The plain name, then with one office word after another taken off its ends."""
    yield name
    while True:
        shorter = _STRIP_AFTER.sub("", name)
        if shorter == name:
            shorter = _STRIP_BEFORE.sub("", name)
        if shorter == name or not shorter:
            return
        name = shorter.strip(" ,")
        yield name


def authority_of(printed: str) -> Authority | None:
    """The council that a printed name means, or None where the table does not have it whole."""
    table = _by_plain_name()
    for name in _shorter(plain(printed)):
        if name in table:
            return table[name]
    return None


_NOT_PART_OF = "".join(rf"(?<!\b{word} )" for word in "North South East West Mid Central New Great".split())
"""South Derbyshire is a district of its own, and no part of its name is a council with children's services."""


@cache
def _in_prose() -> re.Pattern[str]:
    """Every name of the table as a whole word, the longest first."""
    names = {name for one in authorities() for name in (one.name, *one.also_printed)}
    words = "|".join(re.escape(name).replace(r"\-", "[- ]") for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w-]){_NOT_PART_OF}(?:{words})(?![\w-])(?! under\b)".replace("\\&", "&"))


def named_in(text: str) -> list[tuple[int, int, Authority]]:
    """Each council's name that stands in a text as a whole word: from, to, which. Names are read longest first."""
    found = []
    for match in _in_prose().finditer(text):
        council = _by_plain_name().get(plain(match.group()))
        if council is not None:
            found.append((match.start(), match.end(), council))
    return found
