"""Absent is not empty: what is not in the extract cannot be said, what is there and empty counts as not done."""

from dataclasses import replace
from datetime import date

import pytest

from holdfast.dates import end_of
from holdfast.duties.clock import Clock
from holdfast.duties.duty import MetBy, MetInPlace, Way
from holdfast.duties.explain import because
from holdfast.duties.register import BY_CODE
from holdfast.duties.settings import WEXMOUTH
from holdfast.duties.standing import DERIVED
from holdfast.record.child import Held
from holdfast.record.child_protection import ProtectionVisit
from holdfast.record.field import Fact
from holdfast.record.front_door import Assessment, InNeedVisit
from holdfast.record.in_care import CareEpisode, CareReview, HealthCheck, Permanence, Placement, TemporaryApproval
from holdfast.record.leaving_care import AdviserContact, CareLeaver, PathwayPlan
from holdfast.record.oversight import Challenge
from holdfast.record.unseen import HomelessPresentation, PrivateFostering
from tests.duties.every_example import EXAMPLES
from tests.duties.examples import CHILD, ENGINES, HELD, Example, the_clock
from tests.duties.examples_home import in_need, protected
from tests.duties.examples_in_care import in_care

each_engine = pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES.keys())

IN_PLACE = {
    ("AssessmentTime", "authorised_on"): (Assessment, "authorised_on"),
    ("ApprovalTerm", "approved_on"): (TemporaryApproval, "approved_on"),
    ("ApprovalExtension", "approved_on"): (TemporaryApproval, "approved_on"),
    ("AdoptionWay", "placed_on"): (Permanence, "placed_on"),
    ("AdoptionWay", "matched_on"): (Permanence, "matched_on"),
    ("FosteringTime", "suitable_on"): (PrivateFostering, "suitable_on"),
    ("HomelessResponse", "lawful_on"): (HomelessPresentation, "housed_in"),
    ("Dispute", "settled_on"): (Challenge, "settled_on"),
}
"""For a day worked out from others: the noun and field of the extract that hold it."""


def without(held: Held, noun: type[Fact], *fields: str) -> Held:
    """The same extract without these columns of a table, or without the whole table."""
    left = {one: some for one, some in held.fields.items() if one is not noun}
    if fields:
        left[noun] = held.fields[noun] - set(fields)
    return replace(held, fields=left)


def way_of(example: Example) -> Way:
    return BY_CODE[example.code].ways[example.way]


def without_the_evidence(example: Example) -> Held:
    way = way_of(example)
    if isinstance(way.met, MetBy):
        return without(example.held, way.met.noun)
    assert isinstance(way.met, MetInPlace)
    noun, field = IN_PLACE.get((way.starts.noun.__name__, way.met.on), (way.starts.noun, way.met.on))
    return without(example.held, noun, field)


def told(clock: Clock) -> str:
    return " ".join(because(BY_CODE[clock.duty], clock, WEXMOUTH))


SHOWN = [
    one
    for one in EXAMPLES
    if one.done and not (isinstance(way_of(one).met, MetBy) and way_of(one).met.noun in DERIVED)
    and one.code not in ("ad-a10-threshold", "pf-notify-advance")
]  # fmt: skip


@each_engine
@pytest.mark.parametrize("example", SHOWN, ids=[one.name for one in SHOWN])
def test_where_the_evidence_is_not_in_the_extract_it_cannot_be_said_and_the_cure_is_named(
    example: Example, engine
) -> None:
    held = without_the_evidence(example)
    clock = the_clock(engine(example.record, end_of(example.late), BY_CODE[example.code], held=held), example.started)
    assert clock is not None
    assert (clock.state, clock.met_on, clock.days, clock.due_on) == ("cannot_say", None, None, example.due)
    assert clock.missing
    assert f"Missing: {clock.missing}." in told(clock)
    met = way_of(example).met
    assert met is not None
    assert not met.cure or clock.missing == met.cure


@each_engine
@pytest.mark.parametrize("example", SHOWN, ids=[one.name for one in SHOWN])
def test_where_the_evidence_is_there_and_empty_it_is_overdue(example: Example, engine) -> None:
    clocks = engine(example.record, end_of(example.late), BY_CODE[example.code], held=example.held)
    clock = the_clock(clocks, example.started)
    assert clock is not None
    assert (clock.state, clock.missing) == ("overdue", None)


@each_engine
@pytest.mark.parametrize("example", EXAMPLES, ids=[one.name for one in EXAMPLES])
def test_a_start_that_the_extract_cannot_hold_gives_no_clock(example: Example, engine) -> None:
    held = Held(fields={noun: fields for noun, fields in HELD.fields.items() if noun not in map(type, example.record)})
    if example.code.startswith("cl-p"):
        held = without(without(held, CareLeaver), AdviserContact)
    assert engine(example.record, end_of(example.late), BY_CODE[example.code], held=held) == []


@each_engine
def test_the_adopters_day_needs_a_permanence_table_that_has_it(engine) -> None:
    record = (*in_care(date(2025, 3, 4)), Permanence(child=CHILD, decided_on=date(2025, 11, 3)))
    held = without(HELD, Permanence, "placed_on")
    (clock,) = engine(record, end_of(date(2026, 5, 5)), BY_CODE["ad-a10-threshold"], held=held)
    assert (clock.state, clock.missing) == (
        "cannot_say", "the column perm_placed_for_adoption_date of ssd_permanence",
    )  # fmt: skip


@each_engine
def test_a_leaver_of_whom_only_the_latest_review_is_given_is_counted_from_it_and_the_end_cannot_be_said(engine) -> None:
    held = without(HELD, PathwayPlan)
    record = (CareLeaver(child=CHILD, eligibility="relevant", review_on=date(2025, 11, 30)),)
    (clock,) = engine(record, end_of(date(2026, 6, 1)), BY_CODE["cl-pathway-review"], held=held)
    assert clock.started_on == date(2025, 11, 30)
    assert clock.due_on == date(2026, 5, 30)


@each_engine
def test_of_reviews_only_the_latest_is_given_so_a_late_one_may_have_been_the_second(engine) -> None:
    held = replace(HELD, latest_only=frozenset({CareReview}))
    record = in_care(date(2025, 12, 8))
    late = (*record, CareReview(child=CHILD, held_on=date(2026, 4, 7), cancelled=False))
    early = (*record, CareReview(child=CHILD, held_on=date(2026, 1, 8), cancelled=False))
    first = {
        name: the_clock(engine(one, end_of(date(2026, 4, 8)), BY_CODE["cla-review-1"], held=held), date(2025, 12, 8))
        for name, one in (("late", late), ("early", early))
    }
    assert {name: clock.state for name, clock in first.items() if clock} == {"late": "cannot_say", "early": "met"}
    second, later = (
        [engine(one, end_of(date(2026, 4, 8)), BY_CODE[code], held=held) for one in (late, early)]
        for code in ("cla-review-2", "cla-review-n")
    )
    assert [[clock.started_on for clock in some] for some in second] == [[], [date(2026, 1, 8)]]
    assert [[clock.started_on for clock in some] for some in later] == [[date(2026, 4, 7)], []]


@each_engine
def test_a_health_check_without_a_status_may_or_may_not_be_the_assessment(engine) -> None:
    record, states = in_care(date(2025, 12, 8)), {}
    for status in ("completed", "refused", None):
        check = HealthCheck(child=CHILD, type="health assessment", status=status, on=date(2026, 1, 5))
        (clock,) = engine((*record, check), end_of(date(2026, 1, 6)), BY_CODE["cla-iha"])
        states[status] = clock.state
    assert states == {"completed": "met", "refused": "due_soon", None: "cannot_say"}


@each_engine
def test_a_table_that_is_there_but_has_no_column_for_the_day_counts_as_absent(engine) -> None:
    record = in_need(date(2026, 3, 2))
    for held, expected in ((HELD, "overdue"), (without(HELD, InNeedVisit, "on"), "cannot_say")):
        (clock,) = engine(record, end_of(date(2026, 3, 31)), BY_CODE["cin-visit"], held=held)
        assert clock.state == expected


@each_engine
def test_an_episode_of_care_without_its_start_gives_no_clock_and_with_only_the_entry_gives_one(engine) -> None:
    blank, entered = CareEpisode(child=CHILD), CareEpisode(child=CHILD, entered_on=date(2025, 12, 8))
    assert engine((blank,), end_of(date(2026, 1, 6)), BY_CODE["cla-review-1"]) == []
    assert len(engine((entered,), end_of(date(2026, 1, 6)), BY_CODE["cla-review-1"])) == 1
    assert engine((Placement(child=CHILD),), end_of(date(2026, 1, 6)), BY_CODE["cla-visit-first"]) == []


LATEST_VISIT = [
    ("cin-visit", in_need(date(2026, 1, 5)), InNeedVisit),
    ("cp-visit", protected(date(2026, 1, 5)), ProtectionVisit),
]


@each_engine
@pytest.mark.parametrize(("code", "record", "noun"), LATEST_VISIT, ids=[one[0] for one in LATEST_VISIT])
@pytest.mark.parametrize("day", [date(2026, 1, 5), date(2026, 1, 6)])
def test_where_only_the_latest_visit_is_given_the_next_is_counted_from_it_on_the_plans_first_day_too(
    engine, code: str, record, noun: type[Fact], day: date
) -> None:
    held = replace(HELD, latest_only=frozenset({noun}))
    visited = (*record, noun(child=CHILD, on=day, seen=True))  # type: ignore[call-arg]
    for moment, expected in ((date(2026, 1, 7), {"running", "due_soon"}), (date(2026, 6, 1), {"overdue"})):
        latest = engine(visited, end_of(moment), BY_CODE[code], held=held)
        whole = engine(visited, end_of(moment), BY_CODE[code])
        assert latest == whole
        assert latest[-1].started_on == day
        assert latest[-1].state in expected


@each_engine
def test_where_only_the_latest_review_is_given_a_first_review_on_the_day_of_entry_is_met(engine) -> None:
    held = replace(HELD, latest_only=frozenset({CareReview}))
    record = (*in_care(date(2025, 12, 8)), CareReview(child=CHILD, held_on=date(2025, 12, 8), cancelled=False))
    (first,) = engine(record, end_of(date(2026, 6, 1)), BY_CODE["cla-review-1"], held=held)
    (second,) = engine(record, end_of(date(2026, 6, 1)), BY_CODE["cla-review-2"], held=held)
    assert (first.state, second.state, second.started_on) == ("met", "overdue", date(2025, 12, 8))
