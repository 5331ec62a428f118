"""What docs/security.md says holds is held: by a test that is named here, or by the number in the code."""

import re

import pytest

from docs.asvs import Row
from holdfast.casework import quarantine
from holdfast.casework.apart import unpacking
from holdfast.web import proposed, receiving
from tests.whole_repo.test_asvs import dead_ends
from tests.whole_repo.tree import ROOT

SAYS = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")

HELD_BY = {
    "One way to write.": (
        "tests/whole_repo/test_one_door.py::test_what_is_put_on_record_goes_through_one_of_two_doors",
        "tests/web/test_looked.py::test_a_write_that_begins_like_a_read_is_refused_by_the_database_itself",
    ),
    "Nothing is altered or deleted.": (
        "tests/store/test_nothing_is_changed_or_deleted.py::test_the_database_refuses",
        "tests/store/test_nothing_is_changed_or_deleted.py::test_no_table_is_left_without_its_triggers",
    ),
    "Nobody overwrites anybody.": (
        "tests/web/test_doing.py::test_of_two_who_write_at_once_the_second_sees_both_and_may_save_as_the_newer",
        "tests/web/test_no_longer_yours.py::test_a_base_that_lies_ahead_of_the_record_is_refused_and_no_word_is_lost",
    ),
    "Nothing typed is lost.": (
        "tests/web/test_words_held.py::test_a_form_without_its_token_comes_back_with_its_words_and_a_fresh_token",
        "tests/web/test_words_held.py::test_a_save_that_fails_says_that_nothing_was_changed_and_gives_every_word_back",
        "tests/web/test_no_longer_yours.py::test_whoever_wrote_while_the_child_was_handed_over_gets_every_word_back",
        "tests/store/test_looks_and_drafts.py::test_a_draft_is_its_writers_alone",
    ),
    "Who looked.": (
        "tests/web/test_looked.py::test_without_the_line_there_is_no_answer",
        "tests/web/test_no_longer_yours.py::test_a_refused_look_has_no_basis_and_an_act_and_a_director_are_named",
        "tests/web/test_who_may.py::test_a_backup_leaves_its_line_first_and_is_not_made_without_it",
    ),
    "Who may do what": (
        "tests/casework/test_permissions.py::test_the_two_copies_of_the_table_are_equal",
        "tests/web/test_access.py::test_a_route_that_nobody_listed_is_not_answered",
        "tests/web/test_who_may.py::test_every_command_is_in_the_register_and_leaves_a_line_or_says_why_not",
    ),
    "Pages": (
        "tests/web/test_protected.py::test_no_form_is_taken_without_the_token_of_our_own_page",
        "tests/web/test_protected.py::test_another_origin_is_told_nothing_and_every_page_says_how_it_is_written",
    ),
    "Numbers without names.": (
        "tests/casework/test_frozen.py::test_what_is_typed_in_after_the_month_does_not_change_what_was_told_of_it",
        "tests/casework/test_frozen.py::test_the_whole_paper_stands_still_too_and_so_does_its_trend",
    ),
    "Files": (
        "tests/casework/test_gate.py::test_a_packed_file_that_names_a_place_outside_is_refused",
        "tests/casework/test_apart.py::test_the_ways_out_are_shut_and_were_open_before",
    ),
}
"""By how each statement of *What holds today* begins, the tests that hold it."""


def statements(text: str) -> list[str]:
    """How each statement of the chapter begins."""
    chapter = text.split("## What holds today")[1].split("\n## ")[0]
    return re.findall(r"^- \*\*(.+?)\*\*", chapter, re.MULTILINE)


def test_every_statement_of_what_holds_is_held_by_tests_that_are_there() -> None:
    assert statements(SAYS) == list(HELD_BY)
    named = [Row(number=what, level=1, asks="x", state="met", why="x", shown=shown) for what, shown in HELD_BY.items()]
    assert [words for row in named for words in dead_ends(row)] == []


def test_a_statement_that_nothing_holds_turns_the_guard_red() -> None:
    assert statements(SAYS.replace("- **Files**", "- **Everything is safe.** So.\n- **Files**")) != list(HELD_BY)


IN_WORDS = {6: "six", 20: "twenty"}


@pytest.mark.parametrize(
    "said",
    [
        f"`build/proposed`, {IN_WORDS[proposed.MOST_KEPT]} at most",
        f"`build/quarantine`, {IN_WORDS[quarantine.MOST_KEPT]} at most",
        f"up to {receiving.LARGEST_UPLOAD >> 20} MB, {unpacking.MOST_FILES} packed files",
        f"packed files, {unpacking.LARGEST >> 20} MB unpacked",
    ],
)
def test_each_number_that_it_says_is_the_one_in_the_code(said: str) -> None:
    assert said in " ".join(SAYS.split())
