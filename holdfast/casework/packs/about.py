"""What of the record speaks to each inspection theme, read from ``about.toml``: whatever it names must be there."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from holdfast.casework.registers.places import REGISTERS
from holdfast.casework.registers.register import Register
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.inspection.themes import Theme, themes
from holdfast.measures.measure import Measure
from holdfast.measures.promise import InspectionFinding
from holdfast.measures.register import BY_CODE as MEASURES

FILE = "about.toml"

REGISTER_BY_CODE: Mapping[str, Register] = {one.code: one for one in REGISTERS}


class BadAbout(ValueError):
    """The file names something that is not there, or leaves out a theme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """One theme and what of the record speaks to it. ``cannot`` says what the record does not hold of it.

    ``codes`` are codes of duties and of drift rules. ``whole_plan``: its subject is the improvement plan itself.
    """

    theme: Theme
    measures: tuple[Measure, ...]
    codes: tuple[str, ...]
    registers: tuple[Register, ...]
    cannot: str
    whole_plan: bool = False

    @property
    def speaks(self) -> bool:
        """Whether anything of the record speaks to the theme at all."""
        return bool(self.measures or self.codes or self.registers or self.whole_plan)

    def findings(self, found: Collection[InspectionFinding]) -> tuple[InspectionFinding, ...]:
        """Those of the findings that rest on one of its measures or codes; for the whole plan, all of them."""
        measures = {one.code for one in self.measures}
        return tuple(
            one
            for one in found
            if self.whole_plan or one.shown.measure in measures or not set(self.codes).isdisjoint(one.shown.codes)
        )


@cache
def every_theme() -> tuple[About, ...]:
    """Every theme in the order of the list; read once. Raises BadAbout, naming the entry, for what cannot be used."""
    text = resources.files(__package__).joinpath(FILE).read_text(encoding="utf-8")
    return about_from(tomllib.loads(text))


def theme_of(theme: str) -> About | None:
    """What speaks to the theme of this id; None where there is no such theme."""
    return next((one for one in every_theme() if one.theme.id == theme), None)


def about_from(said: Mapping[str, Any]) -> tuple[About, ...]:
    """The themes from the tables of the file. Raises BadAbout, naming the entry and what is wrong with it."""
    entries = {str(one.get("id")): one for one in said.get("theme", ())}
    known = {one.id: one for one in themes()}
    strange, missing = sorted(entries.keys() - known.keys()), sorted(known.keys() - entries.keys())
    if strange or missing or len(entries) != len(said.get("theme", ())):
        raise BadAbout(
            f"Each theme stands once. Not in themes.toml: {', '.join(strange) or 'none'}. Left out: "
            f"{', '.join(missing) or 'none'}."
        )
    return tuple(_about(one, entries[one.id]) for one in themes())


def _about(theme: Theme, said: Mapping[str, Any]) -> About:
    where = f"the theme {theme.id!r}"
    strange = sorted(said.keys() - {"id", "measures", "codes", "registers", "cannot", "whole_plan"})
    if strange:
        raise BadAbout(f"In {where}, {', '.join(strange)} is not known.")
    if not str(said.get("cannot", "")).strip():
        raise BadAbout(f"In {where}, cannot is empty. Say what the record does not hold of it.")
    return About(
        theme=theme, cannot=said["cannot"], whole_plan=bool(said.get("whole_plan", False)),
        measures=tuple(MEASURES[code] for code in _known(where, said, "measures", MEASURES)),
        codes=_known(where, said, "codes", {**DUTIES, **RULES}),
        registers=tuple(REGISTER_BY_CODE[code] for code in _known(where, said, "registers", REGISTER_BY_CODE)),
    )  # fmt: skip


def _known(where: str, said: Mapping[str, Any], name: str, accepted: Collection[str]) -> tuple[str, ...]:
    codes = tuple(said.get(name, ()))
    strange = [code for code in codes if code not in accepted]
    if strange:
        raise BadAbout(f"In {where}, {name} has {', '.join(map(repr, strange))}, which no register has.")
    return codes
