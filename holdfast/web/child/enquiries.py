"""Enquiry and conference on a child's page: who took part, and a parent's words beside each passage of a report."""

from dataclasses import dataclass

from holdfast.casework.child.enquiries import Discussion, Enquiries, Passage, Report, said_of
from holdfast.dates import say

NO_RESPONSE = "Nothing a parent said about this is on record."
NO_PASSAGE = "The passage itself is not on record."


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussionShown:
    """A strategy discussion: its heading, the sentence about it, and each agency with who came."""

    heading: str
    words: str
    took_part: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageShown:
    """A passage, who wrote it, and beside it what parents say, each with who wrote it down."""

    heading: str
    text: str
    by: str
    responses: tuple[tuple[str, str], ...]
    no_response: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportShown:
    """A report by its conference, with its passages."""

    heading: str
    passages: tuple[PassageShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EnquiriesShown:
    """The strategy discussions and the reports to conferences, the latest of each first."""

    discussions: tuple[DiscussionShown, ...]
    reports: tuple[ReportShown, ...]


def shown_of(found: Enquiries) -> EnquiriesShown | None:
    """What the page shows; None where no enquiry and no report is on record."""
    if not found.discussions and not found.reports:
        return None
    return EnquiriesShown(
        discussions=tuple(_discussion(one) for one in found.discussions),
        reports=tuple(_report(one) for one in found.reports),
    )


def _discussion(one: Discussion) -> DiscussionShown:
    heading = f"Strategy discussion, {say(one.on)}" if one.on else "Strategy discussion, its day not on record"
    return DiscussionShown(heading=heading, words=one.words, took_part=one.took_part)


def _report(one: Report) -> ReportShown:
    return ReportShown(heading=said_of(one), passages=tuple(_passage(passage) for passage in one.passages))


def _passage(one: Passage) -> PassageShown:
    return PassageShown(
        heading=one.heading, text=one.text or NO_PASSAGE, by=f"Written by {one.by}" if one.by else "",
        responses=tuple((said.text, f"Written down by {said.by}") for said in one.responses),
        no_response="" if one.responses else NO_RESPONSE,
    )  # fmt: skip
