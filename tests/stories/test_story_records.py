"""Every row of the stories that the record itself answers, looked up in Wexmouth's exported files."""

import pytest

from tests.stories.every_row import ROWS
from tests.stories.story_row import RecordRow, as_text
from tests.stories.wexmouth_files import Sight, WexmouthFiles

CASES = [
    pytest.param(row, child, id=row.case(child)) for row in ROWS if isinstance(row, RecordRow) for child in row.children
]


@pytest.mark.parametrize(("row", "child"), CASES)
def test_the_record_says_what_the_story_has(files: WexmouthFiles, row: RecordRow, child: str) -> None:
    found = row.found(Sight(files=files, forename=child, as_at=row.as_at, without=row.without))
    told = {
        "state": found.state, "started": as_text(found.started), "due": as_text(found.due),
        "due_at": as_text(found.due_at), "met": as_text(found.met),
    }  # fmt: skip
    assert told == {name: getattr(row, name) for name in told}
    if row.count:
        assert found.count == row.count[0]
