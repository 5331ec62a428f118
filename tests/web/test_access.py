"""Every route is listed with who may use it; reading writes nothing; a seat without names sees no child at all."""

import re
from types import ModuleType

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import get_resolver, path

from holdfast.casework.importing import begin
from holdfast.casework.the_council import the_council
from holdfast.casework.view import View
from holdfast.record.columns import columns_from
from holdfast.record.people import Person
from holdfast.web import urls
from holdfast.web.access import READ, REGISTER
from holdfast.web.seats import SEATS
from holdfast.web.today import now
from tests.web.pages import LOOK, Ask, Page, ask

CHILD_ID = re.compile(r"WX-(?:\d{6}|S\d\d-\d+)")


def test_every_route_is_in_the_register_and_nothing_else_is() -> None:
    assert {one.name for one in get_resolver().url_patterns} == set(REGISTER)


def test_every_route_says_what_it_is_for() -> None:
    assert [name for name, one in REGISTER.items() if not one.purpose.strip()] == []


def _planted(request: HttpRequest) -> HttpResponse:
    return HttpResponse("what nobody listed")


def test_a_route_that_nobody_listed_is_not_answered(page: Ask) -> None:
    more = ModuleType("more_urls")
    more.__dict__.update(
        urlpatterns=[*urls.urlpatterns, path("planted", _planted, name="planted")], handler404=urls.handler404
    )
    with override_settings(ROOT_URLCONF=more):
        answer = page("/planted")
    assert (answer.status, "what nobody listed" in answer.html) == (404, False)


def test_links_from_the_first_page_lead_to_every_route_that_can_be_read(every_page: list[Page]) -> None:
    written = {
        "act", "leave", "objective-act", "objective-open", "inspectors-take-in", "inspectors-take-point", "visit-word",
        "throw-away",
    }  # fmt: skip
    readable = {name for name, one in REGISTER.items() if "GET" in one.methods} - {"healthz", *written}
    assert readable - {one.route for one in every_page} == set()


def test_every_link_leads_somewhere(every_page: list[Page]) -> None:
    assert [f"{one.path}: {one.status}" for one in every_page if one.status != 200] == []


@pytest.mark.parametrize("name", sorted(name for name, one in REGISTER.items() if one.methods == READ))
def test_what_is_only_read_takes_no_form(name: str, every_page: list[Page]) -> None:
    example = next((one.path for one in every_page if one.route == name), "/healthz")
    assert ask(example, post={}).status == 405


def test_entering_is_no_page_to_read(page: Ask) -> None:
    assert page("/enter").status == 405


def _rows() -> dict[str, int]:
    with connection.cursor() as cursor:
        counts = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            counts[table] = cursor.fetchone()[0]
    return counts


def test_reading_any_page_writes_nothing(every_page: list[Page]) -> None:
    before, examples = _rows(), {one.route: one.path for one in every_page}
    pages = [ask(one) for one in examples.values()]
    writes = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP)", re.IGNORECASE)
    wrote = [sql for one in pages for sql in one.sql if writes.match(sql)]
    assert [sql for sql in wrote if not LOOK.search(sql)] == []
    assert len(wrote) >= len(pages) - 1, "every page but the one that says nothing of anybody leaves a line"
    after = _rows()
    assert {name: many for name, many in after.items() if not LOOK.search(name)} == {
        name: many for name, many in before.items() if not LOOK.search(name)
    }


def _children() -> dict[str, str]:
    return dict(the_council().names)


def test_the_portfolio_holder_sees_no_childs_name_number_or_page(without_names: list[Page]) -> None:
    names = frozenset(_children().values())
    assert len(without_names) > 20
    found = []
    for one in without_names:
        text = " ".join(one.root.itertext())
        found += [f"{one.path} names {name}" for name in names if name in text]
        found += [f"{one.path} has the id {child}" for child in CHILD_ID.findall(one.html)]
        found += [f"{one.path} leads to {link}" for link in one.links() if link.startswith("/child/")]
    assert found == []


def test_the_portfolio_holder_is_led_to_no_page_that_is_refused(without_names: list[Page]) -> None:
    assert [f"{one.path}: {one.status}" for one in without_names if one.status != 200] == []


UNLINKED = {
    "act": "/child/WX-S05-1/do/visit-note", "draft": "/draft", "leave": "/worker/WX-W-chloe/leave",
    "visit-word": "/visits/after/visit-5/conferences-too-late", "throw-away": "/words/throw-away",
}  # fmt: skip
"""Addresses of routes to which somebody who looks round is not led."""


@pytest.mark.parametrize("name", sorted(name for name, one in REGISTER.items() if one.names))
def test_a_seat_without_names_is_refused_every_page_with_names(name: str, every_page: list[Page]) -> None:
    examples = [one.path for one in every_page if one.route == name] or [UNLINKED[name]]
    for example in examples:
        answer = ask(example, seat="portfolio-holder", post={} if name == "draft" else None)
        assert (answer.status, CHILD_ID.findall(answer.html)) == (404, [])


SEES_SOME = [one for one in SEATS if one.names and not one.sees_all]


@pytest.mark.parametrize("seat", SEES_SOME, ids=[one.code for one in SEES_SOME])
def test_a_seat_is_not_shown_a_child_it_does_not_see(seat, page: Ask) -> None:
    theirs = seat.children(the_council(), View(as_at=now()))
    others = sorted(set(_children()) - theirs)
    assert theirs
    assert page(f"/child/{min(theirs)}", seat=seat.code).status == 200
    hidden = page(f"/child/{others[0]}", seat=seat.code)
    nobody = page("/child/nobody", seat=seat.code)
    assert (hidden.status, hidden.text) == (nobody.status, nobody.text) == (404, hidden.text)
    assert _children()[others[0]] not in hidden.html


@pytest.mark.parametrize("seat", SEES_SOME, ids=[one.code for one in SEES_SOME])
def test_the_monday_list_of_a_seat_leads_only_to_its_own_children(seat, page: Ask) -> None:
    theirs = seat.children(the_council(), View(as_at=now()))
    linked = {link.split("/")[2].split("?")[0] for link in page("/monday", seat=seat.code).links() if "/child/" in link}
    assert linked <= theirs


def test_a_cookie_that_was_forged_is_the_seat_of_somebody_looking_round(page: Ask) -> None:
    client = Client(SERVER_NAME="127.0.0.1")
    client.cookies["holdfast-seat"] = "director:forged:signature"
    assert "Somebody looking round" in ask("/about/", client=client).html


def test_no_page_is_served_of_a_record_that_nobody_has_begun(page: Ask, nothing_yet: None) -> None:
    answer = page("/")
    assert (answer.status, "does not come from the invented council" in answer.text) == (503, True)


def test_no_page_is_served_of_a_record_that_is_not_the_invented_councils(page: Ask, nothing_yet: None) -> None:
    person = Person(child="E-1", forename="Nobody", surname="Real")
    begin(columns_from([person]), who="a test", what="another council", source="another council", made_at=now())
    for asked in ("/", "/child/E-1", "/monday", "/import/"):
        answer = page(asked)
        assert (answer.status, "Nobody" in answer.html) == (503, False)


def test_another_machine_is_refused_in_a_sentence(page: Ask) -> None:
    answer = ask("/", client=Client(SERVER_NAME="127.0.0.1", REMOTE_ADDR="192.0.2.7"))
    assert (answer.status, "this machine only" in answer.text) == (403, True)


def test_a_host_name_that_is_not_this_machines_is_refused() -> None:
    assert ask("/", client=Client(SERVER_NAME="elsewhere.example")).status == 400
