"""S1, S2, S7: every route is listed, a GET writes nothing, and each seat sees and does what the table says, no more."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any
from unittest.mock import patch
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import get_resolver
from django.urls import path as route

from holdfast.casework import permissions
from holdfast.casework.acts.leaving import LEAVE
from holdfast.casework.acts.register import BY_CODE
from holdfast.casework.drafts import keep
from holdfast.casework.seats import Seat
from holdfast.dates import Days
from holdfast.record.field import Fact
from holdfast.record.front_door import Referral
from holdfast.record.in_care import PlacementRequest, ReviewingOfficer
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.oversight import ManagementDecision
from holdfast.record.people import Involvement, Person
from holdfast.store.acting import ActLine, in_turn, put_on_record
from holdfast.web import about, urls
from holdfast.web.access import READ, REGISTER
from holdfast.web.seats import BY_CODE as SEATS
from tests.bar.ground import MOMENT, asker, browser, counts, form_of, fresh
from tests.bar.line import Control, Found, Line
from tests.casework.test_permissions import second_copy
from tests.web.pages import crawl
from tests.web.who_may import DOORS, EVERY_SEAT

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
WRITES_FREELY = frozenset({"store_look", "store_lookedat", "sqlite_sequence"})


EXAMPLES = {
    "child": "/child/WX-400001", "act": "/child/WX-400001/do/decision",
    "looked": "/child/WX-400001/looked", "team": "/team/WX-T-east", "leave": "/worker/WX-W-chloe/leave",
    "inspectors-take-point": "/inspectors/report/report-2023/point-1/plan",
}  # fmt: skip
"""An address of each route that needs one; the rest are found by walking, which takes longer."""

QUICK = ("rogue", "about", "accessibility", "healthz", "enter", "draft", "act", "child", "looked", "team", "teams")
"""These are asked first: the others work something out of the whole record."""


def every_route(n: int) -> Found:
    """Each route, by each method: it is listed, answers what it is listed for, and reading writes nothing."""
    wrong: list[str] = []
    routes = {one.name or "": f"/{one.pattern}" for one in get_resolver().url_patterns}
    turns = [(one, method) for one in sorted(routes, key=_quick) for method in METHODS][:n]
    with fresh() as file:
        example = dict(EXAMPLES)
        if n > len(QUICK) * len(METHODS):
            example = {one.route: one.path for one in crawl("director", most=1) if one.status == 200} | EXAMPLES
        client = browser("director")
        for name, method in turns:
            amiss = _amiss(file, client, name, example.get(name, routes[name]), method)
            wrong += [f"{method} {name}: {amiss}"] if amiss else []
    return Found(n=len(turns), wrong=len(wrong), said=f"{len(routes)} routes, {len(METHODS)} methods each",
                 examples=tuple(wrong[:4]))  # fmt: skip


def _quick(name: str) -> int:
    return QUICK.index(name) if name in QUICK else len(QUICK)


def _amiss(file: Path, client: Any, name: str, address: str, method: str) -> str:
    listed = REGISTER.get(name)
    before = counts(file)
    status = client.generic(method, address).status_code
    after = counts(file)
    grown = {one for one in after if after[one] != before.get(one, 0)} - WRITES_FREELY
    if listed is None:
        return f"nobody listed it, and it answered {status}"
    if method not in listed.methods and status not in (403, 404, 405):
        return f"it is not listed for this, and it answered {status}"
    if method in READ and method in listed.methods and status != 200:
        return f"it is listed for this, and it answered {status}"
    return f"reading it wrote to {sorted(grown)}" if grown and method in READ else ""


def _rogue(request: HttpRequest) -> HttpResponse:
    return HttpResponse("what nobody listed")


@contextmanager
def _a_rogue_route() -> Iterator[None]:
    more = ModuleType("more_urls")
    first = [route("rogue", _rogue, name="rogue"), *urls.urlpatterns]
    more.__dict__.update(urlpatterns=first, handler404=urls.handler404)
    with override_settings(ROOT_URLCONF=more):
        yield


@contextmanager
def _a_get_that_writes() -> Iterator[None]:
    """The page about the product keeps a draft while it is only read."""

    def screen(request: HttpRequest) -> HttpResponse:
        keep(
            asker("director"), child="WX-400001", act="decision", key=uuid4().hex, base=1, revision=1,
            words={"why": "written by a GET"}, saved_at=MOMENT,
        )  # fmt: skip
        return about.about(request)

    one = next(one for one in urls.urlpatterns if one.name == "about")
    with patch.object(one, "callback", screen):
        yield


S1 = Line(
    code="S1", says="Every route is in the register, answers only what it is listed for, and reading writes nothing",
    unit="routes and methods", measure=every_route, full=1000, short=1000, slice=60, asked="every route", whole=True,
    controls=(
        Control(words="a route that nobody listed", n=12, sabotage=_a_rogue_route),
        Control(words="a GET that writes", n=12, sabotage=_a_get_that_writes),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How a child stands: who has the child, in which team, and what else the record says."""

    owner: str | None = None
    team: str | None = None
    also: str | None = None
    reviewer: str | None = None
    adviser: str | None = None
    home: bool = False
    door: int | None = None
    decided: bool = True

    def ties(self, seat: Seat) -> set[str]:
        """What the person in the seat has to do with the child, by hand and not by the product's code."""
        me, ties = seat.holder, set[str]()
        if seat.code == "director":
            return {"service"}
        if me is None:
            return ties
        if self.owner == me or (seat.code == "social-worker" and self.also == me):
            ties.add("allocated")
        if seat.code in ("team-manager", "referral-officer") and self.team == seat.team:
            ties.add("team")
        if seat.code == "reviewing-officer" and self.reviewer == me:
            ties.add("reviews")
        if seat.code == "personal-adviser" and self.adviser == me:
            ties.add("advises")
        if seat.code == "placement-officer" and self.home:
            ties.add("homes")
        if seat.code == "referral-officer" and self.door is not None and (self.door <= 56 or not self.decided):
            ties.add("door")
        return ties

    def facts(self, child: str) -> list[Fact]:
        """The child's record."""
        made: list[Fact] = [Person(child=child, forename="Bar", surname=child)]
        if self.also:
            made.append(_involved(child, "a", self.also, "WX-T-west", date(2025, 1, 6)))
        if self.owner or self.team:
            made.append(_involved(child, "b", self.owner or "WX-W-nobody", self.team or "WX-T-west", date(2026, 3, 2)))
        if self.reviewer:
            made.append(ReviewingOfficer(id=f"{child}-r", child=child, on=date(2026, 3, 2), professional=self.reviewer))
        if self.adviser:
            made.append(CareLeaver(id=f"{child}-l", child=child, adviser=self.adviser))
        if self.home:
            made.append(PlacementRequest(id=f"{child}-p", child=child, on=date(2026, 3, 2)))
        if self.door is not None:
            came = Days(self.door).before(MOMENT.date())
            made.append(Referral(id=f"{child}-f", child=child, on=came))
            if self.decided:
                made.append(
                    ManagementDecision(id=f"{child}-d", child=child, about="referral", subject=f"{child}-f", on=came)
                )
        return made


def _involved(child: str, row: str, who: str, team: str, since: date) -> Involvement:
    return Involvement(id=f"{child}-{row}", child=child, professional=who, team=team, started_on=since)


def _states() -> list[State]:
    """Everything for each seat in turn, nothing at all, then any mixture; the day at the door from both sides."""
    holders = [one.holder for one in SEATS.values() if one.holder]
    teams = [one.team for one in SEATS.values() if one.team]
    reviews, advises = SEATS["reviewing-officer"].holder, SEATS["personal-adviser"].holder
    whole = [
        State(owner=one.holder, team=one.team, reviewer=reviews, adviser=advises, home=True, door=56)
        for one in SEATS.values() if one.holder
    ]  # fmt: skip
    any_of = list(product(
        [None, *holders], [None, *dict.fromkeys(teams)], [None, SEATS["social-worker"].holder],
        [None, reviews, "WX-W-maggie"], [None, advises, "WX-W-chloe"], [False, True], [None, 56, 57],
        [True, False],
    ))  # fmt: skip
    names = ("owner", "team", "also", "reviewer", "adviser", "home", "door", "decided")
    mixed = [State(**dict(zip(names, one, strict=True))) for one in Random(7).sample(any_of, 120)]
    return [*whole, State(), State(door=57), State(door=57, decided=False), State(door=56), *mixed]


def _put_there(states: list[State]) -> dict[str, State]:
    there = {f"WX-9{number:05}": one for number, one in enumerate(states)}
    facts = [fact for child, state in there.items() for fact in state.facts(child)]
    line = ActLine(act="allocate", child="WX-900000", who="bar", seat="director", basis="the bar", key=uuid4().hex,
                   base=0, words="Children for the bar.")  # fmt: skip
    with in_turn():
        put_on_record(facts, line, made_at=MOMENT, who="the bar", what="Children for the bar")
    return there


def _may(act: str, seat: Seat, state: State) -> bool:
    ties = state.ties(seat)
    return any(one == act and seat.code in who and ties & withs for one, who, withs in second_copy())


def _turns(n: int, there: dict[str, State], acts: tuple[str, ...]) -> Iterator[tuple[str, Seat, str]]:
    """Every seat and act with a child of that seat's own, then with a child of nobody's, then with all the others."""
    pairs = [(seat, act) for seat in SEATS.values() for act in acts]
    children = list(there)
    for turn in range(n):
        seat, act = pairs[turn % len(pairs)]
        own = next((child for child, one in there.items() if one.owner and one.owner == seat.holder), children[0])
        around = turn // len(pairs)
        yield act, seat, own if around == 0 else children[(6 + 7 * around + turn) % len(children)]


def the_matrix(n: int) -> Found:
    """Every cell: so many of a child's acts, and every other door for every seat."""
    with fresh() as file:
        cells, doors = _cells(n, file), _other_doors(file)
    said = f"{cells.said}; and {doors.said}"
    examples = (*cells.examples, *doors.examples)
    return Found(n=cells.n + doors.n, wrong=cells.wrong + doors.wrong, said=said, examples=examples)


def the_cells(n: int) -> Found:
    """So many cells of a child's acts alone."""
    with fresh() as file:
        return _cells(n, file)


def the_doors(n: int) -> Found:
    """Every other door for every seat, and so many doors where that is fewer."""
    with fresh() as file:
        return _other_doors(file, n)


def _cells(n: int, file: Path) -> Found:
    """The form opens where the table written by hand says so; else 404, one line, and nothing written."""
    wrong, yes = list[str](), 0
    there = _put_there(_states())
    after = counts(file)
    for act, seat, child in _turns(n, there, tuple(BY_CODE)):
        client, address = browser(seat.code), f"/child/{child}/do/{act}"
        may, before = _may(act, seat, there[child]), after
        yes += may
        got = [client.get(address).status_code]
        if not may:
            got.append(client.post(address, form_of(seat.code, {"text": "x"}, uuid4().hex, 1)).status_code)
        after = counts(file)
        grown = {one: after[one] - before[one] for one in after if after[one] != before[one]}
        looks, others = grown.get("store_look"), grown.keys() - WRITES_FREELY
        if got != ([200] if may else [404, 404]) or looks != len(got) or others:
            wrong.append(f"{seat.code} {act} {there[child]}: {got}, must be {may}; looks {looks}, wrote {others}")
    said = f"{yes} times yes, {n - yes} times no"
    return Found(n=n, wrong=len(wrong), said=said, examples=tuple(wrong[:3]))


def _other_doors(file: Path, most: int = len(DOORS)) -> Found:
    """Every other route that takes a form, for every seat: leaving, drafts, the plan, the council's own acts."""
    wrong, after = list[str](), counts(file)
    turns = [(name, DOORS[name], seat) for name in sorted(DOORS, key=_first)[:most] for seat in sorted(EVERY_SEAT)]
    for name, door, seat in turns:
        client, may, before = browser(seat), seat in door.may, after
        sent = form_of(seat, dict(door.form), uuid4().hex, 1)
        answer = client.post(door.address, sent) if door.form or not may else client.get(door.address)
        after = counts(file)
        looks = after["store_look"] - before["store_look"]
        grown = (
            {one for one in after if after[one] != before[one]} - WRITES_FREELY - ({"store_draft"} if may else set())
        )
        if (answer.status_code in (200, 302)) != may or (not may and answer.status_code != 404) or looks != 1 or grown:
            wrong.append(f"{seat} at {name}: {answer.status_code}, must be {may}; looks {looks}, wrote {sorted(grown)}")
    said = f"{len(turns)} cells of routes that are about no one child's act"
    return Found(n=len(turns), wrong=len(wrong), said=said, examples=tuple(wrong[:3]))


def _first(name: str) -> bool:
    """The door that the control of doors leaves open comes before the others."""
    return name != "leave"


@contextmanager
def _one_cell_more() -> Iterator[None]:
    """A social worker may make a manager's decision about a child allocated to her."""
    table = tuple(
        replace(one, seats=one.seats | {"social-worker"}, relationships=one.relationships | {"allocated"})
        if one.act == "decision" else one
        for one in permissions.TABLE
    )  # fmt: skip
    with patch.object(permissions.basis, "__defaults__", (table,)):
        yield


@contextmanager
def _no_decisions() -> Iterator[None]:
    """Nobody may make a manager's decision, not even a manager."""
    table = tuple(one for one in permissions.TABLE if one.act != "decision")
    with patch.object(permissions.basis, "__defaults__", (table,)):
        yield


@contextmanager
def _anybody_leads() -> Iterator[None]:
    """The page of a worker who leaves does not ask who may."""
    with patch("holdfast.web.doing.leaving.LEAVE", replace(LEAVE, basis=lambda seat, worker, at: "asks nobody")):
        yield


S7 = Line(
    code="S7",
    says="Seat by act by child's state, and seat by every other route that takes a form: done where the table written "
    "by hand says so, else 404 and one line",
    unit="cells", measure=the_matrix, full=6000, short=500, slice=117, asked="10,000 cells",
    controls=(
        Control(words="one cell of the table is changed", n=60, sabotage=_one_cell_more, part=the_cells),
        Control(words="the cells of decisions are taken out", n=60, sabotage=_no_decisions, part=the_cells),
        Control(
            words="whoever asks may put on record that a worker leaves", n=1, sabotage=_anybody_leads, part=the_doors
        ),
    ),
)  # fmt: skip


def who_opens(n: int) -> Found:
    """Each seat opens children; whom a rule table written by hand names, and nobody else."""
    wrong: list[str] = []
    yes = 0
    with fresh() as file:
        there = _put_there(_states())
        for _, seat, child in _turns(n, there, ("look",)):
            may = seat.code == "looking-round" or _may("look", seat, there[child])
            yes += may
            before = counts(file)["store_look"]
            got = browser(seat.code).get(f"/child/{child}").status_code
            told = counts(file)["store_look"] - before
            if got != (200 if may else 404) or told != 1:
                wrong.append(f"{seat.code} {there[child]}: {got}, must be {may}; lines {told}")
    return Found(n=n, wrong=len(wrong), said=f"{yes} opened, {n - yes} refused", examples=tuple(wrong[:3]))


@contextmanager
def _sees_the_whole_team() -> Iterator[None]:
    """Every seat sees every child, as a search that forgot to ask would show them."""
    with patch.object(Seat, "sees", lambda seat, council, view, child: True):
        yield


@contextmanager
def _sees_nobody() -> Iterator[None]:
    """No seat sees any child, not even who has the child."""
    with patch.object(Seat, "sees", lambda seat, council, view, child: False):
        yield


S2 = Line(
    code="S2", says="Each seat opens exactly the children that the hand-written rules name: none extra, none missing",
    unit="opens", measure=who_opens, full=3000, short=270, slice=36, asked="20,000 opens",
    controls=(
        Control(words="a page that does not ask whose child it is", n=36, sabotage=_sees_the_whole_team),
        Control(words="nobody sees anybody", n=9, sabotage=_sees_nobody),
    ),
)  # fmt: skip

LINES = (S1, S2, S7)
