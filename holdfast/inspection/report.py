"""What was read of one document: its values, each with its page and quote, and why each other one is absent."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from holdfast.inspection.printed import Turns

Kind = Literal["inspection_report", "monitoring_letter", "focused_visit_letter", "press_article", "not_a_report"]
Polarity = Literal["strength", "weakness", "mixed", "neutral"]

AREAS = ("overall", "help_and_protection", "care", "care_leavers", "adoption", "leadership", "lscb")
"""The judgements of every set, under one name each. ``care`` is children in care or looked after, with care leavers
where the set joins them; ``leadership`` is the impact of leaders, or leadership, management and governance."""

VALUES = (
    "authority", "authority_printed", "authority_code", "framework", "visit_type", "ordinal", "inspection_start",
    "inspection_end", "publication_date", "lead_inspector", "previous_overall",
)  # fmt: skip
"""The single values of a report, beside its judgements and its lists."""

LISTS = ("improvement_points", "paragraphs", "statements")
"""The lists of a report."""

NOT_IN_THIS_SET = "Not in this set: this document's framework does not judge it."
NOT_READ = "Not read: it was looked for and not found."
NONE_AS_A_LIST = "None printed as a list: this letter tells what to improve in its prose."


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a value stands: the page, counted from 1, and the words as printed."""

    page: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovementPoint:
    """One thing the inspectors asked to be improved: its place in the list, its words, and to whom it is addressed."""

    n: int
    text: str
    page: int
    addressee: Literal["authority", "lscb"] = "authority"
    themes: tuple[str, ...] = ()
    framework_tag: str | None = None
    printed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph. ``number`` is the printed one, None where none is printed; ``page`` is where it begins.

    ``turns`` say where it goes over to another page. They tell the page of each sentence while a document is read, and
    are not kept: afterwards each sentence has its page.
    """

    number: int | None
    page: int
    section: str | None
    text: str
    turns: Turns = field(default=(), compare=False)

    def page_at(self, at: int) -> int:
        """The page on which the letter stands that is so far from the text's beginning."""
        return next((page for begins, page in reversed(self.turns) if begins <= at), self.page)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence, who says it, and the word in it that says how many are meant.

    ``polarity`` and ``themes`` are what rules read; ``matched`` are the words by which the themes were told. How often
    they are right is measured in ``docs/themes.md``.
    """

    paragraph: int | None
    page: int
    speaker: str
    text: str
    hedge: str | None
    polarity: Polarity = "neutral"
    themes: tuple[str, ...] = ()
    matched: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Report:
    """One document, or one authority's part of an article. Filled while it is read; a value comes with its evidence.

    ``unsure`` says that two readings of the front page differ. ``problems`` are sentences for a person.
    """

    file: str
    part: int = 1
    kind: Kind = "not_a_report"
    authority: str | None = None
    authority_printed: str | None = None
    authority_code: str | None = None
    framework: str | None = None
    visit_type: str | None = None
    ordinal: int | None = None
    inspection_start: date | None = None
    inspection_end: date | None = None
    publication_date: date | None = None
    lead_inspector: str | None = None
    judgements: dict[str, str | None] = field(default_factory=lambda: dict.fromkeys(AREAS))
    previous_overall: str | None = None
    n_pages: int = 0
    improvement_points: list[ImprovementPoint] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    unsure: bool = False

    def say(self, key: str, value: object, page: int, quote: str) -> None:
        """Set a value by its key path, such as ``judgements.care``, with where it stands."""
        area = key.removeprefix("judgements.")
        if area in AREAS:
            self.judgements[area] = str(value)
        elif key in VALUES or key == "kind":
            setattr(self, key, value)
        else:
            raise KeyError(f"{key!r} is no value of a report.")
        self.evidence[key] = Evidence(page=page, quote=quote)
        self.reasons.pop(key, None)

    def lack(self, key: str, reason: str) -> None:
        """Say why a value is absent."""
        area = key.removeprefix("judgements.")
        if area in AREAS:
            self.judgements[area] = None
        elif key in VALUES:
            setattr(self, key, None)
        self.evidence.pop(key, None)
        self.reasons[key] = reason

    def doubt(self, words: str) -> None:
        """Say that the document is unsure, and why."""
        self.unsure = True
        self.problems.append(f"Unsure: {words}")

    def finish(self) -> "Report":
        """Give every value that is still absent its reason; point lists without any, too."""
        keys = [*VALUES, *(f"judgements.{area}" for area in AREAS)]
        for key in keys:
            area = key.removeprefix("judgements.")
            value = self.judgements[area] if area in AREAS else getattr(self, key)
            if value is None and key not in self.reasons:
                self.reasons[key] = NOT_READ
        for name in LISTS:
            if not getattr(self, name) and name not in self.reasons:
                self.reasons[name] = NOT_READ
        return self

    def as_json(self) -> dict[str, Any]:
        """The report as plain values under the keys that the command prints."""
        found: dict[str, Any] = {key: _plain(getattr(self, key)) for key in _ORDER}
        found["judgements"] = dict(self.judgements)
        found["improvement_points"] = [_point(one) for one in self.improvement_points]
        found["paragraphs"] = [
            {"number": one.number, "page": one.page, "section": one.section, "text": one.text}
            for one in self.paragraphs
        ]
        found["statements"] = [_statement(one) for one in self.statements]
        found["problems"] = list(self.problems)
        found["evidence"] = {key: {"page": one.page, "quote": one.quote} for key, one in self._all_evidence().items()}
        found["reasons"] = dict(self.reasons)
        return found

    def _all_evidence(self) -> dict[str, Evidence]:
        """What was said, then each point as printed, then each statement."""
        found = dict(self.evidence)
        for at, point in enumerate(self.improvement_points):
            found[f"improvement_points.{at}"] = Evidence(page=point.page, quote=point.printed or point.text)
        for at, one in enumerate(self.statements):
            found[f"statements.{at}"] = Evidence(page=one.page, quote=one.text)
        return found


_ORDER = (
    "file", "part", "kind", "authority", "authority_printed", "authority_code", "framework", "visit_type", "ordinal",
    "inspection_start", "inspection_end", "publication_date", "lead_inspector", "judgements", "previous_overall",
    "n_pages", "improvement_points", "paragraphs", "statements", "problems", "evidence", "reasons",
)  # fmt: skip


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _point(one: ImprovementPoint) -> dict[str, Any]:
    return {
        "n": one.n, "text": one.text, "page": one.page, "addressee": one.addressee, "themes": list(one.themes),
        "framework_tag": one.framework_tag,
    }  # fmt: skip


def _statement(one: Statement) -> dict[str, Any]:
    return {
        "paragraph": one.paragraph, "speaker": one.speaker, "text": one.text, "polarity": one.polarity,
        "hedge": one.hedge, "themes": list(one.themes), "matched": list(one.matched),
    }  # fmt: skip
