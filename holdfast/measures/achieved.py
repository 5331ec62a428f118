"""How an action of an improvement plan stands, worked out from its days and twelve months of its measure.

An action without a measure is *output only*: a document, a briefing, a form. It never counts as achieved, because
nothing on record could show that a child noticed it. Every other action is judged by the rule of
``holdfast.measures.trend`` first and by its days second: a figure that gets better outweighs a day that slipped, and
the weeks slipped are told beside every state, asked or not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from holdfast.dates import say
from holdfast.measures.improvement import Dated, ImprovementAction, weeks_words
from holdfast.measures.promise import Better
from holdfast.measures.trend import STALLED_AFTER, STEADY_AFTER, MonthTold, Target, Trend, at_target_for, state_of

ActionState = Literal[
    "says on track, data worse", "says on track, data flat", "slipping", "output only", "flat", "cannot say",
    "on track", "improving", "achieved and held",
]  # fmt: skip

STATE_RULE = (
    "Output only: the action has no measure, so nothing on record could show that a child noticed it. Achieved and "
    f"held: it is done, and the figure has been at least as good as what it is held against at {STEADY_AFTER} "
    "month-ends running. Says on track, data flat or data worse: somebody says on track or done, the action has run "
    f"for {STALLED_AFTER} month-ends, and the last three months show nothing better and nothing good enough already. "
    "Improving: the figure got better. Slipping: not done, and its day is over or was moved later; or the figure got "
    "worse. On track: its day stands or it is done, and the figure is good enough. Flat: the same, and the figure "
    f"shows no change. An action that has not run for {STALLED_AFTER} month-ends yet is judged by its day alone. Weeks "
    "slipped are counted from the day that was planned first. Nobody can type a state; what somebody says of an action "
    "is a claim and stands beside it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Achieved:
    """How an action stands. ``days`` tells its days in words, ``figures`` what the record shows, ``plain`` the same
    without a figure; ``title`` is the state for people.
    """

    state: ActionState
    title: str
    days: str
    figures: str
    plain: str

    @property
    def asked_about(self) -> bool:
        """Whether what is said of it and what the record shows differ."""
        return self.state.startswith("says")


TOO_YOUNG = "Too new for the figure to be its doing; it stands by its days. "
"""Said before the figure of a young action, whose state does not go by it."""


def achieved(
    action: ImprovementAction, day: date, months: Sequence[MonthTold], better: Better, target: Target | None
) -> Achieved:
    """How an action stands at the end of a day, given its measure's whole months (oldest first) until then."""
    days = action.days.known(day)
    told = days_words(days, day)
    if action.measure is None:
        words = "No measure goes with it: nothing on record could show that a child noticed it."
        return Achieved(state="output only", title="Output only", days=told, figures=words, plain=words)
    claim = action.claimed(day)
    old_enough = month_ends(action.agreed_on, day) >= STALLED_AFTER
    trend = state_of(months, better, claim.says if claim and old_enough else None, target)
    # What was good enough before the action was done is not its doing.
    held = min(at_target_for(months, better, target), month_ends(days.done_on, day)) if days.done_on else 0
    state = _state(days, day, trend, held, old_enough)
    beside, young = _held_words(days, held), "" if old_enough else TOO_YOUNG
    return Achieved(
        state=state, title=_title(state, trend), days=told, figures=f"{young}{trend.words}{beside}",
        plain=f"{young}{trend.plain}{beside}",
    )  # fmt: skip


def month_ends(first: date, day: date) -> int:
    """How many months have ended from the one that ``first`` lies in until before the one that ``day`` lies in."""
    return max(12 * (day.year - first.year) + day.month - first.month, 0)


def days_words(days: Dated, day: date) -> str:
    """Planned, moved, done and slipped, in a sentence or two."""
    start = f"Planned for {say(days.first)}"
    if days.moved:
        start += f", moved {_times(days.moved)}, now {say(days.last)}"
    done = f"done on {say(days.done_on)}" if days.done_on else "not done"
    slipped = weeks_words(days.days_slipped(day))
    return f"{start}; {done}.{f' Slipped by {slipped}.' if slipped else ''}"


def _state(days: Dated, day: date, trend: Trend, held: int, old_enough: bool) -> ActionState:
    has_slipped = days.done_on is None and days.days_slipped(day) > 0
    if not old_enough:
        # The figure is not yet the doing of so young an action, neither where it got better nor where it got worse.
        return "slipping" if has_slipped else "on track"
    if held >= STEADY_AFTER:
        return "achieved and held"
    if trend.state in ("says on track, data flat", "says on track, data worse", "improving"):
        return trend.state
    if has_slipped:
        return "slipping"
    return "on track" if trend.state == "holding" else trend.state


def _title(state: ActionState, trend: Trend) -> str:
    if state in ("improving", "says on track, data flat", "says on track, data worse"):
        return trend.title
    return f"{state[0].upper()}{state[1:]}"


def _held_words(days: Dated, held: int) -> str:
    if days.done_on is None or not held:
        return ""
    if held >= STEADY_AFTER:
        return f" Good enough at {held} month-ends running."
    return f" Good enough at {held} of the {STEADY_AFTER} month-ends that make it held."


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
