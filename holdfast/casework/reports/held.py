"""Documents that inspectors wrote, and every passage of them: a point of improvement or a sentence, as it counts now.

A passage keeps what the rules read and what people said since; what counts is the person's word. Which documents there
are is handed in: the invented council's own, and those that were taken in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from holdfast.inspection.corrections import Corrected, Correction, corrected, text_key
from holdfast.inspection.report import Kind, Polarity, Report

_WORD = re.compile(r"\w+")

PassageKind = Literal["point", "statement"]

KIND_WORDS: Mapping[Kind, str] = {
    "inspection_report": "Inspection report", "monitoring_letter": "Letter after a monitoring visit",
    "focused_visit_letter": "Letter after a focused visit", "press_article": "Press article",
    "not_a_report": "Not a report",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document about one council: what an address calls it, its title, the day it counts from, what was read.

    ``day`` is the day it came out, else the last day on site; None where neither was read. ``taken_in`` says in words
    who put it here and when; empty for the invented council's own.
    """

    key: str
    title: str
    day: date | None
    report: Report
    taken_in: str = ""

    def has_words(self, words: str) -> bool:
        """Whether these words stand in it, one after the other, in a paragraph, a point or over the end of a paragraph.

        Signs, white space and capital letters do not count: what was copied differs in them. No words stand nowhere.
        """
        asked = _bare(words)
        paragraphs = " ".join(one.text for one in self.report.paragraphs)
        texts = (paragraphs, *(one.text for one in self.report.improvement_points))
        return bool(asked.strip()) and any(asked in _bare(text) for text in texts)

    @property
    def council(self) -> str:
        """The council's name, as printed where the table does not have it."""
        return self.report.authority or self.report.authority_printed or "A council that was not read"

    @property
    def code(self) -> str:
        """The council's code; empty where it was not read."""
        return self.report.authority_code or ""

    @property
    def kind_words(self) -> str:
        """Its kind, for people."""
        return KIND_WORDS[self.report.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A point or a sentence: where it stands, and what it is about and whether it praises.

    ``place`` numbers the points, and the sentences, of a document from 1. ``polarity`` of a point is None.
    """

    document: Document
    kind: PassageKind
    place: int
    page: int
    paragraph: int | None
    text: str
    speaker: str
    matched: tuple[str, ...]
    said: Corrected

    @property
    def address(self) -> str:
        """What addresses call it, and the plan where it is a point of one: ``report-2023/point-1``."""
        return f"{self.document.key}/{self.kind}-{self.place}"

    @property
    def key(self) -> str:
        """What a correction calls its text."""
        return text_key(self.text)

    @property
    def themes(self) -> tuple[str, ...]:
        """The ids of its themes, as they count."""
        return self.said.themes

    @property
    def polarity(self) -> Polarity | None:
        """Whether it praises, as it counts."""
        return self.said.polarity

    @property
    def where(self) -> str:
        """Its place for people: ``page 4, paragraph 3``, or ``point 2, page 2``."""
        if self.kind == "point":
            return f"point {self.place}, page {self.page}"
        return f"page {self.page}" + (f", paragraph {self.paragraph}" if self.paragraph is not None else "")


@dataclass(frozen=True)
class Library:
    """Every document, the oldest first, and every correction."""

    documents: tuple[Document, ...]
    corrections: tuple[Correction, ...] = ()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage of every document, in order."""
        by_text: dict[str, list[Correction]] = {}
        for one in self.corrections:
            by_text.setdefault(one.text, []).append(one)
        return tuple(one for each in self.documents for one in _passages(each, by_text))

    def document(self, key: str) -> Document | None:
        """The document that an address names; None where there is none."""
        return next((one for one in self.documents if one.key == key), None)

    def of(self, key: str) -> tuple[Passage, ...]:
        """The passages of one document."""
        return tuple(one for one in self.passages if one.document.key == key)

    def passage(self, key: str, kind: str, place: int) -> Passage | None:
        """One passage by its document, kind and place; None where there is none."""
        return next((one for one in self.of(key) if (one.kind, one.place) == (kind, place)), None)

    def by(self, day: date) -> "Library":
        """The library as it was on a day: what had come out by then; what has no day is there always."""
        return Library(tuple(one for one in self.documents if one.day is None or one.day <= day), self.corrections)

    @property
    def councils(self) -> Mapping[str, str]:
        """Each council that a document is about: its name by its code, in the order of documents."""
        return {one.code: one.council for one in self.documents}


def library(documents: Iterable[Document], corrections: Iterable[Correction] = ()) -> Library:
    """The documents in order of day, those without a day last."""
    ordered = sorted(documents, key=lambda one: (one.day or date.max, one.key))
    return Library(tuple(ordered), tuple(corrections))


def _bare(text: str) -> str:
    """Only the words, small, with a blank before and after each: so that none is found in a part of another."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _passages(document: Document, corrections: Mapping[str, list[Correction]]) -> Iterator[Passage]:
    for place, point in enumerate(document.report.improvement_points, 1):
        said = corrected(point.text, point.themes, None, corrections.get(text_key(point.text), ()))
        yield Passage(
            document=document, kind="point", place=place, page=point.page, paragraph=None, text=point.text,
            speaker="inspector", matched=(), said=said,
        )  # fmt: skip
    for place, one in enumerate(document.report.statements, 1):
        said = corrected(one.text, one.themes, one.polarity, corrections.get(text_key(one.text), ()))
        yield Passage(
            document=document, kind="statement", place=place, page=one.page, paragraph=one.paragraph, text=one.text,
            speaker=one.speaker, matched=one.matched, said=said,
        )  # fmt: skip
