"""Everything public says what it means."""

import ast
from collections.abc import Iterator

import pytest

from tests.whole_repo.tree import Source, complaints


def _public(body: list[ast.stmt], within: str = "") -> Iterator[tuple[str, ast.AST]]:
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield f"{within}{node.name}", node
            if isinstance(node, ast.ClassDef):
                yield from _public(node.body, f"{node.name}.")


def without_words(source: Source) -> list[str]:
    """The module, and each public class, function and method in it, that has no docstring."""
    found = [] if ast.get_docstring(source.tree) or not source.text.strip() else [" says nothing about itself."]
    for name, node in _public(source.tree.body):
        if not ast.get_docstring(node):  # type: ignore[arg-type]
            found.append(f"::{name} is public and has no docstring.")
    return found


def test_everything_public_has_a_docstring() -> None:
    assert complaints(without_words, "holdfast") == []


@pytest.mark.parametrize(
    "planted",
    ["x = 1", '"""Words."""\ndef count(): ...', '"""Words."""\nclass Visit: ...',
     '"""Words."""\nclass Visit:\n    """Words."""\n    def seen(self): ...'],
)  # fmt: skip
def test_the_guard_turns_red_at_a_planted_silence(planted: str) -> None:
    assert without_words(Source("holdfast/record/visits.py", planted))


def test_what_is_private_may_keep_quiet() -> None:
    assert without_words(Source("holdfast/record/visits.py", '"""Words."""\ndef _count(): ...')) == []
