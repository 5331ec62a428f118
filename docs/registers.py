"""Write docs/record.md, docs/duties.md, docs/asvs.md and parts of GLOSSARY.md and README.md from their registers.

python -m docs.registers            write them
python -m docs.registers --check    change nothing; say which are out of date, and leave with 1 if any is
"""

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from docs.asvs import asvs_page
from holdfast.duties.drift.register import RULES
from holdfast.duties.drift.rule import Rule
from holdfast.duties.duty import Asked, Duty, LocalStandard, Way
from holdfast.duties.register import ALL
from holdfast.duties.settings import WEXMOUTH
from holdfast.law.citation import Citation
from holdfast.measures.register import MEASURES
from holdfast.record.field import Column, Fact, columns_of
from holdfast.record.register import NOUNS

ROOT = Path(__file__).parent.parent
BELOW = "<!-- Below this line `make docs` writes: every code, with its words. -->"
KEPT_FROM, KEPT_TO = "<!-- Written by `make docs`: -->", "<!-- As far as here. -->"
WRITTEN = "*Written by `make docs` from the code; change the code, not this page.*"
ASVS_WRITTEN = "*Written by `make docs` from docs/asvs.toml; change that file, not this page.*"

KINDS = {
    "text": "text",
    "day": "day",
    "time": "day and time",
    "flag": "yes or no",
    "number": "number",
    "json": "JSON",
}


def duties() -> list[Duty]:
    """Every duty, in the register's order."""
    return [one for one in ALL if isinstance(one, Duty)]


def standards() -> list[LocalStandard]:
    """Every local standard, in the register's order."""
    return [one for one in ALL if isinstance(one, LocalStandard)]


def duty_codes() -> list[str]:
    """The codes of every duty and local standard."""
    return [one.code for one in ALL]


def drift_codes() -> list[str]:
    """The codes of every drift rule."""
    return [one.code for one in RULES]


def measure_codes() -> list[str]:
    """The codes of every measure."""
    return [one.code for one in MEASURES]


def record_page() -> str:
    """What the record can hold, table by table."""
    parts = [
        "# What the record holds",
        WRITTEN,
        "A table whose name begins `ssd_` is one of the Standard Safeguarding Dataset; one that begins "
        "`holdfast_` is an extension, a CSV of the same kind for what the dataset has no table for. Any "
        "table may be absent: what needs it is then *cannot say*. Any column may be blank.",
        *(part for noun in NOUNS for part in _noun(noun)),
    ]
    return "\n\n".join(parts) + "\n"


def _noun(noun: type[Fact]) -> Iterator[str]:
    yield f"## {noun.table}"
    yield f"{' '.join((noun.__doc__ or '').split())} In the code: `{noun.__name__}`."
    rows = (
        (f"`{one.header}`", KINDS[one.kind], _meaning(one), ", ".join(f"`{other}`" for other in one.also))
        for one in columns_of(noun)
    )
    yield _table(("column", "holds", "meaning", "also read as"), rows)


def _meaning(one: Column) -> str:
    marks = [one.meaning]
    if one.happens:
        marks.append("before this day the whole row is not yet known")
    if one.planned:
        marks.append("may lie ahead")
    return "; ".join(marks)


def duties_page() -> str:
    """What the law and the council ask, and how each is counted."""
    parts = [
        "# What the law asks, and how we count it",
        WRITTEN,
        "None of this is legal advice. Each citation says what was read of it; none is signed off until a "
        "named lawyer or principal social worker has put their name to it.",
        "## Duties",
        *(part for duty in duties() for part in (*_asked(duty), *_law(duty.law))),
        "## Local standards",
        "Settings, with the values of the invented council Wexmouth. No law stands behind the number.",
        *(part for one in standards() for part in _asked(one)),
        "## Drift rules",
        "Plain sentences about what has stood still, with the council's own number. They accuse nobody and "
        "score nothing.",
        *(part for rule in RULES for part in _rule(rule)),
    ]
    return "\n\n".join(parts) + "\n"


def _asked(one: Asked) -> Iterator[str]:
    yield f"### `{one.code}`"
    quiet = "" if one.may_alert else " Nobody has read its law, so it is worked out and raises no alert."
    yield f"**{one.title}.** {_upper(one.force.words)}.{quiet}"
    lines = [*dict.fromkeys(_way(way) for way in one.ways)]
    if one.exceptions:
        lines.append(f"Exceptions: {one.exceptions[:1].lower()}{one.exceptions[1:]}")
    yield "\n".join(f"- {line}" for line in lines)


def _way(way: Way) -> str:
    line = f"{_upper(way.limit.phrase)} of: {_lower(way.starts.words)}."
    if way.due:
        line = f"By a planned day, once this is on record: {_lower(way.starts.words)}."
    elif way.chain and way.chain.first:
        line = f"{_upper(way.limit.phrase)} of the one before. The first: {_lower(way.starts.words)}."
    if way.cannot:
        return f"{line} There are records of which it cannot be said; what is missing then: {_lower(way.cannot)}."
    if way.mark:
        line += " It is there to be known; nobody can be late for it."
    if way.met is None:
        return line
    repeats = way.chain and way.chain.first == 0 and way.chain.last is None
    again = " Each time done starts the next count." if repeats else ""
    needs = f" Needs {way.met.cure}." if way.met.cure else ""
    return f"{line} Met by: {_lower(way.met.words)}.{again}{needs}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:].rstrip(".")


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _law(law: Iterable[Citation]) -> Iterator[str]:
    yield "\n".join(
        f"- Law: {one.words}. {_upper(one.how_read)}; {one.in_force_words}; {one.sign_off_words}." for one in law
    )


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### `{rule.code}`"
    yield f"**{rule.title}** {rule.said_threshold(WEXMOUTH)}"
    rests = "" if rule.pausable else "\n- No pause makes it rest: only what closes it does."
    yield f"- Needs {'; '.join(one.cure for one in rule.needs)}.\n- Closes: {rule.closes}{rests}"


def glossary_part() -> str:
    """Every code, with its words: the last part of the glossary."""
    parts = [
        "## Duties, by code",
        _table(("code", "what the law asks"), ((f"`{one.code}`", one.title) for one in duties())),
        "## Local standards, by code",
        _table(("code", "what the council asks of itself"), ((f"`{one.code}`", one.title) for one in standards())),
        "## Drift rules, by code",
        _table(("code", "what has stood still"), ((f"`{one.code}`", one.title) for one in RULES)),
        "## Measures, by code",
        _table(("code", "what it asks"), ((f"`{one.code}`", one.title) for one in MEASURES)),
    ]
    return "\n\n".join(parts) + "\n"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def kept_tables() -> str:
    """The tables of the dataset that are kept as read, because no noun reads them."""
    listing = ROOT / "holdfast" / "exchange" / "ssd" / "other_tables.csv"
    with listing.open(encoding="utf-8", newline="") as file:
        return "\n".join(f"- `{row['table']}`: {row['words']}" for row in csv.DictReader(file))


def _between(text: str, part: str) -> str:
    """The README with this part between its two marks."""
    before, after = text.split(KEPT_FROM)[0], text.split(KEPT_TO)[1]
    return f"{before}{KEPT_FROM}\n\n{part}\n\n{KEPT_TO}{after}"


def pages() -> dict[Path, str]:
    """Each file that is written, whole, by its path."""
    glossary, readme = ROOT / "GLOSSARY.md", ROOT / "README.md"
    kept = glossary.read_text(encoding="utf-8").split(BELOW)[0]
    return {
        ROOT / "docs" / "record.md": record_page(),
        ROOT / "docs" / "duties.md": duties_page(),
        ROOT / "docs" / "asvs.md": asvs_page(ASVS_WRITTEN),
        readme: _between(readme.read_text(encoding="utf-8"), kept_tables()),
        glossary: f"{kept}{BELOW}\n\n{glossary_part()}",
    }


def main(arguments: list[str]) -> int:
    """Write the pages, or only compare them. Returns 1 where a compared page is out of date."""
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    names = ", ".join(str(path.relative_to(ROOT)) for path in stale)
    if "--check" in arguments:
        if stale:
            sys.stderr.write(f"Out of date: {names}. Run `make docs` and commit what it writes.\n")
        return 1 if stale else 0
    for path in stale:
        path.write_text(pages()[path], encoding="utf-8")
    sys.stdout.write(f"Written: {names or 'nothing; all were up to date'}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
