"""Writes Wexmouth in every format: the dataset's tables with ours, Annex A, two years of the 903, the census."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from holdfast.exchange.annex_a.writing import write_annex_a
from holdfast.exchange.cin.writing import write_cin
from holdfast.exchange.ssd.writing import write_ssd
from holdfast.exchange.ssda903.writing import write_ssda903
from holdfast.record.columns import Columns
from holdfast.record.register import NOUNS
from holdfast.wexmouth.columns import Tick
from holdfast.wexmouth.planted import PlantedProblem
from holdfast.wexmouth.telling import THE_EVENING_BEFORE

PLANTED_FILE = "planted_problems.csv"
PLANTED_HEAD = ("child", "code", "planted", "since", "what_would_close_it")
YEARS = (2025, 2026)
"""The years to 31 March whose 903 is written; the census is that of the last."""

ANNEX_A = Path("annex_a") / "Annex_A.xlsx"
SSDA903 = Path("ssda903")
CENSUS = Path("cin") / f"CIN_Census_{YEARS[-1]}.xml"


class NotOurFolder(ValueError):
    """The folder to write into holds files that are not Wexmouth's."""


def check_folder(folder: Path) -> None:
    """Raise NotOurFolder when the folder is a file, or holds anything that Wexmouth would not write there."""
    if folder.exists() and not folder.is_dir():
        raise NotOurFolder(f"{folder} is a file, so Wexmouth cannot be written there. Give a folder.")
    strange = sorted(str(path.relative_to(folder)) for path in _files(folder) if not _is_ours(path, folder))
    if strange:
        some = ", ".join(strange[:3]) + (" …" if len(strange) > 3 else "")
        raise NotOurFolder(
            f"The folder {folder} holds files that are not Wexmouth's ({some}), and invented children must never be "
            "mixed with anything else. Nothing was written. Give an empty folder, or one that does not exist yet."
        )


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if not path.is_dir()) if folder.exists() else iter(())


def _is_ours(path: Path, folder: Path) -> bool:
    inside = path.relative_to(folder)
    if len(inside.parts) == 1:
        return inside.name == PLANTED_FILE or inside.name in {f"{noun.table}.csv" for noun in NOUNS}
    if inside.parent == SSDA903:
        return inside.suffix == ".csv" and inside.name.startswith(tuple(f"{year}-" for year in YEARS))
    return inside in (ANNEX_A, CENSUS)


def write_council(
    columns: Columns, planted: Iterable[PlantedProblem], folder: Path, tick: Tick
) -> list[tuple[str, Path]]:
    """Write everything into the folder; gives what each file is called and where it is.

    ``tick`` is told each kind before it is written. Raises NotOurFolder as ``check_folder`` does.
    """
    check_folder(folder)
    folder.mkdir(parents=True, exist_ok=True)
    files: list[tuple[str, Path]] = []
    tick("the dataset's tables and our own")
    files += [("table", path) for path in write_ssd(columns, folder)]
    files.append(("planted problems", write_planted(planted, folder / PLANTED_FILE)))
    tick("Annex A")
    (folder / ANNEX_A).parent.mkdir(exist_ok=True)
    write_annex_a(columns, folder / ANNEX_A, THE_EVENING_BEFORE.date())
    files.append(("Annex A", folder / ANNEX_A))
    for year in YEARS:
        tick(f"the 903 of {year}")
        files += [(f"903 of {year}", path) for path in write_ssda903(columns, folder / SSDA903, year)]
    tick("the census")
    (folder / CENSUS).parent.mkdir(exist_ok=True)
    write_cin(columns, folder / CENSUS, YEARS[-1])
    files.append(("census", folder / CENSUS))
    return files


def write_planted(planted: Iterable[PlantedProblem], path: Path) -> Path:
    """The planted problems as a CSV: child, code, what was planted, since when it stands, what would close it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(PLANTED_HEAD)
        for one in planted:
            writer.writerow([one.child, one.code, one.planted, one.since.isoformat(), one.closes])
    return path
