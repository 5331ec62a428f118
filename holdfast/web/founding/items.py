"""The rows of the tour and the stops of its walk, read from the two files beside this module.

A row says in our own words what inspectors found and how far the product shows it. A row that claims anything
has a link; a row without one can only say *not yet*.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args
from urllib.parse import urlencode

from holdfast.web.seats import BY_CODE

State = Literal["works", "partly", "not yet"]

KINDS = frozenset({"weakness", "strength", "team", "process", "context", "recommendation"})

WITHOUT_NAMES = (
    "/basics", "/measures/", "/about/", "/finding/", "/line/",
    "/inspectors/", "/packs/member", "/visits/after/",
)  # fmt: skip
"""Addresses whose page names no child, by how they begin; the first page of all is another."""

NAMES_AFTER_ALL = "/known"
"""How the address ends of a finding's page that names children to everybody who may open it."""


class NotARow(ValueError):
    """A row or stop that does not hold together; the message is a sentence that names it and says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One page, the day or moment at which it is looked at ("": the present), and the thing on it that is marked.

    ``seat`` is the code of the seat that has to be entered first, where the page is only for somebody who acts.
    """

    words: str
    path: str
    as_at: str = ""
    anchor: str = ""
    seat: str = ""

    @property
    def href(self) -> str:
        """The address."""
        asked = f"?{urlencode({'as-at': self.as_at})}" if self.as_at else ""
        return f"{self.path}{asked}{'#' if self.anchor else ''}{self.anchor}"

    @property
    def names_a_child(self) -> bool:
        """Whether the page behind it shows children by name, so that a seat without names may not open it."""
        return self.path != "/" and (not self.path.startswith(WITHOUT_NAMES) or self.path.endswith(NAMES_AFTER_ALL))


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The rows of one council and theme, in one of the two documents."""

    code: str
    document: str
    council: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One row: what inspectors found (``says``), how far it is shown, where to see it, and what is still missing."""

    id: str
    group: str
    kind: str
    says: str
    state: State
    shows: str = ""
    missing: str = ""
    link: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One stop of the walk: what inspectors found, the link to open, and what to notice there."""

    heading: str
    found: str
    notice: str
    items: tuple[str, ...]
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Tour:
    """All groups and rows, in the order of the documents, and the stops of the walk."""

    groups: tuple[Group, ...]
    items: tuple[Item, ...]
    stops: tuple[Stop, ...]

    def of(self, group: str) -> tuple[Item, ...]:
        """The rows of one group."""
        return tuple(one for one in self.items if one.group == group)


@cache
def the_tour() -> Tour:
    """The tour as it is written; NotARow when a file does not hold together."""
    here = resources.files(__package__)
    return tour_of(
        here.joinpath("items.toml").read_text(encoding="utf-8"), here.joinpath("walk.toml").read_text(encoding="utf-8")
    )


def tour_of(items: str, walk: str) -> Tour:
    """The tour in these two texts; NotARow when a row, a stop or the whole does not hold together."""
    written = tomllib.loads(items)
    groups = tuple(_group(one) for one in written.get("group", []))
    rows = tuple(_item(one) for one in written.get("item", []))
    stops = tuple(_stop(one) for one in tomllib.loads(walk).get("stop", []))
    _each_once("row", [one.id for one in rows])
    _each_once("group", [one.code for one in groups])
    _all_known("group", {one.code for one in groups}, [(one.id, one.group) for one in rows])
    _all_known("row", {one.id for one in rows}, [(stop.heading, row) for stop in stops for row in stop.items])
    return Tour(groups=groups, items=rows, stops=stops)


def _group(written: Mapping[str, Any]) -> Group:
    return Group(**_texts(written, "group", str(written.get("code", "without a code")), _names(Group)))


def _item(written: Mapping[str, Any]) -> Item:
    name = str(written.get("id", "without an id"))
    optional = {"shows", "missing", *_LINK}
    texts = _texts(written, "row", name, {"id", "group", "kind", "says", "state"}, optional)
    link = _link(texts, "row", name)
    item = Item(link=link, **{part: words for part, words in texts.items() if part not in _LINK})  # type: ignore[arg-type]
    for holds, why in _RULES:
        if not holds(item):
            raise NotARow(f"The row {name} {why}")
    return item


def _stop(written: Mapping[str, Any]) -> Stop:
    name = str(written.get("heading", "without a heading"))
    items = written.get("items", [])
    rest = {part: words for part, words in written.items() if part != "items"}
    texts = _texts(rest, "stop", name, {"heading", "found", "notice", "see", "path"}, {"as_at", "anchor"})
    link = _link(texts, "stop", name)
    if not link or not items:
        raise NotARow(f"The stop {name} needs a link and at least one row that it shows.")
    return Stop(heading=name, found=texts["found"], notice=texts["notice"], items=tuple(items), link=link)


_LINK = frozenset({"see", "path", "as_at", "anchor", "seat"})

_OF_A_PAGE = ("as_at", "anchor", "seat")

_RULES: tuple[tuple[Callable[[Item], bool], str], ...] = (
    (lambda item: item.state in get_args(State), "has a state that is none of: works, partly, not yet."),
    (lambda item: set(item.kind.split(" and ")) <= KINDS, f"has a kind that is none of: {', '.join(sorted(KINDS))}."),
    (lambda item: bool(item.link) or item.state == "not yet", "has no link, so it can only say: not yet."),
    (lambda item: not item.link or item.state != "not yet", "says: not yet, and has a link; say what the link shows."),
    (lambda item: bool(item.link) == bool(item.shows), "must say what its link shows, and only where it has one."),
    (lambda item: bool(item.missing) != (item.state == "works"), "must say what is missing, or else that it works."),
    (lambda item: not item.link or not item.link.seat or item.link.seat in BY_CODE, "names a seat that nobody has."),
)  # fmt: skip


def _link(texts: Mapping[str, str], what: str, name: str) -> Link | None:
    if not any(part in texts for part in _LINK):
        return None
    if not texts.get("see") or not texts.get("path", "").startswith("/"):
        raise NotARow(f"The link of the {what} {name} needs words of its own (see) and a path that begins with /.")
    return Link(words=texts["see"], path=texts["path"], **{part: texts.get(part, "") for part in _OF_A_PAGE})


def _texts(
    written: Mapping[str, Any], what: str, name: str, needed: set[str], optional: set[str] | None = None
) -> dict[str, str]:
    strange = sorted(set(written) - needed - (optional or set()))
    if strange:
        raise NotARow(f"The {what} {name} has parts that nobody knows: {', '.join(strange)}.")
    absent = sorted(part for part in needed if not written.get(part))
    if absent:
        raise NotARow(f"The {what} {name} lacks: {', '.join(absent)}.")
    crooked = sorted(part for part, words in written.items() if not isinstance(words, str))
    if crooked:
        raise NotARow(f"The {what} {name} has parts that are not words: {', '.join(crooked)}.")
    return dict(written)


def _names(kind: type[Group]) -> set[str]:
    return {one.name for one in fields(kind)}


def _each_once(what: str, names: list[str]) -> None:
    twice = sorted({one for one in names if names.count(one) > 1})
    if twice:
        raise NotARow(f"Each {what} stands once; more than once stands: {', '.join(twice)}.")


def _all_known(what: str, known: set[str], asked: list[tuple[str, str]]) -> None:
    for name, one in asked:
        if one not in known:
            raise NotARow(f"{name} names the {what} {one}, and there is none.")
