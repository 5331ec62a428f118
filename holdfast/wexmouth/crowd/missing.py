"""Children who go missing and come back: each return is followed by an interview in time, most often."""

from datetime import date

from holdfast.dates import Days, parse_moment
from holdfast.record.unseen import MissingEpisode, ReturnInterview
from holdfast.wexmouth.crowd.family import Life

CHANGES = (
    "A lift home after practice.",
    "Phone calls with a brother on Sundays.",
    "A later bedtime at the weekend.",
    "A meeting with the school about the other pupils.",
    "Her key worker knows where she likes to walk.",
)
LATE_INTERVIEWS = {2024: 0.30, 2025: 0.20, 2026: 0.08}


def went_missing(life: Life, since: date, until: date, share: float) -> None:
    """Missing now and then, for this share of children; never three times within thirty days."""
    if not life.chance.odds(share):
        return
    day = life.chance.day(max(since, Days(420).before(until)), until)
    for _ in range(life.chance.number(1, 7)):
        back = Days(life.chance.number(0, 2)).after(day)
        if Days(9).after(back) > until:
            return
        _episode(life, day, back)
        day = Days(life.chance.number(17, 70)).after(back)


def _episode(life: Life, day: date, back: date) -> None:
    out = f"T{life.chance.number(14, 17)}:{life.chance.number(10, 59)}"
    home = f"T{life.chance.number(19, 22)}:{life.chance.number(10, 59)}"
    left, returned = parse_moment(f"{day.isoformat()}{out}"), parse_moment(f"{back.isoformat()}{home}")
    episode = life.told.add(
        MissingEpisode, type="missing", started_on=day, started_at=left, returned_on=back, returned_at=returned,
        offered=True, accepted=True,
    )  # fmt: skip
    late = life.chance.odds(LATE_INTERVIEWS.get(back.year, 0.3))
    held = Days(life.chance.number(4, 8) if late else life.chance.number(1, 2)).after(back)
    at = parse_moment(f"{held.isoformat()}T{life.chance.number(10, 17)}:30")
    life.told.add(
        ReturnInterview, episode=episode, offered_on=back, held_on=held, held_at=at, change=life.chance.one_of(CHANGES)
    )
