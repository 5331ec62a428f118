"""Small PDFs made by hand: text at places on pages, a lock, too many pages, a picture alone."""

import zlib
from collections.abc import Iterable, Sequence

Place = tuple[float, float, str]
"""How far from the left and from the bottom, in points, and the words."""


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, the first of which is the catalogue."""
    out, starts = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    count = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % count
    return (
        out
        + head
        + table
        + b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (count, trailer, len(out))
    )


def packed(objects: Sequence[bytes]) -> bytes:
    """The same, with the objects packed into one compressed stream, as newer writers do, and a table that is one too.

    None of the objects may be a stream itself.
    """
    starts, bodies = b"", b""
    for number, body in enumerate(objects, 1):
        starts += b"%d %d " % (number, len(bodies))
        bodies += body + b" "
    stream = zlib.compress(starts + bodies)
    holder = len(objects) + 1
    out = b"%PDF-1.5\n"
    at = len(out)
    out += b"%d 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream\nendobj\n" % (
        holder, len(objects), len(starts), len(stream), stream,
    )  # fmt: skip
    rows = b"\x00\x00\x00\x00" + b"".join(b"\x02%b%c" % (holder.to_bytes(2), place) for place in range(holder - 1))
    rows += b"\x01%b\x00" % at.to_bytes(2) + b"\x01%b\x00" % len(out).to_bytes(2)
    table = b"<</Type/XRef/Size %d/W[1 2 1]/Root 1 0 R/Length %d>>\nstream\n%b\nendstream" % (
        holder + 2, len(rows), rows,
    )  # fmt: skip
    return out + b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (holder + 1, table, len(out))


def of_pages(pages: Iterable[Iterable[Place]], trailer: bytes = b"") -> bytes:
    """A PDF with these words at these places on each page, in this order."""
    drawn = [_drawn(places) for places in pages]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(len(drawn)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, len(drawn)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for at, stream in enumerate(drawn):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>"
            % (5 + 2 * at)
        )
        objects.append(b"<</Length %d>>\nstream\n%b\nendstream" % (len(stream), stream))
    return pdf(objects, trailer)


def _drawn(places: Iterable[Place]) -> bytes:
    """The words of one page, each put at its place."""
    words = b""
    for left, bottom, text in places:
        plain = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
        words += b"BT /F 12 Tf %.1f %.1f Td (%b) Tj ET\n" % (left, bottom, plain)
    return words


def of_scaled_letters(places: Iterable[Place]) -> bytes:
    """A page whose letters are all set at one point and scaled to twelve, as some writers do."""
    return (
        of_pages([places])
        .replace(b"/F 12 Tf ", b"/F 01 Tf ")
        .replace(b" Td (", b" Tm (")
        .replace(b"BT /F 01 Tf ", b"BT /F 01 Tf 12 0 0 12 ")
    )


def locked() -> bytes:
    """A PDF that asks for a password."""
    secret = b"(" + b"x" * 32 + b")"
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O%b/U%b>>/ID[(ab)(ab)]" % (secret, secret)
    return of_pages([[(72, 700, "Hidden")]], lock)


def of_empty_pages(count: int) -> bytes:
    """A PDF of so many pages, all the same empty one."""
    kids = b" ".join([b"3 0 R"] * count)
    return pdf([
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    ])  # fmt: skip
