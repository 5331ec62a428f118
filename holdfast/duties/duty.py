"""What is asked of the council: a duty, which cannot exist without its law, and its sibling, a local standard.

Both are data. The scalar engine (``clock``) answers them for one child, the column engine (``columns``) for all
children at once; neither holds a rule of its own.
"""

from dataclasses import dataclass

from holdfast.dates import Limit
from holdfast.law.citation import Citation, Force
from holdfast.record.field import Fact
from holdfast.record.where import ALWAYS, Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Starts:
    """The fact that starts a clock: which kind, the day that is counted from, and the day the service ends.

    ``at`` names the field with the time of day, for limits in hours. ``until`` names the day after which the
    duty is no longer owed (a plan ended, a child left care). ``also`` names another day that the reasons must give,
    with its own words (the new referral, where the clock starts at the one before).
    """

    noun: type[Fact]
    on: str = "started_on"
    at: str | None = None
    until: str | None = None
    where: Where = ALWAYS
    words: str
    until_words: str = "It ended"
    also: str | None = None
    also_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetBy:
    """The fact that meets a duty: evidence on the child's record, never a ticked task.

    ``link`` joins it to its start: the field of this fact, and the field of the starting fact, that hold the
    same id. Without a link, or where this fact's id is blank, it is joined by child and day. ``earlier_counts``
    lets something done before the start meet the duty (a plan made before the placement); ``in_force_until``
    then names the day it ceased to count. ``unsure`` picks the facts that may or may not be evidence because
    the record is silent (a visit that does not say whether the child was seen): they make the answer *cannot
    say*, never *met*.
    """

    noun: type[Fact]
    on: str
    at: str | None = None
    where: Where = ALWAYS
    unsure: Where | None = None
    link: tuple[str, str] | None = None
    earlier_counts: bool = False
    in_force_until: str | None = None
    words: str
    cure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetInPlace:
    """A duty met by a day of the starting fact itself (an assessment's authorisation)."""

    on: str
    at: str | None = None
    words: str
    cure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A repeating duty: each completion starts the next count, from the day it really happened.

    The clocks of a chain are numbered from nought. ``first`` and ``last`` pick those that this duty speaks of
    (a first review is number 0; later reviews are 2 and on). ``first_limit`` tells, where an extract gives only
    the latest completion, whether that one can have been the first.
    """

    first: int = 0
    last: int | None = None
    first_limit: Limit | None = None

    def takes(self, index: int) -> bool:
        """True when the clock of this number is one of this duty's."""
        return index >= self.first and (self.last is None or index <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way a duty runs: from what, within what, until what.

    ``due`` names a field of the starting fact that holds a planned day, for duties owed before a booked event;
    the limit then only names the unit. ``when`` is asked of each clock: the starting fact's fields, and
    ``counted_from`` (the day this clock counts from) and ``index`` (its number in a chain). A ``mark`` says that
    something becomes true on the day; nobody can be late for it, so it never turns overdue. ``cannot`` is the
    sentence of a way whose due day can never be told from the record.
    """

    starts: Starts
    limit: Limit
    met: MetBy | MetInPlace | None = None
    chain: Chain | None = None
    due: str | None = None
    mark: bool = False
    when: Where = ALWAYS
    cannot: str | None = None


class NoLaw(ValueError):
    """A duty was written without its law."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a duty and a local standard share: a code, a title in the imperative, and the ways it runs.

    ``exceptions`` says in words when it is not owed, or not like this, and what of that the record can tell.
    """

    code: str
    title: str
    ways: tuple[Way, ...]
    exceptions: str = ""

    @property
    def force(self) -> Force:
        """What kind of rule it is."""
        raise NotImplementedError

    @property
    def may_alert(self) -> bool:
        """Whether it may raise an alert."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Asked):
    """Something the law asks. Refuses to exist without its law."""

    law: tuple[Citation, ...]

    def __post_init__(self) -> None:
        """Refuse an empty law."""
        if not self.law:
            raise NoLaw(
                f"Duty {self.code!r} cites no law. Add a Citation for the provision it comes from; "
                "if it comes from no law, it is a LocalStandard."
            )

    @property
    def force(self) -> Force:
        """The strongest force among its citations' order: the first citation's."""
        return self.law[0].force

    @property
    def may_alert(self) -> bool:
        """Whether anybody has read the law it rests on; what nobody read never raises an alert."""
        return self.law[0].may_alert


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalStandard(Asked):
    """Something the council asks of itself: a setting with a value, never shown as law."""

    setting: str

    def __post_init__(self) -> None:
        """Refuse a standard that names no setting."""
        if not self.setting:
            raise ValueError(f"Local standard {self.code!r} names no council setting. Say in words what is set.")

    @property
    def force(self) -> Force:
        """Local norm."""
        return Force.LN

    @property
    def may_alert(self) -> bool:
        """A local standard may be listed; it is always marked as local."""
        return True
