"""Acts tried without a database: what they find amiss, the facts they come to, and the record after them."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from holdfast.casework.acts.act import Doing, Problem
from holdfast.casework.acts.register import BY_CODE
from holdfast.casework.asker import Asker
from holdfast.dates import parse_moment
from holdfast.duties.monday_of_one import lines_of_child
from holdfast.duties.settings import WEXMOUTH
from holdfast.duties.standing import Standing
from holdfast.record.child import Child
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact, columns_of
from holdfast.record.register import NOUNS
from holdfast.web import seats

AT = parse_moment("2026-06-01T08:30")


def record(child: str, facts: Iterable[Fact]) -> Child:
    """The record of one child out of these facts."""
    return columns_from(list(facts), NOUNS).child(child)


def doing(
    child: Child, words: Mapping[str, str], *, seat: str = "team-manager", at: datetime = AT, key: str = "k"
) -> Doing:
    """Somebody in a seat does something to the child at a moment."""
    return Doing(
        asker=Asker.of(seats.BY_CODE[seat]), standing=Standing(child, at), words=words, key=key, made_at=at,
        settings=WEXMOUTH,
    )  # fmt: skip


def amiss(act: str, done: Doing) -> dict[str, str]:
    """What is amiss, by part."""
    found: tuple[Problem, ...] = BY_CODE[act].amiss(done)
    parts = [one.part for one in found]
    assert len(parts) == len(set(parts)), f"One part is told twice what is amiss: {found}"
    return {one.part: one.words for one in found}


def after(child: Child, act: str, words: Mapping[str, str], **how: object) -> Child:
    """The record once the act is on it; AssertionError where it could not be."""
    done = doing(child, words, **how)  # type: ignore[arg-type]
    assert amiss(act, done) == {}
    facts = {noun: list(some) for noun, some in child.facts.items()}
    for fact in BY_CODE[act].facts(done):
        key = next(one.name for one in columns_of(type(fact)) if one.key)
        rest = [one for one in facts.get(type(fact), []) if getattr(one, key) != getattr(fact, key)]
        facts[type(fact)] = [*rest, fact]
    return Child(id=child.id, facts={noun: tuple(some) for noun, some in facts.items()}, held=child.held)


def lines(child: Child, at: datetime = AT) -> set[str]:
    """What puts the child on the Monday list at a moment."""
    return {one.code for one in lines_of_child(Standing(child, at), WEXMOUTH)}
