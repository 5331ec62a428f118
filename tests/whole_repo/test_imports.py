"""What may be imported where: columns only in column modules, no network or database, nothing undeclared."""

import ast
import re
import sys
import tomllib

import pytest

from tests.whole_repo.tree import ROOT, Source, complaints, imported, sources

FORBIDDEN = frozenset({
    "aiohttp", "django", "flask", "ftplib", "http", "httpx", "pandas", "pickle", "pyarrow", "requests",
    "psycopg", "smtplib", "socket", "sqlalchemy", "sqlite3", "ssl", "urllib", "urllib3", "waitress", "webbrowser",
    "xmlrpc",
})  # fmt: skip
"""The web, the network, a database, and readers that run what they read."""

SERVED = {
    "store": frozenset({"django", "sqlite3"}),
    "casework": frozenset({"django"}),
    "web": frozenset({"django", "urllib", "socket", "waitress", "webbrowser"}),
}
"""What the floors that keep and serve may use of these: a database in the store, pages in the web."""

UNSAFE_XML = frozenset({"xml.etree", "xml.dom", "xml.sax", "xml.parsers"})
"""Python's own XML readers expand entities; the XML door of exchange refuses them."""


def forbidden_imports(source: Source) -> list[str]:
    """Each import of something that this floor does without."""
    floor = source.parts[1] if len(source.parts) > 1 else ""
    banned = FORBIDDEN - SERVED.get(floor, frozenset())
    return [
        f":{line} imports {name}. This floor works without it."
        for name, line in imported(source)
        if name.split(".")[0] in banned or ".".join(name.split(".")[:2]) in UNSAFE_XML
    ]


def may_hold_columns(source: Source) -> bool:
    """Whether a module may work on whole columns: one named `columns`, three floors, Wexmouth's writers."""
    floor = source.parts[1] if len(source.parts) > 1 else ""
    writers = floor == "wexmouth" and any("writ" in part for part in source.parts[2:])
    return floor in ("exchange", "casework", "store") or writers or "columns" in source.parts[1:]


def columns_out_of_place(source: Source) -> list[str]:
    """Each import of polars or numpy outside the modules that work on whole columns."""
    if may_hold_columns(source):
        return []
    return [
        f":{line} imports {name}. Only `columns` modules, exchange and Wexmouth's writers may."
        for name, line in imported(source)
        if name in ("polars", "numpy")
    ]


def test_the_package_imports_no_web_network_or_database() -> None:
    assert complaints(forbidden_imports, "holdfast") == []


def test_columns_are_worked_on_only_in_column_modules() -> None:
    assert complaints(columns_out_of_place, "holdfast") == []


@pytest.mark.parametrize(
    "planted",
    [
        "import sqlite3",
        "from urllib import request",
        "import http.client",
        "import waitress",
        "def f():\n    import django.conf",
        "from socket import socket",
        "import xml.etree.ElementTree as ET",
        "from xml.etree.ElementTree import parse",
    ],
)
def test_the_guard_turns_red_at_a_planted_door_to_the_network(planted: str) -> None:
    assert forbidden_imports(Source("holdfast/exchange/reading.py", planted))


@pytest.mark.parametrize(
    ("floor", "line"), [("casework", "import sqlite3"), ("web", "import sqlite3"), ("store", "import urllib.request")]
)
def test_a_floor_that_serves_may_use_no_more_than_its_own_part(floor: str, line: str) -> None:
    assert forbidden_imports(Source(f"holdfast/{floor}/planted.py", line))
    assert forbidden_imports(Source(f"holdfast/{floor}/planted.py", "import django")) == []


@pytest.mark.parametrize("place", ["holdfast/duties/in_care.py", "holdfast/cli/due.py", "holdfast/record/child.py"])
def test_the_guard_turns_red_at_polars_out_of_place(place: str) -> None:
    assert columns_out_of_place(Source(place, "import polars as pl"))


@pytest.mark.parametrize("place", ["holdfast/duties/columns/sweep.py", "holdfast/record/columns.py"])
def test_the_guard_lets_a_column_module_use_polars(place: str) -> None:
    assert columns_out_of_place(Source(place, "import polars as pl")) == []


THE_XML_DOOR = "holdfast/exchange/safe_xml.py"
READS_XML = frozenset({"iterparse", "parse", "fromstring", "fromstringlist", "XML", "XMLParser", "XMLPullParser"})


def xml_past_the_door(source: Source) -> list[str]:
    """Each place where lxml reads, outside the one module that refuses entities. Writing with it is free."""
    if source.path == THE_XML_DOOR or not any(name.split(".")[0] == "lxml" for name, _ in imported(source)):
        return []
    reads = [node for node in ast.walk(source.tree) if isinstance(node, ast.Attribute) and node.attr in READS_XML]
    names = [(name, line) for name, line in imported(source) if name.split(".")[-1] in READS_XML]
    lines = [node.lineno for node in reads] + [line for _, line in names]
    return [f":{line} reads XML past the door ({THE_XML_DOOR}), which refuses entities." for line in lines]


def test_xml_comes_in_through_one_door() -> None:
    assert complaints(xml_past_the_door, "holdfast") == []


@pytest.mark.parametrize(
    "planted", ["from lxml import etree\nx = etree.parse(path)", "from lxml.etree import fromstring"]
)
def test_the_guard_turns_red_at_a_second_door_for_xml(planted: str) -> None:
    assert xml_past_the_door(Source("holdfast/exchange/cin/reading.py", planted))


def test_xml_may_be_written_anywhere() -> None:
    written = "from lxml import etree\nx = etree.SubElement(root, 'Child')"
    assert xml_past_the_door(Source("holdfast/exchange/cin/writing.py", written)) == []


AS_IMPORTED = {
    "dj-database-url": "dj_database_url", "django-csp": "csp", "python-calamine": "python_calamine", "tzdata": "tzdata",
}  # fmt: skip
NEVER_IMPORTED = {
    "tzdata": "data only: zoneinfo finds it where the machine has no time zones of its own",
    "whitenoise": "named in holdfast/web/settings.py, where Django imports it",
}


def declared() -> set[str]:
    """The run-time dependencies of pyproject.toml, by package name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {re.split(r"[<>=\[; ]", one)[0] for one in project["dependencies"]}


def outside(files: list[Source]) -> set[str]:
    """The top names of what these files import that is neither Python's own nor ours."""
    tops = {name.split(".")[0] for source in files for name, _ in imported(source)}
    return {one for one in tops if one not in sys.stdlib_module_names and one != "holdfast"}


def test_everything_imported_is_declared() -> None:
    names = {AS_IMPORTED.get(one, one) for one in declared()}
    assert outside(list(sources("holdfast"))) - names == set()


def test_everything_declared_is_imported() -> None:
    used = outside(list(sources("holdfast")))
    idle = {one for one in declared() if AS_IMPORTED.get(one, one) not in used} - set(NEVER_IMPORTED)
    assert idle == set(), "drop it from pyproject.toml, or say in NEVER_IMPORTED why it is needed"


def test_an_undeclared_import_is_noticed() -> None:
    planted = Source("holdfast/exchange/reading.py", "import yaml\nfrom datetime import date")
    assert outside([planted]) == {"yaml"}
