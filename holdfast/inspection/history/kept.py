"""The dated files of this folder: grades as printed, visits and the department's steps, each with its source.

Printed grades come from Ofsted's own reports (Open Government Licence, version 3) by ``docs/printed_grades.py``. What
no report says was read in public pages and the press, and is sure only as far as its source. None of it is complete,
and newer reports may exist. No word of a report, no theme and no named official stands in any of them.
"""

import csv
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from holdfast.inspection.history.events import Inspection, Intervention, OfstedEvent, Visit
from holdfast.inspection.history.from_reports import inspection_of
from holdfast.inspection.history.line import CouncilHistory, history_of
from holdfast.inspection.history.sources import Source, SourceClaim
from holdfast.inspection.history.when import When
from holdfast.inspection.report import AREAS


class BadHistory(ValueError):
    """One of the dated files cannot be used; the message names the row and says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Everything in the dated files, of every council."""

    inspections: tuple[Inspection, ...]
    visits: tuple[Visit, ...]
    interventions: tuple[Intervention, ...]
    read_on: date

    @property
    def ofsted(self) -> tuple[OfstedEvent, ...]:
        """Inspections and visits together."""
        return (*self.inspections, *self.visits)


def council_history(authority_code: str) -> CouncilHistory:
    """The line of one council as these files know it; an empty one where they know nothing of it."""
    files = kept()
    return history_of(
        authority_code,
        [one for one in files.ofsted if one.authority_code == authority_code],
        [one for one in files.interventions if one.authority_code == authority_code],
    )


@cache
def kept() -> Kept:
    """Read the files once. BadHistory where one of them is not as it must be."""
    sources = read_sources(_text("sources.toml"))
    rows = list(csv.DictReader(_text("printed_grades.csv").splitlines()))
    told = tomllib.loads(_text("inspections.toml"))
    inspections = read_inspections(rows, told, sources)
    visits = tuple(
        Visit(
            authority_code=row["authority"], kind=row["kind"], about=row.get("about"),
            priority_action=row.get("priority_action", False), claims=_claims(row, sources),
        )
        for row in tomllib.loads(_text("visits.toml"))["visit"]
    )  # fmt: skip
    steps = tuple(
        Intervention(authority_code=row["authority"], step=row["step"], claims=_claims(row, sources))
        for row in tomllib.loads(_text("interventions.toml"))["step"]
    )
    read_on = date.fromisoformat(max(row["read_on"] for row in rows))
    return Kept(inspections=inspections, visits=visits, interventions=steps, read_on=read_on)


def read_sources(text: str) -> dict[str, Source]:
    """Every source by its key. BadHistory where an address stands without the day on which it was seen."""
    found = {}
    for key, row in tomllib.loads(text).items():
        if ("url" in row) != ("seen_on" in row):
            raise BadHistory(f"Source {key!r}: an address and the day it was seen on stand together or not at all.")
        found[key] = Source(
            key=key, title=row["title"], publisher=row["publisher"], sure=row["sure"], url=row.get("url"),
            on=When.of(row["on"]) if "on" in row else None,
            seen_on=date.fromisoformat(row["seen_on"]) if "seen_on" in row else None,
        )  # fmt: skip
    return found


def read_inspections(
    rows: Iterable[dict[str, str]], told: dict[str, Any], sources: dict[str, Source]
) -> tuple[Inspection, ...]:
    """Rows of printed grades, each with what other sources claim of it, and the inspections told of elsewhere."""
    printed = {(row["authority_code"], row["inspected"]): inspection_of(row) for row in rows}
    for row in told.get("also_said", ()):
        key = (row["authority"], row["inspected"])
        if key not in printed:
            raise BadHistory(f"{key} has claims in inspections.toml and no row in printed_grades.csv.")
        before = printed[key]
        printed[key] = replace(before, claims=(*before.claims, *_claims(row, sources)))
    elsewhere = []
    for row in told.get("not_printed_here", ()):
        claims = _claims(row, sources)
        bare = {
            "authority_code": row["authority"], "authority": "", "framework": row["framework"],
            "visit_type": "inspection", "inspected": claims[0].value, "published_printed": "",
            "published_on_website": "", **{area: row[area] for area in AREAS},
        }  # fmt: skip
        elsewhere.append(replace(inspection_of(bare), claims=claims))
    return (*printed.values(), *elsewhere)


def _claims(row: dict[str, Any], sources: dict[str, Source]) -> tuple[SourceClaim, ...]:
    found = []
    for about, value, key in row["claims"]:
        if key not in sources:
            raise BadHistory(f"{row['authority']}: the source {key!r} does not stand in sources.toml.")
        found.append(SourceClaim(about=about, value=value, source=sources[key]))
    return tuple(found)


def _text(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
