"""Who opened a form, and which: signed into it, so that what is written goes back to its writer and to nobody else."""

from dataclasses import dataclass
from typing import Any

from django.core import signing

from holdfast.casework.seats import Seat
from holdfast.web import seats

SALT = "holder"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedIn:
    """The seat in which a form was opened, the act that it is of, and whom it is about.

    ``act`` and ``about`` are empty where the form says of itself only whose it is.
    """

    seat: Seat
    act: str = ""
    about: str = ""

    def is_form(self, act: str, about: str) -> bool:
        """Whether it was this very form: the seat could do this act to this child as it was opened."""
        return bool(self.act) and (self.act, self.about) == (act, about)


def signed(seat: Seat, act: str, about: str) -> str:
    """What a form carries that is opened in this seat, for this act about this child, worker or objective."""
    return signing.dumps([seat.code, act, about], salt=SALT)


def opened_in(said: str, *, within: int | None = None) -> OpenedIn | None:
    """What a form says of who opened it; None where nobody signed that, or longer ago than ``within`` seconds."""
    try:
        found: Any = signing.loads(said, salt=SALT, max_age=within)
    except signing.BadSignature:
        return None
    code, act, about = found if isinstance(found, list) and len(found) == 3 else (found, "", "")
    seat = seats.BY_CODE.get(str(code))
    return None if seat is None else OpenedIn(seat=seat, act=str(act), about=str(about))
