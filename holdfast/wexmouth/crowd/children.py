"""All the crowd, family after family, without end: how often each way through the service comes."""

from collections.abc import Callable, Iterator, Mapping

from holdfast.dates import Days
from holdfast.record.front_door import Referral
from holdfast.wexmouth.crowd import adoption, care, front_door, leaving, protection, unseen
from holdfast.wexmouth.crowd.chance import Chance
from holdfast.wexmouth.crowd.family import Family, Life, family, says_who
from holdfast.wexmouth.crowd.own_words import in_their_own_words, joined

Way = Callable[[Family], list[Life]]

WAYS: Mapping[str, tuple[float, Way]] = {
    "only contacts": (6.0, front_door.only_contacts),
    "nothing further": (6.5, front_door.nothing_further),
    "assessed": (20.0, front_door.assessed),
    "being assessed": (10.0, front_door.being_assessed),
    "needs help": (18.0, front_door.needs_help),
    "long help": (1.2, front_door.long_help),
    "was helped": (8.0, front_door.was_helped),
    "enquired into": (8.0, protection.enquired_into),
    "protected now": (6.8, protection.protected_now),
    "protected long": (0.3, protection.protected_long),
    "was protected": (4.5, protection.was_protected),
    "before court": (0.8, protection.before_court),
    "in care now": (12.0, care.in_care_now),
    "at home under an order": (0.5, care.at_home_under_order),
    "went home": (2.0, care.went_home),
    "to adoption": (1.6, adoption.to_adoption),
    "left care": (13.0, leaving.left_care),
    "came alone": (1.3, leaving.came_alone),
    "privately fostered": (0.5, unseen.privately_fostered),
    "homeless": (0.9, unseen.homeless),
}
"""Each way through the service: how often a family goes it, and how it is told."""

KINDS = {kind: weight for kind, (weight, _) in WAYS.items()}
MOST = {"left care": 1, "came alone": 1, "homeless": 1, "privately fostered": 1, "to adoption": 2}
"""How many brothers and sisters go some ways together, at most."""


def families(seed: int, first: int = 1) -> Iterator[Family]:
    """Every family in order; the children are numbered through from ``first``."""
    number = 1
    while True:
        one = family(seed, number, first, KINDS, MOST)
        yield one
        first += one.size
        number += 1


def lives_of(one: Family) -> list[Life]:
    """The children of a family, told; one referred before birth has the day on which the birth was expected."""
    lives = WAYS[one.kind][1](one)
    for life in lives:
        if any(referral.on < life.born_on for referral in life.told.of(Referral)):
            says_who(life, expected_on=Days(life.number % 15).after(Days(7).before(life.born_on)))
        in_their_own_words(life, Chance(f"{one.seed} words {life.number}"))
    joined(lives, f"WX-F{one.number:06d}", Chance(f"{one.seed} joined {one.number}"))
    return lives
