"""Missing children: a third time in a month, and an interview declined with no other way offered."""

from datetime import date

from holdfast.dates import Days, say
from holdfast.duties.drift.open_work import is_recent, known, last_of
from holdfast.duties.drift.rule import Finding, Needs, Rule, in_words, number
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import Enquiry
from holdfast.record.unseen import MissingEpisode, ReturnInterview

AWAY = "away"


def repeat_missing(standing: Standing, settings: Settings) -> list[Finding]:
    """So many times missing within so many days, with no strategy discussion on record since the last of them.

    Only times missing after the last strategy discussion count. The window is the latest that is full; where none
    is, the latest one that lacks a single time is still ahead.
    """
    times, window = number(settings, "missing-episodes"), Days(number(settings, "missing-days"))
    met = last_of(one.started_on for one in standing.of(Enquiry))
    days = known(
        one.started_on for one in standing.of(MissingEpisode) if one.type != AWAY and one.started_on is not None
    )
    days = [day for day in days if met is None or day > met]
    if not days:
        return []
    full = [last for first, last in zip(days, days[times - 1 :], strict=False) if window.after(first) >= last]
    last_on = full[-1] if full else days[-1]
    inside = [day for day in days if day <= last_on <= window.after(day)]
    if not full and (len(inside) != times - 1 or window.after(inside[0]) < standing.today):
        return []
    if not is_recent(last_on, standing, settings):
        return []
    return [
        Finding(
            child=standing.child.id, state="raised" if full else "running", since=inside[0], last_on=last_on,
            count=len(inside),
        )
    ]  # fmt: skip


def second_offer(standing: Standing, settings: Settings) -> list[Finding]:
    """Each return after which an interview was declined, with no other offer and no interview on record since."""
    found = []
    for one in standing.of(MissingEpisode):
        if one.type == AWAY or one.returned_on is None or one.id is None:
            continue
        declined_on = _still_declined(one.id, standing)
        if declined_on is not None and is_recent(declined_on, standing, settings):
            found.append(
                Finding(child=one.child, state="raised", since=one.returned_on, subject=one.id, last_on=declined_on)
            )
    return found


def _still_declined(episode: str, standing: Standing) -> date | None:
    """The day of the last declining after which nothing else was offered or held; None where something was."""
    offers = [offer for offer in standing.of(ReturnInterview) if offer.episode == episode]
    declined_on = last_of(offer.declined_on for offer in offers)
    if declined_on is None or any(offer.held_on is not None for offer in offers):
        return None
    later = (
        offer.offered_on is not None and offer.offered_on >= declined_on
        for offer in offers
        if offer.declined_on is None
    )
    return None if any(later) else declined_on


def _says_repeat(one: Finding, settings: Settings) -> str:
    assert one.since is not None
    assert one.last_on is not None
    days = number(settings, "missing-days")
    words = f"The child has been missing {in_words(one.count)} times in {days} days, from {say(one.since)} to"
    if one.state == "running":
        return f"{words} {say(one.last_on)}."
    return f"{words} {say(one.last_on)}; no strategy discussion since then is on record."


def _says_offer(one: Finding, settings: Settings) -> str:
    assert one.since is not None
    assert one.last_on is not None
    return (
        f"After the return of {say(one.since)} the child did not want an interview, and said so on "
        f"{say(one.last_on)}; a different offer is not on record."
    )


RULES: tuple[Rule, ...] = (
    Rule(
        code="repeat-missing",
        title="A child has been missing again and again.",
        matter="ms-strategy-repeat",
        one=repeat_missing,
        needs=(
            Needs(noun=MissingEpisode, fields=("started_on",), every=True),
            Needs(noun=Enquiry, fields=("started_on",)),
        ),
        unit="times missing",
        threshold="Raised at {missing-episodes} times within {missing-days} days.",
        says=_says_repeat,
        asks="Who meets to talk about what draws or drives the child away, and when?",
        closes="A strategy discussion on the day of the last time missing or later.",
    ),
    Rule(
        code="second-offer",
        title="A child did not want a return interview, and nothing else was offered.",
        matter="second-offer",
        one=second_offer,
        needs=(
            Needs(noun=MissingEpisode, fields=("id", "returned_on")),
            Needs(noun=ReturnInterview, fields=("episode", "offered_on", "held_on", "declined_on"), every=True),
        ),
        unit="",
        threshold="Raised from the day the child did not want the interview; that is the child's choice.",
        says=_says_offer,
        asks="Whom would the child rather talk to, where, and how?",
        closes="Another offer on the day the child did not want it or later, or an interview that was held.",
    ),
)
