"""Files made to do harm, generated here and nowhere kept: names, texts, XML, and files that are not what they say."""

import base64
import gzip
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

REFUSED, EITHER, HARMLESS = "refused", "refused or harmless", "harmless"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hostile:
    """One file: what it tries, its name as the browser sends it, its content, and what must become of it.

    ``stopped`` files must also be put aside; the others are merely unreadable.
    """

    tries: str
    name: str
    content: Callable[[], bytes]
    must: str = REFUSED
    stopped: bool = False


HEAD = b"pers_person_id,pers_forename,pers_surname,pers_dob\n"
ROW = b"WX-000001,Ann,Invented,2015-04-01\n"
GOOD = HEAD + ROW


def packed(*parts: tuple[str, bytes], level: int = 6, stored: bool = False) -> bytes:
    """A zip file of these parts, whatever their names."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED if stored else ZIP_DEFLATED, compresslevel=level) as goal:
        for name, content in parts:
            goal.writestr(ZipInfo(name), content, ZIP_STORED if stored else ZIP_DEFLATED)
    return made.getvalue()


def of(
    tries: str, name: str, content: bytes | Callable[[], bytes], must: str = REFUSED, *, stopped: bool = False
) -> Hostile:
    """A hostile file, made only when it is wanted."""
    return Hostile(
        tries=tries, name=name, content=content if callable(content) else lambda: content, must=must, stopped=stopped
    )


SLY = {
    "reversed": "extract\u202evsc.exe",
    "reversed, in the middle": "ann\u202excod.csv",
    "isolated": "a\u2066b.csv",
    "unseen": "a\u200bb.csv",
    "a tag": "a\U000e0041.csv",
    "a device": "con.csv",
    "another device": "NUL.xml",
    "a port": "com1.csv",
    "a printer": "lpt9",
    "a stream": "a.csv:hidden.exe",
    "a question": "a?.csv",
    "a pipe": "a|b.csv",
    "an ending blank": "a.csv ",
    "an ending stop": "a.csv.",
    "too long": "a" * 180 + ".csv",
    "two endings": "extract.csv.exe",
    "a script": "extract.js",
    "a screen saver": "extract.scr",
    "a shortcut": "extract.lnk",
    "a shell script": "extract.sh",
    "macros": "extract.xlsm",
    "old macros": "extract.xla",
    "a bell": "a\x07b.csv",
    "a line's end": "a\x0bb.csv",
    "markup": "<img src=x onerror=alert(1)>.csv",
}


def names() -> Iterator[Hostile]:
    """Good content under a name that deceives a person or a computer."""
    unseen = ("reversed, in the middle", "isolated", "unseen", "a tag", "a bell", "a line's end")
    for number, (tries, name) in enumerate(SLY.items()):
        # What is not seen is taken out of a name before it gets here: the file is then what it says.
        yield of(f"a name: {tries}", name, _of_its_own(number), EITHER if tries in unseen else REFUSED, stopped=True)
    plain = (
        "{0.__class__}.csv",
        "%2e%2e%2fx.csv",
        "';DROP TABLE store_entry;--.csv",
        "../../../etc/cron.d/x.csv",
        "..\\..\\x.csv",
        "=cmd().csv",
        ".htaccess",
        "naïve \u00e9\u0301.csv",
    )
    for number, name in enumerate(plain, 100):
        yield of(f"a name that must be nothing but a name: {name[:9]}", name, _of_its_own(number), EITHER)


def _of_its_own(number: int) -> bytes:
    """Good content that no other file has: the same content is read only once."""
    return GOOD + b"WX-%06d,Bo,Invented,2016-04-01\n" % (2 + number)


def _png(width: int, height: int, broken: bool = False) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    made = b"\x89PNG\r\n\x1a\n"
    for kind, data in parts:
        check = 0 if broken else zlib.crc32(kind + data)
        made += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
    return made


SCRIPT_PDF = (
    b"%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>/Names<</EmbeddedFiles 3 0 R>>>>"
    b"endobj\n2 0 obj<</S/Launch/F(cmd.exe)>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)

OTHERS: dict[str, bytes] = {
    "a PDF with a script": SCRIPT_PDF,
    "a PDF without end": b"%PDF-1.7\n" + b"1 0 obj<</Kids[1 0 R]>>endobj\n" * 50_000,
    "a picture": _png(1, 1),
    "a flood of pixels": _png(2**31 - 1, 2**31 - 1),
    "a broken picture": _png(9, 9, broken=True),
    "a broken JPEG": b"\xff\xd8\xff\xe0" + b"\xff" * 5000,
    "a GIF": b"GIF89a" + struct.pack("<HH", 65535, 65535) + b"\0" * 40,
    "a TIFF": b"II*\0" + b"\xff" * 400,
    "a bitmap": b"BM" + b"\xff\xff\xff\x7f" * 40,
    "a Windows program": b"MZ" + bytes(600),
    "a Linux program": b"\x7fELF\x02\x01\x01" + bytes(600),
    "a Mac program": b"\xcf\xfa\xed\xfe" + bytes(600),
    "a shell script": b"#!/bin/sh\nrm -rf /\n",
    "a shortcut": b"L\0\0\0\x01\x14\x02\0" + bytes(200),
    "a pickle": b"cposix\nsystem\n(S'true'\ntR.",
    "a database": b"SQLite format 3\0" + bytes(2000),
    "a Parquet file": b"PAR1" + bytes(200) + b"PAR1",
    "a rich text with an object": b"{\\rtf1{\\object\\objemb{\\*\\objdata 0105}}}",
    "a gzip bomb": gzip.compress(bytes(9 << 20)),
    "a 7-zip file": b"7z\xbc\xaf\x27\x1c" + bytes(200),
    "a RAR file": b"Rar!\x1a\x07\x01\0" + bytes(200),
    "an old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000),
    "a web page": b"<html><script>alert(1)</script></html>",
    "a web page with a type": b"<!DOCTYPE html><html><body onload=alert(1)>",
    "a drawing with a script": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "a letter": b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>",
    "PHP": b"<?php system($_GET['c']); ?>",
    "a template": b"{% load x %}{{ settings.SECRET_KEY }}",
    "noise": bytes(range(256)) * 40,
    "zeros": bytes(100_000),
    "a base64 program": base64.b64encode(b"MZ" + bytes(600)),
}


def disguised() -> Iterator[Hostile]:
    """Each of many kinds under the endings that are read here."""
    for tries, content in OTHERS.items():
        for ending in ("csv", "xlsx", "xml"):
            yield of(f"{tries} named .{ending}", f"extract.{ending}", content)
    yield of("a PDF with a script, named as what it is", "report.pdf", SCRIPT_PDF)


def _laughs(outer: str) -> bytes:
    lines = [f'<!ENTITY l{one} "{f"&l{one - 1};" * 10}">' for one in range(1, 12)]
    return f'<?xml version="1.0"?><!DOCTYPE m [<!ENTITY l0 "ha">{"".join(lines)}]>{outer}'.encode()


_WHO = "<ChildIdentifiers><LAchildID>%s</LAchildID></ChildIdentifiers>"
ID = f"<Message><Children><Child>{_WHO}</Child></Children></Message>"


GROWN_XML: dict[str, Callable[[], bytes]] = {
    "elements in elements": lambda: b"<Message>" + b"<a>" * 300_000,
    "41 deep": lambda: b"<Message>" + b"<a>" * 41 + b"</a>" * 41 + b"</Message>",
    "a text of 30 MB": lambda: (ID % ("a" * (30 << 20))).encode(),
    "a name of 10 MB": lambda: b"<Message><" + b"a" * (10 << 20) + b"/></Message>",
    "200,000 attributes": lambda: b"<Message " + b" ".join(b'a%d="1"' % one for one in range(200_000)) + b"/>",
    "an attribute of 12 MB": lambda: b'<Message a="' + b"a" * (12 << 20) + b'"/>',
    "200,000 namespaces": lambda: b"<Message " + b" ".join(b'xmlns:a%d="b"' % i for i in range(200_000)) + b"/>",
    "500,000 children without ids": lambda: b"<Message><Children>" + b"<Child/>" * 500_000 + b"</Children></Message>",
    "an undeclared entity": lambda: (ID % "&what;").encode(),
    "a NUL": lambda: (ID % "a\0b").encode(),
    "a forbidden letter": lambda: (ID % "a\x08b").encode(),
    "letters of no encoding": lambda: ID.encode() + b"\xff\xfe\xfd",
    "an unknown encoding": lambda: b'<?xml version="1.0" encoding="x-none"?>' + (ID % "1").encode(),
    "another encoding than it says": lambda: b'<?xml version="1.0" encoding="UTF-16"?>' + (ID % "1").encode(),
    "two roots": lambda: (ID % "1").encode() * 2,
    "half a file": lambda: (ID % "1").encode()[:-30],
    "a quarter of a file": lambda: (ID % "1").encode()[:30],
    "one letter": lambda: b"<",
    "another root": lambda: b"<Payments><Pay/></Payments>",
    "an include": lambda: b'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>',
    "a style sheet": lambda: b'<?xml-stylesheet href="http://127.0.0.1:9/"?><xsl:stylesheet xmlns:xsl="x"/>',
}


DECLARED = {
    "a billion laughs": _laughs(ID % "&l11;"),
    "a quadratic blow-up": f'<!DOCTYPE m [<!ENTITY a "{"a" * 60_000}">]>{ID % ("&a;" * 20_000)}'.encode(),
    "a file of this machine": f'<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]>{ID % "&a;"}'.encode(),
    "an address": f'<!DOCTYPE m [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>{ID % "&a;"}'.encode(),
    "an outside type": b'<!DOCTYPE m SYSTEM "http://127.0.0.1:9/x.dtd">' + (ID % "1").encode(),
    "a parameter": b'<!DOCTYPE m [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>' + (ID % "1").encode(),
    "a type in small letters": b"<!doctype m []>" + (ID % "1").encode(),
    "a type behind comments": b"<!-- c -->" * 500 + b"<!DOCTYPE m []>" + (ID % "1").encode(),
    "a type in UTF-16": b"\xff\xfe" + f'<!DOCTYPE m [<!ENTITY a "b">]>{ID % "&a;"}'.encode("utf-16-le"),
    "a type in UTF-16, unmarked": f'<!DOCTYPE m [<!ENTITY a "b">]>{ID % "&a;"}'.encode("utf-16-be"),
    "a prolog without end": b"<!--" + b"a" * (1 << 18),
    "instructions without end": b"<?a b?>" * 40_000 + (ID % "1").encode(),
    "comments that never close": b"<!--" * 60_000,
    "a stack of comments": b"<!---->" * 40_000 + b"<!",
}


def xml() -> Iterator[Hostile]:
    """XML that blows up, reaches out, or never ends."""
    for tries, content in DECLARED.items():
        yield of(f"XML: {tries}", "cin.xml", content, EITHER if "small" in tries else REFUSED)
    for tries, make in GROWN_XML.items():
        yield of(f"XML: {tries}", "cin.xml", make, REFUSED)


CELLS_THAT_ACT = {
    "a formula": "=cmd|' /C calc'!A0",
    "a link": '=HYPERLINK(""http://127.0.0.1:9/"")',
    "an at sign": "@SUM(1)",
    "a minus": "-2+3+cmd",
    "a tab": "\t=1+1",
    "markup": "<script>alert(1)</script>",
    "an attribute": "'' onload=''x",
    "a template": "{{ settings.SECRET_KEY }}",
    "SQL": "'; DROP TABLE store_entry; --",
    "reversed": "Ann\u202enna",
    "an escape": "\x1b]0;x\x07",
    "a NUL": "a\0b",
    "a surrogate": "\ud800",
    "no letter": "\ufffe",
}


WIDE = b",".join(b"c%d" % one for one in range(2_001))
GROWN_TEXTS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a line of 40 MB": (lambda: HEAD + b"WX-000001," + b"a" * (40 << 20) + b",b,2015-04-01\n", REFUSED),
    "a quotation that never ends": (lambda: HEAD + b'WX-000001,"' + b"a\n" * (3 << 20), EITHER),
    "300,000 rows too wide": (lambda: HEAD + b"WX-000001,a,b,c,d,e\n" * 300_000, REFUSED),
    "300,000 days that are none": (
        lambda: HEAD + b"".join(b"WX-%06d,a,b,31/02/20\n" % i for i in range(300_000)),
        REFUSED,
    ),
    "one line too wide": (lambda: WIDE + b"\n" + ROW, REFUSED),
    "a header of a million columns": (lambda: b"," * 1_000_000 + b"\n" + ROW, REFUSED),
    "one line without an end": (lambda: b"a" * (30 << 20), REFUSED),
    "1,500 columns of one name": (lambda: b"pers_person_id," + b",".join([b"x"] * 1_500) + b"\n1,2\n", EITHER),
    "five million line ends": (lambda: HEAD + b"\n" * 5_000_000 + ROW, EITHER),
    "ten million quotation marks": (lambda: HEAD + b'"' * 10_000_000, EITHER),
    "a million quoted quotations": (lambda: HEAD + b'"""",' * 1_000_000, EITHER),
    "nothing but separators": (lambda: HEAD + b",,,\n" * 1_000_000, EITHER),
    "only a header": (lambda: HEAD, EITHER),
    "nothing": (lambda: b"", REFUSED),
    "one NUL": (lambda: b"\0", REFUSED),
    "blanks": (lambda: b" \n\t\n" * 100_000, REFUSED),
}


def texts() -> Iterator[Hostile]:
    """Tables of text that exhaust a reader, and CELLS_THAT_ACT that a spreadsheet would run."""
    for tries, (make, must) in GROWN_TEXTS.items():
        yield of(f"text: {tries}", "ssd_person.csv", make, must)
    for tries, cell in CELLS_THAT_ACT.items():
        row = f'WX-000001,"{cell}",Invented,2015-04-01\n'.encode("utf-8", errors="surrogatepass")
        yield of(f"a cell: {tries}", "ssd_person.csv", HEAD + row, HARMLESS)
    for encoding in ("utf-16", "utf-16-le", "utf-32", "utf-7", "cp037", "shift_jis"):
        yield of(
            f"text in {encoding}",
            "ssd_person.csv",
            GOOD.decode().replace("Ann", f"Una {encoding}").encode(encoding),
            EITHER,
        )
