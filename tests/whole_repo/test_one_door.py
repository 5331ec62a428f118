"""Nothing is put on record but through two doors: what a person does, and what a file says."""

import ast

import pytest

from tests.whole_repo.tree import Source, complaints, sources

DOORS = {
    "put_on_record": ("holdfast/store/acting.py", "holdfast/casework/saving.py"),
    "save_difference": ("holdfast/store/save.py", "holdfast/store/acting.py", "holdfast/casework/importing.py"),
    "write_look": ("holdfast/store/looks.py", "holdfast/casework/looking.py"),
}
"""What writes, and the files that may call it. Below these only the store's own modules write, and a contract of the
floors keeps everybody but casework out of it."""

BY_HAND = frozenset({"bulk_create", "bulk_update", "get_or_create", "update_or_create", "create", "executemany"})
"""What Django writes rows with: only the store's own modules may."""


def other_doors(source: Source) -> list[str]:
    """Each call that writes to the record from anywhere but a door."""
    found = []
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        plain = isinstance(node.func, ast.Name)
        if plain and source.path not in DOORS.get(name, (source.path,)):
            found.append(f":{node.lineno} calls {name}. What is put on record goes through one of the two doors.")
        if not plain and name in BY_HAND and not source.path.startswith("holdfast/store/"):
            found.append(f":{node.lineno} writes rows itself ({name}). Only the store does.")
    return found


def test_what_is_put_on_record_goes_through_one_of_two_doors() -> None:
    assert complaints(other_doors, "holdfast") == []


@pytest.mark.parametrize(
    "planted",
    ["put_on_record(facts, line)", "save_difference(found)", "write_look(line, [])", "Entry.objects.create()"],
)
def test_the_guard_turns_red_at_a_planted_door(planted: str) -> None:
    assert other_doors(Source("holdfast/web/child/screens.py", planted))


def test_no_act_is_put_on_record_without_its_line() -> None:
    (acting,) = [one for one in sources("holdfast") if one.path == "holdfast/store/acting.py"]
    functions = [one for one in ast.walk(acting.tree) if isinstance(one, ast.FunctionDef)]
    (door,) = [one for one in functions if one.name == "put_on_record"]
    line = next(one for one in door.args.args if one.arg == "line")
    assert ast.unparse(line.annotation or ast.Constant(None)) == "ActLine"
    assert len(door.args.defaults) == 0
