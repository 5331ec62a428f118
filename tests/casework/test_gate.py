"""The gate before the readers: what is refused, what is let through, and on which side of each limit a file stands."""

import stat
import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from holdfast.casework.apart import gate, names, unpacking
from holdfast.casework.apart.extracts import read
from holdfast.casework.apart.gate import check_file, check_path
from holdfast.casework.apart.names import check_name, shown
from holdfast.casework.apart.refused import NotLetIn
from holdfast.casework.apart.unpacking import packed_in, unpack
from holdfast.exchange.problems import CannotRead
from tests.exchange.annex_a.made_workbooks import sheet, workbook

GOOD = b"pers_person_id,pers_dob\nE-1,2015-04-01\n"


def packed(*parts: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    """A zip file of these parts."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as goal:
        for name, content in parts:
            goal.writestr(name, content)
    return made.getvalue()


def book(tmp_path: Path, *more: tuple[str, bytes]) -> bytes:
    """A workbook with one list, and more parts."""
    path = workbook(tmp_path / "made.xlsx", {"List 1": sheet(1, {"child": "A1"})})
    with zipfile.ZipFile(path) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()} | dict(more)
    return packed(*parts.items())


def refused(tmp_path: Path, name: str, content: bytes, *, packed: bool = False) -> str:
    """Why the gate refuses this file; empty where it lets it through."""
    path = tmp_path / name
    path.write_bytes(content)
    try:
        check_file(path, packed=packed)
    except NotLetIn as problem:
        return str(problem)
    return ""


def unpacked(tmp_path: Path, content: bytes, largest: int = unpacking.LARGEST) -> list[str]:
    """What lands in the folder."""
    path, goal = tmp_path / "week.zip", tmp_path / "goal"
    path.write_bytes(content)
    goal.mkdir(exist_ok=True)
    unpack(path, goal, largest)
    return sorted(one.name for one in goal.iterdir())


@pytest.mark.parametrize(
    "name", ["ssd_person.csv", "Annex A (final).xlsx", "naïve é.csv", "con man.csv", "a" * names.LONGEST, "no ending"]
)
def test_a_plain_name_is_let_through(name: str) -> None:
    check_name(name)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("extract\u202evsc.exe", "not seen"), ("a\u200b.csv", "not seen"), ("a\x07.csv", "not seen"),
        ("con.csv", "device"), ("LPT1", "device"), ("a.csv:b", "device"), ("a.csv.", "device"), ("a.csv ", "device"),
        ("a" * (names.LONGEST + 1), "longer than"), ("a.csv.exe", "would run"), ("a.xlsm", "macros"),
    ],
)  # fmt: skip
def test_a_name_that_misleads_is_refused_and_shown_harmlessly(name: str, says: str) -> None:
    with pytest.raises(NotLetIn, match=says) as told:
        check_name(name)
    assert str(told.value).isprintable()


def test_what_is_not_seen_in_a_name_is_shown_as_its_number() -> None:
    assert shown("a\u202eb\x00") == "a[202E]b[0000]"
    assert shown("a" * 400) == "a" * names.LONGEST + "…"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.csv", b"MZ" + bytes(50), "a Windows program"), ("a.csv", b"\x7fELF" + bytes(50), "a program"),
        ("a.csv", b"#!/bin/sh\n", "a script"), ("a.xlsx", GOOD, "is none"),
        ("a.csv", packed(("a", b"b")), "says that it is text"),
        ("a.csv", b"\xef\xbb\xbf<HTML><body>", "web page"), ("a.xml", b"<!DOCTYPE html><html>", "web page"),
        ("a.xlsx", packed(("a.csv", GOOD)), "is none"),
        ("a.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "document type"),
        ("a.xml", b"<?xml version='1.0'?><!-- c --><!DOCTYPE a><a/>", "document type"),
        ("a.xml", "<!DOCTYPE a><a/>".encode("utf-16"), "document type"),
        ("a.xml", b"<!--" + b" " * (1 << 17) + b"--><a/>", "stands before"),
        ("a.xml", b"<!-- never closed", "stands before"),
    ],
)  # fmt: skip
def test_what_is_not_what_it_says_or_could_do_harm_is_refused(
    name: str, content: bytes, says: str, tmp_path: Path
) -> None:
    words = refused(tmp_path, name, content)
    assert says in words
    assert words.startswith(f"{name}: ")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", GOOD), ("a.txt", b"words"), ("a.pdf", b"%PDF-1.7"), ("a.xml", b"<?xml version='1.0'?><!-- c --><a/>"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + bytes(50)), ("a.csv", b""), ("a.zip", packed(("a.csv", GOOD))),
        ("a.csv", GOOD.decode().encode("utf-16")), ("a.csv", b"name,note\n<b>,<!DOCTYPE\n"),
    ],
)  # fmt: skip
def test_what_is_honest_is_let_through_to_the_readers(name: str, content: bytes, tmp_path: Path) -> None:
    assert refused(tmp_path, name, content) == ""


def test_the_widest_table_is_let_through_and_one_column_more_is_not(tmp_path: Path) -> None:
    header = b",".join(b"c" for _ in range(gate.WIDEST))
    assert refused(tmp_path, "a.csv", header + b"\n1\n") == ""
    assert "2,001 columns" in refused(tmp_path, "a.csv", header + b",c\n1\n")


def test_the_longest_first_line_is_let_through_and_one_letter_more_is_not(tmp_path: Path) -> None:
    assert refused(tmp_path, "a.csv", b"a" * gate.LONGEST_HEADER + b"\n1\n") == ""
    assert "first line" in refused(tmp_path, "a.csv", b"a" * (gate.LONGEST_HEADER + 1) + b"\n1\n")


def test_a_plain_workbook_is_let_through(tmp_path: Path) -> None:
    assert refused(tmp_path, "lists.xlsx", book(tmp_path, ("xl/externalLinks/externalLink1.xml", b"<a/>"))) == ""


@pytest.mark.parametrize(
    ("part", "says"),
    [
        ("xl/vbaProject.bin", "macros"), ("XL/VBAPROJECT.BIN", "macros"), ("xl/macrosheets/sheet1.xml", "macros"),
        ("xl/activeX/activeX1.xml", "controls"), ("xl/embeddings/oleObject1.bin", "embedded"),
        ("customUI/a.xml", "buttons"),
    ],
)  # fmt: skip
def test_a_workbook_that_carries_what_acts_is_refused(part: str, says: str, tmp_path: Path) -> None:
    assert says in refused(tmp_path, "lists.xlsx", book(tmp_path, (part, b"<a/>")))


def test_a_document_type_is_found_in_any_part_wherever_it_hides(tmp_path: Path) -> None:
    late = b"<a>" + b" " * ((1 << 20) - 8) + b"<!DOCTYPE a><b/></a>"
    for content in (b"<!DOCTYPE a><a/>", late, "<!DOCTYPE a><a/>".encode("utf-16-be")):
        assert "document type" in refused(tmp_path, "lists.xlsx", book(tmp_path, ("docProps/app.xml", content)))


def test_the_most_sheets_are_let_through_and_one_more_is_not(tmp_path: Path) -> None:
    more = [(f"xl/worksheets/more{one}.xml", b"<a/>") for one in range(gate.MOST_SHEETS)]
    assert refused(tmp_path, "lists.xlsx", book(tmp_path, *more[:-1])) == ""
    assert "251 sheets" in refused(tmp_path, "lists.xlsx", book(tmp_path, *more))


def test_a_damaged_zip_file_is_unreadable_and_not_called_harmful(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed(("a.csv", GOOD * 50))[:-30])
    with pytest.raises(CannotRead, match="cut off") as told:
        check_path(path)
    assert not isinstance(told.value, NotLetIn)


def test_a_packed_file_lands_in_the_folder_under_its_own_name(tmp_path: Path) -> None:
    content = packed(("deep/er/plain.csv", b"a,b\n"), ("__MACOSX/._plain.csv", b"x"), ("deep/", b""))
    assert unpacked(tmp_path, content) == ["plain.csv"]


@pytest.mark.parametrize(
    "place", ["../../sly.csv", "/etc/sly.csv", "C:\\sly.csv", "\\\\host\\share\\sly.csv", "a/../b.csv"]
)
def test_a_packed_file_that_names_a_place_outside_is_refused(place: str, tmp_path: Path) -> None:
    with pytest.raises(NotLetIn, match="outside its own folder"):
        unpacked(tmp_path, packed((place, GOOD)))
    assert list((tmp_path / "goal").iterdir()) == []


def test_a_packed_link_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("a.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(NotLetIn, match="leads to another"):
        unpacked(tmp_path, packed((link, b"/etc/passwd")))


@pytest.mark.parametrize("names", [("a/x.csv", "b/x.csv"), ("x.csv", "X.CSV")])
def test_two_packed_files_of_one_name_are_refused(names: tuple[str, str], tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="called"):
        unpacked(tmp_path, packed(*((name, GOOD) for name in names)))


def test_as_many_packed_files_as_may_be_are_unpacked_and_one_more_is_not(tmp_path: Path) -> None:
    parts = [(f"{one}.csv", b"a,b\n") for one in range(unpacking.MOST_FILES + 1)]
    assert len(unpacked(tmp_path, packed(*parts[:-1]))) == unpacking.MOST_FILES
    with pytest.raises(NotLetIn, match="more than 200 files"):
        unpacked(tmp_path, packed(*parts))


def test_a_zip_file_of_endless_parts_is_refused_before_its_directory_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed(*((f"{one}.csv", b"") for one in range(unpacking.MOST_PARTS))))
    unpacking.check_number(path)
    path.write_bytes(packed(*((f"{one}.csv", b"") for one in range(unpacking.MOST_PARTS + 1))))
    with pytest.raises(NotLetIn, match="2,000 files"):
        unpacking.check_number(path)


def test_what_would_unpack_to_too_much_is_refused_at_the_first_byte_over(tmp_path: Path) -> None:
    content = packed(("a.csv", bytes(3 << 20)))
    assert unpacked(tmp_path, content, largest=3 << 20) == ["a.csv"]
    (tmp_path / "goal" / "a.csv").unlink()
    with pytest.raises(NotLetIn, match="made to stop a computer"):
        unpacked(tmp_path, content, largest=(3 << 20) - 1)


def test_what_swells_beyond_reason_is_refused_by_what_it_declares(tmp_path: Path) -> None:
    with pytest.raises(NotLetIn, match="made to stop a computer"):
        unpacked(tmp_path, packed(("a.csv", bytes(5 << 20))))


def test_parts_that_lie_over_each_other_are_refused(tmp_path: Path) -> None:
    whole = packed(("a.csv", GOOD), ("b.csv", GOOD))
    first, second = whole.find(b"PK\x01\x02"), whole.rfind(b"PK\x01\x02")
    moved = whole[: second + 42] + struct.pack("<I", 0) + whole[second + 46 :]
    assert first < second
    with pytest.raises(CannotRead):
        unpacked(tmp_path, moved)


@pytest.mark.parametrize(
    "content", [packed(("a.csv", GOOD)), b"\x1f\x8b\x08" + bytes(20), b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07"]
)
def test_packed_files_in_a_packed_file_are_refused(content: bytes, tmp_path: Path) -> None:
    assert "packed files lie in the packed file" in refused(tmp_path, "inner", content, packed=True)
    assert refused(tmp_path, "inner", content) == ""


def test_a_folder_with_one_packed_file_is_unpacked_and_read(tmp_path: Path) -> None:
    folder, scratch, parts = (tmp_path / name for name in ("given", "scratch", "parts"))
    for one in (folder, scratch, parts):
        one.mkdir()
    (folder / "week.zip").write_bytes(packed(("ssd_person.csv", GOOD)))
    assert packed_in(folder) == folder / "week.zip"
    assert read(folder, scratch, parts)["kind"] == "Standard Safeguarding Dataset"
    (folder / "beside.csv").write_bytes(GOOD)
    assert packed_in(folder) is None


def test_what_is_wrong_with_a_packed_file_is_told_by_the_name_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "week.zip"
    path.write_bytes(packed(("words.txt", b"words and no table\n")))
    for name in ("scratch", "parts"):
        (tmp_path / name).mkdir()
    with pytest.raises(CannotRead) as told:
        read(path, tmp_path / "scratch", tmp_path / "parts")
    assert str(told.value).startswith("week.zip: nothing that can be read")
    assert str(tmp_path) not in str(told.value)


def test_what_is_not_there_or_may_not_be_opened_is_left_to_the_readers(tmp_path: Path) -> None:
    check_path(tmp_path / "nowhere")
    assert packed_in(tmp_path / "nowhere") is None
    with pytest.raises(CannotRead, match="no such file"):
        read(tmp_path / "nowhere", tmp_path, tmp_path)
