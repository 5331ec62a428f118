"""The children behind a finding as a table: by name, why, and whether the last month's figure counts them."""

from collections.abc import Sequence

from holdfast.casework.findings import BehindChild
from holdfast.web.asking import Asking
from holdfast.web.links import child_link
from holdfast.web.parts import Cell, Head, Row, Table


def behind_table(asking: Asking, caption: str, children: Sequence[BehindChild], month: str = "") -> Table | None:
    """The table; None where there is nobody to name.

    Given the ``month`` whose figure is meant, a third column says who is in it and who waits now, and the caption is
    left to the heading above.
    """
    if not children:
        return None
    return Table(
        caption=caption, caption_hidden=bool(month), wide=bool(month),
        heads=(
            Head(text="Name"), Head(text="Why"), *((Head(text="In the figure, or waiting now"),) if month else ()),
        ),
        rows=tuple(
            Row(cells=(
                Cell(text=one.name, href=child_link(asking, one.child)), Cell(text=one.words),
                *((Cell(text=_where(one, month)),) if month else ()),
            ))
            for one in children
        ),
    )  # fmt: skip


def _where(one: BehindChild, month: str) -> str:
    if not one.in_figure:
        return f"Waiting now; not in the figure of {month}"
    return f"In the figure of {month}, and waiting now" if one.waits else f"In the figure of {month}"
