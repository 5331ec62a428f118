"""What one finding's children of the time are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from holdfast.record.field import Fact
from holdfast.wexmouth.telling import Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownThen:
    """The children for whom something was late in the weeks before inspectors raised a finding.

    ``finding`` is its slug in ``line.toml``. ``monday`` is the first Monday at whose end the record, as it was then
    typed in, showed two of them; ``because`` says in words which day made it so. Both are written by hand from what is
    planted. ``tell`` gives each child; every matter was put right, and all work with the child was over, before June
    2025, so that none of them is in any month of Wexmouth's last year.
    """

    finding: str
    monday: date
    because: str
    tell: tuple[Callable[[], Telling], ...]

    def facts(self) -> Iterator[Fact]:
        """Every fact of the children, always the same ones in the same order."""
        for tell in self.tell:
            yield from tell().facts
