"""Delimited text as councils' systems write it: any encoding, separator, quoting and line end, nothing lost."""

import codecs

import pytest

from holdfast.exchange.heads import head_of
from holdfast.exchange.problems import CannotRead
from holdfast.exchange.text import ROW, TextTable, read_text_table, text_table

ROWS = [("1", "Zoë O\u2019Neill"), ("2", "Siân")]
PLAIN = "id,name\n1,Zoë O\u2019Neill\n2,Siân\n"


def cells(table: TextTable) -> list[tuple[str | None, ...]]:
    return table.frame.select(table.headers).rows()


ENCODED = {
    "utf-8": PLAIN.encode(),
    "utf-8 with a mark": codecs.BOM_UTF8 + PLAIN.encode(),
    "windows-1252": PLAIN.encode("cp1252"),
    "utf-16 little end first": codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"),
    "utf-16 big end first": codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"),
    "utf-32": codecs.BOM_UTF32_LE + PLAIN.encode("utf-32-le"),
    "lines ended as on Windows": PLAIN.replace("\n", "\r\n").encode(),
    "lines ended as on an old Mac": PLAIN.replace("\n", "\r").encode(),
    "no end to the last line": PLAIN.rstrip("\n").encode(),
    "blank lines before, between and after": PLAIN.replace("\n", "\n\n").encode().join([b"\n", b"\n\n"]),
    "half of it in windows-1252": PLAIN.encode().replace("Siân".encode(), "Siân".encode("cp1252")),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED.keys())
def test_the_same_rows_are_read_from_any_encoding_and_line_end(data: bytes) -> None:
    table = text_table(data, "f.csv")
    assert table.headers == ("id", "name")
    assert cells(table) == ROWS
    assert table.problems == ()


def test_utf_16_without_a_mark_is_told_by_its_noughts() -> None:
    table = text_table("id,name\n1,Ann\n2,Bea\n".encode("utf-16-le"), "f.csv")
    assert cells(table) == [("1", "Ann"), ("2", "Bea")]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
def test_any_separator_is_told_from_the_header(separator: str) -> None:
    lines = [("id", "name", "note"), ("1", "Ann", "a"), ("2", "Bea", "")]
    table = text_table("\n".join(separator.join(line) for line in lines).encode(), "f.csv")
    assert table.headers == ("id", "name", "note")
    assert cells(table) == [("1", "Ann", "a"), ("2", "Bea", None)]


def test_a_spreadsheets_own_line_names_the_separator_and_is_no_row() -> None:
    table = text_table(b"sep=;\nid;name\n1;a,b,c,d\n", "f.csv")
    assert (table.headers, cells(table)) == (("id", "name"), [("1", "a,b,c,d")])


def test_stray_blanks_go_and_blank_cells_are_nothing_and_words_keep_theirs() -> None:
    table = text_table(" id , name \n 1 ,\t Mary  Ann\u00a0\n2,   \n3,NULL\n".encode(), "f.csv")
    assert table.headers == ("id", "name")
    assert cells(table) == [("1", "Mary  Ann"), ("2", None), ("3", None)]


def test_separators_line_ends_and_marks_within_quotation_marks_are_text() -> None:
    table = text_table(b'id,note\n1,"came, then ""left""\nand came back"\n2,x\n', "f.csv")
    assert cells(table) == [("1", 'came, then "left"\nand came back'), ("2", "x")]
    assert table.frame[ROW].to_list() == [2, 4]
    assert table.problems == ()


def test_a_mark_that_is_never_closed_does_not_swallow_the_rows_below() -> None:
    table = text_table(b'id,note\n1,"never closed\n2,b\n3,c\n', "f.csv")
    assert [row[0] for row in cells(table)] == ["1", "2", "3"]
    assert [(one.row, "quotation mark" in one.reason) for one in table.problems] == [(2, True)]


def test_a_broken_row_keeps_its_whole_line_and_the_marks_around_a_whole_cell_are_no_part_of_it() -> None:
    long = "x" * 300
    table = text_table(f'id,name,note\n"1","Ann ""A"" Vale","{long}\n2,b,c\n'.encode(), "f.csv")
    assert cells(table) == [("1", 'Ann "A" Vale', f'"{long}'), ("2", "b", "c")]
    assert [one.value for one in table.problems] == [f'"1","Ann ""A"" Vale","{long}']


def test_an_inch_mark_inside_a_cell_is_a_sign_like_any_other() -> None:
    table = text_table(b'id,note\n1,a 5" cut\n2,b\n', "f.csv")
    assert cells(table) == [("1", 'a 5" cut'), ("2", "b")]


def test_a_short_row_keeps_its_cells_and_is_told_and_a_long_one_is_told_whole() -> None:
    table = text_table(b"id,name,note\n1,Ann\n2,Bea,x,y\n3,Cas,z\n", "f.csv")
    assert cells(table) == [("1", "Ann", None), ("3", "Cas", "z")]
    short, long = table.problems
    assert (short.file, short.row, short.value) == ("f.csv", 2, "1 | Ann")
    assert "2 cells and the header has 3" in short.reason
    assert "note of this row count as not recorded" in short.reason
    assert (long.row, long.value) == (3, "2 | Bea | x | y")
    assert "was not used" in long.reason.replace("\n", " ")


def test_empty_cells_past_the_header_are_no_fault() -> None:
    table = text_table(b"id,name\n1,Ann,,\n2,Bea\n", "f.csv")
    assert (cells(table), table.problems) == ([("1", "Ann"), ("2", "Bea")], ())


def test_a_column_named_twice_is_read_once_and_the_other_is_kept_and_told() -> None:
    table = text_table(b"id,name,name\n1,Ann,Anne\n", "f.csv")
    assert table.headers == ("id", "name", "name (2)")
    assert "more than once" in table.problems[0].reason
    assert len(table.problems) == 1


def test_a_table_with_a_header_and_no_rows_is_empty_and_one_without_either_has_no_columns() -> None:
    empty, nothing = text_table(b"id,name\n", "f.csv"), text_table(b"\n \n", "f.csv")
    assert (empty.headers, empty.rows) == (("id", "name"), 0)
    assert (nothing.headers, nothing.rows) == ((), 0)


def test_signs_that_are_no_text_are_taken_out_and_told() -> None:
    table = text_table(b"id,name\n1,An\x00n\n", "f.csv")
    assert cells(table) == [("1", "Ann")]
    assert "NUL" in table.problems[0].reason
    assert table.problems[0].row == 2


WRONG = {
    "a PDF document": b"%PDF-1.7 x",
    "a PNG picture": b"\x89PNG\r\n\x1a\n",
    "a zip file or a workbook": b"PK\x03\x04 x",
    "a database": b"SQLite format 3\x00 x",
    "not text": bytes(range(1, 27)) * 20,
}


@pytest.mark.parametrize(("words", "data"), WRONG.items(), ids=WRONG.keys())
def test_what_is_no_text_is_named_for_what_it_is(words: str, data: bytes, tmp_path) -> None:
    with pytest.raises(CannotRead, match=f"f.csv: this is {words}, whatever its name says"):
        text_table(data, "f.csv")
    path = tmp_path / "f.csv"
    path.write_bytes(data)
    assert head_of(path).cannot is not None
    assert not head_of(path).columns


def test_a_file_that_is_not_there_is_told_in_a_sentence(tmp_path) -> None:
    with pytest.raises(CannotRead, match=r"nobody\.csv: the file could not be opened"):
        read_text_table(tmp_path / "nobody.csv")


def test_one_bad_row_among_fifty_thousand_is_named_and_no_other_row_is_lost() -> None:
    lines = [f"{number},Ann,2026-01-05" for number in range(50_000)]
    lines[31_415] = "31415,Ann, of the mill,2026-01-05"
    lines[41_000] = "41000,cut"
    table = text_table("\n".join(["id,name,day", *lines]).encode(), "big.csv")
    assert table.rows == 49_999
    assert [(one.row, (one.value or "")[:5]) for one in table.problems] == [(31_417, "31415"), (41_002, "41000")]
    ids = table.frame["id"].cast(int)
    assert ids.is_sorted()
    assert set(range(50_000)) - set(ids.to_list()) == {31_415}
