"""How a clock stands, as a word in a box."""

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
