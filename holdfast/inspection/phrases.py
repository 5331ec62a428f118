"""Where phrases of a list stand in a text: whole words, in any letters, the longest first.

A phrase is written in small letters. A blank stands for a blank, a hyphen or a dash, ``*`` for the rest of a word, and
`` .. `` for up to four words in between. Phrases are looked up by their first word, so that a long list costs little.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

MOST_BETWEEN = 4
"""Words that ``..`` may stand for, at most."""

_BETWEEN = rf"(?:[\s–,-]+[\w’']+){{0,{MOST_BETWEEN}}}?[\s–,-]+"
_BLANK = r"[\s–-]+"
_WORD = re.compile(r"\w+")
_KEY = 3
_FEW = 1
_Candidate = tuple[str, re.Pattern[str] | None]
WORDS_KEPT = 10_000
"""Words of texts whose phrases are remembered, at most."""


class PhraseFound(NamedTuple):
    """A phrase in a text: from where to where, the words as they stand, and the label it was listed under."""

    start: int
    end: int
    label: str
    words: str

    def overlaps(self, other: "PhraseFound") -> bool:
        """Whether the two have a letter in common."""
        return self.start < other.end and other.start < self.end


class _FirstWord(NamedTuple):
    """What may begin with a word: ``every`` phrase, the longest first; those that are the word ``alone``.

    ``guard`` matches wherever one of the longer ones does, so that where it does not only the latter are tried.
    """

    guard: re.Pattern[str] | None
    every: tuple[_Candidate, ...]
    alone: tuple[_Candidate, ...]


class _Listed(NamedTuple):
    """A phrase by its first word, whether any ending of that word will do, and its label."""

    first: str
    any_end: bool
    label: str
    phrase: str

    def pattern(self) -> re.Pattern[str] | None:
        """The phrase as a pattern; None for one word: where that word stands, the phrase does."""
        alone = len(self.first) + self.any_end == len(self.phrase)
        return None if alone else pattern_of(self.phrase)


class Phrases:
    """Labelled phrases, ready to be looked for."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._listed: dict[str, list[_Listed]] = {}
        for label, phrase in sorted(phrases, key=lambda one: len(one[1]), reverse=True):
            first = _WORD.match(phrase)
            any_end = first is not None and phrase[first.end() :].startswith("*")
            if first is None or (any_end and first.end() < _KEY):
                raise ValueError(f"{phrase!r} under {label!r} does not begin with a word of {_KEY} letters or more.")
            listed = _Listed(first.group(), any_end, label, phrase)
            self._listed.setdefault(first.group()[:_KEY], []).append(listed)
        self._remembered: dict[str, _FirstWord | tuple[()]] = {}

    def found(self, text: str) -> list[PhraseFound]:
        """Every phrase in the text, in its order. Under one label none overlaps another: the longest phrase wins."""
        remembered = self._remembered
        found: list[PhraseFound] = []
        taken: dict[str, int] = {}
        for word in _WORD.finditer(text):
            printed = word.group()
            first = remembered.get(printed)
            if first is None:
                first = self._remember(printed)
            if not first:
                continue
            start = word.start()
            if text[start - 1 : start] == "-":
                continue
            guard, every, alone = first
            for label, pattern in every if guard is None or guard.match(text, start) else alone:
                if taken.get(label, 0) > start:
                    continue
                match = pattern.match(text, start) if pattern else word
                if match:
                    taken[label] = match.end()
                    found.append(PhraseFound(start, match.end(), label, match.group()))
        return found

    def _remember(self, printed: str) -> _FirstWord | tuple[()]:
        """Look a word up, and keep the answer: the same words come again in every sentence."""
        if len(self._remembered) >= WORDS_KEPT:
            self._remembered.clear()
        self._remembered[printed] = self._look_up(printed.lower())
        return self._remembered[printed]

    def _look_up(self, word: str) -> _FirstWord | tuple[()]:
        """The phrases whose first word is this one; nothing where there are none."""
        every = tuple(
            (one.label, one.pattern())
            for one in self._listed.get(word[:_KEY], ())
            if word == one.first or (one.any_end and word.startswith(one.first))
        )
        if not every:
            return ()
        patterns = [pattern.pattern for _, pattern in every if pattern]
        guard = re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE) if len(patterns) > _FEW else None
        return _FirstWord(guard, every, tuple(one for one in every if one[1] is None))


@cache
def pattern_of(phrase: str) -> re.Pattern[str]:
    """The phrase as a pattern that is matched from where its first word begins."""
    parts = []
    for part in phrase.split(" .. "):
        words = (re.escape(word).replace("'", "[’']").replace(r"\*", r"[\w’']*") for word in part.split())
        parts.append(_BLANK.join(words))
    return re.compile(_BETWEEN.join(parts) + r"(?!\w)", re.IGNORECASE)
