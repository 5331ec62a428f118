"""What a citation is: an instrument, a provision, and an honest account of how it was read.

A reading is never assumed. Where nobody has read a provision the citation says so, and a duty that
rests on it keeps out of every alert. No citation is signed off until a named lawyer or principal
social worker has put their name to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Literal, get_args

WhatWasRead = Literal["the regulation itself", "guidance", "a council's page", "nothing"]
"""How near the reader came to the law. For an Act, "the regulation itself" means its own section.
"a council's page" stands for any page at second hand; `Reading.where` names another kind."""

InstrumentKind = Literal["Act", "regulations", "statutory guidance", "practice direction", "protocol", "data rule"]

NOT_SIGNED_OFF = "not yet signed off by a lawyer"
"""Printed beside every answer until a citation carries a name in `signed_off_by`."""

_LINKED_PROVISION = re.compile(r"^(regulation|section) (\d+[A-Z]*)")


class Force(Enum):
    """What kind of rule a provision is; the value is the plain phrase shown to people."""

    ACT = "Act of Parliament"
    REG = "statutory regulation"
    SG = "statutory guidance"
    CR = "court rule or practice direction"
    INS = "inspection framework"
    NG = "national guidance without statutory force"
    DATA = "data-collection rule of the department"
    LN = "local norm"

    @property
    def words(self) -> str:
        """The plain phrase for people, such as "statutory regulation"."""
        return self.value


def in_words(day: date) -> str:
    """A day as people write it: 22 November 2026."""
    return f"{day.day} {day:%B} {day.year}"


@dataclass(frozen=True, slots=True)
class Instrument:
    """A piece of law or guidance as a whole.

    `short` is the name used in speech. `year` and `number` are those of the statutory instrument or the
    chapter number of the Act; guidance has no number and may have no known year. `link` is a public
    address of the whole instrument, or None: an address, not a claim that it was read. `caution` is added
    wherever the instrument is named, for example that a newer edition has not been read.
    """

    short: str
    title: str
    kind: InstrumentKind
    year: int | None = None
    number: int | None = None
    link: str | None = None
    caution: str = ""

    @property
    def words(self) -> str:
        """The title as it is cited, with its year or its number."""
        if self.kind == "regulations" and self.year and self.number:
            return f"{self.title} (SI {self.year}/{self.number})"
        if self.year and str(self.year) not in self.title:
            return f"{self.title} ({self.year})"
        return self.title


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a provision, on which day, and by what tool or named person.

    `as_made` is True where the text read was the original one, so that a later amendment may be missing.
    `where` is used when the plain words would not be exact: it names another kind of page ("a charity's
    page") or, for the regulation itself, how its text was met ("in a reprint"). `note` says which page it
    was and what was left unread. Raises ValueError where a reading is claimed without a
    day and a reader, or a day or reader is given though nothing was read.
    """

    what: WhatWasRead
    as_made: bool = False
    on: date | None = None
    by: str | None = None
    note: str = ""
    where: str = ""

    def __post_init__(self) -> None:
        """Refuse a reading that nobody did, and one whose reader or day is missing."""
        if self.what not in get_args(WhatWasRead):
            choices = ", ".join(get_args(WhatWasRead))
            raise ValueError(f"A reading of {self.what!r} is not one of: {choices}. Choose the one that was read.")
        if self.what == "nothing":
            self._refuse_claims_about_nothing()
        elif self.on is None or not (self.by or "").strip():
            raise ValueError(
                f"A reading of {self.what} needs both the day it was read and who or what read it. "
                "Give `on` and `by`, or record that nothing was read."
            )
        if self.as_made and self.what != "the regulation itself":
            raise ValueError(
                f"Only the regulation itself can be read as made; this reading is of {self.what}. Leave `as_made` out."
            )

    def _refuse_claims_about_nothing(self) -> None:
        if self.on is not None or self.by is not None or self.where:
            raise ValueError(
                "Nothing was read, so this reading can carry no day, no reader and no page. "
                "Leave `on`, `by` and `where` out, or say what was read."
            )


@dataclass(frozen=True, slots=True)
class Citation:
    """One provision that a duty rests on, and how far its text can be trusted.

    `in_force_from` and `in_force_until` (the last day) are None where they are not recorded.
    `awaits_commencement` marks law that is made but was found not to have begun: it is off until
    `in_force_from` is filled. `signed_off_by` is the name of the lawyer or principal social worker who
    checked it. Raises ValueError for a local norm (which is not law), a provision left empty, dates the
    wrong way round, or a sign-off without a name.
    """

    instrument: Instrument
    provision: str
    force: Force
    in_force_from: date | None
    in_force_until: date | None
    reading: Reading
    signed_off_by: str | None = None
    awaits_commencement: bool = False

    def __post_init__(self) -> None:
        """Refuse what is not law, what points nowhere, and a sign-off that nobody gave."""
        name = f"{self.instrument.short} {self.provision}".strip()
        if self.force is Force.LN:
            raise ValueError(
                f"{name}: a local norm is not law and cannot be cited as law. Make it a council setting instead."
            )
        if not self.provision.strip():
            raise ValueError(f"{name}: the provision is empty. Name the section, regulation or paragraph.")
        if self.signed_off_by is not None and not self.signed_off_by.strip():
            raise ValueError(f"{name}: signed off by nobody. Give the person's name, or leave `signed_off_by` None.")
        if self.in_force_from and self.in_force_until and self.in_force_until < self.in_force_from:
            raise ValueError(
                f"{name}: in force until {in_words(self.in_force_until)}, before it begins on "
                f"{in_words(self.in_force_from)}. Correct one of the two days."
            )

    @property
    def words(self) -> str:
        """The citation as one line, such as "... Regulations 2010 (SI 2010/959), regulation 33(1)"."""
        caution = f"; {self.instrument.caution}" if self.instrument.caution else ""
        return f"{self.instrument.words}, {self.provision}{caution}"

    @property
    def link(self) -> str | None:
        """A public address for the provision, else for the instrument, else None. Not a claim of reading."""
        if self.instrument.link is None:
            return None
        found = _LINKED_PROVISION.match(self.provision)
        return f"{self.instrument.link}/{found[1]}/{found[2]}" if found else self.instrument.link

    @property
    def may_alert(self) -> bool:
        """False where nothing was read: the duty is computed but kept out of every alert."""
        return self.reading.what != "nothing"

    @property
    def how_read(self) -> str:
        """One short sentence: what was read, when, by what, and what was not."""
        reading = self.reading
        if reading.on is None:
            return "not read: from general knowledge"
        when = f"{in_words(reading.on)}, by {reading.by}"
        if reading.what == "the regulation itself":
            return f"{self._part} itself read{self._which_text}, {when}"
        where = reading.where or reading.what
        if reading.what == "guidance" and self.force is not Force.ACT and self.force is not Force.REG:
            return f"{where} read, {when}"
        return f"{where} read, {when}; the {self._part} itself not read"

    @property
    def in_force_words(self) -> str:
        """From when it applies, in words; says so where that is not recorded or it has not begun."""
        if self.in_force_from is None:
            if self.awaits_commencement:
                return "not in force: no commencement found"
            start = "start date not recorded"
        else:
            start = f"in force from {in_words(self.in_force_from)}"
        return f"{start}, until {in_words(self.in_force_until)}" if self.in_force_until else start

    @property
    def sign_off_words(self) -> str:
        """Who signed it off, or that nobody has yet."""
        return f"signed off by {self.signed_off_by}" if self.signed_off_by else NOT_SIGNED_OFF

    def in_force_on(self, day: date) -> bool:
        """Whether it applies on `day`. An unrecorded start counts as begun, unless it awaits commencement."""
        if self.in_force_from is None:
            if self.awaits_commencement:
                return False
        elif day < self.in_force_from:
            return False
        return self.in_force_until is None or day <= self.in_force_until

    @property
    def _part(self) -> str:
        """What this kind of instrument is divided into, for sentences about reading it."""
        if self.instrument.kind == "Act":
            return "section"
        if self.instrument.kind == "regulations":
            return "regulation"
        return "guidance" if self.instrument.kind == "statutory guidance" else self.instrument.kind

    @property
    def _which_text(self) -> str:
        """Which text of it was read, for sentences: as made, as enacted, in a reprint, or the amended one."""
        if self.reading.where:
            return f" {self.reading.where}"
        if self.reading.as_made:
            return " as enacted" if self.instrument.kind == "Act" else " as made"
        return ""
