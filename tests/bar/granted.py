"""A3 on PostgreSQL: the pages' account tries to alter what is on record, and the catalogue is asked what it may do."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.db import Error, connection, transaction

from holdfast.store.grants import missing, rights, too_much
from tests.bar.ground import browser
from tests.bar.line import Found
from tests.bar.on_postgresql import NOT_HERE, PAGES, fresh_on_postgresql, here
from tests.bar.writes import WRITES
from tests.web.pages import ask

REFUSED = "42501"
"""PostgreSQL's code of *insufficient privilege*: it was refused for want of a right, before any trigger was asked."""

FAILED = 400
FREELY = ("store_draft",)

BEFORE = {"by": ""}
"""What is done to the database before the pages are led to it; nothing, but under a control."""


def _on_a_table(table: str) -> Iterator[str]:
    """Each way to alter the rows of a table, its guards or itself."""
    column = f"(SELECT min(column_name::text) FROM information_schema.columns WHERE table_name = '{table}')"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column}")
        some = f'"{cursor.fetchone()[0]}"'
    yield f'UPDATE "{table}" SET {some} = {some}'
    yield f'UPDATE "{table}" SET {some} = {some} WHERE false'
    yield f'DELETE FROM "{table}"'
    yield f'TRUNCATE "{table}" CASCADE'
    yield f'MERGE INTO "{table}" t USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE'
    yield f'ALTER TABLE "{table}" DISABLE TRIGGER ALL'
    yield f'ALTER TABLE "{table}" DISABLE TRIGGER USER'
    yield f'ALTER TABLE "{table}" OWNER TO {PAGES}'
    yield f'DROP TRIGGER "{table}_never_changed" ON "{table}"'
    yield f'CREATE TRIGGER bar BEFORE INSERT ON "{table}" EXECUTE FUNCTION store_entry_never()'
    yield f'CREATE RULE bar AS ON INSERT TO "{table}" DO INSTEAD NOTHING'
    yield f'DROP TABLE "{table}" CASCADE'
    yield f'CREATE TEMPORARY TABLE "{table}" (position bigint)'


ON_THE_DATABASE = (
    "SET session_replication_role = replica",
    "SET ROLE holdfast",
    f"ALTER ROLE {PAGES} SUPERUSER",
    "CREATE OR REPLACE FUNCTION store_entry_never() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
    "DROP FUNCTION store_entry_never() CASCADE",
    "CREATE FUNCTION public.max(bigint) RETURNS bigint LANGUAGE sql AS 'SELECT 0'",
    "CREATE TABLE public.bar (position bigint)",
    "CREATE SCHEMA bar",
    "DROP SCHEMA public CASCADE",
    "UPDATE django_migrations SET name = name",
    "UPDATE pg_trigger SET tgenabled = 'D'",
)


def _came_of(attempt: str) -> str:
    """PostgreSQL's code of why it was refused; empty where it was not. Whatever was done is undone."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(attempt)
            transaction.set_rollback(True)
    except Error as problem:
        return str(getattr(problem.__cause__, "sqlstate", "") or problem)
    return ""


def _gives_itself(tables: list[str]) -> None:
    """PostgreSQL only warns whoever gives what is not theirs to give; what came of it the catalogue is asked."""
    with suppress(Error), connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'GRANT ALL ON "{table}" TO {PAGES}')


def _not_done(called: str) -> str:
    """What is amiss with a write that a page asks for in that account; empty where all of it is done."""
    with fresh_on_postgresql(before=BEFORE["by"]) as database, WRITES[called](Path()) as sent:
        before = database.counts()
        answer = ask(sent.address, post=sent.fields, client=browser(sent.seat))
        after = database.counts()
    grown = {name: after[name] - before[name] for name in after if sent.tells(name) and after[name] != before[name]}
    done = answer.status < FAILED and sent.whole(grown)
    return "" if done else f"{called} cannot be done in the pages' account: {answer.status}, {grown}"


def nothing_is_granted(writes: int) -> Found:
    """Every table but the drafts, each way to alter it; the catalogue's answer beside what came of trying.

    So many of the writes that a page can ask for must be done in that account all the same.
    """
    if not here():
        return Found(n=0, wrong=0, said=NOT_HERE)
    with fresh_on_postgresql(born=False, before=BEFORE["by"]):
        tables = [one for one in rights() if one not in FREELY and one.startswith("store_")]
        attempts = [*ON_THE_DATABASE, *(attempt for table in tables for attempt in _on_a_table(table))]
        _gives_itself(tables)
        came = {attempt: _came_of(attempt) for attempt in attempts}
        told = [*too_much(PAGES), *missing(PAGES)]
    wrong = [f"{attempt}: {code or 'it was done'}" for attempt, code in came.items() if code != REFUSED]
    some = list(WRITES)[:writes]
    not_done = [amiss for amiss in map(_not_done, some) if amiss]
    said = f"PostgreSQL: {len(came)} attempts in the pages' own account, each refused for want of a right"
    if some:
        said += f"; {len(some)} of {len(WRITES)} writes of the pages are done in it"
    amiss = (*told[:2], *wrong[:2], *not_done[:2])
    return Found(n=len(came) + len(some), wrong=len(wrong) + len(told) + len(not_done), said=said, examples=amiss)
