"""What supervision opens with: last time's actions and their fate, what was said then, and what is on record since."""

from collections.abc import Iterator, Sequence
from datetime import date

from holdfast.casework.acts.last_review import CHANGES
from holdfast.casework.acts.plan import actions_of, moved_words, told_with_owner
from holdfast.casework.acts.texts import texts_about
from holdfast.casework.child.codes import HOME, in_words
from holdfast.dates import say
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import ProtectionVisit
from holdfast.record.field import Fact
from holdfast.record.front_door import InNeedVisit
from holdfast.record.in_care import CareVisit, Placement
from holdfast.record.leaving_care import AdviserContact
from holdfast.record.oversight import ChangeEvent, PlanAction, PlanReview, Supervision
from holdfast.record.unseen import MissingEpisode, PrivateFosteringVisit

CHANGED, NOT_DONE, REFLECTION = "what changed for the child", "what was not done, and what will change", "reflection"

SAID_THEN = {
    CHANGED: "What had changed for the child then", NOT_DONE: "What had not been done then, and what was to change",
    REFLECTION: "What we made of it then",
}  # fmt: skip
"""The parts of a discussion that the next one reads again, and how each is told."""

VISITS: tuple[type[Fact], ...] = (CareVisit, ProtectionVisit, InNeedVisit, PrivateFosteringVisit, AdviserContact)


def last_time(standing: Standing) -> list[str]:
    """In sentences: when the child was discussed last, what was agreed and what became of it, and what is new since."""
    held = [one for one in standing.of(Supervision) if one.on is not None]
    if not held:
        told = ["This child has not been discussed in supervision on this record before."]
        return [*told, *(_fate("Not done yet", standing, rows) for rows in actions_of(standing) if not _done(rows))]
    last = max(held, key=lambda one: (one.on or date.min, one.id or ""))
    assert last.on is not None
    return [
        f"Last discussed on {say(last.on)}.", *_agreed(standing, last, last.on), *_said(standing, last),
        *_since(standing, last.on), _visits(standing, last.on),
    ]  # fmt: skip


def _done(rows: Sequence[PlanAction]) -> date | None:
    """The day an action was done, out of its rows in order; None where it is not."""
    return max((one.done_on for one in rows if one.done_on is not None), default=None)


def _agreed(standing: Standing, last: Supervision, on: date) -> Iterator[str]:
    """Each action that stood then, whoever set it, with what became of it; then those that were set since."""
    then, since = list[str](), list[str]()
    for rows in actions_of(standing):
        first, done = rows[0].set_on or on, _done(rows)
        if first > on:
            since.append(_fate("Set since, and done" if done else "Not done yet", standing, rows))
        elif done is None or done >= on:
            then.append(_fate("Agreed then" if first == on else "Open then", standing, rows))
    worded = {one.words_of_action for rows in actions_of(standing) for one in rows}
    for one in texts_about(standing, last.id):
        if one.part == "what next" and one.text not in worded:
            then.append(f"Agreed then: {one.text}")
    return iter([*then, *since])


def _fate(how: str, standing: Standing, rows: Sequence[PlanAction]) -> str:
    """An action in words: who does it, by when, and whether it is done."""
    latest, done = rows[-1], _done(rows)
    told = f"{how}: {told_with_owner(standing, latest)}."
    if done is not None:
        return f"{told} Done on {say(done)}."
    late = " Its day has passed." if latest.for_day and latest.for_day < standing.today else ""
    undone = "" if how.startswith("Not done") else " Not done yet."
    return f"{told}{undone}{late}{moved_words(standing, latest)}"


def _said(standing: Standing, last: Supervision) -> Iterator[str]:
    """What was written at the last discussion, each part as it was corrected last."""
    latest = {one.part: one.text for one in texts_about(standing, last.id) if one.text}
    for part, words in SAID_THEN.items():
        if part in latest:
            yield f"{words}: {latest[part]}"


def _since(standing: Standing, on: date) -> Iterator[str]:
    """What is on record of the child's life since that day, the oldest first; what reviews found among it."""
    some = sorted((day, words) for day, words in _changes(standing) if day is not None and day >= on)
    if not some:
        yield "Nothing is on record since of a change in the child's life: ask what is not written down."
    for day, words in some:
        yield f"Since then, on {say(day)}: {words}."


def _changes(standing: Standing) -> Iterator[tuple[date | None, str]]:
    for change in standing.of(ChangeEvent):
        yield change.on, f"a big change{f' ({change.kind})' if change.kind else ''}"
    for home in standing.of(Placement):
        yield home.started_on, f"a move, to {in_words(HOME, home.type) or 'a home whose kind is not on record'}"
    for missing in standing.of(MissingEpisode):
        yield missing.started_on, "the child went missing"
    for one in standing.of(PlanReview):
        found = CHANGES.get(one.change or "", one.change or "")
        yield one.on if found else None, f"a review found the child's life: {found}"


def _visits(standing: Standing, on: date) -> str:
    """How often the child was visited since that day, how often seen, and when last."""
    days, seen, alone = list[date](), 0, 0
    for noun in VISITS:
        for one in standing.of(noun):
            day, way = getattr(one, "on", None), getattr(one, "way", "visit")
            if day is None or day < on or day > standing.today or way != "visit":
                continue
            days.append(day)
            by_self = bool(getattr(one, "seen_alone", False))
            alone += by_self
            seen += by_self or bool(getattr(one, "seen", False)) or bool(getattr(one, "two_way", False))
    if not days:
        return "No visit is on record since."
    many = "One visit" if len(days) == 1 else f"{len(days)} visits"
    return f"{many} since, the last on {say(max(days))}: seen {seen}, alone {alone}."
