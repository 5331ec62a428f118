"""Why a clock stands as it does, in plain sentences: the fact, the sum, the evidence, the law.

Both engines use these, so a screen and a sweep give the same reasons. The sentences say what is and is not on
record. They accuse nobody.
"""

from datetime import date

from holdfast.dates import Hours, Limit, say, say_moment, say_with_weekday, working_days_between
from holdfast.duties.clock import Clock, limit_of
from holdfast.duties.duty import Asked, Duty, LocalStandard, MetBy, Way
from holdfast.duties.settings import Settings

LOCAL_READ = "a council setting, not law"


def law_of(asked: Asked) -> tuple[str, ...]:
    """One line for each provision the duty rests on: what it is, and how it was read. Empty for a local one."""
    if not isinstance(asked, Duty):
        return ()
    return tuple(f"{one.words}; {one.in_force_words}; {one.how_read}; {one.sign_off_words}" for one in asked.law)


def how_read(asked: Asked) -> str:
    """How the law that gives the figure was read."""
    return asked.law[0].how_read if isinstance(asked, Duty) else LOCAL_READ


def signed_off(asked: Asked) -> str:
    """Who signed the law off, or that nobody has."""
    return asked.law[0].sign_off_words if isinstance(asked, Duty) else LOCAL_READ


def because(asked: Asked, clock: Clock, settings: Settings) -> tuple[str, ...]:
    """The reasons of one clock, in order: what started it, what is due, what is on record, how it stands."""
    way = asked.ways[clock.way]
    limit = limit_of(asked, way, settings)
    told = [_started(way, clock), _due(asked, way, limit, clock), _found(way, clock)]
    told += [_counted(clock), _too_early(asked, clock), _memory(asked)]
    return tuple(one for one in told if one)


def _day(day: date) -> str:
    return say_with_weekday(day)


def _started(way: Way, clock: Clock) -> str:
    when = say_moment(clock.started_at) if clock.started_at else _day(clock.started_on)
    if way.chain is not None and clock.index > 0 and isinstance(way.met, MetBy):
        return f"{way.met.words} on {when}; the next count starts from that day."
    told = f"{way.starts.words} {when}." if way.starts.words.endswith(" for") else f"{way.starts.words} on {when}."
    return f"{told} {way.starts.also_words} on {_day(clock.also_on)}." if clock.also_on else told


def _due(asked: Asked, way: Way, limit: Limit, clock: Clock) -> str:
    whose = _whose(asked, way, limit)
    if way.mark and clock.due_on:
        return f"{limit.words} from then are reached on {_day(clock.due_on)}."
    if clock.due_at is not None:
        return f"{whose or 'The limit'} is {limit.words}, so it is due by {say_moment(clock.due_at)}."
    if clock.due_on is None:
        return "" if way.cannot else f"No day can be given: the limit is '{limit.phrase}'."
    if way.due is not None:
        return f"It is due by the day on record for it, {_day(clock.due_on)}."
    extra = ""
    if isinstance(limit, Hours):
        extra = f" No time of day is on record, so {limit.words} run as whole days."
    return f"{whose or 'The limit'} is {limit.phrase}, so it is due by {_day(clock.due_on)}.{extra}"


def _whose(asked: Asked, way: Way, limit: Limit) -> str:
    """Whose limit it is; the setting in its shipped words only where the council has not set another limit."""
    if not isinstance(asked, LocalStandard):
        return ""
    return f"The council's own setting ({asked.setting})" if limit == way.limit else "The council's own limit"


def _found(way: Way, clock: Clock) -> str:
    if clock.died and clock.ended_on is not None:
        return f"The child died on {_day(clock.ended_on)}, so nothing more is due."
    if clock.state == "cannot_say":
        return f"This record cannot say whether it was done. Missing: {clock.missing}."
    if way.met is None:
        return ""
    if clock.met_on is not None:
        return f"{way.met.words} on {_day(clock.met_on)}{_which_working_day(clock)}."
    if clock.ended_on is not None:
        return f"{way.starts.until_words} on {_day(clock.ended_on)}, before it was done."
    return not_on_record(way.met.words)


def _which_working_day(clock: Clock) -> str:
    """The other way to say how long it took, where the limit is in working days and anything is counted from then."""
    if clock.unit != "working days" or clock.met_on is None or clock.met_on <= clock.started_on:
        return ""
    return f", working day {working_days_between(clock.started_on, clock.met_on)} after that"


def not_on_record(words: str) -> str:
    """That the record does not say yet that this was done: ``Nothing on record says that the conference was held.``"""
    return f"Nothing on record says that {words[:1].lower()}{words[1:]}."


IN_DAYS_FROM = 48
"""More hours than this are said in days and hours."""


def count_in_words(number: int, unit: str) -> str:
    """So many of a unit: ``1 day``, ``5 working days``; hours over 48 as ``12 days and 21 hours``."""
    if unit == "hours" and number > IN_DAYS_FROM:
        days, hours = divmod(number, 24)
        return count_in_words(days, "days") + (f" and {count_in_words(hours, unit)}" if hours else "")
    return f"{number} {unit[:-1] if number == 1 else unit}"


def _counted(clock: Clock) -> str:
    if clock.days is None:
        return ""
    if clock.days == 0:
        return _at_nought(clock)
    count = count_in_words(abs(clock.days), clock.unit)
    if clock.state == "met":
        return f"That was {count} before it was due."
    if clock.state == "met_late":
        return f"That was {count} after it was due."
    if clock.state == "overdue":
        return f"It is {count} late."
    if clock.state in ("running", "due_soon") and clock.days > 0:
        return f"There {'is' if count.startswith('1 ') else 'are'} {count} left."
    return ""


_NOUGHT = {
    "met": ("It was done on the last day in time.", "It was done within the last hour in time."),
    "met_late": (
        "That was after it was due, and no working day had passed since.",
        "That was less than one hour after it was due.",
    ),
    "overdue": ("It is late; no working day has passed since it was due.", "It is less than one hour late."),
    "due_soon": ("It is due today.", "It is due within the hour."),
    "running": ("It is due today.", "It is due within the hour."),
}
"""What a count of nought means, in days and in hours: a weekend after a Friday holds no working day."""


def _at_nought(clock: Clock) -> str:
    in_days, in_hours = _NOUGHT.get(clock.state, ("", ""))
    return in_hours if clock.unit == "hours" else in_days


def _too_early(asked: Asked, clock: Clock) -> str:
    if not isinstance(asked, Duty) or asked.law[0].in_force_from is None:
        return ""
    begun = asked.law[0].in_force_from
    if clock.started_on >= begun:
        return ""
    return f"The law cited is in force from {say(begun)}; this clock started earlier, under law not looked at here."


def _memory(asked: Asked) -> str:
    if isinstance(asked, Duty) and not asked.may_alert:
        return "Nobody has read the law behind this yet, so it raises no alert."
    return ""
