"""The tables, the record's nouns and the dataset's columns are three descriptions of one thing."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from io import StringIO
from typing import ClassVar

import pytest
from django.core.management import call_command
from django.db import models

from holdfast.record.columns import schema_of
from holdfast.record.field import Fact, column, columns_of
from holdfast.record.register import NOUNS
from holdfast.store.models import FactRow
from holdfast.store.tables import model_of

KINDS: dict[str, type[models.Field]] = {
    "text": models.TextField, "json": models.TextField, "day": models.DateField, "time": models.DateTimeField,
    "flag": models.BooleanField, "number": models.FloatField,
}  # fmt: skip
OF_EVERY_VERSION = {"row", "entry", "identity", "replaces", "withdrawn"}


def disagreements(noun: type[Fact], table: type[models.Model]) -> list[str]:
    """Where a noun and its table differ: names, order, kinds, or a cell that must be filled."""
    own = [one for one in table._meta.get_fields() if one.name not in OF_EVERY_VERSION]
    described = {one.name: KINDS[one.kind] for one in columns_of(noun)} | {"recorded_at": models.DateTimeField}
    found = [f"{noun.__name__} has {name}" for name in described if name not in {one.column for one in own}]
    found += [f"the table has {one.column}" for one in own if one.column not in described]
    for one in own:
        if one.column in described and (type(one) is not described[one.column] or not one.null):
            found.append(f"{one.column} is a {type(one).__name__}")
    if list(described) != [one.column for one in own] and not found:
        found.append("the order differs")
    return found


def not_fields(noun: type[Fact]) -> list[str]:
    """Columns that are described and are no fields, or fields that are not described."""
    there = {one.name for one in fields(noun)}
    return sorted(there ^ set(schema_of(noun)))


def every(nouns: Iterable[type[Fact]]) -> list[str]:
    return [word for noun in nouns for word in disagreements(noun, model_of(noun)) + not_fields(noun)]


def test_every_noun_has_a_table_with_its_own_columns() -> None:
    assert every(NOUNS) == []


def test_every_table_of_facts_is_a_noun() -> None:
    tables = {one for one in FactRow.__subclasses__() if not one._meta.abstract}
    assert {one.__name__ for one in tables} == {noun.__name__ for noun in NOUNS}


@pytest.mark.parametrize(
    ("kind", "says"), [("day", []), ("time", ["on is a DateField"]), ("text", ["on is a DateField"])]
)
def test_a_planted_kind_turns_the_guard_red(kind: str, says: list[str]) -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Education(Fact):
        """A noun with one field of another kind than its table's."""

        table: ClassVar[str] = "planted"
        id: str | None = column("id", "text", "row id", key=True)
        child: str = column("person_id", "text", "the child", child=True)
        on: object = column("on", kind, "held on")

    from holdfast.store.models import EducationPlan

    assert disagreements(Education, EducationPlan) == says


def test_a_planted_field_turns_the_guard_red() -> None:
    from holdfast.store.models import Department

    professional = next(noun for noun in NOUNS if noun.__name__ == "Professional")
    assert "Professional has caseload" in disagreements(professional, Department)
    assert "the table has parent_name" in disagreements(professional, Department)


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", "store", check=True, dry_run=True, stdout=StringIO())
