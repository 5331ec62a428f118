"""Searching points and sentences: by words, theme, polarity, council and year, with the words that matched."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.casework.reports.held import Passage, PassageKind
from holdfast.inspection.themes import themes_met

MOST_WORDS = 12
"""So many words of a question are looked for; the rest are left."""

_WORD = re.compile(r"[\w\u2019'-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is looked for. Whatever is empty or None asks nothing; every word of ``words`` must stand in the text."""

    words: str = ""
    theme: str = ""
    polarity: str = ""
    council: str = ""
    year: int | None = None
    kind: PassageKind | None = None

    @property
    def each_word(self) -> tuple[str, ...]:
        """The words, each once, in small letters."""
        return tuple(dict.fromkeys(_WORD.findall(self.words.casefold())))[:MOST_WORDS]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that answers, and its text in pieces: each with whether it is a word that matched."""

    passage: Passage
    pieces: tuple[tuple[str, bool], ...]

    @property
    def matched(self) -> tuple[str, ...]:
        """The words that matched, as they stand in the text, each once."""
        return tuple(dict.fromkeys(text for text, met in self.pieces if met))


def search(passages: Iterable[Passage], question: Question) -> tuple[Hit, ...]:
    """Every passage that answers all that is asked, in the order given."""
    words = [_whole(one) for one in question.each_word]
    return tuple(
        Hit(passage=one, pieces=_pieces(one, question, words))
        for one in passages
        if _fits(one, question) and all(word.search(one.text) for word in words)
    )


def _fits(one: Passage, asked: Question) -> bool:
    day = one.document.day
    return (
        (not asked.theme or asked.theme in one.themes)
        and (not asked.polarity or one.polarity == asked.polarity)
        and (not asked.council or one.document.code == asked.council)
        and (asked.year is None or (day is not None and day.year == asked.year))
        and (asked.kind is None or one.kind == asked.kind)
    )


def _whole(word: str) -> re.Pattern[str]:
    """The word at the beginning of a word of the text: ``plan`` meets *plans*, and *explain* it does not."""
    return re.compile(rf"(?<![\w\u2019'-]){re.escape(word)}[\w\u2019'-]*", re.IGNORECASE)


def _pieces(one: Passage, asked: Question, words: list[re.Pattern[str]]) -> tuple[tuple[str, bool], ...]:
    """The text cut at what matched: the words asked for, and those by which the theme asked for is told."""
    spans = [match.span() for word in words for match in word.finditer(one.text)]
    if asked.theme:
        met = [phrase for each in themes_met(one.text) if each.theme == asked.theme for phrase in each.words]
        spans += [match.span() for phrase in met for match in re.finditer(re.escape(phrase), one.text)]
    found: list[tuple[str, bool]] = []
    at = 0
    for start, end in _joined(spans):
        found += [(one.text[at:start], False), (one.text[start:end], True)]
        at = end
    found.append((one.text[at:], False))
    return tuple(piece for piece in found if piece[0])


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
