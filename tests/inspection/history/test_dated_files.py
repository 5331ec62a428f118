"""The files that ship: values only, each with a source that stands, and nothing of a report but its grades and days."""

import csv
import re
import tomllib
from collections.abc import Iterator
from importlib import resources

import pytest

from holdfast.inspection.authorities import authorities
from holdfast.inspection.history import kept as module
from holdfast.inspection.history.from_reports import COLUMNS, inspection_of
from holdfast.inspection.history.kept import BadHistory, council_history, kept, read_inspections, read_sources
from holdfast.inspection.report import AREAS
from tests.inspection.history.invented_events import source

FOLDER = resources.files(module.__package__)
GRADES = {"Outstanding", "Good", "Requires improvement", "Adequate", "Inadequate", "Not judged"}


def text_of(name: str) -> str:
    return FOLDER.joinpath(name).read_text(encoding="utf-8")


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(text_of("printed_grades.csv").splitlines()))


def test_printed_grades_are_values_and_nothing_else() -> None:
    day = r"\d{4}-\d\d-\d\d"
    shapes = {
        "authority_code": r"E\d{8}", "framework": "SIF|ILACS", "visit_type": "inspection|reinspection",
        "inspected": rf"{day}(/{day})?", "published_printed": rf"({day})?", "published_on_website": day, "read_on": day,
        **dict.fromkeys(AREAS, "|".join([*GRADES, "not in this set"])),
    }  # fmt: skip
    names = {one.code: one.name for one in authorities()}
    assert set(rows()[0]) == set(COLUMNS) == {*shapes, "authority"}
    for row in rows():
        assert [name for name, shape in shapes.items() if not re.fullmatch(shape, row[name])] == [], row
        assert row["authority"] == names[row["authority_code"]]


def test_no_two_rows_are_of_one_inspection_and_the_four_councils_are_there() -> None:
    keys = [(row["authority_code"], row["inspected"]) for row in rows()]
    assert len(keys) == len(set(keys)) > 100
    found = [code for code, _ in keys]
    assert [found.count(one) for one in ("E06000010", "E10000032", "E08000009", "E06000033")] == [3, 3, 3, 3]


def claims() -> Iterator[tuple[str, list[str]]]:
    for name, tables in (
        ("visits.toml", ("visit",)), ("interventions.toml", ("step",)),
        ("inspections.toml", ("also_said", "not_printed_here")),
    ):  # fmt: skip
        found = tomllib.loads(text_of(name))
        assert set(found) == set(tables)
        for table in tables:
            for row in found[table]:
                yield from ((row["authority"], claim) for claim in row["claims"])


def test_every_claim_has_a_source_and_every_source_is_used() -> None:
    sources = read_sources(text_of("sources.toml"))
    assert {key for _, (_, _, key) in claims()} == set(sources)
    assert {code for code, _ in claims()} <= {one.code for one in authorities()}


def test_an_address_is_a_councils_or_the_governments_and_says_when_it_was_seen() -> None:
    councils = r"(www\.)?(hullccnews\.co\.uk|gov\.uk|[a-z.]+\.gov\.uk)"
    for one in read_sources(text_of("sources.toml")).values():
        assert (one.url is None) == (one.seen_on is None)
        assert one.url is None or re.match(rf"https://{councils}/", one.url), one.url
        assert (one.url is not None) == (one.sure == "published"), one.key


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('[a]\ntitle = "t"\npublisher = "p"\nsure = "published"\nurl = "https://x"', "the day it was seen"),
        ('[a]\ntitle = "t"\npublisher = "p"\nsure = "published"\nseen_on = "2026-01-01"', "the day it was seen"),
    ],
)
def test_an_address_without_its_day_is_refused(text: str, why: str) -> None:
    with pytest.raises(BadHistory, match=why):
        read_sources(text)


def test_a_claim_on_an_inspection_that_is_not_there_is_refused() -> None:
    row = {"authority": "E06000010", "inspected": "2001-01-01", "claims": [["published", "2001", "a"]]}
    with pytest.raises(BadHistory, match="no row"):
        read_inspections([], {"also_said": [row]}, {"a": source()})


def test_a_claim_without_its_source_is_refused() -> None:
    row = rows()[0]
    told = {"authority": row["authority_code"], "inspected": row["inspected"], "claims": [["published", "2001", "a"]]}
    with pytest.raises(BadHistory, match="does not stand in sources"):
        read_inspections([row], {"also_said": [told]}, {})
    assert len(read_inspections([row], {"also_said": [told]}, {"a": source()})[0].claims) == 4


def test_no_line_of_any_council_breaks_an_invariant() -> None:
    codes = {one.authority_code for one in (*kept().ofsted, *kept().interventions)}
    told = [(code, one.what, one.broken) for code in codes for one in council_history(code).entries() if one.broken]
    assert told == []


def test_a_row_keeps_its_printed_and_its_website_day_apart() -> None:
    (hull,) = [one for one in rows() if one["authority_code"] == "E06000010" and one["framework"] == "SIF"]
    days = {one.value: one.source.sure for one in inspection_of(hull).claims if one.about == "published"}
    assert days == {"2015-02-03": "printed", "2015-02-10": "published"}


NAMED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sir|Dame|Cllr|Councillor|HMI|OBE|CBE)\b|commissioner [A-Z][a-z]+ [A-Z]|led by [A-Z]"
)


@pytest.mark.parametrize(
    "name", ["printed_grades.csv", "visits.toml", "interventions.toml", "inspections.toml", "sources.toml"]
)
def test_nobody_is_named_in_any_of_the_files(name: str) -> None:
    assert NAMED.findall(text_of(name)) == []


@pytest.mark.parametrize("planted", ["Cllr Tarn", "commissioner Maud Tarn", "Maud Tarn OBE", "led by Maud"])
def test_a_planted_name_turns_the_guard_red(planted: str) -> None:
    assert NAMED.search(planted)
