"""Handing over: to whom, from which day, taken back, and a goodbye that whoever handed over may still write."""

from dataclasses import replace
from datetime import date, datetime

from holdfast.casework.acts.act import Doing, to_come_of
from holdfast.casework.acts.goodbyes import hand_overs, to_say_goodbye
from holdfast.casework.acts.handing_over import notes_left_out
from holdfast.casework.acts.register import BY_CODE
from holdfast.casework.relationships import relationships_of
from holdfast.casework.seats import Seat
from holdfast.dates import parse_moment
from holdfast.duties.owner import owner_of
from holdfast.duties.standing import Standing
from holdfast.record.child import Child
from holdfast.record.field import columns_of
from holdfast.record.people import Department, Departure, Involvement, Professional
from holdfast.record.writing import SignedText
from tests.casework.child_records import d
from tests.casework.doing_acts import AT, after, amiss, doing, record
from tests.casework.test_acts import ADA, ALLOCATE, OPEN

TEAM = (
    Professional(child="w1", name="Bea Cole", department="WX-T-east"),
    Professional(child="w2", name="Cy Dunn", job_title="social worker", department="WX-T-east"),
    Professional(child="w3", name="Di Ely", department="WX-T-west"),
    Department(child="WX-T-west", name="West"),
)
WITH_BEA = Involvement(child="c", id="i", professional="w1", team="WX-T-east", started_on=OPEN, role="social worker")


def test_a_child_goes_from_one_worker_to_another_of_the_team_and_both_notes_are_kept() -> None:
    with_bea = Involvement(
        child="c", id="i", professional="w1", team="WX-T-east", started_on=OPEN, role="social worker"
    )
    child = record("c", [ADA, with_bea, *TEAM])
    (to, *_) = BY_CODE["allocate"].parts(doing(child, ALLOCATE))
    assert to.choices == (("w1", "Bea Cole"), ("w2", "Cy Dunn, social worker"), ("w3", "Di Ely (West)"))
    found = after(child, "allocate", {**ALLOCATE, "goodbye": "Goodbye, Ada", "hello": "Hello, Ada"})
    before, now = sorted(found.of(Involvement), key=lambda one: one.started_on or date.min)
    assert (before.professional, before.ended_on, before.change_reason) == ("w1", d("2026-06-01"), "A move")
    assert (now.professional, now.started_on, now.ended_on) == ("w2", d("2026-06-01"), None)
    assert {one.part: one.text for one in found.of(SignedText)} == {
        "why the worker changes": "A move", "goodbye": "Goodbye, Ada", "hello": "Hello, Ada",
    }  # fmt: skip
    for words, part in (
        ({"to": "w1"}, "to"), ({"to": "w4"}, "to"), ({"from": "2026-09-02"}, "from"), ({"from": "2025-06-01"}, "from"),
    ):  # fmt: skip
        assert set(amiss("allocate", doing(child, {**ALLOCATE, **words}))) == {part}
    for day in (OPEN.isoformat(), "2026-09-01"):
        assert amiss("allocate", doing(child, {**ALLOCATE, "from": day})) == {}


def test_a_note_that_was_left_out_when_the_worker_changed_can_be_written_later_and_is_asked_for_until_then() -> None:
    with_bea = Involvement(child="c", id="i", professional="w1", team="WX-T-east", started_on=OPEN)
    handed = after(record("c", [ADA, with_bea, *TEAM]), "allocate", {**ALLOCATE, "goodbye": "Goodbye, Ada"}, key="k1")
    assert left_out(handed) == ["The worker changed on 1 June 2026 without a hello note."]
    assert left_out(handed)[0] in BY_CODE["hand-over-note"].reads_first(doing(handed, {}))
    wrong = after(handed, "hand-over-note", {"note": "promises to keep", "text": "The seaside"}, key="k2")
    assert left_out(wrong) == left_out(handed)
    told = after(wrong, "hand-over-note", {"note": "hello", "text": "I am Cy"}, key="k3")
    assert left_out(told) == []
    assert {one.text for one in told.of(SignedText) if one.part in ("goodbye", "hello")} == {"Goodbye, Ada", "I am Cy"}


def test_there_is_no_hello_where_no_worker_is_on_record() -> None:
    words = {"note": "hello", "text": "I am Cy"}
    assert set(amiss("hand-over-note", doing(record("c", [ADA]), words))) == {"note"}
    with_bea = Involvement(child="c", id="i", professional="w1", team="WX-T-east", started_on=OPEN)
    assert amiss("hand-over-note", doing(record("c", [ADA, with_bea, *TEAM]), words)) == {}


def left_out(child: Child) -> list[str]:
    """What the child's page says of notes that were left out."""
    return list(notes_left_out(Standing(child, AT)))


BEA = Seat(code="social-worker", title="Social worker", may="", scope="worker", holder="w1", team="WX-T-east")
CY = replace(BEA, holder="w2")
NEXT_WEEK, THAT_DAY = {**ALLOCATE, "from": "2026-06-08"}, parse_moment("2026-06-08T09:00")


def handed(words: dict[str, str], key: str = "k1") -> Child:
    """Bea handed Ada over."""
    return after(record("c", [ADA, WITH_BEA, *TEAM]), "allocate", words, key=key)


def with_her(child: Child, at: datetime) -> str | None:
    """Who has the child at a moment."""
    return owner_of(Standing(child, at)).worker


def whole(child: Child, words: dict[str, str], at: datetime = AT, seat: Seat | None = None) -> Doing:
    """Somebody does something to a child of whom more is on record than has happened."""
    done = replace(doing(child, words, at=at, key="k9"), to_come=to_come_of(child, at))
    return done if seat is None else replace(done, asker=replace(done.asker, seat=seat, who=seat.holder or ""))


def taken_back(child: Child, at: datetime = AT) -> Child:
    """The record once the hand-over is taken back: what is withdrawn is no more there."""
    act, done = BY_CODE["take-back"], whole(child, {"why": "It was the wrong child"}, at)
    assert act.amiss(done) == ()
    gone = {one.id for one in act.withdraws(done) if isinstance(one, Involvement)}
    facts = {noun: list(some) for noun, some in child.facts.items()}
    facts[Involvement] = [one for one in child.of(Involvement) if one.id not in gone]
    for fact in act.facts(done):
        key = next(one.name for one in columns_of(type(fact)) if one.key)
        rest = [one for one in facts.get(type(fact), []) if getattr(one, key) != getattr(fact, key)]
        facts[type(fact)] = [*rest, fact]
    return Child(id="c", facts={noun: tuple(some) for noun, some in facts.items()}, held=child.held)


def test_a_child_goes_to_a_worker_of_another_team_and_the_record_says_which() -> None:
    child = handed({**ALLOCATE, "to": "w3"})
    assert (owner_of(Standing(child, AT)).worker, owner_of(Standing(child, AT)).team) == ("w3", "WX-T-west")


def test_a_hand_over_from_a_day_ahead_changes_nothing_until_that_day() -> None:
    child = handed(NEXT_WEEK)
    assert with_her(child, AT) == with_her(child, parse_moment("2026-06-07T23:00")) == "w1"
    assert with_her(child, THAT_DAY) == "w2"
    assert relationships_of(CY, Standing(child, AT)) == frozenset()
    assert relationships_of(BEA, Standing(child, AT)) == {"allocated"}
    (told,) = BY_CODE["allocate"].reads_first(whole(child, {}))
    assert told == "From 8 June 2026 Another worker has the child: that is on record."
    again = BY_CODE["allocate"].amiss(whole(child, ALLOCATE))
    assert ["Take that back first" in one.words for one in again] == [True]


def test_a_hand_over_is_taken_back_while_its_day_lies_ahead_and_on_the_day_it_was_put_on_record() -> None:
    for words in (ALLOCATE, NEXT_WEEK):
        back = taken_back(handed(words))
        (time,) = back.of(Involvement)
        assert (time.id, time.ended_on, time.change_reason) == ("i", None, None)
        assert with_her(back, THAT_DAY) == "w1"
        assert "It was the wrong child" in {one.text for one in back.of(SignedText)}
        assert hand_overs(Standing(back, AT)) == ()


def test_a_hand_over_that_has_begun_is_no_more_taken_back_on_another_day() -> None:
    for child, at in ((handed(ALLOCATE), parse_moment("2026-06-02T08:30")), (handed(NEXT_WEEK), THAT_DAY)):
        said = BY_CODE["take-back"].amiss(whole(child, {"why": "x"}, at))
        assert ["No hand-over can be taken back" in one.words for one in said] == [True]
    assert "No hand-over" in BY_CODE["take-back"].reads_first(doing(record("c", [ADA, WITH_BEA, *TEAM]), {}))[0]


def test_whoever_handed_a_child_over_may_still_write_the_goodbye_and_nothing_else() -> None:
    child = handed(ALLOCATE)
    standing = Standing(child, AT)
    assert relationships_of(BEA, standing) == {"handed"}
    note = BY_CODE["hand-over-note"]
    done = whole(child, {"note": "goodbye", "text": "Goodbye, Ada"}, seat=BEA)
    assert [code for code, _ in note.parts(done)[0].choices] == ["goodbye", "promises to keep"]
    assert note.opens_with(done) == {"note": "goodbye"}
    assert note.reads_first(done) == [
        "You handed this child over on 1 June 2026. The goodbye to the child is not written yet."
    ]
    assert [one.part for one in note.amiss(whole(child, {"note": "hello", "text": "x"}, seat=BEA))] == ["note"]
    (written,) = note.facts(done)
    assert isinstance(written, SignedText)
    told = Child(id="c", facts={**child.facts, SignedText: (*child.of(SignedText), written)}, held=child.held)
    assert notes_left_out(Standing(told, AT)) == ("The worker changed on 1 June 2026 without a hello note.",)
    assert relationships_of(BEA, Standing(told, AT)) == {"handed"}, "on the day it may be read and added to"
    assert relationships_of(BEA, Standing(told, parse_moment("2026-06-02T00:10"))) == frozenset()


def test_no_goodbye_waits_for_who_left_the_service_and_none_that_another_system_knows_nothing_of() -> None:
    child = handed(ALLOCATE)
    for last_on, waits in (("2026-06-01", True), ("2026-05-31", False)):
        gone = Departure(child="w1", last_on=d(last_on), told_on=d("2026-05-20"))
        some = Child(id="c", facts={**child.facts, Departure: (gone,)}, held=child.held)
        assert bool(to_say_goodbye(Standing(some, AT), "w1")) is waits
    elsewhere = record("c", [
        ADA, replace(WITH_BEA, ended_on=AT.date()),
        Involvement(child="c", id="j", professional="w2", team="WX-T-east", started_on=AT.date()), *TEAM,
    ])  # fmt: skip
    assert to_say_goodbye(Standing(elsewhere, AT), "w1") is None


def test_a_goodbye_still_waits_and_no_old_hand_over_is_taken_back_after_a_later_one_was() -> None:
    child, week_after = handed(ALLOCATE), parse_moment("2026-06-08T09:00")
    planned = after(
        child, "allocate", {**ALLOCATE, "to": "w3", "from": "2026-06-20", "why": "B"}, at=week_after, key="k2"
    )
    back = taken_back(planned, week_after)
    for some in (planned, back):
        assert to_say_goodbye(Standing(some, week_after), "w1") is not None
    assert [one.id for one in back.of(Involvement) if one.ended_on is None] == ["hf-k1-involvement"]
    said = BY_CODE["take-back"].amiss(whole(back, {"why": "x"}, week_after))
    assert ["No hand-over can be taken back" in one.words for one in said] == [True]
