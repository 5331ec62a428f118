"""A backup is the whole record, on both databases, and nothing that is spoilt is taken for one."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, connection, connections, transaction

from holdfast.casework.keeping import VARIABLE, BackupRefused, Key, back_up, key_here, newest_backup, rehearse
from holdfast.store.acting import ActLine, answered, in_turn, put_on_record
from holdfast.store.chain import verify
from holdfast.store.drafts import draft, keep_draft, let_go
from holdfast.store.keeping import elsewhere
from holdfast.store.keeping.backup import read_backup, write_backup
from holdfast.store.keeping.contents import kept_tables, measured
from holdfast.store.keeping.elsewhere import as_it_stands, empty_database
from holdfast.store.keeping.guarded import missing_guards
from holdfast.store.keeping.restore import restore_backup
from holdfast.store.load import load_columns
from holdfast.store.looks import LookLine, looks_at, verify_looks, write_look
from holdfast.store.models import Person
from holdfast.store.save import position
from holdfast.store.triggers import unguard
from tests.store.records import FACTS, IVY, MONDAY, REVIEW, TUESDAY, WEDNESDAY, facts, instead, record, save
from tests.store.sabotaged import KEY, SABOTAGES, Spoilt, inside, manifest_with, resealed

pytestmark = pytest.mark.django_db

THE_KEY = Key(key=KEY, where="the test")
WORDS = {"note": 'What Ivy said: "the\nsecond"; it means £5, ✓'}


def look(child: str, made_at=MONDAY) -> int:
    line = LookLine(
        who="W1", seat="social-worker", what="view", route="child", child=child, basis="sees all", request="r",
        status=200,
    )  # fmt: skip
    return write_look(line, [child], made_at=made_at)


def keep(key: str) -> None:
    keep_draft(key=key, who="W1", act="visit", child="A2", base=2, revision=1, words=WORDS, saved_at=TUESDAY)


@pytest.fixture(scope="module")
def migrated(
    django_db_setup, django_db_blocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, str]]:
    """Databases with every table and nothing in it: to make the tables takes longer than all the rest."""
    folder = tmp_path_factory.mktemp("migrated")
    with django_db_blocker.unblock():
        with elsewhere._connected_to(elsewhere._sqlite(folder)):
            call_command("migrate", verbosity=0, interactive=False)
        with _of_the_server() as name:
            yield folder / "drill.sqlite3", name


@contextmanager
def _of_the_server() -> Iterator[str]:
    before, name = connections["default"], f"holdfast_migrated_{os.getpid()}"
    if before.vendor == "sqlite":
        yield ""
        return
    with before._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    other = before.copy()
    other.settings_dict["NAME"] = name
    with elsewhere._connected_to(other):
        call_command("migrate", verbosity=0, interactive=False)
    yield name
    with before._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}"')


@pytest.fixture
def from_nothing() -> None:
    """Ask for this where a database has to begin without its tables."""


@pytest.fixture(autouse=True)
def _begin_with_tables(
    request: pytest.FixtureRequest, migrated: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = elsewhere._sqlite

    def with_tables(folder: Path) -> object:
        shutil.copy(migrated[0], folder)
        return made(folder)

    if "from_nothing" not in request.fixturenames:
        monkeypatch.setattr(elsewhere, "_sqlite", with_tables)
        monkeypatch.setattr(elsewhere, "TEMPLATE", migrated[1] or elsewhere.TEMPLATE)


@pytest.fixture
def on_record() -> None:
    """Two entries, of which the second is an act; two looks; drafts whose keys sort as bytes."""
    save(record(*FACTS))
    line = ActLine(
        act="review", child="A1", who="W1", seat="social-worker", basis="is allocated", key="one", base=1,
        words="The review is on record.",
    )  # fmt: skip
    with in_turn():
        put_on_record([replace(REVIEW, held_on=None)], line, made_at=TUESDAY, who="W1", what="A review")
    look("A1")
    look("A2", TUESDAY)
    for key in ("b", "A", "a", "é", "_"):
        keep(key)


@pytest.fixture
def backup(on_record: None, tmp_path: Path) -> Path:
    path = tmp_path / "one"
    write_backup(path, KEY, made_at=WEDNESDAY)
    return path


def vendors() -> tuple[str, ...]:
    """This run's database, and SQLite, which is everywhere."""
    return tuple(dict.fromkeys((connection.vendor, "sqlite")))


def test_what_is_restored_is_the_record_on_either_database(backup: Path) -> None:
    before, was = measured(), facts(load_columns())
    assert before["store_person"].count == 2
    assert before["store_draft"].count == 5
    for vendor in vendors():
        with empty_database(vendor):
            restore_backup(backup, KEY)
            assert connection.vendor == vendor
            assert measured() == before
            assert facts(load_columns()) == was
            assert draft("é", "W1").words == WORDS
            assert len(looks_at("A2")) == 1
            assert answered("one").words == "The review is on record."


def test_the_restored_record_is_guarded_and_goes_on(backup: Path, from_nothing: None) -> None:
    with empty_database(connection.vendor):
        restore_backup(backup, KEY)
        assert missing_guards() == []
        with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
            Person.objects.filter(child="A1").update(surname="Birch")
        save(record(*instead(IVY, surname="Elm")), WEDNESDAY)
        assert (position(), look("A1", WEDNESDAY)) == (3, 3)
        assert (verify(), verify_looks()) == ([], [])


def test_what_was_backed_up_on_one_database_goes_on_from_the_other(backup: Path, tmp_path: Path) -> None:
    before, again = measured(), tmp_path / "again"
    with empty_database("sqlite"):
        restore_backup(backup, KEY)
        assert write_backup(again, KEY, made_at=WEDNESDAY).vendor == "sqlite"
    with empty_database(connection.vendor):
        restore_backup(again, KEY)
        assert measured() == before


def test_a_guard_that_is_gone_is_noticed() -> None:
    without_guards("store_person")
    assert "store_person_never_changed" in missing_guards()
    assert "store_look_in_order" not in missing_guards()


def test_nothing_is_restored_on_top_of_a_record(backup: Path) -> None:
    before = measured()
    with pytest.raises(BackupRefused, match="not empty"):
        restore_backup(backup, KEY)
    assert measured() == before


@pytest.mark.parametrize("spoilt", SABOTAGES.values(), ids=SABOTAGES)
def test_a_spoilt_backup_is_refused_in_words_that_name_what_is_wrong(backup: Path, spoilt: Spoilt) -> None:
    spoilt.spoil(backup)
    with pytest.raises(BackupRefused, match=spoilt.words):
        rehearse(backup, Key(key=spoilt.key, where="the test"))


def test_a_backup_that_was_only_opened_and_sealed_again_is_taken(backup: Path) -> None:
    """The control of the sabotages: what is refused is refused for what was spoilt."""
    resealed(backup, inside(backup))
    assert read_backup(backup, KEY).entries.position == 2


def digest_altered(path: Path, table: str) -> None:
    """Give the manifest the digest of the rows that now stand in the backup."""
    lines = inside(path)
    start = next(number for number, line in enumerate(lines) if line.startswith(f'T ["{table}"'.encode()))
    rows = []
    for line in lines[start + 1 :]:
        if not line.startswith(b"R "):
            break
        rows.append(line[2:] + b"\n")
    tables = json.loads(lines[-1][2:])["tables"]
    tables[table]["sha256"] = hashlib.sha256(b"".join(rows)).hexdigest()
    manifest_with(path, tables=tables)


def test_a_row_altered_together_with_its_digest_is_found_by_the_chain_and_nothing_is_left(backup: Path) -> None:
    SABOTAGES["an altered row under the right key"].spoil(backup)
    digest_altered(backup, "store_person")
    read_backup(backup, KEY)
    with empty_database(connection.vendor):
        with pytest.raises(BackupRefused, match="Of entry 1, the people are not the rows that it wrote"):
            restore_backup(backup, KEY)
        assert {rows.count for rows in measured().values()} == {0}
        assert missing_guards() == []


def test_a_look_altered_together_with_its_digest_is_found_by_its_chain(backup: Path) -> None:
    lines = [line.replace(b'"sees all"', b'"sees few"') for line in inside(backup)]
    resealed(backup, lines)
    digest_altered(backup, "store_look")
    with empty_database(connection.vendor), pytest.raises(BackupRefused, match="Look 1 is not as it was written"):
        restore_backup(backup, KEY)


def test_a_backup_of_other_tables_is_refused_before_anything_is_made(backup: Path, from_nothing: None) -> None:
    manifest_with(backup, migrations=["0001_initial"], holdfast="0.0.9")
    with empty_database(connection.vendor):
        with pytest.raises(BackupRefused, match=r"made by Holdfast 0\.0\.9 with other tables \(up to 0001_initial"):
            restore_backup(backup, KEY)
        assert connection.introspection.table_names() == []


def test_any_byte_that_is_altered_is_noticed(backup: Path) -> None:
    whole = backup.read_bytes()
    for at in (*range(80), *range(80, len(whole), 41), len(whole) - 1):
        altered = bytearray(whole)
        altered[at] ^= 1
        backup.write_bytes(altered)
        with pytest.raises(BackupRefused):
            read_backup(backup, KEY)
    backup.write_bytes(whole)
    read_backup(backup, KEY)


def test_nothing_of_the_record_can_be_read_in_the_file(backup: Path) -> None:
    assert any(b"Rowan" in line for line in inside(backup))
    assert b"Rowan" not in backup.read_bytes()
    assert backup.stat().st_mode & 0o077 == 0


def test_the_drill_finds_the_record_and_its_backup_the_same(backup: Path) -> None:
    found = rehearse(backup, THE_KEY)
    assert (found.differences, found.since) == ((), ())
    assert all(one.same and one.live == one.restored for one in found.lines)
    assert {"last entry", "last look", "drafts", "facts"} <= {one.what for one in found.lines}


def test_a_backup_older_than_the_record_is_said_to_be_and_its_own_part_is_compared(backup: Path) -> None:
    save(record(*instead(IVY, surname="Elm")), WEDNESDAY)
    look("A1", WEDNESDAY)
    look("A1", WEDNESDAY)
    let_go("é", "W1")
    found = rehearse(backup, THE_KEY)
    assert found.differences == ()
    assert found.since == (
        "The backup is older than the record: it ends with entry 2, and 1 entry made since is in no backup.",
        "The backup is older than the record: it ends with look 2, and 2 looks made since are in no backup.",
        "Drafts have been written since the backup, or thrown away.",
    )


def without_guards(table: str) -> None:
    """Go behind the triggers, as somebody may who can drop them."""
    with connection.cursor() as cursor:
        for statement in unguard(connection.vendor, table):
            cursor.execute(statement)


def test_a_record_altered_since_its_backup_is_named(backup: Path) -> None:
    without_guards("store_person")
    Person.objects.filter(child="A2").update(surname="Birch")
    found = rehearse(backup, THE_KEY)
    assert [words for words in found.differences if "store_person" in words]
    assert [one.what for one in found.lines if not one.same] == ["facts"]


def test_a_record_that_lost_what_the_backup_has_is_named(backup: Path, tmp_path: Path) -> None:
    with empty_database(connection.vendor):
        restore_backup(backup, KEY)
        look("A1", WEDNESDAY)
        newer = tmp_path / "newer"
        write_backup(newer, KEY, made_at=WEDNESDAY)
    assert (
        "The record in use has lost looks: it ends with 2, the backup with 3." in rehearse(newer, THE_KEY).differences
    )


def test_a_backup_is_one_moment_of_the_record_and_nobody_waits_for_it(backup: Path) -> None:
    with empty_database(connection.vendor):
        restore_backup(backup, KEY)
        in_use = connections["default"]
        if in_use.vendor == "sqlite":
            with in_use.cursor() as cursor:
                cursor.execute("PRAGMA journal_mode=WAL")
        with as_it_stands():
            before = measured()
            with in_use.cursor() as cursor:
                cursor.execute("DELETE FROM store_draft")
            assert measured() == before
        assert measured()["store_draft"].count == 0


def test_nothing_on_record_is_no_backup_and_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(BackupRefused, match="nothing to back up"):
        back_up(tmp_path, THE_KEY, made_at=MONDAY)
    assert list(tmp_path.iterdir()) == []


def test_a_backup_is_never_overwritten_and_the_newest_is_found(on_record: None, tmp_path: Path) -> None:
    later, _ = back_up(tmp_path, THE_KEY, made_at=TUESDAY)
    back_up(tmp_path, THE_KEY, made_at=MONDAY)
    assert newest_backup(tmp_path) == later
    with pytest.raises(BackupRefused, match="never overwritten"):
        back_up(tmp_path, THE_KEY, made_at=MONDAY)


def test_a_key_is_made_once_and_only_where_a_backup_is_made(tmp_path: Path) -> None:
    with pytest.raises(BackupRefused, match="There is no key"):
        key_here({}, tmp_path)
    made = key_here({}, tmp_path, make=True)
    assert made.new
    assert (tmp_path / "backup-key").stat().st_mode & 0o777 == 0o600
    again = key_here({}, tmp_path, make=True)
    assert (again.key, again.new) == (made.key, False)
    assert key_here({VARIABLE: KEY.hex()}, tmp_path).key == KEY
    with pytest.raises(BackupRefused, match="is no key"):
        key_here({VARIABLE: KEY.hex()[1:]}, tmp_path)


def said(command: str, *args: object, **options: object) -> str:
    out = StringIO()
    call_command(command, *args, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def kept_in(settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.BUILD = tmp_path
    monkeypatch.delenv(VARIABLE, raising=False)
    return tmp_path


def test_the_commands_back_up_rehearse_and_turn_red(on_record: None, kept_in: Path) -> None:
    assert "A key was made and is kept in" in said("backup")
    assert "The drill went well" in said("restore_drill")
    look("A1", WEDNESDAY)
    with pytest.raises(CommandError, match="older than the record"):
        said("restore_drill")
    assert "older than the record" in said("restore_drill", moved_on=True)
    (kept_in / "backups" / "2999-01-01.holdfast-backup").write_bytes(b"")
    with pytest.raises(CommandError, match=r"The drill failed\. The backup is an empty file"):
        said("restore_drill")


def test_the_commands_say_what_is_missing(kept_in: Path) -> None:
    with pytest.raises(CommandError, match="There is no backup in"):
        said("restore_drill")
    with pytest.raises(CommandError, match=r"Nothing was restored\. There is no key"):
        said("restore", kept_in / "nothing")
    key_here({}, kept_in, make=True)
    with pytest.raises(CommandError, match="cannot be read"):
        said("restore", kept_in / "nothing")


def test_the_command_restores_into_an_empty_database(on_record: None, kept_in: Path) -> None:
    said("backup")
    path = newest_backup(kept_in / "backups")
    with pytest.raises(CommandError, match="not empty"):
        said("restore", path)
    with empty_database(connection.vendor):
        assert "the last entry 2" in said("restore", path)


def test_every_table_of_the_record_is_in_a_backup(backup: Path) -> None:
    tables = {name for name in connection.introspection.table_names() if name.startswith("store_")}
    assert set(read_backup(backup, KEY).tables) == set(kept_tables()) == tables
