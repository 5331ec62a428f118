"""Why a question about drift: the rule in plain words with the council's numbers, and what it saw for this child."""

from dataclasses import dataclass

from holdfast.casework.child.happenings import happenings
from holdfast.casework.child.told import Happening
from holdfast.casework.council import Council
from holdfast.duties.drift.one import drifts_of
from holdfast.duties.drift.rule import Drift, Rule
from holdfast.duties.standing import Standing

STATE_WORDS = {
    "raised": "It stands: somebody's decision is asked for",
    "overdue": "It stands: a decision is late",
    "running": "It does not stand yet",
    "met": "Answered in time",
    "met_late": "Answered, late",
    "ended": "It no longer applies",
    "cannot_say": "This record cannot say",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One finding of the rule for the child, how it stands, and the dated facts between which it looked."""

    drift: Drift
    state: str
    evidence: tuple[Happening, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyDrift:
    """One drift rule and what it saw; ``needs`` are the tables it reads, ``missing`` what this record lacks of them."""

    rule: Rule
    threshold: str
    needs: tuple[str, ...]
    missing: str
    sightings: tuple[Sighting, ...]


def why_drift(rule: Rule, standing: Standing, council: Council) -> WhyDrift:
    """What the rule asks and what it saw for the child, as at the moment."""
    settings = council.settings
    found = drifts_of(standing, settings, (rule,))
    return WhyDrift(
        rule=rule, threshold=rule.said_threshold(settings), missing=rule.missing(standing.held) or "",
        needs=tuple(f"{one.noun.words[:1].upper()}{one.noun.words[1:]}" for one in rule.needs),
        sightings=tuple(
            Sighting(drift=one, state=STATE_WORDS[one.state], evidence=_evidence(rule, one, standing, council))
            for one in found
        ),
    )  # fmt: skip


def _evidence(rule: Rule, drift: Drift, standing: Standing, council: Council) -> tuple[Happening, ...]:
    """What is on record, from the tables that the rule reads, from the day it counts from on; the latest first."""
    nouns = tuple(one.noun for one in rule.needs) + rule.answers
    every = happenings(standing, council, nouns, whole=True)
    return tuple(one for one in every if drift.since is None or one.on >= drift.since)
