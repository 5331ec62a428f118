"""Ten questions that anybody must be able to answer about a child in two minutes, answered from the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.casework.child.around import Around, Near
from holdfast.casework.child.clocks import ToldClock, open_of
from holdfast.casework.child.home import Home
from holdfast.casework.child.plans import Plans
from holdfast.casework.child.seen import Seen
from holdfast.casework.child.told import Happening
from holdfast.casework.child.who import Who
from holdfast.casework.child.worries import Worries
from holdfast.dates import say

AT_MOST = 3
"""How many things an answer names before it says how many more there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A question, what the record answers, and the part of the page (its id) that tells more."""

    question: str
    lines: tuple[str, ...]
    part: str


def at_a_glance(
    *, who: Who, around: Around, worries: Worries, plans: Plans, changed: Sequence[Happening],
    clocks: Sequence[ToldClock], home: Home, seen: Seen,
) -> tuple[Answer, ...]:  # fmt: skip
    """The ten questions and their answers, in the order in which people ask them."""
    return (
        Answer(question="Who is this, and how old?", lines=(f"{who.name}, {who.age}",), part="who"),
        Answer(question="Where does the child live now?", lines=_home(home), part="home"),
        Answer(question="Who works with the child?", lines=_people(around), part="around"),
        Answer(question="What do we worry about?", lines=_worries(worries), part="worries"),
        Answer(question="What is the plan?", lines=_plan(plans), part="plan"),
        Answer(question="What changed lately?", lines=_changed(changed), part="changed"),
        Answer(question="When was the child last seen, and alone?", lines=(f"{seen.words}.",), part="changed"),
        Answer(question="What is late?", lines=_late(clocks), part="next"),
        Answer(question="What is next, and by when?", lines=_next(clocks), part="next"),
        Answer(question="Who decides next?", lines=_decides(around, worries), part="next"),
    )


def _home(home: Home) -> tuple[str, ...]:
    if not home.now:
        return ("Nowhere is said.",)
    since = f", since {say(home.since)}" if home.since else ""
    return (f"{home.now.rstrip('.')}{since}.",)


def near_words(near: Near | None, part: str) -> str:
    """Who has this part, and since when; that nobody is on record where nobody is."""
    if near is None:
        return f"No {part} is on record."
    return f"{near.name}, {part}{f', since {say(near.since)}' if near.since else ''}."


def _people(around: Around) -> tuple[str, ...]:
    found = [near_words(around.worker, around_part(around))]
    if around.team:
        found.append(f"Team: {around.team}.")
    if around.officer:
        found.append(near_words(around.officer, "reviewing officer"))
    if around.adviser and (around.worker is None or around.adviser.name != around.worker.name):
        found.append(near_words(around.adviser, "personal adviser"))
    return tuple(found)


def around_part(around: Around) -> str:
    """What the first person to ask is to the child: an adviser where the only one on record is one."""
    one_and_same = around.worker and around.adviser and around.worker.name == around.adviser.name
    return "personal adviser" if one_and_same else "worker"


def _worries(worries: Worries) -> tuple[str, ...]:
    found = [one.words for one in worries.why_here]
    found += [f"{one.drift.words}{_paused(one.drift.paused_until)}" for one in worries.standing]
    found += [f"{one.detail}: {one.words}" for one in worries.noted if not one.done]
    return _some(found, "Nothing that waits for a decision is on record.")


def _paused(until: date | None) -> str:
    return f" Paused until {say(until)}." if until else ""


def _plan(plans: Plans) -> tuple[str, ...]:
    found = [f"{one.words}{f', {one.detail}' if one.detail else ''}." for one in plans.now]
    found += [one.words for one in plans.permanence[:1]]
    if plans.reviews:
        last = plans.reviews[0]
        found.append(f"The last review ({last.plan}, {say(last.on)}): {last.found.lower()}.")
    return _some(found, "No plan is on record now.")


def _changed(changed: Sequence[Happening]) -> tuple[str, ...]:
    return tuple(f"{say(one.on)}: {one.words}." for one in changed[:AT_MOST]) or ("Nothing is on record yet.",)


def _late(clocks: Sequence[ToldClock]) -> tuple[str, ...]:
    late = [one for one in open_of(clocks) if one.state == "overdue" and not one.unread]
    return _some([f"{one.title}: was due by {one.due}." for one in late], "Nothing asked of us is late on this record.")


def _next(clocks: Sequence[ToldClock]) -> tuple[str, ...]:
    coming = [one for one in open_of(clocks) if one.state != "overdue" and one.due_on and not one.unread]
    coming.sort(key=lambda one: (one.due_on, one.code))
    return _some(
        [f"{one.title}: by {one.due}." for one in coming], "Nothing with a day is on record as coming next.", 2
    )


def _decides(around: Around, worries: Worries) -> tuple[str, ...]:
    asks = [one.drift.asks for one in worries.standing if one.drift.nags]
    worker = f"Ask {around.worker.name}" if around.worker else "Nobody is on record to ask"
    team = f", {around.team}" if around.team else ""
    return (f"{worker}{team}.", *asks[:AT_MOST])


def _some(found: Sequence[str], nothing: str, at_most: int = AT_MOST) -> tuple[str, ...]:
    if not found:
        return (nothing,)
    more = (f"And {len(found) - at_most} more.",) if len(found) > at_most else ()
    return (*found[:at_most], *more)
