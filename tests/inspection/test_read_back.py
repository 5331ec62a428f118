"""What was read of a document comes back out of its plain values as it was, so that it can be kept."""

import json

import pytest

from holdfast.inspection.read_back import report_of
from holdfast.inspection.reading import read_document
from tests.inspection.invented_documents import ARTICLE, ILACS_THREE, MONITORING, NOT_FOUND
from tests.inspection.made_pdfs import locked

pytestmark = pytest.mark.usefixtures("invented_councils")

FILES = {
    "report.txt": ILACS_THREE.encode(), "letter.txt": MONITORING.encode(), "article.txt": ARTICLE.encode(),
    "gone.html": NOT_FOUND.encode(), "locked.pdf": locked(),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_every_value_point_paragraph_and_sentence_comes_back_as_it_was_read(name: str) -> None:
    reports = read_document(name, FILES[name])
    assert reports
    for one in reports:
        again = report_of(json.loads(json.dumps(one.as_json())))
        assert again == one
        assert again.as_json() == one.as_json()


def test_a_document_that_was_unsure_still_is() -> None:
    (one,) = read_document("report.txt", FILES["report.txt"])
    one.doubt("two readings differ.")
    assert report_of(one.as_json()).unsure
    one.problems.clear()
    assert not report_of(one.as_json()).unsure


@pytest.mark.parametrize("lost", ["kind", "judgements", "statements", "inspection_start"])
def test_values_that_are_not_those_of_a_report_are_an_error(lost: str) -> None:
    (one,) = read_document("report.txt", FILES["report.txt"])
    told = one.as_json()
    del told[lost]
    with pytest.raises(KeyError):
        report_of(told)
