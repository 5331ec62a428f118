"""Which later sentence may tell what became of a point: by words in common and a word that says how it went.

A proposal and no more. The cues say how something moved between two reports (*remains*, *no longer*), not whether a
sentence praises; only a weakness told of the last inspection by name needs no cue. How often a proposal is right has
not been measured: that needs sentences labelled by people. Every word that matched is kept, so that a person sees why.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from holdfast.inspection.history.points import FoundFate, LaterSentence, Point, PointFate
from holdfast.inspection.history.when import When
from holdfast.inspection.report import Report, Statement

CUES: dict[FoundFate, tuple[str, ...]] = {
    "deteriorated": ("deteriorated", "deterioration", "declined", "worsened", "worse than"),
    "persists": (
        "still", "remain", "remains", "continue to be", "continues to be", "persist", "persists", "persistent",
        "has not been addressed", "have not been addressed", "not been addressed", "not yet", "not been fully",
        "not fully", "not been progressed", "not progressed", "not been resolved", "not been sufficiently",
        "not been achieved", "not been delivered", "not been met", "insufficient progress", "too little progress",
        "little progress", "limited progress", "not enough progress",
    ),
    "partly": (
        "some progress", "partly", "partially", "in part", "more to do", "further to go", "improving",
        "improved but", "improvement but", "better but",
    ),
    "addressed": (
        "no longer", "has been addressed", "have been addressed", "has been resolved", "have been resolved",
        "has improved", "have improved", "now consistently",
    ),
}  # fmt: skip
"""The words that tell how it went, by fate. A sentence with cues of two fates is proposed as partly."""

LOOKS_BACK = (
    "last inspection", "previous inspection", "last inspected", "previously inspected", "last full inspection",
    "area for improvement", "areas for improvement", "previous recommendation", "identified at the",
)  # fmt: skip
"""Words by which a sentence says that it speaks of an earlier report."""

NAMES_THE_EARLIER = frozenset(LOOKS_BACK) - {"area for improvement", "areas for improvement", "identified at the"}
"""Those that can mean nothing else. With one of them a sentence of weakness tells that a point persists: it says what
was wrong and when, and needs no word of how it went."""

FEWEST_SHARED = 3
FEWEST_SHARED_LOOKING_BACK = 2
"""How many of the point's own words a sentence must share; fewer where it says that it looks back."""

_SMALL_WORDS = frozenset(
    """a about after all also an and any are as at be because been before being between both but by can children child
    could did do does each for from further had has have having how improve improved improvement in including into is
    it its makes more most no not of on or other our out over quality so some such than that the their them then there
    these they this those through to too under up was well were when where whether which while who will with within
    would young people local authority need needs ensure""".split()
)
_WORD = re.compile(r"[a-z][a-z’'-]+")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that may tell of a point, with why."""

    statement: Statement
    fate: FoundFate
    shared: tuple[str, ...]
    cues: tuple[str, ...]
    weight: float


def propose(points: Iterable[Point], later: Report, written: When) -> tuple[PointFate, ...]:
    """For each point the sentence of a later report that tells most of it, if one does. Nothing is confirmed.

    ``written`` is the day of the later report. A point raised on or after it, or of another council, gets nothing.
    """
    statements = [one for one in later.statements if one.speaker == "inspector"]
    known = [_stems(one.text) for one in statements]
    often = Counter(word for words in known for word in words)
    found: list[PointFate] = []
    for point in points:
        if point.authority_code != later.authority_code or not point.raised.certainly_before(written):
            continue
        best = _best(point, statements, known, often)
        if best is not None:
            evidence = LaterSentence(
                written=written, file=later.file, page=best.statement.page, paragraph=best.statement.paragraph,
                text=best.statement.text, shared=best.shared, cues=best.cues,
            )  # fmt: skip
            found.append(PointFate(point=point, fate=best.fate, evidence=evidence))
    return tuple(found)


def _best(
    point: Point, statements: Sequence[Statement], known: Sequence[frozenset[str]], often: Counter[str]
) -> _Candidate | None:
    """The sentence that shares most, rare words counting for more; the earliest of equal ones."""
    asked = _stems(point.text)
    best: _Candidate | None = None
    for statement, words in zip(statements, known, strict=True):
        shared = asked & words
        if len(shared) < FEWEST_SHARED_LOOKING_BACK:
            continue
        cues, fate = how_it_went(statement.text)
        looks_back = _said(LOOKS_BACK, statement.text)
        if fate is None and statement.polarity == "weakness" and not NAMES_THE_EARLIER.isdisjoint(looks_back):
            fate = "persists"
        if fate is None or (len(shared) < FEWEST_SHARED and not looks_back):
            continue
        weight = sum(1 / often[word] for word in shared) + len(shared)
        if best is None or weight > best.weight:
            best = _Candidate(statement, fate, tuple(sorted(shared)), (*cues, *looks_back), weight)
    return best


def how_it_went(sentence: str) -> tuple[tuple[str, ...], FoundFate | None]:
    """The cues in a sentence, and the one fate they mean: partly where they mean two, None where there is none."""
    found = {fate: _said(cues, sentence) for fate, cues in CUES.items()}
    meant = [fate for fate, cues in found.items() if cues]
    every = tuple(cue for cues in found.values() for cue in cues)
    if not meant:
        return (), None
    return every, meant[0] if len(meant) == 1 else "partly"


def _said(phrases: tuple[str, ...], sentence: str) -> tuple[str, ...]:
    """The phrases that stand in a sentence as whole words."""
    return tuple(dict.fromkeys(match.lower() for match in _any_of(phrases).findall(sentence)))


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def _stems(text: str) -> frozenset[str]:
    """The words that carry the meaning, without their commonest endings."""
    words = (_bare(word) for word in _WORD.findall(text.lower()))
    return frozenset(_stem(word) for word in words if word not in _SMALL_WORDS)


def _bare(word: str) -> str:
    """Without what makes it somebody's, so that a small word stays small."""
    return word.removesuffix("’s").removesuffix("'s").strip("’'-")


def _stem(word: str) -> str:
    for ending in ("ments", "ment", "ings", "ing", "ies", "ers", "er", "ed", "es", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word
