"""What the registers' templates are given: words, numbers and links, and nothing else."""

from dataclasses import dataclass

from holdfast.web.parts import Crumb, Empty, Table
from holdfast.web.portion import Portion


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistersPage:
    """All registers: one table, and those of which this record cannot say anything, with the cure."""

    whose: str
    table: Table
    silent: Table | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage:
    """One register: how many, what changed, who is on it, and what it cannot know."""

    crumbs: tuple[Crumb, ...]
    title: str
    question: str
    count: str
    others: str
    changes: tuple[str, ...]
    portion: Portion | None
    table: Table | None
    empty: Empty | None
    rule: str
    needs: tuple[str, ...]
    limits: str
    missing: str
    unsure: Table | None
