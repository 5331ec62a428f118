"""What one row of the stories is: a child, a moment, and how one thing stands on the record then.

Days are ISO text, as they stand in the table of the stories that these rows are held against. A bare day as the
moment means its end. Names of several children, parted by a semicolon, make a test for each.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

Count = tuple[int, str]


@dataclass(frozen=True, kw_only=True)
class Row:
    """What every row has. ``name`` is the row's duty, drift rule or fact as the stories' table calls it."""

    id: str
    child: str
    as_at: str
    name: str
    state: str
    what: str
    started: str = ""
    due: str = ""
    due_at: str = ""
    met: str = ""
    count: Count | None = None
    without: tuple[str, ...] = ()

    @property
    def children(self) -> tuple[str, ...]:
        """The first name of each child that the row is about."""
        return tuple(self.child.split("; "))

    def case(self, child: str) -> str:
        """The name of its test for this child."""
        count = f", {self.count[0]} {self.count[1]}" if self.count else ""
        return f"{self.id} {child}: {self.what}, {STATES[self.state]}{count}"


STATES = {
    "running": "running", "due_soon": "due soon", "overdue": "overdue", "met": "met", "met_late": "met late",
    "ended": "ended", "cannot_say": "cannot say", "raised": "raised",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class AskedRow(Row):
    """A row about a clock.

    ``state`` is how it stands before any early warning; ``shown`` how Wexmouth, which warns, shows it where that is
    another. ``code`` is our duty where its name is another. ``without`` are tables, or columns of them, withheld
    from the files; ``cures`` what the answer then has to name; ``wexmouth`` how the same clock stands in Wexmouth's
    own files, where the record has been carried on.
    """

    shown: str = ""
    code: str = ""
    cures: tuple[str, ...] = ()
    wexmouth: str = ""

    @property
    def duty(self) -> str:
        """The code of the duty that answers it."""
        return self.code or self.name


@dataclass(frozen=True, kw_only=True)
class DriftRow(Row):
    """A row about a drift rule; ``detail`` picks one of several findings; ``paused`` until when it does not nag."""

    rule: str
    detail: str = ""
    paused: str = ""


@dataclass(frozen=True, kw_only=True)
class Found:
    """What the record itself says for a row."""

    state: str
    started: date | datetime | None = None
    due: date | None = None
    due_at: datetime | None = None
    met: date | datetime | None = None
    count: int | None = None


@dataclass(frozen=True, kw_only=True)
class RecordRow(Row):
    """A row about the record itself; ``found`` looks it up in plain code."""

    found: Callable[[Any], Found]


THINGS = {
    "fd-referral-decision": "the decision on the referral",
    "fd-referrer-ack": "the word back to the referrer",
    "fd-rereferral-flag": "referred again within a year",
    "as-cfa-45wd": "the assessment",
    "cin-plan-review": "the child in need review",
    "cp-icpc-15wd": "the conference",
    "cp-report-share-icpc": "the report for the family",
    "cp-core-group-first": "the first core group",
    "cp-review-first": "the first review conference",
    "cp-review-next": "the next review conference",
    "cp-plan-duration-flag": "two years on a plan",
    "plo-letter-send": "the letter before proceedings",
    "plo-meeting-first": "the first meeting before proceedings",
    "plo-review": "the review of pre-proceedings",
    "plo-max-16wk": "the end of pre-proceedings",
    "ct-26wk": "the end of the court's weeks",
    "cla-review-1": "the first review in care",
    "cla-iro-appoint": "the naming of a reviewing officer",
    "cla-care-plan": "the care plan",
    "cla-placement-plan": "the placement plan",
    "cla-placement-notify": "the notices of the placement",
    "cla-ooa-approval": "the approval of a distant home",
    "cla-visit-first": "the first visit in the home",
    "cla-visit-yr1": "the next visit in the home",
    "cla-visit-reg24": "the visit under temporary approval",
    "cla-iha": "the first health assessment",
    "cla-pep-first": "the first education plan",
    "cla-pep-first-20wd": "the first education plan on the longer reading",
    "cla-reg24-approval": "the temporary approval",
    "cla-reg25-extension": "the extension of the approval",
    "ad-a10-threshold": "placing with adopters",
    "ad-a2-threshold": "the match",
    "ad-review-unplaced": "the review of a child who waits for adopters",
    "cl-needs-eligible": "the leaving care needs assessment",
    "cl-pathway-review": "the pathway review",
    "cl-pathway-review-28d": "the review after 28 days in the home",
    "cl-pa-visit-7d": "the visit in the first week",
    "cl-pa-visit-prereview": "the visit before the review",
    "cl-pa-visit-2mo": "the visit every two months",
    "cl-pa-contact-8wk": "keeping in touch",
    "ms-rhi-72h": "the return interview",
    "pf-definition-28d": "the stay becomes private fostering",
    "pf-notify-advance": "word of the stay",
    "pf-visit-7wd": "the first private fostering visit",
    "pf-visit-year1": "the next private fostering visit",
    "pf-suitability": "the decision on suitability",
    "hl-same-day": "a safe place tonight",
    "hl-no-bb": "no bed and breakfast",
    "iro-dispute": "the formal dispute",
    "wf-case-supervision": "the talk in supervision",
    "repeated-concern": "one worry again and again",
    "linked-adult-enquiry": "an adult linked to an enquiry",
    "conference-not-booked": "no conference is booked",
    "no-change-twice": "reviews without change",
    "no-change-decision": "the decision after a third review without change",
    "protection-plan-long": "a long time on a plan",
    "gap-unfilled": "nobody provides therapy",
    "second-offer": "no second offer after a no",
    "repeat-missing": "missing again and again",
    "tenancy-at-risk": "the home at risk",
    "worker-changes": "changes of worker",
    "assessment-restarted": "one assessment begun again and again",
    "iro-stage": "a stage of the challenge",
    "unanswered-escalation": "the challenge without an answer",
}
"""What a duty or a rule is about, in the words of a test's name."""


def asked(id: str, child: str, as_at: str, name: str, started: str, state: str, **more: Any) -> AskedRow:
    """A row about a clock that started on a day."""
    what = THINGS[more.get("code") or name]
    return AskedRow(id=id, child=child, as_at=as_at, name=name, started=started, state=state, what=what, **more)


def drift(
    id: str, child: str, as_at: str, name: str, started: str, state: str, rule: str = "", **more: Any
) -> DriftRow:  # fmt: skip
    """A row about a drift rule, whose code is the row's own name unless said."""
    rule = rule or name.removeprefix("drift:")
    return DriftRow(
        id=id, child=child, as_at=as_at, name=name, started=started, state=state, rule=rule, what=THINGS[rule], **more
    )


def record(
    id: str, child: str, as_at: str, name: str, state: str, what: str, found: Callable[[Any], Found], **more: Any
) -> RecordRow:  # fmt: skip
    """A row that the record itself answers."""
    return RecordRow(id=id, child=child, as_at=as_at, name=name, state=state, what=what, found=found, **more)


def as_text(day: date | datetime | None) -> str:
    """A day or a moment as the rows write it; nothing where there is none."""
    if isinstance(day, datetime):
        return day.isoformat(timespec="minutes")
    return day.isoformat() if day else ""
