"""Writes a whole record as the workbook of eleven lists that an inspector would ask for on a day."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from pathlib import Path

import polars as pl
import xlsxwriter  # type: ignore[import-untyped]

from holdfast.dates import age_on
from holdfast.duties.columns.owners import owners_of
from holdfast.exchange.annex_a.given import (
    Day,
    assessments,
    children_in_need,
    contacts,
    day_of,
    enquiries,
    referrals,
    yes,
)
from holdfast.exchange.annex_a.given_care import adoption, care_leavers, in_care, protection_plans
from holdfast.exchange.annex_a.lists import ADOPTERS, LISTS, ListColumn, written_columns
from holdfast.exchange.annex_a.words import label_of
from holdfast.record.columns import Columns
from holdfast.record.people import Department, Disability, Person, Professional

FORMULA = ("=", "+", "-", "@")
"""Signs that a spreadsheet takes for the beginning of a formula."""

GIVEN: Mapping[int, Callable[[Day], pl.DataFrame]] = {
    1: contacts, 3: referrals, 4: assessments, 5: enquiries, 6: children_in_need, 7: protection_plans, 8: in_care,
    9: care_leavers, 10: adoption,
}  # fmt: skip
"""What gives each list its rows. The record has nothing that lists 2 and 11 ask for; they are written empty."""


def write_annex_a(columns: Columns, path: Path, as_at: date) -> None:
    """Write the eleven lists as they stood at the end of the day, under the inspectorate's headers.

    Each list looks back as far as the inspectorate asks (six months; counts twelve). The worker and the team of
    every row are those with the child on the day, by name. Text that a spreadsheet would run as a formula gets an
    apostrophe, which the reader takes off. The same record gives the same bytes, in whatever order its rows stand.
    """
    day = day_of(columns, as_at)
    who = _who(day)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": "Annex A", "created": datetime.combine(as_at, time())})
    formats = {"day": book.add_format({"num_format": "dd/mm/yyyy"}), "header": book.add_format({"bold": True})}
    for number in LISTS:
        sheet = book.add_worksheet(f"List {number}")
        given = GIVEN.get(number)
        rows = given(day) if given else None
        _write(sheet, written_columns(number), rows if rows is None else _with_who(rows, who, number), formats)
    book.close()


def _write(
    sheet: "xlsxwriter.worksheet.Worksheet", columns: tuple[ListColumn, ...], rows: pl.DataFrame | None,
    formats: Mapping[str, object],
) -> None:  # fmt: skip
    for place, one in enumerate(columns):
        sheet.write_string(0, place, one.header, formats["header"])
    if rows is None:
        return
    names = [one.name if one.name in rows.columns else None for one in columns]
    for line, row in enumerate(rows.iter_rows(named=True), 1):
        for place, name in enumerate(names):
            cell = None if name is None else row[name]
            if isinstance(cell, date):
                sheet.write_datetime(line, place, datetime.combine(cell, time()), formats["day"])
            elif isinstance(cell, int | float):
                sheet.write_number(line, place, cell)
            elif cell is not None:
                sheet.write_string(line, place, _harmless(str(cell)))


def _harmless(text: str) -> str:
    """Text that no spreadsheet runs; a mark that is there already is marked once more, so that it comes back."""
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


def _with_who(rows: pl.DataFrame, who: pl.DataFrame, number: int) -> pl.DataFrame:
    """The rows with who the child is and who works with her."""
    assert number != ADOPTERS
    own = [name for name in who.columns if name != "child"]
    return rows.drop(own, strict=False).join(who, on="child", how="left", maintain_order="left")


def _who(day: Day) -> pl.DataFrame:
    """child, gender, ethnicity, born_on, age, disabled, team, worker."""
    people = day.standing.of(Person).unique("child", keep="first", maintain_order=True)
    disabled = day.standing.of(Disability)["child"].unique()
    ages = [None if born is None else age_on(born, day.on) for born in people["born_on"].to_list()]
    owners = owners_of(day.standing)
    names = day.standing.of(Professional).select(pl.col("child").alias("worker"), pl.col("name").alias("_worker"))
    teams = day.standing.of(Department).select(pl.col("child").alias("team"), pl.col("name").alias("_team"))
    owners = owners.join(names.unique("worker"), on="worker", how="left", maintain_order="left")
    owners = owners.join(teams.unique("team"), on="team", how="left", maintain_order="left").select(
        "child", pl.coalesce("_worker", "worker").alias("worker"), pl.coalesce("_team", "team").alias("team")
    )
    every = people.with_columns(
        pl.Series("age", ages, dtype=pl.Int64), pl.col("child").is_in(disabled.implode()).alias("disabled"),
        pl.col("sex").map_elements(lambda sex: label_of("sex", sex), return_dtype=pl.String).alias("_sex"),
    )  # fmt: skip
    every = every.select(
        "child", pl.coalesce("_sex", "gender").alias("gender"), "ethnicity", "born_on", "age",
        yes("disabled").alias("disabled"),
    )  # fmt: skip
    return every.join(owners, on="child", how="left", maintain_order="left")
