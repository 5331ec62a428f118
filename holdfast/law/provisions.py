"""Short ways to write a citation, one for each kind of rule.

None of them takes a sign-off: a name is written into a citation only when that person has checked it.
"""

from __future__ import annotations

from datetime import date

from holdfast.law.citation import Citation, Force, Instrument, Reading


def section(instrument: Instrument, provision: str, reading: Reading, since: date | None = None) -> Citation:
    """A section of an Act. `since` is its first day in force, where that is recorded."""
    return Citation(instrument, provision, Force.ACT, since, None, reading)


def regulation(instrument: Instrument, provision: str, reading: Reading, since: date | None = None) -> Citation:
    """A regulation of a statutory instrument. `since` is its first day in force, where that is recorded."""
    return Citation(instrument, provision, Force.REG, since, None, reading)


def statutory_guidance(instrument: Instrument, provision: str, reading: Reading) -> Citation:
    """A passage of statutory guidance; from which day it has applied is not recorded."""
    return Citation(instrument, provision, Force.SG, None, None, reading)


def data_rule(instrument: Instrument, provision: str, reading: Reading) -> Citation:
    """A rule or published measure of the department; from which day it has applied is not recorded."""
    return Citation(instrument, provision, Force.DATA, None, None, reading)
