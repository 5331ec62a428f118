"""What nothing reads is given back: whole tables, single columns beside their rows, the file's own words."""

from dataclasses import replace
from pathlib import Path

import polars as pl

from holdfast.exchange.extract import Extract
from holdfast.exchange.reading import read_extract
from holdfast.exchange.ssd.writing import write_ssd
from holdfast.record.front_door import Contact
from holdfast.record.people import Involvement

PEOPLE = "pers_person_id,pers_dob,pers_shoe_size\nB2,2012-05-01,=5\nA1,2014-09-30,33\n"


def _read(folder: Path, **files: str) -> Extract:
    folder.mkdir(exist_ok=True)
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return read_extract(folder)


def _again(extract: Extract, folder: Path) -> Extract:
    write_ssd(extract.columns, folder, extract.kept)
    return read_extract(folder)


def test_a_column_that_nothing_reads_comes_back_in_its_row(tmp_path: Path) -> None:
    again = _again(_read(tmp_path / "in"), tmp_path / "out")
    text = (tmp_path / "out" / "ssd_person.csv").read_text(encoding="utf-8")
    assert text == "pers_person_id,pers_dob,pers_shoe_size\nA1,2014-09-30,33\nB2,2012-05-01,'=5\n"
    assert again.kept["ssd_person"].columns == ["pers_person_id", "pers_shoe_size"]


def test_a_second_writing_changes_no_byte(tmp_path: Path) -> None:
    _again(_again(_read(tmp_path / "in"), tmp_path / "one"), tmp_path / "two")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_table_that_nothing_reads_comes_back_whole(tmp_path: Path) -> None:
    family = "fami_table_id,fami_family_id,fami_person_id\n1,F9,A1\n2,-4,B2\n"
    extract = _read(tmp_path / "in", family=family)
    again = _again(extract, tmp_path / "out")
    assert (tmp_path / "out" / "ssd_family.csv").read_text(encoding="utf-8") == family
    assert again.kept["ssd_family"].equals(extract.kept["ssd_family"])


def test_the_files_own_words_come_back_where_they_still_mean_the_same(tmp_path: Path) -> None:
    cell = '"{""NFA_FLAG"": ""N"", ""CP_FLAG"": ""Y"", ""COMMENTS"": ""rang back""}"'
    contacts = f"cont_contact_id,cont_person_id,cont_contact_date,cont_contact_outcome_json\n1,A1,2026-01-05,{cell}\n"
    extract = _read(tmp_path / "in", contacts=contacts)
    assert extract.columns.of(Contact)["outcome"].to_list() == ["CP_FLAG"]
    _again(extract, tmp_path / "out")
    assert "rang back" in (tmp_path / "out" / "ssd_contacts.csv").read_text(encoding="utf-8")

    changed = extract.columns.of(Contact).with_columns(pl.lit("OTHER").alias("outcome"))
    columns = replace(extract.columns, frames={**extract.columns.frames, Contact: changed})
    write_ssd(columns, tmp_path / "changed", extract.kept)
    assert "OTHER" in (tmp_path / "changed" / "ssd_contacts.csv").read_text(encoding="utf-8")
    assert read_extract(tmp_path / "changed").columns.of(Contact)["outcome"].to_list() == ["OTHER"]


def test_a_row_that_has_left_the_record_takes_its_cells_with_it(tmp_path: Path) -> None:
    extract = _read(tmp_path / "in")
    paths = write_ssd(extract.columns.only(["A1"]), tmp_path / "out", extract.kept)
    assert [path.name for path in paths] == ["ssd_person.csv"]
    assert "B2" not in paths[0].read_text(encoding="utf-8")
    assert "33" in paths[0].read_text(encoding="utf-8")


def test_cells_without_a_row_of_their_own_are_written_apart(tmp_path: Path) -> None:
    head = "invo_person_id,invo_professional_id,invo_involvement_start_date,invo_note"
    rows = ["A1,w1,2025-01-01,first", "A1,w2,2025-03-01,second", "A1,w3,2025-06-01,third"]
    extract = _read(tmp_path / "in", involvements="\n".join([head, *rows]))
    fewer = extract.columns.of(Involvement).head(2)
    columns = replace(extract.columns, frames={**extract.columns.frames, Involvement: fewer})
    write_ssd(columns, tmp_path / "out", extract.kept)
    apart = (tmp_path / "out" / "ssd_involvements_kept_columns.csv").read_text(encoding="utf-8")
    assert apart.splitlines() == ["row_key,invo_note", "A1,first", "A1,second", "A1,third"]
    again = _again(extract, tmp_path / "whole")
    assert again.kept["ssd_involvements"]["invo_note"].to_list() == ["first", "second", "third"]


def test_an_empty_table_keeps_the_headers_nothing_reads(tmp_path: Path) -> None:
    contacts = "cont_contact_id,cont_person_id,cont_contact_date,cont_colour\n"
    _again(_read(tmp_path / "in", contacts=contacts), tmp_path / "out")
    assert (tmp_path / "out" / "ssd_contacts.csv").read_text(encoding="utf-8") == contacts
