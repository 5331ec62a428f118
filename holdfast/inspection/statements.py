"""The sentences of paragraphs: who says each, what it is about, whether it praises, and how many are meant."""

import re
from collections.abc import Iterable
from functools import cache

from holdfast.inspection.phrases import Phrases
from holdfast.inspection.polarity import polarity_of, polarity_phrases
from holdfast.inspection.report import Paragraph, Statement
from holdfast.inspection.themes import theme_phrases, themes_and_words

HEDGES = (
    "the vast majority", "a very small number of", "a small number of", "a small minority of", "a minority of",
    "the large majority", "the majority", "almost all", "nearly all", "not all", "not every", "too many", "too few",
    "a few", "in some cases", "in a few cases", "many", "most", "some", "several", "few", "widespread", "all", "every",
    "often", "usually", "generally", "mostly", "sometimes", "not always", "always",
)  # fmt: skip
"""Words that say how many or how often, longest meaning first. They are kept with the sentence and judge nothing."""

_HEDGE = re.compile(r"\b(" + "|".join(sorted(map(re.escape, HEDGES), key=len, reverse=True)) + r")\b")
"""Looked for in small letters, which is twice as quick as in any."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|mr|mrs|ms|dr|st|no|nos|para|paras|vs|prof|cllr|[a-z])|\b[A-Z])\.$", re.IGNORECASE
)
_END = re.compile(r"(?<=[.!?])[”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9])")


def sentences(text: str) -> list[str]:
    """The sentences of a text. A full stop after an abbreviation or an initial ends none."""
    return [said for _, said in sentences_at(text)]


def sentences_of(paragraph: Paragraph) -> list[tuple[int, str]]:
    """The sentences of a paragraph, each with the page on which its first word stands."""
    return [(paragraph.page_at(at), said) for at, said in sentences_at(paragraph.text)]


def sentences_at(text: str) -> list[tuple[int, str]]:
    """The sentences of a text, each with the place of its first letter, counted from 0."""
    found: list[tuple[int, str]] = []
    begun = 0
    for end in _END.finditer(text):
        piece = text[begun : end.start()]
        word = piece.rsplit(" ", 1)[-1]
        if _ABBREVIATION.search(word) and not word.lower().endswith("etc."):
            continue
        found.append((begun, text[begun : end.end()]))
        begun = end.end()
    found.append((begun, text[begun:]))
    return [(at + len(one) - len(one.lstrip()), one.strip()) for at, one in found if one.strip()]


def hedge_in(sentence: str) -> str | None:
    """The first word of the sentence that says how many are meant, in small letters; None where there is none."""
    match = _HEDGE.search(sentence.lower())
    return match.group() if match else None


def statements_of(paragraphs: Iterable[Paragraph], speaker: str = "inspector") -> list[Statement]:
    """A statement for each sentence, all by one speaker."""
    return [statement_of(one, page, said, speaker) for one in paragraphs for page, said in sentences_of(one)]


@cache
def _phrases() -> Phrases:
    """The phrases of themes and of polarity together, so that each sentence is gone through once."""
    return Phrases([*theme_phrases(), *polarity_phrases()])


def statement_of(paragraph: Paragraph, page: int, said: str, speaker: str) -> Statement:
    """One sentence of a paragraph, on its page, with all that is told of it by rules; each sentence is read alone."""
    found = _phrases().found(said)
    themes, matched = themes_and_words(found)
    return Statement(
        paragraph=paragraph.number, page=page, speaker=speaker, text=said, hedge=hedge_in(said),
        polarity=polarity_of(said, found), themes=themes, matched=matched,
    )  # fmt: skip
