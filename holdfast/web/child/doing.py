"""What the person who looks may do for this child, and what was written and signed."""

from dataclasses import dataclass
from textwrap import shorten
from urllib.parse import urlencode

from holdfast.casework.acts.act import OF_A_VISIT, to_come_of
from holdfast.casework.acts.decision import questions_to_pause
from holdfast.casework.acts.handing_over import notes_left_out, planned_words
from holdfast.casework.acts.plan import NEW, PLAN_ACTION, next_of_visit
from holdfast.casework.acts.register import ACTS
from holdfast.casework.acts.taking_back import TAKE_BACK, to_take_back
from holdfast.casework.child.notes import SignedNote, notes_of
from holdfast.casework.child.signed import SOMEBODY
from holdfast.casework.child.story import ChildStory
from holdfast.casework.child.told import begun_large
from holdfast.casework.permissions import acts_of
from holdfast.dates import say, say_moment
from holdfast.duties.standing import Standing
from holdfast.record.oversight import Challenge
from holdfast.record.writing import SignedText
from holdfast.web.asking import Asking
from holdfast.web.seats import BY_CODE

AT_FIRST = 2
"""So many acts stand on the page as buttons, the others behind them: the child's words are what is read first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePart:
    """A part of a note: its heading, its words, and what it said before; who wrote it, where the card does not say."""

    key: str
    heading: str
    text: str
    by: str
    reason: str
    earlier: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCard:
    """A signed note as the page shows it; ``entered`` says when it was put on record, and by whom where it was one."""

    key: str
    title: str
    entered: str
    late: bool
    parts: tuple[NotePart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doings:
    """The acts that are open to the person, each with its address; what was just saved; and the notes.

    ``acts`` are the few that this seat is offered first; ``more`` are folded up behind them. ``then`` is what may be
    done next with what was just saved.
    """

    acts: tuple[tuple[str, str], ...]
    more: tuple[tuple[str, str], ...]
    saved: str
    looked: str
    notes: tuple[NoteCard, ...]
    left_out: tuple[str, ...] = ()
    then: tuple[tuple[str, str], ...] = ()


FIRST = 80
"""Of what happens next so many characters stand in the link that makes it an action."""


def doings(child: str, asking: Asking, story: ChildStory) -> Doings:
    """What may be done, and what is written; acts are offered at the present only."""
    facts = asking.council.child(child, asking.view)
    if facts is None:
        return Doings(acts=(), more=(), saved="", looked="", notes=())
    standing = Standing(facts, asking.view.as_at)
    may = acts_of(asking.seat, standing) if not asking.moved else {}
    to_come = to_come_of(facts, asking.view.as_at)
    offered = [one for one in ACTS if one.code in may and _applies(one.code, standing, story)]
    if not to_take_back(standing, to_come):
        offered = [one for one in offered if one is not TAKE_BACK]
    ahead = planned_words(to_come, asking.council.workers)
    acts = tuple((f"/child/{child}/do/{one.code}", one.invites) for one in offered)
    first = len(acts) if len(acts) <= AT_FIRST + 1 else AT_FIRST
    done = asking.request.GET.get("done", "")
    return Doings(
        acts=acts[:first], more=acts[first:],
        saved=f"It is on record, as entry {done}." if done.isdecimal() else "",
        looked=asking.link(f"/child/{child}/looked"),
        notes=tuple(_card(one) for one in notes_of(standing, asking.council)),
        left_out=(*([ahead] if ahead else []), *notes_left_out(standing)),
        then=_then(child, standing, asking.request.GET.get(OF_A_VISIT, "")) if PLAN_ACTION.code in may else (),
    )  # fmt: skip


def _then(child: str, standing: Standing, visit: str) -> tuple[tuple[str, str], ...]:
    """What a visit that was just put on record says happens next, as an action that needs but its owner and its day."""
    words = next_of_visit(standing, visit)
    if not words:
        return ()
    query = urlencode({"action": NEW, OF_A_VISIT: visit})
    first = shorten(words, FIRST, placeholder=" …")
    return ((f"/child/{child}/do/{PLAN_ACTION.code}?{query}", f"Make an action of what comes next: “{first}”"),)


def _applies(act: str, standing: Standing, story: ChildStory) -> bool:
    """Whether there is anything on record that the act could be done to; what is always possible applies always."""
    if act in ("reply-to-challenge", "settle-challenge"):
        every = standing.of(Challenge)
        settled = {one.dispute or one.id for one in every if one.settled_on is not None}
        return any((one.dispute or one.id) not in settled for one in every)
    if act == "pause":
        return bool(questions_to_pause(one.drift for one in story.worries.standing))
    if act == "correct":
        return bool(standing.of(SignedText))
    if act == "hand-over-note":
        return story.around.worker is not None
    return True


def _card(note: SignedNote) -> NoteCard:
    """The writer stands once where one person wrote it all; who corrected a part stands with the correction."""
    day = f", {say(note.on)}" if note.on else ""
    writers = {one.by for one in note.parts if not one.reason}
    writer = writers.pop() if len(writers) == 1 else ""
    when = [f"Put on record on {say_moment(note.entered)}"] if note.entered else []
    return NoteCard(
        key=f"note-{note.subject}", title=f"{note.title}{day}",
        entered=", ".join([*when, *([_by(writer, bool(when))] if writer else [])]), late=note.late,
        parts=tuple(
            NotePart(
                key=one.id, heading=one.part, text=one.text, reason=one.reason, earlier=one.earlier,
                by="" if one.by == writer and not one.reason else begun_large(_called(one.by)),
            )
            for one in note.parts
        ),
    )  # fmt: skip


def _by(writer: str, after: bool) -> str:
    """By whom, as a sentence of its own or ``after`` when it was put on record."""
    if writer == SOMEBODY:
        return "and who wrote it is not" if after else "Who wrote it is not on record"
    return f"by {_called(writer)}" if after else f"Written by {_called(writer)}"


def _called(writer: str) -> str:
    """Who wrote, by name; where nobody named sits in the seat, the seat: ``the director``."""
    seat = BY_CODE.get(writer)
    return f"the {seat.title.lower()}" if seat else writer
