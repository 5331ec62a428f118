"""Files stay small by rule, and nothing is put in a drawer without a name."""

import ast

import pytest

from tests.whole_repo.tree import Source, complaints, sources

FILE_LINES = 400
FUNCTION_LINES = 40

LONGER_FILES: dict[str, str] = {}
"""Files that may be longer, each with its reason: data or generated text only."""

LONGER_FUNCTIONS: dict[str, str] = {}
"""Functions that may be longer, as path::name, each with its reason."""

DRAWERS = frozenset({
    "base", "common", "general", "general_functions", "helper", "helpers", "lib", "manager", "misc", "shared",
    "stuff", "tools", "util", "utilities", "utils",
})  # fmt: skip


def too_long(source: Source) -> list[str]:
    """A file over its limit, and each function over its own."""
    found = []
    lines = len(source.text.splitlines())
    if lines > FILE_LINES and source.path not in LONGER_FILES:
        found.append(f" has {lines} lines, more than {FILE_LINES}. Make it a folder of the same name.")
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES and f"{source.path}::{node.name}" not in LONGER_FUNCTIONS:
                found.append(f"::{node.name} has {length} lines, more than {FUNCTION_LINES}. Give a part of it a name.")
    return found


def drawers(source: Source) -> list[str]:
    """A file or folder named for nothing in particular."""
    return [f" lies in a drawer named {part!r}." for part in source.parts if part.strip("_") in DRAWERS]


def test_no_file_is_longer_than_400_lines_and_no_function_than_40() -> None:
    assert complaints(too_long) == []


def test_no_module_is_named_for_a_drawer() -> None:
    assert complaints(drawers) == []


def test_every_exception_to_the_sizes_is_still_needed() -> None:
    here = {source.path: source for source in sources()}
    assert [path for path in LONGER_FILES if len(here[path].text.splitlines()) <= FILE_LINES] == []
    for name in LONGER_FUNCTIONS:
        path, function = name.split("::")
        assert f"def {function}(" in here[path].text


def _function(lines: int) -> str:
    return "def f():\n" + "    x = 1\n" * (lines - 1)


@pytest.mark.parametrize("planted", [_function(FUNCTION_LINES + 1), "x = 1\n" * (FILE_LINES + 1)])
def test_the_size_limit_turns_red_at_one_line_too_many(planted: str) -> None:
    assert too_long(Source("holdfast/duties/in_care.py", planted))


@pytest.mark.parametrize("allowed", [_function(FUNCTION_LINES), "x = 1\n" * FILE_LINES])
def test_the_size_limit_allows_the_last_line(allowed: str) -> None:
    assert too_long(Source("holdfast/duties/in_care.py", allowed)) == []


@pytest.mark.parametrize("path", ["holdfast/utils.py", "holdfast/common/dates.py", "tests/unit/helpers.py"])
def test_the_guard_turns_red_at_a_planted_drawer(path: str) -> None:
    assert drawers(Source(path, ""))
