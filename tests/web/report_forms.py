"""Reports as somebody gives them on a page, what its forms would send, and the small council that they are given to."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from holdfast.web import proposed
from holdfast.web.reports import taking
from tests.casework.read_here import here
from tests.inspection.invented_documents import ILACS_THREE
from tests.web.born import FEWEST, database
from tests.web.pages import Ask, Page, ask

REPORT = ILACS_THREE.replace("Wexmouth Borough", "Hull City").encode()
"""An invented report under a real council's name: the table knows no other."""

HULL = "E06000010"
POINT, SENTENCE = "/inspectors/report/report-2023/point-1", "/inspectors/report/letter-visit-2/statement-4"


@pytest.fixture(scope="module", autouse=True)
def a_small_council(wexmouth, django_db_blocker) -> Iterator[None]:
    """No page here is about a child, so the told children alone are enough."""
    with django_db_blocker.unblock(), database(FEWEST):
        yield


@pytest.fixture(autouse=True)
def read_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read in this process; tests/casework/test_apart_documents.py asks where."""
    monkeypatch.setattr(taking, "read_apart", here)
    for one in (settings.BUILD / proposed.REPORTS).glob("*"):
        proposed.forget(one.name, proposed.REPORTS)


def fields(page: Page, form: str = "//main//form") -> dict[str, Any]:
    """What a form of the page would send as it stands: the last form, unless another is named."""
    found: dict[str, Any] = {}
    for one in page.find(f"({form})[last()]//input[@name]"):
        kind, name, value = one.get("type"), one.get("name"), one.get("value")
        chosen = one.get("checked") is not None
        if kind == "checkbox" and chosen:
            found.setdefault(name, []).append(value)
        elif kind == "hidden" or (kind == "radio" and chosen):
            found[name] = value
    return found


def upload(name: str, content: bytes, seat: str = "director") -> Page:
    """Send a file to be read."""
    return ask("/inspectors/take-in", seat, post={"step": "read", "file": SimpleUploadedFile(name, content)})


def take_in(page: Ask, name: str = "report.txt") -> Page:
    """Give the report, look at it, and keep it."""
    shown = page(upload(name, REPORT).location, seat="director")
    return page("/inspectors/take-in", seat="director", post={"step": "keep", **fields(shown)})
