"""The one door to a write: permission, version, idempotency, audit, commit, in one transaction or not at all.

Whatever a person puts on record goes through ``save``, for several children at once through ``save_many``, or through
``save_of_council`` where it is about no child; whatever a file of records puts there goes through
``holdfast.casework.importing``. There is no third: see ``tests/whole_repo/test_one_door.py``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from holdfast.casework.acts.act import Act, Doing, Problem, Words, to_come_of
from holdfast.casework.acts.leaving import ActToMany, of_one
from holdfast.casework.acts.of_council import CouncilAct, OfCouncil, Since
from holdfast.casework.asker import Asker
from holdfast.casework.permissions import NotThere, can, check_may, council_basis
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.field import Fact
from holdfast.store.acting import Acted, ActLine, answered, digest_of, in_turn, put_on_record, versions_since
from holdfast.store.load import load_child


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a form asks to be saved: by its own key, on the record as it stood at position ``base``."""

    child: str
    words: Words
    key: str
    base: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """It is on record, as this entry. ``again``: it was already, and the same form came once more.

    ``sees``: whoever saved it may still look at the child.
    """

    entry: int
    words: str
    again: bool = False
    sees: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Amiss:
    """It cannot be put on record as it stands. Nothing was changed; the words are kept by whoever asked.

    ``anew``: the form's key is used up. Under a new key it may be saved on the record as it stands at this position.
    """

    problems: tuple[Problem, ...]
    anew: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What somebody else put on record since the form was opened."""

    who: str
    at: datetime
    what: str
    fact: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Somebody else changed the same thing since the form was opened. Nothing was written; both texts are shown.

    ``position`` is where the record stands now: whoever has seen both versions may save on that.
    """

    changes: tuple[Change, ...]
    position: int


Outcome = Saved | Amiss | Conflict


def save(
    act: Act, asker: Asker, asked: Asked, *, made_at: datetime, settings: Settings, workers: Mapping[str, str],
    names: frozenset[str] = frozenset(), forenames: frozenset[str] = frozenset(),
) -> Outcome:  # fmt: skip
    """Put what the form says on record, or say why not. An act may refuse ``names`` and ask about ``forenames``.

    Raises NotThere where the asker may not do this to this child, whether or not there is such a child. Everything
    that is read here is read within the same transaction, after its turn has come: nobody else writes in between.
    """
    with in_turn() as position:
        child = load_child(asked.child)
        standing = Standing(child, made_at)
        try:
            basis = check_may(act.code, asker.seat, standing)
        except NotThere:
            return _done_by_now_parted(act, asker, asked, standing)
        if not asked.key:
            return _without_a_key(asked.base, position)
        before = answered(asked.key)
        if before is not None:
            found = _as_answered(before, act.code, asked.child, asker, asked.words, min(asked.base, position))
            return replace(found, sees=_sees(act, asker, standing)) if isinstance(found, Saved) else found
        if lies_ahead(asked.base, position):
            return _ahead(position)
        doing = Doing(
            asker=asker, standing=standing, words=asked.words, key=asked.key, made_at=made_at, settings=settings,
            workers=workers, names=names, forenames=forenames, to_come=to_come_of(child, made_at),
        )  # fmt: skip
        since = _changed(asker, standing, asked.base, act.about(doing), act.told_with(doing))
        if since:
            return Conflict(changes=since, position=position)
        problems = act.amiss(doing)
        if problems:
            return Amiss(problems=problems)
        return _put(act, doing, asked, basis)


def _changed(
    asker: Asker, standing: Standing, base: int, about: Sequence[Fact], told_with: Sequence[Fact]
) -> tuple[Change, ...]:  # fmt: skip
    """What somebody else changed of ``about``; beside a change, what was signed with it, for whoever sees the child."""
    found = versions_since(base, standing.child.id, about)
    if found and can("look", asker.seat, standing):
        found += versions_since(base, standing.child.id, told_with)
    return tuple(Change(**one) for one in found)


def _changed_of(act: ActToMany, asker: Asker, standing: Standing, base: int) -> tuple[Change, ...]:
    """The same of a child who is no more among those of the form."""
    return _changed(asker, standing, base, act.watched(standing), act.told_with(standing))


def _put(act: Act, doing: Doing, asked: Asked, basis: str) -> Saved:
    """What the act comes to, and its line, as one entry."""
    asker, made_at = doing.asker, doing.made_at
    line = ActLine(
        act=act.code, child=asked.child, who=asker.who, seat=asker.seat.code, basis=basis, key=asked.key,
        base=asked.base, words=act.done,
    )  # fmt: skip
    entry = put_on_record(
        act.facts(doing), line, made_at=made_at, who=asker.name, what=act.done, said=asked.words,
        withdrawn=act.withdraws(doing),
    )  # fmt: skip
    after = Standing(load_child(asked.child), made_at) if act.parts_from else doing.standing
    return Saved(entry=entry, words=act.done, sees=_sees(act, asker, after))


def _sees(act: Act, asker: Asker, standing: Standing) -> bool:
    """Whether whoever did the act may still look at the child."""
    return not act.parts_from or can("look", asker.seat, standing)


def _done_by_now_parted(act: Act, asker: Asker, asked: Asked, standing: Standing) -> Saved:
    """The same answer once more to the same form, where the act itself ended what its asker had to do with the child.

    Raises NotThere for every other form: who may not do it learns nothing.
    """
    before = answered(asked.key) if asked.key and act.parts_from else None
    if before is None or (before.act, before.child, before.who) != (act.code, asked.child, asker.who):
        raise NotThere(act.code)
    if before.digest != digest_of(asked.words):
        raise NotThere(act.code)
    return Saved(entry=before.entry, words=before.words, again=True, sees=_sees(act, asker, standing))


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOfMany:
    """What a form about several children at once asks: ``about`` whom, and the children that the form ``named``."""

    about: str
    named: tuple[str, ...]
    words: Words
    key: str
    base: int


def save_many(
    act: ActToMany, asker: Asker, asked: AskedOfMany, *, made_at: datetime, settings: Settings,
    workers: Mapping[str, str],
) -> Outcome:  # fmt: skip
    """Put on record what a form says about several children, all of it in one entry or nothing.

    Which children those are is read within the turn. Raises NotThere where the asker may not do it to any one of them.
    """
    with in_turn() as position:
        basis = act.basis(asker.seat, asked.about, made_at)
        if basis is None:
            raise NotThere(act.code)
        told = _told_before(act.code, asker, asked, position)
        if told is not None:
            return told
        theirs = act.children(asked.about, made_at)
        records = {child: load_child(child) for child in sorted({*theirs, *asked.named})}
        standings = {child: Standing(one, made_at) for child, one in records.items()}
        for one in standings.values():
            check_may(act.code, asker.seat, one)
        gone = [standings[child] for child in asked.named if child not in theirs]
        if since := [change for one in gone for change in _changed_of(act, asker, one, asked.base)]:
            return Conflict(changes=tuple(since), position=position)
        whole = Doing(
            asker=asker, standing=Standing(load_child(asked.about), made_at), words=asked.words, key=asked.key,
            made_at=made_at, settings=settings, workers=workers,
        )  # fmt: skip
        doings = tuple(of_one(whole, records[child]) for child in theirs)
        problems = act.amiss(whole, doings)
        if problems:
            return Amiss(problems=tuple(problems))
        line = ActLine(
            act=act.code, child=asked.about, who=asker.who, seat=asker.seat.code, basis=basis, key=asked.key,
            base=asked.base, words=act.done,
        )  # fmt: skip
        entry = put_on_record(
            act.facts(whole, doings), line, made_at=made_at, who=asker.name, what=act.done, said=asked.words
        )
        return Saved(entry=entry, words=act.done)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOfCouncil:
    """What a form about no child asks: ``about`` what, on the record as it stood at position ``base``."""

    about: str
    words: Words
    key: str
    base: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictOfCouncil:
    """Somebody else put something on record about the same thing since the form was opened. Nothing was written.

    ``position`` is where the record stands now: whoever has seen both versions may save on that.
    """

    since: tuple[Since, ...]
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Already:
    """All of it is on record already, so nothing was written."""


def save_of_council(
    act: CouncilAct, asker: Asker, asked: AskedOfCouncil, *, made_at: datetime
) -> Saved | Amiss | ConflictOfCouncil | Already:
    """Put on record what a form says that is about no child, or say why not.

    Raises NotThere where the asker may not do it.
    """
    with in_turn() as position:
        basis = council_basis(act.code, asker.seat)
        if basis is None:
            raise NotThere(act.code)
        told = _told_before(act.code, asker, asked, position)
        if told is not None:
            return told
        doing = OfCouncil(asker=asker, about=asked.about, words=asked.words, made_at=made_at)
        problems = act.amiss(doing)
        if problems:
            return Amiss(problems=tuple(problems))
        rows = act.rows(doing)
        if not rows:
            return Already()
        since = act.since(doing, asked.base)
        if since:
            return ConflictOfCouncil(since=tuple(since), position=position)
        line = ActLine(
            act=act.code, child=asked.about, who=asker.who, seat=asker.seat.code, basis=basis, key=asked.key,
            base=asked.base, words=act.done,
        )  # fmt: skip
        entry = put_on_record((), line, made_at=made_at, who=asker.name, what=act.done, rows=rows, said=asked.words)
        return Saved(entry=entry, words=act.done)


def _told_before(act: str, asker: Asker, asked: AskedOfMany | AskedOfCouncil, position: int) -> Saved | Amiss | None:
    """The answer to a form that came before, has no key, or was opened on no record there is; None for any other."""
    if not asked.key:
        return _without_a_key(asked.base, position)
    before = answered(asked.key)
    if before is not None:
        return _as_answered(before, act, asked.about, asker, asked.words, min(asked.base, position))
    return _ahead(position) if lies_ahead(asked.base, position) else None


def _as_answered(
    before: Acted, act: str, about: str, asker: Asker, words: Words, seen: int
) -> Saved | Amiss:  # fmt: skip
    """The same answer once more, where the same form came again with the same words.

    Whoever wrote it has read the record as it stood at ``seen``, and their own save. From there they go on: whatever
    somebody else put on record after that is shown to them before they save, as to everybody.

    A key that stands for something else is refused, since it would hide a save; and so are other words under the same
    key: what came first is on record, and what was written since would be lost without anybody having been told.
    """
    if (before.act, before.child, before.who) != (act, about, asker.who):
        return Amiss(problems=(Problem(part="", words=OF_SOMETHING_ELSE),), anew=seen)
    if before.digest and before.digest != digest_of(words):
        return Amiss(problems=(Problem(part="", words=OTHER_WORDS),), anew=max(seen, before.entry))
    return Saved(entry=before.entry, words=before.words, again=True)


def lies_ahead(base: int, position: int) -> bool:
    """Whether a form says that it was opened on a record that is not there yet: it would meet no other version."""
    return base > position


def _without_a_key(base: int, position: int) -> Amiss:
    return Amiss(problems=(Problem(part="", words=WITHOUT_A_KEY),), anew=min(base, position))


def _ahead(position: int) -> Amiss:
    return Amiss(problems=(Problem(part="", words=OPENED_AHEAD),), anew=position)


OPENED_AHEAD = (
    "This form says that it was opened later than anything on record, so nobody can tell what you had read. Nothing "
    "was saved. Your words are below and are kept. Read what is on record now, then save again."
)
OF_SOMETHING_ELSE = "This form was used for something else. Your words are below; save again to put them on record."
OTHER_WORDS = (
    "This form is on record already, as it stood when it was sent first. What you have written since is below and is "
    "kept, and is not on record. Look at what is there, take out below what need not be said twice, and save again."
)
WITHOUT_A_KEY = "This form has no number of its own. Your words are below; save again to put them on record."
