"""The bootstrap does nothing when nothing changed, and says in plain words what it lacks."""

import os
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


@pytest.mark.skipif(not (ROOT / ".venv" / "holdfast-stamp").exists(), reason="this copy was not bootstrapped")
def test_a_second_run_does_nothing() -> None:
    before = os.stat(ROOT / ".venv" / "holdfast-stamp").st_mtime_ns
    answer = bootstrap(ROOT)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
    assert os.stat(ROOT / ".venv" / "holdfast-stamp").st_mtime_ns == before


def test_a_machine_without_the_right_python_is_told_what_to_install(clone: Path) -> None:
    answer = bootstrap(clone, HOLDFAST_PYTHON=str(clone / "no-such-python"))
    assert answer.returncode == 2
    assert "no Python 3.11" in answer.stderr
    assert "apt-get install python3 python3-venv" in answer.stderr
    assert not (clone / ".venv").exists()


def test_a_python_that_cannot_make_an_environment_is_told_which_package_it_lacks(clone: Path) -> None:
    python = clone / "python3"
    python.write_text(WITHOUT_ENSUREPIP, encoding="utf-8")
    python.chmod(python.stat().st_mode | stat.S_IXUSR)
    answer = bootstrap(clone, HOLDFAST_PYTHON=str(python))
    assert answer.returncode == 2
    assert "apt-get install python3-venv" in answer.stderr
    assert not (clone / ".venv").exists()


def test_a_changed_lock_is_a_reason_to_install_again(clone: Path) -> None:
    (clone / ".venv" / "bin").mkdir(parents=True)
    (clone / ".venv" / "holdfast-stamp").write_text("made from another lock\n", encoding="utf-8")
    answer = bootstrap(clone, HOLDFAST_PYTHON=str(clone / "no-such-python"))
    assert answer.returncode == 2, "an old stamp must not be taken for a fresh one"
