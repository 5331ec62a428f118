"""Who may do what to whose record: seat by relationship by act, read from ``permissions.toml``.

Whoever asks for what they may not do is answered as though it were not there.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from holdfast.casework.relationships import IN_WORDS, Relationship, relationships_of
from holdfast.casework.seats import Seat
from holdfast.duties.standing import Standing


class NotThere(Exception):
    """The act is not for this seat and this child; nothing is said about whether the child exists."""


@dataclass(frozen=True, slots=True)
class Rule:
    """These seats may do the act to a child with whom they have any of these relationships."""

    act: str
    seats: frozenset[str]
    relationships: frozenset[Relationship]


def read_table(text: str) -> tuple[Rule, ...]:
    """The table; ValueError naming what is wrong with a rule that names nothing, or a relationship nobody has."""
    rules = []
    for one in tomllib.loads(text)["may"]:
        unknown = sorted(set(one["with"]) - IN_WORDS.keys())
        if unknown or not one["seats"] or not one["with"]:
            raise ValueError(
                f"The rule for {one['act']!r} in permissions.toml names {unknown or 'nobody'}. It needs seats, and "
                f"relationships out of {', '.join(IN_WORDS)}."
            )
        rules.append(Rule(one["act"], frozenset(one["seats"]), frozenset(one["with"])))
    return tuple(rules)


@dataclass(frozen=True, slots=True)
class CouncilRule:
    """These seats may do an act that is about no child, on this basis."""

    act: str
    seats: frozenset[str]
    basis: str


def read_council_table(text: str) -> tuple[CouncilRule, ...]:
    """The table of acts that are about no child; ValueError for a rule that names nobody or gives no basis."""
    rules = []
    for one in tomllib.loads(text)["of-council"]:
        if not one["seats"] or not one["basis"].strip():
            raise ValueError(f"The rule for {one['act']!r} in permissions.toml needs seats and a basis.")
        rules.append(CouncilRule(one["act"], frozenset(one["seats"]), one["basis"]))
    return tuple(rules)


_TEXT = (files("holdfast.casework") / "permissions.toml").read_text(encoding="utf-8")
COUNCIL_TABLE = read_council_table(_TEXT)
TABLE = read_table(_TEXT)
ACTS: frozenset[str] = frozenset(one.act for one in TABLE)


def basis(act: str, seat: Seat, standing: Standing, table: tuple[Rule, ...] = TABLE) -> str | None:
    """On what basis the seat may do the act to this child, in words; None where it may not."""
    theirs = relationships_of(seat, standing)
    for rule in table:
        if rule.act == act and seat.code in rule.seats and theirs & rule.relationships:
            first = next(one for one in IN_WORDS if one in theirs & rule.relationships)
            return IN_WORDS[first]
    return None


def can(act: str, seat: Seat, standing: Standing) -> bool:
    """Whether the seat may do the act to this child."""
    return basis(act, seat, standing) is not None


def may_to_all(act: str, seat: Seat) -> bool:
    """Whether the seat may do the act to every child it sees: its own reach is what the table asks for."""
    return any(one.act == act and seat.code in one.seats and seat.scope in one.relationships for one in TABLE)


def check_may(act: str, seat: Seat, standing: Standing) -> str:
    """The basis; NotThere where there is none."""
    found = basis(act, seat, standing)
    if found is None:
        raise NotThere(act)
    return found


def acts_of(seat: Seat, standing: Standing) -> Mapping[str, str]:
    """Every act the seat may do to this child, with its basis."""
    return {act: found for act in sorted(ACTS) if (found := basis(act, seat, standing)) is not None}


def council_basis(act: str, seat: Seat) -> str | None:
    """On what basis the seat may do an act that is about no child, in words; None where it may not."""
    return next((one.basis for one in COUNCIL_TABLE if one.act == act and seat.code in one.seats), None)
