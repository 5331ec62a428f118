"""The page of one child: the story as lists of words, tables, links and one picture."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.casework.child.around import Around
from holdfast.casework.child.glance import around_part, near_words
from holdfast.casework.child.story import ChildStory
from holdfast.casework.child.told import Told, climbed_words, with_name
from holdfast.casework.child.worries import Worry
from holdfast.dates import say
from holdfast.duties.drift.register import BY_CODE as RULES
from holdfast.duties.drift.rule import Drift
from holdfast.web.asking import Asking
from holdfast.web.child import tables
from holdfast.web.child.enquiries import EnquiriesShown, shown_of
from holdfast.web.child.journey import picture_of
from holdfast.web.links import child_link, child_path, why_link
from holdfast.web.parts import Crumb, Picture, Table
from holdfast.web.states import STANDS

MANY_WORKERS = 3
"""From so many workers on record the page says which one this is: the child has begun again that often."""

PLACES = {
    number: f"{word} worker"
    for number, word in enumerate(("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 3)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a list: its words, its day, a quieter second line, and where it leads."""

    words: str
    when: str = ""
    detail: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlanceRow:
    """One of the ten questions, its answer in lines, and the part of the page that tells more."""

    question: str
    lines: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorryCard:
    """A question about drift: its anchor, title, words, what it asks, what would close it, its pause, and why."""

    key: str
    title: str
    words: str
    since: str
    asks: str
    closes: str
    paused: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildPage:
    """Everything the template shows; see ``ChildStory`` for what each part is."""

    name: str
    called: str
    lead: str
    crumbs: tuple[Crumb, ...]
    monday: tuple[Item, ...]
    climbed: str
    died: str
    parts: tuple[tuple[str, str], ...]
    said: tuple[Item, ...]
    took_part: tuple[Item, ...]
    promises: tuple[Item, ...]
    no_words: str
    glance: tuple[GlanceRow, ...]
    facts: tuple[tuple[str, str], ...]
    strengths: tuple[Item, ...]
    people: tuple[Item, ...]
    hello: tuple[Item, ...]
    workers: Table | None
    workers_words: str
    family: tuple[Item, ...]
    no_family: str
    why_here: tuple[Item, ...]
    worries: tuple[WorryCard, ...]
    noted: tuple[Item, ...]
    raised: tuple[Item, ...]
    answered: tuple[Item, ...]
    plans: tuple[Item, ...]
    plans_before: tuple[Item, ...]
    permanence: tuple[Item, ...]
    reviews: Table | None
    actions: Table | None
    decisions: tuple[Item, ...]
    enquiries: EnquiriesShown | None
    changed: Table | None
    chronology: str
    changed_before: Table | None
    next: Table | None
    ahead: tuple[Item, ...]
    done: Table | None
    done_words: str
    known: Table | None
    unsaid: Table | None
    home: str
    home_known: tuple[Item, ...]
    approvals: tuple[Item, ...]
    moves: Table | None
    missing_words: str
    missing: Table | None
    good: tuple[Item, ...]
    journey: Picture | None


NO_FAMILY = (
    "No brother, sister or linked adult is on record here. Parents, carers and school have no place in this record "
    "yet, so it cannot say who else is family."
)


def child_page(story: ChildStory, asking: Asking) -> ChildPage:
    """The page of a child, with links that keep the moment that is looked at."""
    near, plans, worries = story.around, story.plans, story.worries
    return ChildPage(
        name=story.who.name, called=story.who.called, lead=_lead(story), crumbs=_crumbs(story, asking),
        monday=_monday(story, asking),
        climbed=climbed_words(story.monday, asking.view.today, asking.council.settings), died=_died(story),
        parts=_parts(story), said=items(story.words.said),
        took_part=items(story.words.took_part), promises=items(story.words.promises), no_words=story.words.none,
        glance=tuple(GlanceRow(question=one.question, lines=one.lines, href=f"#{one.part}") for one in story.glance),
        facts=story.who.facts, strengths=items(story.who.strengths), people=_people(near),
        hello=items([near.hello] if near.hello else []),
        workers=tables.workers(near, asking.view.today), workers_words=_workers_words(near),
        family=_family(near, asking),
        no_family="" if near.family or near.linked else NO_FAMILY,
        why_here=items(worries.why_here), worries=_worries(story, asking), noted=items(worries.noted),
        raised=items(worries.raised), answered=_drifts(worries.answered, story, asking), plans=items(plans.now),
        plans_before=items(plans.before), permanence=items(plans.permanence), reviews=tables.reviews(plans),
        actions=tables.actions(plans), decisions=items(plans.decisions),
        enquiries=shown_of(story.enquiries), changed=tables.changed(story.changed),
        chronology=asking.link(f"{child_path(story.id)}/chronology"),
        changed_before=tables.changed_before(story.changed), next=tables.open_clocks(story, asking),
        ahead=_drifts(worries.ahead, story, asking), done=tables.done_clocks(story, asking),
        done_words=tables.done_words(story), known=tables.known_clocks(story, asking),
        unsaid=tables.unsaid_clocks(story, asking), home=_home(story), home_known=items(story.home.known),
        approvals=items(story.home.approvals), moves=tables.moves(story.home), missing_words=story.missing.sum,
        missing=tables.missing(story.missing), good=items(story.good), journey=picture_of(story, asking.view.today),
    )  # fmt: skip


def items(some: Iterable[Told]) -> tuple[Item, ...]:
    """Told things as lines of a list."""
    return tuple(Item(words=one.words, when=say(one.on) if one.on else "", detail=one.detail) for one in some)


def _lead(story: ChildStory) -> str:
    home = f" {story.home.now.rstrip('.')}." if story.home.now else ""
    ask = f" Ask {story.around.worker.name}{_of_team(story.around)}." if story.around.worker else ""
    return f"{story.who.age[:1].upper()}{story.who.age[1:]}.{home}{ask}"


def _of_team(near: Around) -> str:
    return f", {near.team}" if near.team else ""


def _crumbs(story: ChildStory, asking: Asking) -> tuple[Crumb, ...]:
    found = [Crumb(text=asking.council.settings.council, href=asking.link("/"))]
    if story.around.team_id:
        found.append(Crumb(text=story.around.team, href=asking.link(f"/team/{story.around.team_id}")))
    return (*found, Crumb(text=story.who.name))


def _died(story: ChildStory) -> str:
    return f"{story.who.called} died on {say(story.who.died_on)}." if story.who.died_on else ""


def _monday(story: ChildStory, asking: Asking) -> tuple[Item, ...]:
    """Why the child is on the list, each leading to the place of the page that tells it whole."""
    return tuple(
        Item(
            words=with_name(one.words, story.who.called),
            href=f"#{'worry' if one.standing == 'drift' else 'clock'}-{one.code}",
            detail=STANDS[one.standing].text,
        )
        for one in story.monday
    )


def _parts(story: ChildStory) -> tuple[tuple[str, str], ...]:
    """The parts of the page, by their ids, for the list of them."""
    missing = (("missing", "Times missing"),) if story.missing.times else ()
    enquired = (("enquiries", "Enquiry and conference"),) if shown_of(story.enquiries) else ()
    return (
        ("words", f"{story.who.called}'s words"), ("glance", "Ten questions"), ("who", "Who"), ("around", "Around"),
        ("worries", "Worries"), ("plan", "The plan"), *enquired, ("changed", "What changed"), ("next", "What is next"),
        ("home", "Home"), *missing, ("notes", "Notes"), ("journey", "The journey"), ("good", "What went well"),
    )  # fmt: skip


def _people(near: Around) -> tuple[Item, ...]:
    part = around_part(near)
    found = [Item(words=near_words(near.worker, part))]
    if near.team:
        found.append(Item(words=f"{near.team} is the team."))
    found.append(Item(words=near_words(near.officer, "reviewing officer")))
    if part == "worker":
        found.append(Item(words=near_words(near.adviser, "personal adviser")))
    return (*found, *(Item(words=near_words(one, one.part)) for one in near.others))


def _workers_words(near: Around) -> str:
    names = list(dict.fromkeys(one.name for one in near.workers))
    if len(names) < 2:
        return " ".join(one for one in ("One worker in the last 12 months." if names else "", _how_many(near)) if one)
    told = f"{len(names)} workers in the last 12 months, each a contact for what was promised and known then."
    return f"{told} {_how_many(near)}".rstrip()


def _so_far(drift: Drift) -> str:
    """What the count has come to, where the rule counts one."""
    if not drift.count:
        return ""
    late = " late" if drift.count < 0 else ""
    return f": {abs(drift.count)} {drift.unit.removesuffix(' left')}{late}"


def _how_many(near: Around) -> str:
    """Which worker the child is with, of all on record, and how many days after the first one that worker began."""
    began: dict[str, date] = {}
    for one in near.every:
        if one.since is not None:
            began.setdefault(one.name, one.since)
    names, days = list(began), sorted(began.values())
    if len(names) < MANY_WORKERS or near.worker is None or names[-1] != near.worker.name:
        return ""
    place = PLACES.get(len(names), f"worker number {len(names)}")
    return f"{near.worker.name} is the {place} on record, {(days[-1] - days[0]).days} days after the first began."


def _family(near: Around, asking: Asking) -> tuple[Item, ...]:
    """Brothers, sisters and others on record with the child; by name only whom the seat sees."""
    found = []
    for child in near.family:
        if asking.seat.sees(asking.council, asking.view, child):
            words = asking.council.name(child)
            found.append(Item(words=words, detail="on record together", href=child_link(asking, child)))
        else:
            found.append(Item(words="Another child", detail="on record together; not shown to this seat"))
    return (*found, *items(near.linked))


def _worries(story: ChildStory, asking: Asking) -> tuple[WorryCard, ...]:
    seen: dict[str, int] = {}
    return tuple(_card(one, key_of("worry", one.drift.code, seen), story, asking) for one in story.worries.standing)


def key_of(kind: str, code: str, seen: dict[str, int]) -> str:
    """The anchor of a thing by its code; of several with one code, the first has the bare one."""
    seen[code] = seen.get(code, 0) + 1
    return f"{kind}-{code}" if seen[code] == 1 else f"{kind}-{code}-{seen[code]}"


def _card(worry: Worry, key: str, story: ChildStory, asking: Asking) -> WorryCard:
    drift = worry.drift
    paused = ""
    if drift.paused_until:
        reason = (drift.pause_reason or "").rstrip(".")
        paused = (
            f"Paused by {worry.paused_by} until {say(drift.paused_until)}: {reason}. The count goes on{_so_far(drift)}."
        )
    return WorryCard(
        key=key, title=RULES[drift.code].title, words=drift.words, since=say(drift.since) if drift.since else "",
        asks=drift.asks, closes=drift.what_would_close_it, paused=paused,
        href=why_link(asking, story.id, drift.code),
    )  # fmt: skip


def _drifts(some: Sequence[Drift], story: ChildStory, asking: Asking) -> tuple[Item, ...]:
    return tuple(Item(words=one.words, href=why_link(asking, story.id, one.code), detail=_late(one)) for one in some)


def _late(one: Drift) -> str:
    return "Answered after the day by which it was asked." if one.state == "met_late" else ""


def _home(story: ChildStory) -> str:
    home = story.home
    since = f", since {say(home.since)}" if home.since else ""
    return f"{home.now.rstrip('.')}{since}." if home.now else ""
