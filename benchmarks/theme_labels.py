"""The sentences that were labelled twice, with their texts read from the reports; the sealed third apart."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from holdfast.inspection.reading import read_document
from tests.inspection.labels.sealed import is_sealed, text_hash

FOLDER = Path(__file__).parent.parent / "tests" / "inspection" / "labels"
POINTS, STATEMENTS = "points", "statements"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One point or statement: its report, its text, and what each of two readings said of it."""

    kind: str
    file: str
    text: str
    themes: tuple[frozenset[str], frozenset[str]]
    polarity: tuple[str, str]
    addressee: str


def labelled(folder: Path, *, sealed: bool) -> list[Labelled]:
    """Every labelled text of the sealed third, or of the two thirds that are open. The others are not opened.

    A label whose text is not found in its report is an error: then the reader has changed, and the labels need a look.
    """
    rows = [(kind, row) for kind in (POINTS, STATEMENTS) for row in _rows(kind) if is_sealed(row["file"]) is sealed]
    texts: dict[str, dict[tuple[str, str], tuple[str, str]]] = defaultdict(dict)
    for file in sorted({row["file"] for _, row in rows}):
        texts[file] = _texts(folder / file)
    found, lost = [], []
    for kind, row in rows:
        text = texts[row["file"]].get((kind, row["text_sha256"]))
        if text is None:
            lost.append(f"{row['file']}, page {row['page']}")
            continue
        found.append(
            Labelled(
                kind=kind, file=row["file"], text=text[0], addressee=text[1],
                themes=(frozenset(row["themes_a"].split()), frozenset(row["themes_b"].split())),
                polarity=(row.get("polarity_a", ""), row.get("polarity_b", "")),
            )
        )  # fmt: skip
    if lost:
        raise SystemExit(f"{len(lost)} labelled texts are no longer read as they were: {'; '.join(lost[:5])}")
    return found


def _rows(kind: str) -> list[dict[str, str]]:
    with (FOLDER / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _texts(path: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Each point and statement of a file by its kind and hash: its text, and to whom a point is addressed."""
    found = {}
    for report in read_document(path.name, path.read_bytes()):
        for point in report.improvement_points:
            found[POINTS, text_hash(point.text)] = (point.text, point.addressee)
        for statement in report.statements:
            found[STATEMENTS, text_hash(statement.text)] = (statement.text, "authority")
    return found
