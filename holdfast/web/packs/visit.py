"""One theme made ready for a visit: what we own up to, who is on its lists, its measures, and what was decided."""

from dataclasses import dataclass
from datetime import date

from holdfast.casework.child.codes import decided_about
from holdfast.casework.frozen import frozen
from holdfast.casework.improvement import DecisionNow
from holdfast.casework.packs.visit import MeasureTold, VisitFacts
from holdfast.dates import Days, end_of, say, say_with_weekday
from holdfast.measures.promise import promised_words
from holdfast.web.asking import AS_AT, AS_KNOWN, Asking, written
from holdfast.web.packs.faults import Owned, owned
from holdfast.web.packs.lists import VisitList, lists_of, name_in
from holdfast.web.packs.words import (
    PACKS,
    VISITS,
    AskedLine,
    crumbs,
    figure_words,
    first_up,
    moment_words,
    outside_words,
    source_words,
)
from holdfast.web.parts import Crumb, Person
from holdfast.web.portion import PORTION


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPage:
    """The page of one theme. ``kept`` leads to the same page as at the end of the day before, which stays as it is."""

    crumbs: tuple[Crumb, ...]
    title: str
    means: str
    moment: str
    since: str
    stays: str
    kept: Crumb | None
    silent: str
    owned: tuple[Owned, ...]
    lists: tuple[VisitList, ...]
    no_lists: str
    measures: tuple[AskedLine, ...]
    decided: tuple[tuple[Person, str], ...]
    no_decided: str
    promised: tuple[str, ...]
    claims: tuple[str, ...]
    decisions: tuple[str, ...]
    plan: tuple[tuple[Crumb, str], ...]


def visit_page(asking: Asking, found: VisitFacts) -> VisitPage:
    """The page for whoever asks."""
    theme, since = found.about.theme, found.since
    lists, stays = tuple(lists_of(asking, found)), _stays(asking)
    return VisitPage(
        crumbs=crumbs(asking, PACKS, VISITS, Crumb(text=theme.name)), title=theme.name, means=theme.means,
        moment=moment_words(asking), stays=STAYS if stays else "", kept=None if stays else _kept(asking),
        since=f"Since the last visit: {since.title}, {say(since.day)}." if since else "No visit lies before this day.",
        silent="" if found.about.speaks else "The record cannot speak to this yet.",
        owned=owned(asking, found.faults, lambda child: name_in(found, child)),
        lists=lists, no_lists=_no_lists(asking, found, bool(lists)),
        measures=tuple(_measure(asking, one) for one in found.measures),
        decided=_decided(asking, found), no_decided=_no_decided(asking, found), promised=_promised(found),
        claims=_claims(found), decisions=tuple(_decision(one) for one in found.decisions), plan=_plan(asking, found),
    )  # fmt: skip


STAYS = (
    "This paper stays as it is: asked again at this address it says the same, whatever is put on record from now on."
)


def _stays(asking: Asking) -> bool:
    """Whether what is looked at, and what was known, lie on days that are over."""
    view, today = asking.view, asking.today
    return view.today < today and view.as_known is not None and view.as_known.date() < today


def _kept(asking: Asking) -> Crumb:
    """The same page as at the end of a day that is over, and as known by the end of one that is over."""
    view, yesterday = asking.view, Days(1).before(asking.today)
    last = min(view.today, yesterday)
    known = min(view.as_known.date(), yesterday) if view.as_known else yesterday
    return Crumb(
        text=f"Make it a paper that stays as it is, as at the end of {say_with_weekday(last)}",
        href=f"{asking.request.path}?{AS_AT}={_end(last)}&{AS_KNOWN}={_end(known)}",
    )


def _end(day: date) -> str:
    return written(end_of(day))


def _no_lists(asking: Asking, found: VisitFacts, some: bool) -> str:
    if not asking.seat.names:
        return "Lists name children, and the seat you are in sees no names."
    if some or not found.about.speaks:
        return ""
    return "Nobody is on a list of this theme at this moment."


def _measure(asking: Asking, one: MeasureTold) -> AskedLine:
    names, told = asking.seat.names, one.figure or one.outside
    path = f"/measures/{one.measure.code}"
    words = figure_words(one.figure) if one.figure else outside_words(one.outside) if one.outside else ""
    month = told.month_words if told else ""
    the_list = Crumb(text=f"The list of {month}", href=asking.link(f"{path}/{told.month}")) if told and names else None
    return AskedLine(
        key=f"measure-{one.measure.code}", title=one.measure.question, href=asking.link(path),
        beside=source_words(one.measure, month, asking.view if names else frozen(asking.view)),
        figure=f"{words} in {month}", words=f"{one.trend.title}. {one.trend.words if names else one.trend.plain}",
        link=the_list,
    )  # fmt: skip


def _decided(asking: Asking, found: VisitFacts) -> tuple[tuple[Person, str], ...]:
    return tuple(
        (
            Person(name=name_in(found, one.child), href=asking.link(f"/child/{one.child}")),
            f"{say(one.on)}, {decided_about(one.about)}{f', until {say(one.until)}' if one.until else ''}. "
            f"{one.reason or 'No reason is on record.'}",
        )
        for one in found.decided[:PORTION]
    )


def _no_decided(asking: Asking, found: VisitFacts) -> str:
    if not asking.seat.names:
        return "Decisions about a child name the child, and the seat you are in sees no names."
    if len(found.decided) > PORTION:
        return f"These are the latest {PORTION} of {len(found.decided)}."
    return "" if found.decided else "No decision about a child on these lists is on record since then."


def _promised(found: VisitFacts) -> tuple[str, ...]:
    if found.since is None:
        return ()
    return tuple(f"{one.words} {promised_words(one)}." for one in found.since.promised)


def _claims(found: VisitFacts) -> tuple[str, ...]:
    return tuple(
        f"{one.title}: {claim.by_role} says {claim.says} ({say(claim.on)}). {claim.words}"
        for one, claim in found.finding_claims
    )


def _decision(one: DecisionNow) -> str:
    done = f"Done on {say(one.days.done_on)}. {one.decision.came_of_it}" if one.days.done_on else first_up(one.state)
    return (
        f"{say(one.decision.on)}, {one.decision.meeting}: {one.decision.words} {first_up(one.decision.owner)}, by "
        f"{say(one.days.last)}. {done.strip().rstrip('.')}."
    )


def _plan(asking: Asking, found: VisitFacts) -> tuple[tuple[Crumb, str], ...]:
    """The objectives that the theme touches, with what the record shows of each of their findings."""
    return tuple(
        (
            Crumb(text=one.objective.title, href=asking.link(f"/plan/{one.objective.slug}")),
            "; ".join(f"{each.finding.title}: {each.trend.title}" for each in one.findings),
        )
        for one in found.objectives
    )
