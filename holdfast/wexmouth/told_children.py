"""What the children of the stories and of the planted problems told us, and what was promised them.

None of it is a duty's business: it puts nobody on the Monday list and takes nobody off. ``WORDS`` are their own;
``ACTIONS``, ``PROMISES`` and ``DECISIONS`` stood open on the Monday before Wexmouth's own, so that the page can say
what was kept in time, kept late, not kept, and given another day.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from holdfast.record.child_protection import Conference
from holdfast.record.field import Fact
from holdfast.record.oversight import ManagementDecision, Note, PlanAction
from holdfast.record.writing import SignedText
from holdfast.wexmouth.planted.lives import planted_child
from holdfast.wexmouth.workers import worker

WORDS: dict[str, tuple[tuple[date, str, str], ...]] = {
    "WX-S02-1": ((date(2026, 5, 14), "school", "I show the card with the ear when it is loud, and they let me out."),),
    "WX-S03-1": ((date(2026, 5, 12), "home", "I like my room. I want to tell my class where I live myself."),),
    "WX-S04-1": ((date(2026, 5, 20), "work", "I want to do bricklaying and keep Sundays free."),),
    "WX-S05-1": ((date(2026, 5, 20), "favourite things", "The whale in my book has a baby whale."),),
    "WX-S06-1": ((date(2026, 5, 19), "the plan", "The plan says football on Saturday, so when is it Saturday?"),),
    "WX-S07-2": (
        (date(2026, 4, 15), "family", "Auntie does my plaits and tells me about when she was small."),
        (date(2026, 5, 20), "home", "I have a hook for my coat with my name on it."),
    ),
    "WX-S08-1": ((date(2026, 5, 18), "brothers and sisters", "Noah and Ellis come too, or I don't."),),
    "WX-S08-2": ((date(2026, 5, 18), "brothers and sisters", "Aria reads to me and I hold Ellis's hand on the road."),),
    "WX-S09-1": ((date(2026, 5, 11), "wishes", "I miss my choir. Is there one here?"),),
    "WX-S10-1": (
        (date(2026, 4, 8), "school", "Training ends too late for the bus, that is all."),
        (date(2026, 5, 6), "wishes", "Ask me, not the home. I answer if you text."),
    ),
    "WX-S11-1": ((date(2026, 5, 7), "home", "I painted the kitchen yellow. Come and see it."),),
    "WX-S13-1": (
        (date(2025, 6, 3), "wishes", "Can the next one stay until I am in Year 6?"),
        (date(2026, 4, 22), "seaside", "I have not forgotten the seaside."),
    ),
    "WX-S14-1": ((date(2026, 4, 28), "brothers and sisters", "Saturday with my brother was good. Same again."),),
    "WX-S15-1": ((date(2026, 5, 21), "school", "I am a tree in the play and I have one line."),),
    planted_child(13): ((date(2026, 5, 13), "home", "I am teaching the cat to sit."),),
    planted_child(17): ((date(2026, 5, 13), "the plan", "I want to say my bit first at the review, then go to PE."),),
    planted_child(24): ((date(2026, 4, 9), "family", "Nan's house smells of oranges and I want to go on Sundays."),),
    planted_child(31): ((date(2026, 5, 12), "money", "I can do the rent now. It is the forms I hate."),),
    planted_child(37): ((date(2026, 5, 8), "wishes", "Write down who is coming, with a photo."),),
}
"""By child: the day, the theme and the words, each on a day that the story leaves free."""

CALLUM = "WX-S10-1"

Action = tuple[int | str, str, date, date, date | None]
"""The number of the planted child or the id of a story's, the words, and three days: set, to be done by, and done."""

ACTIONS: tuple[Action, ...] = (
    # What each return interview with Callum said will change is an action of his plan too.
    (CALLUM, "A lift home from football on Fridays", date(2026, 5, 4), date(2026, 5, 8), date(2026, 5, 8)),
    (CALLUM, "A key worker he chose meets him at the bus station", date(2026, 5, 22), date(2026, 5, 29),
     date(2026, 5, 28)),
    (3, "Family meeting with both grandmothers, in the hall they chose", date(2026, 4, 27), date(2026, 5, 29),
     date(2026, 5, 28)),
    (4, "The social worker asks the school for a quiet place at lunch", date(2026, 5, 11), date(2026, 5, 22),
     date(2026, 5, 27)),
    (6, "The health visitor's appointment moved to an evening", date(2026, 5, 5), date(2026, 5, 27), None),
    (9, "The swimming lessons booked, with Dad", date(2026, 4, 20), date(2026, 5, 28), date(2026, 5, 26)),
    (10, "Grandad is asked what he could do on Fridays", date(2026, 4, 30), date(2026, 5, 22), None),
    (13, "Both parents read the plan before it is signed", date(2026, 5, 1), date(2026, 5, 22), None),
    (13, "Both parents read the plan before it is signed", date(2026, 5, 27), date(2026, 6, 12), None),
    (40, "The assessment is read again with Mum at home", date(2026, 5, 21), date(2026, 6, 10), None),
    (2, "The school nurse is asked for the hearing test", date(2026, 5, 6), date(2026, 5, 28), date(2026, 5, 27)),
    (8, "A named adult at school", date(2026, 4, 23), date(2026, 5, 20), date(2026, 5, 26)),
    (11, "The taxi for Friday trips to Dad's is booked", date(2026, 5, 8), date(2026, 5, 29), None),
    (19, "The carers have the whole school report", date(2026, 5, 4), date(2026, 5, 29), date(2026, 5, 27)),
    (23, "A bunk bed for when the brother stays", date(2026, 4, 16), date(2026, 5, 21), date(2026, 5, 28)),
    (28, "The passport form signed", date(2026, 5, 12), date(2026, 5, 29), date(2026, 5, 29)),
    (30, "A day at the college with the tutor", date(2026, 5, 7), date(2026, 5, 26), None),
    (31, "The adviser brings the council tax form and they fill it in", date(2026, 5, 12), date(2026, 5, 28),
     date(2026, 5, 28)),
    (32, "A text on the first of the month, as asked for", date(2026, 4, 2), date(2026, 5, 27), None),
)  # fmt: skip

PROMISES: tuple[tuple[int, str, date, date | None], ...] = (
    (7, "A copy of the photograph from the office wall", date(2026, 5, 12), None),
    (16, "The goldfish comes too", date(2026, 5, 6), date(2026, 5, 27)),
    (27, "A swimming bag with a name on it", date(2026, 4, 28), None),
    (35, "A call after the spelling test", date(2026, 5, 19), date(2026, 5, 29)),
    (36, "A phone call to the aunt by the sea", date(2026, 5, 6), date(2026, 5, 28)),
)
"""The planted child, what was promised, on what day, and the day on which it was kept."""

DECISIONS: tuple[tuple[int, str, date, str], ...] = (
    (34, "The carer's number is written in both school bags before half term.", date(2026, 5, 21), "ade"),
    (25, "The carers may say yes to sleepovers themselves.", date(2026, 5, 20), "lyn"),
    (33, "Evening training ends earlier, or somebody fetches her.", date(2026, 5, 22), "lyn"),
)


def told_and_promised() -> Iterator[Fact]:
    """All of it, with ids that no other row has."""
    for child, said in WORDS.items():
        for number, (on, theme, words) in enumerate(said, 1):
            yield Note(
                child=child, id=f"{child}-words-{number}", on=on, kind="told us", theme=theme, source="child",
                words_of_note=words,
            )  # fmt: skip
    named = list(dict.fromkeys((about, words) for about, words, *_ in ACTIONS))
    for number, (about, words, set_on, for_day, done_on) in enumerate(ACTIONS, 1):
        child = about if isinstance(about, str) else planted_child(about)
        yield PlanAction(
            child=child, id=f"{child}-to-do-{number}", action=f"{child}-action-{named.index((about, words)) + 1}",
            words_of_action=words, set_on=set_on, for_day=for_day, done_on=done_on,
        )  # fmt: skip
        yield SignedText(
            child=child, id=f"{child}-to-do-{number}-by", subject=f"{child}-action-{named.index((about, words)) + 1}",
            part="who does it", text=_doer(words), on=set_on,
        )  # fmt: skip
    for about, words, on, kept_on in PROMISES:
        child = planted_child(about)
        yield Note(
            child=child, id=f"{child}-promise", on=on, kind="promise", theme="what matters to me",
            source="social worker", words_of_note=words, kept_on=kept_on,
        )  # fmt: skip
    for about, words, on, by in DECISIONS:
        child = planted_child(about)
        yield ManagementDecision(
            child=child, id=f"{child}-decided", about="plan", on=on, reason=words, decided_by=worker(by)
        )


DOERS = {
    "adviser": "the personal adviser",
    "text on the first": "the personal adviser",
    "tutor": "the virtual school",
    "carers": "the fostering worker",
    "school nurse": "the school nurse",
    "health visitor": "the health visitor",
}
"""Who does an action, by a word of it; all others are the social worker's."""


def _doer(words: str) -> str:
    return next((who for word, who in DOERS.items() if word in words), "the social worker")


def met_together(fact: Fact) -> Fact:
    """A conference of one of the stories' families: brothers and sisters met about at one meeting share its id."""
    if isinstance(fact, Conference) and fact.child.startswith("WX-S") and fact.held_on:
        return replace(fact, meeting=f"{fact.child[:6]}-{fact.held_on.isoformat()}")
    return fact
