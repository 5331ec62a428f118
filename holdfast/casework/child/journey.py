"""The child's journey with us: every plan, home, order and worker from when to when, and what happened on the way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from holdfast.casework.child.around import Near
from holdfast.casework.child.codes import HOME, LEGAL, in_words
from holdfast.casework.child.told import Happening, Span
from holdfast.duties.journeys.nouns import AdviserTime, CarePeriod
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import Application, Enquiry, PreProceedings, ProtectionPlan
from holdfast.record.front_door import Assessment, InNeedPlan, Referral
from holdfast.record.in_care import LegalStatus, Placement
from holdfast.record.leaving_care import ProvidedHome
from holdfast.record.unseen import MissingEpisode, PrivateFostering

KNOWN, WORKER = "Known to us", "Worker"

TURNS = frozenset({
    "Contact", "Referral", "Initial child protection conference", "Review conference held", 
    "Review of the child in care held",
    "Letter before proceedings", "Application to the court", "The court made", "Came into care", "Left care", "Moved",
    "Strategy discussion", "Went missing", "Asked for help", "A big change", "Legal meeting", "Full approval",
})  # fmt: skip
"""How the happenings begin that stand on the picture; all of them stand in the list of what changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """Spans by their rows in order, and the events beside them, the earliest first."""

    spans: tuple[Span, ...]
    events: tuple[Happening, ...]


SPANS = (
    (KNOWN, Referral, "on", "closed_on", lambda fact: "" if fact.nfa else "Known to us"),
    ("Assessment", Assessment, "started_on", "authorised_on", lambda fact: "Assessment"),
    ("Child in need", InNeedPlan, "started_on", "ended_on", lambda fact: "Child in need plan"),
    ("Protection", Enquiry, "started_on", "ended_on", lambda fact: "Enquiry"),
    ("Protection", ProtectionPlan, "started_on", "ended_on", lambda fact: "Child protection plan"),
    ("Court", PreProceedings, "decided_on", "ended_on", lambda fact: "Pre-proceedings"),
    ("Court", Application, "issued_on", "disposed_on", lambda fact: "Before the court"),
    (
        "Legal status",
        LegalStatus,
        "started_on",
        "ended_on",
        lambda fact: _capital(in_words(LEGAL, fact.status) or "On record"),
    ),
    ("In care", CarePeriod, "started_on", "ended_on", lambda fact: "In care"),
    ("Home", Placement, "started_on", "ended_on", lambda fact: _capital(in_words(HOME, fact.type) or "A home")),
    ("Home", ProvidedHome, "started_on", "ended_on", lambda fact: "A home the council provides"),
    ("Home", PrivateFostering, "notified_on", "ended_on", lambda fact: "Private fostering"),
    ("Leaving care", AdviserTime, "started_on", "ended_on", lambda fact: "An adviser keeps in touch"),
    ("Missing", MissingEpisode, "started_on", "returned_on", lambda fact: "Missing"),
)
"""Each kind of span: its row, its noun, its first and last day, and its words; no words means it is not told."""


def journey(standing: Standing, every: Sequence[Happening], workers: Sequence[Near]) -> Journey:
    """The journey as at the moment."""
    spans = sorted(_spans(standing), key=lambda one: one.since)
    rows = list(dict.fromkeys(row for row, *_ in SPANS))
    spans.sort(key=lambda one: rows.index(one.row))
    people = [
        Span(row=WORKER, words=one.name, since=one.since, until=one.until) for one in workers if one.since is not None
    ]
    events = sorted(
        (one for one in every if any(one.words.startswith(turn) for turn in TURNS)), key=lambda one: (one.on, one.words)
    )
    return Journey(spans=(*spans, *people), events=tuple(events))


def _spans(standing: Standing) -> Iterator[Span]:
    for row, noun, start, end, says in SPANS:
        for fact in standing.of(noun):
            since, words = getattr(fact, start), says(fact)
            if since is not None and words:
                yield Span(row=row, words=words, since=since, until=getattr(fact, end))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
