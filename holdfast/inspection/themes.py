"""What a sentence is about: themes by the words of a dated list, each with the words that were met.

The list is ``themes.toml``. It decides nothing else: a theme says what is spoken of, never how well it is done.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from holdfast.inspection.phrases import PhraseFound, Phrases

FILE = "themes.toml"
BOARD_THEME = "partnership"
"""What a point to the safeguarding board is always about, beside its words: the board is the partners' own."""

_FULL, _ALONE, _EXCEPT = "triggers", "alone", "except"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One theme: its id, its name, what it means in a line, the judgements it bears on, and its words.

    ``triggers`` always count; ``alone`` count where a text has no trigger of any theme; words under ``exceptions``
    are passed over.
    """

    id: str
    name: str
    means: str
    judgements: tuple[str, ...]
    triggers: tuple[str, ...]
    alone: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeMet:
    """A theme that a text is about, and the words of the text that say so, in their order, each once."""

    theme: str
    words: tuple[str, ...]


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(FILE).read_text(encoding="utf-8"))


def themes_version() -> str:
    """Which edition of the list this is; raised whenever a word of it changes."""
    return str(_file()["version"])


@cache
def themes() -> tuple[Theme, ...]:
    """Every theme, in the order of the list."""
    return tuple(
        Theme(
            id=row["id"], name=row["name"], means=row["means"], judgements=tuple(row["judgements"]),
            triggers=tuple(row[_FULL]), alone=tuple(row.get(_ALONE, ())), exceptions=tuple(row.get(_EXCEPT, ())),
        )
        for row in _file()["theme"]
    )  # fmt: skip


def theme_phrases() -> Iterator[tuple[str, str]]:
    """Every phrase of the list, labelled ``kind:theme``."""
    for one in themes():
        for kind, phrases in ((_FULL, one.triggers), (_ALONE, one.alone), (_EXCEPT, one.exceptions)):
            for phrase in phrases:
                yield f"{kind}:{one.id}", phrase


@cache
def _phrases() -> Phrases:
    return Phrases(theme_phrases())


def themes_met(text: str) -> tuple[ThemeMet, ...]:
    """Each theme that the text is about, in the order of the list, with the words that were met."""
    return _by_theme(_that_count(_phrases().found(text)))


def words_met(text: str) -> tuple[str, ...]:
    """The words of the text by which its themes are told, in the order they stand in, each once."""
    return themes_and_words(_phrases().found(text))[1]


def themes_and_words(found: list[PhraseFound]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the themes, and the words by which they are told, from the phrases found in a text.

    Phrases under other labels than those of :func:`theme_phrases` are passed over.
    """
    counted = _that_count(found)
    return in_order([_theme(one) for one in counted]), tuple(dict.fromkeys([one.words for one in counted]))


def themes_of(text: str) -> tuple[str, ...]:
    """The ids of the themes that the text is about."""
    return themes_and_words(_phrases().found(text))[0]


def themes_of_point(text: str, addressee: str) -> tuple[str, ...]:
    """The themes of a point; one to the safeguarding board is about partnership as well."""
    return in_order({*themes_of(text), *([BOARD_THEME] if addressee == "lscb" else [])})


def in_order(ids: Iterable[str]) -> tuple[str, ...]:
    """Ids of themes in the order of the list, each once; a word that is no theme's id is an error."""
    asked = set(ids)
    unknown = asked.difference(_places())
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))}: no theme of themes.toml has this id.")
    return tuple(sorted(asked, key=_places().__getitem__))


@cache
def _places() -> dict[str, int]:
    """Each theme's place in the list."""
    return {one.id: at for at, one in enumerate(themes())}


def _that_count(found: list[PhraseFound]) -> list[PhraseFound]:
    """The phrases that count, in the text's order; common ones only where there is no other."""
    of_kind: dict[str, list[PhraseFound]] = {_FULL: [], _ALONE: [], _EXCEPT: []}
    for one in found:
        listed = of_kind.get(_parts(one.label)[0])
        if listed is not None:
            listed.append(one)
    return _left(of_kind[_FULL], of_kind[_EXCEPT]) or _left(of_kind[_ALONE], of_kind[_EXCEPT])


def _left(found: list[PhraseFound], excepted: list[PhraseFound]) -> list[PhraseFound]:
    """The phrases that no exception of their own theme stands over."""
    if not excepted:
        return found
    return [one for one in found if not any(_theme(other) == _theme(one) and other.overlaps(one) for other in excepted)]


@cache
def _parts(label: str) -> tuple[str, str]:
    kind, _, theme = label.partition(":")
    return kind, theme


def _theme(one: PhraseFound) -> str:
    return _parts(one.label)[1]


def _by_theme(counted: list[PhraseFound]) -> tuple[ThemeMet, ...]:
    words: dict[str, list[str]] = {}
    for one in counted:
        words.setdefault(_theme(one), []).append(one.words)
    return tuple(ThemeMet(theme=theme, words=tuple(dict.fromkeys(words[theme]))) for theme in in_order(words))
