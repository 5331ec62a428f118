"""Registers of children whom no chart shows: privately fostered, homeless, missing, disabled with worries."""

import polars as pl

from holdfast.casework.registers.register import Register, members
from holdfast.dates.columns import add_months_each
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.drift.notes import CONCERN
from holdfast.duties.drift.rule import Needs, number
from holdfast.duties.journeys.nouns import FosteringTime
from holdfast.duties.journeys.unseen import NOT_DISABLED
from holdfast.duties.settings import Settings
from holdfast.record.child_protection import Enquiry, ProtectionPlan
from holdfast.record.oversight import Note
from holdfast.record.people import Disability
from holdfast.record.unseen import HomelessPresentation, MissingEpisode, PrivateFostering, ReturnInterview


def privately_fostered(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """The council was told of the arrangement, it has not ended, and the child is under 16 (18 where disabled)."""
    still = standing.of(FosteringTime).filter(pl.col("ended_on").is_null())
    return members(still, "started_on")


def not_certainly_fostered(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Those of 16 and 17 for whom the record holds no disabilities, so that nobody can say if it goes on."""
    return standing.of(FosteringTime).filter(pl.col("ended_on").is_null() & ~pl.col("certain")).select("child")


def homeless(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Asked for help with nowhere to live at 16 or 17, and not closed. A birthday closes nothing."""
    still = standing.of(HomelessPresentation).filter(pl.col("closed_on").is_null() & pl.col("on").is_not_null())
    place = pl.when(pl.col("housed_on").is_null()).then(pl.lit("no safe place is on record")).otherwise(
        pl.concat_str(pl.lit("in "), pl.col("housed_in").fill_null("a place whose kind is not on record"))
    )  # fmt: skip
    return members(still, "on", place)


def missing_now(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Missing, not away without authorisation, and no return is on record."""
    gone = pl.col("returned_on").is_null() & (pl.col("type").fill_null("missing") != "away")
    return members(standing.of(MissingEpisode).filter(gone), "started_on")


def disabled_with_worries(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """A disability is on record, and a worry: a protection plan in force, or an enquiry or note of concern of late.

    Of late means within the council's look-back (twelve months unless it has set another).
    """
    coded = pl.col("code").is_not_null() & (pl.col("code") != NOT_DISABLED)
    disabled = standing.of(Disability).filter(coded).select("child").unique()
    oldest = number(settings, "look-back-months")

    def of_late(day: str) -> pl.Expr:
        return (add_months_each(pl.col(day), oldest) >= standing.today).fill_null(False)

    plans = standing.of(ProtectionPlan).filter(pl.col("ended_on").is_null())
    notes = standing.of(Note).filter((pl.col("kind") == CONCERN) & of_late("on"))
    worries = pl.concat([
        members(plans, "started_on", pl.lit("on a protection plan")),
        members(standing.of(Enquiry).filter(of_late("started_on")), "started_on", pl.lit("an enquiry was made")),
        members(notes, "on", pl.lit("a concern was noted")),
    ])  # fmt: skip
    return worries.join(disabled, on="child", how="semi")


REGISTERS: tuple[Register, ...] = (
    Register(
        code="privately-fostered",
        title="Privately fostered",
        question="Who lives with somebody who is no close relative, by the family's own arrangement?",
        rule="The council was told of the arrangement, no end is on record, and the child is under 16, or under 18 "
        "where a disability is on record.",
        needs=(Needs(noun=PrivateFostering, fields=("notified_on", "ended_on")),),
        members=privately_fostered,
        codes=frozenset({"pf-visit-7wd", "pf-visit-year1", "pf-visit-year2", "pf-suitability"}),
        limits="It cannot know of an arrangement that nobody told the council about.",
        unsure=not_certainly_fostered,
        unsure_words="Aged 16 or 17, and this record holds no disabilities: it goes on only for a disabled child.",
    ),
    Register(
        code="homeless-at-16-and-17",
        title="Homeless at 16 and 17",
        question="Which young people asked us for help with nowhere to live, and are not yet settled?",
        rule="A presentation is on record and is not closed. Turning 18 takes nobody off.",
        needs=(Needs(noun=HomelessPresentation, fields=("on", "closed_on")),),
        members=homeless,
        codes=frozenset({"hl-same-day", "hl-no-bb", "hl-assessment", "hl-56d-relief", "hl-young-person-refuses"}),
        limits="It cannot know of a young person who asked only the housing service.",
    ),
    Register(
        code="missing-now",
        title="Missing now",
        question="Who is missing, and who is looking?",
        rule="A time of being missing is on record without a return. Away without authorisation does not count.",
        needs=(Needs(noun=MissingEpisode, fields=("started_on", "returned_on")),),
        members=missing_now,
        codes=frozenset({"repeat-missing", "second-offer", "ms-rhi-72h"}),
        limits="A child who is back but whose return nobody has typed in is still on it.",
    ),
    Register(
        code="missing-without-return-interview",
        title="Back from being missing, without a return interview",
        question="Who came back, and has nobody yet to talk to about it?",
        rule="A return is on record; no interview was held since, and none was declined within the 72 hours.",
        needs=(
            Needs(noun=MissingEpisode, fields=("returned_on",)),
            Needs(noun=ReturnInterview, fields=("held_on", "declined_on")),
        ),
        clock="ms-rhi-72h",
        codes=frozenset({"ms-rhi-72h", "second-offer", "repeat-missing"}),
        limits="It cannot know of a talk that was held and not written up.",
        unsure_words="The record does not hold what would tell whether an interview was held.",
    ),
    Register(
        code="disabled-with-worries",
        title="Disabled children with worries",
        question="For which disabled children has somebody worried, and would we decide the same for any child?",
        rule="A disability is on record, and a protection plan in force, or an enquiry or a note of concern within "
        "the council's look-back, twelve months unless it has set another.",
        needs=(
            Needs(noun=Disability, fields=("code",)),
            Needs(noun=ProtectionPlan, fields=("started_on", "ended_on")),
        ),
        members=disabled_with_worries,
        codes=frozenset({
            "repeated-concern", "cin-visit", "cin-plan-review", "in-need-plan-long", "cp-icpc-15wd", "cp-visit",
            "cp-core-group-first", "cp-core-group-next", "cp-review-first", "cp-review-next", "as-cfa-45wd",
            "conference-not-booked", "no-change-twice", "no-change-decision",
        }),
        limits="It cannot know of a disability that nobody has put on record, nor of a worry kept in an e-mail.",
    ),
)  # fmt: skip
