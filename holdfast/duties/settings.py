"""The council's own settings: local standards' limits, how early to warn, thresholds of the drift rules.

Values without a settings file are those of the invented council Wexmouth. A setting is never law.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

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
    "supervision-days": 30,
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

_LIMIT = re.compile(r"^(\d+) (working days?|days?|weeks?|months?|hours?)$")
_MAKES = {"working day": WorkingDays, "day": Days, "month": Months, "hour": Hours}


def limit_from_words(words: str) -> Limit:
    """A limit from words such as ``20 working days``; BadSetting, saying what is accepted, for any others."""
    found = _LIMIT.match(words.strip())
    if not found:
        raise BadSetting(
            f"{words!r} is not a limit. Write a whole number and a unit, such as '20 working days', '6 weeks', "
            "'3 months' or '72 hours'."
        )
    number, unit = int(found.group(1)), found.group(2).removesuffix("s")
    if unit == "week":
        return Days(number * 7)
    return _MAKES[unit](number)


def read_settings(path: Path, known_codes: frozenset[str]) -> Settings:
    """The council's settings from a TOML file; what it leaves out keeps Wexmouth's value.

    Raises BadSetting naming the file, the setting and what to do.
    """
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise BadSetting(f"The settings file {path} could not be read: {problem}. Nothing was worked out.") from None
    strange = set(said) - {"council", "limits", "leads", "warn_before", "thresholds"}
    strange |= set(said.get("limits", {})) - known_codes
    strange |= set(said.get("thresholds", {})) - set(THRESHOLDS)
    if strange:
        raise BadSetting(
            f"The settings file {path} names {', '.join(sorted(strange))}, which no local standard or rule has. "
            "Nothing was worked out, because a misspelt setting would silently keep the shipped value."
        )
    return Settings(
        council=str(said.get("council", "the council")),
        limits={code: limit_from_words(str(words)) for code, words in said.get("limits", {}).items()},
        leads={**LEADS, **said.get("leads", {})},
        warn_before={**WARN_BEFORE, **said.get("warn_before", {})},
        thresholds={**THRESHOLDS, **said.get("thresholds", {})},
    )
