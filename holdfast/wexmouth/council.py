"""The whole of Wexmouth: the stories, the crowd and what is planted in it, as one record."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from holdfast.dates import add_years, age_on
from holdfast.record.columns import Columns
from holdfast.record.field import Fact, day_fields
from holdfast.record.people import Person, Professional
from holdfast.wexmouth.columns import (
    Frames,
    Tick,
    as_it_stood,
    caseloads,
    frames_of,
    names_of_workers,
    whole,
    with_workers,
)
from holdfast.wexmouth.crowd.chance import Chance
from holdfast.wexmouth.crowd.children import families, lives_of
from holdfast.wexmouth.crowd.family import Family, Life
from holdfast.wexmouth.crowd.identity import full_name, nhs_number, unique_pupil_number
from holdfast.wexmouth.improvement import the_plan
from holdfast.wexmouth.known_then import facts_of_then
from holdfast.wexmouth.line import the_line
from holdfast.wexmouth.planted import PLANTED, PlantedProblem
from holdfast.wexmouth.stories import STORIES
from holdfast.wexmouth.telling import THE_EVENING_BEFORE, WEXMOUTH_DAY
from holdfast.wexmouth.told_children import met_together, told_and_promised
from holdfast.wexmouth.workers import everyone, is_of_the_stories, team_of, title_of, worker
from holdfast.wexmouth.written_plan import facts_of

BLOCK = 1000
"""How many children are turned into columns at a time."""

NUMBERS_FROM = 400_000
"""Where the NHS numbers and pupil numbers of the children begin who are not the crowd's."""


OVER_BY = date(2025, 3, 1)
"""A family whose record was over by this day is in no month of Wexmouth's last year, nor looked back at from one."""

GIVES_WAY = frozenset({
    "only contacts", "nothing further", "assessed", "was helped", "enquired into", "was protected", "went home",
})  # fmt: skip
"""The ways that can be over. Who left care is not over: the young person stays a care leaver."""


class TooFew(ValueError):
    """Fewer children were asked for than the stories, the planted problems and the findings need."""


def nothing(done: str) -> None:
    """The tick of somebody who does not watch."""


def told_children() -> tuple[Fact, ...]:
    """The facts of the children of the stories, the planted problems and the findings, with numbers of their own."""
    facts = [met_together(fact) for story in STORIES for fact in story.facts()]
    facts += [fact for problem in PLANTED for fact in problem.facts()]
    facts += told_and_promised()
    facts += facts_of_then()
    return tuple(_numbered(facts))


def _numbered(facts: Iterable[Fact]) -> Iterator[Fact]:
    number = NUMBERS_FROM
    for fact in facts:
        if isinstance(fact, Person):
            number += 1
            fact = _with_numbers(fact, number)
        yield fact


def _with_numbers(person: Person, number: int) -> Person:
    born = person.born_on
    at_school = born is not None and age_on(born, WEXMOUTH_DAY) >= 5
    upn = unique_pupil_number(number, add_years(born, 5).year) if born is not None and at_school else None
    unknown = None if upn else "UN1" if born is not None else "UN2"
    return replace(person, nhs_number=nhs_number(number), upn=upn, upn_unknown=unknown, gender=person.sex)


def told_number() -> int:
    """How many children the stories, the planted problems and the findings have."""
    return sum(isinstance(fact, Person) for fact in told_children())


def crowd(children: int, seed: int) -> Iterator[Life]:
    """So many children of the crowd, but for the first of its families that were over long ago.

    The first are the same however many are asked for. As many children give way as the findings have of their own:
    those are the council's past, and it has no more children by them. Whatever is told of its last year is the same
    with and without them.
    """
    return islice((life for one in _but_for_the_past(seed) for life in one), children)


def _but_for_the_past(seed: int) -> Iterator[list[Life]]:
    room = sum(isinstance(fact, Person) for fact in facts_of_then())
    for one in families(seed):
        lives = lives_of(one)
        if one.size <= room and _was_over(one, lives):
            room -= one.size
        else:
            yield lives


def _was_over(one: Family, lives: Iterable[Life]) -> bool:
    return one.kind in GIVES_WAY and all(
        day < OVER_BY
        for life in lives
        for fact in life.told.facts
        for field in day_fields(type(fact))
        if (day := getattr(fact, field.name)) is not None
    )


def council_columns(children: int, seed: int = 1, tick: Tick = nothing) -> Columns:
    """The record of Wexmouth with so many children; ``tick`` is told each block as it is done.

    The same number and seed give the same record. Raises TooFew where the children of the stories, the planted
    problems and the findings alone are more than were asked for.
    """
    least = told_number()
    if children < least:
        raise TooFew(
            f"Wexmouth has at least {least} children: those of its stories, its planted problems and its findings. "
            f"{children} were asked for. Give --children {least} or more."
        )
    columns = whole(_blocks(children - least, seed, tick))
    return with_workers(columns, _staff(columns))


def _blocks(children: int, seed: int, tick: Tick) -> Iterator[Frames]:
    yield frames_of(everyone())
    yield frames_of(facts_of(the_plan(), the_line()))
    yield frames_of(told_children())
    coming = crowd(children, seed)
    while some := list(islice(coming, BLOCK)):
        yield as_it_stood((fact for life in some for fact in life.told.facts), THE_EVENING_BEFORE)
        tick(f"child {some[-1].number:,} of {children:,}")


def _staff(columns: Columns) -> Iterator[Professional]:
    """The workers of the crowd, each with a name and the number of children she works with."""
    loads = dict(caseloads(columns))
    for name in names_of_workers(columns):
        if not is_of_the_stories(name):
            chance = Chance(f"worker {name}")
            yield Professional(
                child=worker(name), name=full_name(chance), job_title=title_of(name), department=team_of(name),
                caseload=float(loads.get(name, 0)), full_time=1.0 if chance.odds(0.8) else 0.6,
                agency=chance.odds(0.13), staff_id=f"S-{name}",
            )  # fmt: skip


def planted_problems() -> tuple[PlantedProblem, ...]:
    """What is planted, to be listed beside the record."""
    return PLANTED
