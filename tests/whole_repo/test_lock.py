"""The lock can be installed by the pip that an old Python brings: what is asked for with an extra is locked with it."""

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, requires

from packaging.requirements import Requirement

from tests.whole_repo.tree import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def locked(lock: str) -> dict[str, set[str]]:
    """Each package of the lock, by its name as written there, with the extras it is locked with."""
    lines = re.findall(r"^([a-z0-9._-]+)(?:\[([a-z0-9,._-]+)\])?==", lock, flags=re.MULTILINE)
    return {name: set(extras.split(",")) - {""} for name, extras in lines}


def asked_with_extras(packages: Iterable[str]) -> Iterator[tuple[str, str, set[str]]]:
    """Who asks for what with which extras, among what is installed here."""
    for package in packages:
        try:
            asked = requires(package) or []
        except PackageNotFoundError:
            continue
        for one in map(Requirement, asked):
            wanted = one.marker is None or one.marker.evaluate({"extra": ""})
            if one.extras and wanted:
                yield package, one.name.lower().replace("_", "-"), set(one.extras)


def without_their_extras(lock: str) -> list[str]:
    """Each package that is locked without an extra with which another asks for it."""
    held = locked(lock)
    return [
        f"{by} asks for {name}{sorted(extras)}; the lock has {name} without. Make it again with --no-strip-extras."
        for by, name, extras in asked_with_extras(held)
        if not extras <= held.get(name, set())
    ]


def test_what_is_asked_for_with_an_extra_is_locked_with_it() -> None:
    assert list(asked_with_extras(locked(LOCK))), "nothing asks for an extra: this test has nothing left to guard"
    assert without_their_extras(LOCK) == []


def test_a_lock_without_the_extra_turns_the_guard_red() -> None:
    assert without_their_extras(LOCK.replace("coverage[toml]==", "coverage=="))
