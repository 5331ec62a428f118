"""Where systems say one thing in several words, the one word that the record uses.

Each function takes the cell as it stands and gives the word of the record, or the cell itself where it is
some other word. Applying it twice changes nothing, so a record that was written out reads back as it was.
``unsure`` says which words could not be placed though a duty would ask.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping

from holdfast.record.child_protection import Conference, Enquiry
from holdfast.record.field import Fact
from holdfast.record.front_door import Assessment, Contact, Referral
from holdfast.record.in_care import CareEpisode, CarePlan, HealthCheck, LegalStatus, Placement, PlacementStep
from holdfast.record.leaving_care import AdviserContact, CareLeaver, PathwayPlan
from holdfast.record.oversight import ChangeEvent, ManagementDecision, Note, PlanReview
from holdfast.record.people import Person
from holdfast.record.unseen import HomelessPresentation, MissingEpisode

Meaning = Callable[[str], str | None]

_TICKED = frozenset({"y", "yes", "true", "t", "1", "x", "✓"})
_LOOSE_PAIR = re.compile(r'"?([A-Za-z][\w ]*?)"?\s*:\s*(?:"([^"]*)"|([^",{}\[\]]*))')
_COUNT = re.compile(r"(?i)total|number|no_of|count|comment")
_CODE = re.compile(r"([A-Z]{1,2}\d{1,2}[A-Z]?)\s*(?:[-\u2013:)]\s*|\s+).*[a-z].*", re.DOTALL)


def ticked(cell: str) -> str | None:
    """The keys of a JSON cell whose value is yes, in their order, with ``, `` between; None when none is.

    Cells that are not quite JSON (keys without quotation marks, a value left out) are read too. Text that is
    no JSON at all stands for itself.
    """
    text = cell.strip()
    if not text.startswith(("{", "[")):
        return text or None
    keys = [key for key, value in _pairs(text) if _is_yes(value) and not _COUNT.search(key)]
    return ", ".join(dict.fromkeys(keys)) or None


def says_more(cell: str) -> bool:
    """True when a JSON cell holds more than ticks: a comment, a count."""
    text = cell.strip()
    if not text.startswith(("{", "[")):
        return False
    plain = _TICKED | {"", "n", "no", "false", "f", "0", "none", "null"}
    values = (str("" if value is None else value).strip().casefold() for _, value in _pairs(text))
    return any(value not in plain for value in values)


def _pairs(text: str) -> Iterator[tuple[str, object]]:
    try:
        yield from _within(json.loads(text))
    except (json.JSONDecodeError, RecursionError):
        for found in _LOOSE_PAIR.finditer(text):
            yield found.group(1), (found.group(2) if found.group(2) is not None else found.group(3)).strip()


def _within(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, dict | list):
                yield from _within(inner)
            else:
                yield str(key), inner
    elif isinstance(value, list):
        for inner in value:
            yield from _within(inner)


def _is_yes(value: object) -> bool:
    return value is True or str(value).strip().casefold() in _TICKED


def _sex(cell: str) -> str:
    known = {"male": "M", "m": "M", "1": "M", "boy": "M", "female": "F", "f": "F", "2": "F", "girl": "F"}
    return known.get(cell.casefold(), "U")


def _missing(cell: str) -> str:
    words = cell.casefold()
    if words == "a" or words.startswith(("away", "absen", "unauthor")):
        return "away"
    return "missing" if words == "m" or words.startswith("missing") else words


def _health_type(cell: str) -> str:
    words = cell.casefold()
    if "dent" in words or "teeth" in words:
        return "dental check"
    if words in ("iha", "rha", "ha", "medical") or ("health" in words and "assess" in words):
        return "health assessment"
    return words


def _health_status(cell: str) -> str:
    words = cell.casefold()
    begins = {
        "complet": "completed", "done": "completed", "attend": "completed", "plan": "planned",
        "book": "planned", "sched": "planned", "refus": "refused", "declin": "refused", "cancel": "cancelled",
    }  # fmt: skip
    return next((word for start, word in begins.items() if words.startswith(start)), words)


def _eligibility(cell: str) -> str:
    words = cell.casefold()
    if words.startswith("no ") or "not eligible" in words or "no current" in words:
        return "no current eligibility"
    for status in ("former relevant", "qualifying", "relevant", "eligible"):
        if status in words:
            return status
    return words


def _in_touch(cell: str) -> str:
    found = re.match(r"(YES|NO|DIED|REFU|NREQ|RHOM)\b", cell, re.IGNORECASE)
    return found.group(1).upper() if found else cell


def _code(cell: str) -> str:
    """The code at the beginning of a cell that gives the code and its words."""
    found = _CODE.fullmatch(cell)
    return found.group(1) if found else cell


MEANINGS: Mapping[tuple[type[Fact], str], Meaning] = {
    (Person, "sex"): _sex,
    (Contact, "outcome"): ticked,
    (Referral, "outcome"): ticked,
    (Referral, "need"): _code,
    (Assessment, "outcome"): ticked,
    (Enquiry, "outcome"): ticked,
    (Conference, "outcome"): ticked,
    (CarePlan, "permanence"): ticked,
    (CareEpisode, "need"): _code,
    (CareEpisode, "end_reason"): _code,
    (LegalStatus, "status"): _code,
    (Placement, "type"): _code,
    (HealthCheck, "type"): _health_type,
    (HealthCheck, "status"): _health_status,
    (CareLeaver, "eligibility"): _eligibility,
    (CareLeaver, "in_touch"): _in_touch,
    (MissingEpisode, "type"): _missing,
    (PlacementStep, "step"): str.casefold,
    (PathwayPlan, "step"): str.casefold,
    (AdviserContact, "way"): str.casefold,
    (HomelessPresentation, "housed_in"): str.casefold,
    (ManagementDecision, "about"): str.casefold,
    (PlanReview, "plan_kind"): str.casefold,
    (PlanReview, "change"): str.casefold,
    (ChangeEvent, "kind"): str.casefold,
    (Note, "kind"): str.casefold,
}
"""The fields whose words are made one, and how."""

KNOWN_WORDS: Mapping[tuple[type[Fact], str], tuple[frozenset[str], str]] = {
    (MissingEpisode, "type"): (
        frozenset({"missing", "away"}),
        "It says neither that the child was missing nor that she was away without authorisation. It was "
        "kept, and counts as missing, so that nobody's return goes unasked.",
    ),
    (CareLeaver, "eligibility"): (
        frozenset({"eligible", "relevant", "former relevant", "qualifying", "no current eligibility"}),
        "This is none of the statuses a care leaver can have in law (eligible, relevant, former relevant, "
        "qualifying). It was kept, and counts as if the young person were owed the service.",
    ),
}
"""Fields whose words a duty asks for: the words that are known, and what is said of any other."""
