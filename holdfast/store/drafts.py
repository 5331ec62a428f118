"""Words that somebody is still writing: kept by the server, read by nobody else, gone once they are on record."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from holdfast.dates import LONDON
from holdfast.store.models import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A draft: the form's key, whose it is, for which act and child, the record's position, and the words."""

    key: str
    who: str
    act: str
    child: str
    base: int
    revision: int
    words: Mapping[str, str]
    saved_at: datetime


def keep_draft(
    *, key: str, who: str, act: str, child: str, base: int, revision: int, words: Mapping[str, str], saved_at: datetime
) -> bool:
    """Keep the words; False where a newer revision of the form is kept already, or the form is another's."""
    with transaction.atomic():
        before = Draft.objects.select_for_update().filter(key=key).first()
        if before is not None and (before.who, before.act, before.child) != (who, act, child):
            return False
        if before is not None and before.revision >= revision:
            return False
        Draft.objects.update_or_create(
            key=key,
            defaults={
                "who": who, "act": act, "child": child, "base": base, "revision": revision,
                "words": json.dumps(dict(words), ensure_ascii=False), "saved_at": saved_at,
            },
        )  # fmt: skip
    return True


def drafts_of(who: str, child: str | None = None) -> list[Kept]:
    """What this person is writing, about this child where one is named, the newest first."""
    found = Draft.objects.filter(who=who)
    if child is not None:
        found = found.filter(child=child)
    return [_kept(one) for one in found.order_by("-saved_at", "key")]


def draft(key: str, who: str) -> Kept | None:
    """The draft of this form, where it is this person's."""
    found = Draft.objects.filter(key=key, who=who).first()
    return _kept(found) if found else None


def let_go(key: str, who: str) -> None:
    """Take the draft away: its words are on record, or the person threw them away."""
    Draft.objects.filter(key=key, who=who).delete()


def _kept(one: Draft) -> Kept:
    return Kept(
        key=one.key, who=one.who, act=one.act, child=one.child, base=one.base, revision=one.revision,
        words=json.loads(one.words), saved_at=one.saved_at.astimezone(LONDON),
    )  # fmt: skip
