"""The council that is held: the newest position of the record, read once and carried forward."""

import json
from datetime import datetime
from functools import partial
from threading import RLock

from holdfast.casework.council import Council, Known
from holdfast.record.columns import Columns
from holdfast.store import load
from holdfast.store.entries import Entry, newest_entries
from holdfast.store.entries import position as newest_position

_LOCK = RLock()
_HELD: dict[str, Council] = {}


def the_council() -> Council:
    """The council at the newest position of the record; one query where it has not moved on."""
    position = newest_position()
    with _LOCK:
        held = _HELD.get("council")
        if held is None or held.position > position:
            known = partial(_as_known, position)
            held = Council(load.load_columns(position), position=position, known=known, replaced=_replaced)
        elif held.position < position:
            changed = load.children_touched(held.position, position)
            fresh = load.load_children(sorted(changed), position)
            held = held.moved_on(fresh, changed, position, partial(_as_known, position))
        _HELD["council"] = held
        return held


def is_held() -> bool:
    """Whether the record has been read in, so that nobody who asks for it waits long. It never waits."""
    return "council" in _HELD


def worked_out() -> int:
    """How many things were worked out of the council that is held; nought where none is. It never waits."""
    held = _HELD.get("council")
    return held.worked_out if held else 0


def forget() -> None:
    """Let the held record go: the next who asks reads it anew. For a database that was changed underneath."""
    with _LOCK:
        _HELD.clear()


def _as_known(position: int, moment: datetime) -> Columns:
    return load.load_as_known(moment, position)


def _replaced(position: int) -> tuple[frozenset[str], Known]:
    """The children of whom anything was written since the first entry that put a row right or withdrew one."""
    first = next((one.position for one in reversed(newest_entries(position)) if _replaces(one)), position + 1)
    children = load.children_touched(first - 1, position)
    return children, load.Versions.of(position, children).as_known


def _replaces(entry: Entry) -> bool:
    return any(one["changed"] or one["withdrawn"] for one in json.loads(entry.counts).values())
