"""Whether a sentence tells of a strength, a weakness, both or neither: by words, clause by clause.

The words are ``polarity.toml``. A sentence is parted where it turns (*but*, *however*, *although*). In one clause a
concern beats every praise: ``not always timely`` is a concern. Praise in one clause and concern in another is mixed.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from holdfast.inspection.phrases import PhraseFound, Phrases
from holdfast.inspection.report import Polarity

FILE = "polarity.toml"

_TURN_WORDS = (
    ";",
    "but",
    "however",
    "though",
    "whereas",
    "albeit",
    "nevertheless",
    "whil",
    "despite",
    "spite",
    "notwith",
)
"""One of these stands in every sentence that turns; most sentences have none, and are not looked at twice."""
_TURN = re.compile(
    r"(?:[,;:–—]\s*|\s)(?:but(?! also\b)|however|although|though|whereas|albeit|nevertheless)\b"
    r"|[,;–—]\s*(?:while|whilst|despite|even though|in spite of)\b|;",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^\W*(?:although|while|whilst|despite|though|even though|in spite of|notwithstanding)\b", re.IGNORECASE
)
_COMMA = re.compile(r",\s+")
_SHORTEST_CLAUSE = 12
"""Letters: a comma sooner than this after *although* ends a list's first word, not the clause."""
_DIGIT = re.compile(r"\d")
_COUNTED = re.compile(
    r"(?<![\w‘–-])\d{1,4}(?:\.\d+)?(?:%| (?:children|cases|young|adopters|foster|days|care)\b)|\bthere (?:are|were) \d",
    re.IGNORECASE,
)
_GRADED = re.compile(
    r"\b(?:judged|graded|rated|inspected)\b(?:\s+(?:as|to|be|by|Ofsted|at least))*\s+[‘']?"
    r"(?:good|outstanding|inadequate)(?:[’']?\s+or\s+(?:better|outstanding|good))?"
    r"|\b(?:good|outstanding)(?: (?:or|and) (?:good|outstanding|better))?"
    r"(?=\s+(?:schools?|homes?|settings?|provi(?:sion|ders?)|colleges?|nurser(?:y|ies))\b)",
    re.IGNORECASE,
)
_GRADES = ("good", "outstanding", "inadequate", "requir")
_GRADE = r"[‘'“]?(?:good|outstanding|inadequate|requir(?:es?|ed|ing) improvement(?: to be good)?)[’'”]?"
_BEFORE = re.compile(
    rf"\b(?:since|after|following)\b[^.;]{{0,60}}?\b(?:judged|judging|graded|grading|rated|rating)\b[^.;]{{0,60}}?{_GRADE}"
    rf"|\b(?:since|after|following)\b[^.;]{{0,90}}?{_GRADE} (?:rating|judgement|grade)\b"
    rf"|{_GRADE} (?:rating|judgement|grade) (?:in|of) (?:\w+ )?20\d\d"
    rf"|[‘'“](?:inadequate|requires improvement)[’'”](?:-rated)? (?:authority|council|services?)\b",
    re.IGNORECASE,
)
"""A grade that was given before: it tells what the service was, and not what was found now."""
_ELSEWHERE = re.compile(
    r"\b(?:schools?|homes?|settings?|providers?|colleges?|nurser(?:y|ies)|academ(?:y|ies))\b", re.IGNORECASE
)


_PRAISES = ("praise", "deeds", "met")
_TAKES_OUT = {"false_friends", "met", "to_come"}
"""Lists whose words take others out, or are no praise or concern themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRead:
    """One clause: its words, and those in it that praise, show concern, or speak of progress."""

    text: str
    praise: tuple[str, ...] = ()
    concern: tuple[str, ...] = ()
    progress: tuple[str, ...] = ()

    @property
    def polarity(self) -> Polarity:
        """What this clause tells by itself: a concern beats every praise, and with progress it is mixed."""
        return _told(bool(self.praise), bool(self.concern), bool(self.progress))


@dataclass(frozen=True, slots=True, kw_only=True)
class PolarityRead:
    """What a sentence tells of the service, and the clauses that say so."""

    polarity: Polarity
    clauses: tuple[ClauseRead, ...]


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(FILE).read_text(encoding="utf-8"))


def polarity_phrases() -> Iterator[tuple[str, str]]:
    """Every phrase of the lists, labelled by its list."""
    for label, listed in _file().items():
        if isinstance(listed, list):
            for phrase in listed:
                yield label, phrase


@cache
def _phrases() -> Phrases:
    return Phrases(polarity_phrases())


def polarity_version() -> str:
    """Which edition of the words this is; raised whenever one changes."""
    return str(_file()["version"])


def polarity_of(sentence: str, phrases: list[PhraseFound] | None = None) -> Polarity:
    """What the sentence tells of the service: as :func:`read_polarity`, without its clauses and words, and quicker.

    Who has looked for :func:`polarity_phrases` in the sentence already gives what was found; other labels do no harm.
    """
    found = _words_that_count(sentence, _phrases().found(sentence) if phrases is None else phrases)
    if not found:
        return "neutral"
    spans = clauses(sentence)
    return _together({_of_labels({one.label for one in found if start <= one.start < end}) for start, end in spans})


def read_polarity(sentence: str) -> PolarityRead:
    """What the sentence tells, with its clauses and the words in them that say so."""
    found = _words_that_count(sentence, _phrases().found(sentence))
    read = tuple(_clause(sentence, span, found) for span in clauses(sentence))
    return PolarityRead(polarity=_together({one.polarity for one in read}), clauses=read)


def _told(praise: bool, concern: bool, progress: bool) -> Polarity:
    if concern:
        return "mixed" if progress else "weakness"
    return "strength" if praise else "neutral"


def _of_labels(labels: set[str]) -> Polarity:
    """What a clause tells in which words of these lists stand."""
    praise = "planned" not in labels and not labels.isdisjoint(_PRAISES)
    return _told(praise, "concern" in labels, "progress" in labels)


def _words_that_count(sentence: str, found: list[PhraseFound]) -> list[PhraseFound]:
    labels = {one.label for one in found}
    deeds = "to_come" not in labels and not (_DIGIT.search(sentence) and _COUNTED.search(sentence))
    return _that_count(found, _grades_of_others(sentence), deeds=deeds)


def _together(found: set[Polarity]) -> Polarity:
    if "mixed" in found or {"strength", "weakness"} <= found:
        return "mixed"
    if "weakness" in found:
        return "weakness"
    return "strength" if "strength" in found else "neutral"


def _grades_of_others(sentence: str) -> list[PhraseFound]:
    """Grades that say nothing of the service now: of schools, homes and other providers, and those given before."""
    if not any(grade in sentence.lower() for grade in _GRADES):
        return []
    found = [*_BEFORE.finditer(sentence), *(_GRADED.finditer(sentence) if _ELSEWHERE.search(sentence) else ())]
    return [PhraseFound(one.start(), one.end(), "false_friends", one.group()) for one in found]


def _that_count(found: Sequence[PhraseFound], graded: Sequence[PhraseFound], *, deeds: bool) -> list[PhraseFound]:
    """The words that are left when false friends and concerns that are met are taken out; the latter praise."""
    found = _without_a_start_of_concern(found)
    labels = {one.label for one in found}
    if deeds and not graded and labels.isdisjoint(_TAKES_OUT):
        return list(found)
    friends = [*graded, *(one for one in found if one.label == "false_friends")]
    met = [one for one in found if one.label == "met" and not _any_overlaps(one, friends)]
    out = [*friends, *met]
    kept = [
        one
        for one in found
        if one.label not in ("false_friends", "met", "to_come")
        and (deeds or one.label != "deeds")
        and (one.label == "planned" or not _any_overlaps(one, out))
    ]
    return sorted([*kept, *met], key=lambda one: one.start)


def _without_a_start_of_concern(found: Sequence[PhraseFound]) -> Sequence[PhraseFound]:
    """Without words of progress that are part of a concern: what *has begun to stall* has not begun to be better."""
    concerns = [one for one in found if one.label == "concern"]
    return [one for one in found if one.label != "progress" or not _any_overlaps(one, concerns)] if concerns else found


def _any_overlaps(one: PhraseFound, others: Sequence[PhraseFound]) -> bool:
    return any(one.overlaps(other) for other in others)


def clauses(sentence: str) -> list[tuple[int, int]]:
    """The sentence parted where it turns, each part from where to where.

    One that opens with *although* or its like is parted at the comma after it, too.
    """
    ends = list(_partings(sentence))
    starts = [0, *(after for _, after in ends)]
    spans = zip(starts, [*(before for before, _ in ends), len(sentence)], strict=True)
    return [(start, end) for start, end in spans if sentence[start:end].strip(" ,;–—")]


def _partings(sentence: str) -> Iterator[tuple[int, int]]:
    """Where a clause ends and where the next one begins."""
    small = sentence.lower()
    if not any(word in small for word in _TURN_WORDS):
        return
    opens = _OPENS.match(sentence)
    at = 0
    if opens:
        for comma in _COMMA.finditer(sentence, opens.end() + _SHORTEST_CLAUSE):
            yield comma.start(), comma.end()
            at = comma.end()
            break
        else:
            at = opens.end()
    for turn in _TURN.finditer(sentence, at):
        yield turn.start(), turn.end()


def _clause(sentence: str, span: tuple[int, int], found: Sequence[PhraseFound]) -> ClauseRead:
    inside = [one for one in found if span[0] <= one.start < span[1]]
    planned = any(one.label == "planned" for one in inside)
    return ClauseRead(
        text=sentence[span[0] : span[1]].strip(" ,;–—"),
        praise=() if planned else _words(inside, _PRAISES),
        concern=_words(inside, ("concern",)), progress=_words(inside, ("progress",)),
    )  # fmt: skip


def _words(found: Sequence[PhraseFound], labels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([one.words for one in found if one.label in labels]))
