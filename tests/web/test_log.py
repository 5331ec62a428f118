"""What goes wrong is logged with the page it was, and with nobody's number or name."""

import logging
from collections.abc import Iterator

import pytest
from django.test import Client

from holdfast.web.log import NOWHERE, WithoutAddresses


class Heard(logging.Handler):
    """Keeps what the console would have shown."""

    def __init__(self) -> None:
        """Behind the same filter as the console."""
        super().__init__()
        self.addFilter(WithoutAddresses())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line."""
        self.lines.append(self.format(record))


@pytest.fixture
def heard() -> Iterator[list[str]]:
    handler = Heard()
    logging.getLogger().addHandler(handler)
    yield handler.lines
    logging.getLogger().removeHandler(handler)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/child/Amara%20Osei", "Not Found: /child/<str:child>"),
        ("/7%20Harbour%20Steps", f"Not Found: {NOWHERE}"),
        ("/registers/amara-osei", "Not Found: /registers/<slug:code>"),
    ],
)
def test_a_page_that_is_not_there_is_logged_without_what_was_typed(
    client: Client, heard: list[str], address: str, said: str
) -> None:
    assert client.get(address).status_code == 404
    assert heard == [said]


def test_a_form_without_its_token_is_logged_without_the_child(heard: list[str]) -> None:
    address = "/child/WX-S05-1/do/visit-note"
    assert Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1").post(address, {}).status_code == 403
    assert [one.rpartition(": ")[2] for one in heard] == ["/child/<str:child>/do/<slug:code>"]


def test_the_console_stands_behind_the_filter() -> None:
    from django.conf import settings

    assert settings.LOGGING["root"]["handlers"] == ["console"]
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["without addresses"]
    assert settings.LOGGING["filters"]["without addresses"]["()"] == "holdfast.web.log.WithoutAddresses"
