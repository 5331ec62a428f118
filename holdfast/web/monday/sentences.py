"""What a line of the Monday page says and asks. The words say what is and is not on record; they accuse nobody."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from holdfast.casework.child.told import with_name
from holdfast.dates import say
from holdfast.duties.explain import count_in_words
from holdfast.duties.monday import MondayLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What is on record and what is not, and the next decision as a question; braces are filled from the line.

    ``first`` is said instead of ``words`` where it was never done yet: the count then goes from what ``began`` it.
    """

    words: str
    asks: str
    first: str = ""


VISIT = Sentence(
    words="No visit since {since} is on record; the next was due by {due}.",
    asks="Who can see {child} this week?",
    first="No visit is on record yet: {began} on {since}, and the first was due by {due}.",
)
SEEN = Sentence(
    words="No visit since {since} in which {child} was seen is on record; the next was due by {due}.",
    asks="Who can see {child} this week?",
    first="No visit in which {child} was seen is on record yet: {began} on {since}, and the first was due by {due}.",
)
REVIEW = Sentence(
    words="No review since {since} is on record; it was due by {due}.",
    asks="On what day is it held, and how does {child} take part?",
    first="No review has been held on record: {began} on {since}, and the first was due by {due}.",
)
CORE_GROUP = Sentence(
    words="No core group since {since} is on record; it was due by {due}.",
    asks="On what day do the family and the professionals meet?",
    first="No core group has met on record: {began} on {since}, and the first was due by {due}.",
)
HEALTH = Sentence(
    words="{title}: nothing since {since} is on record; it was due by {due}.",
    asks="Who takes {child}, and on what day?",
)

SENTENCES: Mapping[str, Sentence] = MappingProxyType({
    "cla-reg24-approval": Sentence(
        words="Temporary approval ran to {due}; no later approval is on record.", asks="Who decides today?"
    ),
    "cla-reg25-extension": Sentence(
        words="Temporary approval, the extension included, ran to {due}; no later approval is on record.",
        asks="Who decides today?",
    ),
    "fd-referral-decision": Sentence(
        words="The referral came on {since}; a decision was due by {due} and none is on record.",
        asks="Who decides today what happens next?",
    ),
    "cp-icpc-15wd": Sentence(
        words="The enquiry began on {since}; a conference was due by {due} and none is on record.",
        asks="On what day is it held, and who must be in the room?",
    ),
    "ms-rhi-72h": Sentence(
        words="{child} came back on {since}; no return home interview is on record. It was due by {due}.",
        asks="Who will {child} talk to, and on what day?",
    ),
    "hl-same-day": Sentence(
        words="{child} asked for help on {since}; no safe place is on record.", asks="Where does {child} sleep tonight?"
    ),
    "cla-placement-plan": Sentence(
        words="The placement began on {since}; an agreed plan for it was due by {due} and none is on record.",
        asks="Who signs it, and on what day?",
    ),
    "ad-a10-threshold": Sentence(
        words="The national benchmark for a move to adopters was reached on {due}; no move is on record.",
        asks="What stands in the way for {child}, and who can move it?",
    ),
    "ad-a2-threshold": Sentence(
        words="The national benchmark for a match with adopters was reached on {due}; no match is on record.",
        asks="What stands in the way for {child}, and who can move it?",
    ),
    "cl-pa-contact-8wk": Sentence(
        words="No contact both ways since {since} is on record; the next was due by {due}.",
        asks="Who can reach {child} this week?",
    ),
    "wf-case-supervision": Sentence(
        words="No talk about {child} in supervision since {since} is on record; the next was due by {due}.",
        asks="When is {child} talked about, and with whom?",
    ),
    # Its count may begin at a review that the record gives only as "made or last reviewed": no first is told apart.
    "cl-pathway-review": replace(REVIEW, first=""),
    **dict.fromkeys(("cp-visit", "cin-visit"), SEEN),
    **dict.fromkeys((
        "cla-visit-first", "cla-visit-yr1", "cla-visit-after-yr1", "cla-visit-permanent", "cla-visit-reg24",
        "pf-visit-7wd", "pf-visit-year1", "pf-visit-year2", "cl-pa-visit-7d", "cl-pa-visit-prereview",
        "cl-pa-visit-2mo",
    ), VISIT),
    **dict.fromkeys((
        "cla-review-1", "cla-review-2", "cla-review-n", "cp-review-first", "cp-review-next", "cin-plan-review",
    ), REVIEW),
    **dict.fromkeys(("cp-core-group-first", "cp-core-group-next"), CORE_GROUP),
    **dict.fromkeys(("cla-iha", "cla-rha-u5", "cla-rha-5plus", "cla-dental"), HEALTH),
})  # fmt: skip
"""By the duty's code; every other line says what the duty is, and asks who will do it."""


def what_and_asks(line: MondayLine, child: str) -> tuple[str, str]:
    """What a line says and what it asks, with the child called by the name that is given."""
    found = SENTENCES.get(line.code)
    if found is None or line.since is None or line.due_on is None:
        return with_name(line.words, child), with_name(line.asks, child)
    filled = {
        "child": child, "since": say(line.since), "due": say(line.due_on), "title": line.title,
        "began": with_name(line.began, child),
    }  # fmt: skip
    words = found.first if found.first and line.began else found.words
    return words.format_map(filled), found.asks.format_map(filled)


def how_long(line: MondayLine) -> str:
    """How late a clock is, after which day, and by which sum that day was found; of a drift, since when it counts."""
    if line.standing == "drift" or not line.due or line.days is None:
        return f"Counted from {say(line.since)}." if line.since else ""
    late = f"{count_in_words(line.days, line.unit)} past {line.due}" if line.days else f"{line.due} has just passed"
    return f"{late} ({line.counted})."


def closing(line: MondayLine, child: str) -> str:
    """What on the record takes a line off the list."""
    told = with_name(line.closes.removeprefix("On record: "), child)
    if told.startswith(child):
        return told
    return f"{told[0].lower()}{told[1:]}"


def in_short(line: MondayLine, child: str) -> str:
    """One line in a few words, for a child who is not told in full."""
    if line.standing == "drift":
        return with_name(f"{line.words[0].lower()}{line.words[1:].rstrip('.')}", child)
    due = f", due by {say(line.due_on)}" if line.due_on else ""
    return f"{line.title[0].lower()}{line.title[1:]}{due}"
