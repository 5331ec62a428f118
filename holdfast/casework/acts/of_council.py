"""An act that is about no child but about the council: what inspectors wrote, and what people say of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from holdfast.casework.acts.act import Problem, Words
from holdfast.casework.asker import Asker
from holdfast.store.inspected import WrittenRow


@dataclass(frozen=True, slots=True, kw_only=True)
class OfCouncil:
    """One person doing one such act. ``about`` names what it is about, such as a document's key and a passage."""

    asker: Asker
    about: str
    words: Words
    made_at: datetime

    def said(self, part: str) -> str:
        """What was written in a part, but for white space at its ends."""
        return self.words.get(part, "").strip()

    @property
    def today(self) -> date:
        """The day on which it is done."""
        return self.made_at.date()

    @property
    def by(self) -> str:
        """Who does it, for people: the name and the seat."""
        name, seat = self.asker.name, self.asker.seat.title
        return name if name == seat else f"{name}, {seat}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What somebody else put on record of the same thing since the form was opened: who, when, and the words."""

    who: str
    at: datetime
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilAct:
    """One such act. ``code`` is its name in the permission table; ``done`` is said when it is saved.

    ``since`` gives what came on record about the same thing after an entry; ``rows`` what comes on record: none where
    all of it is there already, and then nothing is written.
    """

    code: str
    done: str
    amiss: Callable[[OfCouncil], Sequence[Problem]]
    rows: Callable[[OfCouncil], Sequence[WrittenRow]]
    since: Callable[[OfCouncil, int], Sequence[Since]] = lambda doing, base: ()
