"""Everything that a child's page tells, as at a moment: asked once, from one child's facts."""

from dataclasses import dataclass, replace

from holdfast.casework.child.around import Around, around
from holdfast.casework.child.clocks import ToldClock, clocks_for
from holdfast.casework.child.enquiries import Enquiries, enquiries
from holdfast.casework.child.glance import Answer, at_a_glance
from holdfast.casework.child.good import went_well
from holdfast.casework.child.happenings import happenings
from holdfast.casework.child.home import Home, home
from holdfast.casework.child.journey import Journey, journey
from holdfast.casework.child.missing import Missing, missing
from holdfast.casework.child.on_monday import monday_lines_of
from holdfast.casework.child.own_words import OwnWords, forename, own_words
from holdfast.casework.child.plans import Plans, plans
from holdfast.casework.child.seen import Seen, seen
from holdfast.casework.child.told import Happening, Told, with_name
from holdfast.casework.child.who import Who, who
from holdfast.casework.child.worries import Worries, worries
from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.duties.drift.one import drifts_of
from holdfast.duties.drift.rule import Drift
from holdfast.duties.monday import MondayLine
from holdfast.duties.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildStory:
    """The parts of the page, in the order in which it tells them, and every clock."""

    id: str
    words: OwnWords
    who: Who
    around: Around
    worries: Worries
    plans: Plans
    enquiries: Enquiries
    changed: tuple[Happening, ...]
    clocks: tuple[ToldClock, ...]
    home: Home
    missing: Missing
    journey: Journey
    good: tuple[Told, ...]
    seen: Seen
    monday: tuple[MondayLine, ...]
    glance: tuple[Answer, ...]


def story_of(council: Council, child: str, view: View) -> ChildStory | None:
    """One child's story as at (and, where asked, as known by) a moment; None where nobody is on record by this id."""
    facts = council.child(child, view)
    return None if facts is None else told_of(council, Standing(facts, view.as_at), view)


def told_of(council: Council, standing: Standing, view: View) -> ChildStory:
    """The story of a child who is at hand."""
    settings = council.settings
    clocks, drifts = clocks_for(standing, settings), drifts_of(standing, settings)
    named = [_named(one, forename(standing)) for one in drifts]
    every, near, found = happenings(standing, council), around(standing, council, view), plans(standing)
    person, worried = who(standing, council), worries(standing, council, named)
    place, visits = home(standing, clocks), seen(standing)
    return ChildStory(
        id=standing.child.id, words=own_words(standing, council), who=person, around=near, worries=worried, plans=found,
        enquiries=enquiries(standing, council), changed=every, clocks=clocks, home=place,
        missing=missing(standing, clocks), seen=visits, journey=journey(standing, every, near.every),
        good=went_well(standing, clocks, found.reviews), monday=monday_lines_of(clocks, drifts, settings),
        glance=at_a_glance(
            who=person, around=near, worries=worried, plans=found, changed=every, clocks=clocks, home=place, seen=visits
        ),
    )  # fmt: skip


def _named(drift: Drift, called: str) -> Drift:
    """A question about drift in which the child has a name: a page is about this child and no other."""
    return replace(
        drift, words=with_name(drift.words, called), asks=with_name(drift.asks, called),
        what_would_close_it=with_name(drift.what_would_close_it, called),
    )  # fmt: skip
