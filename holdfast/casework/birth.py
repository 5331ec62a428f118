"""Where the record came from: only a record that begins with the invented council may be served."""

from holdfast.store.entries import first_source

WEXMOUTH = "wexmouth"
"""The source that the first entry of an invented record names."""

_BORN: dict[str, bool] = {}


def born_of_wexmouth() -> bool:
    """Whether the first entry of the record says that it was invented; asked once, since a birth never changes."""
    if not _BORN.get("wexmouth"):
        first = first_source()
        _BORN["wexmouth"] = first == WEXMOUTH
    return _BORN["wexmouth"]
