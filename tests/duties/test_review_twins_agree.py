"""The nouns that are worked out from others are the same for one child and for all, whatever the extract lacks."""

from dataclasses import astuple, replace
from datetime import date
from random import Random

import polars as pl
import pytest

from holdfast.dates import Days, end_of
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.journeys.nouns import AssessmentTime, CarePeriod, FosteringTime, HomeTime, Return, Stay
from holdfast.duties.standing import Standing
from holdfast.record.columns import Columns, columns_from, every_child
from holdfast.record.field import Fact
from holdfast.record.in_care import CareReview, HealthCheck, PlacementStep, TemporaryApproval
from holdfast.record.people import Disability
from holdfast.record.unseen import MissingEpisode, ReturnInterview
from tests.invented_records import FIRST, invented

NOUNS = (AssessmentTime, CarePeriod, FosteringTime, HomeTime, Return, Stay)
LACKING = ((), (TemporaryApproval, PlacementStep), (CareReview, Disability))
MOMENTS = (date(2026, 6, 1), date(2025, 3, 30))


def denser(columns: Columns, random: Random) -> dict[type[Fact], pl.DataFrame]:
    """Two reviews for each child not long after so many come into care, and return interviews that nobody held."""
    days = [FIRST.toordinal() + random.randrange(200) for _ in range(2 * len(columns.children()))]
    reviews = [
        CareReview(child=child, held_on=date.fromordinal(days.pop()), cancelled=random.choice((None, False)))
        for child in columns.children() for _ in range(2)
    ]  # fmt: skip
    offers = [
        ReturnInterview(
            child=one.child, episode=one.id,
            declined_on=one.returned_on and Days(random.randrange(8)).after(one.returned_on),
        )
        for child in every_child(columns) for one in child.of(MissingEpisode) if one.id
    ]  # fmt: skip
    return {
        noun: columns_from(facts).frames[noun] for noun, facts in ((CareReview, reviews), (ReturnInterview, offers))
    }


def record(seed: int) -> Columns:
    columns = invented(Random(seed), children=6, whole=True)
    fields = {noun: some for noun, some in columns.held.fields.items() if noun not in LACKING[seed % 3]}
    frames = {noun: frame for noun, frame in columns.frames.items() if noun in fields}
    if seed % 2:
        frames |= denser(columns, Random(seed))
    known = {CareReview: date(2024, 2, 11)} if seed % 2 else {}
    latest = frozenset({HealthCheck, CareReview}) if seed % 5 == 0 else frozenset()
    return Columns(frames=frames, held=replace(columns.held, fields=fields, known_from=known, latest_only=latest))


@pytest.mark.parametrize("seed", range(24))
def test_each_worked_out_noun_is_the_same_for_one_child_and_for_all(seed: int) -> None:
    columns, moment = record(seed), end_of(MOMENTS[seed % 2])
    every = StandingColumns(columns, moment)
    for noun in NOUNS:
        swept = sorted(map(str, (astuple(noun(**row)) for row in every.of(noun).iter_rows(named=True))))
        alone = sorted(
            str(astuple(fact)) for child in every_child(columns) for fact in Standing(child, moment).of(noun)
        )
        assert swept == alone, noun.__name__


def test_the_invented_records_reach_each_thing_that_is_worked_out() -> None:
    reached: set[str] = set()
    for seed in range(24):
        every = StandingColumns(record(seed), end_of(MOMENTS[seed % 2]))
        for noun in NOUNS:
            frame = every.of(noun)
            reached |= {f"{noun.__name__}.{name}" for name in frame.columns if frame[name].null_count() < len(frame)}
            for name in ("certain", "reviews_told", "in_court", "temporary", "to_eighteen"):
                if name in frame.columns:
                    reached |= {f"{name} {value}" for value in frame[name].unique().to_list()}
    wanted = {
        "CarePeriod.second_unsure_from", "CarePeriod.assessed_before_on", "CarePeriod.six_months_until",
        "Stay.week_until", "Stay.entered_on", "HomeTime.reviewed_on", "AssessmentTime.closed_on",
        "Return.declined_on", "Return.offered_late_on", "FosteringTime.first_visit_on",
        "certain True", "certain False", "reviews_told True", "reviews_told False", "in_court True", "in_court False",
        "temporary True", "temporary False", "temporary None", "to_eighteen True", "to_eighteen False",
        "to_eighteen None",
    }  # fmt: skip
    assert wanted - reached == set()
