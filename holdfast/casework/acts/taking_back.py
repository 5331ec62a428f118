"""A hand-over that was a mistake is taken back: the child is with the worker of before, as though it had not been.

While its day lies ahead, or on the day on which it was put on record. Later, whoever took the child on has been the
child's worker, and the record goes on saying so: then the child is handed over once more.
"""

from collections.abc import Sequence
from dataclasses import replace

from holdfast.casework.acts.act import Act, Doing, Part, Problem
from holdfast.casework.acts.goodbyes import hand_overs
from holdfast.casework.acts.handing_over import current_of, open_times, signed_with_hand_overs
from holdfast.casework.acts.texts import signed
from holdfast.dates import say
from holdfast.duties.standing import Standing
from holdfast.record.field import Fact
from holdfast.record.people import Involvement

NONE = (
    "No hand-over can be taken back: one can while its day lies ahead, and on the day on which it was put on record. "
    "Hand the child over once more instead."
)


def to_take_back(standing: Standing, to_come: Sequence[Involvement]) -> tuple[Involvement | None, Involvement] | None:
    """The time that ends with the hand-over (None: nobody had the child) and that which begins; None: none can be."""
    now = current_of(standing)
    if to_come:
        return now, to_come[0]
    some = hand_overs(standing)
    last = some[-1] if some else None
    if now is None or last is None or now.id != last.id or last.put_on_record_on != standing.today:
        return None
    return next(one for one in standing.of(Involvement) if one.id == last.before), now


def _parts(doing: Doing) -> tuple[Part, ...]:
    missing = "Say why: somebody will ask why the worker did not change."
    return (Part(name="why", label="Why it is taken back", kind="line", missing=missing),)


def _check(doing: Doing) -> list[Problem]:
    if to_take_back(doing.standing, doing.to_come) or not doing.said("why"):
        return []
    return [Problem(part="why", words=NONE)]


def _facts(doing: Doing) -> list[Fact]:
    found = to_take_back(doing.standing, doing.to_come)
    assert found is not None
    before, new = found
    again = [replace(before, ended_on=None, change_reason=None, recorded_at=doing.made_at)] if before else []
    return [*again, *signed(doing, new.id or doing.child, {"why": "why the hand-over was taken back"}, doing.today)]


def _withdraws(doing: Doing) -> list[Fact]:
    found = to_take_back(doing.standing, doing.to_come)
    return [found[1]] if found else []


def _reads(doing: Doing) -> list[str]:
    found = to_take_back(doing.standing, doing.to_come)
    if found is None:
        return [NONE]
    before, new = found
    who, day = doing.workers.get(new.professional or "", "Another worker"), new.started_on
    back = doing.workers.get((before.professional if before else None) or "", "")
    told = f"{who} has the child from {say(day)}." if day else f"{who} has the child."
    return [told, f"Taken back, the child stays with {back}." if back else "Taken back, nobody is named for the child."]


TAKE_BACK = Act(
    code="take-back", title="Take back a hand-over", invites="Take back a hand-over",
    done="The hand-over is taken back.", parts=_parts, facts=_facts, withdraws=_withdraws, check=_check,
    reads_first=_reads, about=open_times, parts_from=True,
    told_with=lambda doing: signed_with_hand_overs(doing.standing),
)  # fmt: skip
