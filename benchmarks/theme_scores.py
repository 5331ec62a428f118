"""Precision and recall of themes and polarity, against one reading of the labels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How often a theme was told rightly, wrongly, and not told although labelled."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of what was told, the share that was labelled; 0 where nothing was told."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of what was labelled, the share that was told; 0 where nothing was labelled."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)

    @property
    def labelled(self) -> int:
        """How many were labelled."""
        return self.right + self.missed


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeScores:
    """Each theme's counts, and over all texts: at least one theme shared (or none on both sides), and all the same."""

    by_theme: dict[str, Counts]
    shared: float
    exact: float

    @property
    def micro(self) -> Counts:
        """All themes together, each telling counted once."""
        return added(self.by_theme.values())

    @property
    def macro(self) -> float:
        """The mean F1 of the themes that were labelled at all."""
        return macro(self.by_theme.values())


def added(counts: Iterable[Counts]) -> Counts:
    """Counts added up."""
    every = list(counts)
    return Counts(
        right=sum(one.right for one in every), wrong=sum(one.wrong for one in every),
        missed=sum(one.missed for one in every),
    )  # fmt: skip


def macro(counts: Iterable[Counts]) -> float:
    """The mean F1 of those that were labelled at all."""
    every = [one.f1 for one in counts if one.labelled]
    return _share(sum(every), len(every))


def theme_scores(labels: Sequence[frozenset[str]], told: Sequence[frozenset[str]], ids: Sequence[str]) -> ThemeScores:
    """Themes told against themes labelled, text by text."""
    pairs = list(zip(labels, told, strict=True))
    return ThemeScores(
        by_theme={one: _counts([(one in label, one in said) for label, said in pairs]) for one in ids},
        shared=_share(sum(bool(label & said) or not (label or said) for label, said in pairs), len(pairs)),
        exact=_share(sum(label == said for label, said in pairs), len(pairs)),
    )


def polarity_scores(labels: Sequence[str], told: Sequence[str], kinds: Sequence[str]) -> dict[str, Counts]:
    """Each polarity's counts; micro recall over them is the share told rightly."""
    pairs = list(zip(labels, told, strict=True))
    return {kind: _counts([(label == kind, said == kind) for label, said in pairs]) for kind in kinds}


def _counts(pairs: Sequence[tuple[bool, bool]]) -> Counts:
    return Counts(
        right=sum(label and said for label, said in pairs), wrong=sum(said and not label for label, said in pairs),
        missed=sum(label and not said for label, said in pairs),
    )  # fmt: skip


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
