"""A worker who leaves: every child has a next name first, and all of them are handed over in one entry."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import polars as pl

from holdfast.casework.acts.act import Doing, Part, Problem, to_come_of
from holdfast.casework.acts.goodbyes import GOODBYE, HELLO
from holdfast.casework.acts.handing_over import (
    changed_hands,
    colleagues,
    current,
    from_problems,
    notes_to_the_child,
    of_team,
)
from holdfast.casework.acts.part_in import PartIn, handed_on, part_in, part_to_give, parts_of_everybody
from holdfast.casework.acts.texts import signed
from holdfast.casework.council import Council
from holdfast.casework.relationships import IN_WORDS
from holdfast.casework.seats import Seat
from holdfast.casework.the_council import the_council
from holdfast.casework.view import View
from holdfast.dates import end_of
from holdfast.duties.drift.oversight import worker_changes
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.child import Child
from holdfast.record.field import Fact
from holdfast.record.in_care import ReviewingOfficer
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.people import Departure, Involvement, Person, Professional

NEXT = "next-"
"""Before a child's id: the part of the form that names who has the child next."""

GOODBYE_TO, HELLO_TO = "goodbye-", "hello-"
"""Before a child's id: the notes to the child, of whoever leaves and of whoever is next."""

FROM = Part(
    name="from", label="From which day each child is with the next", kind="day",
    hint="Left blank: from today. It may lie ahead: until then everything stays as it is.",
)  # fmt: skip
WHY = Part(name="why", label="Why the worker changes", kind="line", missing="Say why: the children will ask.")
LAST_ON = Part(name="last_on", label="Last day at work", kind="day", missing="Say which day is the last at work.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """A worker who would take children on: how many children are with this worker before, and after."""

    worker: str
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would change, in numbers: children, those for the third time or more within the year, and who takes on.

    ``children`` change worker; ``chaired`` change who chairs their reviews, ``advised`` their adviser, and ``beside``
    lose somebody who was with them beside their worker.
    """

    children: int
    third: int
    chaired: int
    advised: int
    beside: int
    receivers: tuple[Receiver, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActToMany:
    """An act to several children at once, about somebody: who that is and which children, and what comes on record.

    ``basis`` says why a seat may do it; ``watched`` gives the facts of a child who is no more among them, of which
    somebody else's newer version has to be shown first, and ``told_with`` those that are shown beside it.
    """

    code: str
    done: str
    basis: Callable[[Seat, str, datetime], str | None]
    children: Callable[[str, datetime], tuple[str, ...]]
    watched: Callable[[Standing], Sequence[Fact]]
    amiss: Callable[[Doing, Sequence[Doing]], Sequence[Problem]]
    facts: Callable[[Doing, Sequence[Doing]], Sequence[Fact]]
    told_with: Callable[[Standing], Sequence[Fact]] = lambda standing: ()


def worker_of(worker: str, at: datetime) -> Professional | None:
    """The worker by id; None where there is none."""
    found = the_council().columns(View(as_at=at)).of(Professional).filter(pl.col("child") == worker)
    row = next(found.select("child", "name", "department").iter_rows(named=True), None)
    return Professional(**row) if row else None


def basis_of(seat: Seat, worker: str, at: datetime) -> str | None:
    """On what basis the seat may put on record that a worker leaves; None where it may not, or there is no worker."""
    found = worker_of(worker, at)
    return None if found is None else _leads(seat, found.department)


def _leads(seat: Seat, team: str | None) -> str | None:
    """On what basis the seat leads the workers of a team; None where it does not."""
    if seat.code == "director":
        return IN_WORDS["service"]
    if seat.code == "team-manager" and seat.team is not None and team == seat.team:
        return "leads the worker's team"
    return None


def workers_led(seat: Seat, team: str, council: Council, view: View) -> tuple[tuple[str, str], ...]:
    """The workers of a team of whom the seat may put on record that they leave, by name; each as id and name."""
    if _leads(seat, team) is None:
        return ()
    theirs = council.columns(view).of(Professional).filter(pl.col("department") == team, pl.col("name").is_not_null())
    return tuple(sorted(theirs.select("child", "name").iter_rows(), key=lambda one: (one[1], one[0])))


def children_of(worker: str, at: datetime) -> tuple[str, ...]:
    """The children with whom this worker has any part at a moment, by name: chairing and advising too."""
    council = the_council()
    mine = _pairs(council, at).filter(pl.col("worker") == worker).get_column("child").to_list()
    return tuple(sorted(mine, key=lambda child: (council.name(child), child)))


def _pairs(council: Council, at: datetime) -> pl.DataFrame:
    view = View(as_at=at)
    return council.kept(("parts", view), lambda: parts_of_everybody(council.columns(view), at))


def loads(at: datetime) -> Mapping[str, int]:
    """How many children are with each worker now, for whoever hands children over."""
    return Counter(_pairs(the_council(), at).get_column("worker").to_list())


def of_one(whole: Doing, child: Child) -> Doing:
    """The doing as it is about one child; each has a key of its own, so that no two facts take one id."""
    said = {"to": NEXT + child.id, "why": WHY.name, "from": FROM.name, "goodbye": GOODBYE_TO + child.id,
            "hello": HELLO_TO + child.id}  # fmt: skip
    return replace(
        whole, standing=Standing(child, whole.made_at), key=f"{whole.key}-{child.id}",
        words={part: whole.words.get(name, "") for part, name in said.items()},
        to_come=to_come_of(child, whole.made_at),
    )  # fmt: skip


def next_part(doing: Doing, worker: str) -> Part:
    """The question who is next for one child, by the part that ends; whoever leaves is not offered."""
    part, name = part_to_give(doing, worker), called(doing.standing)
    asked = f"Who has {name} next"
    if not part.has and part.chairs:
        asked = f"Who chairs {name}'s reviews next"
    elif not part.has and part.advises:
        asked = f"Who is {name}'s adviser next"
    elif part.beside:
        asked = f"Who goes on alone with {name}"
    also = [words for words, is_so in (("chairs the reviews", part.chairs), ("is the adviser", part.advises)) if is_so]
    return Part(
        name=NEXT + doing.child, label=asked, kind="worker", choices=_next_for(doing, worker, part),
        hint=f"Who leaves also {' and '.join(also)}." if part.has and also else "",
        missing=f"Choose: {asked[:1].lower()}{asked[1:]}? No child is left without a name.",
    )  # fmt: skip


def notes_parts(doing: Doing) -> tuple[Part, Part]:
    """The two notes to one child whose own worker changes."""
    name = called(doing.standing)
    return (
        Part(name=GOODBYE_TO + doing.child, label=f"Goodbye note to {name}", hint="It shows where it is left out."),
        Part(name=HELLO_TO + doing.child, label=f"Hello note to {name}", hint="From the next worker."),
    )


def _next_for(doing: Doing, worker: str, part: PartIn) -> tuple[tuple[str, str], ...]:
    """Who may be next: of the child's team for the child's own worker, the colleagues of whoever leaves for the rest.

    Beside the child's own worker nobody new begins: that worker goes on, and may hand the child over afterwards.
    """
    if part.has:
        return tuple(one for one in colleagues(doing) if one[0] != worker)
    if part.beside and part.other is not None:
        return ((part.other, doing.workers.get(part.other, part.other)),)
    own = next((one.department for one in doing.standing.of(Professional) if one.child == worker), None)
    return tuple(one for one in of_team(doing, own) if one[0] != worker)


def _amiss(whole: Doing, doings: Sequence[Doing]) -> list[Problem]:
    """Everything that keeps the worker from leaving, each child without a next name by name."""
    worker = whole.child
    found = [Problem(part=part.name, words=part.missing) for part in (LAST_ON, WHY) if not whole.said(part.name)]
    for part, words in ((LAST_ON, "the last day"), (FROM, "the day")):
        if whole.said(part.name) and whole.day(part.name) is None:
            found.append(Problem(part=part.name, words=f"Write {words} like {whole.today.isoformat()}."))
    ask = [one for one in doings if part_to_give(one, worker)]
    found += list({problem.words: problem for one in ask for problem in _amiss_from(one, worker)}.values())
    for one in ask:
        part = next_part(one, worker)
        if one.said("to") not in dict(part.choices):
            found.append(Problem(part=part.name, words=part.missing))
    return found


def _amiss_from(doing: Doing, worker: str) -> Sequence[Problem]:
    """What is amiss with the day for one child. Of an adviser the record says who it is, and not from which day."""
    part, day = part_to_give(doing, worker), doing.day("from")
    if part.advises and day is not None and day != doing.today:
        words = f"{called(doing.standing)}'s adviser changes on the day it is put on record. Leave the day blank."
        return [Problem(part=FROM.name, words=words)]
    return from_problems(doing, current(doing) if part.has else None, FROM.name)


def called(standing: Standing) -> str:
    """The child's name, else the id."""
    for one in standing.of(Person):
        names = [part for part in (one.forename, one.surname) if part]
        if names:
            return " ".join(names)
    return f"Child {standing.child.id}"


def _facts(whole: Doing, doings: Sequence[Doing]) -> list[Fact]:
    """Every part of the worker's ended and given its next name with the notes, and the worker's last day."""
    worker, found = whole.child, list[Fact]()
    for one in doings:
        found += handed_on(one, worker, one.said("to"), one.said("why"))
        if part_to_give(one, worker).has:
            parts = {"why": "why the worker changes", "goodbye": GOODBYE, "hello": HELLO}
            found += signed(one, one.id("involvement"), parts, min(one.day("from") or one.today, one.today))
    last_on = whole.day("last_on")
    return [*found, Departure(child=whole.child, last_on=last_on, told_on=whole.today, recorded_at=whole.made_at)]


WATCHED: tuple[type[Fact], ...] = (Involvement, ReviewingOfficer, CareLeaver)
"""Where it is on record who is with a child."""

LEAVE = ActToMany(
    code="leave", done="Every child has a next name on record, and the worker's last day is.", basis=basis_of,
    children=children_of, amiss=_amiss, facts=_facts,
    watched=lambda standing: [fact for noun in WATCHED for fact in standing.of(noun)],
    told_with=notes_to_the_child,
)  # fmt: skip


def last_day_of(worker: str, at: datetime) -> date | None:
    """The worker's last day at work, where it is on record that the worker leaves; None where it is not."""
    told = the_council().columns(View(as_at=at)).of(Departure).filter(pl.col("child") == worker)
    return next(iter(told.get_column("last_on").to_list()), None)


STAYS = "Nothing on record says that this worker leaves, so there is nothing to take back."

STAY = ActToMany(
    code="stay", done="The worker stays: no last day is on record any more.", basis=basis_of,
    children=lambda worker, at: (), watched=lambda standing: [],
    amiss=lambda whole, doings: [] if last_day_of(whole.child, whole.made_at) else [Problem(part="", words=STAYS)],
    facts=lambda whole, doings: [Departure(child=whole.child, told_on=whole.today, recorded_at=whole.made_at)],
)  # fmt: skip
"""That a worker leaves was a mistake, or is so no more. What was handed over is taken back child by child."""


def preview(worker: str, doings: Sequence[Doing], load: Mapping[str, int], settings: Settings) -> Preview:
    """What would change if the worker left; ``load`` says how many children are with each worker now."""
    given = [(one, part_to_give(one, worker)) for one in doings if one.said("to")]
    takes = Counter({one.said("to"): 0 for one, _ in given})
    takes.update(one.said("to") for one, _ in given if not part_in(one.standing, one.said("to")))
    return Preview(
        children=sum(part.has for _, part in given), chaired=sum(part.chairs for _, part in given),
        advised=sum(bool(part.advises) for _, part in given), beside=sum(part.beside for _, part in given),
        third=sum(_is_third(one, settings) for one, part in given if part.has),
        receivers=tuple(
            Receiver(worker=next_one, before=load.get(next_one, 0), after=load.get(next_one, 0) + many)
            for next_one, many in takes.items()
        ),
    )  # fmt: skip


def _is_third(doing: Doing, settings: Settings) -> bool:
    """Whether the child's worker would then have changed as often as asks somebody to look."""
    fresh = [one for one in changed_hands(doing, doing.said("to"), doing.said("why")) if isinstance(one, Involvement)]
    ids = {one.id for one in fresh}
    kept = [one for one in doing.standing.of(Involvement) if one.id not in ids]
    then = Child(
        id=doing.child, facts={**doing.standing.child.facts, Involvement: (*kept, *fresh)}, held=doing.standing.held
    )
    moment = max(doing.made_at, end_of(doing.day("from") or doing.today))
    return any(one.state == "raised" for one in worker_changes(Standing(then, moment), settings))
