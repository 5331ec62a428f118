"""The grid's words: a few for each station, naming the next helpful act where one is asked for."""

from collections.abc import Mapping
from datetime import date

from holdfast.casework.child.codes import TOOK_PART
from holdfast.casework.team import Glance, Light, Sight, Station
from holdfast.dates import say, say_moment
from holdfast.duties.monday import MondayLine, Standing
from holdfast.duties.register import BY_CODE

HEADS: Mapping[Station, str] = {
    "seen": "Seen",
    "heard": "Listened to",
    "plan": "Plan",
    "supervision": "Supervision",
    "chronology": "Chronology",
    "review": "Review",
}

LIGHTS: Mapping[Light, str] = {"fine": "Fine", "look": "Look", "cannot say": "Cannot say", "not asked": "Not asked"}

RESTS_ON: Mapping[Standing, str] = {
    "law": "asked by law",
    "second-hand law": "asked by law, read at second hand",
    "benchmark": "by a published benchmark",
    "local standard": "by the council's own standard",
    "drift": "by the council's own number",
}

NOTES: Mapping[Station, str] = {
    "seen": "When the child was last seen: at a visit, at a return interview or by a personal adviser, as on the "
    "child's own page. Below it the next visit, by the rule that applies now.",
    "heard": "Heard at the last review, seen alone since, or told us something since. No rule sets a day for it.",
    "plan": "Which plan there is, and what the last review of that plan found. A look: it stands still, it is not made "
    "in time, or what should move it is past its day: a conference, a core group, an action.",
    "supervision": "When the child was last discussed. The council's own number; no law sets one.",
    "chronology": "This record has no chronology and cannot say whether one is kept. Shown instead: the last big "
    "change on record, and whether the assessment was looked at again.",
    "review": "The last review held, and the last day in time for the next.",
}

MORE = "Also on the Monday list"
MORE_NOTE = (
    "What else about the child needs a decision and has no column of its own, such as a referral that waits, the home, "
    "health or a reviewing officer's challenge."
)
NOTHING_MORE = "Nothing else"

FOUND: Mapping[str, str] = {"little or none": "little or no change"}

Words = tuple[str, str]

UNBROKEN = "\N{NO-BREAK SPACE}"


def words_of(station: Station, glance: Glance, line: Sight, today: date) -> Words:
    """What a cell says, and its quieter second line."""
    if glance.light == "cannot say":
        return _cannot(station, glance)
    return _SAYS[station](glance, line, today)


def rests_on(glance: Glance) -> str:
    """On what the cell rests, in short; empty where no rule is behind it."""
    return RESTS_ON[glance.rests_on] if glance.rests_on else ""


def words_of_more(lines: tuple[MondayLine, ...], today: date) -> Words:
    """What no station tells of the Monday list: the weightiest line, then what it asks and the other lines."""
    if not lines:
        return NOTHING_MORE, ""
    others = "; ".join(_in_short(line, today) for line in lines[1:])
    return _in_short(lines[0], today), f"{lines[0].asks}{f' Also: {others}.' if others else ''}"


def _in_short(line: MondayLine, today: date) -> str:
    if line.standing == "drift":
        return line.words.rstrip(".")
    return f"{line.title}: it was due by {short(line.due_on, today)}" if line.due_on else line.title


def short(day: date, today: date) -> str:
    """``12 May``, never broken over two lines; with its year where that is another one."""
    whole = say(day)
    return (whole.rsplit(" ", 1)[0] if day.year == today.year else whole).replace(" ", UNBROKEN)


def _cannot(station: Station, glance: Glance) -> Words:
    if station == "heard":
        return "Nothing on record yet", ""
    return "This record cannot say", f"Missing: {glance.says}" if glance.says else ""


def _by(glance: Glance, today: date) -> str:
    if glance.due_at is not None:
        return say_moment(glance.due_at)
    return short(glance.due_on, today) if glance.due_on else ""


def _next(glance: Glance, today: date, first: bool) -> str:
    by = _by(glance, today)
    return f"{'first' if first else 'next'} by {by}" if by else ""


def _not_since(glance: Glance, today: date, none_yet: str) -> str:
    return f"Not since {short(glance.last_on, today)}" if glance.last_on else none_yet


def _seen(glance: Glance, line: Sight, today: date) -> Words:
    if (glance.code or "").startswith("cl-pa-contact"):
        return _in_touch(glance, line, today)
    text = _last_seen(glance, today)
    if glance.light == "not asked":
        return (text, "no visit is owed now") if glance.last_on else ("Not seen on record", "no rule sets a day")
    if glance.light != "look":
        return text or "Not seen yet", _next(glance, today, not text)
    by, act = _by(glance, today), f"Who can see {line.forename} this week?"
    last, code = glance.seen.last if glance.seen else None, glance.code or ""
    if last and last.kind != code.split("-", maxsplit=1)[0]:
        # Seen by somebody else since: it would be untrue to say *not since*, and the visit asked for is still late.
        return text, f"{BY_CODE[code].title}: it was due by {by}. {act}"
    return _not_since(glance, today, "Not seen yet"), f"It was due by {by}. {act}"


def _last_seen(glance: Glance, today: date) -> str:
    last = short(glance.last_on, today) if glance.last_on else ""
    return f"{last}, {glance.how}" if last and glance.how else last


def _in_touch(glance: Glance, line: Sight, today: date) -> Words:
    """An adviser is asked to be in touch; when somebody last saw the young person is told beside it."""
    touched = glance.seen.touched_on if glance.seen else None
    seen = f"last seen {_last_seen(glance, today)}" if glance.last_on else "not seen on record"
    if glance.light == "look":
        text = f"Not in touch since {short(touched, today)}" if touched else "Not in touch yet"
        return text, f"It was due by {_by(glance, today)}; {seen}. Who can reach {line.forename} this week?"
    text = f"In touch {short(touched, today)}" if touched else "Not in touch yet"
    return text, "; ".join(some for some in (_next(glance, today, touched is None), seen) if some)


def _heard(glance: Glance, line: Sight, today: date) -> Words:
    how = f"at the review {glance.how}" if glance.how in TOOK_PART.values() else glance.how
    text = f"{short(glance.last_on, today)}: {how}" if glance.last_on else how
    return text, f"How will {line.forename} be heard?" if glance.light == "look" else ""


def _plan(glance: Glance, line: Sight, today: date) -> Words:
    plan = f"{glance.how[0].upper()}{glance.how[1:]}" if glance.how else "No plan on record"
    if glance.light == "look":
        if glance.rests_on == "drift":
            return plan, glance.says
        if glance.code:
            return plan, f"{BY_CODE[glance.code].title}: it was due by {_by(glance, today)}."
        return plan, f"An action was to be done by {_by(glance, today)}: {glance.says}. Who will do it?"
    if glance.light == "fine" and glance.last_on:
        whose = f"{glance.of}, " if glance.of.casefold() != plan.casefold() else ""
        return plan, f"{whose}review of {short(glance.last_on, today)} found: {FOUND.get(glance.says, glance.says)}"
    if glance.light == "fine" and glance.code:
        return plan, f"{BY_CODE[glance.code].title}: by {_by(glance, today)}" if _by(glance, today) else ""
    return plan, ""


def _supervision(glance: Glance, line: Sight, today: date) -> Words:
    if glance.light == "look":
        text = _not_since(glance, today, "Not discussed yet")
        if glance.rests_on == "drift":
            return text, f"{glance.says} Who will talk about {line.forename}, and when?"
        return text, f"It was due by {_by(glance, today)}. Who will talk about {line.forename}, and when?"
    last = short(glance.last_on, today) if glance.last_on else ""
    if glance.light == "not asked":
        return (last, "no case is open now") if last else ("No case is open now", "")
    return last or "Not discussed yet", _next(glance, today, not last)


def _chronology(glance: Glance, line: Sight, today: date) -> Words:
    if glance.last_on is None:
        return "No big change on record", ""
    text = f"{short(glance.last_on, today)}: {glance.how}"
    if glance.light == "look":
        return text, f"Does the assessment of {line.forename} still hold? Nobody has looked at it again on record."
    looked = f"assessment looked at again {short(glance.due_on, today)}" if glance.due_on else "not looked at again yet"
    return text, looked


def _review(glance: Glance, line: Sight, today: date) -> Words:
    if glance.light == "look":
        text = _not_since(glance, today, "None held yet")
        return text, f"It was due by {_by(glance, today)}. Who will hold it, and on what day?"
    last = short(glance.last_on, today) if glance.last_on else ""
    if glance.light == "not asked":
        return (last, "no review is owed now") if last else ("No review is owed now", "")
    return last or "None held yet", _next(glance, today, not last)


_SAYS = {
    "seen": _seen, "heard": _heard, "plan": _plan, "supervision": _supervision, "chronology": _chronology,
    "review": _review,
}  # fmt: skip
