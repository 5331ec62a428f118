"""The bootstrap does nothing when nothing changed, and says in plain words what it lacks."""

import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from tests.whole_repo.tree import ROOT

BARE = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}

WITHOUT_ENSUREPIP = """#!/bin/sh
# An interpreter of the right age, as Debian ships it without python3-venv and python3-pip.
case "$*" in
    *version_info*) exit 0 ;;
    *--version*) echo "Python 3.11.2" ;;
    *) exit 1 ;;
esac
"""

STAND_IN = """#!/bin/sh
# An interpreter that makes an environment without any network: it copies itself, and installs by name only.
case "$*" in
    *--version*) echo "Python 3.11.2" ;;
    "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
    *--editable*) touch "$(dirname "$0")/holdfast" && chmod +x "$(dirname "$0")/holdfast" ;;
esac
"""


def _script(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """An empty clone, as far as the bootstrap looks."""
    for name in ("bin/bootstrap", "requirements.lock", "pyproject.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def bootstrap(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a folder's bootstrap with a bare environment."""
    return subprocess.run(
        [folder / "bin" / "bootstrap"], env={**BARE, **environment},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_a_second_run_does_nothing_and_a_changed_lock_is_a_reason_to_install_again(clone: Path) -> None:
    python = _script(clone / "python3", STAND_IN)
    first = bootstrap(clone, HOLDFAST_PYTHON=str(python))
    assert first.returncode == 0, first.stderr
    assert (clone / ".venv" / "bin" / "holdfast").exists()

    second = bootstrap(clone, HOLDFAST_PYTHON=str(python))
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")

    lock = clone / "requirements.lock"
    lock.write_text(lock.read_text(encoding="utf-8") + "# one more\n", encoding="utf-8")
    assert "Installing" in bootstrap(clone, HOLDFAST_PYTHON=str(python)).stderr


def test_a_machine_without_the_right_python_is_told_what_to_install(clone: Path) -> None:
    answer = bootstrap(clone, HOLDFAST_PYTHON=str(clone / "no-such-python"))
    assert answer.returncode == 2
    assert "no Python 3.11" in answer.stderr
    assert "apt-get install python3 python3-venv" in answer.stderr
    assert not (clone / ".venv").exists()


def test_a_python_that_cannot_make_an_environment_is_told_which_package_it_lacks(clone: Path) -> None:
    python = _script(clone / "python3", WITHOUT_ENSUREPIP)
    answer = bootstrap(clone, HOLDFAST_PYTHON=str(python))
    assert answer.returncode == 2
    assert "apt-get install python3-venv" in answer.stderr
    assert not (clone / ".venv").exists()
