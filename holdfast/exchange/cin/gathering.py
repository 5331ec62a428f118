"""Walks through the census child by child and lays down, row by row, every cell that stands there.

Nothing is interpreted here: a row is text with its line. What no field reads is laid beside it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from holdfast.exchange.cin import modules
from holdfast.exchange.cin.modules import Module
from holdfast.exchange.extract import Tick
from holdfast.exchange.problems import Problem
from holdfast.exchange.safe_xml import elements, line_of, local_name

Links = dict[str, str | None]
TOLD_EVERY = 1000
GROUPS = frozenset({
    "ChildIdentifiers", "ChildCharacteristics", "Disabilities", "CINdetails", "Assessments", "CINPlanDates",
    "Section47", "ChildProtectionPlans", "Reviews", "PreProceedingsandFGDM",
})  # fmt: skip
"""Elements that are walked through; any other with elements in it is laid aside with all it holds."""


@dataclass(slots=True, kw_only=True)
class Row:
    """One row: its line, its cells by element, the fields known from its place, and what nothing reads."""

    line: int | None
    cells: dict[str, str] = field(default_factory=dict)
    known: dict[str, str | None] = field(default_factory=dict)
    aside: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Gathered:
    """Everything in a file: rows by noun, the header's cells, elements outside any child, and problems."""

    file: str
    rows: dict[type, list[Row]] = field(default_factory=dict)
    header: dict[str, str] = field(default_factory=dict)
    outside: list[tuple[str, int | None, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    children: int = 0
    counts: Counter[tuple[str, type]] = field(default_factory=Counter)


def gather(path: Path, tick: Tick) -> Gathered:
    """Read the whole file; CannotRead (from ``safe_xml``) when it is broken, and then nothing of it is used."""
    found = Gathered(file=path.name)
    for element in elements(path, "Header", "Child", "Children", "Message"):
        name = local_name(element)
        _outside(found, element)
        if name == "Header":
            found.header |= dict(_leaves(element))
        elif name == "Child":
            _Child(found, element).take()
            found.children += 1
            if found.children % TOLD_EVERY == 0:
                tick(f"{found.children:,} children ({path.name})")
    return found


def _outside(found: Gathered, element: etree._Element) -> None:
    """Elements beside the children or the header that no standard has, before they are let go."""
    here = local_name(element)
    inside = list(element) if here in ("Children", "Message") else []
    for one in [*element.itersiblings(preceding=True), *inside]:
        if local_name(one) not in ("Header", "Child", "Children", ""):
            cells = _leaves(one) or [(local_name(one), _text(one) or "")]
            found.outside += [(f"{local_name(one)}/{path}", line_of(one), text) for path, text in cells]
            one.getparent().remove(one)  # type: ignore[union-attr]


def _text(element: etree._Element) -> str | None:
    return (element.text or "").strip() or None


def _leaves(element: etree._Element) -> list[tuple[str, str]]:
    """Each cell within an element, by its path from there."""
    found = []
    for one in element:
        name = local_name(one)
        if len(one):
            found += [(f"{name}/{path}", text) for path, text in _leaves(one)]
        elif _text(one):
            found.append((name, _text(one) or ""))
    return found


class _Child:
    """One child's element, walked through once."""

    def __init__(self, found: Gathered, element: etree._Element) -> None:
        """Find the child's own id first: every row hangs on it."""
        self.found, self.element = found, element
        own = next((one for one in element.iter() if local_name(one) == "LAchildID"), None)
        self.child = None if own is None else _text(own)
        self.whose = self.child or f"(no id, line {line_of(element)})"
        self.person = Row(line=line_of(element))

    def take(self) -> None:
        """Lay down every row of the child."""
        for part in self._parts(self.element):
            name = local_name(part)
            if name == "ChildIdentifiers":
                self.person.line = line_of(part)
                self._cells(part, self.person, modules.IDENTIFIERS)
            elif name == "ChildCharacteristics":
                self._cells(part, self.person, modules.IDENTIFIERS)
                for group in self._groups(part, "Disabilities"):
                    self._each(group, modules.DISABILITIES)
            elif name == "CINdetails":
                self._details(part)
            else:
                self._aside(part, self.person)
        self._lay(modules.IDENTIFIERS, self.person)

    def _details(self, part: etree._Element) -> None:
        referral = self._row(part, modules.DETAILS, also=("DateOfInitialCPC",))
        link: Links = {"referral": referral.known["id"]}
        for name, module in (
            ("Assessments", modules.ASSESSMENTS),
            ("CINPlanDates", modules.PLANS),
        ):
            for group in self._groups(part, name):
                self._row(group, module, links=link)
        days = {self._enquiry(group, link) for group in self._groups(part, "Section47")}
        day = referral.cells.pop("DateOfInitialCPC", None)
        if day and day not in days:
            conference = Row(line=referral.line, cells={"DateOfInitialCPC": day})
            conference.known = {**self._own(modules.CONFERENCES), **link, "enquiry": None}
            self._lay(modules.CONFERENCES, conference)
        for group in self._groups(part, "ChildProtectionPlans"):
            plan = self._row(group, modules.PROTECTION_PLANS, links=link)
            for reviews in self._groups(group, "Reviews"):
                self._each(reviews, modules.REVIEWS, plan=plan.known["id"])
        for group in self._groups(part, "PreProceedingsandFGDM"):
            self._pre_proceedings(group)

    def _enquiry(self, group: etree._Element, link: Links) -> str | None:
        """An enquiry and its conference; the conference's day as it is written."""
        enquiry = self._row(group, modules.ENQUIRIES, also=tuple(modules.CONFERENCES.fields), links=link)
        cells = {name: enquiry.cells.pop(name) for name in modules.CONFERENCES.fields if name in enquiry.cells}
        if cells:
            known = {**self._own(modules.CONFERENCES), **link, "enquiry": enquiry.known["id"]}
            self._lay(modules.CONFERENCES, Row(line=enquiry.line, cells=cells, known=known))
        return cells.get("DateOfInitialCPC")

    def _pre_proceedings(self, group: etree._Element) -> None:
        row = self._row(group, modules.PRE_PROCEEDINGS, also=tuple(modules.APPLICATIONS.fields))
        cells = {name: row.cells.pop(name) for name in modules.APPLICATIONS.fields if name in row.cells}
        if cells:
            self._lay(modules.APPLICATIONS, Row(line=row.line, cells=cells, known=self._own(modules.APPLICATIONS)))

    def _own(self, module: Module) -> dict[str, str | None]:
        """The child's id, and the row's: the child's, what it is, and its number among the child's."""
        key = (self.whose, module.noun)
        self.found.counts[key] += 1
        return {"child": self.child, "id": f"{self.whose}-{module.noun.__name__.lower()}-{self.found.counts[key]}"}

    def _row(self, part: etree._Element, module: Module, also: tuple[str, ...] = (), links: Links | None = None) -> Row:
        row = Row(line=line_of(part), known={**self._own(module), **(links or {})})
        self._cells(part, row, module, also)
        self._lay(module, row)
        return row

    def _each(self, part: etree._Element, module: Module, **links: str | None) -> None:
        """A group whose every element is a row of its own."""
        for one in self._parts(part):
            name, text = local_name(one), _text(one)
            if name not in module.fields or len(one):
                self._aside(one, self.person)
            elif text:
                known = {**self._own(module), **links}
                self._lay(module, Row(line=line_of(one), cells={name: text}, known=known))

    def _cells(self, part: etree._Element, row: Row, module: Module, also: tuple[str, ...] = ()) -> None:
        for one in self._parts(part):
            name, text = local_name(one), _text(one)
            wanted = (name in module.fields or name in also) and not len(one)
            if name in GROUPS:
                continue
            if not wanted or (name in row.cells and text):
                if wanted and row.cells[name] != text:
                    self._twice(one, name, text)
                self._aside(one, row)
            elif text:
                row.cells[name] = text

    def _groups(self, part: etree._Element, name: str) -> Iterator[etree._Element]:
        return (one for one in part if local_name(one) == name)

    def _lay(self, module: Module, row: Row) -> None:
        self.found.rows.setdefault(module.noun, []).append(row)

    def _aside(self, one: etree._Element, row: Row) -> None:
        """Keep what nothing reads, by its path; of several cells with one path, all, with commas between."""
        cells = [(f"{local_name(one)}/{path}", text) for path, text in _leaves(one)]
        for path, text in cells or [(local_name(one), _text(one) or "")]:
            if text:
                row.aside[path] = f"{row.aside[path]}, {text}" if path in row.aside else text

    def _twice(self, one: etree._Element, name: str, text: str | None) -> None:
        parent = one.getparent()
        self.found.problems.append(Problem(
            file=self.found.file, table=None if parent is None else local_name(parent), row=line_of(one),
            column=name, value=text,
            reason="This element stands here twice and may stand only once. The first was used and this one kept.",
        ))  # fmt: skip

    def _parts(self, part: etree._Element) -> list[etree._Element]:
        """The elements within; text that stands between them is nobody's, and is reported."""
        loose = [(part.text, part), *((one.tail, one) for one in part)]
        for text, where in loose:
            if text and text.strip():
                self.found.problems.append(Problem(
                    file=self.found.file, table=local_name(part), row=line_of(where), value=text.strip(),
                    reason=f"Text stands in {local_name(part)} between the elements and belongs to none of them. "
                    "It was not used; everything around it was read.",
                ))  # fmt: skip
        return list(part)
