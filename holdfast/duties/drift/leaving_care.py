"""Care leavers: a home at risk because of arrears."""

from holdfast.dates import WorkingDays, say, working_days_between
from holdfast.duties.drift.rule import Finding, Needs, Rule, number
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.leaving_care import ProvidedHome


def tenancy_at_risk(standing: Standing, settings: Settings) -> list[Finding]:
    """Each home we provide with an arrears notice that nobody has taken up on record."""
    found = []
    for one in standing.of(ProvidedHome):
        if one.notice_on is None or one.task_on is not None or one.ended_on is not None:
            continue
        due = WorkingDays(number(settings, "notice-taken-up-working-days")).after(one.notice_on)
        found.append(
            Finding(
                child=one.child, state="overdue" if standing.today > due else "raised", since=one.notice_on,
                subject=one.id, due_on=due, count=working_days_between(standing.today, due),
            )
        )  # fmt: skip
    return found


def _says(one: Finding, settings: Settings) -> str:
    assert one.since is not None
    assert one.due_on is not None
    sent = f"Housing sent an arrears notice on {say(one.since)}"
    if one.state == "overdue":
        return f"{sent}. It was to be taken up by {say(one.due_on)}; nothing is on record."
    return f"{sent}; it is to be taken up by {say(one.due_on)}."


RULES: tuple[Rule, ...] = (
    Rule(
        code="tenancy-at-risk",
        title="A young person's home is at risk.",
        matter="tenancy-at-risk",
        one=tenancy_at_risk,
        needs=(Needs(noun=ProvidedHome, fields=("notice_on", "task_on")),),
        unit="working days left",
        threshold="Raised with the notice; to be taken up within {notice-taken-up-working-days} working day(s).",
        says=_says,
        asks="What keeps the young person in this home: benefits, a payment plan, a discretionary payment?",
        closes="The day somebody took the notice up, or the day the home ended.",
    ),
)
