"""Who says so: a source, what it claims, and what to do where two claims differ."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from holdfast.inspection.history.when import When

Sureness = Literal["printed", "published", "second_hand"]

HOW_SURE: dict[Sureness, str] = {
    "printed": "as printed in the inspectors' own report",
    "published": "as published by the body named here",
    "second_hand": "second hand",
}
"""How far a source can be trusted, the surest first."""

_RANK = {sure: rank for rank, sure in enumerate(HOW_SURE)}

TIMES = ("inspected", "published", "when", "before")
"""What a claim may be about that is a time: the days on site, the day a report came out, the day of a visit or step,
and the day of something that rests on it and so came after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where something was read: its title or subject, who published it, when, and how far it is sure.

    ``url`` stands only for a public page of the government or the council that was seen to exist, on ``seen_on``;
    another source is named in words.
    """

    key: str
    title: str
    publisher: str
    sure: Sureness
    on: When | None = None
    url: str | None = None
    seen_on: date | None = None

    @property
    def words(self) -> str:
        """``Publisher, title, day (how sure)``, and the address where there is one."""
        unsaid = ", day not given" if self.sure == "second_hand" else ""
        day = f", {self.on.words}" if self.on else unsaid
        address = f" <{self.url}>" if self.url else ""
        return f"{self.publisher}, {self.title}{day} ({HOW_SURE[self.sure]}){address}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceClaim:
    """One thing that one source says of an event: what it is about (``when``, ``published``, ``ordinal``) and the value
    as a text, such as ``2022-03`` or ``5``."""

    about: str
    value: str
    source: Source

    @property
    def time(self) -> When:
        """The value as a time; NotAWhen where it is none."""
        return When.of(self.value)

    @property
    def words(self) -> str:
        """The value for people."""
        return self.time.words if self.about in TIMES else self.value

    def agrees_with(self, other: "SourceClaim") -> bool:
        """Whether both can be true: times that have a day in common, other values that are equal."""
        return self.time.agrees_with(other.time) if self.about in TIMES else self.value == other.value


def surest(claims: Iterable[SourceClaim], about: str) -> SourceClaim | None:
    """The claim to go by: from the surest source, and of equally sure ones the first. None where nobody claims it."""
    found = [one for one in claims if one.about == about]
    return min(found, key=lambda one: _RANK[one.source.sure]) if found else None


def differing(claims: Iterable[SourceClaim], about: str) -> tuple[SourceClaim, ...]:
    """The claims that cannot be true beside the surest one. They are kept, and shown beside it."""
    every = tuple(claims)
    best = surest(every, about)
    return tuple(one for one in every if best and one.about == about and not one.agrees_with(best))


def sources_of(claims: Iterable[SourceClaim]) -> tuple[Source, ...]:
    """Every source once, the surest first."""
    once = {one.source.key: one.source for one in claims}
    return tuple(sorted(once.values(), key=lambda one: _RANK[one.sure]))
