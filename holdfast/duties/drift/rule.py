"""What a drift rule is: a plain sentence about what the record does and does not show, with a council's number.

A rule is no law and no prediction. It accuses nobody and scores nothing: it says since when something has
stood still, what is not on record, what number the council has set, and what on the record would close it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from holdfast.duties.clock import limit_of
from holdfast.duties.duty import LocalStandard
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.child import Held
from holdfast.record.field import Fact, column_named

DriftState = Literal["running", "raised", "overdue", "met", "met_late", "ended", "cannot_say"]

STANDS: tuple[DriftState, ...] = ("raised", "overdue")
"""The states in which a rule stands: it asks for a person's decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule found for one child, before any words.

    ``subject`` is the id on record that it is about (a plan, an enquiry, an episode), where there is one.
    ``since`` is the day of the fact it counts from, ``last_on`` the latest fact that it rests on, ``due_on`` the
    day by which something was to be on record, ``met_on`` the day it was. ``count`` is in the rule's unit; where
    that unit is "left", it is negative when late. ``detail`` is a word from the record (a theme, an action).
    """

    child: str
    state: DriftState
    since: date | None
    subject: str | None = None
    last_on: date | None = None
    due_on: date | None = None
    met_on: date | None = None
    count: int | None = None
    detail: str | None = None


FINDING_FIELDS = ("child", "state", "since", "subject", "last_on", "due_on", "met_on", "count", "detail")


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """A table, and its columns, without which a rule cannot say anything.

    ``every`` asks for the whole history: where an extract gives only the latest row, nothing can be counted.
    """

    noun: type[Fact]
    fields: tuple[str, ...]
    every: bool = False

    def held_in(self, held: Held) -> bool:
        """True when the extract has the table and the columns, and every row where every row is needed."""
        return held.has(self.noun, *self.fields) and not (self.every and self.noun in held.latest_only)

    @property
    def cure(self) -> str:
        """The table and columns that would let the rule speak, by the names they have in an extract."""
        headers = [column_named(self.noun, name).header for name in self.fields]
        more = " (every row, not only the latest)" if self.every else ""
        return f"{self.noun.table} with {listed(headers)}{more}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One drift rule: its code, what it looks at, its number, its words, and its sum for one child.

    ``matter`` groups what is about the same thing, so that a page can say it once: where a duty speaks of the same
    thing it is that duty's code. ``matter_of`` gives it for one finding where it differs from finding to finding.
    ``needs`` are the tables it cannot do without; ``answers`` are tables that may hold the answer that closes it:
    where one of those is absent the rule still speaks, and says that the answer may exist. ``threshold`` and
    ``closes`` are sentences; a name in braces is a setting. A rule whose number is the limit of a local standard names
    that ``standard``, and the sentence has it as ``{limit}``. ``says`` gives the sentence of one finding, ``asks`` the
    question beside it. ``pausable`` is False where no pause may make it rest: only an answer ends it. The sum for
    every child at once is in ``holdfast.duties.drift.columns`` under the same code.
    """

    code: str
    title: str
    matter: str
    one: Callable[[Standing, Settings], list[Finding]]
    needs: tuple[Needs, ...]
    answers: tuple[type[Fact], ...] = ()
    unit: str
    threshold: str
    says: Callable[[Finding, Settings], str]
    asks: str
    closes: str
    on_monday: bool = True
    pausable: bool = True
    matter_of: Callable[[Finding], str] | None = None
    standard: LocalStandard | None = None

    def said_threshold(self, settings: Settings) -> str:
        """The council's number in words."""
        own = self.standard
        limit = {"limit": limit_of(own, own.ways[0], settings).words} if own else {}
        return self.threshold.format_map({**settings.thresholds, **limit})

    def matter_about(self, finding: Finding) -> str:
        """The matter that this finding is about."""
        return self.matter_of(finding) if self.matter_of else self.matter

    def missing(self, held: Held) -> str | None:
        """What the extract would need before this rule can say anything; None when it has it."""
        lacking = [one.cure for one in self.needs if not one.held_in(held)]
        return "; ".join(lacking) or None

    def silent_after(self, held: Held, today: date) -> date | None:
        """The last day to which the extract has all that the rule needs, where ``today`` lies after it.

        What was not yet standing by then may have been answered since.
        """
        until = min((held.known_until[one.noun] for one in self.needs if one.noun in held.known_until), default=None)
        return until if until is not None and today > until else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One line: a rule, a child, since when, in words, and what would close it.

    ``state`` is raised or overdue while it stands; running while it is still ahead; met or met_late once the
    record shows the answer; ended where it no longer applies; cannot_say where the record is silent.
    ``paused_until`` and ``pause_reason`` come from a manager's reasoned pause: the nagging stops, the count
    does not.
    """

    child: str
    code: str
    matter: str
    state: DriftState
    subject: str | None
    since: date | None
    due_on: date | None
    met_on: date | None
    count: int | None
    detail: str | None
    unit: str
    words: str
    asks: str
    threshold: str
    what_would_close_it: str
    on_monday: bool
    paused_until: date | None = None
    pause_reason: str | None = None

    @property
    def stands(self) -> bool:
        """True while it asks for a decision, paused or not."""
        return self.state in STANDS

    @property
    def nags(self) -> bool:
        """True when it belongs on the Monday list: it stands, nobody has paused it with a reason."""
        return self.stands and self.on_monday and self.paused_until is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswerable:
    """A rule about which this extract can say nothing, and what it would need."""

    code: str
    title: str
    missing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A manager's reasoned pause: until which day, why, and of what (all that may be paused where it is blank)."""

    subject: str | None
    until: date
    reason: str


def pause_of(rule: Rule, finding: Finding, pauses: Iterable[Pause]) -> Pause | None:
    """The pause that covers a finding; the longest where several do.

    A pause names the rule, its matter, or the id that the finding is about. One made here names the rule; one from
    another system may name nothing, and then covers every rule for the child. No pause covers a rule that may not be
    paused, whatever it names.
    """
    if not rule.pausable:
        return None
    named = (None, rule.code, rule.matter, rule.matter_about(finding), finding.subject)
    covering = [one for one in pauses if one.subject in named]
    return max(covering, key=lambda one: (one.until, one.reason), default=None)


def drift_from(rule: Rule, finding: Finding, held: Held, settings: Settings, pause: Pause | None) -> Drift:
    """A finding in words, with its pause."""
    words = rule.says(finding, settings)
    absent = [noun.words for noun in rule.answers if noun not in held.fields]
    if absent and finding.state in STANDS:
        words += f" This file does not hold {listed(absent)}, so an answer there would not show."
    if finding.state == "cannot_say":
        words += " This file ends before the day by which that was asked, so it cannot say whether it still stands."
    until, reason = (pause.until, pause.reason) if pause and finding.state in STANDS else (None, None)
    return Drift(
        child=finding.child, code=rule.code, matter=rule.matter_about(finding), state=finding.state,
        subject=finding.subject, since=finding.since, due_on=finding.due_on, met_on=finding.met_on,
        count=finding.count, detail=finding.detail, unit=rule.unit, words=words, asks=rule.asks,
        threshold=rule.said_threshold(settings), what_would_close_it=rule.closes, on_monday=rule.on_monday,
        paused_until=until, pause_reason=reason,
    )  # fmt: skip


def clocked(due: date, met: date | None, ended: date | None, today: date) -> DriftState:
    """How something due on a day stands: met in time or late, ended, overdue from the day after, or running."""
    if met is not None:
        return "met_late" if met > due else "met"
    if ended is not None:
        return "ended"
    return "overdue" if today > due else "running"


def number(settings: Settings, name: str) -> int:
    """One of the council's thresholds."""
    return settings.thresholds[name]


COUNTING: Mapping[int, str] = {
    1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten",
}  # fmt: skip


def in_words(count: int | None) -> str:
    """A small number as a word; any other in figures."""
    return COUNTING.get(count or 0, str(count or 0))


def listed(parts: Sequence[str]) -> str:
    """``a, b and c``."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
