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


OF_A_ROW = frozenset({"save", "delete", "update", "raw", "asave", "adelete", "aupdate", "abulk_create", "acreate"})
"""What changes rows that are asked for, by a row or by a manager; ``update`` is also what a set and a mapping do."""

MANAGERS = frozenset({"objects", "_base_manager", "_default_manager"})

WRITES_ROWS = {
    "save": ("holdfast/store/save.py", "holdfast/store/looks.py"),
    "bulk_create": ("holdfast/store/looks.py", "holdfast/store/kept.py", "holdfast/store/holdings.py",
                    "holdfast/store/keeping/restore.py"),
    "update_or_create": ("holdfast/store/drafts.py",),
    "delete": ("holdfast/store/drafts.py",),
    "executemany": ("holdfast/store/rows.py",),
}  # fmt: skip
"""Within the store, the modules that write rows and with what; only words that are not on record are ever changed."""


def _of_manager(node: ast.expr) -> bool:
    """Whether what a method is called on comes from a model's manager."""
    return any(isinstance(one, ast.Attribute) and one.attr in MANAGERS for one in ast.walk(node))


def _by_hand(source: Source, name: str, on: ast.expr) -> bool:
    """Whether a method writes rows, from a module that may not. What the core saves is no row: it knows no Django."""
    row = name in ("save", "delete") and source.path.startswith(
        ("holdfast/web/", "holdfast/casework/", "holdfast/store/")
    )
    writes = name in BY_HAND or row or (name in OF_A_ROW and _of_manager(on))
    if not writes:
        return False
    inside = source.path.startswith("holdfast/store/")
    return not inside or source.path not in WRITES_ROWS.get(name, ())


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
        if isinstance(node.func, ast.Attribute) and _by_hand(source, name, node.func.value):
            found.append(f":{node.lineno} writes rows itself ({name}). Only the store's own doors do.")
        if name == "cursor" and not source.path.startswith("holdfast/store/"):
            found.append(f":{node.lineno} opens a cursor of its own. Only the store talks to the database.")
    return found


def test_what_is_put_on_record_goes_through_one_of_two_doors() -> None:
    assert complaints(other_doors, "holdfast") == []


@pytest.mark.parametrize(
    "planted",
    [
        "put_on_record(facts, line)", "save_difference(found)", "write_look(line, [])", "Entry.objects.create()",
        "entry.save()", "entry.delete()", "Entry.objects.filter(position=1).update(words='')", "rows.bulk_create([])",
        "Entry._base_manager.all().delete()", "connection.cursor().execute(words)",
    ],
)  # fmt: skip
def test_the_guard_turns_red_at_a_planted_door(planted: str) -> None:
    assert other_doors(Source("holdfast/web/child/screens.py", planted))


@pytest.mark.parametrize("planted", ["Draft.objects.all().update(words='')", "entry.save()", "Entry.objects.create()"])
def test_within_the_store_only_its_own_doors_write(planted: str) -> None:
    assert other_doors(Source("holdfast/store/entries.py", planted))
    assert other_doors(Source("holdfast/store/entries.py", "found.update(more)")) == []


def test_no_act_is_put_on_record_without_its_line() -> None:
    (acting,) = [one for one in sources("holdfast") if one.path == "holdfast/store/acting.py"]
    functions = [one for one in ast.walk(acting.tree) if isinstance(one, ast.FunctionDef)]
    (door,) = [one for one in functions if one.name == "put_on_record"]
    line = next(one for one in door.args.args if one.arg == "line")
    assert ast.unparse(line.annotation or ast.Constant(None)) == "ActLine"
    assert len(door.args.defaults) == 0
