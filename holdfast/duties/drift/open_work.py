"""What several drift rules share: whether work with a child is open, and when somebody decided."""

import re
from collections.abc import Iterable
from datetime import date

from holdfast.dates import add_months
from holdfast.duties.drift.rule import Pause, number
from holdfast.duties.journeys.nouns import CarePeriod
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.child import Held
from holdfast.record.child_protection import Application, PreProceedings, ProtectionPlan
from holdfast.record.field import Fact
from holdfast.record.front_door import InNeedPlan, Referral
from holdfast.record.in_care import CareEpisode
from holdfast.record.oversight import ManagementDecision
from holdfast.record.people import Involvement

OPEN_BY: tuple[tuple[type[Fact], type[Fact], str, str], ...] = (
    (Involvement, Involvement, "started_on", "ended_on"),
    (Referral, Referral, "on", "closed_on"),
    (InNeedPlan, InNeedPlan, "started_on", "ended_on"),
    (ProtectionPlan, ProtectionPlan, "started_on", "ended_on"),
    (CareEpisode, CarePeriod, "started_on", "ended_on"),
)
"""Whose presence tells that work is open: the table that must be held, the noun asked, its first and last day."""

ABOUT_A_PLAN, ABOUT_A_PAUSE, ABOUT_A_LOOK = "plan", "pause", "manager look"

DECISION_NOUNS: tuple[type[Fact], ...] = (ManagementDecision, PreProceedings, Application)
"""Where a decision about a plan may be on record."""

OTHER_PARTS = (
    r"(?i)review|advis[eo]r|supervising|chair|advocate|visitor|manager|nurse|family.practitioner|finder|support|^iro$"
)
"""Roles that are not the child's own social worker; an involvement without a role counts as the worker's."""

_OTHER = re.compile(OTHER_PARTS)


def cannot_tell(held: Held) -> bool:
    """True when the extract holds none of the tables that show whether work is open."""
    return not any(held.has(table) for table, *_ in OPEN_BY)


def open_since(standing: Standing) -> date | None:
    """The first day of the work that is open with the child now; None where there is none, or the child died."""
    if standing.died_on is not None:
        return None
    days = [
        getattr(fact, start)
        for table, noun, start, end in OPEN_BY
        if standing.held.has(table)
        for fact in standing.of(noun)
        if getattr(fact, end) is None and not (isinstance(fact, Referral) and fact.nfa is True)
    ]
    return min((day for day in days if day is not None), default=None)


def is_open(standing: Standing) -> bool:
    """True where the record shows open work with the child, or cannot show whether there is any.

    With a child who died no work is open.
    """
    if standing.died_on is not None:
        return False
    return cannot_tell(standing.held) or open_since(standing) is not None


def is_recent(day: date, standing: Standing, settings: Settings) -> bool:
    """True while a past event is near enough to be a living matter, by the council's setting."""
    return add_months(day, number(settings, "look-back-months")) >= standing.today


def decision_days(standing: Standing, subject: str | None = None) -> list[date]:
    """The days on which somebody decided about a plan: a manager, a legal gateway, or by going to court.

    A manager's decision that names another subject than this one does not count; one that names none does.
    """
    days = [
        one.on
        for one in standing.of(ManagementDecision)
        if one.about == ABOUT_A_PLAN
        and one.on is not None
        and (subject is None or one.subject is None or one.subject == subject)
    ]
    days += [one.decided_on for one in standing.of(PreProceedings) if one.decided_on is not None]
    days += [one.issued_on for one in standing.of(Application) if one.issued_on is not None]
    return sorted(days)


def manager_looks(standing: Standing) -> list[date]:
    """The days on which a manager looked at what had been noted."""
    return known(one.on for one in standing.of(ManagementDecision) if one.about == ABOUT_A_LOOK)


def pauses_of(standing: Standing) -> list[Pause]:
    """The pauses in force: each has a day it was decided, a day it runs to (that day included), and a reason."""
    return [
        Pause(subject=one.subject, until=one.until, reason=one.reason)
        for one in standing.of(ManagementDecision)
        if one.about == ABOUT_A_PAUSE
        and one.on is not None
        and one.until is not None
        and one.until >= standing.today
        and one.reason
    ]


def known(days: Iterable[date | None]) -> list[date]:
    """The days that are on record, in order."""
    return sorted(day for day in days if day is not None)


def last_of(days: Iterable[date | None]) -> date | None:
    """The last of the days on record."""
    return max(known(days), default=None)


def is_own_worker(one: Involvement) -> bool:
    """True when this is the child's worker, not another part in the child's life."""
    return one.professional is not None and not (one.role and _OTHER.search(one.role))
