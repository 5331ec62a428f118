"""Who the child is: name, age as at the day, what is on record of her, and what goes well for her."""

from dataclasses import dataclass
from datetime import date

from holdfast.casework.child.codes import DISABILITY, ETHNICITY, in_words
from holdfast.casework.child.own_words import forename, is_the_childs
from holdfast.casework.child.told import Told, counted
from holdfast.casework.council import Council
from holdfast.dates import add_months, age_on, say
from holdfast.duties.drift.rule import listed
from holdfast.duties.standing import Standing
from holdfast.record.oversight import Note
from holdfast.record.people import Disability, Person

IN_MONTHS_UNTIL = 2
"""A younger child's age is said in months."""

NOT_ON_RECORD = "not on record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """The child: what to call her, her age in words, facts with their names, and her strengths, the latest first."""

    name: str
    called: str
    age: str
    facts: tuple[tuple[str, str], ...]
    strengths: tuple[Told, ...]
    died_on: date | None


def who(standing: Standing, council: Council) -> Who:
    """Who the child is, as at the moment."""
    person = next(iter(standing.of(Person)), None)
    return Who(
        name=council.name(standing.child.id), called=forename(standing), age=age_words(person, standing),
        facts=_facts(person, standing), strengths=_strengths(standing), died_on=standing.died_on,
    )  # fmt: skip


def age_words(person: Person | None, standing: Standing) -> str:
    """The age as at the day, in words; what is known of the birth where there is none yet."""
    born = person.born_on if person else None
    if born is None or born > standing.today:
        return _without_a_birthday(person, standing)
    if standing.died_on is not None:
        return f"died on {say(standing.died_on)}"
    years = age_on(born, standing.today)
    if years >= IN_MONTHS_UNTIL:
        return f"{years} years old"
    months = 0
    while add_months(born, months + 1) <= standing.today:
        months += 1
    return f"{counted(months, 'month') if months else 'less than a month'} old"


def _without_a_birthday(person: Person | None, standing: Standing) -> str:
    if person and person.expected_on:
        return f"not born yet; expected on {say(person.expected_on)}"
    told = next((one.words_of_note for one in standing.of(Note) if one.kind == "told us" and one.theme == "age"), None)
    return f"no birthday on record; told us: {told}" if told else "age not on record"


def _facts(person: Person | None, standing: Standing) -> tuple[tuple[str, str], ...]:
    born = person.born_on if person else None
    found = [("Born", say(born) if born else NOT_ON_RECORD)]
    if person:
        found.append(("Ethnicity", in_words(ETHNICITY, person.ethnicity) or NOT_ON_RECORD))
        if person.nationality:
            found.append(("Nationality", person.nationality))
        if person.send:
            found.append(("School", "special educational needs are on record"))
    found.append(("Disability", _disability(standing)))
    found.append(("Language", "this record has no place for it"))
    return tuple(found)


def _disability(standing: Standing) -> str:
    if not standing.has(Disability):
        return "this record does not hold it"
    codes = [one.code for one in standing.of(Disability) if one.code and one.code != "NONE"]
    return listed([in_words(DISABILITY, code) or "" for code in codes]) if codes else "none on record"


def _strengths(standing: Standing) -> tuple[Told, ...]:
    called = forename(standing)
    notes = [one for one in standing.of(Note) if one.kind == "strength" and not is_the_childs(one, called)]
    return tuple(
        Told(
            on=one.on,
            words=one.words_of_note or one.theme or "",
            detail=f"Noted by the {one.source}" if one.source else "",
        )
        for one in sorted(notes, key=lambda one: one.on or date.min, reverse=True)
    )
