"""The small things that pages are made of, as plain values: what holdfast/web/templates/holdfast/parts shows."""

from dataclasses import dataclass

from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A word in a box, which carries the meaning. The colour is one of: "", "now", "soon", "done", "quiet", "local"."""

    text: str
    colour: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table: its words, and where they lead. `detail` is a quieter second line."""

    text: str
    href: str = ""
    detail: str = ""
    numeric: bool = False
    tag: Tag | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of one column."""

    text: str
    numeric: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row; its first cell names it. `key` is the anchor that an address may point at."""

    cells: tuple[Cell, ...]
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its caption. `wide` lets it be pushed sideways inside its own box on a small screen."""

    caption: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    key: str = ""
    note: str = ""
    caption_hidden: bool = False
    small: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture with the words and the table that say the same. `folded` is what the closed table is called."""

    svg: SafeString
    words: str = ""
    table: Table | None = None
    folded: str = ""
    beside: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person by name, perhaps with a page, and one quieter word about them."""

    name: str
    href: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """One step of the way to this page; the last has no address."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A small notice across the page. The kind is one of: "", "good", "care"."""

    text: str
    href: str = ""
    link: str = ""
    kind: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    """A list with nothing in it: what is not there, and what that means."""

    what: str
    means: str = ""
    href: str = ""
    link: str = ""
