"""The invented children speak for themselves, and brothers and sisters are told as such; nobody's list moves by it."""

from collections import Counter
from datetime import date

import pytest

from holdfast.record.child_protection import Conference
from holdfast.record.oversight import ManagementDecision, Note, PlanAction
from holdfast.record.people import Involvement
from holdfast.wexmouth.council import crowd, told_children
from holdfast.wexmouth.crowd.children import families, lives_of
from holdfast.wexmouth.crowd.family import Life
from holdfast.wexmouth.crowd.own_words import BY_AGE, THINGS, and_others
from holdfast.wexmouth.telling import CARRIED_ON_TO
from holdfast.wexmouth.told_children import ACTIONS, PROMISES, WORDS

SIBLINGS = "assessment of brothers and sisters"


@pytest.fixture(scope="module")
def lives() -> list[Life]:
    return list(crowd(300, 1))


def _words(life: Life) -> list[Note]:
    return [one for one in life.told.of(Note) if one.kind == "told us"]


def test_a_good_part_of_those_whom_somebody_sees_now_said_something_and_not_all_the_same(lives: list[Life]) -> None:
    now = [
        life for life in lives
        if life.age(CARRIED_ON_TO) >= 6 and any(one.ended_on is None for one in life.told.of(Involvement))
    ]  # fmt: skip
    assert sum(bool(_words(life)) for life in now) > len(now) / 3
    said = Counter(one.words_of_note for life in lives for one in _words(life))
    assert len(said) > 60
    assert max(said.values()) < sum(said.values()) / 10


def test_nobody_speaks_before_the_age_of_four_and_each_in_the_words_of_their_age(lives: list[Life]) -> None:
    for life in lives:
        for one in _words(life):
            age = life.age(one.on)
            assert age >= 4
            starts = [words.split("{", maxsplit=1)[0] for least, most, some in BY_AGE if least <= age <= most
                      for _, words in some]  # fmt: skip
            assert any(one.words_of_note.startswith(start) for start in starts)
            assert "{" not in one.words_of_note


def test_what_stands_in_the_braces_is_known() -> None:
    for _, _, some in BY_AGE:
        for _, words in some:
            assert words.format_map({thing: each[0] for thing, each in THINGS.items()})


def test_brothers_and_sisters_share_a_meeting_or_are_named_to_each_other_and_an_only_child_is_not() -> None:
    joined = 0
    for family, _ in zip(families(1), range(90), strict=False):
        some = lives_of(family)
        meetings = [{one.meeting for one in life.told.of(Conference)} - {None} for life in some]
        notes = [[one for one in life.told.of(Note) if one.kind == SIBLINGS] for life in some]
        if len(some) == 1:
            assert not meetings[0]
            assert not notes[0]
        shared = Counter(meeting for own in meetings for meeting in own)
        assert all(many > 1 for many in shared.values()), "a meeting is about several"
        assert not any(own and named for own, named in zip(meetings, notes, strict=True)), "told once"
        joined += sum(bool(own or named) for own, named in zip(meetings, notes, strict=True))
    assert joined > 20


@pytest.mark.parametrize(("names", "said"), [
    (["Amber"], "Amber"), (["Amber", "Corey"], "Amber and Corey"),
    (["Amber", "Corey", "Otis"], "Amber, Corey and Otis"),
])  # fmt: skip
def test_others_are_named_as_people_say_it(names: list[str], said: str) -> None:
    assert and_others(names) == said


def test_what_is_told_of_the_stories_and_the_planted_has_ids_of_its_own_and_lies_before_wexmouths_day() -> None:
    facts = told_children()
    ids = Counter((type(one), getattr(one, "id", None)) for one in facts if getattr(one, "id", None))
    assert [key for key, many in ids.items() if many > 1] == []
    own = [one for one in facts if isinstance(one, Note | PlanAction | ManagementDecision)]
    assert len(own) > len(WORDS) + len(ACTIONS) + len(PROMISES)
    assert max(day for day in (getattr(one, "done_on", None) for one in own) if day) <= date(2026, 5, 31)
