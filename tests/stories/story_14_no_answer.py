"""Rows of story 14: a challenge without an answer."""

from holdfast.casework.acts.act import Doing
from holdfast.casework.acts.reviewing import CAFCASS, CHALLENGE, REPLY, SETTLE
from holdfast.casework.asker import Asker
from holdfast.dates import parse_moment
from holdfast.duties.settings import WEXMOUTH
from holdfast.record.in_care import CareReview
from holdfast.record.oversight import Challenge, Note
from holdfast.web import seats
from tests.stories.story_row import Found, Row, asked, drift, record
from tests.stories.wexmouth_files import Sight

THEME = "brothers and sisters"


def informal_word(seen: Sight) -> Found:
    """The informal step, and the two reviews at which the same was promised."""
    (one,) = (step for step in seen.of(Challenge) if step.stage == 0)
    promised = [note.on for note in seen.of(Note) if note.kind == "promise" and note.theme == THEME]
    assert set(promised) <= {review.held_on for review in seen.of(CareReview)}
    return Found(state="running", started=one.raised_on, count=len(promised))


def way_to_cafcass(seen: Sight) -> Found:
    """Beside the dispute, on the form of each of its acts, the reviewing officer is told of the way to Cafcass."""
    form = Doing(
        asker=Asker.of(seats.BY_CODE["reviewing-officer"]), standing=seen.standing, words={}, key="k",
        made_at=parse_moment(seen.as_at), settings=WEXMOUTH,
    )  # fmt: skip
    assert [act.code for act in (CHALLENGE, REPLY, SETTLE) if CAFCASS not in act.reads_first(form)] == []
    (formal,) = (step for step in seen.of(Challenge) if step.stage == 1)
    return Found(state="running", started=formal.raised_on)


def same_theme(seen: Sight) -> Found:
    """The children of whom a reviewing officer has raised the theme."""
    raised = [other for other in seen.others() if any(one.theme == THEME for one in other.of(Challenge))]
    return Found(state="running", count=len(raised))


ROWS: tuple[Row, ...] = (
    record(
        "S14-01", "Safiya", "2026-01-26", "record:iro-informal", "running", "an informal word after two promises",
        informal_word, started="2026-01-26", count=(2, "reviews with the promise"),
    ),
    asked(
        "S14-02", "Safiya", "2026-02-02", "iro-dispute", "2026-02-02", "running", due="2026-03-02",
        count=(20, "working days left"),
    ),
    record(
        "S14-03", "Safiya", "2026-02-02", "record:cafcass-option", "running", "the way to Cafcass, told at every stage",
        way_to_cafcass, started="2026-02-02",
    ),
    drift(
        "S14-04", "Safiya", "2026-02-02", "drift:iro-stage-1", "2026-02-02", "running", due="2026-02-09",
        count=(5, "working days left"), rule="iro-stage", detail="1",
    ),
    drift(
        "S14-05", "Safiya", "2026-02-10", "drift:iro-stage-1", "2026-02-02", "overdue", due="2026-02-09",
        count=(1, "working days late"), rule="iro-stage", detail="1",
    ),
    drift(
        "S14-06", "Safiya", "2026-02-10", "drift:iro-stage-2", "2026-02-09", "running", due="2026-02-16",
        count=(4, "working days left"), rule="iro-stage", detail="2",
    ),
    drift(
        "S14-07", "Safiya", "2026-02-17", "drift:iro-stage-2", "2026-02-09", "overdue", due="2026-02-16",
        count=(1, "working days late"), rule="iro-stage", detail="2",
    ),
    drift("S14-08", "Safiya", "2026-02-10", "drift:unanswered-escalation", "2026-02-09", "raised"),
    drift(
        "S14-09", "Safiya", "2026-02-16", "drift:iro-stage-1", "2026-02-02", "overdue", due="2026-02-09",
        count=(5, "working days late"), rule="iro-stage", detail="1",
    ),
    drift(
        "S14-10", "Safiya", "2026-02-17", "drift:iro-stage-3", "2026-02-16", "running", due="2026-02-23",
        count=(4, "working days left"), rule="iro-stage", detail="3",
    ),
    drift(
        "S14-11", "Safiya", "2026-02-23", "drift:iro-stage-3", "2026-02-16", "met", due="2026-02-23", met="2026-02-23",
        rule="iro-stage", detail="3",
    ),
    drift(
        "S14-12", "Safiya", "2026-02-24", "drift:iro-stage-4", "2026-02-23", "running", due="2026-03-02",
        count=(4, "working days left"), rule="iro-stage", detail="4",
    ),
    asked(
        "S14-13", "Safiya", "2026-02-24", "iro-dispute", "2026-02-02", "running", due="2026-03-02",
        count=(16, "working days since opened"), shown="due_soon",
    ),
    asked(
        "S14-14", "Safiya", "2026-03-02", "iro-dispute", "2026-02-02", "running", due="2026-03-02",
        count=(0, "working days left"), shown="due_soon",
    ),
    asked(
        "S14-15", "Safiya", "2026-03-03", "iro-dispute", "2026-02-02", "cannot_say", due="2026-03-02",
        without=("holdfast_challenges.settled_date",), cures=("settled_date", "holdfast_challenges"),
        wexmouth="met_late",
    ),
    record(
        "S14-16", "Safiya", "2026-03-02", "record:theme-brothers-sisters", "running",
        "children whose brothers and sisters are the theme", same_theme, count=(3, "children"),
    ),
)  # fmt: skip
