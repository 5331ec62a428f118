"""The pages' own account on PostgreSQL may read and add; whatever more it is given, and however, is told."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from holdfast.store.grants import ADD, FREELY, READ, CannotGrant, account, give, missing, rights, too_much
from holdfast.web.management.commands.serve import Command

pytestmark = pytest.mark.django_db
PAGES = "holdfast_pages_of_a_test"

on_postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no accounts")


def run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for one in statements:
            cursor.execute(one)


def command(*told: str) -> str:
    out = StringIO()
    call_command("grant_pages", *told, stdout=out)
    return out.getvalue()


@pytest.fixture
def pages() -> str:
    """An account that may do what the pages may; it is gone with the transaction of the test."""
    run(f"CREATE ROLE {PAGES} LOGIN")
    give(PAGES)
    return PAGES


def test_every_table_is_only_added_to_but_drafts_and_the_list_of_migrations() -> None:
    tables = {model._meta.db_table for model in apps.get_app_config("store").get_models()}
    assert set(rights()) == tables | {"django_migrations"}
    assert {table for table, some in rights().items() if some == FREELY} == {"store_draft"}
    assert {table for table, some in rights().items() if some == READ} == {"django_migrations"}
    assert sum(some == ADD for some in rights().values()) == len(tables) - 1


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has accounts")
def test_on_sqlite_the_command_says_that_there_is_nothing_to_give() -> None:
    with pytest.raises(CommandError, match="SQLite has no accounts"):
        command("anybody")


@on_postgresql
def test_the_account_has_what_the_pages_need_and_nothing_more(pages: str) -> None:
    assert (too_much(pages), missing(pages)) == ([], [])
    assert "change drafts alone" in command(pages, "--check")
    assert "change drafts alone" in command(pages)


@on_postgresql
@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("GRANT UPDATE ON store_entry TO {}", "has UPDATE on store_entry"),
        ("GRANT UPDATE (who) ON store_act TO {}", "has UPDATE on store_act"),
        ("GRANT TRUNCATE ON store_look TO {}", "has TRUNCATE on store_look"),
        ("GRANT DELETE ON store_person TO PUBLIC", "has DELETE on store_person"),
        ("GRANT TRIGGER ON store_person TO {}", "has TRIGGER on store_person"),
        ("ALTER TABLE store_lookedat OWNER TO {}", "owns store_lookedat"),
        ("ALTER ROLE {} SUPERUSER", "is a superuser"),
        ("GRANT pg_write_server_files TO {}", "is a member of pg_write_server_files"),
        ("GRANT pg_write_all_data TO {}", "has UPDATE on store_entry"),
        ("GRANT CREATE ON SCHEMA public TO {}", "may make tables and functions beside ours"),
        ("CREATE SCHEMA AUTHORIZATION {}", "beside ours, in the schema holdfast_pages_of_a_test"),
        ("CREATE SCHEMA elsewhere; GRANT CREATE ON SCHEMA elsewhere TO {}", "beside ours, in the schema elsewhere"),
        ("ALTER ROLE {} CREATEROLE", "may make roles"),
        ("ALTER ROLE {} REPLICATION", "may copy the whole database"),
        ("ALTER ROLE {} BYPASSRLS", "passes by every rule"),
        ("GRANT SET ON PARAMETER session_replication_role TO {}", "may set session_replication_role"),
    ],
)
def test_whatever_more_it_is_given_is_told_and_the_command_refuses(pages: str, given: str, told: str) -> None:
    run(given.format(pages))
    assert any(told in one for one in too_much(pages))
    with pytest.raises(CommandError, match="is not an account for the pages"):
        command(pages, "--check")


@on_postgresql
def test_a_right_that_is_missing_is_told_and_given_again(pages: str) -> None:
    run(f"REVOKE INSERT ON store_look FROM {pages}")
    assert missing(pages) == [f"{pages} has no INSERT on store_look"]
    run(f"GRANT UPDATE ON store_look TO {pages}")
    give(pages)
    assert (too_much(pages), missing(pages)) == ([], [])


@on_postgresql
def test_nobody_gives_rights_to_an_account_that_is_not_there_or_that_owns_the_tables() -> None:
    with pytest.raises(CannotGrant, match="CREATE ROLE nobody_here LOGIN"):
        give("nobody_here")
    with pytest.raises(CommandError, match="is the account that runs this command"):
        command(account())


@on_postgresql
def test_an_account_that_owns_nothing_cannot_give_itself_rights(pages: str) -> None:
    run("CREATE ROLE holdfast_another LOGIN", f"SET ROLE {pages}")
    with pytest.raises((DatabaseError, CommandError)), transaction.atomic():
        command("holdfast_another")
    run("RESET ROLE")
    assert missing("holdfast_another")


@on_postgresql
def test_the_server_says_so_where_its_account_could_alter_the_record_and_is_silent_where_it_could_not(
    pages: str,
) -> None:
    def said() -> str:
        out = StringIO()
        Command(stdout=out)._say_what_the_account_may()
        return out.getvalue()

    assert "could alter what is on record" in said()
    run(f"SET ROLE {pages}")
    assert said() == ""
    run("RESET ROLE")


SLIPPED = "INSERT INTO public.store_lookedat (look_id, child) VALUES (99, 'a child')"


@on_postgresql
def test_a_guard_asks_our_tables_though_one_of_the_same_name_would_be_found_first() -> None:
    """Control: a guard that does not say where it looks takes the row for one of the newest look."""
    run(
        "CREATE SCHEMA another", "CREATE TABLE another.store_look (position bigint)",
        "INSERT INTO another.store_look VALUES (99)", "SET LOCAL search_path = another, public",
    )  # fmt: skip
    with pytest.raises(DatabaseError, match="newest"), transaction.atomic():
        run(SLIPPED)
    run("ALTER FUNCTION public.store_look_newest() RESET search_path", SLIPPED)


@on_postgresql
def test_every_guard_says_where_it_looks() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT proname, proconfig FROM pg_proc WHERE prorettype = 'trigger'::regtype "
                       "AND pronamespace = current_schema()::regnamespace")  # fmt: skip
        found = dict(cursor.fetchall())
    assert {"store_entry_never", "store_entry_newest", "store_look_newest", "store_entry_next"} <= found.keys()
    assert set(map(str, found.values())) == {"['search_path=public, pg_temp']"}


@on_postgresql
@pytest.mark.parametrize(("other", "told"), [
    ("SUPERUSER", "is a superuser"), ("CREATEROLE", "may make roles"),
    ("LOGIN; GRANT UPDATE ON store_entry TO holdfast_other", "has UPDATE on store_entry"),
])  # fmt: skip
def test_what_the_account_may_become_counts_though_it_inherits_nothing(pages: str, other: str, told: str) -> None:
    run(f"ALTER ROLE {pages} NOINHERIT", f"CREATE ROLE holdfast_other {other}", f"GRANT holdfast_other TO {pages}")
    assert any(one.startswith(f"{pages} may become holdfast_other") and told in one for one in too_much(pages))
