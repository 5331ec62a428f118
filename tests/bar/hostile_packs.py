"""Packed files made to do harm: bombs, tricks with places, and workbooks that carry what no list needs."""

import struct
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import xlsxwriter

from tests.bar.hostile_files import EITHER, GOOD, HARMLESS, ROW, SCRIPT_PDF, Hostile, of, packed
from tests.exchange.annex_a.made_workbooks import headers

LIST = [headers(1), ["WX-000001", "a) WBRI", "", "F", "10", "2026-03-02", "x", "a) Police"]]


def _bomb(size: int) -> bytes:
    made = BytesIO()
    with (
        ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as goal,
        goal.open("ssd_person.csv", "w", force_zip64=True) as part,
    ):
        for _ in range(size):
            part.write(bytes(1 << 20))
    return made.getvalue()


def _forged(whole: bytes, size: int) -> bytes:
    """The same with another unpacked size in the directory."""
    at = whole.rfind(b"PK\x01\x02")
    return whole[: at + 24] + struct.pack("<I", size) + whole[at + 28 :]


def _each_over_the_other(times: int) -> bytes:
    """One part that the directory names many times: each unpacks the same bytes."""
    whole = packed(("a.csv", bytes(1 << 20)))
    at, end = whole.find(b"PK\x01\x02"), whole.find(b"PK\x05\x06")
    entry = whole[at:end]
    many = b"".join(entry[:46] + (b"%c.csv" % (97 + one % 26)) + entry[51:] for one in range(times))
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, times, times, len(many), at, 0)
    return whole[:at] + many + tail


def _nested(depth: int) -> bytes:
    inner = packed(("ssd_person.csv", GOOD))
    for _ in range(depth):
        inner = packed(("more.zip", inner))
    return inner


def _linked() -> bytes:
    made, link = BytesIO(), ZipInfo("ssd_person.csv")
    link.external_attr = 0o120777 << 16
    with ZipFile(made, "w") as goal:
        goal.writestr(link, "/etc/passwd")
    return made.getvalue()


def _locked() -> bytes:
    whole = bytearray(packed(("ssd_person.csv", GOOD)))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        whole[whole.find(mark) + offset] |= 1
    return bytes(whole)


BOMBS: dict[str, Callable[[], bytes]] = {
    "8 MB of nothing": lambda: _bomb(8),
    "60 MB of nothing": lambda: _bomb(60),
    "500 MB of nothing": lambda: _bomb(500),
    "60 MB that say they are none": lambda: _forged(_bomb(60), 10),
    "60 MB that say they are 4 GB": lambda: _forged(_bomb(60), 2**32 - 2),
    "one part named 26 times": lambda: _each_over_the_other(26),
    "one part named 900 times": lambda: _each_over_the_other(900),
    "a zip in a zip": lambda: _nested(1),
    "a zip in a zip, five deep": lambda: _nested(5),
    "201 files": lambda: packed(*((f"{i}.csv", ROW) for i in range(201))),
    "3,000 files": lambda: packed(*((f"{i}.csv", b"") for i in range(3_000))),
    "70,000 files": lambda: packed(*((f"{i}.csv", b"") for i in range(70_000)), stored=True),
    "gzip in a zip": lambda: packed(("a.csv", b"\x1f\x8b\x08" + bytes(50))),
    "7-zip in a zip": lambda: packed(("a.csv", b"7z\xbc\xaf\x27\x1c" + bytes(50))),
    "a link": _linked,
    "RAR in a zip": lambda: packed(("a.csv", b"Rar!\x1a\x07" + bytes(50))),
    "a program in a zip": lambda: packed(("ssd_person.csv", GOOD), ("setup.exe", b"MZ" + bytes(99))),
    "a program named as a table": lambda: packed(("ssd_person.csv", b"MZ" + bytes(99))),
    "a macro workbook in a zip": lambda: packed(("a.xlsx", book(("xl/vbaProject.bin", b"x")))),
    "a type in a zip": lambda: packed(("cin.xml", b"<!DOCTYPE m []><Message/>")),
    "a web page in a zip": lambda: packed(("a.csv", b"<html><script>")),
}


FINE = packed(("ssd_person.csv", GOOD))
BROKEN = {
    "two of one name": packed(("a/x.csv", GOOD), ("b/x.csv", GOOD)),
    "two of one name, by case": packed(("x.csv", GOOD), ("X.CSV", GOOD)),
    "none": packed(),
    "locked": _locked(),
    "cut short": FINE[:-30],
    "half": FINE[: len(FINE) // 2],
    "its head alone": FINE[:4],
    "its end alone": FINE[-22:],
    "turned bits": FINE[:45] + bytes(one ^ 0xFF for one in FINE[45:60]) + FINE[60:],
    "an unknown way of packing": FINE.replace(
        struct.pack("<HH", 20, 0) + b"\x08\0", struct.pack("<HH", 20, 0) + b"\x63\0"
    ),
    "folders alone": packed(("a/", b""), ("b/", b"")),
    "hidden files alone": packed((".a.csv", GOOD)),
    "a PDF with a script": packed(("a.pdf", SCRIPT_PDF)),
}


def packs() -> Iterator[Hostile]:
    """Zip files of tables."""
    for tries, make in BOMBS.items():
        # What says that it is smaller than it is stops at the end it says, and is damaged.
        yield of(f"zip: {tries}", "week.zip", make, stopped="say they are none" not in tries)
    places = (
        "../../sly.csv",
        "/etc/sly.csv",
        "C:\\sly.csv",
        "\\\\host\\share\\sly.csv",
        "a/../../sly.csv",
        "..\\sly.csv",
        "con.csv",
        "a.csv:b",
        "a\u202evsc.exe",
        "a" * 300 + ".csv",
        "aux",
        "a?.csv",
    )
    for place in places:
        yield of(f"zip: a place, {place[:20]!r}", "week.zip", lambda place=place: packed((place, GOOD)), stopped=True)
    for tries, content in BROKEN.items():
        yield of(f"zip: {tries}", "week.zip", content)
    for tries, content in {"a PDF before it": SCRIPT_PDF + FINE, "a table before it": GOOD + FINE}.items():
        yield of(f"zip: {tries}", "week.zip", content, EITHER)


def book(*more: tuple[str, bytes], replaced: dict[str, bytes] | None = None) -> bytes:
    """A workbook with a list, with parts added or another put in the place of one."""
    made = BytesIO()
    with xlsxwriter.Workbook(made) as goal:
        sheet = goal.add_worksheet("List 1")
        for row, cells in enumerate(LIST):
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, cell)
    with ZipFile(made) as opened:
        parts = {one: opened.read(one) for one in opened.namelist()} | (replaced or {}) | dict(more)
    return packed(*parts.items())


def _sheets(number: int) -> bytes:
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
    return book(*((f"xl/worksheets/sheet{one}.xml", sheet) for one in range(2, number)))


def _cells(*cells: str, where: str = "A2") -> bytes:
    made = BytesIO()
    with xlsxwriter.Workbook(made) as goal:
        sheet = goal.add_worksheet("List 1")
        for column, cell in enumerate(LIST[0]):
            sheet.write_string(0, column, cell)
        for column, cell in enumerate(LIST[1]):
            sheet.write_string(1, column, cell)
        for one in cells:
            sheet.write_formula(where, one, None, "WX-000001")
    return made.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def _of_rows(rows: bytes) -> bytes:
    """A workbook whose sheet has these rows."""
    name = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return book((SHEET, b'<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (name, rows)))


TYPED = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
REFUSED_BOOKS: dict[str, Callable[[], bytes]] = {
    "a type in UTF-16": lambda: book((SHEET, TYPED.decode().encode("utf-16"))),
    "a type far in": lambda: book((SHEET, b"<x>" + b" " * (1 << 20) + b"<!DOCTYPE x []></x>")),
    "10,000 sheets": lambda: _sheets(10_000),
    "300 sheets": lambda: _sheets(300),
    "a sheet of blanks": lambda: book((SHEET, b" " * (60 << 20))),
    "a cell far out": lambda: _of_rows(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "a million cells": lambda: _of_rows(b'<row r="1">' + b'<c r="A1"><v>1</v></c>' * 10**6 + b"</row>"),
    "a cell of 20 MB": lambda: _of_rows(b'<row r="1"><c r="A1" t="str"><v>' + b"a" * (20 << 20) + b"</v></c></row>"),
    "rows in rows": lambda: _of_rows(b"<row>" * 200_000),
    "cells that never close": lambda: _of_rows(b'<c t="e" r="A1">' * 100_000),
    "formulas that never close": lambda: _of_rows(b'<c r="A1"><f>' * 100_000),
    "no list": lambda: packed(("xl/workbook.xml", b"<workbook/>")),
    "no workbook": lambda: packed(("a.csv", GOOD)),
    "empty": lambda: packed(),
    "cut short": lambda: book()[:-60],
    "half": lambda: book()[:2_000],
    "its head alone": lambda: book()[:10],
}
HARMLESS_BOOKS: dict[str, Callable[[], bytes]] = {
    "a formula that starts a program": lambda: _cells("=cmd|' /C calc'!A0"),
    "a formula that calls out": lambda: _cells('=WEBSERVICE("http://127.0.0.1:9/")'),
    "an outside link": lambda: book(("xl/externalLinks/externalLink1.xml", b"<externalLink/>")),
    "a connection": lambda: book(("xl/connections.xml", b"<connections/>")),
}


def books() -> Iterator[Hostile]:
    """Workbooks."""
    acting = (
        "xl/vbaProject.bin",
        "xl/macrosheets/sheet1.xml",
        "xl/activeX/activeX1.bin",
        "xl/embeddings/oleObject1.bin",
        "xl/embeddings/setup.exe",
        "customUI/customUI.xml",
        "XL/VBAPROJECT.BIN",
        "xl\\vbaProject.bin",
    )
    for name in acting:
        yield of(f"workbook: {name}", "lists.xlsx", lambda name=name: book((name, b"x")), stopped=True)
    parts = (
        SHEET,
        "xl/sharedStrings.xml",
        "xl/workbook.xml",
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "docProps/app.xml",
    )
    for name in parts:
        yield of(f"workbook: a type in {name}", "lists.xlsx", lambda name=name: book((name, TYPED)), stopped=True)
        yield of(f"workbook: half of {name}", "lists.xlsx", lambda name=name: book((name, b"<x><y")), EITHER)
    for tries, make in REFUSED_BOOKS.items():
        yield of(f"workbook: {tries}", "lists.xlsx", make)
    for tries, make in HARMLESS_BOOKS.items():
        yield of(f"workbook: {tries}", "lists.xlsx", make, EITHER)
    yield of("workbook: nothing amiss", "lists.xlsx", book, HARMLESS)
