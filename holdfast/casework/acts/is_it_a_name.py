"""A child's forename in words that people read who see no names: asked about, and not refused.

A whole name is somebody's name and is refused; a forename alone may be a word, a place or somebody else. So whoever
wrote it is asked once, and may put it on record as it stands. The answer holds for the forenames it was given for.
It is asked of every act of the improvement plan, and of a word after a visit.
"""

from collections.abc import Callable, Collection, Iterable

from holdfast.casework.acts.act import Act, Doing, Part, Problem
from holdfast.casework.acts.objective import no_names
from holdfast.casework.forenames import forenames_in

IS_IT = "is_it_a_name"
"""What the form calls the question."""

YES = "yes"

THE_PLAN = "the plan"


def forenames_written(
    parts: Iterable[Part], said: Callable[[str], str], forenames: Collection[str]
) -> tuple[str, ...]:  # fmt: skip
    """The children's forenames (in small letters) that stand in what was written in these parts, each once."""
    typed = [part.name for part in parts if part.kind in ("line", "text")]
    return tuple(dict.fromkeys(one for name in typed for one in forenames_in(said(name), forenames)))


def question_about(found: Collection[str], what: str) -> tuple[Part, ...]:
    """The question whether a child is meant, where forenames were found; ``what`` is read by people who see no names.

    None where none was found.
    """
    if not found:
        return ()
    one = "this" if len(found) == 1 else "one of these"
    return (Part(
        name=IS_IT, kind="choice", label=f"Is {one} a child's name here: {_joined(found)}?",
        hint=f"Children on record are called so, and {what} is read by people who see no names.",
        choices=(
            (answer_for(found), "No, I mean something or somebody else: put it on record as it stands"),
            (YES, "Yes, or I am not sure: I will write it without"),
        ),
        missing=f"You wrote {_joined(found)}. Is {one} a child's name? Nothing is on record yet, and your words are "
        "kept. Write it without, or say below that no child is meant.",
    ),)  # fmt: skip


def still_said(found: Collection[str], answer: str) -> list[Problem]:
    """A problem where it was said to be a child's name and still stands in the words."""
    if not found or answer != YES:
        return []
    words = f"{_joined(found)} still stands in what you wrote. Write for instance: a child of nine. Then save again."
    return [Problem(part=IS_IT, words=words)]


def is_it_a_name(act: Act, doing: Doing) -> tuple[Part, ...]:
    """The question about what was written in an act of the plan; none where whole names are refused first."""
    found = _written(act, doing)
    return question_about(found, THE_PLAN) if found and not no_names(act, doing) else ()


def still_there(act: Act, doing: Doing) -> list[Problem]:
    """A problem where what was said to be a child's name still stands in an act of the plan."""
    found = still_said(_written(act, doing), doing.said(IS_IT))
    return [] if found and no_names(act, doing) else found


def answer_for(found: Collection[str]) -> str:
    """The answer *no* for these forenames: another one that is written later is asked about anew."""
    return " ".join(sorted({one.casefold() for one in found}))


def _joined(found: Collection[str]) -> str:
    return ", ".join(f"\u201c{one}\u201d" for one in found)


def _written(act: Act, doing: Doing) -> tuple[str, ...]:
    return forenames_written(act.parts(doing), doing.said, doing.forenames)
