"""What somebody is still writing: kept by the server under the record's permissions, read by its writer alone."""

from collections.abc import Mapping
from datetime import datetime

from holdfast.casework.asker import Asker
from holdfast.store.acting import answered
from holdfast.store.drafts import Kept, draft, drafts_of, keep_draft
from holdfast.store.drafts import let_go as let_go_of


def keep(
    asker: Asker, *, child: str, act: str, key: str, base: int, revision: int, words: Mapping[str, str],
    saved_at: datetime,
) -> bool:  # fmt: skip
    """Keep the words of a form; False where newer ones are kept already, or the form is on record already."""
    if answered(key) is not None:
        return False
    return keep_draft(
        key=key, who=asker.who, act=act, child=child, base=base, revision=revision, words=words, saved_at=saved_at
    )


def one(asker: Asker, key: str) -> Kept | None:
    """The asker's own draft of this form."""
    return draft(key, asker.who) if key else None


def of(asker: Asker, child: str | None = None) -> list[Kept]:
    """Everything the asker is still writing, about this child where one is named."""
    return drafts_of(asker.who, child)


def let_go(asker: Asker, key: str) -> None:
    """Take the draft away once its words are on record."""
    let_go_of(key, asker.who)
