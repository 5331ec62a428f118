"""Wexmouth's stories as files: written, read back through the one door in, and with things withheld.

Every answer about a clock or a drift rule is taken from both engines, which must agree.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from holdfast.dates import parse_moment
from holdfast.duties.clock import Clock, clocks_of
from holdfast.duties.columns.monday import monday_lines
from holdfast.duties.columns.sweep import clocks_from, sweep
from holdfast.duties.drift.columns.sweep import drift_sweep
from holdfast.duties.drift.one import drifts_of
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.drift.rule import Drift
from holdfast.duties.register import BY_CODE
from holdfast.duties.settings import WEXMOUTH, Settings
from holdfast.duties.standing import Standing
from holdfast.exchange.extract import Extract
from holdfast.exchange.reading import read_extract
from holdfast.record.child import Child
from holdfast.record.field import Fact
from holdfast.record.people import Person

F = TypeVar("F", bound=Fact)
Codes = tuple[str, ...]
AFTER = " after "

NO_WARNING = Settings(leads={}, warn_before={"working days": -1, "days": -1, "hours": -1})
"""Wexmouth's settings without an early warning: how a clock stands in law, before any council's own lead."""


def withhold(folder: Path, to: Path, without: Iterable[str]) -> None:
    """Copy the files but for what is withheld.

    That is a table (``ssd_person``), a column (``ssd_person.pers_dob``), or a table's rows whose day in a column
    is later (``ssd_cla_visits.clav_cla_visit_date after 2026-03-12``). KeyError where there is no such thing.
    """
    wanted = {one.partition(".")[0]: one.partition(".")[2] for one in without}
    for path in sorted(folder.iterdir()):
        what = wanted.pop(path.stem, None)
        if what is None:
            to.joinpath(path.name).write_bytes(path.read_bytes())
        elif what:
            _write_part(path, to / path.name, what)
    if wanted:
        raise KeyError(f"There is no file to withhold it from: {wanted}")


def _write_part(path: Path, to: Path, what: str) -> None:
    column, _, last = what.partition(AFTER)
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        names, rows = list(reader.fieldnames or ()), list(reader)
    if last:
        rows = [row for row in rows if row[column] <= last]
    else:
        names.remove(column)
    with to.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


class WexmouthFiles:
    """The files in a folder, read once whole and once for each thing withheld."""

    def __init__(self, folder: Path, spare: Path) -> None:
        """Take the folder they are in, and an empty one for copies with something withheld."""
        self.folder, self.spare = folder, spare
        self._extracts: dict[tuple[str, ...], Extract] = {}
        self._children: dict[tuple[str, tuple[str, ...]], Child] = {}
        self._swept: dict[object, dict[str, list[Clock]]] = {}
        self._drifts: dict[object, dict[str, list[Drift]]] = {}
        self._monday: dict[datetime, dict[str, frozenset[str]]] = {}

    def extract(self, without: tuple[str, ...] = ()) -> Extract:
        """What the public readers make of the files."""
        if without not in self._extracts:
            folder = self.folder
            if without:
                folder = self.spare / str(len(self._extracts))
                folder.mkdir()
                withhold(self.folder, folder, without)
            self._extracts[without] = read_extract(folder)
        return self._extracts[without]

    @cached_property
    def ids(self) -> dict[str, str]:
        """Each child's id by first name."""
        people = self.extract().columns.of(Person).select("forename", "child").rows()
        ids = dict(people)
        assert len(ids) == len(people), "two children of the stories have the same first name"
        return ids

    def child(self, forename: str, without: tuple[str, ...] = ()) -> Child:
        """One child's record."""
        key = (forename, without)
        if key not in self._children:
            self._children[key] = self.extract(without).columns.child(self.ids[forename])
        return self._children[key]

    def clocks(
        self, forename: str, as_at: str, code: str, settings: Settings, without: tuple[str, ...], codes: Codes
    ) -> list[Clock]:  # fmt: skip
        """The child's clocks of one duty; ``codes`` are all the duties worth sweeping for at this moment."""
        moment, asked = parse_moment(as_at), BY_CODE[code]
        key = (moment, settings is WEXMOUTH, without, codes)
        if key not in self._swept:
            found = sweep(self.extract(without).columns, moment, [BY_CODE[one] for one in codes], settings)
            self._swept[key] = {}
            for clock in clocks_from(found):
                self._swept[key].setdefault(clock.child + clock.duty, []).append(clock)
        at_once = self._swept[key].get(self.ids[forename] + code, [])
        alone = clocks_of(asked, Standing(self.child(forename, without), moment), settings)
        assert sorted(at_once, key=_order) == sorted(alone, key=_order)
        return alone

    def drifts(self, forename: str, as_at: str, code: str, codes: Codes) -> list[Drift]:
        """What one drift rule says of the child."""
        moment, rules = parse_moment(as_at), [RULES[one] for one in codes]
        if (moment, codes) not in self._drifts:
            found, _ = drift_sweep(self.extract().columns, moment, WEXMOUTH, rules)
            self._drifts[moment, codes] = {}
            for one in found:
                self._drifts[moment, codes].setdefault(one.child, []).append(one)
        at_once = self._drifts[moment, codes].get(self.ids[forename], [])
        assert at_once == drifts_of(Standing(self.child(forename), moment), WEXMOUTH, rules)
        return [one for one in at_once if one.code == code]

    def on_monday(self, forename: str, as_at: str) -> frozenset[str]:
        """The codes with which the child is on the Monday list; none where the child is not on it."""
        moment = parse_moment(as_at)
        if moment not in self._monday:
            lines = monday_lines(self.extract().columns, moment)
            self._monday[moment] = {child: frozenset(one.code for one in some) for child, some in lines.items()}
        return self._monday[moment].get(self.ids[forename], frozenset())


def _order(clock: Clock) -> tuple[date, str]:
    return clock.started_on, str(clock.due_at)


@dataclass(frozen=True, kw_only=True)
class Sight:
    """One child's record as at one moment, for rows that the record itself answers."""

    files: WexmouthFiles
    forename: str
    as_at: str
    without: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """The day of the moment."""
        return parse_moment(self.as_at).date()

    @cached_property
    def standing(self) -> Standing:
        """The record as it stood."""
        return Standing(self.files.child(self.forename, self.without), parse_moment(self.as_at))

    def of(self, noun: type[F]) -> tuple[F, ...]:
        """The facts of one kind."""
        return self.standing.of(noun)

    def clocks(self, code: str) -> list[Clock]:
        """The clocks of one duty, as Wexmouth shows them."""
        return self.files.clocks(self.forename, self.as_at, code, WEXMOUTH, self.without, (code,))

    def others(self) -> list["Sight"]:
        """The same sight of every child of the stories, this one among them."""
        return [
            Sight(files=self.files, forename=name, as_at=self.as_at, without=self.without) for name in self.files.ids
        ]
