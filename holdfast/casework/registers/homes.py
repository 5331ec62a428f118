"""Registers of children in care and young people who left it: whose home, how far away, and who is in touch."""

import polars as pl

from holdfast.casework.registers.register import Register, members
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.drift.rule import Needs
from holdfast.duties.journeys.nouns import CarePeriod
from holdfast.duties.settings import Settings
from holdfast.record.in_care import CareEpisode, Placement, TemporaryApproval
from holdfast.record.leaving_care import AdviserContact, CareLeaver
from holdfast.record.people import Person

FAR_MILES = 20
"""More miles than this count as far: the number of the department's yearly figures. No law names one."""

NO_PARENT = "N8"
"""The code of need that says no parent is there to look after the child."""

BRITISH = ("British", "GB", "GBR", "UK")

OUT_OF_TOUCH = "NO"

CARE_CODES = frozenset({
    "cla-review-1", "cla-review-2", "cla-review-n", "cla-visit-first", "cla-visit-yr1", "cla-visit-after-yr1",
    "cla-visit-permanent", "cla-visit-reg24", "cla-care-plan", "cla-placement-plan", "cla-placement-notify",
    "cla-ooa-approval", "cla-permanence-plan", "cla-iro-appoint", "cla-iha", "cla-rha-u5", "cla-rha-5plus",
    "cla-dental", "cla-pep-first", "accommodated-without-permanence", "gap-unfilled", "worker-changes",
})  # fmt: skip


def in_care(standing: StandingColumns) -> pl.DataFrame:
    """child: those in care now."""
    return standing.of(CarePeriod).filter(pl.col("ended_on").is_null()).select("child").unique()


def with_relatives_for_a_time(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Placed under a temporary approval that has neither been made full nor ended, its time over or not."""
    still = standing.of(TemporaryApproval).filter(pl.col("approved_on").is_null() & pl.col("ended_on").is_null())
    extended = pl.when(pl.col("extended_on").is_not_null()).then(pl.lit("an extension is on record"))
    return members(still, "started_on", extended)


def _homes_now(standing: StandingColumns) -> pl.DataFrame:
    now = standing.of(Placement).filter(pl.col("ended_on").is_null())
    return now.join(in_care(standing), on="child", how="semi")


def far_from_home(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """In care now, in a home more than 20 miles from the child's own."""
    far = _homes_now(standing).filter(pl.col("distance") > FAR_MILES)
    whole = (pl.col("distance") + 0.5).floor().cast(pl.Int64)
    return members(far, "started_on", pl.format("{} miles from home", whole))


def no_distance(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """In care now, in a home whose distance is not on record."""
    return _homes_now(standing).filter(pl.col("distance").is_null()).select("child")


def _no_parent_there(standing: StandingColumns) -> pl.DataFrame:
    here = standing.of(CareEpisode).filter(pl.col("ended_on").is_null() & (pl.col("need") == NO_PARENT))
    here = here.join(in_care(standing), on="child", how="semi")
    return here.join(standing.of(Person).select("child", "nationality"), on="child", how="left")


def unaccompanied(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """In care now because no parent is there (need N8), with a nationality on record that is not British."""
    found = _no_parent_there(standing).filter(~pl.col("nationality").is_in(BRITISH).fill_null(True))
    return members(found.with_columns(pl.coalesce("entered_on", "started_on").alias("_since")), "_since")


def perhaps_unaccompanied(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """In care now because no parent is there, without a nationality on record."""
    return _no_parent_there(standing).filter(pl.col("nationality").is_null()).select("child")


def not_in_touch(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """A care leaver who is on record as not in touch."""
    said = standing.of(CareLeaver).filter(pl.col("in_touch") == OUT_OF_TOUCH)
    return members(said, "contact_on", pl.lit("on record as not in touch"))


REGISTERS: tuple[Register, ...] = (
    Register(
        code="temporary-approval",
        title="With relatives or friends on temporary approval",
        question="Who lives with a relative or friend whose approval is not yet full, and how long does it still run?",
        rule="A temporary approval is on record; no full approval and no end are. Where its time is over the child "
        "stays on it, because the child still lives there.",
        needs=(Needs(noun=TemporaryApproval, fields=("started_on", "approved_on", "ended_on")),),
        members=with_relatives_for_a_time,
        codes=frozenset({
            "cla-reg24-approval", "cla-reg25-extension", "temporary-approval-over",
        }),
        settled=("approved_on", "because full approval was decided"),
        limits="It cannot know of a child who stays with relatives before anybody has written the approval down.",
    ),
    Register(
        code="far-from-home",
        title="Far from home",
        question="Who lives more than 20 miles from home, and who goes to see them?",
        rule="In care now, in a home more than 20 miles from the child's own, as the department's yearly figures "
        "count it. It is no limit in law.",
        needs=(
            Needs(noun=Placement, fields=("started_on", "ended_on", "distance")),
            Needs(noun=CareEpisode, fields=("started_on", "ended_on")),
        ),
        members=far_from_home,
        codes=CARE_CODES,
        limits="Miles say nothing of how long the journey takes, nor of who can make it.",
        unsure=no_distance,
        unsure_words="The distance of the home (clap_cla_placement_distance) is not on record.",
    ),
    Register(
        code="unaccompanied",
        title="Children who came here without a parent",
        question="Who came to this country alone, and is in our care?",
        rule="In care now because no parent is there (code of need N8), with a nationality on record that is not "
        "British. The tables read here have no mark of their own for it: please look at each name.",
        needs=(
            Needs(noun=CareEpisode, fields=("need", "started_on", "ended_on")),
            Needs(noun=Person, fields=("nationality",)),
        ),
        members=unaccompanied,
        codes=CARE_CODES | {"cl-needs-eligible", "cl-pathway-plan", "cl-pathway-plan-16y3m", "as-cfa-45wd"},
        limits="It says nothing of anybody's claim, age or story. Whom nobody asked for a nationality is not on it.",
        unsure=perhaps_unaccompanied,
        unsure_words="No parent is there, and the nationality (pers_nationality) is not on record.",
    ),
    Register(
        code="care-leavers-not-in-touch",
        title="Care leavers we are not in touch with",
        question="Which young people who left our care have we lost, and who could reach them?",
        rule="No contact both ways is on record within the council's own standard, or the young person is on record "
        "as not in touch.",
        needs=(
            Needs(noun=CareLeaver, fields=("eligibility",)),
            Needs(noun=AdviserContact, fields=("on", "two_way")),
        ),
        members=not_in_touch,
        clock="cl-pa-contact-8wk",
        states=("overdue",),
        codes=frozenset({
            "cl-pa-contact-8wk", "cl-pa-visit-7d", "cl-pa-visit-prereview", "cl-pa-visit-2mo", "cl-pathway-review",
            "cl-pathway-review-28d", "cl-pathway-review-28d-local", "tenancy-at-risk",
        }),
        limits="It cannot know of a young person who does not want us in touch, unless that is on record.",
        unsure_words="The record does not hold what would tell when somebody was last in touch.",
    ),
)  # fmt: skip
