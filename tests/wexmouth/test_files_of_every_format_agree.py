"""Wexmouth's tables, Annex A, 903 and census say the same of every child, and their reader finds nothing wrong."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from holdfast.dates import end_of
from holdfast.exchange.extract import Extract
from holdfast.exchange.reading import read_extract
from holdfast.record.child_protection import (
    Conference,
    Enquiry,
    ProtectionPlan,
    ProtectionReview,
    ProtectionVisit,
)
from holdfast.record.columns import Columns
from holdfast.record.field import Fact, day_fields
from holdfast.record.front_door import Assessment, Contact, InNeedPlan, InNeedVisit, Referral
from holdfast.record.in_care import CareEpisode, CareReview, CareVisit, LegalStatus, Placement
from holdfast.record.leaving_care import AdviserContact, CareLeaver, PathwayPlan
from holdfast.record.people import Person
from holdfast.record.register import NOUNS
from holdfast.record.unseen import MissingEpisode
from holdfast.wexmouth.stories.told_us_sixteen import TOLD_US_SIXTEEN
from holdfast.wexmouth.writing import ANNEX_A, CENSUS, SSDA903

Said = set[tuple[str, date]]
WITHOUT_BIRTH_DATE = {fact.child for fact in TOLD_US_SIXTEEN.facts() if isinstance(fact, Person) and not fact.born_on}

FORMATS: Mapping[str, Path] = {"tables": Path(), "Annex A": ANNEX_A, "903": SSDA903, "census": CENSUS}
UNTIL = {"Annex A": date(2026, 5, 31), "903": date(2026, 3, 31), "census": date(2026, 3, 31)}
"""The last day that each format tells of."""

WHOLE_SINCE: Mapping[str, tuple[date, tuple[tuple[type[Fact], str], ...]]] = {
    "Annex A": (date(2025, 11, 30), (
        (Contact, "on"), (Referral, "on"), (Assessment, "authorised_on"), (Enquiry, "started_on"),
    )),
    "903": (date(2024, 4, 1), (
        (CareEpisode, "started_on"), (CareEpisode, "ended_on"), (Placement, "started_on"), (Placement, "ended_on"),
        (LegalStatus, "started_on"), (CareReview, "held_on"), (MissingEpisode, "started_on"),
    )),
    "census": (date(2025, 4, 1), (
        (Referral, "on"), (Referral, "closed_on"), (Assessment, "started_on"), (InNeedPlan, "started_on"),
        (Enquiry, "started_on"), (Conference, "held_on"), (ProtectionPlan, "started_on"),
        (ProtectionPlan, "ended_on"), (ProtectionReview, "held_on"),
    )),
}  # fmt: skip
"""What each format tells whole of the children in it, and since when."""

VISITS = (InNeedVisit, ProtectionVisit, CareVisit)


@pytest.fixture(scope="module")
def read_by_format(written: Path, read_back: Extract) -> dict[str, Extract]:
    others = {name: read_extract(written / path) for name, path in FORMATS.items() if name != "tables"}
    return {"tables": read_back} | others


def said(columns: Columns, noun: type[Fact], field: str) -> Said:
    """Each child with each day that stands in a field."""
    return set(columns.of(noun).select("child", field).drop_nulls().rows())


def on_record(columns: Columns, noun: type[Fact], field: str) -> Said:
    """The same, where Annex A does not say on which kind of visit a child was last seen."""
    nouns = VISITS if noun is InNeedVisit else (noun,)
    return set[tuple[str, date]]().union(*(said(columns, one, field) for one in nouns))


def latest(days: Said) -> dict[str, date]:
    """The last day of each child."""
    return dict(sorted(days))


@pytest.mark.parametrize("name", FORMATS)
def test_the_reader_asks_of_each_format_only_about_the_boy_without_a_birth_date(
    name: str, read_by_format: dict[str, Extract]
) -> None:
    assert len(WITHOUT_BIRTH_DATE) == 1
    other = [
        one for one in read_by_format[name].problems
        if not any(child in one.reason for child in WITHOUT_BIRTH_DATE) or "date of birth" not in one.reason
    ]  # fmt: skip
    assert [(one.where, one.value, one.reason) for one in other] == []
    assert len(read_by_format[name].problems) <= 1


@pytest.mark.parametrize("name", UNTIL)
def test_no_format_tells_a_day_that_is_not_in_the_tables(name: str, read_by_format: dict[str, Extract]) -> None:
    told, tables = read_by_format[name].columns, read_by_format["tables"].columns.as_at(end_of(UNTIL[name]))
    compared = 0
    for noun in NOUNS:
        for field in (one.name for one in day_fields(noun)):
            days = said(told, noun, field)
            wanted = on_record(tables, noun, field) if days else set()
            if noun is Person and field == "expected_on":
                wanted |= said(read_by_format["tables"].columns, Person, "born_on")
            assert days - wanted == set(), (noun, field)
            compared += len(days)
    assert compared > 1000


@pytest.mark.parametrize("name", WHOLE_SINCE)
def test_what_a_format_tells_whole_it_tells_of_every_child_in_it(name: str, read_by_format: dict[str, Extract]) -> None:
    told, tables = read_by_format[name].columns, read_by_format["tables"].columns.as_at(end_of(UNTIL[name]))
    since, fields = WHOLE_SINCE[name]
    children = set(told.children())
    for noun, field in fields:
        wanted = {one for one in said(tables, noun, field) if one[1] >= since and one[0] in children}
        assert wanted, (noun, field)
        assert wanted - said(told, noun, field) == set(), (noun, field)


def test_the_latest_days_of_care_leavers_are_those_of_their_own_tables(council: Columns) -> None:
    reviews = council.of(PathwayPlan).filter(pl.col("step") == "review").select("child", pl.col("on").alias("day"))
    contacts = council.of(AdviserContact).select("child", pl.col("on").alias("day"))
    for field, days in (("review_on", reviews), ("contact_on", contacts)):
        given = latest(said(council, CareLeaver, field))
        own = latest(set(days.drop_nulls().rows()))
        leavers = set(council.of(CareLeaver)["child"])
        assert given == {child: day for child, day in own.items() if child in leavers}, field
        assert len(given) > 20
