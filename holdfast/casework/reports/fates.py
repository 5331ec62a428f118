"""What became of each point: what later documents propose, and what a person confirmed.

A proposal decides nothing. Without a confirmed fate a point is *not revisited* where a later document was read, and
*raised* where none was.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.casework.reports.held import Document, Library, Passage
from holdfast.inspection.corrections import text_key
from holdfast.inspection.history.linking import propose
from holdfast.inspection.history.points import (
    FATE_WORDS,
    Fate,
    FoundFate,
    LaterSentence,
    Point,
    PointFate,
    fate_of,
)
from holdfast.inspection.history.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFate:
    """A fate that somebody confirmed: of which point, resting on which sentence of which later document."""

    document: str
    point: int
    text: str
    later: str
    page: int
    paragraph: int | None
    sentence: str
    fate: FoundFate
    proposed: str
    by: str
    on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What one later document proposes of a point: in which document, resting on which sentence, and why."""

    later: Document
    fate: PointFate

    @property
    def evidence(self) -> LaterSentence:
        """The sentence, its place, and the words that matched."""
        return self.fate.evidence

    @property
    def key(self) -> str:
        """What a form calls it: the later document, and the sentence by a hash."""
        return f"{self.later.key}.{text_key(self.evidence.text)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointNow:
    """One point as it stands: its fate as confirmed (or that there is none), by whom, and what is proposed.

    ``later`` are the documents of the same council that came out after it: any of them may tell what became of it.
    """

    passage: Passage
    fate: Fate
    confirmed: KeptFate | None
    history: tuple[KeptFate, ...]
    proposals: tuple[Proposal, ...]
    later: tuple[Document, ...] = ()

    @property
    def words(self) -> str:
        """How it stands, for people: what is only proposed is said to be so."""
        if self.confirmed is None and self.proposals:
            return "not settled: a later document may tell of it"
        return FATE_WORDS[self.fate]


def points_now(library: Library, document: Document, kept: Iterable[KeptFate]) -> tuple[PointNow, ...]:
    """Each point of a document as it stands, in the order of the document."""
    passages = [one for one in library.of(document.key) if one.kind == "point"]
    later = _later(library, document)
    proposed = [(one, _proposals(document, passages, one)) for one in later]
    every = [one for one in kept if one.document == document.key]
    found = []
    for passage in passages:
        mine = [one for one in every if (one.point, one.text) == (passage.place, passage.key)]
        found.append(_now(passage, document, later, mine, [
            Proposal(later=one, fate=fates[passage.place]) for one, fates in proposed if passage.place in fates
        ]))  # fmt: skip
    return tuple(found)


def _later(library: Library, document: Document) -> list[Document]:
    """The documents of the same council that came out after it."""
    day = document.day
    return [
        one for one in library.documents if day and one.day and one.day > day and one.code and one.code == document.code
    ]  # fmt: skip


def _point(passage: Passage, document: Document) -> Point:
    raised = document.report.improvement_points[passage.place - 1]
    assert document.day is not None
    return Point(
        authority_code=document.code, raised=When.of(document.day.isoformat()), n=passage.place, text=passage.text,
        page=passage.page, addressee=raised.addressee,
    )  # fmt: skip


def _proposals(document: Document, passages: Sequence[Passage], later: Document) -> dict[int, PointFate]:
    assert later.day is not None
    points = [_point(one, document) for one in passages]
    return {one.point.n: one for one in propose(points, later.report, When.of(later.day.isoformat()))}


def _now(
    passage: Passage, document: Document, later: Sequence[Document], mine: Sequence[KeptFate],
    proposals: Sequence[Proposal],
) -> PointNow:  # fmt: skip
    if document.day is None:
        return PointNow(passage=passage, fate="raised", confirmed=None, history=(), proposals=())
    point, days = _point(passage, document), {one.key: one.day for one in later}
    rows = [(one, day) for one in mine if (day := days.get(one.later))]
    fates = [_fate(point, one, day) for one, day in rows]
    # Of two on one day about one document the newer counts: the first of equal ones is taken.
    fate, last = fate_of(point, fates[::-1], [When.of(one.day.isoformat()) for one in later if one.day])
    confirmed = next((one for (one, _), each in zip(rows, fates, strict=True) if each is last), None)
    return PointNow(
        passage=passage, fate=fate, confirmed=confirmed, history=tuple(one for one, _ in rows),
        proposals=tuple(proposals), later=tuple(later),
    )  # fmt: skip


def _fate(point: Point, one: KeptFate, day: date) -> PointFate:
    evidence = LaterSentence(
        written=When.of(day.isoformat()), file=one.later, page=one.page, paragraph=one.paragraph, text=one.sentence,
        shared=(), cues=(),
    )  # fmt: skip
    return PointFate(point=point, fate=one.fate, evidence=evidence, confirmed_by=one.by, confirmed_on=max(one.on, day))
