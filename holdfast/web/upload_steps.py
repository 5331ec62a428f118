"""The steps of a page that takes a file from a browser, the same for files of records and documents of inspectors.

A file is received, kept and looked at before anything is taken in; whatever is amiss leads back to the first page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse

from holdfast.casework.apart.names import check_name
from holdfast.casework.apart.refused import NotLetIn
from holdfast.exchange.problems import CannotRead
from holdfast.web.proposed import Proposed, aside, forget, keep
from holdfast.web.receiving import Capped, is_too_large, lay_down, name_of, own_name

Step = Callable[[HttpRequest], HttpResponse]


class Begin(Protocol):
    """Gives the page on which a file is chosen, with what was amiss with the last one."""

    def __call__(self, request: HttpRequest, amiss: str = "", status: int = 200) -> HttpResponse:
        """The page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadSteps:
    """One such page: the room in which its files are kept, what it says of none and of too much, its first page."""

    room: str
    nothing_chosen: str
    too_large: str
    begin: Begin

    def receive(self, request: HttpRequest) -> HttpResponse | None:
        """Settle how an upload is received, before anything of it is read; the answer where it is too large."""
        if request.method == "POST":
            if is_too_large(request):
                return self.begin(request, self.too_large, status=413)
            request.upload_handlers = [Capped(request)]
        return None

    def step(self, request: HttpRequest, step: Step | None) -> HttpResponse:
        """The step that a form asks for; where there is none, or it cannot be done just now, the first page says so."""
        if step is None:
            return self.begin(request, self.nothing_chosen, status=400)
        try:
            return step(request)
        except CannotRead as problem:
            return self.begin(request, str(problem), status=503)

    def read(self, request: HttpRequest, look: Callable[[Proposed], None]) -> Proposed | HttpResponse:
        """Keep what came up and look at it; the first page where that cannot be. What could do harm is put aside."""
        upload = request.FILES.get("file")
        if not isinstance(upload, UploadedFile):
            return self.begin(request, self.nothing_chosen, status=400)
        try:
            kept = keep(name_of(upload), lambda folder: lay_down(upload, folder), room=self.room)
        except CannotRead as problem:
            return self.begin(request, str(problem), status=400)
        try:
            check_name(own_name(upload))
            look(kept)
        except CannotRead as problem:
            words = str(problem)
            if isinstance(problem, NotLetIn):
                words = f"{words} {aside(kept, words)}"
            forget(kept.digest, self.room)
            return self.begin(request, words, status=400)
        return kept
