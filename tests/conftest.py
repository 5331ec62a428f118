"""What every test may ask for: the sample extracts, and how hard the generated cases try."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.runners import ByFolder, begin_with_the_longest

ROOT = Path(__file__).parent.parent

# The same cases every time, so that a red test is red for everyone; more of them in `make prove`.
_PATIENT = {"deadline": None, "derandomize": True, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("test", max_examples=60, **_PATIENT)
settings.register_profile("prove", max_examples=2000, **_PATIENT)
settings.load_profile("prove" if os.environ.get("HOLDFAST_PROVE") else "test")


NOT_COUNTED = ("bar", "browser", "engines", "stories", "wexmouth", "whole_repo")
"""Folders whose tests run whole journeys over code that other tests reach: counting every line of them doubles the time
of the run and adds nothing. What is reached is counted while the others run."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the journeys run without their lines being counted; tests say so too, by ``no_cover``."""
    for item in items:
        if item.path.relative_to(ROOT / "tests").parts[0] in NOT_COUNTED:
            item.add_marker(pytest.mark.no_cover)
    items[:] = begin_with_the_longest(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Share the tests out by folder where there are several runners; ``--dist`` decides nothing beside."""
    return ByFolder(config, log)


@pytest.fixture(scope="session")
def samples() -> Callable[[str], Path]:
    """Find a sample under HOLDFAST_SAMPLES (default ../shared/data); skip, saying so, where it is absent."""
    folder = Path(os.environ.get("HOLDFAST_SAMPLES", ROOT.parent / "shared" / "data"))

    def find(name: str) -> Path:
        path = folder / name
        if not path.exists():
            pytest.skip(f"the sample {name} is not here: set HOLDFAST_SAMPLES to the folder that holds it")
        return path

    return find
