"""What a person says a sentence is about, and whether it praises, over what the rules read. Both are kept and shown.

A correction names the text that it is about by a hash, so that it holds however often the report is read again, and
falls away when the words are others. Keeping corrections is not this module's work.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from holdfast.inspection.report import Polarity
from holdfast.inspection.themes import in_order

_HEX_DIGITS = 16


def text_key(text: str) -> str:
    """What a correction calls a text: 16 hexadecimal digits of its SHA-256, white space collapsed."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:_HEX_DIGITS]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One person's word on one text: its themes, its polarity, or both. What is None is left as it was read."""

    text: str
    by: str
    at: datetime
    reason: str
    themes: tuple[str, ...] | None = None
    polarity: Polarity | None = None

    def __post_init__(self) -> None:
        """A correction that corrects nothing, gives no reason, or names a theme that the list lacks, is an error."""
        if self.themes is None and self.polarity is None:
            raise ValueError("A correction gives themes or a polarity; this one gives neither.")
        if not self.reason.strip():
            raise ValueError("A correction says why in a few words; this one gives no reason.")
        if self.themes is not None:
            in_order(self.themes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """What counts, what the rules had read, and every correction of this text, the oldest first."""

    themes: tuple[str, ...]
    polarity: Polarity | None
    read_themes: tuple[str, ...]
    read_polarity: Polarity | None
    corrections: tuple[Correction, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether a person's word now says something else than the rules read."""
        return (self.themes, self.polarity) != (self.read_themes, self.read_polarity)


def corrected(
    text: str, themes: tuple[str, ...], polarity: Polarity | None, corrections: Iterable[Correction]
) -> Corrected:
    """Corrections over what was read of a text: of several the later counts, for themes and for polarity apart.

    Those of other texts are passed over. ``polarity`` is None for a point, which has none; it stays so.
    """
    key = text_key(text)
    ours = tuple(sorted((one for one in corrections if one.text == key), key=lambda one: one.at))
    said_themes = [one.themes for one in ours if one.themes is not None]
    said_polarity = [one.polarity for one in ours if one.polarity is not None]
    return Corrected(
        themes=in_order(said_themes[-1]) if said_themes else themes,
        polarity=said_polarity[-1] if said_polarity and polarity is not None else polarity,
        read_themes=themes, read_polarity=polarity, corrections=ours,
    )  # fmt: skip
