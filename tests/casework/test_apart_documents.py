"""What inspectors wrote, read in a process apart: the same comes back, and what is hostile is refused with a reason."""

from pathlib import Path

import pytest

from holdfast.casework.apart.asking import read_apart
from holdfast.casework.apart.documents import load
from holdfast.casework.apart.limits import LIMITED, OF_A_PAGE
from holdfast.casework.apart.refused import Refused
from holdfast.inspection.reading import read_document
from tests.casework.read_here import here
from tests.inspection.hostile_pdfs import HOSTILE
from tests.inspection.invented_documents import ILACS_THREE

REPORT = ILACS_THREE.replace("Wexmouth Borough", "Hull City")
"""An invented report under a real council's name: the table knows no other."""

STOPPED = {"bomb.pdf", "program.pdf", "report.js"}
"""What was stopped because it could do harm; the others are merely no reports."""


def test_what_is_read_apart_is_what_is_read_here(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    assert read_apart("report", path, OF_A_PAGE) == read_document("report.txt", path.read_bytes())


@pytest.mark.skipif(not LIMITED, reason="this system cannot hold a process to limits")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_apart_with_a_clear_reason(name: str, tmp_path: Path) -> None:
    data, words = HOSTILE[name]
    path = tmp_path / name
    path.write_bytes(data)
    refused = read_apart("report", path, OF_A_PAGE)
    assert isinstance(refused, Refused)
    assert words in refused.reason
    assert refused.reason.startswith(name)
    assert refused.harmful == (name in STOPPED)


def test_a_document_that_is_no_report_comes_back_as_one_that_says_so(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("Bread, milk and two candles.\n", encoding="utf-8")
    (one,) = here("report", path)
    assert one.kind == "not_a_report"
    assert one.problems
    gone = here("report", tmp_path / "gone.txt")
    assert isinstance(gone, Refused)
    assert "cannot be opened" in gone.reason


def test_an_answer_that_the_reader_does_not_give_is_no_answer(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        load({"reports": [{"file": "x"}]}, tmp_path)
