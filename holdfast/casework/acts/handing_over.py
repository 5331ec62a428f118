"""Allocating and handing over: the child hears goodbye and hello, and no child is left without a next name."""

from collections.abc import Mapping, Sequence

from holdfast.casework.acts.act import HERE, Act, Doing, Part, Problem
from holdfast.casework.acts.goodbyes import GOODBYE, HELLO, PROMISES, WHY, to_say_goodbye
from holdfast.casework.acts.texts import signed, texts_about
from holdfast.dates import Days, say
from holdfast.duties.owner import owner_of
from holdfast.duties.standing import Standing
from holdfast.record.field import Fact
from holdfast.record.people import Department, Departure, Involvement, Professional
from holdfast.record.writing import SignedText

FARTHEST = Days(92)
"""A hand-over is put on record at most so many days ahead: the council's own number, as for a pause."""


def current(doing: Doing) -> Involvement | None:
    """The involvement of the worker whom one asks about this child now."""
    return current_of(doing.standing)


def current_of(standing: Standing) -> Involvement | None:
    """The same, out of the record alone."""
    owner = owner_of(standing)
    mine = [one for one in standing.of(Involvement) if one.ended_on is None and one.professional == owner.worker]
    return max(mine, key=lambda one: (one.started_on is not None, one.started_on, one.id or ""), default=None)


def colleagues(doing: Doing) -> tuple[tuple[str, str], ...]:
    """Who could take the child on: the workers of the child's team who stay, by name."""
    return of_team(doing, _own_team(doing))


def _own_team(doing: Doing) -> str | None:
    before = current(doing)
    return doing.asker.seat.team or (before.team if before else None)


def everybody(doing: Doing) -> tuple[tuple[str, str], ...]:
    """Who could take the child on: the child's own team first, then every other, whose workers are told with it."""
    own, teams = colleagues(doing), {one.child: one.name or one.child for one in doing.standing.of(Department)}
    known, where = {code for code, _ in own}, {one.child: one.department for one in doing.standing.of(Professional)}
    others = [
        (code, f"{name} ({teams.get(where.get(code) or '', 'another team')})")
        for code, name in of_team(doing, None)
        if code not in known
    ]
    return (*own, *sorted(others, key=lambda pair: (pair[1].rpartition("(")[2], pair[1])))


def of_team(doing: Doing, team: str | None) -> tuple[tuple[str, str], ...]:
    """The workers of a team who stay, by name; of every team where none is given."""
    leaving = {one.child for one in doing.standing.of(Departure) if one.last_on is not None}
    return tuple(
        sorted(
            (
                (one.child, f"{one.name}, {one.job_title}" if one.job_title else one.name)
                for one in doing.standing.of(Professional)
                if one.name and (team is None or one.department == team) and one.child not in leaving
            ),
            key=lambda pair: pair[1],
        )
    )


def _parts(doing: Doing) -> tuple[Part, ...]:
    return (
        Part(name="to", label="Who has the child next", kind="worker", choices=everybody(doing),
             missing="Choose who has the child next.", hint="Workers of other teams stand below, each with the team."),
        Part(name="from", label="From which day", kind="day", missing="Say from which day.",
             hint="It may lie ahead: until then everything stays with the worker now."),
        Part(name="why", label="Why the worker changes", kind="line", missing="Say why: the child will ask."),
        Part(name="goodbye", label="Goodbye note to the child", hint="It shows where it is left out."),
        Part(name="hello", label="Hello note to the child", hint="From the new worker: who I am, when we meet."),
        Part(name="promises", label="Promises to keep, and what not to ask again"),
    )  # fmt: skip


def _check(doing: Doing) -> list[Problem]:
    before = current(doing)
    if doing.to_come:
        return [Problem(part="to", words=f"{planned(doing)} Take that back first, on the child's page.")]
    if before is not None and before.professional == doing.said("to"):
        return [Problem(part="to", words="This worker has the child already. Choose somebody else.")]
    return from_problems(doing, before, "from")


def from_problems(doing: Doing, before: Involvement | None, part: str) -> list[Problem]:
    """What is amiss with the day from which the next worker has the child: neither before this one's nor far ahead."""
    started, day, last = before.started_on if before else None, doing.day("from"), FARTHEST.after(doing.today)
    if started is not None and day is not None and day < started:
        return [Problem(part=part, words="The worker before began later than this day. Choose a day since then.")]
    if day is not None and last is not None and day > last:
        return [
            Problem(part=part, words=f"{say(day)} is more than three months ahead. Choose a day until {say(last)}.")
        ]
    return []


def planned(doing: Doing) -> str:
    """In a sentence: the hand-over that is on record for a day ahead; empty where there is none."""
    return planned_words(doing.to_come, doing.workers)


def planned_words(to_come: Sequence[Involvement], workers: Mapping[str, str]) -> str:
    """The same, out of the workers' times that begin on a day ahead and the workers' names."""
    if not to_come:
        return ""
    who, day = workers.get(to_come[0].professional or "", "Another worker"), to_come[0].started_on
    return f"From {say(day)} {who} has the child: that is on record." if day else ""


def changed_hands(doing: Doing, to: str, reason: str) -> list[Fact]:
    """The old involvement ended and the new one begun."""
    before, day = current(doing), doing.day("from") or doing.today
    found: list[Fact] = []
    if before is not None:
        found.append(
            Involvement(
                id=before.id, child=doing.child, professional=before.professional, role=before.role, team=before.team,
                started_on=before.started_on, ended_on=day, change_reason=reason, referral=before.referral,
                recorded_at=doing.made_at,
            )
        )  # fmt: skip
    who = next((one for one in doing.standing.of(Professional) if one.child == to), None)
    found.append(
        Involvement(
            id=doing.id("involvement"), child=doing.child, professional=to, role=who.job_title if who else None,
            team=who.department if who and who.department else (before.team if before else None), started_on=day,
            referral=before.referral if before else None, recorded_at=doing.made_at,
        )
    )  # fmt: skip
    return found


def _facts(doing: Doing) -> list[Fact]:
    parts = {"why": WHY, "goodbye": GOODBYE, "hello": HELLO, "promises": PROMISES}
    return [
        *changed_hands(doing, doing.said("to"), doing.said("why")),
        *signed(doing, doing.id("involvement"), parts, min(doing.day("from") or doing.today, doing.today)),
    ]


def notes_left_out(standing: Standing) -> tuple[str, ...]:
    """In words: which of the goodbye and the hello was left out when the worker changed here last."""
    handed = [one for one in standing.of(Involvement) if (one.id or "").startswith(HERE) and one.ended_on is None]
    found = []
    for one in handed:
        written = {text.part for text in standing.of(SignedText) if text.subject == one.id}
        missing = [name for name in (GOODBYE, HELLO) if name not in written]
        if missing and one.started_on is not None:
            found.append(f"The worker changed on {say(one.started_on)} without a {' or a '.join(missing)} note.")
    return tuple(found)


def open_times(doing: Doing) -> list[Fact]:
    """Each worker's time with the child that is open or to begin: two people must not hand over past each other."""
    return [*(one for one in doing.standing.of(Involvement) if one.ended_on is None), *doing.to_come]


def notes_to_the_child(standing: Standing) -> list[Fact]:
    """Every goodbye, hello and promise that was signed: nobody reads of a hand-over without them."""
    return [one for one in standing.of(SignedText) if one.part in dict(NOTES)]


def signed_with_hand_overs(standing: Standing) -> list[Fact]:
    """Why each worker changed, and the notes: of times that are open the record itself does not say why they began."""
    why = [one for one in standing.of(SignedText) if one.part == WHY]
    return [*why, *notes_to_the_child(standing)]


ALLOCATE = Act(
    code="allocate", title="Allocate, or hand over", invites="Allocate or hand over",
    done="The child has a new worker on record.", parts=_parts, facts=_facts, check=_check, about=open_times,
    reads_first=lambda doing: [planned(doing)] if doing.to_come else [],
    opens_with=lambda doing: {"from": doing.today.isoformat()}, parts_from=True,
    told_with=lambda doing: signed_with_hand_overs(doing.standing),
)  # fmt: skip

NOTES = (
    (GOODBYE, "Goodbye, from the worker who left"), (HELLO, "Hello, from the new worker"),
    (PROMISES, "Promises to keep, and what not to ask again"),
)  # fmt: skip


def _subject(doing: Doing) -> str | None:
    """The worker's time with the child that a note is about: of who takes the child on, for whoever handed over too."""
    before, handed = current(doing), to_say_goodbye(doing.standing, doing.asker.who)
    if before is not None and before.professional != doing.asker.who and handed is not None:
        return handed.id
    return before.id if before is not None else None


def _writes_goodbye_alone(doing: Doing) -> bool:
    """Whether the writer has nothing to do with the child any more but the goodbye."""
    return _is_not_with(doing) and to_say_goodbye(doing.standing, doing.asker.who) is not None


def _is_not_with(doing: Doing) -> bool:
    """Whether the asker is a worker who is not with the child now."""
    mine = [one for one in doing.standing.of(Involvement) if one.ended_on is None]
    seat = doing.asker.seat
    return seat.scope == "worker" and all(one.professional != seat.holder for one in mine)


def _note_parts(doing: Doing) -> tuple[Part, ...]:
    mine = [one for one in NOTES if one[0] != HELLO] if _writes_goodbye_alone(doing) else NOTES
    return (
        Part(name="note", label="Which note", kind="choice", choices=tuple(mine), missing="Choose which note it is."),
        Part(name="text", label="The note", hint="To the child, in words the child would use.",
             missing="Write a sentence or two."),
    )  # fmt: skip


def _note_check(doing: Doing) -> list[Problem]:
    if doing.said("note") not in dict(NOTES) or current(doing) is not None:
        return []
    return [Problem(part="note", words="No worker is on record for this child. Hand the child over first.")]


def _note_facts(doing: Doing) -> list[Fact]:
    return list(signed(doing, _subject(doing) or doing.child, {"text": doing.said("note")}, doing.today))


def _notes_written(doing: Doing) -> list[Fact]:
    """Every note of this hand-over: two people who write at once each see the other's."""
    subject = _subject(doing)
    return list(texts_about(doing.standing, subject)) if subject else []


def _note_reads(doing: Doing) -> list[str]:
    before, handed = current(doing), to_say_goodbye(doing.standing, doing.asker.who)
    if before is None or before.started_on is None:
        return ["No worker is on record for this child."]
    if handed is not None and _writes_goodbye_alone(doing):
        asked = "" if handed.goodbye_on else " The goodbye to the child is not written yet."
        return [f"You handed this child over on {say(handed.on)}.{asked}"]
    who = doing.workers.get(before.professional or "", "A worker")
    return [f"{who} has the child since {say(before.started_on)}.", *notes_left_out(doing.standing)]


HAND_OVER_NOTE = Act(
    code="hand-over-note", title="Write a goodbye or a hello", invites="Write a goodbye or a hello",
    done="The note is on record, with the day it was written.", parts=_note_parts, facts=_note_facts,
    check=_note_check, about=_notes_written, reads_first=_note_reads,
    opens_with=lambda doing: {"note": GOODBYE} if _writes_goodbye_alone(doing) else {},
    parts_from=True,
)  # fmt: skip
