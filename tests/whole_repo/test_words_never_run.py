"""Words that come in are never run, never taken for markup, and never sealed or drawn with what is known to be weak."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.whole_repo.tree import Source, complaints, sources

RUNS = frozenset({"eval", "exec", "compile", "__import__"})
UNSAFE = frozenset({"pickle", "marshal", "shelve", "dill", "yaml", "jsonpickle"})
"""Modules whose reading of a file can run what stands in it."""

WEAK = frozenset({"md5", "sha1"})
MARKUP = frozenset({"mark_safe", "from_string", "Template"})
MAY: dict[str, frozenset[str]] = {
    # Each part that is put together there was made by format_html, which takes words for words.
    "mark_safe": frozenset({"holdfast/web/pictures/drawing.py"}),
}
COMMANDS = frozenset({"os.system", "os.popen"})
AS_IT_STANDS = re.compile(r"\|\s*safe\b|autoescape\s+off|\|\s*safeseq\b")


def runs_words(source: Source) -> list[str]:
    """Each place in a module that runs words, reads what can run, takes words for markup, or seals weakly."""
    return [
        f":{line} has {what}, which is not used here." for what, line in sorted(_found(source)) if _bad(what, source)
    ]


def _bad(what: str, source: Source) -> bool:
    return source.path not in MAY.get(what, frozenset())


def _found(source: Source) -> Iterator[tuple[str, int]]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RUNS | MARKUP:
            yield node.func.id, node.lineno
        elif isinstance(node, ast.Attribute) and node.attr == "from_string":
            yield node.attr, node.lineno
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            whole = f"{node.value.id}.{node.attr}"
            if whole in COMMANDS or (node.value.id == "hashlib" and node.attr in WEAK):
                yield whole, node.lineno
        elif isinstance(node, ast.Import):
            yield from ((one.name, node.lineno) for one in node.names if one.name.partition(".")[0] in UNSAFE)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in UNSAFE:
            yield str(node.module), node.lineno
        elif isinstance(node, ast.keyword) and node.arg == "shell":
            yield "shell=", node.value.lineno


def unescaped(source: Source) -> list[str]:
    """Each place in a template that shows words as markup."""
    return [f" has {found}, so words are taken for markup." for found in AS_IT_STANDS.findall(source.text)]


def test_no_module_of_the_product_runs_words_or_takes_them_for_markup() -> None:
    assert complaints(runs_words, "holdfast") == []


def test_no_template_shows_words_as_markup() -> None:
    templates = list(sources("holdfast", ending=".html"))
    assert len(templates) > 30
    assert [f"{one.path}{word}" for one in templates for word in unescaped(one)] == []


@pytest.mark.parametrize(
    "planted",
    [
        "eval(words)", "exec(words)", "compile(words, '', 'exec')", "import pickle", "from yaml import load",
        "import os\nos.system(words)", "import subprocess\nsubprocess.run(words, shell=True)",
        "from django.utils.safestring import mark_safe\nmark_safe(words)", "engines['django'].from_string(words)",
        "engine.from_string(words)", "Template(words)", "import hashlib\nhashlib.md5(words)",
    ],
)  # fmt: skip
def test_the_guard_turns_red_at_a_planted_way_to_run_words(planted: str) -> None:
    assert runs_words(Source("holdfast/web/planted.py", planted))


def test_the_guard_lets_one_file_put_pictures_together_and_everybody_compile_a_pattern() -> None:
    assert runs_words(Source("holdfast/web/pictures/drawing.py", "mark_safe(words)")) == []
    assert runs_words(Source("holdfast/web/planted.py", "import re\nre.compile(words)\nhashlib.sha256(words)")) == []


@pytest.mark.parametrize("planted", ["{{ words|safe }}", "{{ words | safe }}", "{% autoescape off %}"])
def test_a_template_that_trusts_words_turns_the_guard_red(planted: str) -> None:
    assert unescaped(Source("holdfast/web/templates/planted.html", planted))
