"""At which day somebody looks at the record, and how much of it had been typed in by then."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The moment that is looked at, and the moment by which what is shown had been entered (None: all of it)."""

    as_at: datetime
    as_known: datetime | None = None

    @property
    def today(self) -> date:
        """The day that is looked at."""
        return self.as_at.date()
