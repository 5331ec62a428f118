"""The sum of each measure for one month, by the measure's code."""

from collections.abc import Callable, Mapping

import polars as pl

from holdfast.dates.columns import working_days_between_each
from holdfast.duties.drift.rule import Needs
from holdfast.measures.columns.approvals import open_temporary_approvals
from holdfast.measures.columns.counting import (
    CANNOT_SAY,
    NO,
    YES,
    children_owed,
    children_past,
    decided_in,
    late_or_met_in,
    met_in,
    overdue_at,
)
from holdfast.measures.columns.month import Counted, Month, rows_of
from holdfast.measures.columns.workers import re_referrals, three_or_more_workers
from holdfast.measures.measure import Part, lacking
from holdfast.measures.register import BY_CODE
from holdfast.record.child_protection import Conference, ProtectionPlan, ProtectionVisit
from holdfast.record.front_door import Assessment
from holdfast.record.in_care import CareVisit, Placement

Sum = Callable[[Month], Counted]

PROTECTION, IN_CARE = "with a protection plan", "in care"

VISITS: tuple[tuple[str, tuple[str, ...], tuple[Needs, ...]], ...] = (
    (
        PROTECTION,
        tuple(code for code in BY_CODE["visits-on-time"].duties if code.startswith("cp-")),
        (
            Needs(noun=ProtectionPlan, fields=("started_on",)),
            Needs(noun=ProtectionVisit, fields=("on", "seen"), every=True),
        ),
    ),
    (
        IN_CARE,
        tuple(code for code in BY_CODE["visits-on-time"].duties if code.startswith("cla-")),
        (Needs(noun=Placement, fields=("started_on",)), Needs(noun=CareVisit, fields=("on", "seen"), every=True)),
    ),
)
"""The two halves of the visits: which children, by which clocks, and what each needs of the file."""


def assessments_in_45(month: Month) -> Counted:
    """Assessments authorised in the month; those without a start cannot be counted."""
    codes = BY_CODE["assessments-in-45"].duties
    startless = month.standing.of(Assessment).filter(
        pl.col("started_on").is_null() & month.holds(pl.col("authorised_on"))
    )
    unknown = startless.select(
        "child", pl.col("authorised_on").alias("done_on"), pl.lit(CANNOT_SAY).alias("answer"),
        pl.lit("the day it started (cina_assessment_start_date) is not on record").alias("why"),
    )  # fmt: skip
    done = rows_of(met_in(month, codes))
    beside = Part(words="past their day and not concluded", numerator=overdue_at(month, codes))
    return Counted(rows=rows_of(pl.concat([done, rows_of(unknown)])), parts=(beside,), median=_median(done))


def conferences_in_15(month: Month) -> Counted:
    """Conferences held in the month, each with the last enquiry that it followed."""
    codes = BY_CODE["conferences-in-15"].duties
    found = rows_of(met_in(month, codes))
    # A conference that names no enquiry meets every earlier one of the child's; it followed the last of them.
    done = found.unique(["child", "done_on"], keep="last", maintain_order=True)
    held = (
        month.standing.of(Conference)
        .filter(month.holds(pl.col("held_on")) & ~pl.col("transfer_in").fill_null(False))
        .select("child", pl.col("held_on").alias("done_on"))
        .unique()
    )
    followed = done.select("child", "done_on").unique()
    loose = held.join(followed, on=["child", "done_on"], how="anti").with_columns(
        pl.lit(CANNOT_SAY).alias("answer"),
        pl.lit("no enquiry that it followed is on record (ssd_s47_enquiry)").alias("why"),
    )
    beside = Part(
        words="past their day with no conference, and no outcome that needs none",
        numerator=overdue_at(month, codes),
    )
    return Counted(rows=rows_of(pl.concat([done, rows_of(loose)])), parts=(beside,), median=_median(done))


def _median(done: pl.DataFrame) -> float | None:
    """The middle number of working days from start to done; None where nothing was done."""
    days = done.select(working_days_between_each(pl.col("started_on"), pl.col("done_on")).alias("days"))
    found = days.get_column("days").median()
    return float(found) if isinstance(found, int | float) else None


def reviews_on_time(month: Month) -> Counted:
    """Reviews of children in care, held in time or late in the month."""
    return Counted(rows=rows_of(late_or_met_in(month, BY_CODE["reviews-on-time"].duties)))


def pathway_reviews(month: Month) -> Counted:
    """Reviews of pathway plans, held in time or late in the month."""
    return Counted(rows=rows_of(late_or_met_in(month, BY_CODE["pathway-reviews"].duties)))


def visits_on_time(month: Month) -> Counted:
    """Children owed visits in the month: those with a protection plan, then those in care."""
    found, parts, silent = [], [], []
    for words, codes, needs in VISITS:
        lacks = lacking(needs, month.columns.held, month.first, month.last)
        if lacks:
            silent.append(f"children {words}: it needs {'; '.join(lacks)}")
            continue
        rows = rows_of(children_owed(month, codes))
        yes, no = (rows.filter(pl.col("answer") == answer).height for answer in (YES, NO))
        parts.append(Part(words=words, numerator=yes, denominator=yes + no, role="share"))
        found.append(rows)
    rows = rows_of(pl.concat(found)) if found else rows_of(pl.DataFrame(schema={"child": pl.String}))
    return Counted(rows=rows, parts=tuple(parts), silent=tuple(silent), nothing_known=not found)


def supervision_gaps(month: Month) -> Counted:
    """Children with open work at the end of the month."""
    return Counted(rows=rows_of(children_past(month, BY_CODE["supervision-gaps"].duties)))


def return_interviews(month: Month) -> Counted:
    """Returns whose interview was decided in the month."""
    codes = BY_CODE["return-interviews"].duties
    declined = (pl.col("state") == "ended") & ~pl.col("_late") & month.holds(pl.col("ended_on"))
    many = month.clocks(codes).filter(declined).height
    part = Part(words="declined by the child in time", numerator=many)
    return Counted(rows=rows_of(decided_in(month, codes)), parts=(part,))


SUMS: Mapping[str, Sum] = {
    "re-referrals": re_referrals,
    "assessments-in-45": assessments_in_45,
    "conferences-in-15": conferences_in_15,
    "reviews-on-time": reviews_on_time,
    "visits-on-time": visits_on_time,
    "three-or-more-workers": three_or_more_workers,
    "open-temporary-approvals": open_temporary_approvals,
    "supervision-gaps": supervision_gaps,
    "return-interviews": return_interviews,
    "pathway-reviews": pathway_reviews,
}
