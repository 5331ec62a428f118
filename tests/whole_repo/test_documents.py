"""The documents are true: what they name exists, what they promise is checked, what is generated is fresh."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.whole_repo.tree import ROOT, Source, sources

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
FILES_IN_THE_WALK = 8

_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
_PATH = re.compile(r"`((?:holdfast|tests|docs|bin|benchmarks)/[A-Za-z0-9_./-]*[A-Za-z0-9_])(?:::[a-z_0-9]+)?`")


def broken(document: Source) -> list[str]:
    """Each link and each named path of a document that leads nowhere."""
    here = (ROOT / document.path).parent
    links = [found for found in _LINK.findall(document.text) if not (here / found).exists()]
    paths = [found for found in _PATH.findall(document.text) if not (ROOT / found).exists()]
    return [f" names {one}, which is not there." for one in (*links, *paths)]


def test_every_path_and_link_in_the_documents_leads_somewhere() -> None:
    assert [f"{one.path}{word}" for one in sources(ending=".md") for word in broken(one)] == []


@pytest.mark.parametrize(
    "planted", ["see [it](docs/gone.md)", "in `holdfast/gone.py`", "`tests/gone/test_x.py::test_y`"]
)
def test_a_planted_dead_end_turns_the_guard_red(planted: str) -> None:
    assert broken(Source("README.md", planted))


def what_checks(text: str) -> list[str]:
    """The test paths named under the last heading of a decision, when that heading asks what checks it."""
    last = text.split("\n## ")[-1]
    if not last.startswith("What checks this"):
        return []
    return [path for path in _PATH.findall(last) if path.startswith("tests/")]


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_every_decision_ends_by_naming_the_tests_that_check_it(decision: Path) -> None:
    assert what_checks(decision.read_text(encoding="utf-8"))


def test_a_decision_that_names_no_test_turns_the_guard_red() -> None:
    assert what_checks("# A decision\n\n## What checks this\n\nGood will.\n") == []
    assert what_checks("# A decision\n\n## Costs\n\n`tests/whole_repo/tree.py`\n") == []


def test_there_are_decisions() -> None:
    assert [path.stem[:4] for path in DECISIONS] == [f"{number:04}" for number in range(1, len(DECISIONS) + 1)]
    assert len(DECISIONS) >= 4


def files_walked(text: str) -> set[str]:
    """The files of the package that a walk goes through."""
    return {path for path in _PATH.findall(text) if path.startswith("holdfast/") and path.endswith(".py")}


def test_the_walk_goes_through_at_most_eight_files() -> None:
    walked = files_walked((ROOT / "docs" / "walk.md").read_text(encoding="utf-8"))
    assert 0 < len(walked) <= FILES_IN_THE_WALK


def test_a_walk_through_nine_files_is_noticed() -> None:
    assert len(files_walked(" ".join(f"`holdfast/duties/area_{n}.py`" for n in range(9)))) == 9


def commands_in(text: str) -> list[list[str]]:
    """Each `holdfast …` line of the code blocks of a document, as arguments."""
    blocks = re.findall(r"```[a-z]*\n(.*?)```", text, re.DOTALL)
    lines = [line.strip().removeprefix("$ ") for block in blocks for line in block.splitlines()]
    return [line.split("#")[0].split()[1:] for line in lines if re.match(r"(\.venv/bin/)?holdfast ", line)]


def test_every_command_that_the_readme_shows_is_one_that_the_program_takes() -> None:
    from holdfast.cli.main import parser

    shown = commands_in((ROOT / "README.md").read_text(encoding="utf-8"))
    assert len(shown) >= 5
    for arguments in shown:
        parser().parse_args(arguments)


def test_a_command_that_the_program_does_not_take_is_noticed() -> None:
    from holdfast.cli.main import parser

    with pytest.raises(SystemExit):
        parser().parse_args(commands_in("```\nholdfast predict PATH\n```")[0])


def targets_named(text: str) -> set[str]:
    """Each target that a document tells people to make."""
    return set(re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE))


def test_every_make_target_that_a_document_names_is_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = {target for one in sources(ending=".md") for target in targets_named(one.text)}
    assert named >= {"run", "test", "prove", "benchmarks", "docs"}
    assert {target for target in named if f"\n{target}:" not in makefile} == set()


def test_a_make_target_is_found_in_prose_and_in_a_block() -> None:
    assert targets_named("run `make tea`\n```\nmake cake\n```") == {"tea", "cake"}


def test_the_generated_documents_are_as_the_code_would_write_them() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "docs.registers", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
