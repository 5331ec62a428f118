"""A child's forename in the words of the improvement plan: asked about, and not refused.

A whole name is somebody's name and is refused; a forename alone may be a word, a place or somebody else. So whoever
wrote it is asked once, and may put it on record as it stands. The answer holds for the forenames it was given for.
"""

from collections.abc import Collection

from holdfast.casework.acts.act import Act, Doing, Part, Problem
from holdfast.casework.acts.objective import no_names
from holdfast.casework.forenames import forenames_in

IS_IT = "is_it_a_name"
"""What the form calls the question."""

YES = "yes"


def is_it_a_name(act: Act, doing: Doing) -> tuple[Part, ...]:
    """The question whether it is a child's name, where the words have a child's forename; else, and where whole names
    are refused first, none.
    """
    found = _written(act, doing)
    if not found or no_names(act, doing):
        return ()
    one = "this" if len(found) == 1 else "one of these"
    return (Part(
        name=IS_IT, kind="choice", label=f"Is {one} a child's name here: {_joined(found)}?",
        hint="Children on record are called so, and the plan is read by people who see no names.",
        choices=(
            (answer_for(found), "No, I mean something or somebody else: put it on record as it stands"),
            (YES, "Yes, or I am not sure: I will write it without"),
        ),
        missing=f"You wrote {_joined(found)}. Is {one} a child's name? Nothing is on record yet, and your words are "
        "kept. Write it without, or say below that no child is meant.",
    ),)  # fmt: skip


def still_there(act: Act, doing: Doing) -> list[Problem]:
    """A problem where it was said to be a child's name and still stands in the words."""
    found = _written(act, doing) if doing.said(IS_IT) == YES else ()
    if not found or no_names(act, doing):
        return []
    words = f"{_joined(found)} still stands in what you wrote. Write for instance: a child of nine. Then save again."
    return [Problem(part=IS_IT, words=words)]


def answer_for(found: Collection[str]) -> str:
    """The answer *no* for these forenames: another one that is written later is asked about anew."""
    return " ".join(sorted({one.casefold() for one in found}))


def _joined(found: Collection[str]) -> str:
    return ", ".join(f"\u201c{one}\u201d" for one in found)


def _written(act: Act, doing: Doing) -> tuple[str, ...]:
    parts = [part for part in act.parts(doing) if part.kind in ("line", "text")]
    return tuple(dict.fromkeys(one for part in parts for one in forenames_in(doing.said(part.name), doing.forenames)))
