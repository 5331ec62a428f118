"""What each way tells of the labelled texts: the rules that ship, bare words, and a small learnt model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from benchmarks.theme_baselines import polarity_by_bare_words, polarity_by_model, themes_by_model, themes_by_name
from benchmarks.theme_labels import POINTS, STATEMENTS, Labelled
from benchmarks.theme_scores import Counts, ThemeScores, polarity_scores, theme_scores
from holdfast.inspection.polarity import polarity_of
from holdfast.inspection.themes import themes, themes_of, themes_of_point

POLARITIES = ("strength", "weakness", "mixed", "neutral")
RULES, NAMES, MODEL = "rules", "bare words", "learnt model"
WAYS = (RULES, NAMES, MODEL)
FOLDS = 5

Told = TypeVar("Told")


@dataclass(slots=True)
class Scored:
    """One part of the labels, and what each way told of each text."""

    part: str
    texts: list[Labelled]
    themes: dict[str, list[frozenset[str]]] = field(default_factory=dict)
    polarity: dict[str, list[str]] = field(default_factory=dict)

    def theme_scores(self, way: str, reading: int = 0, kind: str = "") -> ThemeScores:
        """One way against one reading of the labels (0 is A, 1 is B), for points, statements or both."""
        rows = [
            (one.themes[reading], told)
            for one, told in zip(self.texts, self.themes[way], strict=True)
            if not kind or one.kind == kind
        ]
        return theme_scores([row[0] for row in rows], [row[1] for row in rows], [one.id for one in themes()])

    def polarity_scores(self, way: str, reading: int = 0) -> dict[str, Counts]:
        """The same for the polarity of statements."""
        labels = [one.polarity[reading] for one in self.statements]
        return polarity_scores(labels, self.polarity[way], POLARITIES)

    @property
    def statements(self) -> list[Labelled]:
        """The labelled statements of this part."""
        return [one for one in self.texts if one.kind == STATEMENTS]

    @property
    def points(self) -> int:
        """How many points there are among the texts."""
        return sum(one.kind == POINTS for one in self.texts)


def by_rules(texts: Sequence[Labelled]) -> list[frozenset[str]]:
    """What ships: a point to the board is about partnership as well."""
    return [
        frozenset(themes_of_point(one.text, one.addressee) if one.kind == POINTS else themes_of(one.text))
        for one in texts
    ]


def scored(part: str, texts: list[Labelled], learn_from: list[Labelled] | None = None) -> Scored:
    """Every way's answers. The model learns from other texts, or, without any, from the reports of the other folds."""
    found = Scored(part, texts)
    words = [one.text for one in texts]
    said = [one.text for one in found.statements]
    found.themes = {
        RULES: by_rules(texts),
        NAMES: themes_by_name(words),
        MODEL: _learnt(texts, learn_from, _model_themes),
    }
    found.polarity = {
        RULES: [polarity_of(one) for one in said],
        NAMES: polarity_by_bare_words(said),
        MODEL: _learnt(found.statements, learn_from and Scored("", learn_from).statements, _model_polarity),
    }
    return found


def _model_themes(known: Sequence[Labelled], asked: Sequence[Labelled]) -> list[frozenset[str]]:
    return themes_by_model([one.text for one in known], [one.themes[0] for one in known], [one.text for one in asked])


def _model_polarity(known: Sequence[Labelled], asked: Sequence[Labelled]) -> list[str]:
    return polarity_by_model(
        [one.text for one in known], [one.polarity[0] for one in known], [one.text for one in asked]
    )


def _learnt(
    texts: Sequence[Labelled],
    learn_from: Sequence[Labelled] | None,
    model: Callable[[Sequence[Labelled], Sequence[Labelled]], list[Told]],
) -> list[Told]:
    """The model's answers, never about a report that it learnt from."""
    return by_folds(texts, model) if learn_from is None else model(learn_from, texts)


def by_folds(
    texts: Sequence[Labelled], model: Callable[[Sequence[Labelled], Sequence[Labelled]], list[Told]]
) -> list[Told]:
    """The model's answers, learnt each time from the reports of the other folds."""
    fold = {file: at % FOLDS for at, file in enumerate(sorted({one.file for one in texts}))}
    told: dict[int, Told] = {}
    for number in range(FOLDS):
        asked = [at for at, one in enumerate(texts) if fold[one.file] == number]
        known = [one for one in texts if fold[one.file] != number]
        told.update(zip(asked, model(known, [texts[at] for at in asked]), strict=True))
    return [told[at] for at in range(len(texts))]
