"""Small invented folders of tables, for the tests of reading."""

from collections.abc import Mapping
from pathlib import Path

from holdfast.exchange.extract import Extract
from holdfast.exchange.problems import Problem
from holdfast.exchange.reading import read_extract

PEOPLE = "pers_person_id,pers_forename,pers_dob\nA1,Tilly,2016-07-01\nA2,Moss,2012-02-29\n"


def folder(where: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with these files in it; text is written as UTF-8."""
    where.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (where / name).write_bytes(data)
    return where


def read(where: Path, **tables: str | bytes) -> Extract:
    """What is read from a folder with the people above and these tables (``visits="…"`` is visits.csv)."""
    files: dict[str, str | bytes] = {"people.csv": PEOPLE}
    files.update({f"{name}.csv": content for name, content in tables.items()})
    return read_extract(folder(where, files))


def only(problems: tuple[Problem, ...]) -> Problem:
    """The one problem there is."""
    assert len(problems) == 1, [one.reason for one in problems]
    return problems[0]
