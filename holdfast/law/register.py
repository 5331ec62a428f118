"""The register: every citation, found by the id of the clock that rests on it."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

from holdfast.law import (
    adoption,
    child_protection,
    commencement,
    courts,
    front_door,
    health_and_education,
    homelessness,
    in_care,
    leaving_care,
    missing,
    private_fostering,
    unaccompanied,
    visits_in_care,
)
from holdfast.law.citation import Citation
from holdfast.law.local_norms import LOCAL_NORMS

_AREAS: Final = (
    front_door,
    child_protection,
    courts,
    commencement,
    in_care,
    visits_in_care,
    health_and_education,
    adoption,
    leaving_care,
    missing,
    private_fostering,
    homelessness,
    unaccompanied,
)


class _PlainKeyError(KeyError):
    """A KeyError that prints its sentence plainly, without the quotes a KeyError adds."""

    def __str__(self) -> str:
        return str(self.args[0])


class LocalNorm(_PlainKeyError):
    """Asked for the law of a clock that is a council's own standard."""


class UnknownClock(_PlainKeyError):
    """Asked for the law of a clock that has no citation."""


def _register() -> Mapping[str, tuple[Citation, ...]]:
    """Every area's citations in one table. Raises ValueError where two areas claim the same clock."""
    register: dict[str, tuple[Citation, ...]] = {}
    for area in _AREAS:
        for clock_id, citations in area.CITATIONS.items():
            if clock_id in register:
                raise ValueError(f"{clock_id} is cited in two areas; keep it in one, so that it has one law.")
            register[clock_id] = citations
    return MappingProxyType(register)


REGISTER: Final = _register()
"""Clock id to its citations. The first citation is the one the figure comes from."""


def citations_for(clock_id: str) -> tuple[Citation, ...]:
    """The law behind a clock, never empty; the first citation is the one its figure comes from.

    Raises LocalNorm where the clock is a council's setting, UnknownClock where no law is recorded.
    """
    if clock_id in LOCAL_NORMS:
        raise LocalNorm(f"{clock_id} is a local norm; a council setting, not law")
    if clock_id not in REGISTER:
        near = get_close_matches(clock_id, [*REGISTER, *LOCAL_NORMS], n=1)
        hint = f"Did you mean {near[0]}? " if near else ""
        raise UnknownClock(
            f"No law is recorded for the clock {clock_id!r}, and no duty may be computed without its law. "
            f"{hint}If it is new, add its citation to its area in holdfast/law."
        )
    return REGISTER[clock_id]


def may_alert(clock_id: str) -> bool:
    """Whether the provision a clock's figure comes from was read at all. Raises as `citations_for` does."""
    return citations_for(clock_id)[0].may_alert
