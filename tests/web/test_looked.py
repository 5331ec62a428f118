"""A look and what it stands for are one: neither is there without the other, and reading never writes."""

from collections.abc import Callable
from types import ModuleType

import pytest
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from holdfast.casework import looking
from holdfast.casework.asker import Asker
from holdfast.casework.drafts import keep
from holdfast.web import seats, urls
from holdfast.web.machine import account
from holdfast.web.serving import FIRST_PAGES, warmed
from holdfast.web.today import now
from tests.web.pages import Ask, ask

CHILD = "WX-S05-1"


def counted(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return int(cursor.fetchone()[0])


def a_draft() -> bool:
    asker = Asker.of(seats.BY_CODE["social-worker"])
    return keep(
        asker, child=CHILD, act="visit-note", key="planted", base=1, revision=1, words={"saw": "x"}, saved_at=now()
    )


def with_page(screen: Callable[[HttpRequest], HttpResponse], *, post: bool) -> int:
    """What a planted page answers, in the place of one that is in the register."""
    more = ModuleType("planted_urls")
    name = "enter" if post else "about"
    rest = [one for one in urls.urlpatterns if one.name != name]
    more.__dict__.update(urlpatterns=[path("planted", screen, name=name), *rest], handler404=urls.handler404)
    with override_settings(ROOT_URLCONF=more):
        client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
        return (client.post("/planted", {}) if post else client.get("/planted")).status_code


def test_a_page_that_writes_while_it_is_read_is_refused_before_anything_is_written(page: Ask) -> None:
    def screen(request: HttpRequest) -> HttpResponse:
        a_draft()
        return HttpResponse("read")

    assert with_page(screen, post=False) == 500
    assert counted("store_draft") == 0


@pytest.mark.parametrize(
    "sql", ["/* read */ DELETE FROM store_draft", "WITH one AS (SELECT 1) DELETE FROM store_draft"]
)
def test_a_write_that_begins_like_a_read_is_refused_by_the_database_itself(page: Ask, sql: str) -> None:
    def screen(request: HttpRequest) -> HttpResponse:
        with connection.cursor() as cursor:
            cursor.execute(sql)
        return HttpResponse("done")

    a_draft()
    assert with_page(screen, post=False) == 500
    assert counted("store_draft") == 1
    assert with_page(screen, post=True) == 200
    assert counted("store_draft") == 0, "the same words do write where a form is sent"


def test_the_same_page_may_write_where_a_form_is_sent(page: Ask) -> None:
    def screen(request: HttpRequest) -> HttpResponse:
        a_draft()
        return HttpResponse("sent")

    assert with_page(screen, post=True) == 200
    assert counted("store_draft") == 1


def test_what_a_form_changed_is_undone_where_its_answer_breaks_and_the_line_is_left(page: Ask) -> None:
    def screen(request: HttpRequest) -> HttpResponse:
        a_draft()
        raise RuntimeError("the page cannot be made")

    before = counted("store_look")
    assert with_page(screen, post=True) == 500
    assert (counted("store_draft"), counted("store_look") - before) == (0, 1)


@pytest.mark.parametrize("post", [None, {"seat": "director"}])
def test_without_the_line_there_is_no_answer(
    page: Ask, post: dict[str, str] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> int:
        raise OperationalError("the disk is full")

    monkeypatch.setattr(looking, "write_look", broken)
    answer = ask("/enter" if post else f"/child/{CHILD}", post=post)
    assert (answer.status, "could not be written" in answer.html, "Amara" in answer.html) == (503, True, False)


def test_a_machine_that_asks_whether_it_is_well_leaves_no_line(page: Ask) -> None:
    before = counted("store_look")
    assert page("/healthz").status == 200
    assert counted("store_look") == before
    assert page("/about/").status == 200
    assert counted("store_look") == before + 1


def test_a_child_whom_a_page_names_by_a_line_of_another_page_is_on_the_line_too(page: Ask) -> None:
    named = "WX-400013"
    before = len(looking.looks_at(named))
    shown = page("/founding/", "director")
    assert f"#child-{named}" in shown.html
    assert f"/child/{named}" not in shown.html
    assert len(looking.looks_at(named)) == before + 1


def test_a_page_that_the_server_makes_ready_is_looked_at_by_nobody_and_leaves_the_machines_own_line() -> None:
    before, shown = counted("store_look"), counted("store_lookedat")
    assert {status for _, status in warmed()} == {200}
    assert counted("store_lookedat") == shown
    with connection.cursor() as cursor:
        cursor.execute("SELECT who, what, route, child FROM store_look ORDER BY position DESC LIMIT 5")
        lines = cursor.fetchall()
    assert counted("store_look") == before + len(FIRST_PAGES)
    assert set(lines) == {(account(), "command", "serve", "")}


def test_no_request_can_say_that_it_is_the_server_itself() -> None:
    before = counted("store_lookedat")
    asked = Client(SERVER_NAME="127.0.0.1", HTTP_HOLDFAST_MADE_READY="x", headers={"holdfast.made-ready": "x"})
    assert asked.get(f"/child/{CHILD}").status_code == 200
    assert counted("store_lookedat") > before
