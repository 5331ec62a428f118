"""Stories 16 and 17: the call before an inspection, and a man who asks for his file."""

from collections.abc import Iterator
from datetime import date

from holdfast.record.field import Fact
from holdfast.record.in_care import CareEpisode
from holdfast.record.oversight import Note
from holdfast.wexmouth.stories.story import Story
from holdfast.wexmouth.telling import Telling

IN_CARE_FROM, LEFT_CARE = date(2004, 5, 10), date(2015, 9, 4)


def _no_child() -> Iterator[Fact]:
    """The call is about every child in Wexmouth, so the story adds nobody."""
    yield from ()


def _asks_for_his_file() -> Iterator[Fact]:
    told = Telling("WX-S17-1")
    told.is_("Marcus", "Bell", date(1998, 11, 23), "M")
    told.add(
        CareEpisode, started_on=IN_CARE_FROM, start_reason="S", need="N1", ended_on=LEFT_CARE, end_reason="E4A",
        period="WX-S17-1-care-1", entered_on=IN_CARE_FROM,
    )  # fmt: skip
    told.add(Note, on=date(2026, 6, 15), kind="asked for file", source="Marcus", words_of_note="His whole file")
    yield from told.facts


THE_CALL = Story(number=16, title="The call before an inspection", tell=_no_child)
HIS_FILE = Story(number=17, title="A man asks for his file", tell=_asks_for_his_file)
