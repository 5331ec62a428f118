"""What each list says, as facts of the record, and what one list adds to another.

A list gives much less than a history. Where it gives only the latest of a kind (a visit, a review) the kind is
in ``LATEST_ONLY``; what it gives without a day of its own (how many placements, whether a return interview was
offered) makes no fact and is kept as text.
"""

from collections.abc import Mapping

import polars as pl

from holdfast.exchange.annex_a.rows import Made, Rows, numbered, reworded
from holdfast.exchange.annex_a.words import code_of, source_of, without_label
from holdfast.record.child_protection import Conference, Enquiry, ProtectionPlan, ProtectionReview, ProtectionVisit
from holdfast.record.field import Fact
from holdfast.record.front_door import Assessment, Contact, InNeedPlan, InNeedVisit, Referral
from holdfast.record.in_care import CareReview, CareVisit, HealthCheck, LegalStatus, Placement
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.people import Involvement

LATEST_ONLY: frozenset[type[Fact]] = frozenset({
    InNeedVisit, ProtectionVisit, ProtectionReview, CareReview, CareVisit, HealthCheck, LegalStatus, Placement,
    CareLeaver, Involvement,
})  # fmt: skip
"""Of these the lists give the latest and not those before it."""

NO_CONFERENCE, CONFERENCE = "CONFERENCE_UNNECESSARY", "CP_CONFERENCE_FLAG"
"""The outcomes of an enquiry, as the record has them."""

IN_NEED = "in need plan"
ELSEWHERE = ("in care", "protection plan")
"""Statuses whose visits stand on another list."""

ByList = Mapping[int, Rows]


def front_door(by: ByList) -> list[Made | None]:
    """Contacts, referrals and assessments: lists 1, 3 and 4."""
    made: list[Made | None] = []
    if 1 in by:
        made.append(by[1].make(Contact, {"on": "contact_on"}, id=numbered("contact", "contact_on"), **_source(by[1])))
    if 3 in by:
        rows = by[3].joined(_closings(by), ("closed_on", "close_reason", "need"))
        told = {
            "on": "referral_on", "nfa": "nfa", "team": "team", "worker": "worker", "closed_on": "closed_on",
            "close_reason": "close_reason", "need": "need",
        }  # fmt: skip
        made.append(rows.make(Referral, told, id=numbered("referral", "referral_on"), **_source(rows)))
    if 4 in by:
        told = {
            "started_on": "started_on", "child_seen": "seen", "authorised_on": "authorised_on", "team": "team",
            "worker": "worker",
        }  # fmt: skip
        also = {"outcome_nfa": ~pl.col("needs_support")} if "needs_support" in by[4].has else {}
        made.append(by[4].make(Assessment, told, id=numbered("assessment", "started_on"), **also))
    return made


def in_need(by: ByList) -> list[Made | None]:
    """Child in need plans, and the day each child in need was last seen: list 6.

    The list gives the start of the time as a child in need, not of the plan; it stands for the plan's. Only a
    child whose case status says so is on a plan.
    """
    if 6 not in by:
        return []
    rows = by[6].with_columns(
        reworded("status", by[6].frame, lambda cell: code_of("status", cell)).alias("status"),
        numbered("in need plan", "started_on").alias("_plan"),
    )
    plans = None
    if "status" in rows.has:
        told = {"started_on": "started_on", "ended_on": "closed_on", "team": "team", "worker": "worker"}
        plans = rows.make(InNeedPlan, told, pl.col("status") == IN_NEED, id=pl.col("_plan"))
    here = pl.col("seen_on").is_not_null() & pl.col("closed_on").is_null() & ~_is(ELSEWHERE)
    visits = rows.make(
        InNeedVisit, {"on": "seen_on"}, here,
        id=numbered("seen", "seen_on"), seen=pl.lit(True), plan=pl.when(_is((IN_NEED,))).then(pl.col("_plan")),
    )  # fmt: skip
    return [plans, visits]


def protection(by: ByList) -> list[Made | None]:
    """Enquiries and conferences (list 5); plans with their latest visit and review (list 7)."""
    return [*_enquiries(by), *_plans(by)]


def leaving_care(by: ByList) -> list[Made | None]:
    """Care leavers: list 9. The latest review and contact are fields of the care leaver, as in the dataset."""
    if 9 not in by:
        return []
    rows = by[9]
    told = {
        "child": "child", "contact_on": "contact_on", "review_on": "reviewed_on", "adviser": "adviser",
        "team": "team", "worker": "worker",
    }  # fmt: skip
    coded = {"eligibility": "eligibility", "in_touch": "in_touch"}
    also = {
        name: reworded(name, rows.frame, lambda cell, field=field: code_of(field, cell))  # type: ignore[misc]
        for name, field in coded.items()
        if name in rows.has
    }
    plain = {
        name: reworded(name, rows.frame, without_label)
        for name in ("accommodation", "suitable", "activity")
        if name in rows.has
    }
    return [rows.make(CareLeaver, told, id=pl.col("child") + " care leaver", **also, **plain)]


def days_seen(by: ByList) -> pl.DataFrame:
    """child, day: when list 6 says that a child was last seen. A visit on that day saw the child."""
    if 6 not in by or "seen_on" not in by[6].has:
        return pl.DataFrame(schema={"child": pl.String, "day": pl.Date})
    return by[6].frame.select("child", pl.col("seen_on").alias("day")).drop_nulls().unique()


def with_seen(rows: Rows, by: ByList, visit: str, alone: str | None) -> Rows:
    """The rows with ``_seen``: true where the list or list 6 shows that the child was seen on the visit, else null.

    That a child was not seen alone does not say whether she was seen.
    """
    seen = days_seen(by).with_columns(pl.lit(True).alias("_seen_then"))
    frame = rows.frame.join(
        seen, left_on=["child", visit], right_on=["child", "day"], how="left", maintain_order="left"
    )
    shown = pl.col("_seen_then").fill_null(False)
    if alone:
        shown = shown | pl.col(alone).fill_null(False)
    return rows.of(frame.with_columns(pl.when(shown).then(True).alias("_seen")))


def _source(rows: Rows) -> dict[str, pl.Expr]:
    if "source" not in rows.has:
        return {}
    return {
        "source": reworded("source", rows.frame, lambda cell: source_of(cell)[0]),
        "source_words": reworded("source", rows.frame, lambda cell: source_of(cell)[1]),
    }


def _is(statuses: tuple[str, ...]) -> pl.Expr:
    return pl.col("status").is_in(statuses).fill_null(False)


def _closings(by: ByList) -> pl.DataFrame | None:
    """For each referral (child, referral_on) of list 3 what list 6 says of the episode that it is part of.

    An episode of list 6 begins with the last referral on or before its start, and holds those up to its closing.
    """
    if 6 not in by or "started_on" not in by[6].has or "referral_on" not in by[3].has:
        return None
    days = by[3].frame.select("child", "referral_on").drop_nulls().unique().sort("child", "referral_on")
    known = [name for name in ("closed_on", "close_reason", "need") if name in by[6].has]
    episodes = by[6].frame.select("child", "started_on", *known).filter(pl.col("started_on").is_not_null())
    episodes = episodes.sort("started_on", "child", maintain_order=True)
    began = episodes.join_asof(
        days.with_columns(pl.col("referral_on").alias("_began")).sort("referral_on", "child"),
        left_on="started_on", right_on="referral_on", by="child", strategy="backward", check_sortedness=False,
    ).with_columns(pl.coalesce("_began", "started_on").alias("_began"))  # fmt: skip
    within = days.join(began.drop("referral_on", strict=False), on="child", how="inner")
    within = within.filter(pl.col("_began") <= pl.col("referral_on"))
    if "closed_on" in known:
        within = within.filter(pl.col("closed_on").is_null() | (pl.col("closed_on") >= pl.col("referral_on")))
        within = within.sort("child", "referral_on", "closed_on", nulls_last=True, maintain_order=True)
    words = {
        "close_reason": reworded("close_reason", within, without_label) if "close_reason" in known else None,
        "need": reworded("need", within, lambda cell: code_of("need", cell)) if "need" in known else None,
    }
    within = within.with_columns(expr.alias(name) for name, expr in words.items() if expr is not None)
    return within.unique(["child", "referral_on"], keep="first", maintain_order=True).select(
        "child", "referral_on", *known
    )


def _enquiries(by: ByList) -> list[Made | None]:
    if 5 not in by:
        return []
    rows = by[5].with_columns(numbered("enquiry", "started_on").alias("_enquiry"))
    needed = pl.when(pl.col("unnecessary")).then(pl.lit(NO_CONFERENCE)).when(~pl.col("unnecessary"))
    also = {"outcome": needed.then(pl.lit(CONFERENCE))} if "unnecessary" in rows.has else {}
    told = {"started_on": "started_on", "team": "team", "worker": "worker"}
    enquiries = rows.make(Enquiry, told, pl.col("started_on").is_not_null(), id=pl.col("_enquiry"), **also)
    rows = rows.of(_with_plan(rows.frame, by))
    told = {"held_on": "held_on", "made_plan": "made_plan", "team": "team", "worker": "worker"}
    link = {"enquiry": pl.col("_enquiry")} if "started_on" in rows.has else {}
    held = pl.col("held_on").is_not_null()
    ident = numbered("conference", "held_on")
    return [enquiries, rows.make(Conference, told, held, id=ident, plan=pl.col("_plan"), **link)]


def _with_plan(frame: pl.DataFrame, by: ByList) -> pl.DataFrame:
    """The conferences with the id of the plan each made: the child's next plan of list 7 from that day on."""
    if 7 not in by or "started_on" not in by[7].has:
        return frame.with_columns(pl.lit(None, dtype=pl.String).alias("_plan"))
    plans = by[7].frame.with_columns(numbered("protection plan", "started_on").alias("_plan"))
    plans = plans.select("child", pl.col("started_on").alias("_from"), "_plan").drop_nulls()
    made = frame.with_row_index("_at").filter(pl.col("held_on").is_not_null() & pl.col("made_plan").fill_null(False))
    found = made.sort("held_on", "_at").join_asof(
        plans.sort("_from", "_plan"), left_on="held_on", right_on="_from", by="child", strategy="forward",
        check_sortedness=False,
    )  # fmt: skip
    nearest = found.filter(pl.col("_plan").is_not_null()).sort("held_on", "_at").unique("_plan", keep="last")
    frame = frame.with_row_index("_at").join(
        nearest.select("_at", "_plan"), on="_at", how="left", maintain_order="left"
    )
    return frame.drop("_at")


def _plans(by: ByList) -> list[Made | None]:
    if 7 not in by:
        return []
    rows = by[7].with_columns(numbered("protection plan", "started_on").alias("_plan"))
    rows = with_seen(rows, by, "visit_on", "seen_alone")
    category = {
        name: reworded(name, rows.frame, without_label)
        for name in ("first_category", "latest_category")
        if name in rows.has
    }
    told = {"started_on": "started_on", "ended_on": "ended_on"}
    plans = rows.make(ProtectionPlan, told, id=pl.col("_plan"), **category)
    visits = rows.make(
        ProtectionVisit, {"on": "visit_on", "seen_alone": "seen_alone"}, pl.col("visit_on").is_not_null(),
        id=numbered("protection visit", "visit_on"), plan=pl.col("_plan"), seen=pl.col("_seen"),
    )  # fmt: skip
    reviews = rows.make(
        ProtectionReview, {"held_on": "review_on"}, pl.col("review_on").is_not_null(),
        id=numbered("protection review", "review_on"), plan=pl.col("_plan"),
    )  # fmt: skip
    return [plans, visits, reviews]
