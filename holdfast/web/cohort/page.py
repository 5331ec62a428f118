"""Those whom a finding was about on a day: how many still wait, month by month, by name; new ones apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.casework.cohort import Cohort, CohortChild
from holdfast.casework.frozen import frozen
from holdfast.dates import say
from holdfast.measures.promise import InspectionFinding
from holdfast.measures.suppression import KEPT_BACK, is_few, told, told_of
from holdfast.web.asking import Asking
from holdfast.web.links import child_link
from holdfast.web.parts import Cell, Crumb, Head, Picture, Row, Table
from holdfast.web.pictures import Point, line_picture

RULE = (
    "The children are those for whom one of the finding's own rules stood at the end of that day, by the days on which "
    "things happened, as the record knows them now. They stay the same children: whoever waits later is new, and is "
    "counted apart. No longer waiting means that none of the rules stands: something was done, or it no longer "
    "applies, or the child left. It does not say that all is well. A child who waits again is counted again."
)
NOBODY = (
    "By these rules this record shows nobody on that day. It may be that nobody waited, or that the record does not "
    "reach back so far."
)
INSTEAD = "When it was raised, on {day}, this record shows nobody, so the page begins with the year before."
KEPT = (
    "Small numbers are kept back, and so is what would give one away. Nothing is told month by month, and the numbers "
    "stand still until this month is over: the same children set side by side on two days could show what became of "
    "one of them."
)

NO_TEAM = "no longer with a team"


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """One day from which the children may be taken: its key in the address, and in words."""

    key: str
    day: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortPage:
    """The children of one day, and those who came since."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    begin: str
    instead: str
    begins: tuple[Crumb, ...]
    nobody: str
    picture: Picture | None
    children: Table | None
    others: str
    new_words: str
    new_picture: Picture | None
    newcomers: Table | None
    new_others: str
    kept: str
    rule: str


def cohort_page(
    asking: Asking, finding: InspectionFinding, now: Cohort, begin: Begin, begins: Sequence[Begin],
    instead: Begin | None = None,
) -> CohortPage:  # fmt: skip
    """The page of one finding, its children taken from one day; ``instead`` is the day that nobody stood on."""
    names = asking.seat.names
    return CohortPage(
        crumbs=(
            Crumb(text="The council", href=asking.link("/")),
            Crumb(text=finding.title, href=asking.link(f"/finding/{finding.slug}")),
            Crumb(text="Those it was about"),
        ),
        title=f"{finding.title}: those it was about, and who still waits",
        lead=_lead(now) if names else _lead_outside(now, frozen(asking.view).today), begin=begin.words,
        instead=INSTEAD.format(day=say(instead.day)) if instead else "",
        begins=tuple(
            Crumb(text=one.words, href=asking.link(f"/finding/{finding.slug}/cohort", since=one.key))
            for one in begins
            if one != begin
        ),
        nobody="" if now.size else NOBODY,
        picture=_burn_down(finding, now) if names and now.size and now.months else None,
        children=_table(asking, "The children of that day", now.children, "cohort-children") if names else None,
        others=_others(now.others, bool(now.children)) if names else "",
        new_words=_new(now) if names else _new_outside(now, frozen(asking.view).today),
        new_picture=_new_picture(finding, now),
        newcomers=_table(asking, "New since that day, and waiting now", now.newcomers, "cohort-new") if names else None,
        new_others=_others(now.other_newcomers, bool(now.newcomers)) if names else "",
        kept="" if names else KEPT, rule=RULE,
    )  # fmt: skip


def _lead(now: Cohort) -> str:
    if not now.size:
        return f"Nobody stood behind this finding on {say(now.day)}, by this record."
    were = f"{_many(now.size)} {'was' if now.size == 1 else 'were'} behind this finding on {say(now.day)}."
    if not now.waiting:
        return f"{were} {'That child no longer waits' if now.size == 1 else 'None of them waits any more'}."
    if now.waiting == now.size:
        return f"{were} {'That child still waits' if now.size == 1 else 'Every one of them still waits'}."
    return f"{were} {now.waiting} of them still {'waits' if now.waiting == 1 else 'wait'}; {now.left} no longer."


def _lead_outside(now: Cohort, frozen_on: date) -> str:
    """The same where small numbers are kept back: of those children, and so that the new ones give none away."""
    waiting, size = told_of(now.waiting, now.size)
    if _gives_away(now):
        waiting = KEPT_BACK
    if not now.size:
        return f"Nobody stood behind this finding on {say(now.day)}, by this record."
    day, some = say(frozen_on), "none" if waiting == "0" else waiting
    still = f"how many of them still waited on {day} is not shown"
    if waiting != KEPT_BACK:
        still = f"{some} of them still waited on {day}"
    return f"On {say(now.day)} it was about {size} children. {still[:1].upper()}{still[1:]}."


def _gives_away(now: Cohort) -> bool:
    """Whether one of the two numbers, which make together what other pages tell, is a few: then neither is told."""
    return is_few(now.waiting) or is_few(now.new)


def _new(now: Cohort) -> str:
    if not now.new:
        return "Nobody who was not among them waits now."
    wait = "waits" if now.new == 1 else "wait"
    return f"{_many(now.new)} who {'was' if now.new == 1 else 'were'} not among them {wait} now."


def _new_outside(now: Cohort, frozen_on: date) -> str:
    new = KEPT_BACK if _gives_away(now) else told(now.new)
    return f"Others who waited on {say(frozen_on)}: {new}."


def _burn_down(finding: InspectionFinding, now: Cohort) -> Picture:
    """The children of the day who still waited at each month's end: a line that can only tell of them."""
    points = [
        Point(label=say(now.day), value=now.size, words=str(now.size)),
        *(Point(label=one.month, value=one.waiting, words=str(one.waiting)) for one in now.months),
    ]
    table = Table(
        caption="Month by month: who still waits, and who is new", small=True, key="cohort-months",
        heads=(
            Head(text="At the end of"), Head(text=f"Still waiting, of {now.size}", numeric=True),
            Head(text="New, waiting", numeric=True),
        ),
        rows=tuple(
            Row(cells=(
                Cell(text=one.month), Cell(text=str(one.waiting), numeric=True),
                Cell(text="not counted" if one.new is None else str(one.new), numeric=True),
            ))
            for one in now.months
        ),
        note="New ones are counted for the last twelve months.",
    )  # fmt: skip
    svg = line_picture(
        points, key="cohort", high=now.size,
        title=f"{finding.title}: of {_many(now.size)} on {say(now.day)}, how many still waited at each month's end",
    )  # fmt: skip
    return Picture(svg=svg, table=table, folded="Show the months as a table")


def _new_picture(finding: InspectionFinding, now: Cohort) -> Picture | None:
    """Those who were not among them and waited at each of the last twelve month-ends."""
    counted = [(one.month, one.new) for one in now.months if one.new is not None]
    if not counted:
        return None
    svg = line_picture(
        [Point(label=month, value=new, words=str(new)) for month, new in counted], key="cohort-newcomers",
        title=f"{finding.title}: others who waited at each month's end, {counted[0][0]} to {counted[-1][0]}",
    )  # fmt: skip
    table = Table(
        caption="New ones, month by month", small=True,
        heads=(Head(text="At the end of"), Head(text="New, waiting", numeric=True)),
        rows=tuple(Row(cells=(Cell(text=month), Cell(text=str(new), numeric=True))) for month, new in counted),
    )  # fmt: skip
    return Picture(svg=svg, table=table, folded="Show the new ones as a table")


def _table(asking: Asking, caption: str, children: Sequence[CohortChild], key: str) -> Table | None:
    """By name; those who wait first, for they are whom somebody can still do something for."""
    if not children:
        return None
    ordered = sorted(children, key=lambda one: (not one.waits, one.name, one.child))
    return Table(
        caption=caption, key=key, heads=(Head(text="Name"), Head(text="Now, and what is or was late")),
        rows=tuple(
            Row(cells=(
                Cell(text=one.name, href=child_link(asking, one.child)),
                Cell(text=_now(one), detail="; ".join((*one.rules, *(() if one.with_team else (NO_TEAM,))))),
            ))
            for one in ordered
        ),
    )  # fmt: skip


def _now(one: CohortChild) -> str:
    if one.waits:
        return "Waits now"
    if one.until is None:
        return "No longer waits; over within the month"
    return f"No longer waits; still did at the end of {one.until}"


def _others(count: int, some: bool) -> str:
    return f"{'And ' if some else ''}{_many(count)} whom this seat does not see." if count else ""


def _many(count: int) -> str:
    return "1 child" if count == 1 else f"{count} children"
