"""Nothing is put on record but through two doors: what a person does, and what a file says."""

import ast

import pytest
from django.apps import apps

from tests.whole_repo.tree import Source, complaints, sources

DOORS = {
    "put_on_record": ("holdfast/store/acting.py", "holdfast/casework/saving.py"),
    "save_difference": ("holdfast/store/save.py", "holdfast/store/acting.py", "holdfast/casework/importing.py"),
    "write_look": ("holdfast/store/looks.py", "holdfast/casework/looking.py"),
    "leave_an_invented_line": ("holdfast/casework/looking.py", "holdfast/web/management/commands/open_wexmouth.py"),
    "keep_draft": ("holdfast/store/drafts.py", "holdfast/casework/drafts.py"),
    "restore_backup": ("holdfast/store/keeping/restore.py", "holdfast/casework/keeping.py"),
}
"""What writes, and the files that may name it, be it to call it or to call it something else.

Below these only the store's own modules write, and a contract of the floors keeps everybody but casework out of it.
"""

BY_HAND = frozenset({
    "bulk_create", "bulk_update", "get_or_create", "update_or_create", "create", "executemany", "save_base",
    "_raw_delete",
})  # fmt: skip
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


RAW = ("holdfast.store.rows", "write")
"""What puts rows into a table as they are: the store's own modules alone may name it."""

NOT_WRITING = ("PRAGMA query_only", "SET TRANSACTION READ ONLY")
"""What may be said to the database from outside the store: that nothing may be written."""


def _names(node: ast.AST) -> tuple[str, ...]:
    """What is named here: by itself, as a part of something, or in an import, whatever it is called afterwards."""
    if isinstance(node, ast.Name):
        return (node.id,)
    if isinstance(node, ast.Attribute):
        return (node.attr,)
    return tuple(one.name for one in node.names) if isinstance(node, ast.ImportFrom) else ()


def _is_raw(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        return node.module == RAW[0] and RAW[1] in _names(node)
    return isinstance(node, ast.Attribute) and node.attr == RAW[1] and ast.unparse(node.value).endswith("rows")


def _said(call: ast.Call) -> str:
    """The beginning of what a call says, as far as it stands there in words."""
    first = call.args[0] if call.args else ast.Constant("")
    part = first.values[0] if isinstance(first, ast.JoinedStr) and first.values else first
    return str(part.value) if isinstance(part, ast.Constant) else ""


def _asks_itself(node: ast.AST) -> bool:
    """Whether this speaks to the database, and not only to say that nothing may be written."""
    if isinstance(node, ast.Attribute) and node.attr == "cursor":
        return True
    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "execute"
    return called and not _said(node).startswith(NOT_WRITING)  # type: ignore[arg-type]


STORE = "holdfast.store"


def _takes_the_store_apart(node: ast.AST) -> bool:
    """Whether a module outside the store names its rows' classes, everything of it at once, or parts by a made-up name.

    Whoever has such a class can ask for rows, keep what comes in a name, and write by that: so nobody has one.
    """
    if isinstance(node, ast.Import):
        return any(one.name.startswith(f"{STORE}.models") for one in node.names)
    if isinstance(node, ast.ImportFrom):
        module, names = node.module or "", _names(node)
        rows = module.startswith(f"{STORE}.models") or (module == STORE and "models" in names)
        rows = rows or (module.startswith(STORE) and not OF_ROWS.isdisjoint(names))
        return rows or (module.startswith(STORE) and "*" in names)
    if isinstance(node, ast.Attribute) and node.attr in ("get_model", "get_models"):
        return True
    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("getattr", "vars")
    if called and node.func.id == "vars":  # type: ignore[attr-defined]
        return bool(node.args)  # type: ignore[attr-defined]
    if not called or len(node.args) < 2 or isinstance(node.args[1], ast.Constant):  # type: ignore[attr-defined]
        return False
    return ast.unparse(node.args[0]).rpartition(".")[2] in PARTS_OF_THE_STORE  # type: ignore[attr-defined]


OF_ROWS = frozenset(model.__name__ for model in apps.get_app_config("store").get_models()) - {"Entry"}
"""The classes of the store's rows. An entry's is read elsewhere, as what a save gives back."""

PARTS_OF_THE_STORE = frozenset({"acting", "save", "looks", "drafts", "rows", "kept", "holdings", "restore", "store"})
"""The store's modules that write, by name."""


def other_doors(source: Source) -> list[str]:
    """Each place that writes to the record, or names what does, and is no door."""
    found = []
    inside = source.path.startswith("holdfast/store/")
    for node in ast.walk(source.tree):
        line = getattr(node, "lineno", 0)
        named = [one for one in _names(node) if source.path not in DOORS.get(one, (source.path,))]
        found += [f":{line} names {one}. What is put on record goes through one of the doors." for one in named]
        method = node.func if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
        if method is not None and _by_hand(source, method.attr, method.value):
            found.append(f":{line} writes rows itself ({method.attr}). Only the store's own doors do.")
        if not inside and _takes_the_store_apart(node):
            found.append(f":{line} takes the store apart. Its rows' classes are its own; ask by its functions.")
        if not inside and (_is_raw(node) or _asks_itself(node)):
            found.append(f":{line} speaks to the database itself. Only the store does.")
    return found


def test_what_is_put_on_record_goes_through_one_of_two_doors() -> None:
    assert complaints(other_doors, "holdfast") == []


@pytest.mark.parametrize(
    "planted",
    [
        "put_on_record(facts, line)", "save_difference(found)", "write_look(line, [])",
        "Entry.objects.create()", "leave_an_invented_line(who='x')",
        "entry.save()", "entry.delete()", "Entry.objects.filter(position=1).update(words='')", "rows.bulk_create([])",
        "Entry._base_manager.all().delete()", "connection.cursor().execute(words)",
        "acting.put_on_record(facts, line)", "save.save_difference(found)", "keep_draft(words)",
        "from holdfast.store.acting import put_on_record as p", "from holdfast.store.rows import write as w",
        "rows.write('store_visit', frame)", "connection.connection.execute('DELETE FROM store_visit')",
        "connection.connection.execute(f'DELETE FROM {table}')", "restore_backup(path, key)", "go = conn.cursor",
        "from holdfast.store.models import Draft\nthem = Draft.objects\nthem.filter(key='k').update(words={})",
        "from holdfast.store import models", "import holdfast.store.models as rows",
        "from holdfast.store.drafts import Draft", "apps.get_model('store', 'Draft')", "vars(acting)['put_on_record']",
        "from holdfast.store.acting import *", "getattr(acting, 'put_on_' + 'record')(facts, line)",
        "entry.save_base(raw=True)", "found._raw_delete('default')",
    ],
)  # fmt: skip
def test_the_guard_turns_red_at_a_planted_door(planted: str) -> None:
    assert other_doors(Source("holdfast/web/child/screens.py", planted))


@pytest.mark.parametrize("said", ["'PRAGMA query_only = 1'", "f'PRAGMA query_only = {before}'"])
def test_saying_that_nothing_may_be_written_is_no_door(said: str) -> None:
    assert other_doors(Source("holdfast/web/looked.py", f"connection.connection.execute({said})")) == []


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
