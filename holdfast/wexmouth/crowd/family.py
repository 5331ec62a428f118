"""Families of the crowd: brothers and sisters, who they are, and in whose hands their case has been."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from holdfast.dates import Days, add_years, age_on
from holdfast.record.people import Disability, Person
from holdfast.wexmouth.crowd.chance import Chance, UnsteadyPace
from holdfast.wexmouth.crowd.identity import (
    ETHNICITIES,
    FORENAMES,
    nhs_number,
    surname,
    unique_pupil_number,
)
from holdfast.wexmouth.telling import CARRIED_ON_TO, WEXMOUTH_DAY, Telling
from holdfast.wexmouth.workers import allocated

SIZES = {1: 52.0, 2: 26.0, 3: 14.0, 4: 6.0, 5: 2.0}
BANDS = {"east": 92, "west": 92, "care": 120, "pathways": 900, "disabled": 330, "hub": 150, "reviewing": 500}
"""Of how many children of the council one worker of each kind has those whom that team works with."""

RECENT = date(2025, 6, 1)
CHANGES_AT_MOST = 2
"""Changes of worker in the last twelve months; more are planted or a story's."""

DISABILITIES = {"AUT": 30.0, "LD": 22.0, "BEH": 18.0, "COMM": 12.0, "MOB": 8.0, "MC": 5.0, "VIS": 3.0, "HEAR": 2.0}


def child_id(number: int) -> str:
    """The id of the crowd's child of this number."""
    return f"WX-{number:06d}"


@dataclass(slots=True)
class Life:
    """One child of the crowd while her record is being told. ``hands`` are her workers, each from a day on."""

    number: int
    told: Telling
    chance: Chance
    born_on: date
    hands: list[tuple[date, str]] = field(default_factory=list)

    def worker_on(self, day: date) -> str:
        """The name of the worker on a day; the first one's before there was any."""
        began = [name for since, name in self.hands if since <= day]
        return began[-1] if began else self.hands[0][1]

    def age(self, day: date) -> int:
        """Completed years on a day."""
        return age_on(self.born_on, day)


@dataclass(slots=True)
class Family:
    """Brothers and sisters. ``first`` is the number of the first child, ``size`` how many there are."""

    seed: int
    number: int
    first: int
    size: int
    kind: str
    chance: Chance
    ethnicity: str
    surname: str

    def lives(self, youngest: float, eldest: float) -> list[Life]:
        """The children, the youngest first; the youngest between these ages in years on Wexmouth's day."""
        return list(self._lives(youngest, eldest))

    def _lives(self, youngest: float, eldest: float) -> Iterator[Life]:
        days = self.chance.number(round(youngest * 365.25), round(eldest * 365.25))
        for place in range(self.size):
            number = self.first + place
            chance = Chance(f"{self.seed} child {number}")
            yield _person(self, number, chance, Days(days).before(WEXMOUTH_DAY))
            days = min(days + self.chance.number(400, 1500), round(17.6 * 365.25) - 40 * place)

    @property
    def team(self) -> str:
        """Which of the two safeguarding teams works with the family."""
        return "east" if self.number % 2 else "west"


def family(seed: int, number: int, first: int, kinds: Mapping[str, float], most: Mapping[str, int]) -> Family:
    """Draw a family: its way through the service, and how many children it has; ``most`` for some ways."""
    chance = Chance(f"{seed} family {number}")
    kind = chance.weighed(kinds)
    size = min(chance.weighed(SIZES), most.get(kind, max(SIZES)))
    ethnicity = chance.weighed(ETHNICITIES)
    return Family(seed, number, first, size, kind, chance, ethnicity, surname(chance, ethnicity))


def _person(of: Family, number: int, chance: Chance, born_on: date) -> Life:
    told = Telling(child_id(number), UnsteadyPace(chance))
    sex = "M" if chance.odds(0.53) else "F"
    at_school = age_on(born_on, WEXMOUTH_DAY) >= 5
    forename, disabled = chance.one_of(FORENAMES[sex]), chance.odds(0.13)
    told.is_(
        forename, of.surname, born_on, sex, gender=sex, ethnicity=of.ethnicity, nhs_number=nhs_number(number),
        upn=unique_pupil_number(number, add_years(born_on, 5).year) if at_school else None,
        upn_unknown=None if at_school else "UN1", send=at_school and (disabled or chance.odds(0.2)),
        nationality="British",
    )  # fmt: skip
    if disabled:
        told.add(Disability, code=chance.weighed(DISABILITIES))
    return Life(number=number, told=told, chance=chance, born_on=born_on)


def says_who(life: Life, **more: Any) -> None:
    """Say more of who the child is."""
    place = next(place for place, fact in enumerate(life.told.facts) if isinstance(fact, Person))
    life.told.facts[place] = replace(life.told.facts[place], **more)


def worker_named(team: str, number: int, away: int = 0) -> str:
    """The worker of a team who has the child of this number, or a colleague so many posts away."""
    return f"{team}-{number // BANDS[team] + 1 + away}"


Stretch = tuple[str, date, date | None, str | None]
"""A team's time with a child: the team, from, until, and why it ended."""


def allot(life: Life, stretches: Sequence[Stretch]) -> None:
    """Say who worked with the child: each team's worker, with the changes that come in any service."""
    begun_before = [since for since, _ in life.hands] + [since for _, since, _, _ in stretches]
    left = CHANGES_AT_MOST - sum(since >= RECENT for since in sorted(begun_before)[1:])
    for place, (team, since, until, why) in enumerate(stretches):
        end = until or CARRIED_ON_TO
        days = _changes(life.chance, since, end)
        recent = [day for day in days if day >= RECENT][: max(left, 0)]
        left -= len(recent)
        cuts = [since, *(day for day in days if day < RECENT), *recent]
        last = place == len(stretches) - 1
        for number, begun in enumerate(cuts):
            away = len(cuts) - 1 - number + (0 if last else 1)
            name = worker_named(team, life.number, away)
            over = cuts[number + 1] if number + 1 < len(cuts) else until
            allocated(life.told, name, begun, over, ("left" if over != until else why) if over else None)
            life.hands.append((begun, name))


def _changes(chance: Chance, since: date, until: date) -> list[date]:
    """Days on which the worker changed: about every fifteen months, never in the first six weeks."""
    found = []
    day = Days(chance.number(45, 620)).after(since)
    while day < until:
        found.append(day)
        day = Days(chance.number(70, 620)).after(day)
    return found
