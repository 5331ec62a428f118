"""What is written as the Standard Safeguarding Dataset reads back as the same record, byte for byte the same."""

from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import polars as pl
import pytest

from holdfast.dates import in_london
from holdfast.exchange.reading import read_extract
from holdfast.exchange.ssd.meanings import MEANINGS
from holdfast.exchange.ssd.writing import write_ssd
from holdfast.record.child import Held
from holdfast.record.child_protection import CoreGroup, ProtectionVisit
from holdfast.record.columns import Columns, columns_from, schema_of
from holdfast.record.field import Fact, columns_of
from holdfast.record.front_door import Referral
from holdfast.record.people import Person, Professional
from holdfast.record.unseen import HomelessPresentation
from holdfast.wexmouth.stories import story_facts
from tests.invented_records import invented

PERSON = Person(child="7", forename="Robin", born_on=date(2015, 2, 28))


def _same(ours: Columns, theirs: Columns) -> None:
    assert set(ours.held.fields) == set(theirs.held.fields)
    for noun, fields in ours.held.fields.items():
        # A table that its held columns alone would not tell apart is written with its key, blank.
        added = theirs.held.fields[noun] - fields
        assert added <= ({one.name for one in columns_of(noun) if one.key} if len(fields) < 2 else set()), noun
        assert fields <= theirs.held.fields[noun], noun
        names = list(schema_of(noun))
        one, other = (some.of(noun).select(names).sort(names) for some in (ours, theirs))
        assert one.equals(other), (noun, one, other)


def _as_the_reader_means(columns: Columns) -> Columns:
    """The record in the words that the reader uses: one cell for a day and its time, no row twice."""
    frames, fields = {}, {}
    for noun, frame in columns.frames.items():
        held = set(columns.held.fields[noun])
        for one in columns_of(noun):
            meaning = MEANINGS.get((noun, one.name))
            if meaning:
                words = {cell: meaning(cell) for cell in frame[one.name].unique().drop_nulls()}
                said = frame[one.name].replace_strict(words, default=None, return_dtype=pl.String)
                frame = frame.with_columns(said.alias(one.name))
            if one.time_of:
                frame, held = _one_cell(frame, held, one.name, one.time_of)
        frames[noun], fields[noun] = frame.unique(maintain_order=True), frozenset(held)
    return Columns(frames=frames, held=Held(fields=fields))


def _one_cell(frame: pl.DataFrame, held: set[str], time: str, day: str) -> tuple[pl.DataFrame, set[str]]:
    told = pl.when(pl.col(time).dt.to_string("%H:%M:%S") != "00:00:00").then(pl.col(time))
    frame = frame.with_columns(pl.coalesce(pl.col(time).dt.date(), day).alias(day), told.alias(time))
    return frame, held | {time, day} if held & {time, day} else held


def test_the_seventeen_stories_read_back_as_they_were_written(tmp_path: Path) -> None:
    columns = columns_from(story_facts())
    paths = write_ssd(columns, tmp_path)
    extract = read_extract(tmp_path)
    assert {problem.column for problem in extract.problems} <= {"pers_dob"}  # one story's child has none yet
    assert len(paths) == len(columns.frames)
    _same(columns, extract.columns)


@pytest.mark.parametrize("seed", range(12))
def test_any_record_reads_back_as_far_as_the_readers_words_keep_it(seed: int, tmp_path: Path) -> None:
    columns = invented(Random(seed))
    if Person not in columns.frames:
        columns = invented(Random(seed), whole=True)
    columns = _as_the_reader_means(columns)
    write_ssd(columns, tmp_path)
    _same(columns, read_extract(tmp_path).columns)


def test_the_order_of_the_rows_changes_no_byte(tmp_path: Path) -> None:
    facts = list(story_facts())
    write_ssd(columns_from(facts), tmp_path / "a")
    Random(4).shuffle(facts)
    paths = write_ssd(columns_from(facts), tmp_path / "b")
    assert all(path.read_bytes() == (tmp_path / "a" / path.name).read_bytes() for path in paths)


def test_an_empty_held_noun_gives_a_header_and_an_absent_one_no_file(tmp_path: Path) -> None:
    columns = columns_from([PERSON], nouns=(Person, ProtectionVisit))
    paths = write_ssd(columns, tmp_path)
    assert [path.name for path in paths] == ["ssd_cp_visits.csv", "ssd_person.csv"]
    text = (tmp_path / "ssd_cp_visits.csv").read_text(encoding="utf-8")
    assert text.splitlines() == [
        "cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen,"
        "cppv_cp_visit_seen_alone,cppv_cp_visit_bedroom"
    ]


def test_a_field_that_is_not_held_gives_no_column(tmp_path: Path) -> None:
    held = Held(fields={Person: frozenset({"child", "born_on"})})
    write_ssd(Columns(frames=columns_from([PERSON]).frames, held=held), tmp_path)
    assert (tmp_path / "ssd_person.csv").read_text(encoding="utf-8") == "pers_person_id,pers_dob\n7,2015-02-28\n"


def test_a_table_whose_columns_alone_would_not_tell_it_gets_its_key(tmp_path: Path) -> None:
    held = Held(fields={Person: frozenset({"child"}), CoreGroup: frozenset({"child"})})
    columns = columns_from([PERSON, CoreGroup(child="7")])
    write_ssd(Columns(frames=columns.frames, held=held), tmp_path)
    assert read_extract(tmp_path).columns.of(CoreGroup)["child"].to_list() == ["7"]


def test_a_day_and_its_time_share_one_cell(tmp_path: Path) -> None:
    at = in_london(datetime(2026, 3, 2, 16, 5))
    fact = HomelessPresentation(child="7", id="h", on=date(2026, 3, 2), at=at, housed_on=date(2026, 3, 3))
    write_ssd(columns_from([PERSON, fact]), tmp_path)
    text = (tmp_path / "holdfast_homeless_presentations.csv").read_text(encoding="utf-8")
    assert "h,7,2026-03-02T16:05:00,2026-03-03," in text


@pytest.mark.parametrize("hour", [0, 1], ids=["first half past one", "second half past one"])
def test_both_of_the_equal_hours_of_an_autumn_night_read_back(hour: int, tmp_path: Path) -> None:
    at = datetime(2025, 10, 26, hour, 30, tzinfo=UTC)
    fact = HomelessPresentation(child="7", id="h", on=date(2025, 10, 26), at=at)
    columns = columns_from([PERSON, fact])
    write_ssd(columns, tmp_path)
    _same(columns, read_extract(tmp_path).columns)


def test_when_a_row_was_entered_is_written_only_where_any_row_says_so(tmp_path: Path) -> None:
    at = in_london(datetime(2026, 3, 2, 16, 5))
    facts: list[Fact] = [PERSON, Referral(child="7", id="a", recorded_at=at), Referral(child="7", id="b")]
    columns = columns_from(facts, nouns=(Person, Referral))
    write_ssd(columns, tmp_path)
    assert "holdfast_recorded_at" not in (tmp_path / "ssd_person.csv").read_text(encoding="utf-8")
    assert "holdfast_recorded_at" in (tmp_path / "ssd_cin_episodes.csv").read_text(encoding="utf-8")
    _same(columns, read_extract(tmp_path).columns)


@pytest.mark.parametrize("text", ["=1+1", "+44", "-x", "@sum", "'=1", "O'Brien", 'say "a", b', "two\nlines", "Zoë"])
def test_text_a_spreadsheet_would_run_is_marked_and_reads_back(text: str, tmp_path: Path) -> None:
    columns = columns_from([Person(child=text, surname=text)], nouns=(Person,))
    write_ssd(columns, tmp_path)
    cells = (tmp_path / "ssd_person.csv").read_text(encoding="utf-8").splitlines()[1]
    assert cells[0] not in "=+-@"
    _same(columns, read_extract(tmp_path).columns)


def test_numbers_are_written_without_exponent_or_empty_fraction(tmp_path: Path) -> None:
    people = [Professional(child=f"w{at}", caseload=number) for at, number in enumerate((5.0, 0.8, 1e-7, 1e20))]
    columns = columns_from([PERSON, *people])
    write_ssd(columns, tmp_path)
    assert ",5," in (tmp_path / "ssd_professionals.csv").read_text(encoding="utf-8")
    _same(columns, read_extract(tmp_path).columns)
