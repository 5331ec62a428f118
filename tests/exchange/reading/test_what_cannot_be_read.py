"""Empty folders, wrong kinds, files cut off and files made to do harm: a clear message, and nothing half read."""

import io
import zipfile
from pathlib import Path

import pytest

from holdfast.exchange.problems import CannotRead
from holdfast.exchange.reading import read_extract
from holdfast.exchange.safe_workbook import DAMAGED, check_workbook
from holdfast.exchange.safe_xml import DEEPEST, elements
from holdfast.record.front_door import Referral
from tests.exchange.reading.written_files import PEOPLE, folder, read


def test_a_path_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="there is no such file or folder"):
        read_extract(tmp_path / "nobody")


def test_an_empty_folder_says_what_to_put_into_it(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"the folder is empty. Put the files .* ssd_person among them"):
        read_extract(tmp_path)


def packed_bytes() -> bytes:
    """A zip file of a table: what an export is often sent as."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr("people.csv", PEOPLE)
    return held.getvalue()


def test_a_row_whose_quotation_marks_are_broken_makes_no_new_child_and_is_told_whole(tmp_path: Path) -> None:
    referrals = (
        "cine_referral_id,cine_person_id,cine_referral_date,cine_referral_nfa\n"
        'r1,"A1,2026-02-09,N\nr2,A2,2026-02-10,N\n'
    )
    people = PEOPLE + '"4,Nobody,2014-05-02\n'
    extract = read_extract(folder(tmp_path, {"people.csv": people, "r.csv": referrals}))
    assert extract.columns.children() == ["A1", "A2"]
    told = {(one.file, one.row, one.value) for one in extract.problems}
    assert ("people.csv", 4, '"4,Nobody,2014-05-02') in told
    assert ("r.csv", 2, 'r1,"A1,2026-02-09,N') in told
    assert extract.columns.of(Referral)["id"].to_list() == ["r2"]


def test_a_broken_row_of_the_return_makes_no_new_child_either(tmp_path: Path) -> None:
    header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nK1,F,03/05/2012,WBRI,UN1,0,\n"
    broken = '"K2,F,03/05/2012,WBRI,UN1,0,'
    extract = read_extract(folder(tmp_path, {"2026-header.csv": header + broken + "\n"}))
    assert extract.columns.children() == ["K1"]
    assert broken in [one.value for one in extract.problems]


WRONG = {
    "a picture": ({"a.csv": b"\x89PNG\r\n\x1a\n"}, "a PNG picture"),
    "a table of something else": ({"a.csv": b"colour,size\nred,3\n"}, r"Its header \(colour, size\)"),
    "an empty file": ({"a.csv": b""}, "it is empty: not even a header is in it"),
    "blanks": ({"a.csv": b"\n \n"}, "nothing in it but blanks"),
    "XML of something else": ({"a.xml": b"<rss><a/></rss>"}, "Its root element is <rss>"),
    "a zip file": ({"a.zip": packed_bytes()}, "it is a zip file, not a workbook"),
    "a zip file cut off": ({"a.zip": packed_bytes()[:-30]}, "a workbook or zip file that is damaged or was cut off"),
}


@pytest.mark.parametrize(("files", "said"), WRONG.values(), ids=WRONG.keys())
def test_a_file_of_another_kind_is_named_with_what_it_is_and_what_to_give(files, said: str, tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=said) as refused:
        read_extract(folder(tmp_path, files))
    assert "Give a folder of Standard Safeguarding Dataset CSV files" in str(refused.value)
    assert next(iter(files)) in str(refused.value)


def test_files_of_other_kinds_and_folders_beside_the_tables_are_listed_and_not_read(tmp_path: Path) -> None:
    folder(tmp_path / "older", {"people.csv": PEOPLE})
    (tmp_path / ".hidden").write_text("x")
    folder(tmp_path, {"notes.csv": "colour\nred\n", "picture.png": b"\x89PNG\r\n\x1a\n"})
    extract = read(tmp_path)
    assert {one.file for one in extract.not_read} == {"older", "notes.csv", "picture.png"}
    assert all(one.reason for one in extract.not_read)
    assert extract.columns.children() == ["A1", "A2"]


def test_a_table_cut_off_in_the_middle_of_a_row_keeps_its_whole_rows_and_says_where(tmp_path: Path) -> None:
    whole = (
        "cine_referral_id,cine_person_id,cine_referral_date,cine_referral_nfa\nr1,A1,2026-02-09,N\nr2,A2,2026-02-10,N\n"
    )
    extract = read(tmp_path, r=whole[:-5])
    cut, no_day = extract.problems
    assert {(one.file, one.row) for one in extract.problems} == {("r.csv", 3)}
    assert "may have been cut off" in cut.reason
    assert (no_day.column, no_day.value) == ("cine_referral_date", "2026-02-")
    (table,) = [one for one in extract.tables if one.file == "r.csv"]
    assert table.rows == 2


def xml(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><m><c>&j;</c></m>"
)


def test_an_entity_bomb_is_refused_before_it_goes_off(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="declares a document type"):
        list(elements(xml(tmp_path / "a.xml", BOMB), "c"))


def test_an_entity_that_reads_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    text = f'<!DOCTYPE m [<!ENTITY s SYSTEM "file://{tmp_path}/secret.txt">]><m><c>&s;</c></m>'
    with pytest.raises(CannotRead, match="declares a document type"):
        list(elements(xml(tmp_path / "a.xml", text), "c"))


def test_elements_as_deep_as_allowed_are_read_and_one_deeper_is_refused(tmp_path: Path) -> None:
    for depth, fine in ((DEEPEST, True), (DEEPEST + 1, False)):
        path = xml(tmp_path / f"{depth}.xml", "<c>" * depth + "</c>" * depth)
        if fine:
            assert len(list(elements(path, "c"))) == depth
        else:
            with pytest.raises(CannotRead, match="nested more than"):
                list(elements(path, "c"))


@pytest.mark.parametrize("cut", ["<m><c>1</c><c>2", "<m><c>1</c>", "<m><c>1</d></m>", ""], ids=repr)
def test_xml_that_breaks_off_is_told_with_its_line(cut: str, tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match=r"a\.xml: the XML (breaks off or is not closed|is not well formed) at line 1"):
        list(elements(xml(tmp_path / "a.xml", cut), "c"))


def test_sound_xml_gives_each_element_once_without_its_prefix(tmp_path: Path) -> None:
    text = '<x:m xmlns:x="urn:x"><!-- note --><x:c>1</x:c><x:c>2</x:c></x:m>'
    assert [one.text for one in elements(xml(tmp_path / "a.xml", text), "c")] == ["1", "2"]


def packed(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return path


def test_a_workbook_that_would_unpack_to_a_monstrous_size_is_refused_and_a_plain_one_is_not(tmp_path: Path) -> None:
    plain = packed(tmp_path / "plain.xlsx", sheet=b"<a/>" * 1000)
    check_workbook(plain)
    with pytest.raises(CannotRead, match="would unpack to"):
        check_workbook(plain, largest=3_999)
    check_workbook(plain, largest=4_000)
    bomb = packed(tmp_path / "bomb.xlsx", sheet=bytes((1 << 24) + 1))
    with pytest.raises(CannotRead, match="made to stop a computer"):
        check_workbook(bomb)


def test_a_workbook_that_lies_about_its_size_is_found_out(tmp_path: Path) -> None:
    path = packed(tmp_path / "lie.xlsx", sheet=bytes(100_000))
    data = bytearray(path.read_bytes())
    place = data.index(b"PK\x01\x02") + 24
    assert int.from_bytes(data[place : place + 4], "little") == 100_000
    data[place : place + 4] = (10).to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(CannotRead):
        check_workbook(path)


def test_a_workbook_cut_off_is_told_as_damaged(tmp_path: Path) -> None:
    path = packed(tmp_path / "cut.xlsx", sheet=b"x" * 5000)
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(CannotRead, match="damaged or was cut off"):
        check_workbook(path)


@pytest.mark.parametrize("damage", DAMAGED)
def test_whatever_a_damaged_zip_file_raises_is_told_as_a_damaged_workbook(
    damage: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(path: Path) -> None:
        raise damage("bad")

    monkeypatch.setattr("zipfile.ZipFile", opened)
    with pytest.raises(CannotRead, match=r"lists\.xlsx: the workbook is damaged"):
        check_workbook(tmp_path / "lists.xlsx")


def test_a_fault_of_the_program_is_not_told_as_a_damaged_workbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(path: Path) -> None:
        raise TypeError("a fault of ours")

    monkeypatch.setattr("zipfile.ZipFile", opened)
    with pytest.raises(TypeError):
        check_workbook(tmp_path / "lists.xlsx")
