"""Every door that takes a file, found from the routes themselves, and the files made to do harm that each is given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import unwrap
from itertools import chain, zip_longest

from django.urls import get_resolver

from holdfast.web.upload_steps import UploadSteps
from tests.bar.hostile_documents import documents
from tests.bar.hostile_files import Hostile, disguised, names, texts, xml
from tests.bar.hostile_packs import books, packs
from tests.bar.over_http import ROOT
from tests.web.who_may import DOORS

READS_FILES = frozenset({"upload_steps.py", "words_held.py"})
"""Where the web asks what files came: the one way in, and the page that says that a file was not kept with words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadDoor:
    """A route that takes a file: its name and its address."""

    route: str
    address: str


def found() -> list[UploadDoor]:
    """Every route whose screen takes a file in steps."""
    taking = [one.name for one in get_resolver().url_patterns if _takes_files(one.callback)]
    return [UploadDoor(route=one, address=DOORS[one].address if one in DOORS else "") for one in sorted(taking)]


def _takes_files(screen: Callable[..., object]) -> bool:
    """Whether the screen's own module has the steps of an upload."""
    return any(isinstance(one, UploadSteps) for one in unwrap(screen).__globals__.values())


def extracts() -> list[Hostile]:
    """Files of records; those that the controls need first."""
    every = [*names(), *disguised(), *xml(), *texts(), *packs(), *books()]
    first = ("workbook: xl/vbaProject.bin", "text: a line of 40 MB", "a cell: markup", "XML: a billion laughs")
    ahead = [next(one for one in every if one.tries == name) for name in first]
    return ahead + [one for one in every if one not in ahead]


FILES: Mapping[str, Callable[[], list[Hostile]]] = {
    "import": extracts,
    "inspectors-take-in": lambda: list(documents()),
}
"""For each door its files."""


def every_file() -> list[tuple[UploadDoor, Hostile]]:
    """Each file with the door that it is given at, the doors by turns."""
    given = [[(door, one) for one in FILES[door.route]()] for door in found() if door.route in FILES]
    return [one for one in chain.from_iterable(zip_longest(*given)) if one is not None]


def without_files() -> list[str]:
    """What is amiss with the doors: one that no file is given at, or a way in that is none of them."""
    amiss = [f"no hostile file is given at {one.route}" for one in found() if one.route not in FILES]
    amiss += [f"{one} takes no file any more" for one in FILES if one not in {door.route for door in found()}]
    ways = [one for one in (ROOT / "holdfast" / "web").rglob("*.py") if "request.FILES" in one.read_text("utf-8")]
    return amiss + [f"{one.name} takes files past the steps" for one in ways if one.name not in READS_FILES]
