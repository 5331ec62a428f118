"""Registers of children who wait: for a decision, for a worker, for a plan to change something, for a home for good."""

import polars as pl

from holdfast.casework.registers.register import Register, members
from holdfast.duties.columns.owners import owners_of
from holdfast.duties.columns.standing import StandingColumns
from holdfast.duties.drift.columns.open_work import last_each, open_since_each
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.drift.rule import Needs
from holdfast.duties.settings import Settings
from holdfast.record.front_door import Referral
from holdfast.record.oversight import ManagementDecision
from holdfast.record.people import Involvement


def without_a_worker(standing: StandingColumns, settings: Settings) -> pl.DataFrame:
    """Work is open, and no worker is on record as being with the child now."""
    owned = owners_of(standing).filter(pl.col("worker").is_not_null())
    alone = open_since_each(standing).join(owned, on="child", how="anti")
    last = last_each(standing, "_left", (Involvement, "ended_on", None), among=alone)
    alone = alone.join(last, on="child", how="left")
    return members(alone.with_columns(pl.coalesce("_left", "_opened").alias("_since")), "_since")


REGISTERS: tuple[Register, ...] = (
    Register(
        code="waiting-at-the-front-door",
        title="Waiting for a decision at the front door",
        question="Whose referral has come in, and nobody has yet decided what happens next?",
        rule="A referral is on record, and no manager's decision on it. It counts from the day the referral came.",
        needs=(
            Needs(noun=Referral, fields=("on",)), Needs(noun=ManagementDecision, fields=("about", "subject", "on")),
        ),
        clock="fd-referral-decision",
        codes=frozenset({"fd-referral-decision", "linked-adult-enquiry", "hl-same-day"}),
        limits="It cannot know of a call that nobody made a referral of.",
    ),
    Register(
        code="no-worker-on-record",
        title="No worker on record",
        question="With whom is work open, and nobody is named as theirs?",
        rule="Work is open (an involvement, a referral, a plan or a time in care), and no worker is on record as being "
        "with the child now. It counts from the day the last one left, else from the day the work began.",
        needs=(Needs(noun=Involvement, fields=("professional", "started_on", "ended_on")),),
        members=without_a_worker,
        codes=frozenset(),
        limits="A team that looks after a child between two workers shows here until somebody is named.",
    ),
    Register(
        code="plans-without-change",
        title="Plans that have changed little",
        question="For whom have we met again and again, and little is different?",
        rule="The last reviews of a plan found little or no change for the better, by the council's own numbers, and "
        "no decision since is on record. A reasoned pause does not take the child off.",
        needs=RULES["no-change-twice"].needs,
        rules=("no-change-twice", "no-change-decision"),
        codes=frozenset({
            "no-change-twice", "no-change-decision", "protection-plan-long", "in-need-plan-long",
            "pre-proceedings-long", "plo-review", "plo-max-16wk", "cp-review-next", "cin-plan-review",
        }),
        limits="It takes the review's own word for what changed. It does not say that anybody failed.",
    ),
    Register(
        code="no-plan-for-permanence",
        title="Accommodated, without a plan for permanence",
        question="Who is in our care by agreement, with no plan for where they will grow up?",
        rule="Accommodated by agreement (legal status V2) for longer than the council's own number of months, and no "
        "care plan in force says how the child will have a home for good.",
        needs=RULES["accommodated-without-permanence"].needs,
        rules=("accommodated-without-permanence",),
        codes=frozenset({"accommodated-without-permanence", "cla-permanence-plan", "cla-review-n", "cla-review-2"}),
        limits="It cannot know of a plan that was agreed and not written into the care plan.",
    ),
    Register(
        code="many-changes-of-worker",
        title="Many changes of worker",
        question="Who has had to begin again with somebody new, again and again?",
        rule="Three or more changes of worker in twelve months, unless the council has set other numbers, and work is "
        "open. The causes lie in how we are set up; no worker is named or counted here.",
        needs=RULES["worker-changes"].needs,
        rules=("worker-changes",),
        codes=frozenset({"worker-changes", "assessment-restarted", "wf-case-supervision", "supervision-gap"}),
        limits="It cannot know whether a change was what the child asked for. The monthly measure of three or more "
        "workers counts more children: it counts the workers of children in care, the first one too; this register "
        "counts the changes, for everybody with open work.",
    ),
)  # fmt: skip
