"""Who asks: a person, in the seat from which they look and act."""

from dataclasses import dataclass

from holdfast.casework.seats import Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """The person by id and name, and the seat. A visitor who looks round has no id and may change nothing."""

    who: str
    name: str
    seat: Seat

    @classmethod
    def of(cls, seat: Seat) -> "Asker":
        """Who sits in a seat."""
        return cls(who=seat.holder or seat.code, name=seat.holder_name or seat.title, seat=seat)
