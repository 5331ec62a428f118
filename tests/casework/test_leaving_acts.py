"""Whoever leaves gives up every part with every child: the child, a place beside another, the chair, the advice."""

from collections.abc import Iterable

import pytest

from holdfast.casework.acts.act import Doing
from holdfast.casework.acts.leaving import LEAVE, NEXT, STAY, Preview, next_part, of_one, preview
from holdfast.casework.acts.part_in import part_in, parts_of_everybody
from holdfast.casework.asker import Asker
from holdfast.duties.settings import WEXMOUTH
from holdfast.duties.standing import Standing
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.in_care import CareEpisode, ReviewingOfficer
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.people import Departure, Involvement, Professional
from holdfast.record.register import NOUNS
from holdfast.record.writing import SignedText
from holdfast.web import seats
from tests.casework.child_records import d
from tests.casework.doing_acts import AT, record

TEAM = tuple(
    Professional(child=who, name=name, department=team)
    for who, name, team in (
        ("own", "Bea Cole", "east"), ("next", "Cy Dunn", "east"), ("goes", "Di Ely", "reviewing"),
        ("stays", "Edi Fox", "reviewing"),
    )
)  # fmt: skip


def involved(who: str, since: str, **more: object) -> Involvement:
    """A worker's open involvement with the child."""
    return Involvement(child="c", id=f"i-{who}-{since}", professional=who, team="east", started_on=d(since), **more)  # type: ignore[arg-type]


OWN = involved("own", "2026-01-05")
IN_CARE = CareEpisode(child="c", id="e", period="p", started_on=d("2025-01-06"))
CHAIR = ReviewingOfficer(child="c", id="r", on=d("2025-01-08"), professional="goes")
ADVISED = CareLeaver(child="c", id="l", adviser="goes")

PARTS: dict[str, list[Fact]] = {
    "has": [involved("goes", "2026-02-02")],
    "beside": [OWN, involved("goes", "2025-12-01")],
    "chairs": [OWN, IN_CARE, CHAIR],
    "advises": [OWN, ADVISED],
    "has and advises": [involved("goes", "2026-02-02"), ADVISED],
}
NONE: dict[str, list[Fact]] = {
    "ended": [OWN, involved("goes", "2025-12-01", ended_on=d("2026-01-05"))],
    "named before another": [OWN, IN_CARE, CHAIR, ReviewingOfficer(child="c", id="s", on=AT.date(), professional="x")],
    "of a child who left care": [OWN, CHAIR, CareEpisode(child="c", id="e", ended_on=d("2026-03-02"))],
    "of another adviser": [OWN, CareLeaver(child="c", id="l", adviser="x")],
}


def leaving(facts: Iterable[Fact], to: str, **more: str) -> tuple[Doing, tuple[Doing, ...]]:
    """The director puts on record that a worker leaves; the child goes to somebody."""
    child = record("c", [*facts, *TEAM])
    words = {"last_on": "2026-06-30", "why": "A move", f"{NEXT}c": to, **more}
    whole = Doing(
        asker=Asker.of(seats.BY_CODE["director"]), standing=Standing(record("goes", []), AT), words=words, key="k",
        made_at=AT, settings=WEXMOUTH, workers={one.child: one.name or "" for one in TEAM},
    )  # fmt: skip
    return whole, (of_one(whole, child),)


@pytest.mark.parametrize(("facts", "is_one"), [
    *((one, True) for one in PARTS.values()), *((one, False) for one in NONE.values()),
])  # fmt: skip
def test_every_part_counts_until_it_ended_and_both_ways_of_asking_agree(facts: list[Fact], is_one: bool) -> None:
    assert bool(part_in(Standing(record("c", facts), AT), "goes")) is is_one
    pairs = parts_of_everybody(columns_from(facts, NOUNS), AT).rows()
    assert (("goes", "c") in pairs) is is_one
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize(("name", "asked", "offered"), [
    ("has", "Who has Child c next", ["own", "next"]), ("beside", "Who goes on alone with Child c", ["own"]),
    ("chairs", "Who chairs Child c's reviews next", ["stays"]), ("advises", "Who is Child c's adviser next", ["stays"]),
])  # fmt: skip
def test_each_part_is_asked_about_by_its_name_and_has_to_have_a_next(name: str, asked: str, offered: list[str]) -> None:
    whole, (one,) = leaving(PARTS[name], offered[-1])
    part = next_part(one, "goes")
    assert (part.label, [code for code, _ in part.choices]) == (asked, offered)
    assert LEAVE.amiss(whole, (one,)) == []
    for to in ("", "goes", "nobody"):
        whole, (one,) = leaving(PARTS[name], to)
        assert [problem.part for problem in LEAVE.amiss(whole, (one,))] == [f"{NEXT}c"]


@pytest.mark.parametrize(("name", "to"), [
    ("has", "next"), ("beside", "own"), ("chairs", "stays"), ("advises", "stays"), ("has and advises", "next"),
])  # fmt: skip
def test_afterwards_nothing_is_left_with_whoever_left_and_the_next_has_all_of_it(name: str, to: str) -> None:
    facts = PARTS[name]
    whole, doings = leaving(facts, to)
    fresh = [one for one in LEAVE.facts(whole, doings) if getattr(one, "child", "") == "c"]
    ids = {(type(one), one.id) for one in fresh}  # type: ignore[attr-defined]
    assert len(ids) == len(fresh)
    after = Standing(record("c", [*(one for one in facts if (type(one), one.id) not in ids), *fresh]), AT)  # type: ignore[attr-defined]
    before = part_in(Standing(record("c", facts), AT), "goes")
    now = part_in(after, to)
    assert not part_in(after, "goes")
    assert (now.chairs, bool(now.advises)) == (before.chairs, bool(before.advises))
    assert part_in(after, "own" if not before.has else to).has
    ended = [one for one in after.of(Involvement) if one.professional == "goes"]
    assert {(one.ended_on, one.change_reason) for one in ended} <= {(AT.date(), "A move")}


def test_two_open_involvements_of_one_worker_both_end() -> None:
    whole, doings = leaving([involved("goes", "2025-12-01", role="support"), involved("goes", "2026-02-02")], "next")
    rows = [one for one in LEAVE.facts(whole, doings) if isinstance(one, Involvement)]
    assert [one.ended_on for one in rows if one.professional == "goes"] == [AT.date()] * 2
    assert [one.ended_on for one in rows if one.professional == "next"] == [None]


@pytest.mark.parametrize(("name", "to", "counted", "receives"), [
    ("has", "next", (1, 0, 0, 0), 1), ("beside", "own", (0, 0, 0, 1), 0), ("chairs", "stays", (0, 1, 0, 0), 1),
    ("has and advises", "next", (1, 0, 1, 0), 1),
])  # fmt: skip
def test_the_preview_counts_each_part_by_itself(name: str, to: str, counted: tuple[int, ...], receives: int) -> None:
    _, doings = leaving(PARTS[name], to)
    seen: Preview = preview("goes", doings, {to: 3}, WEXMOUTH)
    assert (seen.children, seen.chaired, seen.advised, seen.beside) == counted
    assert [(one.worker, one.before, one.after) for one in seen.receivers] == [(to, 3, 3 + receives)]


AHEAD = "2026-06-08"


def test_whoever_leaves_hands_over_from_a_day_ahead_with_a_note_for_each_child() -> None:
    facts = PARTS["has"]
    whole, (one,) = leaving(facts, "next", **{"from": AHEAD, "goodbye-c": "Goodbye", "hello-c": "Hello"})
    assert LEAVE.amiss(whole, (one,)) == []
    fresh = LEAVE.facts(whole, (one,))
    (new,) = [each for each in fresh if isinstance(each, Involvement) and each.professional == "next"]
    texts = {each.part: each.text for each in fresh if isinstance(each, SignedText) and each.subject == new.id}
    assert texts == {"why the worker changes": "A move", "goodbye": "Goodbye", "hello": "Hello"}
    (old,) = [each for each in fresh if isinstance(each, Involvement) and each.professional == "goes"]
    assert (old.ended_on, new.started_on) == (d(AHEAD), d(AHEAD))
    # Once that is on record nothing more is asked about the child, and nothing more is put on record of it.
    again, (planned,) = leaving([old, new], "")
    assert LEAVE.amiss(again, (planned,)) == []
    assert [type(each) for each in LEAVE.facts(again, (planned,))] == [Departure]


@pytest.mark.parametrize(("name", "day", "words"), [
    ("has", "2026-02-01", "began later"), ("has", "2026-09-02", "three months ahead"), ("has", "x", "Write the day"),
    ("advises", AHEAD, "adviser changes on the day"), ("has", "2026-09-01", ""), ("has", "2026-02-02", ""),
    ("advises", "2026-06-01", ""),
])  # fmt: skip
def test_the_day_from_which_is_neither_before_the_worker_came_nor_far_ahead(name: str, day: str, words: str) -> None:
    whole, doings = leaving(PARTS[name], "next" if name == "has" else "stays", **{"from": day})
    said = {problem.part: problem.words for problem in LEAVE.amiss(whole, doings)}
    assert (set(said), words in said.get("from", "")) == ({"from"} if words else set(), True)


def test_whoever_stays_after_all_has_no_last_day_on_record() -> None:
    whole, _ = leaving([], "")
    (told,) = STAY.facts(whole, ())
    assert isinstance(told, Departure)
    assert (told.child, told.last_on) == ("goes", None)
