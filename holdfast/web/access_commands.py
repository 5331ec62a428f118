"""Every command and what it reads of children: each that shows or takes away a child leaves a line, or says why not.

Beside the routes (``access.py``) these are the only ways to the record, and to files about children.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandAccess:
    """What one command is for. ``no_line`` says why it leaves no line of who looked; empty: it leaves one."""

    purpose: str
    no_line: str = ""


OF_THE_RECORD: Mapping[str, CommandAccess] = MappingProxyType({
    "audit_verify": CommandAccess(
        purpose="whether the record is as it was written",
        no_line="it tells of entries and looks by their numbers, and shows no child",
    ),
    "backup": CommandAccess(purpose="the whole record, taken away in one sealed file"),
    "grant_pages": CommandAccess(
        purpose="what the pages' own account may do in the database",
        no_line="it gives rights to tables, and reads no row of them",
    ),
    "import_extract": CommandAccess(
        purpose="a real file read, compared and taken in",
        no_line="it says how many children differ and which rows of the file could not be read, and shows nothing of "
        "the record; what is taken in is an entry under a name",
    ),
    "open_wexmouth": CommandAccess(purpose="the invented council put on record", no_line="no child in it is real"),
    "read_reports_again": CommandAccess(
        purpose="reports that were taken in, read again from their files",
        no_line="it reads what inspectors wrote, which names no child; what is read anew is an entry under a name",
    ),
    "restore": CommandAccess(
        purpose="a backup put back into an empty database",
        no_line="it shows no child, and a line of its own would make the record another than the one backed up",
    ),
    "restore_drill": CommandAccess(
        purpose="the newest backup restored beside the record, and compared",
        no_line="it tells numbers alone, and takes away the database it restored into",
    ),
    "serve": CommandAccess(purpose="the pages, for this machine", no_line="every page leaves its own"),
})  # fmt: skip
"""The commands of ``manage.py``."""

NO_RECORD = "it reads files that whoever runs it has already, opens no record, and keeps and sends nothing"

OF_FILES: Mapping[str, CommandAccess] = MappingProxyType({
    "read": CommandAccess(purpose="what a file says, and what it cannot", no_line=NO_RECORD),
    "due": CommandAccess(purpose="what is due for every child of a file", no_line=NO_RECORD),
    "why": CommandAccess(purpose="why it is due, for one child of a file", no_line=NO_RECORD),
    "monday": CommandAccess(purpose="who of a file needs a decision", no_line=NO_RECORD),
    "measure": CommandAccess(purpose="the measures of a file, and the lists behind them", no_line=NO_RECORD),
    "report": CommandAccess(purpose="what inspectors wrote, as values", no_line=NO_RECORD),
    "wexmouth": CommandAccess(purpose="the invented council as files", no_line="no child in it is real"),
})  # fmt: skip
"""The commands of ``holdfast``, which know no database (a contract of the floors)."""
