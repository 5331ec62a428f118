"""A page that takes long says so, and how far it is, and opens by itself once it is ready."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import pytest
from django.core.signing import get_cookie_signer
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings

from holdfast.web import working_out
from holdfast.web.looked import SayingSo
from holdfast.web.seats import COOKIE
from holdfast.web.working_out import PATIENT, WorkingOut

AT_ONCE = 20.0
"""Seconds that no answer of these tests takes: whoever answers at once is never told to wait."""


@pytest.fixture
def ready() -> Iterator[Event]:
    """The page is ready once this is set; nobody is left waiting when a test ends."""
    event = Event()
    yield event
    event.set()


@pytest.fixture(autouse=True)
def reading(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each time that somebody began, and ended, to only read: no database stands behind these tests."""
    told: list[str] = []

    @contextmanager
    def only_reading() -> Iterator[None]:
        told.append("begins")
        yield
        told.append("ends")

    monkeypatch.setattr(working_out, "only_reading", only_reading)
    return told


class Pages:
    """Pages that wait until they may be ready, and who asked for them."""

    def __init__(self, ready: Event) -> None:
        self.ready, self.asked = ready, list[str]()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        self.asked.append(request.get_full_path())
        self.ready.wait(AT_ONCE)
        return HttpResponse(f"The page {len(self.asked)}")


def get(path: str, **more: object) -> HttpRequest:
    return RequestFactory().get(path, **more)


def words(answer: HttpResponse) -> list[str]:
    assert isinstance(answer, SayingSo)
    return [one.decode() for one in answer.streaming_content]


@override_settings(SAY_SO_AFTER=AT_ONCE)
def test_a_page_that_is_ready_at_once_is_simply_given(ready: Event) -> None:
    ready.set()
    assert WorkingOut(Pages(ready))(get("/")).content == b"The page 1"


@override_settings(SAY_SO_AFTER=0.01)
def test_whoever_waits_is_told_and_then_sent_to_where_they_wanted_to_go(ready: Event) -> None:
    pages = Pages(ready)
    around = WorkingOut(pages)
    answer = around(get("/monday?as-at=2026-01-09&team=a%26b"))
    assert (answer.status_code, answer["Cache-Control"]) == (202, "no-store")
    told = iter(answer.streaming_content)
    assert "Working it out" in next(told).decode()
    assert "things worked out" in next(told).decode()
    ready.set()
    rest = b"".join(told).decode()
    assert '<meta http-equiv="refresh" content="0;url=/monday?as-at=2026-01-09&amp;team=a%26b">' in rest
    assert rest.rstrip().endswith("</html>")
    assert around(get("/monday?as-at=2026-01-09&team=a%26b")).content == b"The page 2"
    assert len(pages.asked) == 2, "it was worked out once, and given once"


@override_settings(SAY_SO_AFTER=0.01)
def test_two_who_wait_for_one_page_wait_for_the_same_work(ready: Event) -> None:
    pages = Pages(ready)
    around = WorkingOut(pages)
    both = [around(get("/?as-at=2026-01-09")) for _ in range(2)]
    ready.set()
    assert ["refresh" in "".join(words(one)) for one in both] == [True, True]
    assert len(pages.asked) == 1


@override_settings(SAY_SO_AFTER=0.01)
def test_each_day_is_waited_for_anew(ready: Event) -> None:
    around = WorkingOut(Pages(ready))
    first = around(get("/?as-at=2026-01-09"))
    ready.set()
    words(first)
    ready.clear()
    assert isinstance(around(get("/?as-at=2026-01-08")), SayingSo)


@override_settings(SAY_SO_AFTER=0.01)
def test_each_seat_waits_for_its_own_page_since_one_without_names_is_told_of_another_day(ready: Event) -> None:
    around = WorkingOut(Pages(ready))
    first = around(get("/"))
    ready.set()
    words(first)
    ready.clear()
    theirs = get("/")
    theirs.COOKIES[COOKIE] = get_cookie_signer(salt=COOKIE).sign("portfolio-holder")
    assert isinstance(around(theirs), SayingSo)


@pytest.mark.parametrize(
    "request_", [RequestFactory().post("/enter"), get("/no/such/page"), get("/", **{PATIENT: True})]
)
@override_settings(SAY_SO_AFTER=0.01)
def test_a_form_an_address_that_leads_nowhere_and_a_program_get_the_answer_itself(request_: HttpRequest) -> None:
    assert WorkingOut(lambda _: HttpResponse("itself"))(request_).content == b"itself"


@override_settings(SAY_SO_AFTER=None)
def test_where_nobody_is_told_everybody_gets_the_page(ready: Event) -> None:
    ready.set()
    assert WorkingOut(Pages(ready))(get("/")).content == b"The page 1"


@override_settings(SAY_SO_AFTER=AT_ONCE)
def test_what_works_a_page_out_beside_may_only_read(reading: list[str]) -> None:
    def page(_: HttpRequest) -> HttpResponse:
        reading.append("page")
        return HttpResponse("read")

    WorkingOut(page)(get("/"))
    assert reading == ["begins", "page", "ends"]


@override_settings(SAY_SO_AFTER=AT_ONCE)
def test_what_goes_wrong_in_a_page_goes_wrong_for_whoever_asked() -> None:
    def broken(_: HttpRequest) -> HttpResponse:
        raise RuntimeError("planted")

    with pytest.raises(RuntimeError, match="planted"):
        WorkingOut(broken)(get("/"))


def test_how_far_it_is_never_says_that_it_is_done_before_it_is(ready: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working_out, "worked_out", iter([0, *[1000] * 50]).__next__)
    with override_settings(SAY_SO_AFTER=0.01):
        answer = WorkingOut(Pages(ready))(get("/"))
    told = iter(answer.streaming_content)
    next(told)
    assert f"{working_out.USUAL - 1} of about {working_out.USUAL} things" in next(told).decode()
