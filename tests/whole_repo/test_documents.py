"""The documents are true: what they name exists, what they promise is checked, what is generated is fresh."""

import re
import subprocess
import sys
import tempfile
import tomllib
from argparse import ArgumentParser
from pathlib import Path

import pytest

from holdfast.cli.main import main, parser
from holdfast.duties.register import BY_CODE, LOCAL_CODES
from holdfast.duties.settings import LEADS, WARN_BEFORE, WEXMOUTH, read_settings
from holdfast.wexmouth.council import council_columns, planted_problems
from holdfast.wexmouth.writing import write_council
from tests.whole_repo.tree import ROOT, Source, sources

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
FILES_IN_THE_WALK = 8
README, MONDAY = "README.md", "2026-06-01T08:30"

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
    shown = commands_in((ROOT / "README.md").read_text(encoding="utf-8"))
    assert len(shown) >= 5
    for arguments in shown:
        parser().parse_args(arguments)


@pytest.fixture(scope="module")
def wexmouth(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `make run` writes for a newcomer, and the settings that the readme shows."""
    folder = tmp_path_factory.mktemp("newcomer")
    write_council(council_columns(600, seed=1), planted_problems(), folder / "wexmouth", lambda done: None)
    (folder / "council.toml").write_text(blocks(README, "toml")[0], encoding="utf-8")
    return folder


def blocks(document: str, kind: str) -> list[str]:
    """The code blocks of this kind in a document."""
    return re.findall(rf"```{kind}\n(.*?)```", (ROOT / document).read_text(encoding="utf-8"), re.DOTALL)


def here(arguments: list[str], folder: Path) -> list[str]:
    """The arguments of a command, with a newcomer's files in place of what the readme calls them."""
    places = {"build/wexmouth": folder / "wexmouth", "council.toml": folder / "council.toml"}
    return [str(places.get(one, one)) for one in arguments]


@pytest.mark.parametrize("arguments", commands_in((ROOT / README).read_text(encoding="utf-8")), ids=" ".join)
def test_every_command_that_the_readme_shows_answers_on_wexmouth(
    arguments: list[str], wexmouth: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(here(arguments, wexmouth)) in (0, 1), capsys.readouterr().err
    said = capsys.readouterr().out
    assert len(said.splitlines()) > 3
    assert "Traceback" not in said


def test_the_few_lines_that_the_readme_shows_are_lines_of_the_monday_list(
    wexmouth: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["monday", str(wexmouth / "wexmouth"), "--as-at", MONDAY])
    said = [line.strip() for line in capsys.readouterr().out.splitlines()]
    shown = [line.strip() for line in blocks(README, "text")[0].splitlines()]
    assert len([line for line in shown if line]) >= 5
    assert [line for line in shown if line and line != "…" and line not in said] == []


def test_the_settings_that_the_readme_shows_are_read_as_they_are_written() -> None:
    (text,) = blocks(README, "toml")
    said = tomllib.loads(text)
    assert set(said) == {"council", "limits", "leads", "warn_before", "thresholds"}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "council.toml"
        file.write_text(text, encoding="utf-8")
        settings = read_settings(file, LOCAL_CODES, BY_CODE)
    assert settings.council == said["council"]
    assert set(settings.limits) == set(said["limits"])
    assert {**settings.thresholds, **said["thresholds"]} == settings.thresholds
    assert (settings.leads, settings.warn_before) == (
        {**LEADS, **said["leads"]},
        {**WARN_BEFORE, **said["warn_before"]},
    )
    assert settings != WEXMOUTH


def test_every_flag_that_the_readme_names_is_one_that_a_command_takes() -> None:
    known = {flag for one in subcommands().values() for action in one._actions for flag in action.option_strings}
    named = set(re.findall(r"--[a-z][a-z-]+", (ROOT / README).read_text(encoding="utf-8")))
    assert named >= {"--all", "--outside", "--settings", "--team", "--as-known"}
    assert named - known == set()


def test_the_readme_has_every_command_there_is() -> None:
    table = re.findall(r"^\| `([a-z]+)` \|", (ROOT / README).read_text(encoding="utf-8"), re.MULTILINE)
    assert set(table) == set(subcommands())


def subcommands() -> dict[str, ArgumentParser]:
    """Each command of the program."""
    (held,) = [one.choices for one in parser()._actions if isinstance(one.choices, dict)]
    return held


def test_a_command_that_the_program_does_not_take_is_noticed() -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(commands_in("```\nholdfast predict PATH\n```")[0])


def targets_named(text: str) -> set[str]:
    """Each target that a document tells people to make."""
    return set(re.findall(r"(?:`|^)make ([a-z-]+)", text, re.MULTILINE))


def test_every_make_target_that_a_document_names_is_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = {target for one in sources(ending=".md") for target in targets_named(one.text)}
    assert named >= {"run", "test", "prove", "benchmarks", "docs"}
    assert {target for target in named if f"\n{target}:" not in makefile} == set()


def test_a_make_target_is_found_in_prose_and_in_a_block() -> None:
    assert targets_named("run `make tea`\n```\nmake cake\n```") == {"tea", "cake"}


BAR = ROOT / "docs" / "bar.md"


def amiss_in_the_bar(text: str) -> list[str]:
    """What is wrong with the document of the bar: not from a run, or without a line, or with a line's older words."""
    from tests.bar.document import HEAD
    from tests.bar.register import every_line

    found = [] if text.startswith(HEAD) and re.search(r"^Measured on \S", text, re.MULTILINE) else ["No run is told."]
    rows = re.findall(r"^\| ([A-Z]\d+) \| ([^|]*) \| ", text, re.MULTILINE)
    wanted = [(one.code, one.says) for one in every_line()]
    return found + [f"{code} is not there as it is promised now." for code, says in wanted if (code, says) not in rows]


def test_the_document_of_the_bar_tells_a_run_of_every_line_that_there_is() -> None:
    if BAR.exists():
        assert amiss_in_the_bar(BAR.read_text(encoding="utf-8")) == [], "Run: python -m tests.bar --write DAY"


def test_a_document_of_the_bar_that_lacks_a_line_is_noticed() -> None:
    from tests.bar.document import written
    from tests.bar.line import NotDone
    from tests.bar.register import every_line

    lines = [NotDone(code=one.code, says=one.says, why="not run") for one in every_line()]
    whole = written(lines, machine="a machine", day="a day")
    assert amiss_in_the_bar(whole) == []
    assert len(amiss_in_the_bar(written(lines[1:], machine="a machine", day="a day"))) == 1
    assert len(amiss_in_the_bar(whole.replace("Measured on a day", ""))) == 1
    assert len(amiss_in_the_bar(whole.replace(lines[0].says, "something older"))) == 1


def test_the_generated_documents_are_as_the_code_would_write_them() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "docs.registers", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
