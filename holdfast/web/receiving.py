"""What comes up from a browser: never more than a set size, and only into a folder of its own."""

from pathlib import Path, PurePosixPath

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler
from django.http import HttpRequest

from holdfast.casework.apart.names import check_name, shown
from holdfast.casework.apart.refused import NotLetIn
from holdfast.exchange.problems import CannotRead

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


def own_name(upload: UploadedFile) -> str:
    """What the browser calls the file, without folders."""
    return PurePosixPath((upload.name or "").replace("\\", "/")).name


def name_of(upload: UploadedFile) -> str:
    """What the file is called, as words for a page: what is not seen is shown, and it is not longer than a line."""
    return shown(own_name(upload))[:120] or "a file without a name"


def lay_down(upload: UploadedFile, folder: Path) -> None:
    """Put what came up into the folder as it is, unread; CannotRead for nothing at all."""
    path = folder / _safe(own_name(upload))
    with path.open("xb") as file:
        for chunk in upload.chunks():
            file.write(chunk)
    if not path.stat().st_size:
        raise CannotRead(f"{name_of(upload)} is empty: not even a header is in it. Export it again from your system.")


def _safe(name: str) -> str:
    """The name under which it lies here: its own, or none where that could mislead. The gate refuses it then."""
    try:
        check_name(name)
    except NotLetIn:
        return "file"
    return name.lstrip(".") or "file"
