"""Each story leaves on Wexmouth's Monday exactly the lines that it says, and nothing else."""

import pytest

from holdfast.duties.columns.monday import monday_lines
from holdfast.duties.columns.sweep import clocks_from, sweep
from holdfast.duties.drift.columns.sweep import drift_sweep
from holdfast.duties.register import ALL
from holdfast.record.columns import columns_from
from holdfast.record.in_care import CareEpisode, Placement
from holdfast.wexmouth.stories import STORIES, Story, story_facts
from holdfast.wexmouth.telling import CARRIED_ON_TO, WEXMOUTH_MOMENT

EACH = pytest.mark.parametrize("story", STORIES, ids=[f"story-{one.number}" for one in STORIES])

LATE_IN_A_STORY = {
    ("WX-S03-1", "pf-notify-advance"),
    ("WX-S03-1", "pf-visit-year1"),
    ("WX-S05-1", "cp-icpc-15wd"),
    ("WX-S05-2", "cp-icpc-15wd"),
    ("WX-S11-1", "cl-pathway-review-28d-local"),
    ("WX-S14-1", "iro-dispute"),
    ("WX-S15-1", "wf-case-supervision"),
}
"""What was late in a story and has come right: the stories say so themselves."""


def test_there_are_seventeen_stories_in_order() -> None:
    assert [story.number for story in STORIES] == list(range(1, 18))


@EACH
def test_a_story_leaves_exactly_the_lines_it_says(story: Story) -> None:
    lines = monday_lines(columns_from(story.facts()), WEXMOUTH_MOMENT)
    left = {(line.child, line.code) for some in lines.values() for line in some}
    assert left == set(story.monday)


@EACH
def test_what_stands_beside_the_list_is_about_the_same_matter(story: Story) -> None:
    """A drift that is not listed by itself is one of which a line of the list already speaks."""
    drifts, _ = drift_sweep(columns_from(story.facts()), WEXMOUTH_MOMENT)
    listed = {(child, code) for child, code in story.monday}
    for one in drifts:
        assert not one.nags or (one.child, one.code) in listed or (one.child, one.matter) in listed


def test_where_a_story_is_silent_wexmouth_carries_it_on_in_good_time() -> None:
    clocks = clocks_from(sweep(columns_from(story_facts()), WEXMOUTH_MOMENT, ALL))
    late = {(one.child, one.duty) for one in clocks if one.state == "met_late"}
    approved_late_in_words_only = {("WX-S07-1", "cla-reg24-approval")}
    assert late - approved_late_in_words_only == LATE_IN_A_STORY


def test_a_story_is_told_the_same_way_every_time() -> None:
    assert story_facts() == story_facts()


def test_every_home_of_a_story_has_its_episode_of_care() -> None:
    facts = story_facts()
    homes = {fact.id for fact in facts if isinstance(fact, Placement)}
    assert homes == {fact.placement for fact in facts if isinstance(fact, CareEpisode)} - {None}


def test_wexmouth_adds_nothing_of_its_own_after_the_last_working_day() -> None:
    own = [story for story in STORIES if story.number not in (6, 17)]
    for story in own:
        for fact in story.facts():
            on = getattr(fact, "on", None) or getattr(fact, "held_on", None)
            assert on is None or on <= CARRIED_ON_TO, fact
