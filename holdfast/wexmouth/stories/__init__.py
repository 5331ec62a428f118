"""Seventeen stories of Wexmouth, to the day: what the project is tried on.

Every person is invented. ``STORIES`` are in order; ``story_facts`` gives the rows of all of them with the teams
and workers whom they name.
"""

from holdfast.record.field import Fact
from holdfast.wexmouth.stories.below_threshold import BELOW_THRESHOLD
from holdfast.wexmouth.stories.brothers_and_sister import BROTHERS_AND_SISTER
from holdfast.wexmouth.stories.call_and_file import HIS_FILE, THE_CALL
from holdfast.wexmouth.stories.far_from_home import FAR_FROM_HOME
from holdfast.wexmouth.stories.five_workers import FIVE_WORKERS
from holdfast.wexmouth.stories.found_late import FOUND_LATE
from holdfast.wexmouth.stories.four_times_missing import FOUR_TIMES_MISSING
from holdfast.wexmouth.stories.great_aunt import GREAT_AUNT
from holdfast.wexmouth.stories.homeless_at_sixteen import HOMELESS_AT_SIXTEEN
from holdfast.wexmouth.stories.late_conference import LATE_CONFERENCE
from holdfast.wexmouth.stories.little_change import LITTLE_CHANGE
from holdfast.wexmouth.stories.no_answer import NO_ANSWER
from holdfast.wexmouth.stories.no_supervision import NO_SUPERVISION
from holdfast.wexmouth.stories.red_letter import RED_LETTER
from holdfast.wexmouth.stories.story import Story
from holdfast.wexmouth.stories.third_notice import THIRD_NOTICE
from holdfast.wexmouth.stories.told_us_sixteen import TOLD_US_SIXTEEN
from holdfast.wexmouth.workers import everyone

STORIES: tuple[Story, ...] = (
    THIRD_NOTICE,
    BELOW_THRESHOLD,
    FOUND_LATE,
    HOMELESS_AT_SIXTEEN,
    LATE_CONFERENCE,
    LITTLE_CHANGE,
    GREAT_AUNT,
    BROTHERS_AND_SISTER,
    FAR_FROM_HOME,
    FOUR_TIMES_MISSING,
    RED_LETTER,
    TOLD_US_SIXTEEN,
    FIVE_WORKERS,
    NO_ANSWER,
    NO_SUPERVISION,
    THE_CALL,
    HIS_FILE,
)


def story_facts() -> tuple[Fact, ...]:
    """The facts of every story, the teams and workers first."""
    return (*everyone(), *(fact for story in STORIES for fact in story.facts()))


__all__ = ["STORIES", "Story", "story_facts"]
