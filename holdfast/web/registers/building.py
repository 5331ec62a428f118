"""The registers as words and links, from what casework found."""

from collections.abc import Sequence

from holdfast.casework.registers.found import Change, NextThing, RegisterNow, RegisterRow
from holdfast.casework.registers.register import Register
from holdfast.dates import say, say_moment
from holdfast.duties.explain import count_in_words
from holdfast.web.asking import Asking
from holdfast.web.parts import Cell, Crumb, Empty, Head, Row, Table
from holdfast.web.portion import PORTION, portions
from holdfast.web.registers.page import RegisterPage, RegistersPage

TITLE = "Registers of the children whom no chart shows"


def registers_page(asking: Asking, every: tuple[RegisterNow, ...]) -> RegistersPage:
    """The page of all registers."""
    heads = (
        Head(text="Register"), Head(text="Now", numeric=True), Head(text="Since four weeks ago"),
        Head(text="Since twelve months ago"), Head(text="The worst clock"),
    )  # fmt: skip
    spoken, silent = [one for one in every if not one.missing], [one for one in every if one.missing]
    return RegistersPage(
        whose=f"{asking.council.settings.council}, {say_moment(asking.view.as_at)}. Shown to: {asking.seat.title}.",
        table=Table(
            caption="Every register, with how many children are on it", heads=heads, key="registers", wide=True,
            rows=tuple(_index_row(asking, one) for one in spoken),
        ),
        silent=Table(
            caption="Registers of which this record cannot say anything",
            heads=(Head(text="Register"), Head(text="What would cure it")),
            rows=tuple(
                Row(key=_key(one), cells=(_title(asking, one), Cell(text=one.missing))) for one in silent
            ),
        )
        if silent
        else None,
    )  # fmt: skip


def _key(one: RegisterNow) -> str:
    return f"register-{one.register.code}"


def _title(asking: Asking, one: RegisterNow) -> Cell:
    return Cell(text=one.register.title, href=asking.link(f"/registers/{one.register.code}"))


def _index_row(asking: Asking, one: RegisterNow) -> Row:
    worst = next((row for row in one.rows if row.next is not None and row.next.late and row.next.alerts), None)
    beside = [f"and {len(one.unsure)} of whom it cannot say"] if one.unsure else []
    beside += [f"and {one.others} whom you do not see"] if one.others else []
    return Row(
        key=_key(one),
        cells=(
            _title(asking, one),
            Cell(text=str(len(one.rows)), numeric=True, detail=", ".join(beside)),
            Cell(text=_came_and_left(one.four_weeks)),
            Cell(text=_came_and_left(one.twelve_months)),
            _worst(asking, worst) if worst else Cell(text="Nothing is late." if one.rows else _nobody_of(one)),
        ),
    )


def _worst(asking: Asking, row: RegisterRow) -> Cell:
    thing = row.next
    assert thing is not None
    return Cell(text=row.name, href=_child(asking, row, thing), detail=f"{_what(thing)} {_rests_on(thing)}")


def _came_and_left(change: Change) -> str:
    if not change.came and not change.left:
        return "No change"
    net = f"{change.net:+d}".replace("-", "\N{MINUS SIGN}") if change.net else "as many as then"
    return f"{change.came} new, {change.left} gone ({net})"


def register_page(asking: Asking, found: RegisterNow) -> RegisterPage:
    """The page of one register."""
    one = found.register
    start, portion = portions(asking, f"/registers/{one.code}", len(found.rows) + len(found.unsure))
    rows = found.rows[start : start + PORTION]
    unsure = found.unsure[max(start - len(found.rows), 0) : max(start + PORTION - len(found.rows), 0)]
    return RegisterPage(
        crumbs=(Crumb(text="Registers", href=asking.link("/registers/")), Crumb(text=one.title)),
        title=one.title,
        question=one.question,
        count=_count(found),
        others=_others(found.others),
        changes=(_change(one, found.four_weeks), _change(one, found.twelve_months)),
        portion=portion,
        table=_rows(asking, found, rows) if rows else None,
        empty=None if found.rows or found.missing else _nobody(found),
        rule=one.rule,
        needs=tuple(need.cure for need in one.needs),
        limits=one.limits,
        missing=found.missing,
        unsure=_unsure(asking, found, unsure) if unsure else None,
    )


def _nobody_of(found: RegisterNow) -> str:
    return "Nobody whom you see is on it." if found.others else "Nobody is on it."


def _count(found: RegisterNow) -> str:
    many, seen = len(found.rows), " whom you see" if found.others else ""
    if not many:
        return f"Nobody{seen} is on it now."
    return f"One child{seen} is on it now." if many == 1 else f"{many} children{seen} are on it now."


def _others(many: int) -> str:
    """A list that leaves somebody out says so: what a seat does not see is not nothing."""
    if not many:
        return ""
    return f"{many} {'other is' if many == 1 else 'others are'} on it, whom you do not see in this seat."


def _nobody(found: RegisterNow) -> Empty:
    left = found.four_weeks.left
    gone = f" {'One child was' if left == 1 else f'{left} children were'} on it four weeks ago." if left else ""
    return Empty(
        what="Nobody whom you see is on this register." if found.others else "Nobody is on this register.",
        means=f"The record can be asked, and shows no child{' of yours' if found.others else ''} to whom its rule "
        f"applies.{gone}",
    )


def _change(register: Register, change: Change) -> str:
    if not change.came and not change.left:
        return f"Since {say(change.since)}: the same children as then."
    more = (
        "as many as then" if not change.net else f"{abs(change.net)} {'more' if change.net > 0 else 'fewer'} than then"
    )
    return f"Since {say(change.since)}: {change.came} new, {change.left} gone{_because(register, change)}; {more}."


def _because(register: Register, change: Change) -> str:
    """How many left because of what the register waits for, where it names such a thing; nought is said too."""
    if register.settled is None or change.settled is None:
        return ""
    return f" ({change.settled} of them {register.settled[1]})"


def _rows(asking: Asking, found: RegisterNow, rows: Sequence[RegisterRow]) -> Table:
    heads = ("Child", "On it since", "What is next or late", "Ask")
    return Table(
        caption=f"{found.register.title}: what has waited longest first", heads=tuple(Head(text=one) for one in heads),
        rows=tuple(_row(asking, row) for row in rows), wide=True,
    )  # fmt: skip


def _row(asking: Asking, row: RegisterRow) -> Row:
    thing = row.next
    nothing = Cell(text="Nothing with a day is on record as coming next.")
    return Row(
        key=f"child-{row.child}",
        cells=(
            Cell(text=row.name, href=_child(asking, row, thing)),
            Cell(text=say(row.since) if row.since else "no day on record", detail=row.detail),
            nothing if thing is None else Cell(text=_what(thing), detail=_rests_on(thing)),
            Cell(text=row.owner.worker or "No worker on record", detail=row.owner.team or ""),
        ),
    )


def _child(asking: Asking, row: RegisterRow, thing: NextThing | None) -> str:
    mark = "" if thing is None else f"#{'clock' if thing.a_clock else 'worry'}-{thing.code}"
    return asking.link(f"/child/{row.child}{mark}")


def _what(thing: NextThing) -> str:
    if thing.words:
        return thing.words
    if thing.due_on is None:
        return f"{thing.title}: no day can be given."
    late = f", {count_in_words(thing.days, thing.unit)} ago; nothing on record shows it done" if thing.days else ""
    return f"{thing.title}: {'was' if thing.late else 'is'} due by {say(thing.due_on)}{late if thing.late else ''}."


def _rests_on(thing: NextThing) -> str:
    return f"Rests on: {thing.rests_on}."


def _unsure(asking: Asking, found: RegisterNow, unsure: Sequence[tuple[str, str]]) -> Table:
    return Table(
        caption="Children of whom this record cannot say whether they belong here",
        heads=(Head(text="Child"), Head(text="Why")),
        rows=tuple(
            Row(
                key=f"child-{child}",
                cells=(
                    Cell(text=name, href=asking.link(f"/child/{child}")),
                    Cell(text=found.register.unsure_words or "The record does not hold what would tell."),
                ),
            )
            for child, name in unsure
        ),
    )  # fmt: skip
