"""Supervision opens with all of last time, asks for a reflection, and leaves no action without an owner."""

from holdfast.casework.acts.register import BY_CODE
from holdfast.dates import parse_moment
from holdfast.duties.drift.oversight import action_moved
from holdfast.duties.settings import WEXMOUTH
from holdfast.duties.standing import Standing
from holdfast.record.child import Child
from holdfast.record.child_protection import ProtectionVisit
from holdfast.record.in_care import CareVisit, Placement
from holdfast.record.leaving_care import AdviserContact
from holdfast.record.oversight import ChangeEvent, PlanAction, PlanReview, Supervision
from holdfast.record.unseen import MissingEpisode
from tests.casework.child_records import d
from tests.casework.doing_acts import AT, after, amiss, doing, record
from tests.casework.test_acts import ACTION, ADA, MOVED, SUPERVISION


def test_a_supervision_opens_with_last_times_action_and_asks_about_one_past_its_day() -> None:
    first = after(record("c", [ADA]), "supervision", {**SUPERVISION, "on": "2026-05-01", "by": "2026-05-20"}, key="k1")
    told = " ".join(BY_CODE["supervision"].reads_first(doing(first, {})))
    assert "Last discussed on 1 May 2026." in told
    assert "Agreed then: Visit" in told
    assert "Its day has passed." in told
    assert set(amiss("supervision", doing(first, SUPERVISION))) == {"not_done"}
    assert amiss("supervision", doing(first, {**SUPERVISION, "not_done": "On Thursday"})) == {}
    on_the_day = parse_moment("2026-05-20T08:30")
    assert amiss("supervision", doing(first, {**SUPERVISION, "on": "2026-05-20"}, at=on_the_day)) == {}


def test_a_supervision_asks_for_a_reflection_and_says_on_record_that_there_is_one() -> None:
    assert set(amiss("supervision", doing(record("c", [ADA]), {**SUPERVISION, "reflection": " "}))) == {"reflection"}
    (held,) = after(record("c", [ADA]), "supervision", {**SUPERVISION, "reflection": "x"}).of(Supervision)
    assert held.reflective is True


SINCE = [
    ChangeEvent(child="c", id="e", on=d("2026-05-09"), kind="birth"),
    Placement(child="c", id="p", started_on=d("2026-05-10"), type="U6"),
    Placement(child="c", id="before", started_on=d("2026-04-30"), type="U6"),
    MissingEpisode(child="c", id="m", started_on=d("2026-05-11")),
    PlanReview(child="c", id="r", on=d("2026-05-12"), change="better"),
    ProtectionVisit(child="c", id="v", on=d("2026-05-13"), seen=True, seen_alone=True),
    CareVisit(child="c", id="w", on=d("2026-05-14"), seen=False, seen_alone=False),
    AdviserContact(child="c", id="a", on=d("2026-05-15"), way="call", two_way=True),
]
"""What came on record of Ada after the first discussion, and one thing of the day before."""


def told_at(child: Child, at: str) -> list[str]:
    return list(BY_CODE["supervision"].reads_first(doing(child, {}, at=parse_moment(at))))


def test_a_supervision_opens_with_all_of_last_time_and_what_is_new_since() -> None:
    first = after(
        record("c", [ADA]), "supervision", {**SUPERVISION, "on": "2026-05-01", "by": "2026-05-20"}, key="k1",
        at=parse_moment("2026-05-01T10:00"),
    )  # fmt: skip
    assert told_at(first, "2026-05-02T08:30") == [
        "Last discussed on 1 May 2026.",
        "Agreed then: Visit, by Bea, for 20 May 2026. Not done yet.",
        "What had changed for the child then: She smiles",
        "What we made of it then: What is it like for her?",
        "Nothing is on record since of a change in the child's life: ask what is not written down.",
        "No visit is on record since.",
    ]
    facts = {**first.facts}
    for one in SINCE:
        facts[type(one)] = (*facts.get(type(one), ()), one)
    later = Child(id="c", facts=facts, held=first.held)
    (action,) = {one.action or "" for one in later.of(PlanAction)}
    done = after(later, "plan-action", {"action": action, "done_on": "2026-05-22"}, key="k2")
    both = after(done, "plan-action", {**ACTION, "what": "Ring the school"}, key="k3")
    assert told_at(both, "2026-06-01T09:00")[1:3] == [
        "Agreed then: Visit, by Bea, for 20 May 2026. Done on 22 May 2026.",
        "Not done yet: Ring the school, by Bea, for 12 June 2026.",
    ]
    assert told_at(both, "2026-06-01T09:00")[5:] == [
        "Since then, on 9 May 2026: a big change (birth).",
        "Since then, on 10 May 2026: a move, to a foster carer.",
        "Since then, on 11 May 2026: the child went missing.",
        "Since then, on 12 May 2026: a review found the child's life: better for the child.",
        "2 visits since, the last on 14 May 2026: seen 1, alone 1.",
    ]


def test_an_action_that_nobody_does_says_so_and_asks_for_a_name_before_it_moves() -> None:
    child = record("c", [ADA, *MOVED])
    assert "An action, nobody named yet, for 8 June 2026." in BY_CODE["plan-action"].reads_first(doing(child, {}))[0]
    moves = {"action": "a", "for_day": "2026-06-20", "why": "The club is full"}
    assert set(amiss("plan-action", doing(child, moves))) == {"owner"}
    assert amiss("plan-action", doing(child, {**moves, "owner": "Bea"})) == {}
    assert amiss("plan-action", doing(child, {"action": "a", "done_on": "2026-06-01"})) == {}
    assert set(amiss("supervision", doing(child, {**SUPERVISION, "owner": ""}))) == {"owner"}


def test_the_form_counts_the_moves_of_a_day_as_the_rule_does_that_asks_about_them() -> None:
    child = record("c", [ADA, *MOVED, PlanAction(child="c", id="blank", action="a", set_on=d("2026-05-04"))])
    (found,) = action_moved(Standing(child, AT), WEXMOUTH)
    assert found.count == 7
    assert f"Its day has moved {found.count} times." in BY_CODE["plan-action"].reads_first(doing(child, {}))[0]
