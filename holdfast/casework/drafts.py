"""What somebody is still writing: kept by the server under the record's permissions, read by its writer alone."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from holdfast.casework.asker import Asker
from holdfast.store.acting import answered, digest_of
from holdfast.store.drafts import Kept, draft, drafts_of, keep_draft
from holdfast.store.drafts import let_go as let_go_of

SINCE = "-since"
"""The end of a draft's key that says: written after the form of this key went on record."""

MOST = 57


def keep(
    asker: Asker, *, child: str, act: str, key: str, base: int, revision: int, words: Mapping[str, str],
    saved_at: datetime,
) -> bool:  # fmt: skip
    """Keep the words of a form; False where newer ones are kept already, or the form is on record just so.

    Where the form is on record and says something else by now, that is kept beside it, as a draft of its own.
    """
    before = answered(key)
    if before is not None and (not before.digest or before.digest == digest_of(words)):
        return False
    mine = key if before is None else f"{key[:MOST]}{SINCE}"
    return keep_draft(
        key=mine, who=asker.who, act=act, child=child, base=base, revision=revision, words=words, saved_at=saved_at
    )


def one(asker: Asker, key: str) -> Kept | None:
    """The asker's own draft of this form."""
    return draft(key, asker.who) if key else None


def of(asker: Asker, child: str | None = None) -> list[Kept]:
    """Everything the asker is still writing, about this child where one is named."""
    return drafts_of(asker.who, child)


def let_go(asker: Asker, key: str, revision: int) -> None:
    """Take the draft away once the form is on record, as it was sent at this revision of it.

    What was written while it was on its way is a later revision and stays, as a draft of its own.
    """
    found = draft(key, asker.who)
    if found is not None and found.revision > revision:
        keep_draft(
            key=f"{key[:MOST]}{SINCE}", who=asker.who, act=found.act, child=found.child, base=found.base,
            revision=found.revision, words=found.words, saved_at=found.saved_at,
        )  # fmt: skip
    let_go_of(key, asker.who)


def go_on_under(asker: Asker, new: str, old: str, **form: Any) -> None:
    """Keep the words of a form under a new key, for the old one is used up; what was kept under that is let go.

    ``form`` is what ``keep`` asks for. What was kept of it at a later revision says more, and stays.
    """
    keep(asker, key=new, **form)
    for key in (old, f"{old[:MOST]}{SINCE}"):
        found = one(asker, key)
        if found is not None and found.revision <= form["revision"]:
            let_go_of(key, asker.who)


def throw_away(asker: Asker, key: str, revision: int) -> bool:
    """Take the asker's own draft away for good, as it stood at this revision; True also where there is none (by now).

    False where more was written since: then all of it stays. What is another's stays too, and nothing is said of it.
    """
    found = one(asker, key)
    if found is not None and found.revision > revision:
        return False
    let_go_of(key, asker.who)
    return True
