"""Small invented records for tests: random facts of every noun, dense enough that every rule meets its edges.

Days lie near one another and near working-day edges; ids are few, so that links hit and miss; words are the ones
that conditions ask for, beside some that none does.
"""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

import polars as pl

from holdfast.dates import in_london
from holdfast.record.child import Held
from holdfast.record.columns import Columns, schema_of
from holdfast.record.field import Column, Fact, columns_of
from holdfast.record.register import NOT_ABOUT_A_CHILD, NOUNS

FIRST, SPAN = date(2024, 2, 1), 900
WORDS: dict[str, tuple[str, ...]] = {
    "about": ("referral", "referrer told", "pause", "plan", "manager look"),
    "plan_kind": ("child in need", "child protection", "in care", "pre-proceedings", "adoption"),
    "change": ("better", "little or none", "worse"),
    "step": ("placement plan", "notices", "director approval", "intended to eighteen", "needs assessment", "plan",
             "review"),
    "status": ("completed", "planned", "refused", "V2", "C2"),
    "housed_in": ("bed and breakfast", "supported lodgings"),
    "eligibility": ("relevant", "qualifying", "former relevant"),
    "in_touch": ("YES", "DIED", "RHOM"),
    "permanence": ("REMAINSUP", "ADOPTION"),
    "outcome": ("CP_CONFERENCE_FLAG", "OTHER"),
    "start_reason": ("S", "P", "L"),
    "end_reason": ("X1", "E11"),
    "kind": ("concern", "promise", "move", "birth"),
    "theme": ("school", "brothers and sisters"),
}  # fmt: skip
TYPES = {
    "MissingEpisode": ("missing", "away"),
    "HealthCheck": ("health assessment", "dental check"),
    "Placement": ("U1", "U2", "K2", None),
}


def invented(random: Random, children: int = 3, *, whole: bool = False) -> Columns:
    """The record of a few invented children; ``whole`` holds every noun, else some are withheld."""
    frames, fields = {}, {}
    latest, since, until = set(), {}, {}
    for noun in NOUNS:
        if not whole and random.random() < 0.15:
            continue
        rows = [] if noun in NOT_ABOUT_A_CHILD else _rows(random, noun, children)
        frames[noun] = pl.DataFrame(rows, schema=schema_of(noun), orient="row")
        names = [one.name for one in columns_of(noun)]
        kept = {name for name in names if whole or name == "child" or random.random() > 0.06}
        frames[noun] = frames[noun].with_columns(
            pl.lit(None, dtype=schema_of(noun)[name]).alias(name) for name in names if name not in kept
        )
        fields[noun] = frozenset(kept)
        if not whole and random.random() < 0.1:
            latest.add(noun)
        if not whole and random.random() < 0.1:
            since[noun] = random.choice((_day(random), date.max))
        if not whole and random.random() < 0.1:
            until[noun] = _day(random)
    held = Held(fields=fields, latest_only=frozenset(latest), known_from=since, known_until=until)
    return Columns(frames=frames, held=held)


def _rows(random: Random, noun: type[Fact], children: int) -> list[dict[str, Any]]:
    rows = []
    for child in range(children):
        many = 1 if noun.__name__ == "Person" else random.choice((0, 0, 1, 1, 2, 3, 5))
        for number in range(many):
            row: dict[str, Any] = {"recorded_at": None}
            for one in columns_of(noun):
                row[one.name] = _value(random, noun, one, f"c{child}", number)
            rows.append(row)
    return rows


def _day(random: Random) -> date:
    return FIRST + timedelta(days=random.randrange(SPAN))


def _value(random: Random, noun: type[Fact], one: Column, child: str, number: int) -> Any:
    if one.child:
        return child
    if one.name == "died_on":
        return _day(random) if random.random() < 0.1 else None
    if one.name == "born_on":
        days = random.randrange(random.choice((4, 20)) * 365)
        return random.choice((None, date(2008, 2, 29), FIRST - timedelta(days=days)))
    if noun.__name__ == "CareEpisode" and number == 0 and one.name in LONG_IN_CARE and random.random() < 0.5:
        return LONG_IN_CARE[one.name]
    if one.name == "id":
        return random.choice((f"{noun.__name__}{number}", f"{noun.__name__}{number}", None))
    if random.random() < 0.15:
        return None
    return _of_kind(random, noun, one, number)


def _of_kind(random: Random, noun: type[Fact], one: Column, number: int) -> Any:
    match one.kind:
        case "day":
            return _day(random)
        case "time":
            return in_london(datetime.combine(_day(random), time(random.randrange(24), random.randrange(60))))
        case "flag":
            return random.random() < 0.6
        case "number":
            return float(random.randrange(5))
    if one.name == "type":
        return random.choice(TYPES.get(noun.__name__, ("a", "b")))
    if one.name in WORDS:
        return random.choice(WORDS[one.name])
    if one.name in LINKS:
        return f"{LINKS[one.name]}{random.randrange(3)}"
    return random.choice(("x", "y"))


LONG_IN_CARE = {"started_on": FIRST, "ended_on": None}
"""Some children are in care all along, so that much of what is invented of a placement falls in a time in care."""
LINKS = {
    "referral": "Referral", "subject": "Referral", "enquiry": "Enquiry", "plan": "ProtectionPlan",
    "conference": "Conference", "placement": "Placement", "episode": "MissingEpisode", "period": "period",
    "dispute": "dispute", "action": "action",
}  # fmt: skip
