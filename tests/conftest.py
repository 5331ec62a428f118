"""What every test may ask for: the sample extracts, and how hard the generated cases try."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent

# The same cases every time, so that a red test is red for everyone; more of them in `make prove`.
_PATIENT = {"deadline": None, "derandomize": True, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("test", max_examples=60, **_PATIENT)
settings.register_profile("prove", max_examples=2000, **_PATIENT)
settings.load_profile("prove" if os.environ.get("HOLDFAST_PROVE") else "test")


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
