"""Files are read in a process apart: the same comes back, it has limits and no secrets, and what breaks it is told."""

import json
import subprocess
import sys
import tempfile
from dataclasses import asdict, replace
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path

import polars as pl
import pytest

from holdfast.casework.apart import asking, inside, limits
from holdfast.casework.apart.asking import read_apart
from holdfast.casework.apart.extracts import carried, load
from holdfast.casework.apart.inside import PARTS, answered
from holdfast.casework.apart.limits import LIMITED, OF_A_PAGE, Limits
from holdfast.casework.apart.refused import Refused
from holdfast.casework.apart.works import WORKS, Work
from holdfast.exchange.extract import Extract
from holdfast.exchange.reading import read_extract
from holdfast.record.people import Person
from tests.casework.read_here import here

limited = pytest.mark.skipif(not LIMITED, reason="this system cannot hold a process to limits")

HEAD = "pers_person_id,pers_forename,pers_surname,pers_dob\n"
BOTH = "import sys; sys.path.insert(0, sys.argv[1]); from holdfast.casework.apart import limits; "


@pytest.fixture
def person(tmp_path: Path) -> Path:
    """A table of one child, with a day that is none."""
    path = tmp_path / "ssd_person.csv"
    path.write_text(f"{HEAD}E-1,Ann,Invented,2015-04-01\nE-2,Bo,Invented,31/02/2015\n", encoding="utf-8")
    return path


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    """A table whose every row must be told of: a small file that needs a great deal of memory."""
    path = tmp_path / "wide.csv"
    path.write_text(HEAD + "E-1,a,b,c,d,e\n" * 12_000, encoding="utf-8")
    return path


def same(one: Extract, other: Extract) -> bool:
    """Whether two extracts say the same, in the same order."""
    frames = [(one.columns.frames, other.columns.frames), (one.kept, other.kept)]
    return all(
        list(mine) == list(theirs) and all(mine[name].equals(theirs[name]) for name in mine) for mine, theirs in frames
    ) and (one.kind, one.columns.held, one.tables, one.problems, one.not_read, one.until) == (
        other.kind, other.columns.held, other.tables, other.problems, other.not_read, other.until
    )  # fmt: skip


def test_what_is_read_apart_is_what_is_read_here(person: Path) -> None:
    apart = read_apart("extract", person, OF_A_PAGE)
    assert apart.columns.of(Person).height == 2
    assert len(apart.problems) == 2
    assert same(apart, read_extract(person))
    assert same(here("extract", person), apart)


def test_every_part_of_an_extract_is_carried_across(person: Path, tmp_path: Path) -> None:
    read = read_extract(person)
    whole = replace(
        read, kept={"a table": pl.DataFrame({"x": ["1", None]})}, until=date(2026, 3, 31),
        columns=replace(read.columns, held=replace(read.columns.held, latest_only=frozenset({Person}))),
    )  # fmt: skip
    assert same(load(json.loads(json.dumps(carried(whole, tmp_path))), tmp_path), whole)
    assert not same(read, whole)


def test_an_answer_with_other_columns_than_a_noun_has_is_not_believed(person: Path, tmp_path: Path) -> None:
    told = carried(read_extract(person), tmp_path)
    pl.DataFrame({"child": ["E-1"]}).write_ipc(tmp_path / f"{told['frames']['Person']}.arrow")
    with pytest.raises(ValueError, match="other columns"):
        load(told, tmp_path)


def test_only_the_works_that_are_named_are_done(person: Path) -> None:
    assert set(WORKS) == {"extract", "report"}
    refused = read_apart("os.system", person, OF_A_PAGE)
    assert isinstance(refused, Refused)
    assert refused.harmful


def test_what_cannot_be_read_comes_back_as_the_readers_own_words(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("these are words\n", encoding="utf-8")
    refused = read_apart("extract", path, OF_A_PAGE)
    assert not refused.harmful
    assert "nothing that can be read" in refused.reason


@limited
def test_a_file_that_needs_more_memory_than_it_may_have_is_stopped_and_told(wide: Path) -> None:
    refused = read_apart("extract", wide, replace(OF_A_PAGE, memory=4 << 20), called="what I gave")
    assert isinstance(refused, Refused)
    assert refused.harmful
    assert refused.reason.startswith("what I gave: reading it needed more than the 4 MB of memory")
    assert isinstance(read_apart("extract", wide, OF_A_PAGE), Extract)


@limited
def test_a_process_that_works_too_long_is_stopped_and_told(person: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spins = "limits.hold_time(limits.Limits(seconds=1, cpu=0, memory=1, written=1, answer=1))\nwhile True: pass"
    monkeypatch.setattr(asking, "BEGIN", BOTH + spins)
    assert "seconds of work" in read_apart("extract", person, OF_A_PAGE).reason


def test_a_process_that_only_waits_is_stopped_by_the_clock(person: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "BEGIN", "import time; time.sleep(600)")
    refused = read_apart("extract", person, replace(OF_A_PAGE, seconds=0.2))
    assert refused.harmful
    assert "on the clock" in refused.reason


@pytest.mark.parametrize("begin", ["raise SystemExit(0)", "raise SystemExit(3)", "import os; os.abort()"])
def test_a_process_that_ends_without_an_answer_is_told_as_stopped(
    begin: str, person: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "BEGIN", begin)
    refused = read_apart("extract", person, OF_A_PAGE)
    assert refused.harmful
    assert refused.reason.startswith("ssd_person.csv: ")


def test_an_answer_larger_than_it_may_be_is_not_read(person: Path) -> None:
    assert read_apart("extract", person, replace(OF_A_PAGE, answer=100)).harmful


def test_nothing_is_left_on_the_disk_whatever_became_of_it(
    person: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    monkeypatch.setattr(asking, "BEGIN", "import time; open('half', 'w').close(); time.sleep(600)")
    read_apart("extract", person, replace(OF_A_PAGE, seconds=0.2))
    assert list(scratch.iterdir()) == []


def test_the_process_is_told_nothing_of_the_servers_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOLDFAST_SECRET_KEY", "a secret")
    monkeypatch.setenv("DATABASE_URL", "sqlite:///a")
    told = asking.surroundings(OF_A_PAGE)
    assert told.keys() <= {"LANG", "MALLOC_ARENA_MAX", "POLARS_MAX_THREADS", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS",
                           "SYSTEMROOT"}  # fmt: skip


WAYS = {
    "the network": "import socket; socket.socket()", "a program": "import subprocess; subprocess.run(['true'])",
    "a shell": "import os; os.system('true')", "a copy of itself": "import os; os.fork()",
    "another signal": "import os; os.kill(os.getpid(), 0)",
}  # fmt: skip


def test_the_ways_out_are_shut_and_were_open_before() -> None:
    lines = [f"    ({way!r}, {what!r})," for way, what in WAYS.items()]
    script = "\n".join([
        "import socket, subprocess, os, sys", BOTH, "ways = [", *lines, "]", "def shut(what):",
        "    before = os.getpid()", "    try: exec(what)", "    except PermissionError: return True",
        "    if os.getpid() != before: os._exit(0)", "    return False",
        "print([way for way, what in ways if shut(what)])", "limits.shut_ways_out()",
        "print([way for way, what in ways if not shut(what)])",
    ])  # fmt: skip
    said = subprocess.run([sys.executable, "-c", script, str(asking.ROOT)], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["[]", "[]"], said.stdout + said.stderr


def test_a_file_that_gets_no_turn_is_not_called_harmful(person: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    turns = [asking._TURNS.acquire(blocking=False) for _ in range(asking.AT_ONCE)]
    try:
        refused = read_apart("extract", person, replace(OF_A_PAGE, seconds=0.05))
    finally:
        for taken in turns:
            if taken:
                asking._TURNS.release()
    assert (refused.harmful, "its turn" in refused.reason) == (False, True)


@pytest.mark.parametrize("fault", [KeyError("Ann Invented"), RecursionError(), pl.exceptions.PanicException("x")])
def test_a_reader_that_fails_is_told_by_its_kind_and_never_by_what_it_read(
    fault: BaseException, person: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*told: object) -> dict[str, object]:
        raise fault

    work = Work(prepare=lambda: None, do=fails, load=lambda *told: None)
    monkeypatch.setattr("holdfast.casework.apart.works.WORKS", {"extract": work})
    assert answered("extract", person, tmp_path) == {"raised": type(fault).__name__}


def test_memory_that_runs_out_is_not_taken_for_a_readers_fault(
    person: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*told: object) -> dict[str, object]:
        raise MemoryError

    work = Work(prepare=lambda: None, do=fails, load=lambda *told: None)
    monkeypatch.setattr("holdfast.casework.apart.works.WORKS", {"extract": work})
    with pytest.raises(MemoryError):
        answered("extract", person, tmp_path)
    assert (tmp_path / PARTS).is_dir()


@limited
def test_the_limits_are_set_and_never_raised() -> None:
    held = Limits(seconds=1, cpu=7, memory=64 << 20, written=1000, answer=1, threads=1)
    script = (
        BOTH + "import resource as r; held = limits.Limits(**eval(sys.argv[2])); limits.hold_time(held); "
        "limits.hold_memory(held); "
        "print([r.getrlimit(one)[0] for one in (r.RLIMIT_CPU, r.RLIMIT_CORE, r.RLIMIT_FSIZE)], "
        "r.getrlimit(r.RLIMIT_DATA)[0] < 160 << 20); "
        "wide = limits.Limits(**{**eval(sys.argv[2]), 'written': 5000}); limits.hold_time(wide); "
        "print(r.getrlimit(r.RLIMIT_FSIZE)[0])"
    )
    told = repr({name: getattr(held, name) for name in held.__slots__})
    said = subprocess.run(
        [sys.executable, "-c", script, str(asking.ROOT), told], capture_output=True, text=True, check=True
    )  # fmt: skip
    assert said.stdout.splitlines() == ["[7, 0, 1000] True", "1000"]


def test_every_limit_stands_before_the_file_is_looked_at(
    person: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = []
    for name in ("hold_time", "hold_memory", "shut_ways_out"):
        monkeypatch.setattr(inside, name, lambda *told, name=name: done.append(name))
    really = inside.answered
    monkeypatch.setattr(inside, "answered", lambda *told: done.append("read") or really(*told))
    asked = {"work": "extract", "path": str(person), "scratch": str(tmp_path), "limits": asdict(OF_A_PAGE)}
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(json.dumps(asked).encode())))
    assert inside.main() == 0
    assert done == ["hold_time", "hold_memory", "shut_ways_out", "read"]
    assert json.loads((tmp_path / inside.ANSWER).read_text(encoding="utf-8"))["told"]["kind"]


@limited
def test_a_limit_is_never_set_above_the_one_that_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    held: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(limits.resource, "getrlimit", lambda which: (limits.resource.RLIM_INFINITY, 50))
    monkeypatch.setattr(limits.resource, "setrlimit", held.__setitem__)
    limits.hold_time(replace(OF_A_PAGE, written=20))
    limits.hold_memory(OF_A_PAGE)
    assert held[limits.resource.RLIMIT_FSIZE] == (20, 20)
    assert held[limits.resource.RLIMIT_DATA] == (50, 50)


@pytest.mark.parametrize("event", ["socket.connect", "subprocess.Popen", "os.fork", "os.exec"])
def test_an_event_that_leads_out_is_refused_and_any_other_is_not(event: str) -> None:
    with pytest.raises(PermissionError, match="is shut"):
        limits._refuse(event, ())
    limits._refuse("open", ())
