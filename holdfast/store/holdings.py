"""What the record holds of each noun after several extracts: which fields, from when, until when."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from holdfast.dates import Days
from holdfast.record.child import Held
from holdfast.record.field import Fact, columns_of
from holdfast.record.register import NOUNS
from holdfast.store.models import Holding

_BY_NAME = {noun.__name__: noun for noun in NOUNS}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldNoun:
    """What is held of one noun: the part of ``Held`` that speaks of it."""

    fields: frozenset[str]
    known_from: date | None = None
    known_until: date | None = None
    latest_only: bool = False


def of_noun(held: Held, noun: type[Fact]) -> HeldNoun | None:
    """What is held of this noun; None when it is absent."""
    if noun not in held.fields:
        return None
    return HeldNoun(
        fields=held.fields[noun], known_from=held.known_from.get(noun), known_until=held.known_until.get(noun),
        latest_only=noun in held.latest_only,
    )  # fmt: skip


def changed_holdings(new: Held, old: Held) -> Mapping[type[Fact], HeldNoun]:
    """What the record would hold otherwise than now, once this extract is on it."""
    changed = {}
    for noun in new.fields:
        coming, kept = of_noun(new, noun), of_noun(old, noun)
        if coming is not None and (together := _together(coming, kept)) != kept:
            changed[noun] = together
    return changed


def _together(new: HeldNoun, old: HeldNoun | None) -> HeldNoun:
    """The time told of joins the time told of before, where no day lies between them; the fields are the newest's."""
    if old is None:
        return new
    first, last = new.known_from, new.known_until
    if _apart(old.known_until, new.known_from) or _apart(new.known_until, old.known_from):
        return new
    first = None if first is None or old.known_from is None else min(first, old.known_from)
    last = None if last is None or old.known_until is None else max(last, old.known_until)
    return HeldNoun(fields=new.fields, known_from=first, known_until=last, latest_only=new.latest_only)


def _apart(until: date | None, since: date | None) -> bool:
    return until is not None and since is not None and Days(1).after(until) < since


def held_of(rows: list[Holding]) -> Held:
    """What the record holds, from the newest row of each noun; the rows come oldest first."""
    newest = {_BY_NAME[row.noun]: row for row in rows if row.noun in _BY_NAME}
    return Held(
        fields={noun: frozenset(json.loads(row.fields)) for noun, row in newest.items()},
        latest_only=frozenset(noun for noun, row in newest.items() if row.latest_only),
        known_from={noun: row.known_from for noun, row in newest.items() if row.known_from},
        known_until={noun: row.known_until for noun, row in newest.items() if row.known_until},
    )


def fields_text(noun: type[Fact], fields: frozenset[str]) -> str:
    """The fields as a row has them, in the noun's own order."""
    order = [one.name for one in columns_of(noun)]
    return json.dumps([name for name in order if name in fields] + sorted(fields.difference(order)))
