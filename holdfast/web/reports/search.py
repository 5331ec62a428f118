"""Search over points and sentences: each with the words that matched, its page and its document."""

from dataclasses import dataclass

from holdfast.casework.reports.held import Library, Passage
from holdfast.casework.reports.searching import Hit, Question, search
from holdfast.inspection.themes import Theme, themes
from holdfast.web.asking import Asking
from holdfast.web.parts import Crumb, Empty, Tag
from holdfast.web.reports.words import POLARITY_WORDS, Choice, choices, crumbs, pages

MOST = 60
"""So many are shown; of more it is said how many there are."""

MOST_LETTERS = 200

KINDS = (("", "Points and sentences"), ("point", "Points"), ("statement", "Sentences"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One passage: its text in pieces (each with whether it matched), its themes, and where it stands."""

    pieces: tuple[tuple[str, bool], ...]
    tags: tuple[Tag, ...]
    themes: str
    matched: str
    where: str
    document: str
    href: str
    corrected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The form as it was filled in, and what was found."""

    crumbs: tuple[Crumb, ...]
    pages: tuple[Crumb, ...]
    words: str
    themes: tuple[Choice, ...]
    polarities: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    councils: tuple[Choice, ...]
    years: tuple[Choice, ...]
    hidden: tuple[tuple[str, str], ...]
    told: str
    found: tuple[Found, ...]
    empty: Empty | None


def question_of(asked: dict[str, str]) -> Question:
    """What a form asks. What it cannot mean (a year in letters, a kind that is none) asks nothing."""
    year, kind = asked.get("year", ""), asked.get("kind", "")
    return Question(
        words=asked.get("words", "")[:MOST_LETTERS].strip(), theme=asked.get("theme", ""),
        polarity=asked.get("polarity", ""), council=asked.get("council", ""),
        year=int(year) if year.isdecimal() and len(year) == 4 else None,
        kind="point" if kind == "point" else "statement" if kind == "statement" else None,
    )  # fmt: skip


def search_page(asking: Asking, library: Library, asked: Question) -> SearchPage:
    """The page for a question; without one the newest passages are shown."""
    newest = [one for document in reversed(library.documents) for one in library.of(document.key)]
    hits = search(newest, asked)
    years = sorted({one.day.year for one in library.documents if one.day}, reverse=True)
    return SearchPage(
        crumbs=crumbs(asking, Crumb(text="Search")), pages=pages(asking, "search"), words=asked.words,
        themes=choices([("", "Any theme"), *((one.id, one.name) for one in themes())], asked.theme),
        polarities=choices([("", "Strengths and weaknesses"), *POLARITY_WORDS.items()], asked.polarity),
        kinds=choices(KINDS, asked.kind or ""),
        councils=choices([("", "Any council"), *((code, name) for code, name in library.councils.items() if code)],
                         asked.council),
        years=choices([("", "Any year"), *((str(one), str(one)) for one in years)], str(asked.year or "")),
        hidden=tuple(asking.moment_query.items()), told=_told(len(hits)),
        found=tuple(_found(asking, one) for one in hits[:MOST]),
        empty=None if hits else Empty(
            what="Nothing was found.",
            means="Every word that you gave must stand in the text. Try fewer words, or another theme.",
        ),
    )  # fmt: skip


def _told(many: int) -> str:
    if not many:
        return ""
    said = f"{many} {'passage' if many == 1 else 'passages'}, the newest document first."
    more = f" The first {MOST} are shown: ask for more words, a theme or a year to see fewer."
    return f"{said}{more if many > MOST else ''}"


def _found(asking: Asking, hit: Hit) -> Found:
    one = hit.passage
    return Found(
        pieces=hit.pieces, tags=tags(one), themes=theme_names(one.themes), matched=", ".join(hit.matched),
        where=one.where, document=f"{one.document.council}, {one.document.title}",
        href=asking.link(f"/inspectors/report/{one.document.key}#{one.kind}-{one.place}"),
        corrected="A person has put right what was read of it." if one.said.differs else "",
    )  # fmt: skip


def tags(one: Passage) -> tuple[Tag, ...]:
    """What a passage is, in boxes of words: a point, or whether it praises."""
    if one.polarity is None:
        return (Tag(text="Point to do", colour="local"),)
    colours = {"strength": "done", "weakness": "soon", "mixed": "soon", "neutral": "quiet"}
    return (Tag(text=POLARITY_WORDS[one.polarity], colour=colours[one.polarity]),)


def theme_names(ids: tuple[str, ...]) -> str:
    """The names of themes, or that there is none."""
    by_id: dict[str, Theme] = {one.id: one for one in themes()}
    return ", ".join(by_id[one].name for one in ids) or "no theme of the list"
