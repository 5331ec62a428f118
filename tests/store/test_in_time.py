"""The line of an act or a look has its time: what takes longer is stopped or refused, and leaves nothing behind."""

from contextlib import nullcontext
from time import sleep

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import override_settings

from holdfast.dates import parse_moment
from holdfast.store import looks
from holdfast.store.in_time import AuditLate, in_time
from holdfast.store.looks import LookLine, verify_looks, write_look
from holdfast.store.models import Look

pytestmark = pytest.mark.django_db

COUNTS_FOR_EVER = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
LINE = LookLine(who="W1", seat="director", what="GET", route="child", child="", basis="b", request="r", status=200)
NOW = parse_moment("2026-06-01T08:30")


def ask(sql: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


@override_settings(AUDIT_WITHIN=0.05)
def test_a_statement_that_would_go_on_for_ever_is_stopped_by_the_database_itself() -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), in_time():
        ask(COUNTS_FOR_EVER)
    assert ask("SELECT 1") == 1


@override_settings(AUDIT_WITHIN=0.05)
def test_what_nothing_can_stop_is_refused_once_it_is_over_and_before_the_next_is_asked() -> None:
    with pytest.raises(AuditLate), transaction.atomic(), in_time():
        sleep(0.1)
    asked = []
    with pytest.raises(AuditLate), transaction.atomic(), in_time():
        asked = [sleep(0.1), ask("SELECT a column that there is not")]
    assert asked == []


@override_settings(AUDIT_WITHIN=30)
def test_what_comes_in_time_is_let_be_and_what_follows_has_no_limit() -> None:
    with transaction.atomic():
        with in_time():
            assert ask("SELECT 1") == 1
        with override_settings(AUDIT_WITHIN=0.0):
            assert ask("SELECT 2") == 2
        if connection.vendor == "postgresql":
            assert ask("SHOW statement_timeout") == "0"


def test_a_look_that_is_late_is_not_there_and_the_next_one_takes_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    with override_settings(AUDIT_WITHIN=0.0), pytest.raises(DatabaseError):
        write_look(LINE, ["A1"], made_at=NOW)
    assert not Look.objects.exists()
    assert write_look(LINE, ["A1"], made_at=NOW) == 1
    assert verify_looks() == []
    monkeypatch.setattr(looks, "in_time", nullcontext)
    with override_settings(AUDIT_WITHIN=0.0):
        assert write_look(LINE, ["A1"], made_at=NOW) == 2, "the control: nothing else limits it"
