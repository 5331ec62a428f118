"""Children in care: accommodated without a plan for permanence, and relatives whose approval has run out."""

from datetime import date

from holdfast.dates import Months, say
from holdfast.duties.drift.rule import Finding, Needs, Rule, number
from holdfast.duties.journeys.in_care import FIRST_TERM
from holdfast.duties.journeys.nouns import CarePeriod
from holdfast.duties.register import BY_CODE
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.in_care import CareEpisode, CarePlan, LegalStatus, TemporaryApproval

ACCOMMODATED = "V2"
"""The legal status of a child accommodated by agreement under section 20."""

EXTENSION = BY_CODE["cla-reg25-extension"].ways[0].limit
"""How long an extension of a temporary approval runs: the duty's own limit."""

EXTENDED = "extended"


def accommodated_since(standing: Standing) -> date | None:
    """Since when the child is accommodated by agreement, without a break, in the present time in care.

    Statuses of the same kind that follow one another count as one; another status between begins it anew.
    """
    start = None
    if standing.held.has(CareEpisode):
        start = max((one.started_on for one in standing.of(CarePeriod) if one.ended_on is None), default=None)
        if start is None:
            return None
    dated = [(one, one.started_on) for one in standing.of(LegalStatus) if one.started_on is not None]
    own = [(one, day) for one, day in dated if one.status == ACCOMMODATED]
    if not any(one.ended_on is None for one, _ in own):
        return None
    other = max((day for one, day in dated if one.status is not None and one.status != ACCOMMODATED), default=None)
    days = [
        day
        for one, day in own
        if (other is None or day >= other) and (one.ended_on is None or start is None or one.ended_on >= start)
    ]
    if not days:
        return None
    return min(days) if start is None else max(min(days), start)


def accommodated_without_permanence(standing: Standing, settings: Settings) -> list[Finding]:
    """A child accommodated for so many months with no plan for permanence in force."""
    since = accommodated_since(standing)
    if since is None:
        return []
    planned = any(
        one.permanence is not None
        and one.started_on is not None
        and (one.ended_on is None or one.ended_on >= standing.today)
        for one in standing.of(CarePlan)
    )
    months = number(settings, "accommodated-months-without-permanence")
    due = Months(months).after(since)
    if planned or standing.today < due:
        return []
    return [Finding(child=standing.child.id, state="raised", since=since, due_on=due, count=months)]


def temporary_approval_over(standing: Standing, settings: Settings) -> list[Finding]:
    """Each temporary approval whose time is over, extension included, with no full approval on record."""
    found = []
    for one in standing.of(TemporaryApproval):
        if one.started_on is None or one.approved_on is not None or one.ended_on is not None:
            continue
        end = FIRST_TERM.after(one.started_on)
        assert end is not None
        if one.extended_on is not None:
            end = EXTENSION.after(end) or end
        if standing.today > end:
            found.append(
                Finding(
                    child=one.child, state="raised", since=one.started_on, subject=one.id, last_on=one.extended_on,
                    due_on=end, count=(standing.today - end).days, detail=EXTENDED if one.extended_on else None,
                )
            )  # fmt: skip
    return found


def _says_accommodated(one: Finding, settings: Settings) -> str:
    assert one.since is not None
    return (
        f"The child has been accommodated by agreement since {say(one.since)}, {one.count} months or more; no plan "
        "for permanence in force is on record."
    )


def _says_over(one: Finding, settings: Settings) -> str:
    assert one.due_on is not None
    again = ", the extension included" if one.detail == EXTENDED else ""
    return f"Temporary approval ran to {say(one.due_on)}{again}; no later approval is on record."


def _matter_of_approval(one: Finding) -> str:
    return "cla-reg25-extension" if one.detail == EXTENDED else "cla-reg24-approval"


RULES: tuple[Rule, ...] = (
    Rule(
        code="accommodated-without-permanence",
        title="A child is accommodated by agreement without a plan for permanence.",
        matter="cla-permanence-plan",
        one=accommodated_without_permanence,
        needs=(
            Needs(noun=LegalStatus, fields=("status", "started_on")),
            Needs(noun=CarePlan, fields=("started_on", "permanence")),
        ),
        unit="months",
        threshold="Raised at {accommodated-months-without-permanence} months.",
        says=_says_accommodated,
        asks="Where will the child grow up, and what is being done to get there?",
        closes="A care plan in force with a plan for permanence; another legal status; or the end of the time in care.",
    ),
    Rule(
        code="temporary-approval-over",
        title="A relative's or friend's temporary approval is over.",
        matter="cla-reg24-approval",
        matter_of=_matter_of_approval,
        one=temporary_approval_over,
        needs=(Needs(noun=TemporaryApproval, fields=("started_on", "approved_on")),),
        unit="days since approval ended",
        threshold="Raised the day after the time that the law gives; the council sets no number.",
        says=_says_over,
        asks="What is the child's lawful status in this home today, and who decides on full approval by when?",
        closes="The day of full approval, or the day the arrangement ended.",
    ),
)
