"""Nobody asks the time: the moment is always passed in, so that every answer can be worked out again."""

import ast
import subprocess
import sys

import pytest

from tests.whole_repo.tree import ROOT, Source, complaints, sources

THE_TWO_CLOCKS = ("holdfast/cli/today.py", "holdfast/web/today.py")

ASKS_THE_TIME = frozenset({"now", "today", "utcnow", "fromtimestamp", "utcfromtimestamp"})
"""Asked of a date class under any name, or called on anything at all."""

ASKS_THE_TIME_MODULE = frozenset({"time", "time_ns", "localtime", "gmtime", "ctime", "asctime", "strftime"})
"""Asked of the module ``time``. Its monotonic counters measure a stretch, tell no day, and are let be."""


def _names_for(module: str, source: Source) -> set[str]:
    """Every name under which a source knows this module, or something it took from it."""
    names = {module}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            names |= {one.asname for one in node.names if one.name == module and one.asname}
        elif isinstance(node, ast.ImportFrom) and node.module == module:
            names |= {one.asname or one.name for one in node.names}
    return names


def _clock_in(node: ast.AST, of_dates: set[str], of_time: set[str]) -> tuple[int, str] | None:
    """The line and the word, where this node asks the time."""
    if isinstance(node, ast.ImportFrom) and node.module == "time":
        asked = [one.name for one in node.names if one.name in ASKS_THE_TIME_MODULE]
        return (node.lineno, asked[0]) if asked else None
    if isinstance(node, ast.Attribute):
        names = {one.id for one in ast.walk(node.value) if isinstance(one, ast.Name)}
        if node.attr in ASKS_THE_TIME and names & of_dates:
            return node.lineno, node.attr
        return (node.lineno, node.attr) if node.attr in ASKS_THE_TIME_MODULE and names & of_time else None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKS_THE_TIME:
        return node.lineno, node.func.attr
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "getattr":
        words = [one.value for one in node.args if isinstance(one, ast.Constant) and one.value in ASKS_THE_TIME]
        return (node.lineno, words[0]) if words else None
    return None


def clocks_read(source: Source) -> list[str]:
    """Each place where a source reads the machine's clock, through whatever alias."""
    if source.path in THE_TWO_CLOCKS:
        return []
    of_dates, of_time = _names_for("datetime", source), _names_for("time", source)
    found = [clock for node in ast.walk(source.tree) if (clock := _clock_in(node, of_dates, of_time))]
    return [f":{line} asks the machine's clock ({word}). Take the moment as a parameter." for line, word in found]


def test_nobody_but_the_two_files_named_today_asks_what_time_it_is() -> None:
    assert complaints(clocks_read, "holdfast", "tests", "docs") == []


PLANTED = [
    "import datetime\nx = datetime.datetime.now()",
    "from datetime import datetime as d\nx = d.utcnow()",
    "from datetime import date\ndef f(day=date.today()): ...",
    "import time as t\nx = t.time()",
    "import time\nx = time.localtime()",
    "from time import time_ns\nx = time_ns()",
    "from datetime import date\nx = {}.pop('max', date.today())",
    "from datetime import date\nask = date.today",
    "from datetime import date\nx = getattr(date, 'today')()",
    "from somewhere import clock\nx = clock.now()",
]


@pytest.mark.parametrize("planted", PLANTED)
def test_the_clock_ban_turns_red_at_a_planted_clock(planted: str) -> None:
    assert clocks_read(Source("holdfast/duties/in_care.py", planted))


def test_the_clock_ban_lets_a_stopwatch_be() -> None:
    stopwatch = "import time\nx = time.perf_counter()"
    assert clocks_read(Source("benchmarks/reading.py", stopwatch)) == []


def test_the_clock_ban_lets_a_moment_that_was_passed_in_be() -> None:
    passed = "def owed(standing):\n    return standing.today"
    assert clocks_read(Source("holdfast/duties/in_care.py", passed)) == []


def _ruff(path: str, text: str) -> str:
    """What the linter says of this text, as though it stood at this path."""
    command = [sys.executable, "-m", "ruff", "check", "--select", "TID251", "--stdin-filename", path, "-"]
    return subprocess.run(command, input=text, cwd=ROOT, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("today", THE_TWO_CLOCKS)
@pytest.mark.parametrize("clock", ["datetime.datetime.now()", "datetime.date.today()", "time.time()"])
def test_the_linter_bans_the_clock_too_everywhere_but_in_today(clock: str, today: str) -> None:
    planted = f"import datetime\nimport time\n\nx = {clock}\n"
    assert "TID251" in _ruff("holdfast/duties/planted.py", planted)
    assert "TID251" not in _ruff(today, planted)


def test_ruffs_own_ban_lists_every_clock_in_one_table() -> None:
    nested = [source.path for source in sources(ending="ruff.toml")]
    assert nested == [], "a nested ruff.toml replaces the table of banned clocks in silence"
