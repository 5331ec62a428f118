"""The page of the basics, and the list behind one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from holdfast.casework.basics import BASICS, Basic, BasicChild, BasicNow, CouncilBasics, TeamBasics
from holdfast.casework.frozen import frozen
from holdfast.casework.team import Light
from holdfast.dates import say
from holdfast.measures.suppression import KEPT_BACK, told_of
from holdfast.web.asking import Asking
from holdfast.web.basics.words import HEADS, LOOKS, NOTES, UNTOLD, look_words, so_words
from holdfast.web.links import child_link
from holdfast.web.parts import Cell, Crumb, Empty, Head, Person, Picture, Row, Table, Tag
from holdfast.web.pictures import Share, shares_picture
from holdfast.web.portion import Portion, portion_of

UNBROKEN = "\N{NO-BREAK SPACE}"

FIRST = 3
"""How many children a card names before it says how many more there are."""

KEPT = (
    "Small numbers are kept back, and so is what would give one away. Teams are not told: they are too small. The "
    "numbers stand still until this month is over: two days side by side would show what became of one child."
)
TAGS: dict[Light, Tag] = {
    "fine": Tag(text="Fine", colour="done"), "look": Tag(text="Look", colour="soon"),
    "cannot say": Tag(text="Cannot say", colour="quiet"), "not asked": Tag(text="Not asked"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class BasicCard:
    """One basic: for how many it is fine, who asks for a look, one good thing lately, and where everybody is."""

    key: str
    title: str
    big: str
    note: str
    good: Person | None
    looks: str
    first: tuple[Person, ...]
    more: str
    untold: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BasicsPage:
    """The basics for one day."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    kept: str
    picture: Picture
    cards: tuple[BasicCard, ...]
    teams: Table | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BasicList:
    """Everybody behind one basic: first who asks for a look, then of whom nobody can tell, then for whom it is fine."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    note: str
    table: Table | None
    empty: Empty | None
    portion: Portion | None


def basics_page(asking: Asking, now: CouncilBasics) -> BasicsPage:
    """The page for whoever asks; without names only what may leave the service."""
    names, every = asking.seat.names, now.every
    whom = "whom you see" if names and asking.theirs() is not None else f"of {every.name}"
    lead = f"Of the children {whom} who are with a team: for how many of those it is asked of each is fine."
    return BasicsPage(
        crumbs=(Crumb(text="The council", href=asking.link("/")), Crumb(text="The basics")),
        title=f"The basics on {say((asking.view if names else frozen(asking.view)).today)}",
        lead=f"{every.children} children {whom} are with a team. Eight basics of practice: for how many each is fine, "
        "and whom somebody should look at first." if names else lead,
        kept="" if names else KEPT, picture=_picture(every) if names else _outside(every),
        cards=tuple(_card(asking, one) for one in every.basics) if names else (),
        teams=_teams(asking, now) if names and now.teams else None,
    )  # fmt: skip


def of_words(one: BasicNow) -> str:
    """For how many it is fine: ``279 of 285``, never broken over two lines; in words where it is asked of nobody."""
    return f"{len(one.good)} of {one.asked}".replace(" ", UNBROKEN) if one.asked else "nobody asked"


def _picture(every: TeamBasics) -> Picture:
    svg = shares_picture(
        [Share(label=HEADS[one.basic], words=of_words(one), parts=one.counts()) for one in every.basics],
        legend=("fine", LOOKS, UNTOLD), key="basics",
        title=f"The basics for {every.name}: for how many children each is fine",
    )  # fmt: skip
    table = Table(
        caption="The basics in numbers", small=True, key="basics-table", wide=True,
        heads=(
            Head(text="Basic"), Head(text="Fine for", numeric=True), Head(text="Of", numeric=True),
            Head(text="Ask for a look", numeric=True), Head(text="Cannot be told", numeric=True),
        ),
        rows=tuple(
            Row(cells=(
                Cell(text=HEADS[one.basic]), Cell(text=str(len(one.good)), numeric=True),
                Cell(text=str(one.asked), numeric=True), Cell(text=str(len(one.look)), numeric=True),
                Cell(text=str(len(one.cannot_say)), numeric=True),
            ))
            for one in every.basics
        ),
        note="A child of whom nothing is asked now is not counted.",
    )  # fmt: skip
    return Picture(svg=svg, table=table, folded="Show the basics as a table")


def _outside(every: TeamBasics) -> Picture:
    """The numbers as they may leave the service: a table and no picture."""
    told = [(one, told_of(len(one.good), one.asked)) for one in every.basics]
    table = Table(
        caption="The basics for the whole council", key="basics-table",
        heads=(Head(text="Basic"), Head(text="Fine for", numeric=True), Head(text="Of", numeric=True)),
        rows=tuple(
            Row(cells=(
                Cell(text=HEADS[one.basic], detail=NOTES[one.basic]), Cell(text=so, numeric=True),
                Cell(text=of if one.asked else KEPT_BACK, numeric=True),
            ))
            for one, (so, of) in told
        ),
    )  # fmt: skip
    return Picture(svg=SafeString(""), table=table)


def _card(asking: Asking, one: BasicNow) -> BasicCard:
    looks = len(one.look)
    dated = [child for child in one.good if child.last_on]
    best = max(dated, key=lambda child: (str(child.last_on), child.name), default=None)
    return BasicCard(
        key=f"basic-{one.basic}", title=HEADS[one.basic], big=of_words(one), note=NOTES[one.basic],
        good=_person(asking, best, so_words(one.basic, best)) if best else None,
        looks=f"{looks} {'asks' if looks == 1 else 'ask'} for a look" if looks else "Nobody asks for a look",
        first=tuple(_person(asking, child, "") for child in one.look[:FIRST]),
        more=f"and {looks - FIRST} more" if looks > FIRST else "",
        untold=f"Of {len(one.cannot_say)} this record cannot tell." if one.cannot_say else "",
        href=asking.link(f"/basics/{one.basic}"),
    )  # fmt: skip


def _person(asking: Asking, one: BasicChild, detail: str) -> Person:
    return Person(name=one.name, href=child_link(asking, one.child), detail=detail)


def _teams(asking: Asking, now: CouncilBasics) -> Table:
    """Each team by its name: an order that sets none above another."""
    return Table(
        caption="Each team", caption_hidden=True, key="basics-teams", wide=True, small=True,
        heads=(Head(text="Team"), *(Head(text=HEADS[one], numeric=True) for one in BASICS)),
        rows=tuple(
            Row(key=f"team-{team.team}", cells=(
                Cell(text=team.name, href=asking.link(f"/team/{team.team}")),
                *(
                    Cell(
                        text=of_words(one), numeric=True,
                        detail=f"{len(one.look)} to look at".replace(" ", UNBROKEN) if one.look else "",
                        href=asking.link(f"/basics/{one.basic}", team=team.team or "") if one.asked else "",
                    )
                    for one in team.basics
                ),
            ))
            for team in now.teams
        ),
        note="Teams stand in order of name, and of nothing else. The numbers follow how many children a team has and "
        "what they need; they say nothing of the people who work there.",
    )  # fmt: skip


def basic_list(asking: Asking, now: CouncilBasics, basic: Basic, team: TeamBasics | None) -> BasicList:
    """Everybody behind one basic, of one team or of all of them."""
    whose, part = team or now.every, team is None and asking.theirs() is not None
    one = whose.of(basic)
    path = f"/basics/{basic}"
    more = {"team": team.team} if team and team.team else {}
    shown, portion = portion_of(asking, path, (*one.look, *one.cannot_say, *one.good), **more)
    names = {each.team: each.name for each in now.teams}
    nobody = Empty(
        what="It is asked of nobody whom you see on that day.", href=asking.link("/basics"), link="The basics"
    )
    return BasicList(
        crumbs=(
            Crumb(text="The council", href=asking.link("/")), Crumb(text="The basics", href=asking.link("/basics")),
            Crumb(text=HEADS[basic]),
        ),
        title=f"{HEADS[basic]}: {'the children whom you see' if part else whose.name}",
        lead=f"Fine for {of_words(one)}. {len(one.look)} {LOOKS}; {len(one.cannot_say)} {UNTOLD}.", note=NOTES[basic],
        table=_children(asking, basic, shown, names) if shown else None, empty=None if shown else nobody,
        portion=portion,
    )  # fmt: skip


def _children(asking: Asking, basic: Basic, shown: Sequence[BasicChild], names: Mapping[str | None, str]) -> Table:
    return Table(
        caption="The children, first those who ask for a look", caption_hidden=True, key="basic-children", wide=True,
        heads=(Head(text="Name"), Head(text="How it stands"), Head(text="What the record says"), Head(text="Team")),
        rows=tuple(
            Row(cells=(
                Cell(text=one.name, href=child_link(asking, one.child)), Cell(text="", tag=TAGS[one.light]),
                Cell(text=look_words(basic, one) if one.light == "look" else so_words(basic, one)),
                Cell(text=names.get(one.team, one.team)),
            ))
            for one in shown
        ),
    )  # fmt: skip
