"""The child's own words, before anybody else's: what she told us, how she took part, what we promised her."""

from dataclasses import dataclass
from datetime import date

from holdfast.casework.child.codes import TOOK_PART, in_words
from holdfast.casework.child.told import Told, name_of, with_name
from holdfast.casework.council import Council
from holdfast.dates import say
from holdfast.duties.drift.open_work import is_own_worker
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import ProtectionReview
from holdfast.record.in_care import CareReview
from holdfast.record.leaving_care import PathwayPlan
from holdfast.record.oversight import Note
from holdfast.record.people import Involvement, Person

LATEST = 3
"""How many reviews are told of."""

NONE_YET = (
    "Nothing in the child's own words is on record yet. A note of what the child told us would stand here, before "
    "anybody else's words."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """What the child said, how the child took part, what we promised; ``none`` says kindly that there are no words.

    To have been in the room is not to be heard: how the child took part never stands in for words.
    """

    said: tuple[Told, ...]
    took_part: tuple[Told, ...]
    promises: tuple[Told, ...]
    none: str


def own_words(standing: Standing, council: Council) -> OwnWords:
    """The child's words, the latest first."""
    said = _said(standing)
    return OwnWords(
        said=said, took_part=_took_part(standing), promises=_promises(standing, council),
        none="" if said else with_name(NONE_YET, forename(standing)),
    )  # fmt: skip


def forename(standing: Standing) -> str:
    """What sentences call the child."""
    return name_of(next((one.forename for one in standing.of(Person) if one.forename), None))


def is_the_childs(note: Note, called: str) -> bool:
    """Whether the child is who said it."""
    return note.kind == "told us" or (note.source or "").lower() in ("child", called.lower())


def _said(standing: Standing) -> tuple[Told, ...]:
    called = forename(standing)
    notes = [
        one for one in standing.of(Note) if one.words_of_note and one.kind != "promise" and is_the_childs(one, called)
    ]
    return tuple(
        Told(on=one.on, words=one.words_of_note or "", detail=f"{called} told us{_about(one)}")
        for one in sorted(notes, key=lambda one: one.on or date.min, reverse=True)
    )


def _about(note: Note) -> str:
    return f", about {note.theme}" if note.theme else ""


def _took_part(standing: Standing) -> tuple[Told, ...]:
    called = forename(standing)
    reviews: list[CareReview | ProtectionReview] = [*standing.of(CareReview), *standing.of(ProtectionReview)]
    found = [
        (one.held_on, f"At the review of {say(one.held_on)}, {called} {in_words(TOOK_PART, one.participation)}.")
        for one in reviews
        if one.held_on and one.participation
    ]
    found += [
        (one.on, f"{called} agreed the pathway plan on {say(one.on)}.")
        for one in standing.of(PathwayPlan)
        if one.on and one.agreed and one.step != "needs assessment"
    ]
    found.sort(reverse=True)
    return tuple(Told(on=day, words=words) for day, words in found[:LATEST])


def _promises(standing: Standing, council: Council) -> tuple[Told, ...]:
    notes = [one for one in standing.of(Note) if one.kind == "promise" and one.on]
    notes.sort(key=lambda one: (one.kept_on is not None, -(one.on or date.min).toordinal()))
    return tuple(_promise(one, standing, council) for one in notes)


def _promise(note: Note, standing: Standing, council: Council) -> Told:
    assert note.on is not None
    by = council.worker(worker_on(standing, note.on))
    who = f", while {by} was the worker" if by else ""
    kept = f"Kept on {say(note.kept_on)}." if note.kept_on else "Nothing on record shows it kept yet."
    return Told(
        on=note.on, words=note.words_of_note or note.theme or "A promise", done=note.kept_on is not None,
        detail=f"Promised on {say(note.on)}{who}. {kept}",
    )  # fmt: skip


def worker_on(standing: Standing, day: date) -> str | None:
    """Who was the child's own worker on the day; the one who began last where two share it."""
    then = [
        one
        for one in standing.of(Involvement)
        if is_own_worker(one)
        and one.started_on
        and one.started_on <= day
        and (one.ended_on is None or day <= one.ended_on)
    ]
    last = max(then, key=lambda one: (one.started_on or date.min, one.id or ""), default=None)
    return last.professional if last else None
