"""Child protection: a conference that nobody has booked while there is time to."""

from datetime import date

from holdfast.dates import WorkingDays, say, working_days_between
from holdfast.duties.drift.open_work import is_recent
from holdfast.duties.drift.rule import Finding, Needs, Rule, number
from holdfast.duties.journeys.nouns import EnquiryTime
from holdfast.duties.register import BY_CODE
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import Booking, Conference, Enquiry

CONFERENCE_LIMIT = BY_CODE["cp-icpc-15wd"].ways[0].limit


def conference_not_booked(standing: Standing, settings: Settings) -> list[Finding]:
    """Each enquiry that may still need a conference, with none booked and none held."""
    wait = WorkingDays(number(settings, "conference-booked-working-days"))
    found = []
    for one in standing.of(EnquiryTime):
        booked = _follows(one, standing)
        if one.ended_on is not None or booked or not is_recent(one.started_on, standing, settings):
            continue
        check = wait.after(one.started_on)
        found.append(
            Finding(
                child=one.child, state="raised" if standing.today >= check else "running", since=one.started_on,
                subject=one.id, due_on=check, count=working_days_between(one.started_on, standing.today),
            )
        )  # fmt: skip
    return found


def _follows(one: EnquiryTime, standing: Standing) -> bool:
    """True when a booking or a conference names this enquiry, or names none and came on its day or later."""
    days: list[tuple[str | None, date | None]] = [(it.enquiry, it.on) for it in standing.of(Booking)]
    days += [(it.enquiry, it.held_on) for it in standing.of(Conference) if it.transfer_in is not True]
    return any(
        enquiry == one.id if enquiry is not None else day >= one.started_on for enquiry, day in days if day is not None
    )


def _says(one: Finding, settings: Settings) -> str:
    assert one.since is not None
    assert one.due_on is not None
    if one.state == "running":
        return f"No conference is booked yet; the booking check is on {say(one.due_on)}."
    limit = CONFERENCE_LIMIT.after(one.since)
    due = f"; it is due by {say(limit)}" if limit else ""
    return f"It is working day {one.count} since the strategy discussion and no conference is booked or held{due}."


RULES: tuple[Rule, ...] = (
    Rule(
        code="conference-not-booked",
        title="A conference is not booked.",
        matter="cp-icpc-15wd",
        one=conference_not_booked,
        needs=(
            Needs(noun=Enquiry, fields=("started_on",)),
            Needs(noun=Booking, fields=("on",)),
        ),
        answers=(Conference,),
        unit="working days since strategy",
        threshold="Raised on working day {conference-booked-working-days} after the strategy discussion.",
        says=_says,
        asks="What stands in the way of a day, and who can move it?",
        closes="A booking, a conference held, or an enquiry that ended without a need for one.",
    ),
)
