"""The council's line in words: as a list with its picture, and one point of it as a page."""

from dataclasses import dataclass

from holdfast.casework.findings import FindingNow
from holdfast.dates import say
from holdfast.measures.promise import CouncilLine, LinePoint, PointKind
from holdfast.measures.trend import TrendState
from holdfast.web.asking import Asking
from holdfast.web.home.findings import HOME, claim_words, state_tag
from holdfast.web.parts import Cell, Crumb, Head, Picture, Row, Table, Tag
from holdfast.web.pictures import Visit, council_line_picture
from holdfast.wexmouth.reports import the_documents

SHAPES: dict[PointKind, str] = {
    "inspection": "square", "direction": "triangle", "commissioner": "cross", "board": "round",
    "monitoring visit": "diamond",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LineEntry:
    """One point in the list: its day, its kind, its title, and where it leads. ``here`` marks today."""

    key: str
    when: str
    kind: str
    title: str
    href: str
    words: str
    here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingAt:
    """One finding at a point: what was said of it then, and what has become of it since."""

    title: str
    href: str
    words: str
    state: Tag
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointPage:
    """One point of the line as a page."""

    crumbs: tuple[Crumb, ...]
    title: str
    when: str
    found: tuple[str, ...]
    wrote: Crumb | None
    promised: Table | None
    raised: tuple[FindingAt, ...]
    again: tuple[FindingAt, ...]
    became: str
    before: Crumb | None
    after: Crumb | None


def entries(asking: Asking, line: CouncilLine, now: tuple[FindingNow, ...]) -> tuple[LineEntry, ...]:
    """The points up to the day that is looked at, then that day itself."""
    points = tuple(
        LineEntry(
            key=f"line-{one.slug}", when=say(one.day), kind=one.kind_words, title=one.title,
            href=asking.link(f"/line/{one.slug}"), words="",
        )
        for one in line.until(asking.view.today)
    )  # fmt: skip
    today = LineEntry(
        key="line-today", when=say(asking.view.today), kind="Today", title=standing(now), href="#findings", here=True,
        words="What the record shows of each finding is worked out below, as at this day.",
    )  # fmt: skip
    return (*points, today)


def standing(now: tuple[FindingNow, ...]) -> str:
    """How the findings stand, in a sentence: ``10 findings: 3 improving, 1 holding, …``."""
    if not now:
        return "Nothing had been found yet"
    order: tuple[TrendState, ...] = (
        "improving", "holding", "flat", "slipping", "says on track, data flat", "says on track, data worse",
        "cannot say",
    )  # fmt: skip
    words: dict[TrendState, str] = {
        "says on track, data flat": "where the plan says on track or done and the record shows nothing better",
        "says on track, data worse": "where the plan says on track or done and the record shows worse",
    }
    counts = [(state, sum(one.trend.state == state for one in now)) for state in order]
    told = ", ".join(f"{count} {words.get(state, state)}" for state, count in counts if count)
    return f"{len(now)} findings: {told}" if len(now) > 1 else f"1 finding: {told}"


def picture(asking: Asking, line: CouncilLine) -> Picture:
    """The line as a picture; the list beside it says the same."""
    points = [
        Visit(day=one.day, words=one.title, kind=one.kind_words, shape=SHAPES[one.kind])
        for one in line.until(asking.view.today)
    ]
    council = asking.council.settings.council
    svg = council_line_picture(
        points, today=asking.view.today, key="line", title=f"{council}'s line, from the inspection to today"
    )
    return Picture(
        svg=svg, wide=True, words=f"{council}'s line from the inspection to today. The list below says the same."
    )


def point_page(asking: Asking, line: CouncilLine, point: LinePoint, now: tuple[FindingNow, ...]) -> PointPage:
    """The page of one point."""
    by_slug = {one.finding.slug: one for one in now}
    said = {one.finding: one.words for one in point.again}
    points = line.until(asking.view.today)
    place = points.index(point)
    return PointPage(
        crumbs=(Crumb(text=HOME.text, href=asking.link("/#line")), Crumb(text=point.title)),
        title=point.title, when=f"{point.kind_words}, {say(point.day)}", found=point.found,
        wrote=_wrote(asking, point), promised=_promised(point),
        raised=tuple(_finding(asking, by_slug[slug], by_slug[slug].finding.words) for slug in point.raised),
        again=tuple(_finding(asking, by_slug[slug], words) for slug, words in said.items()),
        became=point.became,
        before=_to(asking, points[place - 1]) if place else None,
        after=_to(asking, points[place + 1]) if place + 1 < len(points) else None,
    )  # fmt: skip


def _wrote(asking: Asking, point: LinePoint) -> Crumb | None:
    """What inspectors wrote on that day, where anything is."""
    one = next((each for each in the_documents() if each.line == point.slug), None)
    words = "What inspectors wrote, sentence by sentence"
    return Crumb(text=words, href=asking.link(f"/inspectors/report/{one.slug}")) if one else None


def _to(asking: Asking, point: LinePoint) -> Crumb:
    return Crumb(text=f"{point.title}, {say(point.day)}", href=asking.link(f"/line/{point.slug}"))


def _finding(asking: Asking, now: FindingNow, words: str) -> FindingAt:
    return FindingAt(
        title=now.finding.title, href=asking.link(f"/finding/{now.finding.slug}"), words=words, state=state_tag(now),
        claim=claim_words(now),
    )  # fmt: skip


def _promised(point: LinePoint) -> Table | None:
    if not point.promised:
        return None
    return Table(
        caption="What was promised", caption_hidden=True, key="promised",
        heads=(Head(text="What"), Head(text="Who"), Head(text="By")),
        rows=tuple(
            Row(cells=(Cell(text=one.words), Cell(text=one.by_role), Cell(text=say(one.by_day))))
            for one in point.promised
        ),
    )  # fmt: skip
