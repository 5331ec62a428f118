"""A finding in words: its state, its claim beside it, its months as a picture, and the children behind it."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from holdfast.casework.findings import BehindChild, FindingNow
from holdfast.casework.improvement import objectives_of
from holdfast.casework.measures import outside_view
from holdfast.casework.written_plan import plan_on_record
from holdfast.dates import say
from holdfast.measures.promise import CouncilLine, InspectionFinding, LinePoint, promised_words
from holdfast.measures.trend import RULE_WORDS, TrendState
from holdfast.web.asking import Asking
from holdfast.web.behind import behind_table
from holdfast.web.parts import Cell, Crumb, Head, Person, Picture, Row, Table, Tag
from holdfast.web.pictures import Level, Point, line_picture, small_trend

FIRST = 5
"""How many children a card names before it says how many more there are."""

COLOURS: dict[TrendState, str] = {
    "improving": "done", "holding": "done", "flat": "quiet", "slipping": "soon",
    "says on track, data flat": "soon", "says on track, data worse": "soon", "cannot say": "",
}  # fmt: skip

FIRST_TOLD: tuple[TrendState, ...] = (
    "says on track, data worse", "says on track, data flat", "slipping", "flat", "cannot say", "holding", "improving",
)  # fmt: skip
"""In which order a page tells findings: first those whose record says something else than the plan."""

HOME = Crumb(text="The council", href="/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """Children behind a finding, the first few by name: those in the last month's figure, or those who wait now."""

    label: str
    children: tuple[Person, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingCard:
    """One finding on the council's page. ``trend`` is a picture as small as a word; empty where none may be shown."""

    key: str
    title: str
    href: str
    words: str
    state: Tag
    claim: str
    counts: str
    shown: str
    trend: SafeString
    behind: tuple[Behind, ...]
    others: str
    list_href: str
    list_link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidAgain:
    """What was said of a finding at a later point of the line."""

    when: str
    href: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingPage:
    """One finding whole: found, promised, claimed, shown, and who is behind it now."""

    crumbs: tuple[Crumb, ...]
    title: str
    words: str
    raised: SaidAgain
    again: tuple[SaidAgain, ...]
    promise: str
    promised_by: str
    claims: Table | None
    state: Tag
    shown: str
    counts: str
    rule: str
    picture: Picture
    children: Table | None
    no_children: str
    others: str
    links: tuple[Crumb, ...]


def state_tag(now: FindingNow) -> Tag:
    """The state as a word in a box."""
    return Tag(text=now.trend.title, colour=COLOURS[now.trend.state])


def claim_words(now: FindingNow) -> str:
    """What the plan claims, with its day: ``The plan says on track (12 May 2026)``."""
    if now.claim is None:
        return "The plan has said nothing of it yet."
    return f"The plan says {now.claim.says} ({say(now.claim.on)})."


def card(asking: Asking, now: FindingNow) -> FindingCard:
    """The finding as a card on the council's page."""
    one, names = now.finding, asking.seat.names
    href, link = _list(asking, now)
    return FindingCard(
        key=f"finding-{one.slug}", title=one.title, href=asking.link(f"/finding/{one.slug}"), words=one.words,
        state=state_tag(now), claim=claim_words(now), counts=counts_words(now),
        shown=now.trend.words if names else now.trend.plain, trend=_small(now) if names else SafeString(""),
        behind=_behind(asking, now), others=_others(now), list_href=href, list_link=link,
    )  # fmt: skip


def counts_words(now: FindingNow) -> str:
    """What a month's figure counts, and which way is better: ``Counted each month: … Lower is better.``."""
    shown = now.finding.shown
    return f"Counted each month: {shown.counts}. {'Higher' if shown.better == 'up' else 'Lower'} is better."


def _behind(asking: Asking, now: FindingNow) -> tuple[Behind, ...]:
    """Those whom the figure counts, then those who wait now without being in it; a child stands in one of the two."""
    counted = [one for one in now.children if one.in_figure]
    waiting = [one for one in now.children if not one.in_figure]
    beside = "Waiting now, and not in that figure" if counted or now.others else "Waiting now"
    return tuple(
        Behind(
            label=label, children=tuple(_person(asking, one) for one in some[:FIRST]),
            more=f"and {len(some) - FIRST} more" if len(some) > FIRST else "",
        )
        for label, some in ((f"Behind the figure of {now.months[-1].month}", counted), (beside, waiting))
        if some
    )  # fmt: skip


def finding_page(asking: Asking, line: CouncilLine, now: FindingNow, raised: LinePoint) -> FindingPage:
    """The page of one finding."""
    one, names = now.finding, asking.seat.names
    again = line.said_of(one.slug, asking.view.today)
    none = "Nobody whom you see is behind it." if now.others else "Nobody is behind it."
    return FindingPage(
        crumbs=(_home(asking), Crumb(text=one.title)), title=one.title, words=one.words,
        raised=_said(asking, raised, raised.title), again=tuple(_said(asking, point, words) for point, words in again),
        promise=one.promise.words, promised_by=promised_words(one.promise), claims=_claims(asking, one),
        state=state_tag(now), shown=now.trend.words if names else now.trend.plain,
        counts=counts_words(now), rule=RULE_WORDS, picture=_picture(now, names),
        children=behind_table(asking, "Children behind it", now.children, now.months[-1].month),
        no_children=none if names else "The seat you are in sees no child.",
        others=_others(now), links=_links(asking, now),
    )  # fmt: skip


def _home(asking: Asking) -> Crumb:
    return Crumb(text=HOME.text, href=asking.link(HOME.href))


def _said(asking: Asking, point: LinePoint, words: str) -> SaidAgain:
    return SaidAgain(when=f"{point.kind_words}, {say(point.day)}", href=asking.link(f"/line/{point.slug}"), words=words)


def _person(asking: Asking, child: BehindChild) -> Person:
    return Person(name=child.name, href=asking.link(f"/child/{child.child}"), detail="")


def _list(asking: Asking, now: FindingNow) -> tuple[str, str]:
    """Where the list behind a card is, and what its link is called."""
    if not asking.seat.names:
        path = f"/measures/{now.measure.code}" if now.measure else f"/finding/{now.finding.slug}#record"
        return asking.link(path), "Twelve months of it"
    if now.measure is None:
        return asking.link(f"/finding/{now.finding.slug}#children"), "The list behind it"
    path = f"/measures/{now.measure.code}/{now.last_month}"
    return asking.link(path), f"The list behind {now.months[-1].month}"


def _links(asking: Asking, now: FindingNow) -> tuple[Crumb, ...]:
    found = [
        Crumb(text=f"In the improvement plan: {one.title}", href=asking.link(f"/plan/{one.slug}"))
        for one in objectives_of(asking.council, asking.view, now.finding.slug, asking.seat.names)
    ]
    cohort = asking.link(f"/finding/{now.finding.slug}/cohort")
    found.append(Crumb(text="Those it was about when it was raised, and who still waits", href=cohort))
    if now.measure is not None:
        code = now.measure.code
        found.append(Crumb(text="This measure, month by month", href=asking.link(f"/measures/{code}")))
        if asking.seat.names:
            path = f"/measures/{code}/{now.last_month}"
            found.append(Crumb(text=f"Everybody in the figure of {now.months[-1].month}", href=asking.link(path)))
    if asking.seat.names:
        known = asking.link(f"/finding/{now.finding.slug}/known")
        found.append(Crumb(text="The day it could have been known", href=known))
        found.append(Crumb(text="The whole Monday list", href=asking.link("/monday")))
    return tuple(found)


def _claims(asking: Asking, one: InspectionFinding) -> Table | None:
    view = asking.view if asking.seat.names else outside_view(asking.view)
    said = plan_on_record(asking.council, view).said_of(one)
    made = [claim for claim in said if claim.on <= asking.view.today]
    if not made:
        return None
    return Table(
        caption="What the improvement plan has said of it", key="claims", wide=True,
        heads=(Head(text="Day"), Head(text="It says"), Head(text="In words"), Head(text="Said by")),
        rows=tuple(
            Row(cells=(
                Cell(text=say(claim.on)), Cell(text=claim.says), Cell(text=claim.words), Cell(text=claim.by_role),
            ))
            for claim in reversed(made)
        ),
    )  # fmt: skip


def _others(now: FindingNow) -> str:
    if not now.others:
        return ""
    also = "And " if now.children else ""
    return f"{also}1 child whom this seat does not see." if now.others == 1 else (
        f"{also}{now.others} children whom this seat does not see."
    )  # fmt: skip


def _points(now: FindingNow) -> tuple[Point, ...]:
    return tuple(Point(label=one.month, value=one.figure, words=one.said) for one in now.months)


def _small(now: FindingNow) -> SafeString:
    title = f"{now.finding.title}: {now.months[0].said} in {now.months[0].month}, "
    return small_trend(
        _points(now), key=f"trend-{now.finding.slug}",
        title=f"{title}{now.months[-1].said} in {now.months[-1].month}",
    )  # fmt: skip


def _picture(now: FindingNow, names: bool) -> Picture:
    table = Table(
        caption="Twelve months, one by one", small=True,
        heads=(
            Head(text="Month"), Head(text="Figure", numeric=True), *((Head(text="Of", numeric=True),) if names else ()),
        ),
        rows=tuple(
            Row(cells=(
                Cell(text=one.month), Cell(text=one.said, numeric=True),
                *((Cell(text=one.of or "", numeric=True),) if names else ()),
            ))
            for one in now.months
        ),
        note="" if names else "Small numbers are kept back, and so is what would give one away.",
    )  # fmt: skip
    if not names:
        return Picture(svg=SafeString(""), table=table)
    levels = []
    if now.target is not None:
        unit = "%" if now.share else ""
        kind = "england" if now.target.whose.startswith("England") else "goal"
        levels.append(
            Level(value=now.target.figure, words=f"{now.target.whose}: {now.target.figure:g}{unit}", kind=kind)
        )
    svg = line_picture(
        _points(now), key="months", levels=levels, high=100 if now.share and now.finding.shown.better == "up" else None,
        title=f"{now.finding.shown.counts}, {now.months[0].month} to {now.months[-1].month}",
    )  # fmt: skip
    return Picture(svg=svg, table=table, folded="Show the twelve months as a table")
