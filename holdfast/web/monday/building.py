"""The Monday page as words and links, from what casework found."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from holdfast.casework.acts.decision import DECISION, LED_BY
from holdfast.casework.child.told import climbed_words, first_name, with_name
from holdfast.casework.child.unsaid import unsaid_by_child
from holdfast.casework.monday import MondayFacts, Worse
from holdfast.casework.permissions import may_to_all
from holdfast.casework.promised import Promised
from holdfast.casework.seats import Seat
from holdfast.dates import say, say_moment, say_with_weekday
from holdfast.duties.good import GoodThing
from holdfast.duties.monday import EFFECTS, MondayChild, MondayLine
from holdfast.duties.register import ALL
from holdfast.duties.register import BY_CODE as DUTIES
from holdfast.web.asking import Asking
from holdfast.web.monday.page import Block, Gone, Group, MondayPage, OnHold, Short, Thing
from holdfast.web.monday.sentences import closing, how_long, in_short, what_and_asks
from holdfast.web.parts import Cell, Empty, Head, Row, Table
from holdfast.web.portion import Portion
from holdfast.web.states import STANDS

IN_FULL = 15
"""Children told in full before the rest become one line each: a list that can be worked, not a wall."""


@dataclass(frozen=True, slots=True)
class Building:
    """Builds the page for one request; ``full`` is how many children are told in full; ``good`` are
    things that went well, told where nobody is on the list. Of a long list ``facts`` are one portion of ``every``."""

    asking: Asking
    every: MondayFacts
    facts: MondayFacts
    full: int
    portion: Portion | None = None
    good: tuple[GoodThing, ...] = ()

    def page(self) -> MondayPage:
        """The whole page."""
        found, asking = self.facts.list, self.asking
        whole, rest = found.children[: self.full], found.children[self.full :]
        return MondayPage(
            whose=f"{asking.council.settings.council}, {say_moment(asking.view.as_at)}. Shown to: {asking.seat.title}.",
            lead=_lead(self.every, asking.seat),
            portion=self.portion,
            groups=tuple(self._group(effect, tuple(some)) for effect, some in groupby(whole, lambda one: one.effect)),
            rest_heading=f"And {len(rest)} more" if rest else "",
            rest=tuple(self._short(one) for one in rest),
            all_href=asking.link("/monday", all="1") if rest else "",
            capped_href=asking.link("/monday") if len(whole) > IN_FULL else "",
            sheet_href=asking.link("/monday", sheet="1"),
            back_href=asking.link("/monday"),
            worse=tuple(self._worse(one) for one in self.facts.worse),
            last_on=say_with_weekday(self.facts.last_on),
            promised=self._promised(),
            promised_lead=in_sum(self.every.promised),
            off=tuple(self._gone(one) for one in found.off),
            paused=tuple(
                OnHold(
                    name=one.name, href=self._child(one.child, f"worry-{one.code}"),
                    words=with_name(one.words, first_name(one.name)), reason=one.reason,
                    until=say(one.until), by=one.by or "nobody on record",
                )
                for one in self.facts.paused
            ),
            silent=found.unanswerable,
            compared=found.compared,
            unread=tuple(one.title for one in ALL if not one.may_alert),
            unsaid=() if self.every.list.children else _unsaid(asking),
            empty=None if self.every.list.children else _empty(self.every, asking),
            good=tuple(
                Gone(name=asking.council.name(one.child), href=self._child(one.child), words=one.words)
                for one in self.good
            ),
        )  # fmt: skip

    def sheet(self) -> Table:
        """The children told in full as one table, for one sheet of paper; each question about a child stands once."""
        heads = ("Child", "What is and is not on record", "Next decision", "Ask")
        whole = self.facts.list.children[: self.full]
        first = {effect: next(some).child for effect, some in groupby(whole, lambda one: one.effect)}
        return Table(
            caption="Who needs a decision, by what it means for the child",
            heads=tuple(Head(text=one) for one in heads), small=True, wide=True,
            rows=tuple(
                self._sheet_row(one, EFFECTS[one.effect][0] if first[one.effect] == one.child else "") for one in whole
            ),
        )  # fmt: skip

    def _sheet_row(self, one: MondayChild, effect: str) -> Row:
        first = first_name(one.name)
        said = [(*what_and_asks(line, first), STANDS[line.standing].text) for line in one.lines]
        return Row(
            key=f"child-{one.child}",
            cells=(
                Cell(text=one.name, href=self._mark(one), detail=effect),
                Cell(text=" ".join(f"{what} ({tag[0].lower()}{tag[1:]})" for what, _, tag in said)),
                Cell(text=" ".join(dict.fromkeys(asks for _, asks, _ in said))),
                Cell(text=one.owner.worker or one.owner.team or "nobody on record"),
            ),
        )

    def _group(self, effect: int, some: tuple[MondayChild, ...]) -> Group:
        return Group(
            heading=EFFECTS[effect][0], key=f"effect-{effect + 1}", children=tuple(self._block(one) for one in some)
        )

    def _block(self, one: MondayChild) -> Block:
        first = first_name(one.name)
        return Block(
            key=f"child-{one.child}", name=one.name, href=self._mark(one), new=one.new, contact=self._contact(one),
            things=tuple(self._thing(one.child, line, first) for line in one.lines),
        )  # fmt: skip

    def _thing(self, child: str, line: MondayLine, first: str) -> Thing:
        what, asks = what_and_asks(line, first)
        why = "Why this date" if line.code in DUTIES else "Why this is asked"
        return Thing(
            what=what, how_long=how_long(line), asks=asks, closes=closing(line, first), tag=STANDS[line.standing],
            href=self._child(child, _anchor(line)),
            why=why, why_href=self.asking.link(f"/child/{child}/why/{line.code}"),
            about=f"{first}: {line.title.rstrip('.').lower()}", decide_href=self._decide(child, line),
        )  # fmt: skip

    def _decide(self, child: str, line: MondayLine) -> str:
        """The form of a decision that this line led to; acts are done at the present only."""
        if self.asking.moved or not may_to_all(DECISION.code, self.asking.seat):
            return ""
        return f"/child/{child}/do/{DECISION.code}?{urlencode({LED_BY: line.code})}"

    def _short(self, one: MondayChild) -> Short:
        first = first_name(one.name)
        words = "; ".join(in_short(line, first) for line in one.lines)
        tags = tuple(dict.fromkeys(STANDS[line.standing] for line in one.lines))
        return Short(
            key=f"child-{one.child}", name=one.name, href=self._mark(one), new=one.new, words=f"{words}.", tags=tags,
            about=_titles(one.lines),
            contact=self._contact(one),
        )  # fmt: skip

    def _contact(self, one: MondayChild) -> str:
        """Whom to ask, and to whom it has climbed."""
        climbed = climbed_words(one.lines, self.asking.view.today, self.asking.council.settings)
        return f"{_contact(one)} {climbed}".rstrip()

    def _worse(self, one: Worse) -> Short:
        first = first_name(one.name)
        said = "; ".join(in_short(line, first) for line in one.lines)
        how = {
            "new": "came on to the list",
            "more": "one thing more" if len(one.lines) == 1 else f"{len(one.lines)} things more",
            "weightier": f"now it asks “{one.effect}”",
        }[one.how]
        below = any(each.child == one.child for each in self.facts.list.children)
        href = f"#child-{one.child}" if below else self._child(one.child)
        return Short(key="", name=one.name, href=href, words=f"{how}: {said}.", about=_titles(one.lines))

    def _gone(self, one: MondayChild) -> Gone:
        return Gone(name=one.name, href=self._child(one.child), words=_titles(one.lines))

    def _promised(self) -> Table | None:
        if not self.facts.promised:
            return None
        heads = ("Child", "What was said", "When", "What the record shows now")
        rows = tuple(
            Row(
                cells=(
                    Cell(text=one.name, href=self._child(one.child)),
                    Cell(text=one.words, detail=_by(one)),
                    Cell(text=say(one.on), detail=f"for {say(one.for_day)}" if one.for_day else ""),
                    Cell(text=_now(one)),
                )
            )
            for one in self.facts.promised
        )
        return Table(
            caption=f"What stood promised on {say(self.facts.last_on)}", heads=tuple(Head(text=one) for one in heads),
            rows=rows, small=True, wide=True,
        )  # fmt: skip

    def _mark(self, one: MondayChild) -> str:
        return self._child(one.child, _anchor(one.lines[0]))

    def _child(self, child: str, anchor: str = "") -> str:
        return self.asking.link(f"/child/{child}{'#' if anchor else ''}{anchor}")


def _anchor(line: MondayLine) -> str:
    return f"clock-{line.code}" if line.code in DUTIES else f"worry-{line.code}"


def _titles(lines: Sequence[MondayLine]) -> str:
    """What each line is about, in the words of the duty or the rule, each once."""
    return "; ".join(dict.fromkeys(line.title.rstrip(".").lower() for line in lines))


def _ask(one: MondayChild) -> str:
    worker = one.owner.worker or "no worker on record"
    return f"{worker}, {one.owner.team}" if one.owner.team else worker


def _contact(one: MondayChild) -> str:
    if one.owner.worker is None:
        team = f" The team is {one.owner.team}." if one.owner.team else ""
        return f"No worker is on record.{team} Who is asked today?"
    return f"Ask {_ask(one)}."


def _lead(facts: MondayFacts, seat: Seat) -> str:
    many, off = len(facts.list.children), len(facts.list.off)
    if not many:
        return "Nobody is on the list."
    # An adviser's are grown up.
    one, several = ("young person", "young people") if seat.scope == "advises" else ("child", "children")
    need = f"{many} {f'{one} needs' if many == 1 else f'{several} need'} a decision."
    if not facts.list.compared:
        silent = "Who came on or off in the week cannot be said: of visits and the like only the latest is on record."
        return f"{need} {silent}"
    new = sum(one.new for one in facts.list.children)
    since = say_with_weekday(facts.last_on)
    came = f"{new} came on since {since}" if new else f"Nobody is new since {since}"
    went = f"{off} came off because the record changed" if off else "nobody came off"
    return f"{need} {came}; {went}."


def _empty(facts: MondayFacts, asking: Asking) -> Empty:
    """That nothing is known to be late, for how many, and what cannot be said for whom: silence is no good news."""
    theirs = asking.theirs()
    many = len(theirs) if theirs is not None else 0
    whose = "the child" if many == 1 else f"the {many} children" if many else "the children"
    off = len(facts.list.off)
    went = f" {off} came off since {say_with_weekday(facts.last_on)} because the record changed." if off else ""
    return Empty(
        what=f"Nothing is known to be late, and nothing is known to have stood still, for {whose} you see.",
        means=f"{_silence(asking, theirs)}{went}",
    )


SILENT_FOR, SILENT_OF = 5, 3
"""For how many children, and of how many things of each, an empty page names what cannot be said."""


def _silent_of(asking: Asking, theirs: frozenset[str] | None) -> dict[str, Sequence[str]]:
    every = unsaid_by_child(asking.council, asking.view)
    return {child: titles for child, titles in every.items() if theirs is None or child in theirs}


def _silence(asking: Asking, theirs: frozenset[str] | None) -> str:
    some = _silent_of(asking, theirs)
    if not some:
        return "Of each thing that is asked by a day, the record can say that it is not late."
    more = f" {SILENT_FOR} of {len(some)} are named." if len(some) > SILENT_FOR else ""
    return f"What the record cannot say, late or not, stands below.{more}"


def _unsaid(asking: Asking) -> tuple[Gone, ...]:
    """Of whom the record cannot say something, each leading to the child."""
    some = list(_silent_of(asking, asking.theirs()).items())[:SILENT_FOR]
    return tuple(
        Gone(name=asking.council.name(child), href=asking.link(f"/child/{child}"), words=_some(titles))
        for child, titles in some
    )


def _some(titles: Sequence[str]) -> str:
    told = "; ".join(f"{one[:1].lower()}{one[1:]}" for one in titles[:SILENT_OF])
    return f"{told}; and {len(titles) - SILENT_OF} more" if len(titles) > SILENT_OF else told


_KINDS = {"action": "an action of the plan", "promise": "a promise to the child", "decision": "a manager's decision"}


def _by(one: Promised) -> str:
    nobody = ", nobody named yet" if one.kind == "action" else ""
    return f"{_KINDS[one.kind]}{f', by {one.by}' if one.by else nobody}"


def in_sum(promised: Sequence[Promised]) -> str:
    """How it stands with all of it, in one sentence; what nothing is said of is left out."""
    late = sum(_is_late(one) for one in promised)
    many = Counter(one.state for one in promised)
    told = (
        (many["done"], "done or kept" + (f" ({late} after {'its day' if late == 1 else 'their day'})" if late else "")),
        (many["past its day"] + many["not on record as kept"], "not on record as done or kept"),
        (many["moved"], "given another day"), (many["decided"], "decided"), (many["not yet due"], "still to come"),
    )  # fmt: skip
    return f"{len(promised)} in all: {'; '.join(f'{number} {words}' for number, words in told if number)}."


def _is_late(one: Promised) -> bool:
    days = one.for_day, one.settled_on
    return one.state == "done" and days[0] is not None and days[1] is not None and days[1] > days[0]


def _now(one: Promised) -> str:
    on = say(one.settled_on) if one.settled_on else ""
    match one.state:
        case "done":
            return f"{'Kept' if one.kind == 'promise' else 'Done'} on {on}{', after its day' if _is_late(one) else ''}."
        case "moved":
            return f"Its day was moved on {on}" + (f", to {say(one.moved_to)}." if one.moved_to else ".")
        case "past its day":
            return "Its day has come; nothing on record shows it done."
        case "not on record as kept":
            return "Nothing on record shows it kept yet. Who can tell the child when?"
        case "decided":
            return f"It holds until {say(one.for_day)}." if one.for_day else "It is on record."
    return "Its day is still to come."
