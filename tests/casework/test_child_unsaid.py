"""What the record cannot say of a child: told for every child as for one, and silent where it can say."""

from dataclasses import replace

from holdfast.casework.child.unsaid import unsaid_by_child, unsaid_of
from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.duties.settings import WEXMOUTH
from holdfast.duties.standing import Standing
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.in_care import CareReview
from holdfast.record.register import NOUNS
from holdfast.wexmouth.council import council_columns, told_number
from tests.casework.child_records import ADA, AT, IN_CARE, STAFF, WORKS, d

VIEW = View(as_at=AT)


def test_every_child_at_once_and_each_child_alone_cannot_say_the_same() -> None:
    council = Council.of(council_columns(told_number()))
    found = unsaid_by_child(council, VIEW)
    for child in council.names:
        facts = council.child(child, VIEW)
        assert facts is not None
        assert found.get(child, ()) == unsaid_of(Standing(facts, AT), council.settings)
    assert found
    assert len(found) < len(council.names)


def test_what_the_file_cannot_show_is_named_and_what_it_can_is_not() -> None:
    reviewed = CareReview(child="c", id="r", held_on=d("2025-03-20"), cancelled=False)
    facts: list[Fact] = [ADA, WORKS, *STAFF, *IN_CARE, reviewed]
    whole = columns_from(facts, NOUNS)
    child = Council.of(whole).child("c", VIEW)
    assert child is not None
    assert "Hold the second review" not in unsaid_of(Standing(child, AT), WEXMOUTH)
    ended = replace(whole, held=replace(whole.held, known_until={CareReview: d("2025-04-01")}))
    cut = Council.of(ended).child("c", VIEW)
    assert cut is not None
    assert "Hold the second review" in unsaid_of(Standing(cut, AT), WEXMOUTH)


def test_a_care_plan_that_waits_on_a_court_is_unsaid_in_care_and_is_over_for_who_left() -> None:
    over = {"ended_on": d("2026-03-30")}
    episode, order, home = IN_CARE
    left = (
        replace(episode, end_reason="E4A", **over), replace(order, **over),
        replace(home, **over),
    )  # fmt: skip
    for times, unsaid in ((IN_CARE, True), (left, False)):
        council = Council.of(columns_from([ADA, WORKS, *STAFF, *times], NOUNS))
        child = council.child("c", VIEW)
        assert child is not None
        said = unsaid_of(Standing(child, AT), WEXMOUTH)
        assert ("Prepare the care plan" in said) is unsaid
        assert unsaid_by_child(council, VIEW).get("c", ()) == said
