"""The council's own settings: local standards' limits, how early to warn, thresholds of the drift rules.

Values without a settings file are those of the invented council Wexmouth. A setting is never law.
"""

import re
import tomllib
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from holdfast.dates import Days, Hours, Limit, Months, WorkingDays

WARN_BEFORE: Mapping[str, int] = MappingProxyType({"working days": 5, "days": 7, "hours": 24})
"""How long before its due day a clock is *due soon*, by the unit it is counted in."""

LEADS: Mapping[str, int] = MappingProxyType({"cla-reg24-approval": 56, "ad-a10-threshold": 90})
"""Clocks with a longer warning, in their own unit."""

THRESHOLDS: Mapping[str, int] = MappingProxyType({
    "no-change-reviews": 2,
    "no-change-decision-working-days": 10,
    "protection-plan-months": 15,
    "protection-plan-months-senior": 18,
    "in-need-plan-months": 9,
    "pre-proceedings-weeks": 16,
    "accommodated-months-without-permanence": 4,
    "worker-changes": 3,
    "worker-changes-months": 12,
    "challenge-stage-working-days": 5,
    "action-moved-times": 3,
    "missing-episodes": 3,
    "missing-days": 30,
    "conference-booked-working-days": 8,
    "concerns-on-one-theme": 5,
    "assessment-look-again-working-days": 1,
    "notice-taken-up-working-days": 1,
    "plan-decision-holds-months": 6,
    "assessment-starts": 3,
    "look-back-months": 12,
})  # fmt: skip
"""The numbers of the drift rules and of the rules of thumb that have no due day."""


class BadSetting(ValueError):
    """A settings file says something that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One council's settings. ``limits`` are by the code of the local standard."""

    council: str = "Wexmouth"
    limits: Mapping[str, Limit] = field(default_factory=dict)
    leads: Mapping[str, int] = field(default_factory=lambda: dict(LEADS))
    warn_before: Mapping[str, int] = field(default_factory=lambda: dict(WARN_BEFORE))
    thresholds: Mapping[str, int] = field(default_factory=lambda: dict(THRESHOLDS))

    def lead(self, code: str, unit: str) -> int:
        """How long before its due day this clock is due soon, in ``unit``."""
        return self.leads.get(code, self.warn_before[unit])


WEXMOUTH = Settings()

_LIMIT = re.compile(r"^(\d{1,9}) (working days?|days?|weeks?|months?|hours?)$")
_MAKES = {"working day": WorkingDays, "day": Days, "month": Months, "hour": Hours}
MOST = 3650
"""The largest number that a setting may have: ten years of days."""
TABLES = ("limits", "leads", "warn_before", "thresholds")
MOVED: Mapping[str, str] = MappingProxyType({"supervision-days": "wf-case-supervision in [limits]"})
"""Names that are no threshold because their number is the limit of a local standard."""


def limit_from_words(words: str) -> Limit:
    """A limit from words such as ``20 working days``; BadSetting, saying what is accepted, for any others."""
    found = _LIMIT.match(words.strip())
    if not found or not 1 <= int(found.group(1)) <= MOST:
        raise BadSetting(
            f"{words!r} is not a limit. Write a whole number from 1 to {MOST} and a unit, such as '20 working days', "
            "'6 weeks', '3 months' or '72 hours'."
        )
    number, unit = int(found.group(1)), found.group(2).removesuffix("s")
    if unit == "week":
        return Days(number * 7)
    return _MAKES[unit](number)


def read_settings(path: Path, standards: Container[str], duties: Container[str]) -> Settings:
    """The council's settings from a TOML file; what it leaves out keeps Wexmouth's value.

    ``standards`` are the codes that may have a limit, ``duties`` those that may have a longer warning. Raises
    BadSetting naming the file, the setting and what is accepted.
    """
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise BadSetting(f"The settings file {path} could not be read: {problem}. Nothing was worked out.") from None
    council = said.get("council", "the council")
    if not isinstance(council, str):
        raise _bad(path, f"council is {council!r}", "Write the council's name in quotation marks")
    tables = {name: _table(path, said, name) for name in TABLES}
    _known(path, "", said, ("council", *TABLES))
    _known(path, "limits", tables["limits"], standards)
    _known(path, "leads", tables["leads"], duties)
    _known(path, "warn_before", tables["warn_before"], WARN_BEFORE)
    _known(path, "thresholds", tables["thresholds"], THRESHOLDS)
    return Settings(
        council=council,
        limits={code: _limit(path, code, words) for code, words in tables["limits"].items()},
        leads={**LEADS, **_numbers(path, "leads", tables["leads"], least=0)},
        warn_before={**WARN_BEFORE, **_numbers(path, "warn_before", tables["warn_before"], least=0)},
        thresholds={**THRESHOLDS, **_numbers(path, "thresholds", tables["thresholds"], least=1)},
    )


def _bad(path: Path, what: str, instead: str) -> BadSetting:
    return BadSetting(f"In the settings file {path}, {what}. {instead}. Nothing was worked out.")


def _table(path: Path, said: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = said.get(name, {})
    if isinstance(found, dict):
        return found
    raise _bad(
        path, f"{name} is {found!r}", f"Write [{name}] on a line of its own, and each setting on a line below it"
    )


def _known(path: Path, table: str, said: Mapping[str, Any], names: Container[str]) -> None:
    """Refuse a name that nothing has: a misspelt setting would silently keep the shipped value."""
    strange = sorted(name for name in said if name not in names)
    if not strange:
        return
    where = f"[{table}] names" if table else "there is"
    moved = next((f"Write it as {MOVED[name]}" for name in strange if name in MOVED), None)
    accepted = {
        "": f"Accepted are {', '.join(('council', *TABLES))}",
        "limits": "Accepted are the codes of local standards; `holdfast due --format csv` gives each duty's code",
        "leads": "Accepted are the codes of duties; `holdfast due --format csv` gives each",
        "warn_before": f"Accepted are {', '.join(repr(unit) for unit in WARN_BEFORE)}",
        "thresholds": f"Accepted are {', '.join(sorted(THRESHOLDS))}",
    }
    raise _bad(path, f"{where} {', '.join(map(repr, strange))}, which nothing here has", moved or accepted[table])


def _limit(path: Path, code: str, words: Any) -> Limit:
    try:
        return limit_from_words(words if isinstance(words, str) else repr(words))
    except BadSetting as problem:
        raise BadSetting(
            f"In the settings file {path}, {code} in [limits]: {problem} Nothing was worked out."
        ) from None


def _numbers(path: Path, table: str, said: Mapping[str, Any], least: int) -> dict[str, int]:
    """The numbers of a table; BadSetting for what is no whole number within bounds."""
    for name, number in said.items():
        if not isinstance(number, int) or isinstance(number, bool) or not least <= number <= MOST:
            raise _bad(path, f"{name} in [{table}] is {number!r}", f"Write a whole number from {least} to {MOST}")
    return dict(said)
