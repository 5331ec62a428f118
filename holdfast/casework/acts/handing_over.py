"""Allocating and handing over: the child hears goodbye and hello, and no child is left without a next name."""

from holdfast.casework.acts.act import HERE, Act, Doing, Part, Problem
from holdfast.casework.acts.texts import signed, texts_about
from holdfast.dates import say
from holdfast.duties.owner import owner_of
from holdfast.duties.standing import Standing
from holdfast.record.field import Fact
from holdfast.record.people import Departure, Involvement, Professional
from holdfast.record.writing import SignedText

GOODBYE, HELLO, PROMISES = "goodbye", "hello", "promises to keep"


def current(doing: Doing) -> Involvement | None:
    """The involvement of the worker whom one asks about this child now."""
    owner = owner_of(doing.standing)
    mine = [one for one in doing.standing.of(Involvement) if one.ended_on is None and one.professional == owner.worker]
    return max(mine, key=lambda one: (one.started_on is not None, one.started_on, one.id or ""), default=None)


def colleagues(doing: Doing) -> tuple[tuple[str, str], ...]:
    """Who could take the child on: the workers of the child's team who stay, by name."""
    before = current(doing)
    return of_team(doing, doing.asker.seat.team or (before.team if before else None))


def of_team(doing: Doing, team: str | None) -> tuple[tuple[str, str], ...]:
    """The workers of a team who stay, by name; of every team where none is given."""
    leaving = {one.child for one in doing.standing.of(Departure)}
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
        Part(name="to", label="Who has the child next", kind="worker", choices=colleagues(doing),
             missing="Choose who has the child next."),
        Part(name="from", label="From which day", kind="day", missing="Say from which day."),
        Part(name="why", label="Why the worker changes", kind="line", missing="Say why: the child will ask."),
        Part(name="goodbye", label="Goodbye note to the child", hint="It shows where it is left out."),
        Part(name="hello", label="Hello note to the child", hint="From the new worker: who I am, when we meet."),
        Part(name="promises", label="Promises to keep, and what not to ask again"),
    )  # fmt: skip


def _check(doing: Doing) -> list[Problem]:
    before = current(doing)
    if before is not None and before.professional == doing.said("to"):
        return [Problem(part="to", words="This worker has the child already. Choose somebody else.")]
    started, day = before.started_on if before else None, doing.day("from")
    if started is not None and day is not None and day < started:
        return [Problem(part="from", words="The worker before began later than this day. Choose a day since then.")]
    if day is not None and day > doing.today:
        return [Problem(part="from", words="This day lies ahead. Hand over on the day it happens.")]
    return []


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
    parts = {"why": "why the worker changes", "goodbye": GOODBYE, "hello": HELLO, "promises": PROMISES}
    return [
        *changed_hands(doing, doing.said("to"), doing.said("why")),
        *signed(doing, doing.id("involvement"), parts, doing.day("from")),
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


def _about(doing: Doing) -> list[Fact]:
    return [one for one in doing.standing.of(Involvement) if one.ended_on is None]


ALLOCATE = Act(
    code="allocate", title="Allocate, or hand over", invites="Allocate or hand over",
    done="The child has a new worker on record.", parts=_parts, facts=_facts, check=_check, about=_about,
    opens_with=lambda doing: {"from": doing.today.isoformat()},
)  # fmt: skip

NOTES = (
    (GOODBYE, "Goodbye, from the worker who left"), (HELLO, "Hello, from the new worker"),
    (PROMISES, "Promises to keep, and what not to ask again"),
)  # fmt: skip


def _note_parts(doing: Doing) -> tuple[Part, ...]:
    return (
        Part(name="note", label="Which note", kind="choice", choices=NOTES, missing="Choose which note it is."),
        Part(name="text", label="The note", hint="To the child, in words the child would use.",
             missing="Write a sentence or two."),
    )  # fmt: skip


def _note_check(doing: Doing) -> list[Problem]:
    if doing.said("note") not in dict(NOTES) or current(doing) is not None:
        return []
    return [Problem(part="note", words="No worker is on record for this child. Hand the child over first.")]


def _note_facts(doing: Doing) -> list[Fact]:
    before = current(doing)
    assert before is not None
    return list(signed(doing, before.id or doing.child, {"text": doing.said("note")}, doing.today))


def _notes_written(doing: Doing) -> list[Fact]:
    """Every note of this hand-over: two people who write at once each see the other's."""
    before = current(doing)
    return list(texts_about(doing.standing, before.id)) if before is not None and before.id else []


def _note_reads(doing: Doing) -> list[str]:
    before = current(doing)
    if before is None or before.started_on is None:
        return ["No worker is on record for this child."]
    who = doing.workers.get(before.professional or "", "A worker")
    return [f"{who} has the child since {say(before.started_on)}.", *notes_left_out(doing.standing)]


HAND_OVER_NOTE = Act(
    code="hand-over-note", title="Write a goodbye or a hello", invites="Write a goodbye or a hello",
    done="The note is on record, with the day it was written.", parts=_note_parts, facts=_note_facts,
    check=_note_check, about=_notes_written, reads_first=_note_reads,
)  # fmt: skip
