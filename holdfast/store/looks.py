"""Who looked at whose record: one line for each answer that was given, in a chain of its own.

A look is written in the same transaction as the answer it stands for: where it cannot be written, nothing is shown.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import Count

from holdfast.dates import LONDON
from holdfast.store.in_time import in_time
from holdfast.store.models import Look, LookedAt
from holdfast.store.turn import take_turn

LOOKS = Look._meta.db_table


@dataclass(frozen=True, slots=True, kw_only=True)
class LookLine:
    """One answer: by whom it was asked, in which seat, what it was, on what basis, and how it was answered.

    ``child`` is the child the page is about, or nothing; ``basis`` says in words why this person may look.
    """

    who: str
    seat: str
    what: str
    route: str
    child: str
    basis: str
    request: str
    status: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A look at one child, as it is told to whoever asks who looked."""

    made_at: datetime
    who: str
    seat: str
    what: str
    route: str
    basis: str
    status: int
    alone: bool


def digest_of(children: Sequence[str]) -> str:
    """A digest that stands for the children of one look."""
    return hashlib.sha256("\n".join(children).encode()).hexdigest()


def hash_of(look: Look) -> str:
    """What the look's hash must be, from all it says and the hash of the one before it."""
    said = {
        field.name: getattr(look, field.name) for field in Look._meta.concrete_fields if field.name not in ("hash",)
    }
    said["made_at"] = look.made_at.astimezone(UTC).isoformat()
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def write_look(line: LookLine, children: Sequence[str], *, made_at: datetime) -> int:
    """Put the look on record with the children it showed; gives its number."""
    shown = sorted(set(children))
    with transaction.atomic():
        take_turn(LOOKS)
        with in_time():
            last = Look.objects.order_by("-position").values_list("position", "hash").first() or (0, "")
            look = Look(
                position=last[0] + 1, made_at=made_at, who=line.who, seat=line.seat, what=line.what, route=line.route,
                child=line.child, basis=line.basis, request=line.request, status=line.status, shown=len(shown),
                digest=digest_of(shown), previous_hash=last[1],
            )  # fmt: skip
            look.hash = hash_of(look)
            look.save(force_insert=True)
            LookedAt.objects.bulk_create([LookedAt(look=look, child=child) for child in shown])
    return int(look.position)


def looks_at(child: str) -> list[Looked]:
    """Every look that showed the child, or was refused about the child, the newest first."""
    shown = LookedAt.objects.filter(child=child).values_list("look_id", flat=True)
    looks = Look.objects.filter(position__in=shown) | Look.objects.filter(child=child)
    return [
        Looked(
            made_at=one.made_at.astimezone(LONDON), who=one.who, seat=one.seat, what=one.what, route=one.route,
            basis=one.basis, status=one.status, alone=one.child == child,
        )
        for one in looks.distinct().order_by("-position")
    ]  # fmt: skip


def pages_opened(children: Sequence[str], *, after: datetime, until: datetime) -> dict[str, int]:
    """By seat, how many of these children had their own page opened (not refused) after one moment, until another."""
    looks = Look.objects.filter(child__in=children, route="child", status=200, made_at__gt=after, made_at__lte=until)
    return dict(looks.values("seat").annotate(many=Count("child", distinct=True)).values_list("seat", "many"))


def first_look() -> datetime | None:
    """When the first look on record was made; None where there is none."""
    made_at = Look.objects.order_by("position").values_list("made_at", flat=True).first()
    return made_at.astimezone(LONDON) if made_at else None


def verify_looks(tick: Callable[[str], None] = lambda done: None) -> list[str]:
    """What is wrong with the chain of looks, in words; empty where it is whole."""
    previous = ""
    for number, look in enumerate(Look.objects.order_by("position").iterator(), 1):
        if look.position != number:
            return [f"Look {number} is missing: the next that is there is {look.position}."]
        if look.previous_hash != previous or look.hash != hash_of(look):
            return [f"Look {number} is not as it was written."]
        shown = sorted(LookedAt.objects.filter(look=look).values_list("child", flat=True))
        if len(shown) != look.shown or digest_of(shown) != look.digest:
            return [f"Look {number} does not name the children it named when it was written."]
        previous = look.hash
        if number % 10_000 == 0:
            tick(f"{number:,} looks")
    return []
