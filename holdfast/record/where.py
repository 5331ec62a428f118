"""Conditions on a fact, as data, so that one child and a column of children are asked the same question.

A condition never treats silence as yes: a field with nothing in it satisfies only ``Unknown`` and ``IsNot``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

Get = Callable[[str], Any]
Value = str | bool | float | date


class Where:
    """A condition; ``holds`` asks it of one fact through a function that gives a field's value."""

    __slots__ = ()

    def holds(self, get: Get) -> bool:
        """True when the condition is met."""
        raise NotImplementedError

    def fields(self) -> frozenset[str]:
        """The fields that the condition reads."""
        return frozenset()

    def needs(self) -> frozenset[str]:
        """The fields without which the condition can never be met: those that must say something."""
        return self.fields()


@dataclass(frozen=True, slots=True)
class Always(Where):
    """No condition."""

    def holds(self, get: Get) -> bool:
        """Always true."""
        return True


@dataclass(frozen=True, slots=True)
class Is(Where):
    """The field has this value (or one of these)."""

    field: str
    values: tuple[Value, ...]

    def __init__(self, field: str, *values: Value) -> None:
        object.__setattr__(self, "field", field)
        object.__setattr__(self, "values", values)

    def holds(self, get: Get) -> bool:
        """True when the field's value is one of the values."""
        return get(self.field) in self.values

    def fields(self) -> frozenset[str]:
        """The one field."""
        return frozenset({self.field})


@dataclass(frozen=True, slots=True)
class IsNot(Where):
    """The field has another value than these, or none."""

    field: str
    values: tuple[Value, ...]

    def __init__(self, field: str, *values: Value) -> None:
        object.__setattr__(self, "field", field)
        object.__setattr__(self, "values", values)

    def holds(self, get: Get) -> bool:
        """True unless the field has one of the values."""
        return get(self.field) not in self.values

    def fields(self) -> frozenset[str]:
        """The one field."""
        return frozenset({self.field})

    def needs(self) -> frozenset[str]:
        """None: silence meets it."""
        return frozenset()


@dataclass(frozen=True, slots=True)
class Known(Where):
    """The field has a value."""

    field: str

    def holds(self, get: Get) -> bool:
        """True when the field is not empty."""
        return get(self.field) is not None

    def fields(self) -> frozenset[str]:
        """The one field."""
        return frozenset({self.field})


@dataclass(frozen=True, slots=True)
class Unknown(Where):
    """The field has no value."""

    field: str

    def holds(self, get: Get) -> bool:
        """True when the field is empty."""
        return get(self.field) is None

    def fields(self) -> frozenset[str]:
        """The one field."""
        return frozenset({self.field})

    def needs(self) -> frozenset[str]:
        """None: silence meets it."""
        return frozenset()


@dataclass(frozen=True, slots=True)
class Before(Where):
    """One day or number of the fact comes before another; false when either is not known."""

    field: str
    other: str

    def holds(self, get: Get) -> bool:
        """True when both are known and the first is before the second."""
        first, second = get(self.field), get(self.other)
        return first is not None and second is not None and bool(first < second)

    def fields(self) -> frozenset[str]:
        """Both fields."""
        return frozenset({self.field, self.other})


@dataclass(frozen=True, slots=True)
class NotBefore(Where):
    """One day of the fact is the other or later; false when either is not known."""

    field: str
    other: str

    def holds(self, get: Get) -> bool:
        """True when both are known and the first is not before the second."""
        first, second = get(self.field), get(self.other)
        return first is not None and second is not None and bool(first >= second)

    def fields(self) -> frozenset[str]:
        """Both fields."""
        return frozenset({self.field, self.other})


@dataclass(frozen=True, slots=True)
class All(Where):
    """Every one of the conditions."""

    parts: tuple[Where, ...]

    def __init__(self, *parts: Where) -> None:
        object.__setattr__(self, "parts", parts)

    def holds(self, get: Get) -> bool:
        """True when all hold."""
        return all(part.holds(get) for part in self.parts)

    def fields(self) -> frozenset[str]:
        """The fields of every part."""
        return frozenset().union(*(part.fields() for part in self.parts))

    def needs(self) -> frozenset[str]:
        """What every part needs, together."""
        return frozenset().union(*(part.needs() for part in self.parts))


@dataclass(frozen=True, slots=True)
class AnyOf(Where):
    """At least one of the conditions."""

    parts: tuple[Where, ...]

    def __init__(self, *parts: Where) -> None:
        object.__setattr__(self, "parts", parts)

    def holds(self, get: Get) -> bool:
        """True when one holds."""
        return any(part.holds(get) for part in self.parts)

    def fields(self) -> frozenset[str]:
        """The fields of every part."""
        return frozenset().union(*(part.fields() for part in self.parts))

    def needs(self) -> frozenset[str]:
        """What no part can do without."""
        return frozenset.intersection(*(part.needs() for part in self.parts)) if self.parts else frozenset()


ALWAYS = Always()
