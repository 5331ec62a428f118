"""Role words: what systems call a worker's role, and the few roles that the record knows.

The shipped list is ``roles.toml``; a council puts its own under the same name beside its extract.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path

from holdfast.exchange.problems import CannotRead

ROLES_FILE = "roles.toml"
REVIEWING_OFFICER = "reviewing officer"


def role_words(folder: Path | None = None) -> Mapping[str, str]:
    """The role for each word, in small letters; the folder's own lists replace ours of the same role."""
    lists = dict(_shipped())
    own = folder / ROLES_FILE if folder else None
    if own and own.is_file():
        try:
            lists |= _lists(own.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValueError) as error:
            raise CannotRead(
                f"{own.name}: the list of role words could not be read ({error}). Without it roles would be "
                "taken "
                'wrongly, so nothing was read. Each line should look like: "social worker" = ["key worker"] '
                "under [roles]."
            ) from error
    return {word.strip().casefold(): role for role, words in lists.items() for word in (role, *words)}


@cache
def _shipped() -> Mapping[str, tuple[str, ...]]:
    return _lists(resources.files(__package__).joinpath(ROLES_FILE).read_text(encoding="utf-8"))


def _lists(text: str) -> dict[str, tuple[str, ...]]:
    roles = tomllib.loads(text).get("roles")
    if not isinstance(roles, dict):
        raise ValueError("there is no table [roles] in it")
    for role, words in roles.items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise ValueError(f"the words for {role!r} are not a list of texts")
    return {role: tuple(words) for role, words in roles.items()}
