"""A reviewing officer's challenge: each stage has its days for a reply, and climbs by itself without one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from holdfast.dates import WorkingDays, say, working_days_between
from holdfast.duties.drift.open_work import is_recent, known
from holdfast.duties.drift.rule import Finding, Needs, Rule, clocked, number
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.oversight import Challenge

STAGES = (1, 2, 3, 4)
"""The formal stages; the informal word before them is stage 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Steps:
    """The formal steps of one dispute: the first day each stage was raised, the first reply to it, the end."""

    raised: Mapping[int, date]
    replied: Mapping[int, date]
    settled_on: date | None


def _disputes(standing: Standing) -> dict[str, _Steps]:
    rows: dict[str, list[Challenge]] = {}
    for one in standing.of(Challenge):
        key = one.dispute or one.id
        if key is not None:
            rows.setdefault(key, []).append(one)
    return {key: _steps(some) for key, some in rows.items()}


def _steps(some: list[Challenge]) -> _Steps:
    raised, replied = {}, {}
    for stage in STAGES:
        own = [one for one in some if one.stage == stage and one.raised_on is not None]
        days, replies = known(one.raised_on for one in own), known(one.replied_on for one in own)
        if days:
            raised[stage] = days[0]
        if replies:
            replied[stage] = replies[0]
    settled = known(one.settled_on for one in some)
    return _Steps(raised=raised, replied=replied, settled_on=settled[-1] if settled else None)


def stage_starts(steps: _Steps, limit: WorkingDays, today: date) -> dict[int, date]:
    """The day each stage began: when it was raised, or when the reply day of the one before passed in silence.

    Whichever came first. A stage that was passed over, because a later one was raised, did not begin.
    """
    starts: dict[int, date] = {}
    for stage in STAGES:
        days = [steps.raised[stage]] if stage in steps.raised else []
        passed_over = not days and any(later > stage for later in steps.raised)
        before = starts.get(stage - 1)
        if before is not None and stage - 1 not in steps.replied and not passed_over:
            silent_on = limit.after(before)
            if silent_on < today and (steps.settled_on is None or steps.settled_on > silent_on):
                days.append(silent_on)
        if days:
            starts[stage] = min(days)
    return starts


def _ended(stage: int, due: date, starts: Mapping[int, date], steps: _Steps) -> date | None:
    """The day this stage no longer waits: the dispute was settled, or a later stage answered or taken up early."""
    days = [] if steps.settled_on is None else [steps.settled_on]
    days += [day for later, day in steps.replied.items() if later > stage]
    days += [day for later, day in starts.items() if later > stage and day < due]
    return min(days, default=None)


def iro_stage(standing: Standing, settings: Settings) -> list[Finding]:
    """Every stage of every dispute, each with its days for a reply."""
    limit = WorkingDays(number(settings, "challenge-stage-working-days"))
    found = []
    for dispute, steps in _disputes(standing).items():
        starts = stage_starts(steps, limit, standing.today)
        for stage, start in starts.items():
            due = limit.after(start)
            met, ended = steps.replied.get(stage), _ended(stage, due, starts, steps)
            state = clocked(due, met, ended, standing.today)
            if not is_recent(met or ended or due, standing, settings):
                continue
            found.append(
                Finding(
                    child=standing.child.id, state=state, since=start, subject=dispute, due_on=due, met_on=met,
                    count=None if state == "ended" else working_days_between(met or standing.today, due),
                    detail=str(stage),
                )
            )  # fmt: skip
    return found


def unanswered_escalation(standing: Standing, settings: Settings) -> list[Finding]:
    """Each dispute with a stage whose reply day has passed in silence, until somebody replies or it is settled."""
    silent: dict[str | None, list[date]] = {}
    for one in iro_stage(standing, settings):
        if one.state == "overdue" and one.due_on is not None:
            silent.setdefault(one.subject, []).append(one.due_on)
    return [
        Finding(
            child=standing.child.id, state="raised", since=min(days), subject=dispute, last_on=max(days),
            count=len(days),
        )
        for dispute, days in silent.items()
    ]  # fmt: skip


def _says_stage(one: Finding, settings: Settings) -> str:
    assert one.due_on is not None
    if one.state == "running":
        return f"A reply at stage {one.detail} is due by {say(one.due_on)}."
    if one.state == "overdue":
        return f"A reply at stage {one.detail} was due by {say(one.due_on)}; none is on record."
    if one.met_on is not None:
        return f"A reply at stage {one.detail} was due by {say(one.due_on)} and was given on {say(one.met_on)}."
    return f"Stage {one.detail} was due a reply by {say(one.due_on)}; it ended without one of its own."


def _says_unanswered(one: Finding, settings: Settings) -> str:
    assert one.since is not None
    stages = "one stage" if one.count == 1 else f"{one.count} stages"
    return f"The reviewing officer's challenge has had no reply since {say(one.since)}, at {stages}."


STEPS = Needs(noun=Challenge, fields=("stage", "raised_on", "replied_on"), every=True)

RULES: tuple[Rule, ...] = (
    Rule(
        code="iro-stage",
        title="A stage of a reviewing officer's challenge waits for a reply.",
        matter="iro-dispute",
        one=iro_stage,
        needs=(STEPS,),
        unit="working days left",
        threshold="Each of the four stages has {challenge-stage-working-days} working days, then climbs by itself.",
        says=_says_stage,
        asks="What is the reply, and what changes for the child?",
        closes="A reply at this stage or a later one, or the day the dispute was settled.",
        on_monday=False,
    ),
    Rule(
        code="unanswered-escalation",
        title="A reviewing officer's challenge has no reply.",
        matter="iro-dispute",
        one=unanswered_escalation,
        needs=(STEPS,),
        unit="stages without a reply",
        threshold="Raised the day after {challenge-stage-working-days} working days at a stage.",
        says=_says_unanswered,
        asks="Who replies, today, and what changes for the child?",
        closes="A reply at the stage it has reached, or the day the dispute was settled.",
        pausable=False,
    ),
)
