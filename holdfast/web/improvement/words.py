"""What both pages of the plan say in the same words: states, claims, days, and how often something was found."""

from collections.abc import Iterable

from holdfast.casework.improvement import ActionNow, DecisionNow, ObjectiveNow
from holdfast.casework.reports.found_again import TakenUp, found_words
from holdfast.dates import say
from holdfast.measures.achieved import ActionState
from holdfast.measures.improvement import Dated, weeks_words
from holdfast.measures.promise import Claim
from holdfast.measures.trend import Trend, TrendState
from holdfast.web.asking import Asking
from holdfast.web.parts import Tag

COLOURS: dict[ActionState | TrendState, str] = {
    "achieved and held": "done", "improving": "done", "holding": "done", "on track": "", "flat": "quiet",
    "cannot say": "quiet", "output only": "quiet", "slipping": "soon", "says on track, data flat": "soon",
    "says on track, data worse": "soon",
}  # fmt: skip

DECISIONS = {"done": "done", "done late": "quiet", "late": "soon", "open": ""}


def action_tag(now: ActionNow) -> Tag:
    """How an action stands, as a word in a box."""
    return Tag(text=now.stands.title, colour=COLOURS[now.stands.state])


def trend_tag(trend: Trend) -> Tag:
    """What the record shows of a finding, as a word in a box."""
    return Tag(text=trend.title, colour=COLOURS[trend.state])


def decision_tag(now: DecisionNow) -> Tag:
    """Whether a decision was followed, as a word in a box."""
    return Tag(text=f"{now.state[0].upper()}{now.state[1:]}", colour=DECISIONS[now.state])


def found_tag(now: ObjectiveNow, points: Iterable[TakenUp], short: bool = False) -> Tag | None:
    """The badge of something that was found more than once; None for what was found once.

    ``short`` leaves out at how many inspections: the whole plan is one sheet of paper.
    """
    words = found_words(now, list(points))
    return Tag(text=words.partition(",")[0] if short else words, colour="soon") if words else None


def saved_words(asking: Asking) -> str:
    """What is said when something was put on record a moment ago; empty where nothing was."""
    done = asking.request.GET.get("done", "")
    return f"It is on record, as entry {done}." if done.isdecimal() else ""


def claim_words(claim: Claim | None) -> str:
    """What was last said, with its day and by which role."""
    if claim is None:
        return "Nobody has said yet how it stands."
    return f"{first_up(claim.by_role)} says {claim.says} ({say(claim.on)}): {claim.words}"


def short_claim(claim: Claim | None) -> str:
    """The same for a table: ``on track (12 May 2026)``."""
    return f"{claim.says} ({say(claim.on)})" if claim else "nothing yet"


def slipped_words(days: Dated, slipped: int) -> str:
    """Weeks slipped for a table, and how often the day was moved."""
    weeks = weeks_words(slipped) or "none"
    return f"{weeks}, moved {times(days.moved)}" if days.moved else weeks


def times(count: int) -> str:
    """``once``, ``twice``, ``3 times``."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def first_up(words: str) -> str:
    """The words with a capital letter."""
    return f"{words[:1].upper()}{words[1:]}"
