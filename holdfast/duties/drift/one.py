"""The drift rules for one child: what a screen shows, and the reference for columns."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from holdfast.duties.drift.open_work import is_open, pauses_of
from holdfast.duties.drift.register import RULES
from holdfast.duties.drift.rule import STANDS, Drift, Finding, Rule, Unanswerable, drift_from, pause_of
from holdfast.duties.settings import WEXMOUTH, Settings
from holdfast.duties.standing import Standing
from holdfast.record.child import Held


def unanswerable(held: Held, rules: Sequence[Rule] = RULES) -> list[Unanswerable]:
    """The rules about which an extract that holds this can say nothing, and what would cure each."""
    asked = ((rule, rule.missing(held)) for rule in rules)
    return [Unanswerable(code=rule.code, title=rule.title, missing=missing) for rule, missing in asked if missing]


def findings_of(rule: Rule, standing: Standing, settings: Settings = WEXMOUTH) -> list[Finding]:
    """What one rule finds for one child, in order; nothing where no work is open or the extract cannot say."""
    if rule.missing(standing.held) or not is_open(standing):
        return []
    until = rule.silent_after(standing.held, standing.today)
    return sorted({_told(one, until) for one in rule.one(standing, settings)}, key=_order)


def _told(one: Finding, until: date | None) -> Finding:
    """The finding; where the extract ends before the day by which something was asked, nobody can say if it stands."""
    unknown = until is not None and one.state in STANDS and one.due_on is not None and one.due_on > until
    return replace(one, state="cannot_say") if unknown else one


def drifts_of(standing: Standing, settings: Settings = WEXMOUTH, rules: Sequence[Rule] = RULES) -> list[Drift]:
    """Every rule for one child, by code, then subject and day. What cannot be said is in ``unanswerable``."""
    pauses = pauses_of(standing)
    return [
        drift_from(rule, one, standing.held, settings, pause_of(rule, one, pauses))
        for rule in sorted(rules, key=lambda rule: rule.code)
        for one in findings_of(rule, standing, settings)
    ]


def _order(one: Finding) -> tuple[tuple[bool, str | date | int], ...]:
    """Each field in turn, what is blank last: the order of ``columns.sweep``."""
    return (
        (one.subject is None, one.subject or ""),
        (one.since is None, one.since or date.max),
        (one.detail is None, one.detail or ""),
        (one.due_on is None, one.due_on or date.max),
        (one.last_on is None, one.last_on or date.max),
        (one.met_on is None, one.met_on or date.max),
        (one.count is None, one.count or 0),
        (False, one.state),
    )
