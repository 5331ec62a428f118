"""One council of six hundred for all tests of this folder, as invented and as read back from its files."""

from pathlib import Path

import pytest

from holdfast.exchange.extract import Extract
from holdfast.exchange.reading import read_extract
from holdfast.record.columns import Columns
from holdfast.wexmouth.council import council_columns, planted_problems
from holdfast.wexmouth.writing import write_council


@pytest.fixture(scope="session")
def council() -> Columns:
    return council_columns(600, seed=1)


@pytest.fixture(scope="session")
def written(council: Columns, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wexmouth") / "out"
    write_council(council, planted_problems(), folder, lambda done: None)
    return folder


@pytest.fixture(scope="session")
def read_back(written: Path) -> Extract:
    return read_extract(written)
