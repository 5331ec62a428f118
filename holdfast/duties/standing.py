"""One child's record as it stood at a moment, with the nouns that are worked out from others.

A period of care or a time as a care leaver is on no table: it is worked out from episodes and birthdays. The
functions that do so are registered here by the areas, once for one child; the column engine registers its own
twins, and a property test holds the two equal.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from holdfast.record.child import Child, Held
from holdfast.record.field import Fact, column_named
from holdfast.record.people import Person

F = TypeVar("F", bound=Fact)


class Standing:
    """A child as at a moment; worked-out nouns are computed once and kept."""

    def __init__(self, child: Child, moment: datetime) -> None:
        """Take the record as it stood at ``moment``."""
        self.child = child.as_at(moment)
        self.moment = moment
        self._kept: dict[type[Fact], tuple[Fact, ...]] = {}

    @property
    def today(self) -> date:
        """The day of the moment."""
        return self.moment.date()

    @property
    def held(self) -> Held:
        """What the extract holds."""
        return self.child.held

    @property
    def died_on(self) -> date | None:
        """The day the child died, where it is on record and not after the moment."""
        return min((one.died_on for one in self.child.of(Person) if one.died_on is not None), default=None)

    def of(self, noun: type[F]) -> tuple[F, ...]:
        """The facts of this kind, worked out if need be."""
        derivation = DERIVED.get(noun)
        if derivation is None:
            return self.child.of(noun)
        if noun not in self._kept:
            self._kept[noun] = tuple(derivation.one(self))
        return self._kept[noun]  # type: ignore[return-value]

    def has(self, noun: type[Fact], *fields: str) -> bool:
        """True when the extract can say this; for a worked-out noun, when it has what that is made of."""
        return held_has(self.held, noun, *fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """How a worked-out noun comes from others, for one child, and whether an extract can say it at all.

    ``told`` is asked with what the extract holds and the fields that are wanted. ``made_of`` names the tables and
    fields of which any one will do to begin with, for those who ask what an extract lacks.
    """

    one: Callable[[Standing], Sequence[Fact]]
    told: Callable[[Held, tuple[str, ...]], bool]
    made_of: tuple[tuple[type[Fact], str], ...]


DERIVED: dict[type[Fact], Derivation] = {}
"""Filled by ``holdfast.duties.journeys``; see there."""


def cure_of(noun: type[Fact], field: str) -> str:
    """The table and column, by the names they have in an extract, that would let it say this."""
    derivation = DERIVED.get(noun)
    sources = derivation.made_of if derivation else ((noun, field),)
    return " or ".join(f"{one.table} with {column_named(one, name).header}" for one, name in sources)


def held_has(held: Held, noun: type[Fact], *fields: str) -> bool:
    """``Held.has`` that also knows the worked-out nouns."""
    derivation = DERIVED.get(noun)
    return held.has(noun, *fields) if derivation is None else derivation.told(held, fields)


def told_until(held: Held, noun: type[Fact]) -> date | None:
    """The last day of which the extract tells this; for a worked-out noun, of which all it is made of is told."""
    derivation = DERIVED.get(noun)
    sources = [one for one, _ in derivation.made_of] if derivation else [noun]
    return min((held.known_until[one] for one in sources if one in held.known_until), default=None)
