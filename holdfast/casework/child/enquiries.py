"""Enquiry and conference: who took part in each strategy discussion, and a report with a parent's words beside it.

Nothing here is a duty: who is looked for in a strategy discussion is the council's own list, and it raises no alert.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from holdfast.casework.child.signed import Words, words_now
from holdfast.casework.council import Council
from holdfast.dates import say
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import Booking, Conference, Enquiry

TOOK_PART = "who took part: "
"""A signed part about an enquiry begins so, then the agency: ``who took part: police``."""

WENT_AHEAD = "why it went ahead"
"""The signed part about an enquiry that says why the strategy discussion was held without somebody."""

REPORT, RESPONSE = "report: ", "a parent's response to "
"""Signed parts about a conference or its booking begin so, then the passage's heading, which joins the two."""

LOOKED_FOR: Mapping[str, str] = MappingProxyType(
    {"police": "the police", "health": "health", "children's social care": "children's social care"}
)
"""Who is looked for in a strategy discussion: how the part names the agency, and how a sentence does."""

NOBODY_SAID = "Nothing on record says who took part."
NO_REASON = "Nothing on record says why it went ahead."


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussion:
    """The strategy discussion that began an enquiry: its day, what is to be said of it, and who took part, as signed.

    ``complete`` is None where nobody is on record as taking part: then nobody can say.
    """

    on: date | None
    complete: bool | None
    words: str
    took_part: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a parent says about a passage, word for word, and who wrote it down."""

    text: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One passage of a report, word for word; ``text`` is empty where only a response to it is on record."""

    heading: str
    text: str
    by: str
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The report to one conference: the day of the conference, where one is on record, and the passages in order."""

    conference_on: date | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Enquiries:
    """The strategy discussions, the latest first, and the reports to conferences, the latest first."""

    discussions: tuple[Discussion, ...]
    reports: tuple[Report, ...]


def enquiries(standing: Standing, council: Council) -> Enquiries:
    """What is on record of strategy discussions and of reports to conferences."""
    words = words_now(standing, council)
    discussions = [_discussion(one, [said for said in words if said.subject == one.id]) for one in standing.of(Enquiry)]
    return Enquiries(
        discussions=tuple(sorted(discussions, key=lambda one: one.on or date.min, reverse=True)),
        reports=tuple(sorted(_reports(standing, words), key=lambda one: one.conference_on or date.min, reverse=True)),
    )


def _discussion(enquiry: Enquiry, said: Sequence[Words]) -> Discussion:
    there = [(one.part.removeprefix(TOOK_PART), one.text) for one in said if one.part.startswith(TOOK_PART)]
    named = {agency for agency, _ in there}
    missing = [words for agency, words in LOOKED_FOR.items() if agency not in named]
    why = " ".join(one.text for one in said if one.part == WENT_AHEAD)
    return Discussion(
        on=enquiry.started_on, complete=not missing if there else None, words=_words(bool(there), missing, why),
        took_part=tuple((f"{agency[:1].upper()}{agency[1:]}", text) for agency, text in there),
    )  # fmt: skip


def _words(anybody: bool, missing: Sequence[str], why: str) -> str:
    because = f"It went ahead because: {why}" if why else ""
    if not anybody:
        return f"{NOBODY_SAID} {because}".rstrip()
    if not missing:
        return f"Complete: {_listed([*LOOKED_FOR.values()], 'and')} are on record as taking part."
    return f"Not complete: no one from {_listed(missing, 'or')} is on record as taking part. {because or NO_REASON}"


def _listed(some: Sequence[str], joined: str) -> str:
    return f"{', '.join(some[:-1])} {joined} {some[-1]}" if len(some) > 1 else some[0]


def _reports(standing: Standing, words: Sequence[Words]) -> Iterator[Report]:
    days: dict[str | None, date | None] = {one.id: one.for_day for one in standing.of(Booking)}
    days |= {one.id: one.held_on for one in standing.of(Conference)}
    for subject, on in days.items():
        passages = _passages([one for one in words if one.subject == subject])
        if passages:
            yield Report(conference_on=on, passages=passages)


def _passages(said: Sequence[Words]) -> tuple[Passage, ...]:
    """The passages in the order in which they were written; what answers none of them stands last, and is not lost."""
    texts = {one.part.removeprefix(REPORT): one for one in said if one.part.startswith(REPORT)}
    answers: dict[str, list[Response]] = {}
    for one in said:
        if one.part.startswith(RESPONSE):
            answers.setdefault(one.part.removeprefix(RESPONSE), []).append(Response(text=one.text, by=one.by))
    return tuple(
        Passage(
            heading=f"{heading[:1].upper()}{heading[1:]}", text=texts[heading].text if heading in texts else "",
            by=texts[heading].by if heading in texts else "", responses=tuple(answers.get(heading, ())),
        )
        for heading in dict.fromkeys([*texts, *answers])
    )  # fmt: skip


def said_of(report: Report) -> str:
    """What the report is called: by the day of its conference, where one is on record."""
    return f"Report to the conference of {say(report.conference_on)}" if report.conference_on else "Report"
