"""Databases that are born of Wexmouth, each made once in a process, and how a test looks at one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from holdfast.casework import birth
from holdfast.casework import the_council as held
from holdfast.casework.the_council import forget

OF_A_FILE = ("report", "proposal")
"""What is kept of a file by its content: another test gives the same file to another reader."""

FEWEST = 91
"""The children of the stories, the planted problems and the findings, and none beside."""

_MADE: set[str] = set()


@contextmanager
def database(children: int) -> Iterator[None]:
    """The connection leads to Wexmouth with so many children; nought is a record that nobody has begun."""
    name = f"holdfast_wexmouth_{children}_{os.getpid()}"
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    with _connected_to(name):
        if name not in _MADE:
            _make(children)
            _MADE.add(name)
        yield


@contextmanager
def held_as_before() -> Iterator[None]:
    """Whatever is held of the record when this begins is held again when it ends: the record itself is taken back."""
    before = dict(held._HELD)
    try:
        yield
    finally:
        held._HELD.clear()
        held._HELD.update(before)
        for council in before.values():
            for key in [one for one in council._kept if one[0] in OF_A_FILE]:
                del council._kept[key]


@contextmanager
def _connected_to(name: str) -> Iterator[None]:
    """Another connection stands in for the one that was there, which keeps whatever it was in the middle of."""
    before = connections["default"]
    if before.vendor == "postgresql" and name not in _MADE:
        with before._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
            cursor.execute(f'CREATE DATABASE "{name}"')
    other = before.copy()
    other.settings_dict["NAME"] = str(settings.BUILD / f"{name}.sqlite3") if before.vendor == "sqlite" else name
    connections["default"] = other
    born = dict(birth._BORN)
    try:
        with held_as_before():
            # What is remembered of another record is of no use here, and is there again afterwards.
            forget()
            birth._BORN.clear()
            yield
    finally:
        other.close()
        connections["default"] = before
        birth._BORN.clear()
        birth._BORN.update(born)


def _make(children: int) -> None:
    if children:
        call_command("open_wexmouth", children=children, stdout=StringIO())
    else:
        call_command("migrate", verbosity=0, interactive=False)
