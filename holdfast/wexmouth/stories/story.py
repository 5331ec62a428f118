"""What one story is: its people's dated facts, and what it leaves on Wexmouth's Monday list."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from holdfast.record.field import Fact
from holdfast.record.people import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story of the invented council, as facts to the day.

    ``tell`` gives every fact, those after Wexmouth's day included where the story itself goes on.
    ``monday`` is what the story leaves on the Monday list of 1 June 2026, 08:30: the child's id and the code
    of the duty or rule, with why. A story that leaves nothing there has come right in time.
    """

    number: int
    title: str
    tell: Callable[[], Iterable[Fact]]
    monday: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def facts(self) -> tuple[Fact, ...]:
        """Every fact of the story, always the same ones in the same order."""
        return tuple(self.tell())

    def child(self, forename: str) -> str:
        """The id of the child with this first name; KeyError when nobody in the story has it."""
        for fact in self.facts():
            if isinstance(fact, Person) and fact.forename == forename:
                return fact.child
        raise KeyError(f"Nobody in story {self.number} is called {forename!r}.")
