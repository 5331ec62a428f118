"""The commands that need the database: a record to show, the door for real files, the check, the pages."""

import socket
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from holdfast.casework import importing
from holdfast.casework.apart import asking
from holdfast.casework.birth import born_of_wexmouth
from holdfast.casework.importing import entries, position
from holdfast.exchange.ssd.writing import write_ssd
from holdfast.store.looks import LookLine, write_look
from holdfast.store.triggers import unguard
from holdfast.web.invented_only import ONLY_HERE
from holdfast.web.management.commands import serve
from holdfast.web.serving import HERE, NoPort, server_on
from holdfast.web.today import by_the_clock, now
from holdfast.wexmouth.council import council_columns
from tests.casework.read_here import read_here
from tests.web.born import FEWEST

STRANGER = "pers_person_id,pers_forename,pers_surname,pers_dob\nE-1,Nobody,Invented,2015-04-01\n"


@pytest.fixture(autouse=True)
def _read_here() -> Iterator[None]:
    """What came of a file is asked here; that it is read in a process apart is asked once below."""
    with read_here():
        yield


def said(command: str, *args: Any, **options: Any) -> str:
    """What a command says."""
    out = StringIO()
    call_command(command, *args, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def stranger(tmp_path: Path) -> Path:
    """An extract of another council, with one child."""
    path = tmp_path / "stranger"
    path.mkdir()
    (path / "people.csv").write_text(STRANGER, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def small_council(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An extract of Wexmouth's told children."""
    folder = tmp_path_factory.mktemp("small")
    write_ssd(council_columns(FEWEST, 1), folder)
    return folder


def test_wexmouth_is_put_on_record_once_and_is_born_of_itself(nothing_yet: None) -> None:
    assert "Wexmouth is on record." in said("open_wexmouth", children=FEWEST)
    assert (position(), born_of_wexmouth()) == (2, True)
    put_right, _ = entries()
    assert [(one.changed, one.added, one.withdrawn) for one in put_right.changes] == [(1, 0, 0)]
    assert "already" in said("open_wexmouth", children=FEWEST)
    assert position() == 2


@pytest.mark.parametrize(("children", "words"), [(FEWEST - 1, "at least"), (400_001, "at most")])
def test_a_council_of_an_impossible_size_is_refused(nothing_yet: None, children: int, words: str) -> None:
    with pytest.raises(CommandError, match=words):
        said("open_wexmouth", children=children)
    assert position() == 0


def test_wexmouth_is_never_put_on_top_of_another_record(nothing_yet: None, stranger: Path) -> None:
    said("import_extract", stranger, yes=True, who="a test")
    with pytest.raises(CommandError, match="never mixed"):
        said("open_wexmouth", children=FEWEST)
    assert position() == 1


def test_a_real_file_is_shown_before_it_is_taken_in(nothing_yet: None, stranger: Path) -> None:
    shown = said("import_extract", stranger)
    assert "It would change the record of 1 children" in shown
    assert "people: 1 new, 0 changed, 0 withdrawn" in shown
    assert position() == 0


def test_a_real_file_is_taken_in_under_a_name_and_is_not_the_invented_councils(
    nothing_yet: None, stranger: Path
) -> None:
    before = by_the_clock()
    assert "On record as entry 1." in said("import_extract", stranger, yes=True, who="Jo Medway")
    (taken,) = entries()
    assert (taken.who, taken.source, taken.what) == ("Jo Medway", "Standard Safeguarding Dataset", "stranger")
    assert before <= taken.made_at <= by_the_clock()
    assert not born_of_wexmouth()
    assert "Nothing in it differs" in said("import_extract", stranger, yes=True, who="Jo Medway")
    assert position() == 1


def test_a_real_file_is_read_in_a_process_apart(
    nothing_yet: None, stranger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "read_apart", asking.read_apart)
    assert "It would change the record of 1 children" in said("import_extract", stranger)
    (stranger / "people.csv").write_bytes(b"MZ" + bytes(60))
    with pytest.raises(CommandError, match=r"people\.csv: it is a Windows program"):
        said("import_extract", stranger)
    assert (stranger / "people.csv").exists()


def test_nobody_takes_a_file_in_without_a_name(nothing_yet: None, stranger: Path) -> None:
    with pytest.raises(CommandError, match="Say who"):
        said("import_extract", stranger, yes=True)
    assert position() == 0


def test_the_invented_council_begins_a_record_from_its_files_too(nothing_yet: None, small_council: Path) -> None:
    said("import_extract", small_council, yes=True, who="a test")
    (taken,) = entries()
    assert (born_of_wexmouth(), taken.made_at) == (True, now())


def test_a_real_file_never_comes_into_the_invented_council(page: object, stranger: Path) -> None:
    before = position()
    with pytest.raises(CommandError, match="never mixed"):
        said("import_extract", stranger, yes=True, who="a test")
    assert position() == before


def test_the_invented_council_never_comes_into_a_real_record(
    nothing_yet: None, stranger: Path, small_council: Path
) -> None:
    said("import_extract", stranger, yes=True, who="a test")
    with pytest.raises(CommandError, match="never mixed"):
        said("import_extract", small_council, yes=True, who="a test")
    assert position() == 1


def _council(folder: Path, children: int) -> Path:
    rows = "".join(f"E-{one},Nobody,Invented,2015-04-01\n" for one in range(children))
    (folder / "people.csv").write_text(STRANGER.partition("\n")[0] + "\n" + rows, encoding="utf-8")
    return folder


def test_a_file_that_withdraws_more_than_a_tenth_needs_to_be_meant(nothing_yet: None, stranger: Path) -> None:
    said("import_extract", _council(stranger, 20), yes=True, who="a test")
    said("import_extract", _council(stranger, 18), yes=True, who="a test")
    assert position() == 2
    with pytest.raises(CommandError, match="--withdraw"):
        said("import_extract", _council(stranger, 16), yes=True, who="a test")
    said("import_extract", _council(stranger, 16), yes=True, who="a test", withdraw=True)
    assert position() == 3


def test_what_cannot_be_read_is_said_and_nothing_is_written(nothing_yet: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no such file"):
        said("import_extract", tmp_path / "nowhere", yes=True, who="a test")
    assert position() == 0


def test_the_record_is_found_to_be_as_it_was_written(nothing_yet: None, stranger: Path) -> None:
    assert "nothing to check" in said("audit_verify")
    said("import_extract", stranger, yes=True, who="a test")
    assert "1 entry checked: every row is as it was written, and so is every look." in said("audit_verify")


def test_a_row_that_was_altered_behind_the_record_is_found(nothing_yet: None, stranger: Path) -> None:
    said("import_extract", stranger, yes=True, who="a test")
    with connection.cursor() as cursor:
        for statement in unguard(connection.vendor, "store_person"):
            cursor.execute(statement)
        cursor.execute("UPDATE store_person SET surname = 'Else'")
    with pytest.raises(CommandError, match="not as it was written"):
        said("audit_verify")


def test_a_look_that_was_altered_behind_the_record_is_found(nothing_yet: None, stranger: Path) -> None:
    said("import_extract", stranger, yes=True, who="a test")
    line = LookLine(
        who="w", seat="director", what="GET", route="child", child="c", basis="b", request="r", status=200
    )  # fmt: skip
    write_look(line, ["c"], made_at=now())
    with connection.cursor() as cursor:
        for statement in unguard(connection.vendor, "store_look"):
            cursor.execute(statement)
        cursor.execute("UPDATE store_look SET who = 'somebody else'")
    with pytest.raises(CommandError, match="not as it was written"):
        said("audit_verify")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "elsewhere.example"])
def test_the_pages_are_served_to_no_other_machine(page: object, host: str) -> None:
    with pytest.raises(CommandError) as refused:
        said("serve", host=host)
    assert str(refused.value) == ONLY_HERE


def test_the_pages_of_a_record_that_nobody_has_begun_are_not_served(nothing_yet: None) -> None:
    with pytest.raises(CommandError, match="open_wexmouth"):
        said("serve")


def test_the_pages_of_a_real_record_are_not_served(nothing_yet: None, stranger: Path) -> None:
    said("import_extract", stranger, yes=True, who="a test")
    with pytest.raises(CommandError, match="does not come from the invented council"):
        said("serve")


def test_where_the_port_is_taken_the_next_is_used() -> None:
    with socket.socket() as taken:
        taken.bind((HERE, 0))
        taken.listen()
        busy = taken.getsockname()[1]
        server, port = server_on(busy)
        server.close()
    assert busy < port < busy + 20


def test_where_no_port_is_free_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("holdfast.web.serving.TRIED", 1)
    with socket.socket() as taken:
        taken.bind((HERE, 0))
        taken.listen()
        with pytest.raises(NoPort, match="Name another"):
            server_on(taken.getsockname()[1])


def test_the_server_answers_while_the_first_pages_are_made_ready_and_no_more_where_one_cannot_be_shown(
    page: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, ports = [], []

    def listening(port: int) -> tuple[Any, int]:
        server, found = server_on(port)
        ports.append(found)
        return server, found

    def one_that_breaks() -> Iterator[tuple[str, int]]:
        with urlopen(f"http://{HERE}:{ports[0]}/healthz", timeout=30) as answer:
            answers.append(answer.read())
        yield "/", 500

    monkeypatch.setattr(serve, "call_command", lambda *told, **how: None)
    monkeypatch.setattr(serve, "server_on", listening)
    monkeypatch.setattr(serve, "warmed", one_that_breaks)
    with pytest.raises(CommandError, match="it answered 500"):
        said("serve", port=0)
    assert answers == [b"well\n"]
    with socket.socket() as gone:
        assert gone.connect_ex((HERE, ports[0])) != 0
