"""The one place that looks at the clock: for a command that was not told its moment."""

from datetime import datetime

from holdfast.dates import LONDON


def now() -> datetime:
    """This moment, in London."""
    return datetime.now(tz=LONDON)
