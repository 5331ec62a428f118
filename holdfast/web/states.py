"""How a clock stands, as a word in a box."""

from collections.abc import Mapping
from types import MappingProxyType

from holdfast.duties.monday import Standing
from holdfast.web.parts import Tag

TAGS = {
    "overdue": Tag(text="late", colour="now"),
    "due_soon": Tag(text="soon", colour="soon"),
    "running": Tag(text="running"),
    "met": Tag(text="in time", colour="done"),
    "met_late": Tag(text="done late"),
    "ended": Tag(text="ended", colour="quiet"),
    "cannot_say": Tag(text="cannot say", colour="quiet"),
}
"""How a clock stands, in a word."""

STANDS: Mapping[Standing, Tag] = MappingProxyType({
    "law": Tag(text="Law", colour="now"),
    "second-hand law": Tag(text="Law, read only at second hand", colour="quiet"),
    "benchmark": Tag(text="A published benchmark, not a duty", colour="quiet"),
    "local standard": Tag(text="The council's own standard", colour="local"),
    "drift": Tag(text="The council's own question about drift", colour="local"),
})  # fmt: skip
"""On what a line rests. Only law that was read at its source or in guidance is marked as one that must be met now."""
