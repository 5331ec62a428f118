"""Date sums live in holdfast/dates and nowhere else, so that a limit is counted one way."""

import ast

import pytest

from tests.whole_repo.tree import Source, complaints

SUMS = frozenset({
    "timedelta", "relativedelta", "offset_by", "add_business_days", "business_day_count", "busday_offset",
    "busday_count", "isoweekday", "weekday",
})  # fmt: skip
"""Names that make a date out of a date, or ask whether it is a working day."""


def date_sums(source: Source) -> list[str]:
    """Each place outside holdfast/dates where a date is counted by hand."""
    if source.path.startswith("holdfast/dates/"):
        return []
    found = []
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom | ast.Import):
            found += [(node.lineno, one.name) for one in node.names if one.name.split(".")[-1] in SUMS]
        elif isinstance(node, ast.Attribute) and node.attr in SUMS:
            found.append((node.lineno, node.attr))
    return [
        f":{line} does a date sum ({word}). Use holdfast.dates: Days(n).after, add_months, ..." for line, word in found
    ]


def test_dates_are_counted_in_the_dates_floor_only() -> None:
    assert complaints(date_sums, "holdfast") == []


@pytest.mark.parametrize(
    "planted",
    [
        "from datetime import timedelta\nx = day + timedelta(days=20)",
        "import datetime as d\nx = day + d.timedelta(days=1)",
        "x = frame.with_columns(pl.col('on').dt.offset_by('3mo'))",
        "late = day.weekday() > 4",
        "import numpy as np\nx = np.busday_offset(day, 20)",
    ],
)
def test_the_guard_turns_red_at_a_planted_date_sum(planted: str) -> None:
    assert date_sums(Source("holdfast/duties/in_care.py", planted))


def test_the_dates_floor_itself_may_count() -> None:
    assert date_sums(Source("holdfast/dates/limits.py", "from datetime import timedelta")) == []
