"""A form as a page: each part with its words, what is amiss with it, and what the record already says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from holdfast.casework.acts.act import Act, Doing, Part, Problem, Words
from holdfast.casework.child.told import begun_large
from holdfast.casework.council import Council
from holdfast.casework.saving import Change
from holdfast.dates import say, say_moment
from holdfast.record.field import columns_of
from holdfast.record.writing import SignedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of several answers."""

    code: str
    text: str
    key: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One part of the form, with what was written in it. ``optional``: it may be blank, whatever else is answered."""

    name: str
    label: str
    kind: str
    hint: str
    value: str
    amiss: str
    optional: bool
    choices: tuple[Choice, ...]

    @property
    def described_by(self) -> str:
        """The ids of what describes it: its hint, and what is amiss."""
        ids = [f"{self.name}-hint"] * bool(self.hint) + [f"{self.name}-error"] * bool(self.amiss)
        return " ".join(ids)

    @property
    def first(self) -> str:
        """The id that a link to this part goes to: its first input."""
        return self.choices[0].key if self.kind == "choice" and self.choices else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What somebody put on record while the form was open: who, when, and the words."""

    who: str
    when: str
    what: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """The whole page of one ``act`` about somebody. ``errors`` are (id, words); ``theirs`` what others saved.

    ``back`` is the link to where the asker came from: the address, and what it is called. ``throw_href`` leads to where
    words that were kept are thrown away; empty where none are.
    """

    title: str
    name: str
    back: tuple[str, str]
    act: str
    about: str
    reads_first: tuple[str, ...]
    questions: tuple[Question, ...]
    errors: tuple[tuple[str, str], ...]
    theirs: tuple[Version, ...]
    key: str
    base: int
    revision: int
    holder: str
    action: str
    kept: str
    others: tuple[tuple[str, str], ...]
    basis: str
    onward: tuple[tuple[str, str], ...] = ()
    throw_href: str = ""


def chosen_before(act: Act, doing: Doing, asked: Mapping[str, str]) -> Words:
    """What the address of a form chose already, of the form's own choices; nothing else there is a word of the form."""
    choices = {part.name: dict(part.choices) for part in act.parts(doing) if part.kind == "choice"}
    return {name: asked[name] for name, offered in choices.items() if asked.get(name) in offered}


def questions_of(act: Act, doing: Doing, words: Words, problems: Sequence[Problem]) -> tuple[Question, ...]:
    """The parts of the form with what was written, and what is amiss with each."""
    amiss = {one.part: one.words for one in problems}
    return tuple(question_of(part, words.get(part.name, ""), amiss.get(part.name, "")) for part in act.parts(doing))


def question_of(part: Part, value: str, amiss: str) -> Question:
    """One part with what was written in it, and what is amiss with it."""
    choices = tuple(
        Choice(code=code, text=text, key=f"{part.name}-{place}", chosen=code == value)
        for place, (code, text) in enumerate(part.choices)
    )
    return Question(
        name=part.name, label=part.label, kind=part.kind, hint=part.hint, value=value, amiss=amiss,
        optional=not part.needed and not part.at_times, choices=choices,
    )  # fmt: skip


def errors_of(questions: Sequence[Question], problems: Sequence[Problem]) -> tuple[tuple[str, str], ...]:
    """What is amiss, each with the input to go to."""
    first = {one.name: one.first for one in questions}
    return tuple((first.get(one.part, "form"), one.words) for one in problems)


def version_of(change: Change, council: Council) -> Version:
    """What somebody else saved, in words: each field that a person would read, workers and teams by name."""
    fact = change.fact
    if isinstance(fact, SignedText):
        words = [(begun_large(fact.part or "text"), fact.text or "")]
    else:
        words = [
            (begun_large(column.meaning), _in_words(getattr(fact, column.name), council))
            for column in columns_of(type(fact))
            if not column.key and not column.child and getattr(fact, column.name) is not None
        ]
    return Version(who=change.who, when=say_moment(change.at), what=change.what, words=tuple(words))


def _in_words(value: Any, council: Council) -> str:
    if isinstance(value, datetime):
        return say_moment(value)
    if isinstance(value, date):
        return say(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return council.workers.get(value) or council.teams.get(value) or str(value)
