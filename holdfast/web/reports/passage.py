"""One passage: what the rules read of it, what people said since, and what became of it where it is a point."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast
from uuid import uuid4

from django.core import signing

from holdfast.casework import drafts
from holdfast.casework.acts.act import Problem, Words
from holdfast.casework.acts.of_council import Since
from holdfast.casework.asker import Asker
from holdfast.casework.permissions import council_basis
from holdfast.casework.reports.acts import ANOTHER, CONFIRM, CORRECT
from holdfast.casework.reports.fates import KeptFate, PointNow, Proposal
from holdfast.casework.reports.held import Passage
from holdfast.casework.written_plan import plan_on_record
from holdfast.dates import say, say_moment
from holdfast.inspection.corrections import Correction
from holdfast.inspection.history.points import FATE_WORDS, Fate, FoundFate
from holdfast.inspection.themes import themes, themes_met
from holdfast.web.asking import Asking
from holdfast.web.may_open import may_take_up
from holdfast.web.parts import Crumb, Tag
from holdfast.web.reports.search import tags, theme_names
from holdfast.web.reports.words import POLARITY_WORDS, Choice, choices, crumbs

FATES: tuple[FoundFate, ...] = ("addressed", "partly", "persists", "deteriorated")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody said of it: who and when, in words, and why."""

    head: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What somebody saved while the form was open."""

    head: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedSentence:
    """One sentence of a later document that may tell what became of the point."""

    key: str
    text: str
    where: str
    proposes: str
    why: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnotherSentence:
    """A sentence that a person names: whether it was chosen, in which later document, on which page, and its words."""

    code: str
    chosen: bool
    documents: tuple[Choice, ...]
    page: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormState:
    """What both forms of the page have: the answer's key and base, what is amiss, and what others saved.

    ``holder`` says, signed, whose draft its words are; ``others`` are drafts of the same form, each with its link.
    """

    act: str
    basis: str
    about: str
    key: str
    base: int
    revision: int
    holder: str
    kept: str
    others: tuple[tuple[str, str], ...]
    errors: tuple[tuple[str, str], ...]
    amiss: dict[str, str]
    theirs: tuple[Version, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassagePage:
    """The whole page. ``correct`` and ``confirm`` are the forms, None for a seat that may not."""

    crumbs: tuple[Crumb, ...]
    title: str
    action: str
    text: str
    document: Crumb
    tags: tuple[Tag, ...]
    themes: str
    read: tuple[tuple[str, str], ...]
    corrections: tuple[Said, ...]
    done: bool
    correct: FormState | None
    theme_choices: tuple[Choice, ...]
    polarity_choices: tuple[Choice, ...]
    is_point: bool
    fate: str
    fate_by: str
    fates: tuple[Said, ...]
    proposals: tuple[ProposedSentence, ...]
    confirm: FormState | None
    another: AnotherSentence | None
    fate_choices: tuple[Choice, ...]
    in_the_plan: tuple[Crumb, ...]
    take_up: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A form that came back without being saved: which, its words, what is amiss, and what others saved.

    ``kept`` says when its words were kept, where it is a draft that is opened again.
    """

    act: str
    words: Words
    problems: tuple[Problem, ...] = ()
    since: tuple[Since, ...] = ()
    base: int = 0
    revision: int = 0
    kept: str = ""


def passage_page(
    asking: Asking, one: Passage, now: PointNow | None, key: str, back: Answered | None, done: bool
) -> PassagePage:
    """The page of one passage; ``now`` is how it stands where it is a point."""
    words: Words = back.words if back else {}
    document = one.document
    href = asking.link(f"/inspectors/report/{document.key}#{one.kind}-{one.place}")
    mine, theirs = (words if back and back.act == act else {} for act in (CORRECT, CONFIRM))
    chosen = mine.get("themes", " ".join(one.themes)).split()
    return PassagePage(
        crumbs=crumbs(asking, Crumb(text=document.title, href=href), Crumb(text=_name(one))),
        title=f"{_name(one)} of {document.title}", action=f"/inspectors/report/{one.address}",
        text=one.text,
        document=Crumb(text=f"{document.council}, {_place(one)}: read it where it stands", href=href),
        tags=tags(one), themes=theme_names(one.themes), read=_read(one),
        corrections=tuple(_said(each) for each in one.said.corrections), done=done,
        correct=_form(asking, one, CORRECT, key, back, mine),
        theme_choices=tuple(Choice(code=each.id, text=each.name, chosen=each.id in chosen) for each in themes()),
        polarity_choices=choices(POLARITY_WORDS.items(), mine.get("polarity", one.polarity or ""))
        if one.polarity else (),
        is_point=now is not None, fate=_capital(now.words) if now else "", fate_by=_by(now),
        fates=tuple(_confirmed(each) for each in now.history) if now else (),
        proposals=tuple(_proposed(each, theirs.get("sentence", "")) for each in now.proposals) if now else (),
        confirm=_form(asking, one, CONFIRM, key, back, theirs) if now and now.later else None,
        another=_another(now, theirs) if now else None,
        in_the_plan=_in_the_plan(asking, one) if now else (),
        take_up=f"/inspectors/report/{one.address}/plan" if now and may_take_up(asking) else "",
        fate_choices=choices([(each, _capital(FATE_WORDS[each])) for each in FATES], theirs.get("fate", "")),
    )  # fmt: skip


def _in_the_plan(asking: Asking, one: Passage) -> tuple[Crumb, ...]:
    """The objectives that the point was taken into."""
    plan = plan_on_record(asking.council, asking.view)
    return tuple(
        Crumb(text=each.title, href=asking.link(f"/plan/{each.slug}"))
        for each in plan.objectives
        if one.address in each.points
    )


def _name(one: Passage) -> str:
    return f"{'Point' if one.kind == 'point' else 'Sentence'} {one.place}"


def _place(one: Passage) -> str:
    """Where it stands, without its own number, which the title says."""
    return f"page {one.page}" if one.kind == "point" else one.where


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _read(one: Passage) -> tuple[tuple[str, str], ...]:
    """What the rules read: each theme with the words by which it is told, and how the text speaks."""
    names = {each.id: each.name for each in themes()}
    met = {each.theme: ", ".join(each.words) for each in themes_met(one.text)}
    read = tuple(
        (names[theme], f"by the words: {met[theme]}" if theme in met else "as every point to the safeguarding board")
        for theme in one.said.read_themes
    )
    read = read or (("No theme of the list", "none of its words was met"),)
    how = one.said.read_polarity
    # Until somebody puts it right, the page says how it speaks in one word above these.
    if how is None or not one.said.corrections:
        return read
    return (*read, (f"It speaks of: {POLARITY_WORDS[how].lower()}", "by the words of each clause"))


def _said(one: Correction) -> Said:
    parts = []
    if one.themes is not None:
        parts.append(f"It is about: {theme_names(one.themes)}.")
    if one.polarity is not None:
        parts.append(f"It speaks of: {POLARITY_WORDS[one.polarity].lower()}.")
    return Said(head=f"{one.by}, {say_moment(one.at)}", words=" ".join(parts), reason=one.reason)


def _confirmed(one: KeptFate) -> Said:
    proposed = ""
    if one.proposed != one.fate:
        rules = FATE_WORDS[cast(Fate, one.proposed)] if one.proposed else "nothing by this sentence"
        proposed = f" The rules had proposed: {rules}."
    return Said(
        head=f"{one.by}, {say(one.on)}",
        words=f"{_capital(FATE_WORDS[one.fate])}, by the sentence “{one.sentence}” (page {one.page}).{proposed}",
        reason=one.reason,
    )  # fmt: skip


def _by(now: PointNow | None) -> str:
    if now is None:
        return ""
    if now.confirmed is None:
        return "Only a person settles it." if now.proposals else "Nobody has confirmed what became of it."
    return f"Confirmed by {now.confirmed.by} on {say(now.confirmed.on)}."


def _proposed(one: Proposal, chosen: str) -> ProposedSentence:
    shared = ", ".join((*_whole(one.evidence.text, one.evidence.shared), *one.evidence.cues))
    return ProposedSentence(
        key=one.key, text=one.evidence.text, where=f"{one.later.title}, {one.evidence.place}",
        proposes=_capital(FATE_WORDS[one.fate.fate]),
        why=f"By words in common, and words that say how it went: {shared}",
        chosen=one.key == chosen,
    )  # fmt: skip


def _another(now: PointNow, words: Words) -> AnotherSentence:
    later = choices([(one.key, one.title) for one in now.later], words.get("later", ""))
    chosen = words.get("sentence", "") == ANOTHER or not now.proposals
    return AnotherSentence(
        code=ANOTHER, chosen=chosen, documents=later, page=words.get("page", ""), words=words.get("words", "")
    )


def _whole(text: str, beginnings: Iterable[str]) -> tuple[str, ...]:
    """The words of the text by their beginnings: words are compared without their endings, and told with them."""
    found = (re.search(rf"\b{re.escape(one)}[\w\u2019'-]*", text, re.IGNORECASE) for one in beginnings)
    return tuple(one.group().lower() for one in found if one)


def _form(
    asking: Asking, one: Passage, act: str, key: str, back: Answered | None, words: Words
) -> FormState | None:  # fmt: skip
    basis = council_basis(act, asking.seat)
    if basis is None:
        return None
    ours = back if back and back.act == act else None
    problems: Sequence[Problem] = ours.problems if ours else ()
    # Each of the two forms has a key of its own, and so a draft of its own.
    own = key if ours else uuid4().hex
    return FormState(
        act=act, basis=basis, about=one.address, key=own, revision=ours.revision + 1 if ours else 1,
        holder=signing.dumps(asking.seat.code, salt="holder"), kept=ours.kept if ours else "",
        others=tuple(
            (asking.link(f"/inspectors/report/{one.address}", draft=each.key), say_moment(each.saved_at))
            for each in drafts.of(Asker.of(asking.seat), one.address)
            if each.act == act and each.key != own
        ),
        base=ours.base if ours and ours.base else asking.council.position,
        errors=tuple((f"{act}-{one.part}", one.words) for one in problems),
        amiss={one.part: one.words for one in problems}, reason=words.get("reason", ""),
        theirs=tuple(
            Version(head=f"{one.who}, {say_moment(one.at)}", words=one.words) for one in (ours.since if ours else ())
        ),
    )  # fmt: skip
