"""P1: so many people at work at once, each with a link of their own, and how long they wait.

Between two answers everybody rests five seconds, more or less. Of ten things that somebody does seven are to open a
child's page, two are to open a form and save it, and one is to open a list. The people and the server share the two
cores, as the council's other programs would. What is wrong is an error, a save that was acknowledged and is not there,
or an answer that left no line; how long it took is said, and is not held: first how many may be at work until one of
twenty answers takes too long, the ladder, and then how it is for all 300. A shortened run climbs the same ladder in
fewer steps and shorter stretches.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from random import Random
from statistics import quantiles
from threading import Event, Thread
from time import monotonic
from urllib.parse import urlencode
from uuid import uuid4

from django.core.signing import get_cookie_signer

from holdfast.web.seats import COOKIE
from tests.bar.ground import children_for, filled, fresh, rows
from tests.bar.line import Control, Found, Line
from tests.bar.over_http import TOKEN
from tests.bar.running import Running, running, sabotaged
from tests.web.born import FEWEST

CHILDREN = 600
"""The children of the council that is measured: as many as `make run` makes."""

REST = 5.0
WHOLE, BRIEF, BRIEFEST = 60.0, 15.0, 10.0
"""For so many seconds everybody works: at the end of the ladder, on a step of it, on a step of a shortened run."""

MANY = 100
"""For so many people and more the ladder is climbed before; for fewer the smallest record is enough."""

SOON = 0.4
"""Within so many seconds 95 of 100 answers should come."""

LADDER = (10, 20, 30, 40, 60, 80, 100, 150, 200, 300)
"""So many people are tried, until they wait too long."""

STEEP = (10, 20, 40, 80, 150, 300)
"""The same, where a run is shortened."""

SEATS = ("social-worker", "team-manager", "reviewing-officer", "director")
LISTS = ("/monday", "/team/", "/registers/", "/registers/many-changes-of-worker", "/measures/")
HIDDEN = re.compile(r'name="(key|base|revision|holder)" value="([^"]*)"')


@dataclass(slots=True)
class Person:
    """Somebody at work in a seat: how long each answer took, what went wrong, and what was acknowledged."""

    number: int
    port: int
    seat: str
    children: Sequence[str]
    writes: Mapping[str, str]
    took: list[float] = field(default_factory=list)
    amiss: list[str] = field(default_factory=list)
    yes: list[str] = field(default_factory=list)
    link: HTTPConnection | None = None

    def work(self, ended: Event) -> None:
        """Do one thing after the other, with a rest before each, until it ends."""
        chance = Random(self.number)
        while not ended.wait(chance.uniform(0, 2 * REST)):
            kind = chance.random()
            try:
                if kind < 0.7:
                    self._read(f"/child/{chance.choice(self.children)}")
                elif kind < 0.9 and self.writes:
                    self._save(f"/child/{chance.choice(self.children)}/do/visit-note")
                else:
                    self._read(chance.choice(LISTS))
            except (OSError, HTTPException) as problem:
                self.amiss.append(f"{self.seat}: {problem!r}")
                self._hang_up()
        self._hang_up()

    def _read(self, path: str) -> str:
        status, page = self._ask(path)
        if status != 200:
            self.amiss.append(f"{self.seat} at {path}: {status}")
        return page

    def _save(self, path: str) -> None:
        own = dict(HIDDEN.findall(self._read(path)))
        text = f"seen and heard {uuid4().hex}"
        status, _ = self._ask(path, {**self.writes, "saw": text, **own})
        if status == 302:
            self.yes.append(text)
        elif status != 409:
            self.amiss.append(f"{self.seat} saved at {path}: {status}")

    def _ask(self, path: str, form: Mapping[str, str] | None = None) -> tuple[int, str]:
        """One answer, over a link that is kept open as a browser keeps it."""
        if self.link is None:
            self.link = HTTPConnection("127.0.0.1", self.port, timeout=60)
        cookies = {COOKIE: get_cookie_signer(salt=COOKIE).sign(self.seat), "csrftoken": TOKEN}
        heads = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
        began = monotonic()
        if form is None:
            self.link.request("GET", path, headers=heads)
        else:
            heads["Content-Type"] = "application/x-www-form-urlencoded"
            self.link.request("POST", path, body=urlencode({**form, "csrfmiddlewaretoken": TOKEN}), headers=heads)
        answer = self.link.getresponse()
        page = answer.read().decode()
        self.took.append(monotonic() - began)
        if answer.will_close:
            self._hang_up()
        return answer.status, page

    def _hang_up(self) -> None:
        if self.link is not None:
            self.link.close()
            self.link = None


@dataclass(frozen=True, slots=True)
class Spell:
    """What became of so many people's work: how long each answer took, in seconds, and what went wrong."""

    people: int
    took: list[float]
    amiss: list[str]
    saves: int
    lost: int
    untold: int

    @property
    def wrong(self) -> int:
        """Errors, saves that are not there, and answers without a line."""
        return len(self.amiss) + self.lost + self.untold

    def within(self, share: int) -> float:
        """So many of a hundred answers came within so many seconds."""
        return quantiles(self.took, n=100)[share - 1] if len(self.took) > 1 else 0.0

    def __str__(self) -> str:
        """The figures in words."""
        waits = ", ".join(f"p{share} {self.within(share) * 1000:,.0f} ms" for share in (50, 95, 99))
        return (
            f"{self.people} people: {waits}; {len(self.took):,} answers, {len(self.amiss)} errors, {self.lost} of "
            f"{self.saves} saves lost, {self.untold} answers without a line"
        )


class Office:
    """Whoever may be at work: each seat with the children it sees and a note that it may write."""

    def __init__(self, file: Path, server: Running) -> None:
        """Over one record and its server."""
        self.file, self.server = file, server
        self.seats = [(seat, children_for("look", seat, 60)) for seat in SEATS]
        self.writes = {seat: _note(seat) for seat in SEATS}

    def spell(self, people: int, seconds: float) -> Spell:
        """So many people work for so many seconds."""
        some = []
        for number in range(people):
            seat, children = self.seats[number % len(self.seats)]
            some.append(Person(number, self.server.port, seat, children, self.writes[seat]))
        before, ended = self._looks(), Event()
        threads = [Thread(target=one.work, args=(ended,)) for one in some]
        for thread in threads:
            thread.start()
        ended.wait(seconds)
        ended.set()
        for thread in threads:
            thread.join()
        took = [one for person in some for one in person.took]
        there = {words for (words,) in rows(self.file, "SELECT text FROM store_signedtext")}
        lost = [words for person in some for words in person.yes if words not in there]
        amiss = [words for person in some for words in person.amiss]
        yes = sum(len(one.yes) for one in some)
        untold = _untold(len(took), len(amiss), self._looks() - before)
        return Spell(people, took, amiss, yes, len(lost), untold)

    def _looks(self) -> int:
        return int(rows(self.file, "SELECT count(*) FROM store_look")[0][0])


def _untold(answers: int, errors: int, lines: int) -> int:
    """Answers without a line, and lines without an answer; an answer that nobody waited for has its line too."""
    return max(0, answers - lines) + max(0, lines - answers - errors)


def _broke(server: Running) -> list[str]:
    """What broke, as the server's log names it: the last line of each traceback."""
    log = server.log.read_text(encoding="utf-8").splitlines()
    return [line for line in log if "Error" in line and not line.startswith(" ")][-3:]


def _note(seat: str) -> dict[str, str]:
    children = children_for("visit-note", seat, 1)
    return filled("visit-note", seat, children[0], "kept") if children else {}


def _ceiling(office: Office, ladder: Sequence[int], seconds: float) -> tuple[list[Spell], str]:
    """Climb until they wait too long; every spell, and in words how many may be at work on this machine."""
    spells, most = list[Spell](), 0
    for people in ladder:
        spells.append(office.spell(people, seconds))
        if spells[-1].wrong or spells[-1].within(95) > SOON:
            break
        most = people
    limit = f"p95 within {SOON * 1000:.0f} ms and no error"
    at_most = f"the ceiling on this machine ({limit}) is {most} people" if most else f"not even {ladder[0]}: {limit}"
    return spells, f"{at_most}, of steps of {seconds:.0f} s; the last step: {spells[-1]}"


def _measured(n: int, ladder: Sequence[int], step: float, whole: float) -> Found:
    """So many people at once; where they are many the ladder is climbed first."""
    many = CHILDREN if n >= MANY else FEWEST
    with fresh(many) as file, running(file) as server:
        office = Office(file, server)
        spells, said = _ceiling(office, ladder, step) if n >= MANY else ([], "")
        spells.append(office.spell(n, whole if n >= MANY else BRIEF))
        amiss = [*(one for spell in spells for one in spell.amiss[:3]), *_broke(server)]
    wrong = sum(one.wrong for one in spells)
    length = whole if n >= MANY else BRIEF
    said = f"{many} children, for {length:.0f} s: {spells[-1]}" + (f". {said[:1].upper()}{said[1:]}" if said else "")
    return Found(n=n, wrong=wrong, said=said, examples=tuple(amiss[:6]))


def at_work(n: int) -> Found:
    """So many people at once, after the whole ladder."""
    return _measured(n, LADDER, BRIEF, WHOLE)


def at_work_briefly(n: int) -> Found:
    """The same with fewer steps and shorter stretches."""
    return _measured(n, STEEP, BRIEFEST, BRIEF)


P1 = Line(
    code="P1",
    says="People at work on two cores, the audit on: no error, no save lost, no answer without its line; how long "
    "they wait is told as it is, and not held to a limit",
    unit="people", measure=at_work, briefly=at_work_briefly, full=300, short=300,
    asked=f"100 people, p95 within 400 ms, 100,000 children, 1.5m notes: here {CHILDREN} children, and waits are told, "
    "not held",
    controls=(
        Control(words="a save loses its line", n=12, sabotage=lambda: sabotaged("a save loses its line")),
    ),
)  # fmt: skip

LINES = (P1,)
