"""Writes one year's children in need census from a full record, in the shape of the 2026 standard.

In it are the children with an episode of need open on any day of the year, as the record stood on its last day.
What the census has no element for is left out; a required code that the record does not have, or has in other
words, is written with the census's own code for not known.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import polars as pl
from lxml import etree

from holdfast import __version__
from holdfast.dates import end_of
from holdfast.exchange.cin.modules import codes
from holdfast.exchange.cin.selecting import Episode, episodes_of
from holdfast.record.child import Child
from holdfast.record.child_protection import PreProceedings, ProtectionPlan
from holdfast.record.columns import Columns, every_child
from holdfast.record.people import Disability, Person

PRE_PROCEEDINGS_FROM = 2027
"""The first year whose census has the block of pre-proceedings."""


def write_cin(columns: Columns, path: Path, year: int, authority: str = "999") -> None:
    """Write the census of the year that ends on 31 March of ``year``.

    ``authority`` is the council's three figures; 999 is nobody's. The same record gives the same bytes.
    """
    last = date(year, 3, 31)
    message = etree.Element("Message")
    _header(message, last, authority)
    children = etree.SubElement(message, "Children")
    later = _born_later(columns, last)
    for child in every_child(columns.as_at(end_of(last))):
        episodes = episodes_of(child, date(year - 1, 4, 1))
        if episodes:
            _child(children, child, episodes, year, later.get(child.id))
    path.parent.mkdir(parents=True, exist_ok=True)
    etree.indent(message)
    path.write_bytes(etree.tostring(message, xml_declaration=True, encoding="UTF-8") + b"\n")


def _born_later(columns: Columns, last: date) -> dict[str, date]:
    """The children born after the census's reference date, with their births."""
    born = columns.of(Person).select("child", "born_on").filter(pl.col("born_on") > last)
    return dict(born.unique("child", keep="first", maintain_order=True).iter_rows())


def _put(parent: etree._Element, name: str, value: object) -> None:
    """An element with a value; none where there is no value."""
    if value is None:
        return
    text = {True: "1", False: "0"}[value] if isinstance(value, bool) else str(value)
    etree.SubElement(parent, name).text = text


def _code(parent: etree._Element, name: str, value: str | None, unknown: str | None = None) -> None:
    """A coded element; the code for not known (or no element) where the record has no code of the list."""
    upper = (value or "").strip().upper()
    _put(parent, name, upper if upper in codes()[name] else unknown)


def _header(message: etree._Element, last: date, authority: str) -> None:
    header = etree.SubElement(message, "Header")
    details = etree.SubElement(header, "CollectionDetails")
    _put(details, "Collection", "CIN")
    _put(details, "Year", last.year)
    _put(details, "ReferenceDate", last)
    source = etree.SubElement(header, "Source")
    _put(source, "SourceLevel", "L")
    _put(source, "LEA", authority)
    _put(source, "SoftwareCode", "Holdfast")
    _put(source, "Release", __version__)
    _put(source, "SerialNo", "001")
    _put(source, "DateTime", f"{last.year}-04-01T09:00:00")


def _child(
    parent: etree._Element, child: Child, episodes: Iterable[Episode], year: int, born_later: date | None
) -> None:  # fmt: skip
    element = etree.SubElement(parent, "Child")
    person = next(iter(child.of(Person)), Person(child=child.id))
    _identifiers(element, person, born_later)
    characteristics = etree.SubElement(element, "ChildCharacteristics")
    _code(characteristics, "Ethnicity", person.ethnicity, unknown="NOBT")
    known = sorted({(one.code or "").upper() for one in child.of(Disability)} & codes()["Disability"])
    if known:
        group = etree.SubElement(characteristics, "Disabilities")
        for code in known:
            _put(group, "Disability", code)
    for episode in episodes:
        _details(element, child, episode, year)


def _identifiers(element: etree._Element, person: Person, born_later: date | None) -> None:
    """Who the child is. One not born yet has an expected day: the record's, or without one the day of the birth."""
    identifiers = etree.SubElement(element, "ChildIdentifiers")
    _put(identifiers, "LAchildID", person.child)
    upn = (person.upn or "").strip().upper()
    if len(upn) == 13 and upn[0].isalpha() and upn[1:12].isdecimal() and upn[12].isalnum():
        _put(identifiers, "UPN", upn)
    else:
        _code(identifiers, "UPNunknown", person.upn_unknown)
    _put(identifiers, "PersonBirthDate", person.born_on)
    if person.born_on is None:
        _put(identifiers, "ExpectedPersonBirthDate", person.expected_on or born_later)
    _put(identifiers, "Sex", person.sex if person.sex in ("M", "F") else "U")
    _put(identifiers, "PersonDeathDate", person.died_on)


def _details(element: etree._Element, child: Child, episode: Episode, year: int) -> None:
    """One episode of need, its elements in the order of the schema."""
    details, referral = etree.SubElement(element, "CINdetails"), episode.referral
    _put(details, "CINreferralDate", referral.on)
    _code(details, "ReferralSource", referral.source, unknown="10")
    _code(details, "PrimaryNeedCode", referral.need)
    _put(details, "CINclosureDate", referral.closed_on)
    if referral.closed_on is not None:
        _code(details, "ReasonForClosure", referral.close_reason)
    _put(details, "DateOfInitialCPC", episode.conference_on)
    for assessment in episode.assessments:
        group = etree.SubElement(details, "Assessments")
        _put(group, "AssessmentActualStartDate", assessment.started_on)
        _put(group, "AssessmentAuthorisationDate", assessment.authorised_on)
    for plan in episode.plans:
        group = etree.SubElement(details, "CINPlanDates")
        _put(group, "CINPlanStartDate", plan.started_on)
        _put(group, "CINPlanEndDate", plan.ended_on)
    for enquiry in episode.enquiries:
        group = etree.SubElement(details, "Section47")
        _put(group, "S47ActualStartDate", enquiry.started_on)
        _put(group, "InitialCPCtarget", enquiry.target_on)
        _put(group, "DateOfInitialCPC", enquiry.conference_on)
        _put(group, "ICPCnotRequired", enquiry.needs_none)
    _put(details, "ReferralNFA", referral.nfa is True)
    for protection, reviews in episode.protection:
        _protection(details, child, protection, reviews)
    if year >= PRE_PROCEEDINGS_FROM:
        for pre in episode.pre_proceedings:
            _pre_proceedings(details, pre, episode)


def _protection(details: etree._Element, child: Child, plan: ProtectionPlan, reviews: Iterable[date]) -> None:
    group = etree.SubElement(details, "ChildProtectionPlans")
    _put(group, "CPPstartDate", plan.started_on)
    _put(group, "CPPendDate", plan.ended_on)
    first = plan.first_category or plan.latest_category
    _code(group, "InitialCategoryOfAbuse", first, unknown="MUL")
    _code(group, "LatestCategoryOfAbuse", plan.latest_category or first, unknown="MUL")
    starts = [one.started_on for one in child.of(ProtectionPlan) if one.elsewhere is not True]
    _put(group, "NumberOfPreviousCPP", sum(day is not None and day < (plan.started_on or day) for day in starts))
    held = sorted(set(reviews))
    if held:
        inner = etree.SubElement(group, "Reviews")
        for day in held:
            _put(inner, "CPPreviewDate", day)


def _pre_proceedings(details: etree._Element, pre: PreProceedings, episode: Episode) -> None:
    group = etree.SubElement(details, "PreProceedingsandFGDM")
    _put(group, "PPStartDate", pre.decided_on)
    _put(group, "LBPSentDate", pre.letter_on)
    _put(group, "InitialPPMeetingDate", pre.met_on)
    _put(group, "StepDecisionDate", pre.ended_on)
    _put(group, "PPOutcome", pre.outcome)
    issued = [day for day in episode.issued if pre.decided_on is None or day >= pre.decided_on]
    _put(group, "CourtAppDate", min(issued, default=None))
    _put(group, "LetterInitCPDate", pre.issue_letter_on)
