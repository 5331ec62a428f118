"""B3: mutated import files through the whole of taking in: read, compared, shown; and some of them taken in."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import polars as pl
from django.conf import settings
from django.db import DatabaseError, connection

from holdfast.casework import importing
from holdfast.casework.apart.limits import OF_A_PAGE
from holdfast.casework.apart.refused import Refused
from holdfast.casework.importing import Proposal, position, propose, take_in
from holdfast.casework.the_council import the_council
from holdfast.exchange.annex_a.writing import write_annex_a
from holdfast.exchange.cin.writing import write_cin
from holdfast.exchange.problems import CannotRead, Problem
from holdfast.exchange.ssd.writing import write_ssd
from holdfast.exchange.ssda903.writing import write_ssda903
from holdfast.record.child_protection import ProtectionPlan
from holdfast.record.front_door import Assessment
from holdfast.record.in_care import CareEpisode
from holdfast.store.chain import verify
from holdfast.wexmouth.telling import WEXMOUTH_DAY
from tests.bar.faults import Fault
from tests.bar.ground import MOMENT, NOW, counts, fresh
from tests.bar.line import Control, Found, Line, replaced
from tests.bar.mutants import Mutant, grid_of, of_tables, of_workbook, of_xml
from tests.exchange.ssda903.test_ssda903_xml import WHOLE

FEW = 2
"""Children in care, as many with a plan and with an assessment, of each original: they are many, not large."""

YEAR_FROM, YEAR_TO = date(2025, 4, 1), date(2026, 3, 31)
"""The year that the returns tell of."""

TABLES = ("person", "address", "contacts", "referrals", "cin_episodes", "cin_assessments", "cin_visits", "cp_plans",
          "cla_episodes", "cla_placement", "involvements", "care_leavers")  # fmt: skip
"""Tables of the dataset's folder that are mutated; the rest would only make each mutant slower."""

EACH = 12
"""One in so many mutants that differ from the record is taken in too: first with a statement that fails, then whole."""

APART, SLICE_APART = 200, 3
"""Of so many mutants this one is read in a process apart as well, which must tell of it as this one does."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d\d/\d\d/\d{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """An extract that reads without a problem, and which of its columns hold days that are read."""

    kind: str
    files: Mapping[str, bytes]
    days: Mapping[str, Sequence[str]]


@lru_cache(maxsize=1)
def originals() -> tuple[Original, ...]:
    """One of each kind, of the few children of whom there is most to tell."""
    columns = the_council().columns(NOW)
    many = Counter(child for frame in columns.frames.values() for child in frame.get_column("child").to_list())
    of_the_year = pl.col("started_on").is_between(YEAR_FROM, YEAR_TO)
    told = columns.only(
        child
        for noun in (CareEpisode, ProtectionPlan, Assessment)
        for child in sorted(
            set(columns.of(noun).filter(of_the_year).get_column("child")), key=lambda child: (-many[child], child)
        )[:FEW]
    )
    with TemporaryDirectory() as made:
        folder = Path(made)
        for name in ("ssd", "annex_a", "cin", "ssda903", "xml"):
            (folder / name).mkdir()
        write_ssd(told, folder / "ssd")
        for one in (folder / "ssd").iterdir():
            if one.stem.removeprefix("ssd_") not in TABLES:
                one.unlink()
        write_annex_a(told, folder / "annex_a" / "lists.xlsx", WEXMOUTH_DAY)
        write_cin(told, folder / "cin" / "census.xml", 2026)
        write_ssda903(told, folder / "ssda903", 2026)
        (folder / "xml" / "return.xml").write_text(WHOLE, encoding="utf-8")
        return tuple(_original(one) for one in sorted(folder.iterdir()))


def _original(folder: Path) -> Original:
    files = {one.name: one.read_bytes() for one in sorted(folder.iterdir())}
    known: dict[str, set[str]] = {}
    for one in propose(folder).tables:
        known.setdefault(one.file, set()).update(one.recognised)
    days = {
        name: _days(data, known.get(name, set())) if name.endswith(".csv") else sorted(known[name])
        for name, data in files.items()
    }
    return Original(kind=folder.name, files=files, days={name: some for name, some in days.items() if some})


def _days(data: bytes, known: set[str]) -> list[str]:
    head, *rows = grid_of(data)
    by_column = {name: [row[place] for row in rows if row[place]] for place, name in enumerate(head)}
    return [name for name, some in by_column.items() if name in known and some and all(map(_DAY.fullmatch, some))]


def mutant(number: int) -> Mutant:
    """The mutant of this number: the same for ever."""
    chance = Random(number)
    one = originals()[number % len(originals())]
    if one.kind == "annex_a":
        return of_workbook(one.files, chance, one.days)
    if one.kind in ("cin", "xml"):
        return of_xml(one.kind, one.files, chance, one.days)
    return of_tables(one.kind, one.files, chance, one.days)


@dataclass(slots=True)
class Seen:
    """What became of the mutants so far."""

    refused: int = 0
    rows: int = 0
    problems: int = 0
    taken: int = 0
    days: int = 0


def mutants_taken_in(n: int) -> Found:
    """Each mutant is read and compared; the record's file is the same before and after; some are taken in."""
    wrong: list[str] = []
    seen = Seen()
    with fresh() as path:
        originals()
        whole = _digest(path)
        for number in range(n):
            one = mutant(number)
            proposal, amiss = _proposed(one, seen, apart=number % APART == SLICE_APART)
            if _digest(path) != whole:
                amiss, whole = "looking at it changed the record", _digest(path)
            if not amiss and proposal and not proposal.nothing and number // len(originals()) % EACH == 0:
                amiss = _taken(proposal, number)
                seen.taken += 1
            wrong += [f"{number}, {one.kind}, {'; '.join(one.done)}: {amiss}"] if amiss else []
    if n >= 100 and seen.rows * 2 < n:
        wrong.append(f"only {seen.rows} reached the checks of rows")
    said = (
        f"{seen.rows:,} reached the checks of rows, {seen.refused:,} were refused whole, {seen.problems:,} problems, "
        f"{seen.days:,} planted days that are none looked for, {seen.taken:,} taken in"
    )
    return Found(n=n, wrong=len(wrong), said=said, examples=tuple(wrong[:8]))


def _proposed(one: Mutant, seen: Seen, *, apart: bool = False) -> tuple[Proposal | None, str]:
    """What taking it in would do, and what is amiss with how that was told. ``apart``: and as a process apart tells."""
    with TemporaryDirectory(dir=settings.BUILD) as made:
        for name, data in one.files.items():
            (Path(made) / name).write_bytes(data)
        try:
            told_apart = importing.read_apart("extract", Path(made), OF_A_PAGE) if apart else None
            proposal = importing.propose(Path(made))
        except CannotRead as problem:
            seen.refused += 1
            return None, _of_a_refusal(str(problem), [*one.files, Path(made).name])
        except BaseException as problem:
            return None, f"a reader raised {type(problem).__name__}: {str(problem)[:150]}"
    seen.rows += any(table.rows for table in proposal.tables)
    seen.problems += len(proposal.problems)
    seen.days += one.no_day is not None
    told = [_of_a_problem(problem, one.files) for problem in proposal.problems]
    if told_apart and getattr(told_apart, "problems", None) != proposal.problems and not _harmful(told_apart):
        told.append("a process apart tells of other problems")
    return proposal, next(filter(None, [*told, _of_a_day(proposal, one)]), "")


def _harmful(told: object) -> bool:
    """Whether the gate refused it, which stands before the readers and asks more."""
    return isinstance(told, Refused) and told.harmful


def _of_a_refusal(words: str, names: Sequence[str]) -> str:
    if "Traceback" in words or "Exception" in words:
        return f"the refusal is not in words: {words[:100]}"
    if not any(name in words for name in names):
        return f"the refusal names no file: {words[:100]}"
    return "" if len(words) > 50 and words.count(".") > 1 else f"the refusal gives no reason: {words[:100]}"


def _of_a_problem(problem: Problem, files: Mapping[str, bytes]) -> str:
    if problem.file not in files:
        return f"a problem is of no file that was given: {problem.file}"
    return "" if len(problem.reason) > 30 else f"a problem gives no reason: {problem}"


def _of_a_day(proposal: Proposal, one: Mutant) -> str:
    """Whether the planted day that is none was told at its place."""
    if one.no_day is None:
        return ""
    file, row, column = one.no_day
    at = [told for told in proposal.problems if (told.file, told.column) == (file, column) and told.row]
    found = [told for told in at if (told.row == row or not row) and told.value]
    return "" if found else f"the day that is none was not told at row {row}, column {column}"


def _taken(proposal: Proposal, number: int) -> str:
    """Take it in on a copy of the record: half a way first, then whole; what is amiss."""
    with fresh() as path:
        whole = Fault(0)
        before = counts(path)
        fault = Fault(_statement(number))
        with connection.execute_wrapper(fault), _may_fail():
            take_in(proposal, who="somebody", what="a mutant", source="", made_at=MOMENT)
        if fault.asked >= fault.number and counts(path) != before:
            return f"statement {fault.number} failed, and a part of the file is on record"
        if counts(path) == before:
            with connection.execute_wrapper(whole):
                take_in(proposal, who="somebody", what="a mutant", source="", made_at=MOMENT)
        if position() != proposal.position + 1 or verify():
            return "it was not taken in as one whole entry"
        return _held(proposal)


def _statement(number: int) -> int:
    return 3 + Random(number).randrange(12)


@contextmanager
def _may_fail() -> Iterator[None]:
    try:
        yield
    except DatabaseError:
        return


def _held(proposal: Proposal) -> str:
    """Whether the newest entry counts what was shown."""
    (taken,) = importing.entries(1)
    shown = {one.words: (one.added, one.changed, one.withdrawn) for one in proposal.changes if one.any}
    held = {one.words: (one.added, one.changed, one.withdrawn) for one in taken.changes if one.any}
    return "" if shown == held else f"shown was {shown}, on record is {held}"


def _digest(path: Path) -> str:
    whole = hashlib.sha256(path.read_bytes())
    wal = Path(f"{path}-wal")
    whole.update(wal.read_bytes() if wal.exists() else b"")
    return whole.hexdigest()


def _instead(change: Callable[[Proposal], Proposal]) -> Callable[[], Any]:
    really = propose
    return lambda: patch("holdfast.casework.importing.propose", lambda path: change(really(path)))


def _stumbles(proposal: Proposal) -> Proposal:
    if proposal.problems:
        raise KeyError("a reader that stumbles where a cell is odd")
    return proposal


def _writes(proposal: Proposal) -> Proposal:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS seen (digest text)")
        cursor.execute("INSERT INTO seen VALUES (%s)", [proposal.digest])
    return proposal


def _without_a_place(proposal: Proposal) -> Proposal:
    return replace(proposal, problems=tuple(replace(one, row=None) for one in proposal.problems))


B3 = Line(
    code="B3", says="Mutated import files: no traceback, nothing half taken in, each fault told with its place",
    unit="mutants", measure=mutants_taken_in, full=10_000, short=300, slice=5,
    asked="10,000, half of them reaching the checks of rows", whole=True,
    controls=(
        Control(
            words="the transaction is taken out", n=2,
            sabotage=replaced(("django.db.transaction.atomic", lambda *a, **k: nullcontext())),
        ),
        Control(words="a reader stumbles at an odd cell", n=3, sabotage=_instead(_stumbles)),
        Control(words="looking at a file writes a line", n=1, sabotage=_instead(_writes)),
        Control(words="a problem does not say its row", n=5, sabotage=_instead(_without_a_place)),
    ),
)  # fmt: skip

LINES = (B3,)
