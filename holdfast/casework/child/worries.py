"""What we worry about, in our own duties' words: drift that stands, what comes up next, what was answered, notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.casework.child.changes import big_changes
from holdfast.casework.child.codes import HARM, NEED, in_words
from holdfast.casework.child.told import Told
from holdfast.casework.council import Council
from holdfast.duties.drift.open_work import ABOUT_A_PAUSE
from holdfast.duties.drift.rule import Drift
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import ProtectionPlan
from holdfast.record.front_door import Referral
from holdfast.record.oversight import Challenge, ManagementDecision, Note

WORRIES_IN_NOTES = ("concern", "gap")
"""The kinds of note that say a worry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worry:
    """A question about drift that waits for a decision; ``paused_by`` is who paused it, where somebody did."""

    drift: Drift
    paused_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Worries:
    """``standing`` are questions that wait for a decision, paused or not; ``ahead`` those that may come up next.

    ``answered`` are those that the record has answered; ``why_here`` says for what the child came and what harm the
    plan is about; ``noted`` are notes of concern and gaps; ``raised`` the reviewing officer's challenges.
    """

    standing: tuple[Worry, ...]
    ahead: tuple[Drift, ...]
    answered: tuple[Drift, ...]
    why_here: tuple[Told, ...]
    noted: tuple[Told, ...]
    raised: tuple[Told, ...]


def worries(standing: Standing, council: Council, every: Sequence[Drift]) -> Worries:
    """What is worried about as at the moment, from every finding of the drift rules for the child."""
    waiting = sorted((one for one in every if one.stands), key=lambda one: (one.since or date.max, one.code))
    return Worries(
        standing=tuple(Worry(drift=one, paused_by=_paused_by(one, standing, council)) for one in waiting),
        ahead=tuple(one for one in every if one.state == "running"),
        answered=tuple(one for one in every if one.state in ("met", "met_late")),
        why_here=_why_here(standing), noted=_noted(standing), raised=_raised(standing),
    )  # fmt: skip


def _paused_by(drift: Drift, standing: Standing, council: Council) -> str:
    if drift.paused_until is None:
        return ""
    who = (
        one.decided_by
        for one in standing.of(ManagementDecision)
        if one.about == ABOUT_A_PAUSE and one.until == drift.paused_until and one.reason == drift.pause_reason
    )
    return council.worker(next(who, None)) or "somebody whose name is not on record"


def _why_here(standing: Standing) -> tuple[Told, ...]:
    found = [
        Told(on=one.started_on, words=f"The protection plan is about {in_words(HARM, one.latest_category)}.")
        for one in standing.of(ProtectionPlan)
        if one.ended_on is None and one.latest_category
    ]
    last = max(
        (one for one in standing.of(Referral) if one.closed_on is None and one.need and not one.nfa),
        key=lambda one: one.on or date.min,
        default=None,
    )
    if last:
        found.append(Told(on=last.on, words=f"The reason on record for our work is {in_words(NEED, last.need)}."))
    return tuple(found)


def _noted(standing: Standing) -> tuple[Told, ...]:
    notes = [one for one in standing.of(Note) if one.kind in WORRIES_IN_NOTES]
    found = [
        Told(
            on=one.on, words=one.words_of_note or one.theme or "", done=one.kept_on is not None,
            detail=f"{'A gap' if one.kind == 'gap' else 'A worry'}{f' about {one.theme}' if one.theme else ''}"
            f"{f', noted by the {one.source}' if one.source else ''}",
        )
        for one in notes
    ]  # fmt: skip
    found += [
        Told(
            on=one.on, words=f"A big change: {one.kind or 'not said which'}.", done=False,
            detail="The assessment has not been looked at since.",
        )
        for one in big_changes(standing)
        if one.looked_on is None
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: one.on or date.min, reverse=True))


STAGES = {
    0: "informally",
    1: "at the first stage",
    2: "at the second stage",
    3: "at the third stage",
    4: "at the last stage",
}


def _asked(one: Challenge) -> str:
    return f"{STAGES.get(int(one.stage or 0), 'again')}{f' about {one.theme}' if one.theme else ''}"


def _raised(standing: Standing) -> tuple[Told, ...]:
    found = [
        Told(
            on=one.raised_on, done=one.settled_on is not None or one.replied_on is not None,
            words=f"The reviewing officer asked {_asked(one)}.",
            detail="Settled." if one.settled_on else "Answered." if one.replied_on else "No answer is on record yet.",
        )
        for one in standing.of(Challenge)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: one.on or date.min, reverse=True))
