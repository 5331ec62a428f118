"""Rows of story 9: a home sixty-three miles away."""

from holdfast.dates import BeginningWith, Days, WorkingDays, Years
from holdfast.duties.drift.one import unanswerable
from holdfast.duties.journeys.nouns import Stay
from holdfast.record.in_care import Placement, PlacementRequest
from holdfast.record.oversight import PlanAction
from tests.stories.story_row import Found, Row, asked, drift, record
from tests.stories.wexmouth_files import Sight


def request(seen: Sight) -> Found:
    """The request and how many providers were tried."""
    (one,) = seen.of(PlacementRequest)
    return Found(state="running", started=one.on, count=int(one.providers_tried))


def no_emergency(seen: Sight) -> Found:
    """The five working days are for an emergency; this move was planned."""
    (one,) = seen.of(PlacementRequest)
    return Found(
        state="running" if one.emergency else "ended", started=one.move_on, due=WorkingDays(5).after(one.move_on)
    )


def _home(seen: Sight) -> Placement:
    return max(seen.of(Placement), key=lambda one: one.started_on)


def first_year(seen: Sight) -> Found:
    """The last day of the first year, beginning with the day of the move."""
    home = _home(seen)
    (stay,) = (one for one in seen.of(Stay) if one.id == home.id)
    due = BeginningWith(Years(1)).after(stay.started_on)
    assert due == Days(1).before(stay.year_ends_on)
    return Found(state="running", started=stay.started_on, due=due)


def distance(seen: Sight) -> Found:
    """Miles from home, and that the home is beyond the neighbouring authorities."""
    home = _home(seen)
    (one,) = seen.of(PlacementRequest)
    assert one.distant
    assert one.placement == home.id
    return Found(state="running", started=home.started_on, count=int(home.distance))


def unmet_need(seen: Sight) -> Found:
    """What was asked for and not found near: an age, a skill and a distance."""
    needed = [one for one in seen.of(PlacementRequest) if one.distant and one.needed]
    assert "within 20 miles" in needed[0].needed
    return Found(state="running", started=needed[0].move_on, count=len(needed))


def search_nearer(seen: Sight) -> Found:
    """Whole, the files hold a search with a day; without the actions of plans they cannot say."""
    whole = Sight(files=seen.files, forename=seen.forename, as_at=seen.as_at)
    assert [one.for_day.isoformat() for one in whole.of(PlanAction)] == ["2026-07-27"]
    silent = {one.code: one.missing for one in unanswerable(seen.standing.held)}
    return Found(state="cannot_say" if "holdfast_plan_actions" in silent.get("action-moved", "") else "running")


ROWS: tuple[Row, ...] = (
    record(
        "S9-01", "Priya", "2026-04-14", "record:placement-request", "running", "the request for a home", request,
        started="2026-04-14", count=(11, "providers tried"),
    ),
    asked(
        "S9-02", "Priya", "2026-04-16", "cla-ooa-approval", "2026-04-14", "running", due="2026-04-20", shown="due_soon",
    ),
    asked("S9-03", "Priya", "2026-04-17", "cla-ooa-approval", "2026-04-14", "met", due="2026-04-20", met="2026-04-17"),
    asked(
        "S9-04", "Priya", "2026-04-17", "cla-placement-notify", "2026-04-14", "met", due="2026-04-20", met="2026-04-17",
    ),
    record(
        "S9-05", "Priya", "2026-04-20", "record:emergency-notice", "ended",
        "no emergency, so no later day for the notices", no_emergency, started="2026-04-20", due="2026-04-27",
    ),
    asked(
        "S9-06", "Priya", "2026-04-20", "cla-placement-plan", "2026-04-20", "running", due="2026-04-27",
        count=(5, "working days left"), shown="due_soon",
    ),
    asked(
        "S9-07", "Priya", "2026-04-20", "cla-visit-first", "2026-04-20", "running", due="2026-04-27",
        count=(7, "days left"), shown="due_soon",
    ),
    asked(
        "S9-08", "Priya", "2026-04-27", "cla-visit-first", "2026-04-20", "met", due="2026-04-27", met="2026-04-27",
        count=(7, "days used"),
    ),
    asked(
        "S9-09", "Priya", "2026-04-27", "cla-visit-yr1", "2026-04-27", "running", due="2026-06-08",
        count=(42, "days left"),
    ),
    asked(
        "S9-10", "Priya", "2026-06-01", "cla-visit-yr1", "2026-04-27", "due_soon", due="2026-06-08",
        count=(7, "days left"),
    ),
    record(
        "S9-11", "Priya", "2026-06-01", "record:first-year-ends", "running", "the first year of the placement",
        first_year, started="2026-04-20", due="2027-04-19",
    ),
    record(
        "S9-12", "Priya", "2026-04-20", "record:distance", "running", "how far the home is", distance,
        started="2026-04-20", count=(63, "miles from home"),
    ),
    drift(
        "S9-13", "Priya", "2026-04-20", "drift:therapy-gap", "2026-04-20", "raised", rule="gap-unfilled",
        detail="therapy",
    ),
    record(
        "S9-14", "Priya", "2026-04-20", "record:unmet-need", "running", "what was needed and not found near",
        unmet_need, started="2026-04-20", count=(1, "unmet need lines"),
    ),
    record(
        "S9-16", "Priya", "2026-06-01", "drift:bring-closer-search", "cannot_say",
        "without the plan's actions nobody knows of a search nearer home", search_nearer,
        without=("holdfast_plan_actions",),
    ),
)  # fmt: skip
