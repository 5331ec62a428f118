"""Goodbyes: after a hand-over the child hears from whoever had them until then, and it shows where the child has not.

It is a task and keeps nothing from being done. Whoever handed the child over may still write, though the child is with
somebody else now, until the day on which the goodbye is written is over.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import polars as pl

from holdfast.casework.acts.act import HERE
from holdfast.casework.council import Council
from holdfast.casework.view import View
from holdfast.duties.standing import Standing
from holdfast.record.people import Departure, Involvement
from holdfast.record.writing import SignedText

GOODBYE, HELLO, PROMISES, WHY = "goodbye", "hello", "promises to keep", "why the worker changes"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """A child who was handed over here: by whom, to whom, from which day; which of the two notes is not written.

    ``id`` is that of the new worker's involvement, about which the notes are; ``goodbye_on`` the day on which the
    goodbye was written, None where it was not. ``before`` is the old worker's time with the child, by id.
    """

    id: str
    child: str
    by: str
    to: str | None
    team: str | None
    on: date
    goodbye_on: date | None
    hello_left_out: bool
    before: str
    put_on_record_on: date | None

    @property
    def goodbye_left_out(self) -> bool:
        """Whether the child has not been told goodbye."""
        return self.goodbye_on is None


def hand_overs(standing: Standing) -> tuple[HandOver, ...]:
    """Every hand-over of the child that was put on record here, the latest last.

    What was handed over is the time that ended on the day on which the next one's began, for the reason that was signed
    with it: what another system says of workers does not say that they parted so.
    """
    return tuple(sorted(_hand_overs(standing), key=lambda one: (one.on, one.id)))


def _hand_overs(standing: Standing) -> Iterator[HandOver]:
    rows, texts = standing.of(Involvement), standing.of(SignedText)
    for new in rows:
        if not (new.id or "").startswith(HERE) or new.started_on is None:
            continue
        said = [one for one in texts if one.subject == new.id and one.text]
        # A time that is ended or reopened later is put on record again; what was signed with the hand-over stays.
        why = [one for one in said if one.part == WHY and one.corrects is None]
        reason, at = (why[0].text, why[0].recorded_at) if why else (None, new.recorded_at)
        before = [
            one for one in rows
            if one.professional and one.professional != new.professional and one.ended_on == new.started_on
            and (one.change_reason == reason if why else one.recorded_at == at)
        ]  # fmt: skip
        goodbyes = [one.on for one in said if one.part == GOODBYE and one.on is not None]
        for old in before[:1]:
            yield HandOver(
                id=new.id or "", child=standing.child.id, by=old.professional or "", to=new.professional,
                team=new.team, on=new.started_on, goodbye_on=max(goodbyes, default=None),
                hello_left_out=all(one.part != HELLO for one in said), before=old.id or "",
                put_on_record_on=at.date() if at else None,
            )  # fmt: skip


def to_say_goodbye(standing: Standing, worker: str | None) -> HandOver | None:
    """The hand-over after which this worker may still write the goodbye; None where there is none.

    Whoever has left the service writes no more.
    """
    gone = any(
        one.child == worker and one.last_on is not None and one.last_on < standing.today
        for one in standing.of(Departure)
    )
    some = [
        one for one in hand_overs(standing)
        if worker is not None and one.by == worker and one.goodbye_on in (None, standing.today)
    ]  # fmt: skip
    return some[-1] if some and not gone else None


def open_goodbyes(
    council: Council, view: View, *, worker: str | None = None, team: str | None = None
) -> tuple[HandOver, ...]:
    """Every child handed over here who has not been told goodbye, by name of the child.

    With ``worker`` those whom this worker handed over or took on; with ``team`` those who are with the team now.
    """
    columns = council.columns(view)
    told = columns.of(SignedText).filter(pl.col("part") == GOODBYE).select("subject")
    here = columns.of(Involvement).filter(pl.col("id").str.starts_with(HERE))
    begun = here.join(told, left_on="id", right_on="subject", how="anti").get_column("child").unique().to_list()
    found = []
    for child in begun:
        facts = council.child(child, view)
        if facts is None:
            continue
        for one in hand_overs(Standing(facts, view.as_at)):
            about = (worker is None or worker in (one.by, one.to)) and (team is None or one.team == team)
            if one.goodbye_left_out and about:
                found.append(one)
    return tuple(sorted(found, key=lambda one: (council.name(one.child), one.on, one.id)))
