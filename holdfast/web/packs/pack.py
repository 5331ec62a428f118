"""A paper for members, the improvement board or a commissioner: no name, and beside each number what to ask."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from holdfast.casework.frozen import frozen
from holdfast.casework.improvement import ObjectiveNow
from holdfast.casework.packs.pack import MeasureOutside, PackFacts, PackKind, packs_for, slipped_first
from holdfast.casework.reports.found_again import found_words
from holdfast.casework.view import View
from holdfast.dates import say, say_moment
from holdfast.measures.improvement import weeks_words
from holdfast.measures.suppression import FEW_WORDS
from holdfast.web.asking import Asking
from holdfast.web.documents import taken_up_points
from holdfast.web.packs import questions
from holdfast.web.packs.words import PACKS, AskedLine, crumbs, first_up, many, moment_words, outside_words, source_words
from holdfast.web.parts import Crumb, Strip
from holdfast.web.stalled import StalledLine, line_of

TITLES: dict[PackKind, str] = {
    "member": "Paper for members", "board": "Paper for the improvement board",
    "commissioner": "Paper for the commissioner",
}  # fmt: skip

FOR: dict[PackKind, str] = {
    "member": "For members and the panel of corporate parents: ten numbers about our own work, with what to ask.",
    "board": "For the improvement board: what stalled, what is held, how fast the plan goes, and ten numbers.",
    "commissioner": "For the commissioner: what is claimed beside what the record shows, and how the plan keeps time.",
}

NO_NAMES = (
    f"No child can be known by this paper. A count of 1 to 4 is told as {FEW_WORDS}, and what would give one away as "
    "not shown. Only whole months are told, as known when the last ended."
)

WHY_NOT_SHOWN = "Not shown says that so few children are behind it; a larger council sees more."

FURTHEST = 8
"""So many actions that slipped are told, the furthest first, with how many more there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of a paper: its lines, and a sentence after them; ``none`` is said where there is nothing to tell."""

    key: str
    title: str
    lines: tuple[AskedLine, ...]
    words: str = ""
    none: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPage:
    """One paper."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    moment: str
    good: Strip
    stalled: StalledLine | None
    no_stall: str
    ask_stalled: str
    sections: tuple[Section, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PacksPage:
    """The papers that a seat may read, and where a visit is prepared."""

    crumbs: tuple[Crumb, ...]
    lead: str
    papers: tuple[tuple[Crumb, str], ...]
    visits: tuple[tuple[Crumb, str], ...]
    gate: str


def packs_page(asking: Asking) -> PacksPage:
    """The page that leads to each paper."""
    return PacksPage(
        crumbs=crumbs(asking, Crumb(text=PACKS.text)),
        lead="To get ready for inspectors, and to report to people outside the service. Each page is worked out from "
        "the record when you open it.",
        papers=tuple(
            (Crumb(text=TITLES[one], href=asking.link(f"/packs/{one}")), FOR[one]) for one in packs_for(asking.seat)
        ),
        visits=(
            (
                Crumb(text="Prepare a visit", href=asking.link("/visits/")),
                "Choose the theme, and read what the record shows of it: first what it cannot tell.",
            ),
            (
                Crumb(text="After a visit", href=asking.link("/visits/#after")),
                "What we had said, beside what they found.",
            ),
        ),
        gate="These papers name no child, on screen or printed. Nothing with a child's name leaves here as a document.",
    )  # fmt: skip


def pack_page(asking: Asking, kind: PackKind, facts: PackFacts) -> PackPage:
    """The paper of one kind."""
    parts = SECTIONS[kind]
    stalled = line_of(asking, facts.stalled)
    return PackPage(
        crumbs=crumbs(asking, PACKS, Crumb(text=TITLES[kind])), title=TITLES[kind], lead=FOR[kind],
        moment=moment_words(asking), good=_good(facts), stalled=stalled,
        no_stall="" if stalled else "Nothing has stalled: of no objective is more said than the record shows.",
        ask_stalled=questions.STALLED if stalled else "",
        sections=tuple(_with_source(part(asking, facts), facts) for part in parts),
        note=f"{NO_NAMES} {WHY_NOT_SHOWN}" if kind == "member" else NO_NAMES,
    )  # fmt: skip


def _with_source(section: Section, facts: PackFacts) -> Section:
    """The section, which says at its end where its figures come from; each of the ten numbers says it itself."""
    if section.key == "numbers" or not section.lines:
        return section
    month = facts.measures[0].last.month_words
    shown = (
        f", and whole months of the children's records as known at the end of {month}"
        if section.key == "findings"
        else ""
    )
    source = f"From the improvement plan on record as at {say_moment(facts.view.as_at)}{shown}."
    return replace(section, words=f"{section.words} {source}".strip())


def _good(facts: PackFacts) -> Strip:
    if facts.good is None:
        return Strip(key="good", text="No good thing can be told from the record at this moment.")
    title, words = facts.good
    return Strip(key="good", kind="good", text=f"One good thing: {title}. {words} To ask: {questions.GOOD}")


def _numbers(asking: Asking, facts: PackFacts) -> Section:
    month = facts.measures[0].last.month_words
    return Section(
        key="numbers", title=f"Ten numbers about our own work, {month}",
        lines=tuple(_number(asking, one, frozen(facts.view)) for one in facts.measures),
        words=questions.KEPT_BACK if any(one.kept_back for one in facts.measures) else "",
    )  # fmt: skip


def _number(asking: Asking, one: MeasureOutside, view: View) -> AskedLine:
    england, before = one.measure.england, one.months[-2]
    source = source_words(one.measure, one.last.month_words, view)
    beside = f"{source} England: {england.percent:g}%, {england.year}." if england else source
    kept = ", because it is too small to show" if one.kept_back else ""
    return AskedLine(
        key=f"number-{one.measure.code}", title=one.measure.question, href=asking.link(f"/measures/{one.measure.code}"),
        beside=beside, figure=f"{first_up(outside_words(one.last))}{kept}.",
        words=f"{before.month_words}: {outside_words(before)}. {one.trend.title}. {one.trend.plain}",
        ask=questions.of_measure(one),
    )  # fmt: skip


def _pace(asking: Asking, facts: PackFacts) -> Section:
    pace, weeks, plan = facts.plan.pace, weeks_words(facts.plan.pace.days), facts.plan
    return Section(key="pace", title="How fast the plan goes", lines=(
        AskedLine(
            title="Later than was planned first", figure=f"{pace.slipped} of {pace.every} actions and decisions.",
            words=f"By {weeks}, all added up." if weeks else "", ask=questions.PACE,
        ),
        AskedLine(
            title="Day moved twice or more", figure=f"{pace.moved} of {pace.every} actions and decisions.",
            ask=questions.MOVED,
        ),
        AskedLine(
            title="Past their day now, and not done", figure=f"{pace.late} of {pace.every} actions and decisions.",
            ask=questions.LATE,
        ),
        AskedLine(
            title="No measure goes with it", figure=f"{plan.output_only} of {plan.actions} actions.",
            words="Nothing on record could show that a child noticed.", ask=questions.OUTPUT_ONLY,
        ),
        AskedLine(
            title="Achieved and held", figure=f"{len(facts.held)} of {plan.actions} actions.",
            words="; ".join(one.action.title for one in facts.held),
            ask=questions.HELD if facts.held else questions.NOTHING_HELD,
        ),
    ))  # fmt: skip


def _findings(asking: Asking, facts: PackFacts) -> Section:
    lines = tuple(line for one in facts.plan.objectives for line in _of_objective(asking, one))
    return Section(
        key="findings", title="What is claimed, and what the record shows", lines=lines,
        none="" if lines else "By this day no objective had been agreed.",
    )  # fmt: skip


def _of_objective(asking: Asking, now: ObjectiveNow) -> Iterator[AskedLine]:
    found = found_words(now, taken_up_points(asking, now))
    for one in now.findings:
        claim = f"The plan says {one.claim.says} ({say(one.claim.on)})." if one.claim else "Nothing is claimed yet."
        yield AskedLine(
            title=one.finding.title, href=asking.link(f"/finding/{one.finding.slug}"), figure=claim,
            beside=f"{found}." if found else "",
            words=f"The record: {_down(one.trend.title)}. {one.trend.plain}", ask=questions.of_finding(one),
        )  # fmt: skip


def _slipped(asking: Asking, facts: PackFacts) -> Section:
    every, day = slipped_first(facts.plan.objectives, facts.plan), facts.plan.day
    more = len(every) - FURTHEST
    return Section(
        key="slipped", title="What has slipped, the furthest first",
        words=f"And {many(more, 'action')} more, less far." if more > 0 else "",
        lines=tuple(
            AskedLine(
                title=one.action.title, href=asking.link(f"/plan/{of.objective.slug}#{one.action.slug}"),
                figure=f"Slipped by {weeks_words(one.days.days_slipped(day))}.", words=f"{one.stands.title}.",
                ask=questions.of_action(one, one.days.is_late(day)),
            )
            for of, one in every[:FURTHEST]
        ),
        none="" if every else "No action has slipped.",
    )  # fmt: skip


def _decisions(asking: Asking, facts: PackFacts) -> Section:
    return Section(
        key="decisions", title="What leaders decided, and is not done",
        lines=tuple(
            AskedLine(
                title=one.decision.words, figure=f"{first_up(one.state)}.",
                words=f"{first_up(one.decision.owner)}, by {say(one.days.last)}.", ask=questions.of_decision(one),
            )
            for one in facts.waits
        ),
        none="" if facts.waits else "Every decision on record is done.",
    )  # fmt: skip


def _down(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


Part = Callable[[Asking, PackFacts], Section]

SECTIONS: dict[PackKind, tuple[Part, ...]] = {
    "member": (_numbers, _pace),
    "board": (_pace, _findings, _decisions, _numbers),
    "commissioner": (_findings, _pace, _slipped, _decisions, _numbers),
}
"""The parts of each paper, in their order."""
