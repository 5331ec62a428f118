"""Who is around the child: the worker and those before, reviewing officer, adviser, team, and family on record.

A worker's name is whom to ask. Nobody is counted against anybody.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import polars as pl

from holdfast.casework.acts.goodbyes import HELLO
from holdfast.casework.child.signed import words_now
from holdfast.casework.child.told import Told
from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.dates import add_months
from holdfast.duties.drift.open_work import is_own_worker
from holdfast.duties.owner import owner_of
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import Conference, PreProceedings, ProtectionReview
from holdfast.record.field import Fact
from holdfast.record.in_care import Permanence, ReviewingOfficer
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.oversight import Note
from holdfast.record.people import Involvement

YEAR = 12
"""How many months back the workers of the year are looked for."""

TOGETHER: tuple[tuple[type[Fact], str], ...] = (
    (PreProceedings, "family"), (Conference, "meeting"), (ProtectionReview, "meeting"),
)  # fmt: skip
"""Where the record says that children belong together: one family before court, one meeting about several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Somebody who works with the child: part, name, and since and until when."""

    part: str
    name: str
    since: date | None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Who is around the child now, who was the worker in the last twelve months, and family on record.

    ``workers`` are the child's own workers of the year, the first of them first, ``every`` all on record. ``family``
    are the ids of children whom the record puts with this one; ``linked`` is what is noted about other people.
    ``hello`` is what the worker who has the child now wrote to the child, with its day; None where nothing is written.
    """

    worker: Near | None
    team: str
    team_id: str
    officer: Near | None
    adviser: Near | None
    others: tuple[Near, ...]
    workers: tuple[Near, ...]
    every: tuple[Near, ...]
    family: tuple[str, ...]
    linked: tuple[Told, ...]
    hello: Told | None = None


def around(standing: Standing, council: Council, view: View) -> Around:
    """Who is around the child as at the moment."""
    owner, every = owner_of(standing), _every(standing, council)
    year_ago = add_months(standing.today, -YEAR)
    now = [one for one in standing.of(Involvement) if one.ended_on is None and not is_own_worker(one)]
    name = council.worker(owner.worker)
    since = max(
        (one.started_on for one in standing.of(Involvement) if _is_now(one, owner.worker) and one.started_on),
        default=None,
    )
    adviser = _adviser(standing, council)
    officer = _officer(standing, council)
    named = {one.name for one in (officer, adviser) if one}
    others = tuple(one for one in (_near(one, council) for one in now) if one and one.name not in named)
    return Around(
        worker=Near(part="worker", name=name, since=since) if name else None,
        team=council.team(owner.team) or "", team_id=owner.team or "",
        officer=officer, adviser=adviser, others=tuple(one for one in others if one.name != name),
        workers=tuple(one for one in every if one.until is None or one.until > year_ago), every=every,
        family=_family(standing, council, view), linked=tuple(_linked(standing)),
        hello=_hello(standing, council, owner.worker),
    )  # fmt: skip


def _is_now(one: Involvement, worker: str | None) -> bool:
    return one.ended_on is None and worker is not None and one.professional == worker


def _hello(standing: Standing, council: Council, worker: str | None) -> Told | None:
    """The newest hello about the time of the worker now: one from a worker before is no greeting any more."""
    now = {one.id for one in standing.of(Involvement) if _is_now(one, worker)}
    said = [one for one in words_now(standing, council) if one.part == HELLO and one.subject in now]
    return Told(on=said[-1].on, words=said[-1].text, detail=said[-1].by) if said else None


def _every(standing: Standing, council: Council) -> tuple[Near, ...]:
    """The child's own workers; a time that goes on with the same worker in another team is one."""
    own = sorted(
        (one for one in standing.of(Involvement) if is_own_worker(one)),
        key=lambda one: (one.started_on or date.min, one.id or ""),
    )
    return tuple(one for one in (_near(one, council) for one in own) if one)


def _near(one: Involvement, council: Council) -> Near | None:
    name = council.worker(one.professional) or council.team(one.team)
    return Near(part=one.role or "worker", name=name, since=one.started_on, until=one.ended_on) if name else None


def _officer(standing: Standing, council: Council) -> Near | None:
    named = max(standing.of(ReviewingOfficer), key=lambda one: (one.on or date.min, one.id or ""), default=None)
    name = council.worker(named.professional) if named else None
    return Near(part="reviewing officer", name=name, since=named.on) if named and name else None


def _adviser(standing: Standing, council: Council) -> Near | None:
    with_role = [
        one
        for one in standing.of(Involvement)
        if one.ended_on is None and one.professional and "advis" in (one.role or "").lower()
    ]
    last = max(with_role, key=lambda one: (one.started_on or date.min, one.id or ""), default=None)
    if last:
        return _near(last, council)
    said = next((one.adviser for one in standing.of(CareLeaver) if one.adviser), None)
    name = council.worker(said)
    return Near(part="personal adviser", name=name, since=None) if name else None


def _family(standing: Standing, council: Council, view: View) -> tuple[str, ...]:
    """The other children whom the record puts together with this one, by their ids."""
    found: set[str] = set()
    for noun, field in TOGETHER:
        ids = {getattr(one, field) for one in standing.of(noun)} - {None}
        if ids:
            rows = council.columns(view).of(noun).filter(pl.col(field).is_in(sorted(ids)))
            found.update(rows.get_column("child").to_list())
    return tuple(sorted(found - {standing.child.id}))


def _linked(standing: Standing) -> Iterator[Told]:
    for one in standing.of(Note):
        if one.kind in ("linked adult", "assessment of brothers and sisters"):
            about = "A linked adult" if one.kind == "linked adult" else "Brothers and sisters"
            yield Told(on=one.on, words=one.words_of_note or one.theme or "", detail=about)
    if any(one.sibling_group for one in standing.of(Permanence)):
        yield Told(words="One of brothers and sisters for whom a home together or apart is being decided.")
