"""A child's record: nothing but dated facts, and what the extract could and could not say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar

from holdfast.record.field import Fact
from holdfast.record.history import facts_as_at, facts_as_known

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What an extract holds: which nouns, with which fields, and which only as the latest of a history.

    A noun that is not in ``fields`` was absent: nothing is known of it. A noun with fields and no facts is
    empty: it is known that there are none. ``latest_only`` nouns give one row where a history was. Of a noun in
    ``known_from``, what happened before that day was not given: its absence before then means nothing. Of a noun in
    ``known_until``, what happened after that day was not given: its absence since then means nothing.
    """

    fields: Mapping[type[Fact], frozenset[str]]
    latest_only: frozenset[type[Fact]] = frozenset()
    known_from: Mapping[type[Fact], date] = field(default_factory=dict)
    known_until: Mapping[type[Fact], date] = field(default_factory=dict)

    def has(self, noun: type[Fact], *fields: str) -> bool:
        """True when the extract holds the noun and, of it, every one of the fields."""
        return noun in self.fields and all(name in self.fields[noun] for name in fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """One child's facts by noun, and what the extract they came from holds."""

    id: str
    facts: Mapping[type[Fact], tuple[Fact, ...]]
    held: Held = field(default_factory=lambda: Held(fields={}))

    def of(self, noun: type[F]) -> tuple[F, ...]:
        """Every fact of this kind; empty when there is none (ask ``held`` whether that means anything)."""
        return self.facts.get(noun, ())  # type: ignore[return-value]

    def as_at(self, moment: datetime) -> "Child":
        """The record as it stood at ``moment``."""
        facts = {noun: facts_as_at(some, moment) for noun, some in self.facts.items()}
        return Child(id=self.id, facts=facts, held=self.held)

    def as_known(self, moment: datetime) -> "Child":
        """The record as it had been entered by ``moment``."""
        facts = {noun: facts_as_known(some, moment) for noun, some in self.facts.items()}
        return Child(id=self.id, facts=facts, held=self.held)
