"""What each basic is called, what it asks, and what is said of one child."""

from collections.abc import Mapping

from holdfast.casework.basics import Basic, BasicChild
from holdfast.casework.child.codes import TOOK_PART
from holdfast.dates import say
from holdfast.duties.register import BY_CODE

HEADS: Mapping[Basic, str] = {
    "seen": "Seen in time",
    "alone": "Seen alone",
    "heard": "Listened to",
    "plan": "A plan that moves",
    "supervision": "Supervision in time",
    "chronology": "Looked at after a change",
    "review": "Reviewed in time",
    "decided": "Decided when stuck",
}

NOTES: Mapping[Basic, str] = {
    "seen": "The last visit at which the child was seen was in time, by the rule that applies now: in care, on a "
    "protection plan, in need, privately fostered, or with a personal adviser.",
    "alone": "The last visit at which the child was seen says that it was alone. No rule asks it of every visit, and "
    "there can be a good reason; babies are counted too. A personal adviser's contact says nothing of it.",
    "heard": "Heard at the last review, seen alone since, or told us something since. No rule sets a day for it.",
    "plan": "There is a plan; it does not stand still, and nothing that should move it is past its day. The record "
    "does not say whether the child knows the plan.",
    "supervision": "The child was discussed in supervision in time. The council's own number; no law sets one.",
    "chronology": "There was a big change, and the assessment was looked at again after it. This record has no "
    "chronology or summary and cannot say whether one is kept.",
    "review": "The next review is not past its last day.",
    "decided": "The plan had stood still, and a manager decided about it, or paused the question with a reason.",
}

LOOKS = "ask for a look"
UNTOLD = "cannot be told"


def so_words(basic: Basic, one: BasicChild) -> str:
    """What the record says of one child for whom it is fine, or of whom it cannot tell."""
    if one.light == "cannot say":
        return f"The record would need: {one.says}" if one.says else "Nothing on record yet"
    if one.says and one.code:
        return one.says
    if one.last_on is None:
        return f"{one.how[:1].upper()}{one.how[1:]}{_next(basic, one)}" if one.how else f"Not yet{_next(basic, one)}"
    how = f"at the review {one.how}" if one.how in TOOK_PART.values() else one.how
    found = f". Found: {one.says}" if one.says else ""
    return f"{say(one.last_on)}{f', {how}' if how else ''}{found}{_next(basic, one)}"


def _next(basic: Basic, one: BasicChild) -> str:
    """By when it is asked next; after a change, when the assessment was looked at again."""
    if one.due_on is None:
        return ""
    return f"; looked at again {say(one.due_on)}" if basic == "chronology" else f"; next by {say(one.due_on)}"


def look_words(basic: Basic, one: BasicChild) -> str:
    """What the record says of one child who asks for a look: since when, and what was due."""
    if one.says and one.code:
        return one.says
    due = f"it was due by {say(one.due_on)}" if one.due_on else ""
    if basic == "plan" and due:
        what = f"{BY_CODE[one.code].title}: {due}." if one.code else f"An action waits, and {due}: {one.says}."
        return f"{one.how[:1].upper()}{one.how[1:]}. {what}" if one.how else what
    last = f"Last on {say(one.last_on)}" if one.last_on else "Not yet on record"
    return f"{last}{f', {one.how}' if one.how else ''}{f'; {due}' if due else ''}."
