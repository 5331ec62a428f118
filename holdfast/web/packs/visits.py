"""Which visit to prepare: the themes, and what of the record speaks to each."""

from dataclasses import dataclass

from holdfast.casework.packs.about import About, every_theme
from holdfast.measures.promise import CouncilLine
from holdfast.web.asking import Asking
from holdfast.web.packs.after import after_links
from holdfast.web.packs.words import PACKS, AskedLine, crumbs, joined, many, moment_words
from holdfast.web.parts import Crumb


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitsPage:
    """The themes to which the record speaks, and those to which it cannot speak yet."""

    crumbs: tuple[Crumb, ...]
    lead: str
    moment: str
    speaks: tuple[AskedLine, ...]
    silent: tuple[AskedLine, ...]
    after: tuple[tuple[Crumb, str], ...]


def visits_page(asking: Asking, line: CouncilLine) -> VisitsPage:
    """The page of all themes."""
    return VisitsPage(
        crumbs=crumbs(asking, PACKS, Crumb(text="Prepare a visit")), moment=moment_words(asking),
        lead="Inspectors come to look at one theme. Choose it, and read on one page what the record shows of it: first "
        "what it cannot tell, then the children, the numbers and what was decided.",
        after=after_links(asking, line),
        speaks=tuple(_line(asking, one, f"On record: {_has(one)}") for one in every_theme() if one.speaks),
        silent=tuple(
            _line(asking, one, "The record cannot speak to this yet", one.cannot)
            for one in every_theme() if not one.speaks
        ),
    )  # fmt: skip


def _line(asking: Asking, one: About, figure: str, words: str = "") -> AskedLine:
    return AskedLine(
        key=f"theme-{one.theme.id}", title=one.theme.name, href=asking.link(f"/visits/{one.theme.id}"),
        beside=one.theme.means, figure=f"{figure}.", words=words,
    )  # fmt: skip


def _has(one: About) -> str:
    if one.whole_plan:
        return "the improvement plan, whole"
    told = ((len(one.measures), "measure"), (len(one.codes), "duty or rule"), (len(one.registers), "register"))
    several = {"duty or rule": "duties and rules"}
    return joined([many(count, word, several.get(word, "")) for count, word in told if count])
