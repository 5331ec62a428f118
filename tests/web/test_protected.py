"""What a browser is told and what a request may not do: cookies, headers, methods, tokens, and pages that break."""

import runpy
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import ModuleType

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.signing import get_cookie_signer
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from holdfast.store.entries import position
from holdfast.web import settings, urls
from holdfast.web.access import REGISTER
from holdfast.web.seats import COOKIE
from tests.web.pages import Ask, Page

AMARA = "/child/WX-S05-1"
SENT = {
    "act": f"{AMARA}/do/visit-note",
    "leave": "/worker/WX-W-chloe/leave",
    "draft": "/draft",
    "throw-away": "/words/throw-away",
    "enter": "/enter",
    "import": "/import/",
    "objective-act": "/plan/asked-about/do/decision",
    "objective-open": "/plan/open",
    "inspectors-take-point": "/inspectors/report/a-report/point-1/plan",
    "visit-word": "/visits/after/2025-05/seen",
    "inspectors-take-in": "/inspectors/take-in",
    "inspectors-passage": "/inspectors/report/a-report/p-1",
}
"""An address for each route that takes a form."""


def client(**how: object) -> Client:
    """Somebody on this machine whose forms have to carry their token."""
    return Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True, raise_request_exception=False, **how)  # type: ignore[arg-type]


def test_every_cookie_stays_out_of_scripts_and_is_sent_from_our_own_pages_alone(page: Ask) -> None:
    asked = Client(SERVER_NAME="127.0.0.1")
    asked.get(f"{AMARA}/do/visit-note")
    asked.post("/enter", {"seat": "social-worker"})
    asked.get(f"{AMARA}/do/visit-note")
    assert set(asked.cookies) == {COOKIE, "csrftoken"}
    for one in asked.cookies.values():
        assert (one.key, bool(one["httponly"]), one["samesite"]) == (one.key, True, "Strict")
        assert one["domain"] == ""


@pytest.mark.parametrize("route", sorted(name for name, one in REGISTER.items() if "POST" in one.methods))
def test_no_form_is_taken_without_the_token_of_our_own_page(page: Ask, route: str) -> None:
    before = position()
    asked = client()
    asked.cookies[COOKIE] = get_cookie_signer(salt=COOKIE).sign("director")  # There may be no such page without a seat.
    answer = asked.post(SENT[route], {"seat": "director", "key": "k" * 32, "base": "1", "use": "built-in"})
    assert answer.status_code == 403
    assert COOKIE not in answer.cookies
    assert position() == before


@pytest.mark.parametrize("method", ["TRACE", "OPTIONS", "PUT", "PATCH", "DELETE"])
def test_a_method_that_nobody_listed_is_refused(page: Ask, method: str) -> None:
    asked = client()
    asked.get("/about/")
    for address in ("/", AMARA, "/measures/"):
        assert asked.generic(method, address).status_code in (403, 405)


def test_another_origin_is_told_nothing_and_every_page_says_how_it_is_written(every_page: list[Page]) -> None:
    for one in every_page:
        assert "Access-Control-Allow-Origin" not in one.headers
        assert one.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "charset=utf-8" in one.headers["Content-Type"]
        assert not {"Server", "X-Powered-By"} & set(one.headers)


@pytest.mark.parametrize("header", ["HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_FORWARDED"])
def test_a_header_that_claims_to_be_this_machine_is_not_believed(page: Ask, header: str) -> None:
    asked = client(REMOTE_ADDR="192.0.2.7", **{header: "127.0.0.1"})
    answer = asked.get("/")
    assert (answer.status_code, b"this machine only" in answer.content) == (403, True)


@pytest.mark.parametrize("address", ["/static/", "/static/holdfast/", "/static/../settings.py", "/.git/config"])
def test_no_folder_is_listed_and_no_file_is_served_but_the_pages_own(page: Ask, address: str) -> None:
    assert page(address).status == 404


@contextmanager
def _a_page_that_breaks() -> Iterator[None]:
    def screen(request: HttpRequest) -> HttpResponse:
        secret = "the words of a note"
        raise ImproperlyConfigured(f"{secret}: {settings.SECRET_KEY}")

    more = ModuleType("more_urls")
    rest = [one for one in urls.urlpatterns if one.name != "about"]
    more.__dict__.update(urlpatterns=[path("planted", screen, name="about"), *rest], handler404=urls.handler404)
    with override_settings(ROOT_URLCONF=more):
        yield


def test_a_page_that_breaks_says_nothing_of_the_inside(page: Ask) -> None:
    assert settings.DEBUG is False
    with _a_page_that_breaks():
        answer = page("/planted")
    assert answer.status == 500
    assert "Something went wrong here" in answer.html
    for inside in ("Traceback", "ImproperlyConfigured", "the words of a note", "settings.py", settings.SECRET_KEY):
        assert inside not in answer.html


def test_a_save_that_was_acknowledged_is_on_the_disk_itself(tmp_path: Path) -> None:
    asked = runpy.run_path(str(settings.__file__))["DATABASES"]["default"]
    if "sqlite3" not in asked["ENGINE"]:
        pytest.skip("PostgreSQL flushes each commit by itself unless it is told not to")
    with closing(sqlite3.connect(tmp_path / "one.sqlite3")) as one:
        one.executescript(asked["OPTIONS"]["init_command"])
        assert one.execute("PRAGMA synchronous").fetchone() == (2,), "2 is FULL: flushed at every commit"
        assert one.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize(
    ("asked", "sent"), [("", ""), ("?options=-c%20statement_timeout%3D60s", "-c statement_timeout=60s ")]
)
def test_nobody_waits_for_ever_for_a_turn_to_write_on_either_database(
    monkeypatch: pytest.MonkeyPatch, asked: str, sent: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgres://pages@host/record{asked}")
    there = runpy.run_path(str(settings.__file__))
    assert there["DATABASES"]["default"]["OPTIONS"]["options"] == f"{sent}-c lock_timeout={settings.TURN_WITHIN}s"
    monkeypatch.setenv("DATABASE_URL", "sqlite:///record.sqlite3")
    there = runpy.run_path(str(settings.__file__))
    assert there["DATABASES"]["default"]["OPTIONS"]["timeout"] == settings.TURN_WITHIN
    assert 0 < there["AUDIT_WITHIN"] < settings.TURN_WITHIN, "a queue is no fault of the audit"


@pytest.mark.parametrize(("name", "said"), [
    ("HOLDFAST_AUDIT_WITHIN", "abc"), ("HOLDFAST_AUDIT_WITHIN", "nan"), ("HOLDFAST_AUDIT_WITHIN", "inf"),
    ("HOLDFAST_AUDIT_WITHIN", "0"), ("HOLDFAST_AUDIT_WITHIN", "-1"), ("HOLDFAST_SAY_SO_AFTER", "soon"),
])  # fmt: skip
def test_a_limit_that_is_no_number_of_seconds_is_refused_before_anything_starts(
    monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    monkeypatch.setenv(name, said)
    with pytest.raises(ImproperlyConfigured, match=f"{name} is '{said}', which is no number of seconds"):
        runpy.run_path(str(settings.__file__))


def test_a_limit_may_be_set_and_the_word_that_one_waits_may_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOLDFAST_AUDIT_WITHIN", "0.5")
    monkeypatch.setenv("HOLDFAST_SAY_SO_AFTER", "0")
    there = runpy.run_path(str(settings.__file__))
    assert (there["AUDIT_WITHIN"], there["SAY_SO_AFTER"]) == (0.5, None)
