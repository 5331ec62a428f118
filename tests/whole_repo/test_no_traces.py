"""The repository carries nothing of one machine, of any registry, or of the press; and no council's rows."""

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.whole_repo.tree import ROOT, Source, texts, tracked


def _whole(broken: str) -> str:
    """Words that must not stand in this file are written with a tilde in them, which is taken out here."""
    return broken.replace("~", "")


FORBIDDEN = {
    what: re.compile(_whole(pattern), re.IGNORECASE)
    for what, pattern in {
        "a path of one machine": r"/(wo~rk|fa~rm)/[a-z.]|/ro~ot/|/ho~me/[a-z]|/bash_~jobs|[A-Z]:\\Us~ers",
        "a package registry's host": r"py~pi\.org|python~hosted\.org|npm~js\.(org|com)|deb\.deb~ian\.org",
        "a registry's address": r"(index|regis~try)-?url *= *.?http",
        "a tool that is not the project's": r"sub~agent|before-~stop|\.lib~rary/|farm-(ben~ch|stu~dio)",
        "something left over": r"\b(TO~DO|FIX~ME|XX~X)\b|\bline \d+ of [a-z_/]+\.py|<<<~<<<< |>>>~>>>> ",
    }.items()
}


def traces(source: Source) -> list[str]:
    """Each line that names a machine's path, a registry's host, a foreign tool, or a thing left over."""
    found = []
    for number, line in enumerate(source.text.splitlines(), 1):
        found += [f":{number} carries {what}." for what, pattern in FORBIDDEN.items() if pattern.search(line)]
    if source.path.endswith(".lock") and "://" in source.text:
        found.append(" names a host; make it again with --no-emit-index-url.")
    return found


def test_the_repository_carries_no_trace_of_where_it_was_written() -> None:
    assert [f"{source.path}{word}" for source in texts() for word in traces(source)] == []


@pytest.mark.parametrize(
    "planted",
    [
        "see /wo~rk/main",
        "cd /ro~ot/x",
        "open('/ho~me/jo/extract.csv')",
        "https://files.python~hosted.org/x",
        "index-~url = https://mirror",
        "# TO~DO count the days",
        "as li~ne 12 of dates/limits.py says",
    ],
)
def test_the_guard_turns_red_at_a_planted_trace(planted: str) -> None:
    assert traces(Source("docs/now.md", _whole(planted)))
    assert traces(Source("docs/now.md", planted)) == []


def test_a_lock_file_that_names_a_host_turns_red() -> None:
    assert traces(Source("requirements.lock", "polars==2.1.0 @ https://mirror.example/polars.whl"))


DATA_ENDINGS = tuple(".csv .json .parquet .tsv .txt .xls .xlsb .xlsm .xlsx .xml .xsd .zip".split())
DATA_FOLDERS = {
    "holdfast/": "dated data that the package itself reads, each with its source",
    "tests/": "invented rows that a test reads",
}


def test_data_lies_only_where_the_package_or_a_test_reads_it() -> None:
    astray = [path for path in tracked() if path.endswith(DATA_ENDINGS) and not path.startswith(tuple(DATA_FOLDERS))]
    assert astray == []


def _digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


def _sample_digests(folder: Path) -> dict[str, Path]:
    """Every sample by its content; blank and trivial files are nobody's."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.stat().st_size > 200)
    return {_digest(path.read_bytes()): path for path in files}


def copied(contents: Iterator[tuple[str, bytes]], digests: dict[str, Path]) -> list[str]:
    """Each file whose content is a sample's, byte for byte."""
    return [
        f"{path} is a copy of the sample {digests[key].name}"
        for path, text in contents
        if (key := _digest(text)) in digests
    ]


def test_no_sample_is_committed(samples: Callable[[str], Path]) -> None:
    digests = _sample_digests(samples(""))
    assert copied(((path, (ROOT / path).read_bytes()) for path in tracked()), digests) == []


def test_a_committed_sample_turns_the_guard_red(tmp_path: Path) -> None:
    sample = tmp_path / "children.csv"
    sample.write_bytes(b"child,born\n" + b"A1,2015-01-01\n" * 30)
    planted = iter([("tests/unit/children.csv", sample.read_bytes())])
    assert copied(planted, _sample_digests(tmp_path))


RUN_OF_WORDS = 9


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", text.lower().replace("\u2019", "'"))
    return {tuple(words[at : at + RUN_OF_WORDS]) for at in range(len(words) - RUN_OF_WORDS + 1)}


def quoted(source: Source, press: set[tuple[str, ...]]) -> list[str]:
    """Each run of words that stands in the press too; law quoted by both is told apart by reading it."""
    return [f" repeats: {' '.join(run)}" for run in sorted(_runs(source.text) & press)]


def _press() -> set[tuple[str, ...]]:
    data = Path(os.environ.get("HOLDFAST_SAMPLES", ROOT.parent / "shared" / "data"))
    files = sorted((data.parent / "founding").glob("*.txt"))
    if not files:
        pytest.skip("the founding documents are not here, so nothing can be compared with them")
    return set().union(*(_runs(path.read_text(encoding="utf-8", errors="replace")) for path in files))


def test_no_sentence_of_the_press_is_in_the_repository() -> None:
    press = _press()
    assert [f"{source.path}{word}" for source in texts() for word in quoted(source, press)] == []


def test_a_sentence_of_the_press_turns_the_guard_red() -> None:
    sentence = "the quick brown fox jumps over the lazy dog beside the river"
    assert quoted(Source("README.md", f"It says: {sentence.upper()}."), _runs(sentence))
