"""Why a file was not let in, in words."""

from dataclasses import dataclass

from holdfast.exchange.problems import CannotRead


class NotLetIn(CannotRead):
    """A file that was refused because it could do harm, or because reading it broke a limit.

    The message says what happened, to which file, why it matters and what to do. Whoever received the file puts the
    original aside.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """What comes back where nothing could be read. ``harmful``: it was stopped, not merely unreadable."""

    reason: str
    harmful: bool
