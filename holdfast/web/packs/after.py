"""After a visit: what we said, what they found, and a person's word on the two."""

from collections import Counter
from dataclasses import dataclass

from holdfast.casework.measures import outside_view
from holdfast.casework.packs.words import SAY, words_kept
from holdfast.casework.permissions import council_basis
from holdfast.dates import say
from holdfast.measures.promise import CouncilLine, LinePoint
from holdfast.measures.said_and_found import SaidAndFound, VisitWord, WordOnClaim, said_and_found, visits_until
from holdfast.web.asking import Asking
from holdfast.web.packs.words import PACKS, VISITS, crumbs, first_up, many, moment_words
from holdfast.web.parts import Crumb, Tag
from holdfast.wexmouth.line import the_line
from holdfast.wexmouth.said_and_found import words_on_claims

TITLES: dict[VisitWord, str] = {
    "agreed": "Agreed", "over-claimed": "We claimed too much", "under-claimed": "We claimed too little",
}  # fmt: skip

COLOURS: dict[VisitWord, str] = {"agreed": "done", "over-claimed": "soon", "under-claimed": "quiet"}

NOBODY_YET = Tag(text="Nobody has said yet")

A_PERSONS = "Each word is a person's, with a role and a day. Nothing works it out."


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One finding at the visit: what had been said, what was found, and the word."""

    key: str
    title: str
    href: str
    said: str
    found: str
    tag: Tag
    word: str
    by: str
    claimed: bool
    may: Crumb | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterPage:
    """One visit, its findings side by side with what had been claimed."""

    crumbs: tuple[Crumb, ...]
    title: str
    when: str
    moment: str
    lead: str
    lines: tuple[Beside, ...]
    note: str
    done: str
    point: Crumb


def after_links(asking: Asking, line: CouncilLine) -> tuple[tuple[Crumb, str], ...]:
    """Each visit that spoke of what had been claimed, the latest first, with how its claims were judged."""
    found, words = [], _words(asking)
    for point in reversed(visits_until(line, asking.view.today)):
        lines = said_and_found(line, point, words, asking.view.today)
        if any(one.claim for one in lines):
            link = Crumb(text=f"{point.title}, {say(point.day)}", href=asking.link(f"/visits/after/{point.slug}"))
            found.append((link, _judged(lines)))
    return tuple(found)


def after_page(asking: Asking, point: LinePoint) -> AfterPage:
    """The page of one visit."""
    lines = _lines(asking, point)
    return AfterPage(
        crumbs=crumbs(asking, PACKS, VISITS, Crumb(text=f"After: {point.title}")), title=point.title,
        when=f"{point.kind_words}, {say(point.day)}", moment=moment_words(asking), lead=_judged(lines),
        lines=tuple(_beside(asking, point, one) for one in lines), note=A_PERSONS,
        done="The word is on record." if "done" in asking.request.GET else "",
        point=Crumb(text="All that this visit found", href=asking.link(f"/line/{point.slug}")),
    )  # fmt: skip


def beside_of(asking: Asking, point: LinePoint) -> tuple[Beside, ...]:
    """The findings of one visit, each beside what had been claimed of it."""
    return tuple(_beside(asking, point, one) for one in _lines(asking, point))


def _lines(asking: Asking, point: LinePoint) -> tuple[SaidAndFound, ...]:
    return said_and_found(the_line(), point, _words(asking), asking.view.today)


def _words(asking: Asking) -> tuple[WordOnClaim, ...]:
    """What was said until now: that of the council's file, and what is on record."""
    view = asking.view if asking.seat.names else outside_view(asking.view)
    return (*words_on_claims(), *words_kept(view.as_known))


def _judged(lines: tuple[SaidAndFound, ...]) -> str:
    """How the claims were judged, in a sentence: ``3 claims: 1 agreed, 2 where we claimed too much``."""
    claimed = [one for one in lines if one.claim is not None]
    counts = Counter(one.word.says if one.word else None for one in claimed)
    words: dict[VisitWord | None, str] = {
        "agreed": "agreed",
        "over-claimed": "too much claimed",
        "under-claimed": "too little claimed",
        None: "of which nobody has said yet",
    }
    told = ", ".join(f"{counts[key]} {text}" for key, text in words.items() if counts[key])
    return f"{many(len(claimed), 'claim')}: {told}." if claimed else "Nothing had been claimed before this visit."


def _beside(asking: Asking, point: LinePoint, one: SaidAndFound) -> Beside:
    said = "Nothing had been claimed of it."
    if one.claim:
        claim = one.claim
        said = f"{first_up(claim.by_role)} said {claim.says} ({say(claim.on)}). {claim.words}"
    tag = Tag(text=TITLES[one.word.says], colour=COLOURS[one.word.says]) if one.word else NOBODY_YET
    return Beside(
        key=one.finding.slug, title=one.finding.title, href=asking.link(f"/finding/{one.finding.slug}"), said=said,
        found=one.found, tag=tag, word=one.word.words if one.word else "",
        by=f"{first_up(one.word.by_role)}, {say(one.word.on)}." if one.word else "",
        claimed=one.claim is not None, may=_may(asking, point, one),
    )  # fmt: skip


def _may(asking: Asking, point: LinePoint, one: SaidAndFound) -> Crumb | None:
    """Where somebody who may says a word; only at the present, and only where something had been claimed."""
    if one.claim is None or asking.moved or council_basis(SAY, asking.seat) is None:
        return None
    return Crumb(
        text="Say another word" if one.word else "Say whether it was so",
        href=f"/visits/after/{point.slug}/{one.finding.slug}",
    )
