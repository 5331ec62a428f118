"""Names of files from outside: refused where they show as something else, or lead somewhere else, than they say."""

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

from holdfast.casework.apart.refused import NotLetIn

LONGEST = 150
"""Letters of a name; no case system writes longer ones."""

_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{one}{number}" for one in ("COM", "LPT") for number in "0123456789")}
)
_SIGNS = frozenset('<>:"|?*')
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
PROGRAMS = frozenset(
    "app bat cmd com cpl dll dmg exe hta jar js jse lnk msi msp pif ps1 py reg scr sh svg swf vb vbe vbs wsf".split()
)
"""Endings of files that a computer would run."""

MACROS = frozenset("xlsm xlsb xltm xlam xlm xla docm pptm dotm".split())
"""Endings of workbooks and documents that may carry macros."""


def shown(name: str) -> str:
    """A name as it may be shown: unseen signs as their numbers, and not longer than a line."""
    plain = "".join(f"[{ord(one):04X}]" if unicodedata.category(one) in _UNSEEN else one for one in name)
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…"


def ending_of(name: str) -> str:
    """What stands after the last full stop, in small letters; empty where there is none."""
    return PurePosixPath(name).suffix.lstrip(".").casefold()


GIVE = "Give the CSV, workbook or XML that your system exports."
"""What to give instead, where an extract is asked for."""


def check_name(name: str, give: str = GIVE) -> None:
    """NotLetIn for the name of a file, without folders, that could mislead a person or a computer.

    ``give`` says what to give instead.
    """
    for found in (_misleads(name), _kind(name, give)):
        if found:
            raise NotLetIn(found)


def check_place(place: str) -> PurePosixPath:
    """The path of a packed file; NotLetIn where it leads out of the folder it is unpacked into."""
    where = PurePosixPath(place.replace("\\", "/"))
    if where.is_absolute() or ".." in where.parts or PureWindowsPath(place).drive:
        raise NotLetIn(
            f"{shown(place)}: this packed file names a place outside its own folder, which is how such files write "
            "over others. Nothing was read. Pack the files again, from one plain folder."
        )
    return where


def _misleads(name: str) -> str:
    if any(unicodedata.category(one) in _UNSEEN for one in name):
        return (
            f"{shown(name)}: the name holds signs that are not seen and make it look like another kind of file, so "
            "nothing in it was read. Give it a plain name and give it again."
        )
    stem = name.split(".")[0].rstrip(" ").upper()
    if stem in _DEVICES or name != name.rstrip(" .") or _SIGNS & set(name):
        return (
            f"{shown(name)}: some computers take this name for a device or for part of another file, so nothing in it "
            "was read. Give it a plain name and give it again."
        )
    if len(name) > LONGEST:
        return f"{shown(name)}: the name is longer than {LONGEST} letters, so nothing was read. Give it a shorter one."
    return ""


def _kind(name: str, give: str) -> str:
    ending = ending_of(name)
    if ending in PROGRAMS:
        return (
            f"{name}: by its ending a computer would run this file, and nothing that is read here is one. Nothing in "
            f"it was read. {give}"
        )
    if ending in MACROS:
        return (
            f"{name}: a workbook of this kind can carry macros, which are programs. Nothing in it was read. Save it as "
            ".xlsx, which carries none, and give that."
        )
    return ""
