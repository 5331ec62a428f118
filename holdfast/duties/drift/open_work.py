"""What several drift rules share: whether work with a child is open, and when somebody decided."""

import re
from datetime import date

from holdfast.dates import add_months
from holdfast.duties.drift.rule import number
from holdfast.duties.journeys.nouns import CarePeriod
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import Application, PreProceedings, ProtectionPlan
from holdfast.record.field import Fact
from holdfast.record.front_door import InNeedPlan, Referral
from holdfast.record.in_care import CareEpisode
from holdfast.record.oversight import ManagementDecision
from holdfast.record.people import Involvement

OPEN_BY: tuple[tuple[type[Fact], type[Fact], str], ...] = (
    (Involvement, Involvement, "started_on"),
    (Referral, Referral, "on"),
    (InNeedPlan, InNeedPlan, "started_on"),
    (ProtectionPlan, ProtectionPlan, "started_on"),
    (CareEpisode, CarePeriod, "started_on"),
)
"""Whose presence tells that work is open: the table that must be held, the noun asked, its starting day."""

ABOUT_A_PLAN = "plan"

DECISION_NOUNS: tuple[type[Fact], ...] = (ManagementDecision,)

OTHER_PARTS = (
    r"(?i)review|advis[eo]r|supervising|chair|advocate|visitor|manager|nurse|family.practitioner|finder|support|^iro$"
)
"""Roles that are not the child's own social worker; an involvement without a role counts as the worker's."""

_OTHER = re.compile(OTHER_PARTS)


def ended_on(fact: Fact) -> date | None:
    """The day a referral, plan, involvement or period of care closed."""
    return fact.closed_on if isinstance(fact, Referral) else getattr(fact, "ended_on", None)


def is_open(standing: Standing) -> bool:
    """True where the record shows open work with the child, or cannot show whether there is any."""
    if not any(standing.held.has(table) for table, _, _ in OPEN_BY):
        return True
    for table, noun, start in OPEN_BY:
        if not standing.held.has(table):
            continue
        for fact in standing.of(noun):
            closed = isinstance(fact, Referral) and fact.nfa is True
            if getattr(fact, start) is not None and ended_on(fact) is None and not closed:
                return True
    return False


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


def first_from(days: list[date], start: date) -> date | None:
    """The first of the days that is not before ``start``."""
    return min((day for day in days if day >= start), default=None)


def is_own_worker(one: Involvement) -> bool:
    """True when this is the child's worker, not another part in the child's life."""
    return one.professional is not None and not (one.role and _OTHER.search(one.role))
