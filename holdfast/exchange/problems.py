"""What was wrong with a file, in words: one place, what was there, why it matters, what was done about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a file that could not be taken as it stood.

    ``file`` is the file's own name; ``table`` the table, sheet or module in it; ``row`` the line of the file
    (or the row of the sheet), counted from 1 with the header as a line; ``column`` the header as the file
    writes it; ``value`` what stood there, as text. Any of them but the file may be None where it does not
    apply. ``reason`` says in full sentences what happened, why it matters and what was done.
    """

    file: str
    table: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    reason: str

    @property
    def where(self) -> str:
        """The place in words: ``people.csv, row 12, column pers_dob``."""
        parts = [self.file]
        if self.table and self.table != self.file:
            parts.append(self.table)
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column:
            parts.append(f"column {self.column}")
        return ", ".join(parts)


class CannotRead(Exception):
    """A file or folder that could not be read at all.

    The message is a sentence or two for the person who gave the file: what was found, why that cannot be
    read, and what to give instead.
    """
