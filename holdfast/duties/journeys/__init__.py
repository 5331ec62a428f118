"""Nouns that are on no table and are worked out from others: periods of care, times on a plan, returns.

``register_all`` tells the scalar engine how; ``holdfast.duties.columns`` has the column twins. The register in
``holdfast.duties.register`` calls it, so that whoever asks for duties has the journeys too.
"""

from holdfast.duties.journeys import challenge, in_care, leaving_care, protection, unseen
from holdfast.duties.standing import DERIVED


def register_all() -> None:
    """Make every worked-out noun known to the scalar engine. Calling it again changes nothing."""
    for area in (challenge, in_care, leaving_care, protection, unseen):
        DERIVED.update(area.DERIVATIONS)
