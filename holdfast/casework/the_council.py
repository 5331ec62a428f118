"""The council that is held: the newest position of the record, read once and carried forward."""

from datetime import datetime
from threading import RLock

from holdfast.casework.council import Council
from holdfast.record.columns import Columns
from holdfast.store import load
from holdfast.store.entries import position as newest_position

_LOCK = RLock()
_HELD: dict[str, Council] = {}


def the_council() -> Council:
    """The council at the newest position of the record; one query where it has not moved on."""
    position = newest_position()
    with _LOCK:
        held = _HELD.get("council")
        if held is None or held.position > position:
            held = Council(load.load_columns(), position=position, known=_as_known)
        elif held.position < position:
            changed = load.children_touched(held.position, position)
            fresh = load.load_children(sorted(changed))
            held = held.moved_on(fresh, changed, position, _as_known)
        _HELD["council"] = held
        return held


def forget() -> None:
    """Let the held record go: the next who asks reads it anew. For a database that was changed underneath."""
    with _LOCK:
        _HELD.clear()


def _as_known(moment: datetime) -> Columns:
    return load.load_as_known(moment)
