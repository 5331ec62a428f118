"""What went well, by the same rules as what did not: done in time, reviews that found better, promises kept."""

from collections.abc import Sequence
from datetime import date

from holdfast.casework.child.clocks import ToldClock
from holdfast.casework.child.plans import Review
from holdfast.casework.child.told import Told, counted
from holdfast.dates import add_months, say
from holdfast.duties.register import BY_CODE
from holdfast.duties.standing import Standing
from holdfast.record.oversight import Note

LATELY = 3
"""How many months back things done in time are told of."""

AT_MOST = 5
"""How many of one kind are told of."""


def went_well(standing: Standing, clocks: Sequence[ToldClock], reviews: Sequence[Review]) -> tuple[Told, ...]:
    """What went well lately, the latest first in each kind."""
    since = add_months(standing.today, -LATELY)
    found = []
    done = [one for one in clocks if one.state == "met" and one.settled_on and one.settled_on > since and _is_done(one)]
    if done:
        were = "was" if len(done) == 1 else "were"
        words = f"{counted(len(done), 'thing')} asked of us {were} done in time since {say(since)}."
        found.append(Told(words=words, detail=_which(done)))
    for review in [one for one in reviews if one.better][:AT_MOST]:
        words = f"The review of {say(review.on)} found it better for the child ({review.plan})."
        found.append(Told(on=review.on, words=words))
    kept = [one for one in standing.of(Note) if one.kind == "promise" and one.kept_on]
    for note in sorted(kept, key=lambda one: one.kept_on or date.min, reverse=True)[:AT_MOST]:
        assert note.kept_on is not None
        found.append(
            Told(on=note.kept_on, words=f"Promise kept on {say(note.kept_on)}: {note.words_of_note or note.theme}.")
        )
    return tuple(found)


def _is_done(one: ToldClock) -> bool:
    return BY_CODE[one.code].ways[one.clock.way].met is not None


def _which(done: Sequence[ToldClock]) -> str:
    titles = list(
        dict.fromkeys(one.title for one in sorted(done, key=lambda one: one.settled_on or date.min, reverse=True))
    )
    rest = f"; and {counted(len(titles) - AT_MOST, 'other kind')}" if len(titles) > AT_MOST else ""
    return "; ".join(titles[:AT_MOST]) + rest + "."
