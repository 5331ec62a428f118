"""The table of councils with three more that do not exist, for invented documents to be about."""

from collections.abc import Iterator

import pytest

from holdfast.inspection import authorities as table
from holdfast.inspection.authorities import Authority

INVENTED = tuple(
    Authority(name=name, code=code, earlier_codes=(), also_printed=(), source="invented for a test")
    for name, code in (("Wexmouth", "X00000001"), ("Eastmarsh", "X00000002"), ("Northmere", "X00000003"))
)


def _forget() -> None:
    table._by_plain_name.cache_clear()
    table._in_prose.cache_clear()


@pytest.fixture
def invented_councils(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Wexmouth, Eastmarsh and Northmere are councils while the test runs."""
    real = table.authorities()
    monkeypatch.setattr(table, "authorities", lambda: (*real, *INVENTED))
    _forget()
    yield
    _forget()
