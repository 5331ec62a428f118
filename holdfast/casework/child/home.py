"""Where the child lives: the kind of home and never the address, approvals of relatives, distance, and moves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.casework.child.clocks import ToldClock
from holdfast.casework.child.codes import HOME, LIVES, in_words
from holdfast.casework.child.told import Told, counted
from holdfast.dates import Weeks, say
from holdfast.duties.journeys.nouns import CarePeriod
from holdfast.duties.standing import Standing
from holdfast.record.in_care import Placement, PlacementRequest, PlacementStep, TemporaryApproval
from holdfast.record.leaving_care import CareLeaver, ProvidedHome

FAR = 20
"""Miles from home from which the department's figures call a home far."""

APPROVAL, EXTENSION = "cla-reg24-approval", "cla-reg25-extension"

NOT_IN_CARE = "Not in care. Where the family lives is not shown on this page."


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """``now`` in one sentence, since when, what must be known of it, approvals in words, and every home on record."""

    now: str
    since: date | None
    known: tuple[Told, ...]
    approvals: tuple[Told, ...]
    every: tuple[tuple[str, date, date | None], ...]


def home(standing: Standing, clocks: Sequence[ToldClock]) -> Home:
    """Where the child lives as at the moment."""
    every = sorted(
        ((_kind(one), one.started_on, one.ended_on) for one in standing.of(Placement) if one.started_on),
        key=lambda one: (one[1], one[2] or date.max),
    )
    now, since = _now(standing)
    return Home(
        now=now, since=since, known=tuple(_known(standing)),
        approvals=tuple(told for one in standing.of(TemporaryApproval) for told in _approval(one, standing, clocks)),
        every=tuple(every),
    )  # fmt: skip


def _kind(one: Placement) -> str:
    return in_words(HOME, one.type) or "a home whose kind is not on record"


def _placement(standing: Standing) -> Placement | None:
    """The home in care that is open now."""
    return max(
        (one for one in standing.of(Placement) if one.started_on and one.ended_on is None),
        key=lambda one: (one.started_on or date.min, one.id or ""),
        default=None,
    )


def _now(standing: Standing) -> tuple[str, date | None]:
    if standing.died_on is not None:
        return "", None
    place = _placement(standing)
    in_care = any(one.ended_on is None for one in standing.of(CarePeriod))
    if place and in_care:
        return _lives(place), place.started_on
    if in_care:
        return "In care; no home is on record now", None
    provided = next((one for one in standing.of(ProvidedHome) if one.started_on and one.ended_on is None), None)
    if provided:
        return "Lives in a home that the council provides", provided.started_on
    lives = next((in_words(LIVES, one.accommodation) for one in standing.of(CareLeaver) if one.accommodation), None)
    return (f"Lives {lives}", None) if lives else (NOT_IN_CARE, None)


def _lives(place: Placement) -> str:
    if place.type == "P2":
        return "Lives independently"
    with_people = (place.type or "Z")[0] in "AU" or place.type == "P1"
    return f"Lives {'with' if with_people else 'in'} {_kind(place)}"


def _known(standing: Standing) -> Iterator[Told]:
    place = _placement(standing)
    if place and place.distance is not None:
        far = f", {FAR} miles or more" if place.distance >= FAR else ""
        yield Told(words=f"{place.distance:g} miles from home{far}.", on=place.started_on)
    for one in standing.of(PlacementRequest):
        if one.needed:
            yield Told(on=one.on, words=f"A home was asked for{f' on {say(one.on)}' if one.on else ''}: {one.needed}.")
        if one.distant:
            tried = f"; {counted(int(one.providers_tried), 'provider')} asked" if one.providers_tried else ""
            yield Told(on=one.on, words=f"The home is beyond the neighbouring councils{tried}.")
    steps = [one for one in standing.of(PlacementStep) if place and one.placement == place.id and one.step and one.on]
    for step in sorted(steps, key=lambda one: one.on or date.min):
        assert step.on is not None
        yield Told(
            on=step.on, words=f"{(step.step or '')[:1].upper()}{(step.step or '')[1:]}: on record, {say(step.on)}."
        )
    for left in standing.of(CareLeaver):
        if left.suitable:
            yield Told(
                words="The home is suitable, on record."
                if left.suitable == "1"
                else "The home is not suitable, on record."
            )
    for provided in standing.of(ProvidedHome):
        if provided.notice_on:
            yield Told(on=provided.notice_on, words=f"Housing sent an arrears notice on {say(provided.notice_on)}.")


def _approval(one: TemporaryApproval, standing: Standing, clocks: Sequence[ToldClock]) -> Iterator[Told]:
    """How the approval of a relative or friend for a time stands, from its own two clocks."""
    if one.started_on is None:
        return
    first = next((told for told in clocks if told.code == APPROVAL and told.clock.started_on == one.started_on), None)
    if first is None or first.due_on is None:
        return
    later = next((told for told in clocks if told.code == EXTENSION and told.clock.started_on == first.due_on), None)
    yield Told(on=one.started_on, words=_first_words(one, first, standing), done=first.state != "overdue")
    if one.extended_on and later and later.due_on:
        yield Told(on=one.extended_on, words=_later_words(one, later, standing), done=later.state != "overdue")
    if one.panel_on:
        yield Told(on=one.panel_on, words=f"The fostering panel looked at it on {say(one.panel_on)}.")
    if one.approved_on:
        yield Told(on=one.approved_on, words=f"Full approval was decided on {say(one.approved_on)}.")
    if one.ended_on:
        yield Told(on=one.ended_on, words=f"The arrangement ended on {say(one.ended_on)}.")


def _first_words(one: TemporaryApproval, first: ToldClock, standing: Standing) -> str:
    assert one.started_on is not None
    assert first.due_on is not None
    if one.extended_on or one.approved_on or one.ended_on:
        ran = "run" if standing.today <= first.due_on else "ran"
        return f"Temporary approval began on {say(one.started_on)}; its first 16 weeks {ran} to {say(first.due_on)}."
    if standing.today > first.due_on:
        return f"Temporary approval ran to {say(first.due_on)}; no later approval is on record."
    if standing.today == first.due_on:
        return f"Temporary approval ends today, {say(first.due_on)}; no later approval is on record."
    weeks = (standing.today - one.started_on).days // 7
    exact = "" if weeks and Weeks(weeks).after(one.started_on) == standing.today else " and some days"
    since = f" It is {counted(weeks, 'week')}{exact} since then." if weeks else ""
    return f"Temporary approval began on {say(one.started_on)} and runs to {say(first.due_on)}.{since}"


def _later_words(one: TemporaryApproval, later: ToldClock, standing: Standing) -> str:
    assert one.extended_on is not None
    assert later.due_on is not None
    runs = "runs" if standing.today <= later.due_on and not one.approved_on else "ran"
    after = "" if standing.today <= later.due_on or one.approved_on else "; no later approval is on record"
    return f"It was extended on {say(one.extended_on)}; the extension {runs} to {say(later.due_on)}{after}."
