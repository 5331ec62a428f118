"""What the rules about themes and polarity are compared with: the bare words of a name, and a small learnt model.

The model is a logistic regression on words and pairs of words, in NumPy alone, learnt from the labels of some reports
and asked about others. It is here to be measured; nothing of it ships.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from holdfast.inspection.phrases import Phrases
from holdfast.inspection.themes import in_order, themes

Floats = npt.NDArray[np.float64]
LIKELY_ENOUGH = 0.2
"""The chance from which the model is taken to name a theme: the best of five that were tried on the open reports."""

_WORD = re.compile(r"\w+")
_BARE = Phrases(
    [("strength", word) for word in ("good", "strong", "effective", "timely", "well")]
    + [("weakness", word) for word in ("weak", "poor", "inadequate", "delay", "not")]
)
_JOINS = re.compile(r",\s*|:\s*|\s+and\s+")
_TOO_COMMON = {"experience", "transition", "direct work", "life story", "chair challenge"}


def names_met() -> Phrases:
    """The words of each theme's own name, and nothing else."""
    return Phrases(
        (one.id, word.lower())
        for one in themes()
        for word in _JOINS.split(one.name)
        if word.lower() not in _TOO_COMMON and len(word) > 1
    )


def themes_by_name(texts: Sequence[str]) -> list[frozenset[str]]:
    """The themes whose names' words stand in each text."""
    phrases = names_met()
    return [frozenset(in_order(one.label for one in phrases.found(text))) for text in texts]


def polarity_by_bare_words(texts: Sequence[str]) -> list[str]:
    """Five words of praise and five of concern: both are mixed, neither is neutral."""
    told = []
    for text in texts:
        found = {one.label for one in _BARE.found(text)}
        told.append("mixed" if len(found) > 1 else next(iter(found), "neutral"))
    return told


class Bag:
    """Words and pairs of words as columns, weighed by how rare they are; learnt from one set of texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        seen = Counter(word for text in texts for word in set(_pieces(text)))
        kept = sorted(word for word, count in seen.items() if count > 1)
        self._at = {word: at for at, word in enumerate(kept)}
        self._weight = np.array([np.log(len(texts) / seen[word]) + 1 for word in kept])

    def of(self, texts: Sequence[str]) -> Floats:
        """One row a text, each of length one, with a last column of ones."""
        rows = np.zeros((len(texts), len(self._at) + 1))
        for number, text in enumerate(texts):
            for word in _pieces(text):
                at = self._at.get(word)
                if at is not None:
                    rows[number, at] = self._weight[at]
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        rows[:, -1] = 1.0
        return rows


def _pieces(text: str) -> list[str]:
    words = _WORD.findall(text.lower())
    return words + [f"{one} {other}" for one, other in pairwise(words)]


def learnt(rows: Floats, told: Floats, *, rounds: int = 250, pull: float = 1e-4) -> Floats:
    """Weights of one logistic regression for each column of ``told`` (0 or 1), rare ones counted for more."""
    share = np.clip(told.mean(axis=0), 1e-3, 1 - 1e-3)
    counts = np.where(told > 0, np.sqrt((1 - share) / share), 1.0)
    weights = np.zeros((rows.shape[1], told.shape[1]))
    speed, size = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, rounds + 1):
        slope = rows.T @ (counts * (chances(rows, weights) - told)) / len(rows) + pull * weights
        speed = 0.9 * speed + 0.1 * slope
        size = 0.999 * size + 0.001 * slope**2
        weights -= 0.1 * (speed / (1 - 0.9**turn)) / (np.sqrt(size / (1 - 0.999**turn)) + 1e-8)
    return weights


def chances(rows: Floats, weights: Floats) -> Floats:
    """The chance of each column for each row."""
    told: Floats = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
    return told


def themes_by_model(texts: Sequence[str], told: Sequence[frozenset[str]], asked: Sequence[str]) -> list[frozenset[str]]:
    """Learnt from labelled texts, the themes of others: each whose chance is high enough."""
    ids = [one.id for one in themes()]
    bag = Bag(texts)
    weights = learnt(bag.of(texts), np.array([[float(one in row) for one in ids] for row in told]))
    likely = chances(bag.of(asked), weights) > LIKELY_ENOUGH
    return [frozenset(one for one, yes in zip(ids, row, strict=True) if yes) for row in likely]


def polarity_by_model(texts: Sequence[str], told: Sequence[str], asked: Sequence[str]) -> list[str]:
    """Learnt from labelled texts, the likeliest polarity of others."""
    kinds = sorted(set(told))
    bag = Bag(texts)
    weights = learnt(bag.of(texts), np.array([[float(one == row) for one in kinds] for row in told]))
    return [kinds[int(at)] for at in chances(bag.of(asked), weights).argmax(axis=1)]
