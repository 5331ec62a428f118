"""What the crowd's children told us, in words of their own, and who is a brother or sister of whom.

The words are plain and of all kinds: what is liked, what is asked for, what is different, what somebody is proud of.
They are drawn from a chance of their own, so that nothing else of a child's record moves with them.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from holdfast.dates import Days
from holdfast.record.child_protection import Conference, ProtectionVisit
from holdfast.record.field import Fact
from holdfast.record.front_door import InNeedVisit
from holdfast.record.in_care import CareVisit
from holdfast.record.leaving_care import AdviserContact
from holdfast.record.oversight import Note
from holdfast.record.people import Person
from holdfast.record.unseen import PrivateFosteringVisit
from holdfast.wexmouth.crowd.chance import Chance
from holdfast.wexmouth.crowd.family import Life
from holdfast.wexmouth.telling import CARRIED_ON_TO

Said = tuple[str, str]
"""A theme, and the words; braces are filled from ``THINGS``."""

SMALL: Sequence[Said] = (
    ("home", "My bed has {animal} on it."),
    ("home", "I know where the biscuits are."),
    ("home", "The stairs creak and I like it."),
    ("family", "Nanny sings the bus song with me."),
    ("family", "Mummy laughed today."),
    ("family", "I want {day} at Grandad's."),
    ("school", "I painted {animal} and it is on the wall."),
    ("school", "I sit next to {friend}."),
    ("favourite things", "I like {food} best."),
    ("favourite things", "When it rains we go out in boots."),
    ("favourite things", "I can hop to the gate and back."),
    ("family", "My brother is loud and I am louder."),
    ("school", "I was {animal} in the play."),
    ("wishes", "More {food}, please."),
    ("wishes", "Read me the one with {animal} again."),
    ("wishes", "I want a torch for the night."),
    ("wishes", "Can {friend} come to my house?"),
)
MIDDLE: Sequence[Said] = (
    ("home", "It is quieter now and I can read in bed."),
    ("home", "I want a lock on my drawer, not on my door."),
    ("home", "We have tea at the table now, all of us."),
    ("family", "Dad came to watch me on {day} and stayed to the end."),
    ("family", "I would like to ring my cousin without asking first."),
    ("family", "Mum keeps the list on the fridge and we tick it."),
    ("school", "I moved up a group in maths."),
    ("school", "I don't want to be taken out of {lesson} for meetings."),
    ("school", "{friend} and me are building a bridge out of straws."),
    ("favourite things", "I am learning {skill} and I am not bad at it."),
    ("favourite things", "If I had a dog I would call it {name}."),
    ("favourite things", "{friend} lent me a book about {animal} and I have read half."),
    ("friends", "I can have {friend} round on {day} now."),
    ("family", "Grandma let me steer the trolley."),
    ("family", "We do not shout in the morning now. Mostly."),
    ("school", "I asked a question in {lesson} and it was a good one."),
    ("wishes", "I want to know what happens next, even if you don't know yet."),
    ("wishes", "Please say on Monday who is fetching me on {day}."),
    ("wishes", "I would like {thing} of my own."),
    ("the plan", "I said the plan was too long, so we made a short one with pictures."),
    ("the plan", "I crossed out the bit that was not true and you wrote it again."),
)
OLDER: Sequence[Said] = (
    ("home", "I can shut my door and nobody minds."),
    ("home", "I cook on {day}. It is mostly {food}."),
    ("family", "I want to see my sister on her own, not with everybody there."),
    ("family", "Me and Mum talk in the car. It is easier than at the table."),
    ("school", "They let me stay in at lunch and do {skill}."),
    ("school", "I have picked my options and nobody picked them for me."),
    ("friends", "{friend}'s mum gives me a lift home from {skill}."),
    ("wishes", "Text me before you come. Don't just turn up."),
    ("wishes", "I would rather walk and talk than sit in the office."),
    ("wishes", "I need {thing} that works, for homework."),
    ("the plan", "I want to read what you write before the meeting, not in it."),
    ("the plan", "You said Friday and it was Friday. Thank you."),
    ("friends", "{friend} and I are saving up for {thing}."),
    ("family", "I want to cook {food} for Mum's birthday."),
    ("wishes", "Ask my teacher in {lesson}. She knows what I am like."),
    ("wishes", "I would like to keep the same dentist."),
    ("favourite things", "I want to do {skill} on {day} and not miss it for a meeting."),
    ("school", "I walked in by myself on {day}."),
    ("health", "I sleep better since I stopped taking my phone to bed."),
)
GROWN: Sequence[Said] = (
    ("home", "I have my own key and a kettle. That is enough for now."),
    ("home", "The boiler is mended. I rang them myself."),
    ("money", "I worked out what is left after the rent and wrote it on the wall."),
    ("money", "Show me the form once and I will do the next one."),
    ("work", "I start at the {place} on {day}, early shift."),
    ("work", "College said I can come back in September. I want to."),
    ("friends", "{friend} and I take turns to cook. This week it is {food}."),
    ("friends", "I would like to know somebody else who lives on their own."),
    ("wishes", "Message me, don't ring. I answer messages."),
    ("wishes", "I want to see my old carers at Christmas, if they want it too."),
    ("home", "I like that you knock."),
    ("home", "I want {thing}, and I will find it second-hand."),
    ("work", "I asked for {day} off and they said yes."),
    ("family", "I went to my aunt's for {food}. I might go again."),
    ("wishes", "Tell me before the worker changes, not after."),
    ("the plan", "Five things in the plan, not forty. I picked the five."),
    ("the plan", "Put in that I can drive soon. Two lessons to go."),
)
BY_AGE = ((4, 7, SMALL), (8, 11, MIDDLE), (12, 16, OLDER), (17, 25, GROWN))
"""The words of each age, in completed years; who is younger is told of by others."""

THINGS: Mapping[str, Sequence[str]] = {
    "animal": ("a fox", "a whale", "three owls", "a blue horse", "a snail", "an otter"),
    "friend": ("Ash", "Bo", "Dee", "Jem", "Kit", "Lou", "Nell", "Pip", "Sol", "Wren"),
    "food": ("rice and peas", "toast", "lentil soup", "pasta", "pancakes", "noodles", "jollof"),
    "day": ("Tuesday", "Wednesday", "Thursday", "Saturday", "Sunday"),
    "lesson": ("art", "PE", "music", "science", "computing"),
    "skill": ("chess", "the drums", "skateboarding", "Urdu", "football", "animation", "bread"),
    "name": ("Biscuit", "Comet", "Gravy", "Mabel", "Socks"),
    "thing": ("a desk", "a bike", "a lamp", "a laptop", "a library card"),
    "place": ("bakery", "garden centre", "nursery", "warehouse", "hotel"),
}  # fmt: skip

SEEN_AT: tuple[type[Fact], ...] = (InNeedVisit, ProtectionVisit, CareVisit, AdviserContact, PrivateFosteringVisit)
LATELY = Days(400)
SHARE = 0.62
"""Of the children whom somebody saw lately, so many said something that was written down as they said it."""


TOGETHER = (
    "{others}: the plans of all of them are read together.",
    "{others}: who is close to whom was asked, and is written down for each child.",
    "{others}: they want their birthdays kept together.",
    "{others}: they choose the film in turn on Sundays.",
)


def in_their_own_words(life: Life, chance: Chance) -> None:
    """One to three things the child told somebody, each on a day on which somebody saw her."""
    days = _seen_lately(life)
    if not days or not chance.odds(SHARE):
        return
    told = set()
    for _ in range(chance.number(1, 3)):
        day = chance.one_of(days)
        some = next((words for least, most, words in BY_AGE if least <= life.age(day) <= most), ())
        theme, words = chance.one_of(some) if some else ("", "")
        if words and words not in told:
            told.add(words)
            filled = words.format_map({thing: chance.one_of(each) for thing, each in THINGS.items()})
            life.told.add(Note, on=day, kind="told us", theme=theme, source="child", words_of_note=filled)


def _seen_lately(life: Life) -> list[date]:
    since = LATELY.before(CARRIED_ON_TO)
    return sorted({
        getattr(fact, "on", CARRIED_ON_TO) for fact in life.told.facts
        if isinstance(fact, SEEN_AT) and since <= getattr(fact, "on", date.min) <= CARRIED_ON_TO
    })  # fmt: skip


def joined(lives: Sequence[Life], family: str, chance: Chance) -> None:
    """Brothers and sisters: one meeting where a conference was about several, else a note that names the others."""
    if len(lives) < 2:
        return
    days = Counter(day for life in lives for day in {one.held_on for one in life.told.of(Conference)})
    for life in lives:
        life.told.facts = [_met(fact, family, days) for fact in life.told.facts]
    for life in lives:
        seen = _seen_lately(life)
        if seen and not any(one.meeting for one in life.told.of(Conference)):
            others = and_others([_forename(other) for other in lives if other is not life])
            life.told.add(
                Note, on=chance.one_of(seen), kind="assessment of brothers and sisters", theme="brothers and sisters",
                source="social worker", words_of_note=chance.one_of(TOGETHER).format(others=others),
            )  # fmt: skip


def _met(fact: Fact, family: str, days: Mapping[date, int]) -> Fact:
    if isinstance(fact, Conference) and fact.held_on and days[fact.held_on] > 1:
        return replace(fact, meeting=f"{family}-{fact.held_on.isoformat()}")
    return fact


def _forename(life: Life) -> str:
    return next(fact.forename or "" for fact in life.told.facts if isinstance(fact, Person))


def and_others(names: Sequence[str]) -> str:
    """``Amber``, ``Amber and Corey``, ``Amber, Corey and Otis``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
