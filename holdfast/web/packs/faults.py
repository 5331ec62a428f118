"""What we own up to before any figure, in sentences: what is not held, cannot be said, or was typed in late."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from holdfast.casework.packs.faults import LATE_AFTER, Faults, Suspect, Unsaid
from holdfast.web.asking import Asking
from holdfast.web.packs.words import children, many
from holdfast.web.parts import Person
from holdfast.web.portion import PORTION

Named = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """One fault in a sentence; the children of whom it is so, as far as they are seen. ``folded`` names the fold."""

    words: str
    people: tuple[Person, ...] = ()
    folded: str = ""


def owned(asking: Asking, faults: Faults, name: Named) -> tuple[Owned, ...]:
    """The faults in the order in which they are told: first what is not held at all."""
    return tuple(_owned(asking, faults, name))


def _owned(asking: Asking, faults: Faults, name: Named) -> Iterator[Owned]:
    yield Owned(words=f"Not held: {faults.cannot}")
    for words in faults.silent:
        yield Owned(words=f"Cannot be asked of this record: {words}.")
    for unsaid in faults.unsaid:
        yield _unsaid(asking, unsaid, name)
    for suspect in faults.suspect:
        yield Owned(words=f"Read with care: {suspect.measure.question} ({suspect.month}) {_why(suspect)}")
    for one in faults.late:
        yield Owned(
            words=f"Typed in late: of {one.every} {one.words} since the last visit, {one.late} more than "
            f"{LATE_AFTER.words} after the day they tell of."
        )
    yield from _untimed(faults)
    if faults.unread:
        yield Owned(
            words="Worked out, and on no list, because nobody here has read the law behind it: "
            f"{'; '.join(_down(one) for one in faults.unread)}."
        )


def _untimed(faults: Faults) -> Iterator[Owned]:
    every, untimed = sum(one.every for one in faults.typed), sum(one.untimed for one in faults.typed)
    if untimed:
        some = f"none of the {many(every, 'row')}" if untimed == every else f"{untimed} of {many(every, 'row')} do not"
        say = "says" if untimed == every else "say"
        yield Owned(
            words=f"Not on record: {some} about the days since the last visit {say} when it was typed in, so whether "
            "it was late cannot be told."
        )


def _unsaid(asking: Asking, one: Unsaid, name: Named) -> Owned:
    every = len(one.children) + one.others
    others = f" Of these, {children(one.others)} you do not see in this seat." if one.others and one.children else ""
    return Owned(
        words=f"Cannot say: of {children(every)} the record does not tell whether this is late: {_down(one.title)}."
        f"{others}",
        people=tuple(
            Person(name=name(child), href=asking.link(f"/child/{child}")) for child in one.children[:PORTION]
        ),
        folded=f"Show the first {PORTION} by name" if len(one.children) > PORTION else "Show by name",
    )  # fmt: skip


def _why(one: Suspect) -> str:
    if one.missing:
        return f"Nothing can be said: it needs {one.missing}."
    told = []
    if one.cannot_say:
        told.append(f"Of {many(one.cannot_say, 'line')} it cannot say; they are in neither number.")
    if one.typed_after:
        told.append(f"{many(one.typed_after, 'row')} about the month came in after it was over.")
    told += [f"Not counted: {words}." for words in one.silent]
    return " ".join(told)


def _down(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
