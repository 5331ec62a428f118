"""The table of the bar as words: on the screen and in docs/bar.md, from a run that really took place."""

from collections.abc import Sequence

from tests.bar.line import LeftOut, NotDone, Ran

HEAD = """# The bar, as it was measured

Written by `python -m tests.bar --write` from one run; no figure is typed in by hand. Each line is measured, then
measured again under a sabotage of the path that must turn it red (its control): a measure that stays green is worth
nothing. A line that fails, or is not done, says so.
"""


def row_of(one: object) -> tuple[str, ...]:
    """A line of the table: code, promise, n, result, control, seconds."""
    if isinstance(one, NotDone):
        return one.code, one.says, "", f"not done: {one.why}", "", ""
    if isinstance(one, LeftOut):
        return one.code, one.says, "", "left out: it cannot be measured in a slice", "", ""
    assert isinstance(one, Ran)
    line, found = one.line, one.found
    n = f"{found.n:,} {line.unit}" + (
        f" (shortened; asked: {line.asked})" if one.shortened else f" (asked: {line.asked})"
    )
    result = _result(one)
    said = f"{result}. {found.said}" if found.said else result
    return line.code, line.says, n, said, _controls(one), f"{one.seconds:.0f}"


def _result(one: Ran) -> str:
    if one.found.wrong:
        return f"FAILS: {one.found.wrong:,} wrong"
    if not one.found.n:
        return "FAILS: not measured"
    return "FAILS: blind, a control stays green" if one.blind else "holds"


def _controls(one: Ran) -> str:
    words = []
    for control in one.line.controls:
        found = one.controls[control.words]
        seen = f"red, {found.wrong:,} of {found.n:,}" if found.wrong else "STAYS GREEN"
        seen = f"BROKE, which is no red: {found.broke}" if found.broke else seen
        excused = f" ({control.may_not_show})" if control.may_not_show and not found.wrong else ""
        words.append(f"{control.words}: {seen}{excused}")
    return "; ".join(words)


def written(ran: Sequence[object], *, machine: str, day: str, to_come: Sequence[str] = ()) -> str:
    """The document; ``to_come`` are the lines that the run has not come to yet."""
    rows = [row_of(one) for one in ran]
    lines = [
        HEAD,
        f"Measured on {day}, on {machine}. Where the table says shortened, fewer cases were run than are asked for.",
        "",
    ]
    if to_come:
        lines += [f"The run did not end: {', '.join(to_come)} were not measured.", ""]
    lines += ["| Line | What it promises | n | Result | Control | Seconds |", "|---|---|---|---|---|---|"]
    lines += ["| " + " | ".join(cell.replace("|", "/") for cell in row) + " |" for row in rows]
    failing = [one for one in ran if isinstance(one, Ran) and not one.holds]
    if failing:
        lines += ["", "## What is wrong with the lines that fail", ""]
        lines += [f"- {one.line.code}: {words}" for one in failing for words in one.found.examples or (_result(one),)]
    return "\n".join(lines) + "\n"
