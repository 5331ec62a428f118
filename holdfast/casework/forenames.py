"""Where a child's forename stands in what somebody wrote. It is looked for with care, for it may be a word as well."""

import re
from collections.abc import Collection, Iterator

NEVER = frozenset("april august january june may sunday".split())
"""Forenames that are written with a capital wherever they stand: a capital says nothing, so they are not found."""

WORDS = frozenset("""
    angel art autumn bill blue chance charity chase christian christmas dawn drew faith frank grace grant guy hope joy
    justice mark max miles page pat pearl ray reason rich rob rose sky star sue summer sunny will
""".split())  # fmt: skip
"""Forenames that are words too: where they begin a sentence the capital says nothing, and they are not found."""

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_OWN = re.compile(r"['\u2019]s$")
_OPENING = " \t\r\n'\"\u2018\u2019\u201c\u201d([\u2022*-"
_SENTENCE_ENDS = ".!?:;"
_LOOKED_BACK = 40
"""So many characters before a word say whether a sentence begins with it."""


def told_apart(forenames: Collection[str], workers: Collection[str]) -> frozenset[str]:
    """The forenames to look for, in small letters: none that one of these workers (whole names) has too."""
    theirs = {name.split()[0].casefold() for name in workers if name.split()}
    firsts = {part.casefold() for name in forenames for part in name.split()[:1] if len(part) > 1}
    return frozenset(firsts - theirs - NEVER)


def forenames_in(text: str, forenames: Collection[str]) -> tuple[str, ...]:
    """Those of the forenames (in small letters) that a text has as a word with a capital, each once, as written."""
    return tuple(dict.fromkeys(word for at, word in _words(text, forenames) if _may_be_a_name(text, at, word)))


def _words(text: str, forenames: Collection[str]) -> Iterator[tuple[int, str]]:
    """Each word that is one of them, with where it begins; of a word with a hyphen its parts too."""
    for one in _WORD.finditer(text):
        whole = _OWN.sub("", one.group())
        if whole.casefold() in forenames:
            yield one.start(), whole
            continue
        at = one.start()
        for part in whole.split("-"):
            if part.casefold() in forenames:
                yield at, part
            at += len(part) + 1


def _may_be_a_name(text: str, at: int, word: str) -> bool:
    """Whether it has a capital, and not only because a sentence begins."""
    return word[0].isupper() and not (word.casefold() in WORDS and _begins(text, at))


def _begins(text: str, at: int) -> bool:
    before = text[max(at - _LOOKED_BACK, 0) : at]
    bare = before.rstrip(_OPENING)
    return not bare or bare[-1] in _SENTENCE_ENDS or "\n" in before[len(bare) :]
