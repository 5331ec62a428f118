"""Wexmouth's line: what inspectors found there, what was promised, and what has been claimed since, by day."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.measures.promise import (
    Again,
    Better,
    Claim,
    ClaimWord,
    CouncilLine,
    InspectionFinding,
    LinePoint,
    PointKind,
    Promise,
    Shown,
)
from holdfast.measures.register import BY_CODE as MEASURES

FILE = Path(__file__).with_name("line.toml")


class BadLine(ValueError):
    """The file of a council's line says something that cannot be used."""


@cache
def the_line() -> CouncilLine:
    """The line of Wexmouth; read once. Raises BadLine, naming the entry, for what cannot be used."""
    return line_from(tomllib.loads(FILE.read_text(encoding="utf-8")))


def line_from(said: Mapping[str, Any]) -> CouncilLine:
    """A line from the tables of its file. Raises BadLine, naming the entry and what is accepted."""
    findings = tuple(_finding(one) for one in said.get("finding", ()))
    points = tuple(sorted((_point(one) for one in said.get("point", ())), key=lambda one: one.day))
    line = CouncilLine(points=points, findings=findings)
    _hangs_together(line)
    return line


def _finding(said: Mapping[str, Any]) -> InspectionFinding:
    where = f"the finding {said.get('slug', 'without a slug')!r}"
    shown = Shown(
        counts=_text(where, said, "counts"), better=_one_of(where, said, "better", get_args(Better)),
        measure=said.get("measure"), codes=tuple(said.get("codes", ())), aim=said.get("aim"),
    )  # fmt: skip
    if (shown.measure is None) == (not shown.codes):
        raise BadLine(f"In {where}, give either a measure or codes, and not both.")
    _known(where, "measure", [shown.measure] if shown.measure else [], MEASURES)
    _known(where, "codes", shown.codes, {**DUTIES, **RULES})
    _known(where, "now", said.get("now", ()), {**DUTIES, **RULES})
    claims = tuple(_claim(where, one) for one in said.get("claim", ()))
    if [one.on for one in claims] != sorted(one.on for one in claims):
        raise BadLine(f"In {where}, the claims are not in order of day. Write the earliest first.")
    return InspectionFinding(
        slug=_text(where, said, "slug"), title=_text(where, said, "title"), words=_text(where, said, "words"),
        raised_at=_text(where, said, "raised_at"), promise=_promise(where, said.get("promise", {}), claims),
        shown=shown, now=tuple(said.get("now", ())), behind=said.get("behind", ""),
    )  # fmt: skip


def _point(said: Mapping[str, Any]) -> LinePoint:
    where = f"the point {said.get('slug', 'without a slug')!r}"
    return LinePoint(
        slug=_text(where, said, "slug"), day=_day(where, said, "day"), title=_text(where, said, "title"),
        kind=_one_of(where, said, "kind", get_args(PointKind)), found=tuple(said.get("found", ())),
        promised=tuple(_promise(where, one) for one in said.get("promise", ())),
        raised=tuple(said.get("raised", ())), became=said.get("became", ""),
        again=tuple(
            Again(finding=_text(where, one, "finding"), words=_text(where, one, "words"))
            for one in said.get("again", ())
        ),
    )  # fmt: skip


def _promise(where: str, said: Mapping[str, Any], claims: tuple[Claim, ...] = ()) -> Promise:
    where = f"the promise of {where}"
    return Promise(
        words=_text(where, said, "words"), by_role=_text(where, said, "by_role"),
        by_day=_day(where, said, "by_day"), claims=claims,
    )  # fmt: skip


def _claim(where: str, said: Mapping[str, Any]) -> Claim:
    where = f"a claim of {where}"
    return Claim(
        on=_day(where, said, "on"), says=_one_of(where, said, "says", get_args(ClaimWord)),
        words=_text(where, said, "words"), by_role=_text(where, said, "by_role"),
    )  # fmt: skip


def _text(where: str, said: Mapping[str, Any], name: str) -> str:
    found = said.get(name)
    if isinstance(found, str) and found.strip():
        return found
    raise BadLine(f"In {where}, {name} is {found!r}. Write it in words, between quotation marks.")


def _day(where: str, said: Mapping[str, Any], name: str) -> date:
    found = said.get(name)
    if type(found) is date:
        return found
    raise BadLine(f"In {where}, {name} is {found!r}. Write a day such as 2026-06-01, without quotation marks.")


def _one_of(where: str, said: Mapping[str, Any], name: str, accepted: Sequence[str]) -> Any:
    found = said.get(name)
    if found in accepted:
        return found
    raise BadLine(f"In {where}, {name} is {found!r}. Accepted are {', '.join(map(repr, accepted))}.")


def _known(where: str, name: str, codes: Sequence[str], register: Mapping[str, Any]) -> None:
    strange = [code for code in codes if code not in register]
    if strange:
        raise BadLine(f"In {where}, {name} has {', '.join(map(repr, strange))}, which no register has.")


def _hangs_together(line: CouncilLine) -> None:
    """Refuse two entries of one slug, and a name of a point or finding that is not there."""
    for what, slugs in (("point", [one.slug for one in line.points]), ("finding", [one.slug for one in line.findings])):
        twice = sorted({slug for slug in slugs if slugs.count(slug) > 1})
        if twice:
            raise BadLine(f"Two {what}s are called {', '.join(twice)}. Each slug is the name of one {what}.")
    for one in line.findings:
        point = line.point(one.raised_at)
        if point is None or one.slug not in point.raised:
            raise BadLine(f"The finding {one.slug!r} says it was raised at {one.raised_at!r}, which does not raise it.")
    for place in line.points:
        lost = [slug for slug in place.findings if line.finding(slug) is None]
        if lost:
            raise BadLine(f"The point {place.slug!r} names {', '.join(map(repr, lost))}, which is no finding.")
