"""What the Monday page's template is given: words, numbers and links, and nothing else."""

from dataclasses import dataclass

from holdfast.web.parts import Empty, Table, Tag
from holdfast.web.portion import Portion


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One thing about a child: what is and is not on record, the next decision as a question, what would close it.

    ``decide_href`` opens the form of a decision that says what led to it; empty where it is not the asker's to decide.
    """

    what: str
    how_long: str
    asks: str
    closes: str
    tag: Tag
    href: str
    why: str
    why_href: str
    about: str
    decide_href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A child told in full."""

    key: str
    name: str
    href: str
    new: bool
    contact: str
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The children told in full whose weightiest line means the same."""

    heading: str
    key: str
    children: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """A child in one line; ``about`` is the same in fewer words, for the one sheet."""

    key: str
    name: str
    href: str
    words: str
    new: bool = False
    tags: tuple[Tag, ...] = ()
    contact: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A child and a few words: who came off the list and what is no longer late, or what went well for whom."""

    name: str
    href: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnHold:
    """Something that stands and is paused: why, until when, and who decided."""

    name: str
    href: str
    words: str
    reason: str
    until: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Who waits for a decision at the front door, the longest wait first; ``more`` leads to the others, if any."""

    lead: str
    waiting: tuple[Gone, ...]
    more: str
    more_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MondayPage:
    """The whole page. ``door`` stands first, and only for whoever sits there.

    ``rest`` are the children after those told in full; ``sheet`` is there on the one sheet only.
    """

    whose: str
    lead: str
    portion: Portion | None
    groups: tuple[Group, ...]
    rest_heading: str
    rest: tuple[Short, ...]
    all_href: str
    capped_href: str
    sheet_href: str
    back_href: str
    worse: tuple[Short, ...]
    last_on: str
    promised: Table | None
    promised_lead: str
    off: tuple[Gone, ...]
    paused: tuple[OnHold, ...]
    silent: tuple[str, ...]
    unread: tuple[str, ...]
    empty: Empty | None
    good: tuple[Gone, ...] = ()
    compared: bool = True
    unsaid: tuple[Gone, ...] = ()
    sheet: Table | None = None
    door: Door | None = None
