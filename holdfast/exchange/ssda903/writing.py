"""Writes the CSV tables of one year's return from a full record.

The children are those looked after at any time in the year, and in two tables care leavers. What is written is
the record as it stood at the end of the year: whatever came later is blank. What the record does not hold stays
blank too: nothing is made up to fill a column.
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import polars as pl

from holdfast.dates import age_on, end_of
from holdfast.exchange.ssda903.stints import Stretch, stints_of
from holdfast.exchange.ssda903.tables import DOLO, TABLES, ReturnTable, known_codes
from holdfast.exchange.ssda903.years import year_ends, year_starts
from holdfast.record.child import Child
from holdfast.record.columns import Columns, every_child
from holdfast.record.in_care import CareEpisode, CareReview, HealthCheck, Permanence, StrengthsScore
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.people import Involvement, Person, Professional
from holdfast.record.unseen import MissingEpisode

Row = dict[str, str]
Rows = Iterable[Row]

FIRST_YEAR_OF_ORDERS = 2027
"""The year in which the table of deprivation of liberty orders begins."""

_LEAVERS = range(17, 22)
_SOCIAL_WORKER = "social worker"
_REASONS = {"left": "LEFTRL", "came into care": "TSPROC", "turned eighteen": "TSPROC"}
"""Why a worker changed, in plain words, and the return's code; for other words it has none, and OTHERS is written."""


def write_ssda903(columns: Columns, folder: Path, year: int) -> list[Path]:
    """Write the return for the year to 31 March of ``year``; gives the files, one for each table.

    Names begin with the year (``2026-episodes.csv``), so that several years may lie in one folder. Rows are
    sorted, and the same record gives the same bytes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    wanted = _children(columns)
    for child in every_child(columns.only(wanted)):
        told = _Telling(child.as_at(end_of(year_ends(year))), year)
        for name, some in told.rows().items():
            rows[name] += some
    written = []
    for table in TABLES:
        if table is DOLO and year < FIRST_YEAR_OF_ORDERS:
            continue
        path = folder / f"{year}-{table.name}.csv"
        _write(path, table, rows[table.name])
        written.append(path)
    return written


def _children(columns: Columns) -> list[str]:
    ids = pl.concat([columns.of(noun)["child"] for noun in (CareEpisode, CareLeaver)])
    return ids.drop_nulls().unique().sort().to_list()


def _write(path: Path, table: ReturnTable, rows: list[Row]) -> None:
    """Sorted by child and then by the table's key, days as days."""
    ordered = sorted(rows, key=lambda row: (row["CHILD"], *(_sortable(row[name]) for name in table.key), *row.values()))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table.columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(ordered)


def _sortable(cell: str) -> str:
    """A day so that it sorts by year, month and day; anything else as it stands."""
    parts = cell.split("/")
    return "".join(reversed(parts)) if len(parts) == 3 else cell


def _day(day: date | None) -> str:
    return "" if day is None else f"{day:%d/%m/%Y}"


def _reason(words: str | None) -> str:
    """The return's code for why a worker changed."""
    code = (words or "").strip().upper()
    return code if code in known_codes()["SW_REASON"] else _REASONS.get(code.casefold(), "OTHERS")


class _Telling:
    """What one child's record gives for one year's return."""

    def __init__(self, child: Child, year: int) -> None:
        """Take the child as at the end of the year."""
        self.child, self.year = child, year
        self.starts, self.ends = year_starts(year), year_ends(year)
        self.person = next(iter(child.of(Person)), Person(child=child.id))
        self.stints = [one for one in stints_of(child) if one.ended_on is None or one.ended_on >= self.starts]

    def rows(self) -> Mapping[str, list[Row]]:
        """The rows of every table but those that the record has nothing for."""
        leaver = list(self._care_leaver())
        if not self.stints and not leaver:
            return {}
        tell: dict[str, Callable[[], Rows]] = {
            "episodes": self._episodes, "reviews": self._reviews, "oc2": self._outcomes, "ad1": self._adopted,
            "placed_for_adoption": self._to_be_placed, "missing": self._missing, "sw_episodes": self._workers,
        }  # fmt: skip
        found = {name: list(one()) if self.stints else [] for name, one in tell.items()}
        return found | {"header": [self._header()], "oc3": leaver}

    def _who(self) -> Row:
        return {"CHILD": self.child.id, "DOB": _day(self.person.born_on)}

    def _header(self) -> Row:
        one = self.person
        mother = "" if one.is_mother is None else str(int(one.is_mother))
        return self._who() | {
            "SEX": one.sex or "", "ETHNIC": one.ethnicity or "", "UPN": one.upn or one.upn_unknown or "",
            "MOTHER": mother,
        }  # fmt: skip

    def _episodes(self) -> Rows:
        for stint in self.stints:
            for one in stint.stretches:
                if one.ended_on is None or one.ended_on >= self.starts:
                    yield self._episode(one)

    def _episode(self, one: Stretch) -> Row:
        home = one.home
        return {
            "CHILD": self.child.id, "DECOM": _day(one.started_on), "RNE": one.start_reason, "LS": one.status or "",
            "CIN": one.need or "", "DEC": _day(one.ended_on), "REC": one.end_reason or "",
            "PLACE": (home and home.type) or "", "PLACE_PROVIDER": (home and home.provider) or "",
            "PL_POST": (home and home.postcode) or "", "URN": (home and home.urn) or "",
            "REASON_PLACE_CHANGE": one.why_moved or "",
        }  # fmt: skip

    def _in_year(self, day: date | None) -> bool:
        return day is not None and self.starts <= day <= self.ends

    def _in_care(self, day: date) -> bool:
        return any(stint.holds(day) for stint in self.stints)

    def _reviews(self) -> Rows:
        days = {
            one.held_on: one.participation or ""
            for one in self.child.of(CareReview)
            if one.held_on is not None and one.cancelled is not True
        }
        for day, code in days.items():
            if self._in_year(day) and self._in_care(day):
                yield self._who() | {"REVIEW": _day(day), "REVIEW_CODE": code}

    def _outcomes(self) -> Rows:
        """For a child looked after all through the year and still so at its end."""
        if not any(one.started_on <= self.starts and one.ended_on is None for one in self.stints):
            return
        scores = [one for one in self.child.of(StrengthsScore) if self._in_year(one.on)]
        last = max(scores, key=lambda one: (one.on or self.starts, one.id or ""), default=None)
        score = "" if last is None or last.score is None else f"{last.score:g}"
        yield self._who() | {
            "SDQ_SCORE": score, "SDQ_REASON": (last and last.reason) or "",
            "TEETH_CHECK": self._checked("dental check"), "HEALTH_ASSESSMENT": self._checked("health assessment"),
        }  # fmt: skip

    def _checked(self, kind: str) -> str:
        """1 where such a check was completed in the year, 0 where the record shows none, blank where it cannot."""
        if not self.child.held.has(HealthCheck, "type", "on", "status"):
            return ""
        done = (
            self._in_year(one.on) and one.type == kind and one.status == "completed"
            for one in self.child.of(HealthCheck)
        )
        return str(int(any(done)))

    def _adopted(self) -> Rows:
        for one in self.child.of(Permanence):
            if self._in_year(one.adopted_on):
                yield self._who() | {
                    "DATE_INT": _day(one.decided_on), "DATE_MATCH": _day(one.matched_on),
                    "FOSTER_CARE": str(int(one.placed_with_carer_on is not None)),
                }  # fmt: skip

    def _to_be_placed(self) -> Rows:
        for one in self.child.of(Permanence):
            over = (one.reversed_on, one.adopted_on)
            if one.decided_on is not None and all(day is None or day >= self.starts for day in over):
                yield self._who() | {"DATE_PLACED": _day(one.decided_on), "DATE_PLACED_CEASED": _day(one.reversed_on)}

    def _missing(self) -> Rows:
        for one in self.child.of(MissingEpisode):
            begun = one.started_on is not None and self._in_care(one.started_on)
            if begun and (one.returned_on is None or one.returned_on >= self.starts):
                yield self._who() | {
                    "MISSING": "A" if one.type == "away" else "M", "MIS_START": _day(one.started_on),
                    "MIS_END": _day(one.returned_on),
                }  # fmt: skip

    def _workers(self) -> Rows:
        """The child's own social workers while in care in the year."""
        for one in self.child.of(Involvement):
            own = one.professional is not None and (one.role or _SOCIAL_WORKER).casefold() == _SOCIAL_WORKER
            if own and one.started_on is not None and self._meets(one.started_on, one.ended_on):
                yield self._who() | {
                    "SW_ID": self._worker_id(one.professional or ""), "SW_DECOM": _day(one.started_on),
                    "SW_DEC": _day(one.ended_on), "SW_REASON": _reason(one.change_reason) if one.ended_on else "",
                }  # fmt: skip

    def _meets(self, start: date, end: date | None) -> bool:
        """True when the days from ``start`` to ``end`` touch the year and a time in care."""
        if end is not None and end < self.starts:
            return False
        return any(
            (stint.ended_on is None or start < stint.ended_on) and (end is None or end > stint.started_on)
            for stint in self.stints
        )

    def _worker_id(self, professional: str) -> str:
        """The registration number; without one, the return wants an id that begins with XX."""
        known = {one.child: one.registration for one in self.child.of(Professional)}
        told = known.get(professional) or professional
        return told if told.upper().startswith(("SW", "XX")) else f"XX{told}"

    def _care_leaver(self) -> Rows:
        """For a young person whose seventeenth to twenty-first birthday is in the year and who is not in care."""
        born = self.person.born_on
        one = next(iter(self.child.of(CareLeaver)), None)
        if one is None or born is None or any(stint.ended_on is None for stint in self.stints):
            return
        age = age_on(born, self.ends)
        if age in _LEAVERS:
            yield self._who() | {
                "IN_TOUCH": one.in_touch or "", "ACTIV": one.activity or "",
                "ACCOM": f"{one.accommodation or ''}{one.suitable or ''}",
            }  # fmt: skip
