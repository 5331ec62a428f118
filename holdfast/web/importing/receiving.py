"""What comes up from a browser: never more than a set size, and only into a folder of its own."""

from pathlib import Path, PurePosixPath

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler
from django.http import HttpRequest

from holdfast.exchange.problems import CannotRead
from holdfast.web.importing.unpacking import is_packed, unpack

LARGEST_UPLOAD = 64 << 20
"""Bytes that one upload may have; Wexmouth's extract has one or two million."""

TOO_LARGE = (
    f"The file is larger than {LARGEST_UPLOAD >> 20} MB, so it was not read and nothing was kept. Give one extract of "
    "Wexmouth, packed as a zip file."
)


class Capped(TemporaryFileUploadHandler):
    """Lets go of an upload as soon as it is larger than it may be."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take a piece; stop where it is too much."""
        if start + len(raw_data) > LARGEST_UPLOAD:
            raise StopUpload(connection_reset=False)
        super().receive_data_chunk(raw_data, start)


def is_too_large(request: HttpRequest) -> bool:
    """Whether the request says that it carries more than an upload may have."""
    said = str(request.META.get("CONTENT_LENGTH") or "0")
    return not said.isdecimal() or int(said) > LARGEST_UPLOAD + (1 << 16)


def name_of(upload: UploadedFile) -> str:
    """What the file is called, as words for a page: its own name without folders."""
    return PurePosixPath((upload.name or "").replace("\\", "/")).name[:120] or "a file without a name"


def lay_down(upload: UploadedFile, folder: Path) -> None:
    """Put what came up into the folder: the one file, or the files that were packed in it. CannotRead for a bad one."""
    path = folder / (name_of(upload).lstrip(".") or "file")
    with path.open("xb") as file:
        for chunk in upload.chunks():
            file.write(chunk)
    if not path.stat().st_size:
        raise CannotRead(f"{path.name} is empty: not even a header is in it. Export it again from your system.")
    if is_packed(path):
        packed = path.rename(folder.parent / "packed")
        unpack(packed, folder)
        packed.unlink()
