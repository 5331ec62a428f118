"""What R3's model knows of a child and of each act: who may do it, what of it is on record, and what it may not pass.

Nothing here asks the product: who may is read from the table that was written a second time by hand.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from holdfast.record.field import Fact
from holdfast.record.front_door import InNeedVisit
from holdfast.record.oversight import Challenge, ManagementDecision, PlanAction
from holdfast.record.people import Involvement
from holdfast.record.unseen import MissingEpisode
from tests.bar.ground import MOMENT
from tests.bar.seen import State
from tests.casework.test_permissions import second_copy

TODAY = MOMENT.date()
CHLOE, EAST = "WX-W-chloe", "WX-T-east"
TEAMS = {CHLOE: EAST, "WX-W-gwen": EAST, "WX-W-imogen": "WX-T-west"}
"""Who may have the child next, and the team of each: of two of them the social worker's seat is not, of one the
manager's is not either."""

PEOPLE = ("social-worker", "team-manager", "reviewing-officer", "director")
MAY = second_copy()
NOTHING_TO_FIND = "There is nothing to find out."


@dataclass(slots=True, kw_only=True)
class Modelled:
    """What the record of one child must say: the texts in their order, and how many rows there are of each noun.

    ``saved`` are the entries by which somebody changed a thing that two people might save past each other.
    """

    id: str
    reviewed: bool
    worker: str = CHLOE
    paused: bool = False
    texts: list[str] = field(default_factory=list)
    rows: Counter[type[Fact]] = field(default_factory=Counter)
    saved: dict[str, list[int]] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)

    def facts(self) -> list[Fact]:
        """The record as it begins: a worker and a team, perhaps somebody who reviews, and three times missing."""
        state = State(owner=CHLOE, team=EAST, reviewer="WX-W-omar" if self.reviewed else None)
        missing = [
            MissingEpisode(
                id=f"{self.id}-m{day}", child=self.id, type="missing", started_on=date(2026, 5, day),
                returned_on=date(2026, 5, day + 1),
            )
            for day in (18, 22, 26)
        ]  # fmt: skip
        self.rows[Involvement] = 1
        return [*state.facts(self.id), *missing]

    def may(self, act: str, seat: str) -> bool:
        """Whether the seat may do the act to this child as things stand."""
        ties = {
            "social-worker": {"allocated"} if self.worker == CHLOE else set[str](),
            "team-manager": {"team"} if TEAMS[self.worker] == EAST else set[str](),
            "reviewing-officer": {"reviews"} if self.reviewed else set[str](),
            "director": {"service"},
        }[seat]
        return any(one == act and seat in who and ties & withs for one, who, withs in MAY)

    def since(self, thing: str, base: int) -> int:
        """How many saves of this thing came after a position of the record; of who has the child only the last."""
        found = sum(entry > base for entry in self.saved.get(thing, []))
        return min(found, 1) if thing == "allocate" else found


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One form as somebody sends it: which act, about whom, from which seat, with what words, on what position.

    ``what`` is the form's name here; ``number`` chooses where it offers a choice.
    """

    what: str
    seat: str
    child: Modelled
    said: str
    number: int
    key: str
    base: int

    @property
    def next(self) -> str:
        """Who has the child next, where it is handed over."""
        return list(TEAMS)[self.number % len(TEAMS)]

    @property
    def action(self) -> str:
        """The action whose day moves; empty where there is none."""
        some = list(self.child.days)
        return some[self.number % len(some)] if some else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Modelling:
    """One form: its act, what it sends, which of its words are signed, in their order, and which row is new.

    ``thing`` names what two people might save past each other; ``amiss`` when it cannot be saved with any words.
    """

    act: str
    words: Callable[[Tried], Mapping[str, str]]
    signed: Callable[[str], list[str]]
    noun: type[Fact] | None
    thing: Callable[[Tried], str] = lambda tried: ""
    amiss: Callable[[Tried], bool] = lambda tried: False


def _moved(tried: Tried) -> Mapping[str, str]:
    day = tried.child.days[tried.action] + timedelta(days=1)
    return {"action": tried.action, "for_day": day.isoformat(), "why": tried.said}


FIRST_DAY = date(2026, 6, 12)

FORMS: Mapping[str, Modelling] = {
    "visit-note": Modelling(
        act="visit-note", noun=InNeedVisit, signed=lambda said: [said] * 4,
        words=lambda one: {
            "on": TODAY.isoformat(), "seen": "yes", **dict.fromkeys(("purpose", "saw", "means", "next"), one.said),
        },
    ),
    "who-i-am": Modelling(
        act="who-i-am", noun=None, signed=lambda said: [said], words=lambda one: {"text": one.said},
        thing=lambda one: "who-i-am",
    ),
    "decision": Modelling(
        act="decision", noun=ManagementDecision, signed=lambda said: [said, said, NOTHING_TO_FIND, said],
        words=lambda one: {
            "about": "other", "anything": "nothing", **dict.fromkeys(("decided", "why", "change_mind"), one.said),
        },
    ),
    "pause": Modelling(
        act="pause", noun=ManagementDecision, signed=lambda said: [said], amiss=lambda one: one.child.paused,
        words=lambda one: {
            "question": "repeat-missing", "reason": "waiting for a court", "until": "2026-06-30", "why": one.said,
        },
    ),
    "a new action": Modelling(
        act="plan-action", noun=PlanAction, signed=lambda said: [said],
        words=lambda one: {
            "action": "new", "what": one.said, "owner": one.said, "for_day": FIRST_DAY.isoformat(),
        },
    ),
    "an action moves": Modelling(
        act="plan-action", noun=PlanAction, signed=lambda said: [said], words=_moved, thing=lambda one: one.action
    ),
    "challenge": Modelling(
        act="challenge", noun=Challenge, signed=lambda said: [said, said], thing=lambda one: "challenge",
        words=lambda one: {
            "dispute": "new", "stage": "1", "theme": "delay", "text": one.said, "wanted": one.said,
        },
    ),
    "allocate": Modelling(
        act="allocate", noun=Involvement, signed=lambda said: [said], thing=lambda one: "allocate",
        amiss=lambda one: one.next == one.child.worker,
        words=lambda one: {"to": one.next, "from": TODAY.isoformat(), "why": one.said},
    ),
}  # fmt: skip


def on_record(tried: Tried, entry: int) -> None:
    """The model after a save that was acknowledged, as this entry."""
    child, form = tried.child, FORMS[tried.what]
    child.texts += form.signed(tried.said.strip())
    if form.noun is not None:
        child.rows[form.noun] += 1
    if thing := form.thing(tried):
        child.saved.setdefault(thing, []).append(entry)
    if tried.what == "pause":
        child.paused = True
    if tried.what == "allocate":
        child.worker = tried.next
    if tried.what == "a new action":
        child.days[f"hf-{tried.key}-action"] = FIRST_DAY
        child.saved[f"hf-{tried.key}-action"] = [entry]
    if tried.what == "an action moves":
        child.days[tried.action] += timedelta(days=1)
