"""What has become of a finding, worked out from twelve monthly figures by one plain rule. Nobody types a state.

The rule, with the council's own numbers: the last three months together are set beside the three months before them.
Three months are taken together so that one quiet or one hard month decides nothing. A change counts only where it is
more than two points and more than one child would make; anything less is *flat*. The same is asked at the end of each
earlier month, and the months in a row that say the same are counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from holdfast.measures.promise import Better, ClaimWord

TrendState = Literal[
    "improving", "holding", "flat", "slipping", "says on track, data flat", "says on track, data worse", "cannot say"
]
Move = Literal["better", "same", "worse"]

SPAN = 3
"""How many months are taken together, and set beside as many before them."""

LEAST_POINTS = 2.0
"""A share that moves by no more than this is flat, however many children there are."""

LEAST_CHILDREN = 1.0
"""A count that moves by no more than one child, month for month, is flat."""

STALLED_AFTER = 3
"""Where a plan says *on track* or *done*, so many month-ends without what is good enough, the last of them flat or
worse, are asked about: three flat months raise the alarm."""

STEADY_AFTER = 6
"""From so many months on, a page says that an improvement has lasted."""

STATE_WORDS: dict[TrendState, str] = {
    "improving": "Improving",
    "holding": "Holding",
    "flat": "Flat",
    "slipping": "Slipping",
    "says on track, data flat": "Says on track, data flat",
    "says on track, data worse": "Says on track, data worse",
    "cannot say": "Cannot say",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthTold:
    """One month of a series: how many yes, of how many (None for a count). ``yes`` is None where nobody can say."""

    month: str
    yes: int | None
    of: int | None = None

    @property
    def figure(self) -> float | None:
        """The share in percent, or the count; None where nobody counted or nothing can be said."""
        if self.yes is None or self.of == 0:
            return None
        return float(self.yes) if self.of is None else round(100 * self.yes / self.of, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What good is: a figure and whose it is (``England``, ``the council's own aim``)."""

    figure: float
    whose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """What became of it. ``months`` is how many month-ends in a row say so; ``words`` tell the figures behind it.

    ``plain`` says the same without any figure, for a paper that leaves the service.
    """

    state: TrendState
    months: int
    words: str
    plain: str
    claim: ClaimWord | None = None

    @property
    def asked_about(self) -> bool:
        """Whether the plan says more of it than the record shows: the stall alarm."""
        return self.state.startswith("says")

    @property
    def title(self) -> str:
        """The state for people: ``Improving for 4 months``, ``Says done, data flat``."""
        if self.state == "improving":
            return f"Improving for {_months(self.months)}"
        if self.state == "says on track, data flat":
            return f"Says {self.claim}, data flat"
        if self.state == "says on track, data worse":
            return f"Says {self.claim}, data worse"
        return STATE_WORDS[self.state]


RULE_WORDS = (
    f"The last {SPAN} months together are set beside the {SPAN} before them. A share that moves by no more than "
    f"{LEAST_POINTS:g} points, or by no more than one child would make, is flat; so is a count that moves by no more "
    f"than one child. Holding: flat, and at least as good as England or the council's own aim. Says on track, data "
    f"flat: the plan says on track or done, the last {SPAN} months together are no better than the {SPAN} before, and "
    f"at {STALLED_AFTER} month-ends running there was nothing good enough already; data worse: the same, and they are "
    "worse. This is the stall alarm. The month-ends in a row are "
    "those that show one and the same. The state is worked out from the record. Nobody can type it."
)


def state_of(
    figures: Sequence[MonthTold], better: Better, claim: ClaimWord | None, target: Target | None = None
) -> Trend:
    """The state of a series of months, oldest first, beside what the plan claims and what good is.

    *Cannot say* where the last three months, or the three before, have nothing that can be counted.
    """
    share = any(one.of is not None for one in figures)
    moves = [_move(figures[: end + 1], better, share) for end in range(2 * SPAN - 1, len(figures))]
    now = _figure(figures[-SPAN:], share)
    before = _figure(figures[-2 * SPAN : -SPAN], share)
    if not moves or moves[-1] is None or now is None or before is None:
        words = f"There is too little on record to set {SPAN} months beside the {SPAN} before them."
        return Trend(state="cannot say", months=0, words=words, plain=words, claim=claim)
    start, unit = ("", "%") if share else ("On average ", "")
    told = f"{start}{round(now, 1):g}{unit} in the last {SPAN} months, {round(before, 1):g}{unit} in the {SPAN} before."
    beside = f" {_first_up(target.whose)}: {target.figure:g}{unit}." if target else ""
    good_enough = [_at_target(figures[:end], better, target, share) for end in range(SPAN, len(figures) + 1)]
    state, months = _state(moves, claim, good_enough)
    plain = _plain(state, months, claim, target, _run([not good for good in good_enough]))
    return Trend(state=state, months=months, words=f"{told}{beside} {plain}", plain=plain, claim=claim)


def at_target_for(figures: Sequence[MonthTold], better: Better, target: Target | None) -> int:
    """At how many month-ends in a row, up to the last, the three months together were as good as the target."""
    share = any(one.of is not None for one in figures)
    return _run([_at_target(figures[:end], better, target, share) for end in range(SPAN, len(figures) + 1)])


def together(figures: Sequence[MonthTold]) -> str:
    """Several months as one figure in words: ``82.5%``, ``4.7 a month``, ``cannot say``."""
    share = any(one.of is not None for one in figures)
    found = _figure(figures, share) if figures else None
    if found is None:
        return "cannot say"
    return f"{round(found, 1):g}%" if share else f"{round(found, 1):g} a month"


def _state(
    moves: Sequence[Move | None], claim: ClaimWord | None, good_enough: Sequence[bool]
) -> tuple[TrendState, int]:
    """The state, and how many month-ends in a row show it. What is good enough already is not asked to get better.

    A month-end is asked about where it shows nothing better, and neither it nor the two before it were good enough: so
    that one child, after a year without any, raises no alarm. The number told with the state is that of the month-ends
    that show the same as the last, so that *worse* never counts one that was flat.
    """
    in_a_row = _run([one == moves[-1] for one in moves])
    if moves[-1] == "better":
        return "improving", in_a_row
    stalled = _run([not good for good in good_enough]) >= STALLED_AFTER
    asked_about = stalled and claim in ("on track", "done")
    if moves[-1] == "worse":
        return ("says on track, data worse" if asked_about else "slipping"), in_a_row
    if asked_about:
        return "says on track, data flat", in_a_row
    return ("holding" if good_enough[-1] else "flat"), in_a_row


def _at_target(until: Sequence[MonthTold], better: Better, target: Target | None, share: bool) -> bool:
    """Whether the last three of these months are at least as good as the target; nought cannot be less."""
    now = _figure(until[-SPAN:], share)
    if now == 0 and better == "down":
        return True
    if target is None or now is None:
        return False
    return now >= target.figure if better == "up" else now <= target.figure


def _move(until: Sequence[MonthTold], better: Better, share: bool) -> Move | None:
    """What the last three months of these say beside the three before; None where either has nothing to count."""
    now, before = until[-SPAN:], until[-2 * SPAN : -SPAN]
    after, earlier = _figure(now, share), _figure(before, share)
    if after is None or earlier is None:
        return None
    change = after - earlier if better == "up" else earlier - after
    if abs(change) <= (_noise(now, before) if share else LEAST_CHILDREN):
        return "same"
    return "better" if change > 0 else "worse"


def _noise(now: Sequence[MonthTold], before: Sequence[MonthTold]) -> float:
    """How many points a share may move and still be flat: two, or what one child makes of the fewer."""
    fewest = min(sum(one.of or 0 for one in some) for some in (now, before))
    return max(LEAST_POINTS, 100 / fewest)


def _figure(months: Sequence[MonthTold], share: bool) -> float | None:
    """Several months as one figure: the share of all together, or the mean count; None where there is none.

    A mean needs every month; a share those in which anybody could be counted.
    """
    told = [one for one in months if one.yes is not None]
    yes = sum(one.yes or 0 for one in told)
    if not share:
        return yes / len(months) if len(told) == len(months) else None
    every = sum(one.of or 0 for one in told)
    return 100 * yes / every if every else None


def _run(said: Sequence[bool]) -> int:
    """How many in a row, counted back from the last, are true."""
    return next((count for count, one in enumerate(reversed(said)) if not one), len(said))


def _plain(state: TrendState, months: int, claim: ClaimWord | None, target: Target | None, not_good: int) -> str:
    """The state in words; ``not_good`` is at how many month-ends in a row, up to the last, it was not good enough."""
    says = f"The plan says {claim}. " if state.startswith("says") else ""
    if state == "improving":
        lasted = "It has lasted." if months >= STEADY_AFTER else f"Not yet {STEADY_AFTER} months."
        return f"Better at the end of {_in_a_row(months)}. {lasted}"
    if state in ("slipping", "says on track, data worse"):
        return f"{says}Worse at the end of {_in_a_row(months)}.{_not_yet(claim, not_good)}"
    if state == "holding":
        return f"Steady, and at least as good as {_short(target)}." if target else "Steady at nought."
    return f"{says}No change that is more than chance would make.{_not_met(target)}{_not_yet(claim, not_good)}"


def _not_met(target: Target | None) -> str:
    """What is said under *flat* where there is a target: flat is what has not reached it, or it would be holding."""
    if target is None:
        return ""
    return " The aim is not met." if _is_aim(target) else f" Not as good as {_short(target)}."


def _not_yet(claim: ClaimWord | None, not_good: int) -> str:
    """Why what gets no better raises no alarm where the plan says on track or done: it was good enough lately."""
    if claim not in ("on track", "done") or not 0 < not_good < STALLED_AFTER:
        return ""
    return f" Not good enough at {_month_ends(not_good)} so far: {STALLED_AFTER} in a row raise the stall alarm."


def _month_ends(count: int) -> str:
    return "1 month-end" if count == 1 else f"{count} month-ends"


def _is_aim(target: Target) -> bool:
    return "aim" in target.whose


def _short(target: Target) -> str:
    """Whose target it is, without its year: ``England``, ``the council's own aim``."""
    return target.whose.split(",", 1)[0]


def _months(count: int) -> str:
    return "1 month" if count == 1 else f"{count} months"


def _in_a_row(count: int) -> str:
    return "1 month" if count == 1 else f"{count} months in a row"


def _first_up(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"
