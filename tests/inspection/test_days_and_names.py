"""Days as they are printed, and councils' names whole and never by a part."""

from datetime import date

import pytest

from holdfast.inspection.authorities import authorities, authority_of, named_in
from holdfast.inspection.days import first_and_last
from holdfast.inspection.front import people


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("6 to 17 December 2021", date(2021, 12, 6), date(2021, 12, 17)),
        ("14 January 2019 to 25 January 2019", date(2019, 1, 14), date(2019, 1, 25)),
        ("29 November to 10 December 2021", date(2021, 11, 29), date(2021, 12, 10)),
        ("21 November–15 December 2016", date(2016, 11, 21), date(2016, 12, 15)),
        ("9–24 November 2017", date(2017, 11, 9), date(2017, 11, 24)),
        ("30 December to 5 January 2023", date(2022, 12, 30), date(2023, 1, 5)),
        ("13 to 17 February and 6 to 10 March 2023", date(2023, 2, 13), date(2023, 3, 10)),
        ("2 July 2018", date(2018, 7, 2), date(2018, 7, 2)),
    ],
)
def test_a_range_gives_its_first_and_last_day_and_one_day_is_both(said: str, first: date, last: date) -> None:
    assert first_and_last(said) == (first, last)


@pytest.mark.parametrize("said", ["", "31 February 2020", "12 to 14", "17 to 6 December 2021", "soon"])
def test_what_makes_no_range_gives_none(said: str) -> None:
    assert first_and_last(said) is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Kingston Upon Hull City Council", "Kingston upon Hull"),
        ("Hull", "Kingston upon Hull"),
        ("Solihull", "Solihull"),
        ("Nottingham City Council", "Nottingham"),
        ("Nottinghamshire County Council", "Nottinghamshire"),
        ("Leicester City Council", "Leicester"),
        ("City of York Council", "York"),
        ("North Yorkshire County Council", "North Yorkshire"),
        ("East Riding", "East Riding of Yorkshire"),
        ("Newcastle", "Newcastle upon Tyne"),
        ("The Royal Borough of Windsor and Maidenhead", "Windsor and Maidenhead"),
        ("London Borough of Hammersmith & Fulham", "Hammersmith and Fulham"),
        ("Southend-on-Sea city council", "Southend-on-Sea"),
        ("City of London", "City of London"),
        ("Newcastle-under-Lyme Borough Council", None),
        ("West Lancashire Borough Council", None),
        ("London", None),
        ("shire", None),
    ],
)
def test_a_printed_name_means_a_council_whole_or_none(printed: str, name: str | None) -> None:
    council = authority_of(printed)
    assert (council and council.name) == name


def test_every_row_of_the_table_has_a_code_of_its_own_and_a_source() -> None:
    rows = authorities()
    assert len(rows) > 150
    codes = [code for one in rows for code in (one.code, *one.earlier_codes)]
    assert len(codes) == len(set(codes))
    assert all(len(one.code) == 9 and one.code.startswith("E") and one.source for one in rows)
    assert len({one.name for one in rows}) == len(rows)


def test_names_in_prose_are_whole_words_and_no_part_of_a_longer_name() -> None:
    said = "Hull and Solihull, Nottinghamshire and South Derbyshire, West Sussex’s and Newcastle under Lyme"
    assert [one.name for _, _, one in named_in(said)] == [
        "Kingston upon Hull", "Solihull", "Nottinghamshire", "West Sussex",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Ann Lee HMI", ["Ann Lee"]),
        ("Ann Lee, Her Majesty’s Inspector", ["Ann Lee"]),
        ("Ann Lee HMI and Bo O’Day, His Majesty’s Inspectors", ["Ann Lee", "Bo O’Day"]),
        ("Jo de Vere-Hay (OI)", ["Jo de Vere-Hay"]),
        ("attended by both the director", []),
    ],
)
def test_names_are_read_without_what_follows_them(said: str, names: list[str]) -> None:
    assert people(said) == names
