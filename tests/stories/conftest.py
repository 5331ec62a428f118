"""The stories' files, written once for all their tests."""

import pytest

from holdfast.exchange.ssd.writing import write_ssd
from holdfast.record.columns import columns_from
from holdfast.wexmouth.stories import story_facts
from tests.stories.wexmouth_files import WexmouthFiles


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> WexmouthFiles:
    """Wexmouth's seventeen stories as the files a council exports, read through the one door in."""
    folder = tmp_path_factory.mktemp("wexmouth")
    write_ssd(columns_from(story_facts()), folder)
    return WexmouthFiles(folder, tmp_path_factory.mktemp("withheld"))
