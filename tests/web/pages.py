"""A page as a test sees it: what it answered, its words, its parts, and how many queries it took."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from django.core.signing import get_cookie_signer
from django.db import connection
from django.test import Client
from django.urls import Resolver404, resolve
from lxml import html as lxml_html

from holdfast.web.seats import COOKIE

LOOK = re.compile(r"store_look|SAVEPOINT|^(BEGIN|COMMIT)")
"""What leaves the line of a look, which every answer does in the same few queries."""

ANOTHER_MOMENT = re.compile(r"[?&](as-(at|known)|weeks)=")
"""A link to another moment, or two years back: a whole council worked out anew. Tests of their own open those."""

_BLANKS = re.compile(r"\s+")


def words_of(element: Any) -> str:
    """The words in an element, with single blanks between them."""
    return _BLANKS.sub(" ", " ".join(element.itertext())).strip()


@dataclass(frozen=True)
class Page:
    """One answer. ``queries`` counts what was asked of the database for it, the line that every look leaves aside."""

    path: str
    status: int
    html: str
    queries: int
    headers: Mapping[str, str]
    sql: tuple[str, ...] = ()

    @cached_property
    def root(self) -> Any:
        """The whole page, parsed."""
        return lxml_html.document_fromstring(self.html)

    @cached_property
    def main(self) -> Any:
        """The part of the page that is its own."""
        return self.root.xpath("//main")[0]

    @cached_property
    def text(self) -> str:
        """The words of the page's own part, or of a plain answer."""
        return words_of(self.main) if "<main" in self.html else _BLANKS.sub(" ", self.html).strip()

    @property
    def location(self) -> str:
        """Where the answer sends the browser."""
        return self.headers.get("Location", "")

    @property
    def route(self) -> str:
        """The name of the route that answered; empty for an address that leads nowhere."""
        return route_of(self.path)

    def by_id(self, key: str) -> Any:
        """The one element with this id; LookupError where there is none or more than one."""
        found = self.root.xpath("//*[@id=$key]", key=key)
        if len(found) != 1:
            raise LookupError(f"{self.path} has {len(found)} elements with the id {key!r}")
        return found[0]

    def find(self, xpath: str) -> list[Any]:
        """The elements that an XPath finds in the whole page."""
        return list(self.root.xpath(xpath))

    def links(self) -> Iterator[str]:
        """Where the page's links lead within the product: path and query, without the mark."""
        for href in self.root.xpath("//a/@href"):
            whole = urljoin(f"http://here{self.path}", urldefrag(href).url)
            parts = urlsplit(whole)
            if parts.netloc == "here":
                yield parts.path + (f"?{parts.query}" if parts.query else "")


Ask = Callable[..., Page]


def ask(
    path: str, seat: str | None = None, post: Mapping[str, Any] | None = None, client: Client | None = None
) -> Page:
    """Ask for a page through somebody's eyes; with ``post`` the form is sent."""
    client = client or Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
    if seat is not None:
        client.cookies[COOKIE] = get_cookie_signer(salt=COOKIE).sign(seat)
    sql: list[str] = []

    def note(execute: Callable[..., Any], said: str, *rest: Any) -> Any:
        sql.append(said)
        return execute(said, *rest)

    # Django's own way to count has no COPY with parameters, which is how the record is read from PostgreSQL.
    with connection.execute_wrapper(note):
        answer = client.get(path) if post is None else client.post(path, post)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return Page(
        path=path, status=answer.status_code, html=body.decode(), queries=sum(not LOOK.search(one) for one in sql),
        headers=dict(answer.items()), sql=tuple(sql),
    )  # fmt: skip


def route_of(path: str) -> str:
    """The name of the route to which an address leads; empty for none."""
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return ""


def crawl(seat: str | None = None, *, most: int = 3, begin: str = "/") -> list[Page]:
    """Every page of the present that links lead to from the first, of each route so many."""
    pages: list[Page] = []
    seen, waiting, taken = {begin}, [begin], dict[str, int]()
    while waiting:
        path = waiting.pop(0)
        route = route_of(path)
        if taken.get(route, 0) >= most:
            continue
        taken[route] = taken.get(route, 0) + 1
        page = ask(path, seat)
        pages.append(page)
        if page.headers.get("Content-Type", "").startswith("text/html"):
            fresh = [
                link for link in dict.fromkeys(page.links())
                if link not in seen and not link.startswith("/static/") and not ANOTHER_MOMENT.search(link)
            ]  # fmt: skip
            seen.update(fresh)
            waiting += fresh
    return pages
