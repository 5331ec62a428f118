"""Periods of care, stays, and the way to adoption, worked out for one child."""

from collections.abc import Iterable
from datetime import date

from holdfast.dates import Days, Weeks, add_years, birthday
from holdfast.duties.journeys.entering import assessed_before, in_court, second_unsure_from, six_months_until
from holdfast.duties.journeys.nouns import (
    AdoptionWay,
    ApprovalExtension,
    ApprovalTerm,
    CarePeriod,
    Stay,
    StrengthsTime,
)
from holdfast.duties.standing import Derivation, Standing
from holdfast.record.child import Held
from holdfast.record.field import Fact
from holdfast.record.in_care import (
    CareEpisode,
    CareReview,
    Permanence,
    Placement,
    PlacementRequest,
    PlacementStep,
    TemporaryApproval,
)
from holdfast.record.people import Person

FIRST_TERM = Weeks(16)
LONG_TERM = ("U1", "U4")
RELATIVES = ("U1", "U2", "U3")
"""Codes of a foster placement with a relative or friend, which may be approved for a time only."""
CONTINUES = ("P", "L", "T", "B", "U")
"""Reasons for which an episode starts that say the child was in care already."""


def earliest(*days: date | None) -> date | None:
    """The first of the days that are known."""
    known = [day for day in days if day is not None]
    return min(known) if known else None


def latest(*days: date | None) -> date | None:
    """The last of the days that are known."""
    known = [day for day in days if day is not None]
    return max(known) if known else None


def by_now(day: date | None, standing: Standing) -> date | None:
    """The day, or None when it lies after the moment."""
    return day if day is not None and day <= standing.today else None


def born_on(standing: Standing) -> date | None:
    """The child's birth date, where exactly that is on record."""
    return next((person.born_on for person in standing.of(Person) if person.born_on), None)


def _start(episode: CareEpisode) -> date | None:
    return episode.started_on or episode.entered_on


def _runs(episodes: Iterable[CareEpisode]) -> dict[str, list[CareEpisode]]:
    """Episodes by period of care: the source's own id, else unbroken runs."""
    dated = [episode for episode in episodes if _start(episode)]
    ordered = sorted(dated, key=lambda one: (_start(one), one.ended_on or date.max, one.id or ""))
    runs: dict[str, list[CareEpisode]] = {}
    number, before = 0, None
    for one in ordered:
        start = _start(one)
        assert start is not None
        gap = before is not None and before.ended_on is not None and start > before.ended_on
        if before is None or one.start_reason == "S" or gap:
            number += 1
        runs.setdefault(one.period or f"{one.child}/{number}", []).append(one)
        before = one
    return runs


def care_periods(standing: Standing) -> list[CarePeriod]:
    """Each whole time of being looked after."""
    born = born_on(standing)
    grown = by_now(birthday(born, 18), standing) if born else None
    found = []
    for key, episodes in _runs(standing.of(CareEpisode)).items():
        last = episodes[-1]
        ended = None if last.end_reason == "X1" else last.ended_on
        started = earliest(*(_start(one) for one in episodes), *(one.entered_on for one in episodes))
        assert started is not None
        if grown is not None and started >= grown:
            continue
        told = episodes[0].start_reason not in CONTINUES or any(one.entered_on for one in episodes)
        found.append(_period(key, started, started if told else None, earliest(ended, grown), standing))
    return sorted(found, key=lambda one: (one.started_on, one.id))


def _period(key: str, started: date, entered: date | None, ended: date | None, standing: Standing) -> CarePeriod:
    born = born_on(standing)
    fifth = birthday(born, 5) if born else None
    since = _reviews_from(started, entered, standing.held)
    return CarePeriod(
        child=standing.child.id,
        id=key,
        started_on=started,
        entered_on=entered,
        reviews_from=since,
        ended_on=ended,
        born_on=born,
        third_birthday=birthday(born, 3) if born else None,
        fifth_birthday=fifth,
        six_months_until=six_months_until(fifth),
        second_unsure_from=second_unsure_from(started, entered, since, ended, standing),
        assessed_before_on=assessed_before(entered, standing),
        in_court=in_court(started, standing),
    )


def _reviews_from(started: date, entered: date | None, held: Held) -> date | None:
    """The day from which every review of the period is on record; None where that is all of it."""
    since = held.known_from.get(CareReview)
    if since is not None and started < since:
        return since
    return started if entered is None else None


def period_at(day: date, standing: Standing) -> CarePeriod | None:
    """The period of care that holds the day; the latest to begin where several do."""
    holding = [
        one
        for one in standing.of(CarePeriod)
        if one.started_on <= day and (one.ended_on is None or day <= one.ended_on)
    ]
    return holding[-1] if holding else None


def stays(standing: Standing) -> list[Stay]:
    """Each placement as the visiting rules see it.

    Where periods of care are on record, a placement that starts outside all of them (once the child is eighteen or
    has left care) is none.
    """
    told = _told_care(standing.held, ())
    found = []
    for one in standing.of(Placement):
        if one.started_on is None:
            continue
        period = period_at(one.started_on, standing)
        if told and (period is None or period.ended_on == one.started_on):
            continue
        found.append(_stay(one, one.started_on, period, standing))
    return found


def _stay(one: Placement, started: date, period: CarePeriod | None, standing: Standing) -> Stay:
    temporary, approved = _temporary(one, standing)
    since = period.started_on if period else started
    planned = any(
        ask.placement == one.id and ask.emergency is not True and ask.move_on is not None
        for ask in standing.of(PlacementRequest)
    )
    reviewed = earliest(
        *(
            review.held_on
            for review in standing.of(CareReview)
            if review.held_on is not None and review.cancelled is not True and review.held_on >= since
        )
    )
    return Stay(
        child=one.child,
        id=one.id,
        started_on=started,
        ended_on=earliest(one.ended_on, period.ended_on if period else None),
        year_ends_on=add_years(started, 1),
        temporary=temporary,
        approved_on=approved,
        week_until=Days(7).before(approved) if approved else None,
        four_weeks_until=Days(28).before(approved) if approved else None,
        to_eighteen=_to_eighteen(one, standing),
        planned=one.id is not None and planned,
        entered_on=period.entered_on if period else None,
        first_review_on=reviewed,
        reviews_told=_reviews_told(period, reviewed, standing.held),
    )


def _temporary(one: Placement, standing: Standing) -> tuple[bool | None, date | None]:
    """Whether the carer is approved for a time (None where that cannot be known), and the day of full approval."""
    found = [
        approval
        for approval in standing.of(TemporaryApproval)
        if (approval.placement is not None and approval.placement == one.id)
        or (approval.placement is None and approval.started_on == one.started_on)
    ]
    if found:
        return True, earliest(*(approval.approved_on for approval in found))
    told = standing.held.has(TemporaryApproval, "started_on")
    return (None if not told and (not one.type or one.type in RELATIVES) else False), None


def _to_eighteen(one: Placement, standing: Standing) -> bool | None:
    steps = [step for step in standing.of(PlacementStep) if step.placement == one.id and one.id is not None]
    if one.type in LONG_TERM or any(step.step == "intended to eighteen" for step in steps):
        return True
    return None if not one.type and not standing.held.has(PlacementStep, "step") else False


def _reviews_told(period: CarePeriod | None, reviewed: date | None, held: Held) -> bool:
    """Whether the first review on record, or that there is none, is the truth of it."""
    if not held.has(CareReview, "held_on") or (period is not None and period.reviews_from is not None):
        return False
    return reviewed is None or CareReview not in held.latest_only


def strengths_times(standing: Standing) -> list[StrengthsTime]:
    """When a yearly strengths and difficulties questionnaire is owed."""
    found = []
    for period in standing.of(CarePeriod):
        if period.born_on is None:
            continue
        seventeen = birthday(period.born_on, 17)
        start = max(period.started_on, birthday(period.born_on, 4))
        if start <= standing.today and start < seventeen:
            ended = earliest(period.ended_on, by_now(seventeen, standing))
            if ended is None or ended > start:
                found.append(StrengthsTime(child=period.child, id=period.id, started_on=start, ended_on=ended))
    return found


def approval_terms(standing: Standing) -> list[ApprovalTerm]:
    """The first sixteen weeks of each temporary approval."""
    found = []
    for one in standing.of(TemporaryApproval):
        if one.started_on is None:
            continue
        end = FIRST_TERM.after(one.started_on)
        assert end is not None
        taken_over = None
        if one.extended_on is not None:
            taken_over = by_now(max(end, one.extended_on), standing) if standing.today > end else None
        over = earliest(one.ended_on, taken_over)
        # A decision after the term was over answers what followed it, not the term.
        approved = None if one.approved_on and over and one.approved_on > over else one.approved_on
        found.append(
            ApprovalTerm(child=one.child, id=one.id, started_on=one.started_on, approved_on=approved, over_on=over)
        )
    return found


def approval_extensions(standing: Standing) -> list[ApprovalExtension]:
    """What follows the sixteen weeks where no decision was made within them."""
    found = []
    for one in standing.of(TemporaryApproval):
        if one.started_on is None:
            continue
        end = FIRST_TERM.after(one.started_on)
        assert end is not None
        done = earliest(one.approved_on, one.ended_on)
        if done is not None and done <= end:
            continue
        if one.extended_on is not None or standing.today > end:
            found.append(
                ApprovalExtension(
                    child=one.child,
                    id=one.id,
                    started_on=end,
                    extended=one.extended_on is not None,
                    approved_on=one.approved_on,
                    ended_on=one.ended_on,
                )
            )
    return found


def adoption_ways(standing: Standing) -> list[AdoptionWay]:
    """Each plan for adoption."""
    found = []
    for one in standing.of(Permanence):
        planned = earliest(one.decided_on, one.ordered_on)
        if planned is None:
            continue
        period = period_at(planned, standing)
        placed = earliest(one.placed_on, one.placed_with_carer_on)
        left = period.ended_on if period else None
        found.append(
            AdoptionWay(
                child=one.child,
                id=one.id,
                entered_on=period.entered_on if period else None,
                ordered_on=one.ordered_on,
                matched_on=one.matched_on,
                placed_on=placed,
                ended_on=earliest(one.reversed_on, left),
                settled_on=earliest(placed, one.reversed_on, left),
            )
        )
    return found


def _told_care(held: Held, fields: tuple[str, ...]) -> bool:
    return held.has(CareEpisode, "started_on") or held.has(CareEpisode, "entered_on")


def _told_stay(held: Held, fields: tuple[str, ...]) -> bool:
    return held.has(Placement, "started_on")


def _told_approval(held: Held, fields: tuple[str, ...]) -> bool:
    wanted = ["approved_on"] if "approved_on" in fields else ["started_on"]
    return held.has(TemporaryApproval, *wanted)


def _told_adoption(held: Held, fields: tuple[str, ...]) -> bool:
    real = {"entered_on": None, "placed_on": "placed_on", "matched_on": "matched_on", "ordered_on": "ordered_on"}
    return all(held.has(Permanence, real[name] or "ordered_on") for name in fields if name in real)


CARE: tuple[tuple[type[Fact], str], ...] = ((CareEpisode, "started_on"), (CareEpisode, "entered_on"))

DERIVATIONS: dict[type[Fact], Derivation] = {
    CarePeriod: Derivation(one=care_periods, told=_told_care, made_of=CARE),
    Stay: Derivation(one=stays, told=_told_stay, made_of=((Placement, "started_on"),)),
    StrengthsTime: Derivation(one=strengths_times, told=_told_care, made_of=CARE),
    ApprovalTerm: Derivation(one=approval_terms, told=_told_approval, made_of=((TemporaryApproval, "started_on"),)),
    ApprovalExtension: Derivation(
        one=approval_extensions, told=_told_approval, made_of=((TemporaryApproval, "started_on"),)
    ),
    AdoptionWay: Derivation(one=adoption_ways, told=_told_adoption, made_of=((Permanence, "ordered_on"),)),
}
