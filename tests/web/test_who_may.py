"""Every route, both ways, against a table written by hand; and every command with what it reads of children."""

from io import StringIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.core import signing
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError

from holdfast.casework import looking
from holdfast.cli.main import COMMANDS
from holdfast.store.entries import position
from holdfast.store.models import Look
from holdfast.web.access import READ, REGISTER
from holdfast.web.access_commands import OF_FILES, OF_THE_RECORD
from holdfast.web.today import now
from tests.web.pages import Ask
from tests.web.who_may import DOORS, EVERY_SEAT, OF_A_REPORT, OF_SOME_SEATS, READ_BY_ALL, READ_BY_NAME, Door

MANAGEMENT = Path(looking.__file__).parent.parent / "web" / "management" / "commands"


def test_every_route_has_its_row_in_the_table_written_by_hand_and_says_no_less_than_the_register() -> None:
    rows = [*READ_BY_ALL, *OF_SOME_SEATS, *READ_BY_NAME, *DOORS, *OF_A_REPORT]
    assert sorted(rows) == sorted(REGISTER)
    for name, access in REGISTER.items():
        assert (name, access.methods == READ) == (name, name in READ_BY_ALL | OF_SOME_SEATS | READ_BY_NAME)
        assert not access.names or name in READ_BY_NAME | OF_A_REPORT or "portfolio-holder" not in DOORS[name].may


def form_of(door: Door, seat: str) -> dict[str, str]:
    """What is sent where there is no page to open."""
    own = {"key": uuid4().hex, "base": str(position()), "holder": signing.dumps(seat, salt="holder")}
    return {**dict(door.form), **own}


@pytest.mark.parametrize("name", DOORS)
def test_each_route_that_takes_a_form_is_there_for_the_seats_of_the_table_and_for_no_other(
    page: Ask, name: str
) -> None:
    door, before = DOORS[name], position()
    assert door.may
    for seat in sorted(EVERY_SEAT):
        post = form_of(door, seat) if door.form else None
        answer = page(door.address, seat, post=post)
        there = 302 if name == "enter" else 200
        assert (name, seat, answer.status) == (name, seat, there if seat in door.may else 404)
        if seat not in door.may:
            assert page(door.address, seat, post=form_of(door, seat)).status == 404
    assert position() == before


def test_every_command_is_in_the_register_and_leaves_a_line_or_says_why_not() -> None:
    assert sorted(OF_THE_RECORD) == sorted(one.stem for one in MANAGEMENT.glob("*.py") if one.stem != "__init__")
    assert sorted(OF_FILES) == sorted(COMMANDS)
    assert [name for name, one in OF_THE_RECORD.items() if not one.no_line] == ["backup"]
    assert all(one.purpose for one in (*OF_THE_RECORD.values(), *OF_FILES.values()))
    for name, one in OF_THE_RECORD.items():
        writes = "leave_a_line_of_command" in (MANAGEMENT / f"{name}.py").read_text(encoding="utf-8")
        assert (name, writes) == (name, not one.no_line)


@pytest.fixture
def kept_in(settings, tmp_path: Path) -> Path:
    settings.BUILD = tmp_path
    return tmp_path


def test_a_backup_leaves_its_line_first_and_is_not_made_without_it(
    page: Ask, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as at_fault:
        at_fault.setattr(looking, "write_look", broken)
        with pytest.raises(CommandError, match=r"No backup was made\. Who takes the record away"):
            call_command("backup", stdout=StringIO())
    assert list(kept_in.glob("backups/*")) == []


def broken(*_: object, **__: object) -> int:
    raise OperationalError("the disk is full")


def test_the_line_of_a_command_says_what_it_took_and_at_what_machine(page: Ask) -> None:
    number = looking.leave_a_line_of_command("backup", who="somebody", made_at=now())
    line = Look.objects.get(position=number)
    assert (line.who, line.seat, line.route, line.child, line.shown) == (
        "somebody", "at the machine itself", "backup", "", 0,
    )  # fmt: skip
    assert looking.looks_amiss() == []
