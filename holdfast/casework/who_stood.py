"""For whom a line of given codes stood at the end of each of some months, kept month by month.

A month that is over stands the same from whichever later day it is looked at, and is worked out once for all of them.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.measures.columns.stood import stood
from holdfast.measures.stood import Stood, stood_of


def who_stood(council: Council, view: View, codes: tuple[str, ...], moments: Sequence[datetime]) -> Mapping[str, Stood]:
    """For each child the codes among these whose line stood at each moment; no child for whom none ever did.

    Of the view only by when things were known is used: the moments are the caller's.
    """
    if not codes:
        return {}
    each = [_at(council, View(as_at=moment, as_known=view.as_known), codes) for moment in moments]
    nothing: Stood = (frozenset(),)
    return {
        child: tuple(found.get(child, nothing)[0] for found in each)
        for child in sorted({child for found in each for child in found})
    }


def _at(council: Council, view: View, codes: tuple[str, ...]) -> Mapping[str, Stood]:
    """The same for one moment; after a save worked out again for whom it changed."""
    moment, settings = (view.as_at,), council.settings
    return council.by_child(
        ("stood", codes), view, lambda columns: stood(columns, moment, codes, settings),
        lambda child: stood_of(child, moment, codes, settings),
    )  # fmt: skip
