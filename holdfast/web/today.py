"""The one place in the web that says what moment it is."""

from datetime import datetime

from holdfast.dates import LONDON
from holdfast.wexmouth.telling import WEXMOUTH_MOMENT


def now() -> datetime:
    """The council's moment: the invented council stands still at its own Monday morning."""
    return WEXMOUTH_MOMENT


def by_the_clock() -> datetime:
    """This moment by the machine's clock, in London: for the entry of a real file, never for a page."""
    return datetime.now(tz=LONDON)
