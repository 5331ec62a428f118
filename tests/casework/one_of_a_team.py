"""A child of a team at a moment, for the tests of the line of sight."""

from collections.abc import Iterable
from datetime import date

from holdfast.casework.council import Council
from holdfast.casework.team import Glance, Sight, Station, _sights, sights
from holdfast.casework.view import View
from holdfast.dates import end_of
from holdfast.duties.settings import WEXMOUTH
from holdfast.record.child_protection import ProtectionPlan
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.front_door import InNeedPlan
from holdfast.record.in_care import CareEpisode, Placement
from holdfast.record.oversight import Supervision
from holdfast.record.people import Involvement, Person
from holdfast.record.register import NOUNS


def d(text: str) -> date:
    """A day from ISO text."""
    return date.fromisoformat(text)


def child(name: str = "c", *, team: str = "T1", worker: str = "w1", forename: str = "Ada") -> list[Fact]:
    """A child who is with a team."""
    return [
        Person(child=name, forename=forename, surname="Fenn", born_on=d("2014-03-02")),
        Involvement(child=name, id=f"i{name}", professional=worker, team=team, role="social worker",
                    started_on=d("2025-01-06")),
    ]  # fmt: skip


def sight(facts: Iterable[Fact], on: date) -> Sight:
    """The child ``c`` at the end of a day, with what stands beside the stations."""
    return sights(Council.of(columns_from([*child(), *facts])), View(as_at=end_of(on)))["c"]


def glance(station: Station, facts: Iterable[Fact], on: str, without: tuple[type[Fact], ...] = ()) -> Glance:
    """One station of the child ``c`` at the end of a day; ``without`` are nouns that the record does not hold."""
    columns = columns_from([*child(), *facts], [noun for noun in NOUNS if noun not in without])
    return _sights(columns, end_of(d(on)), WEXMOUTH)["c"].glances[station]


PLAN = ProtectionPlan(child="c", id="p", started_on=d("2026-05-01"))
IN_NEED = InNeedPlan(child="c", id="n", started_on=d("2026-05-01"))
CARE = CareEpisode(child="c", id="e", started_on=d("2026-05-01"), entered_on=d("2026-05-01"))
TALKED = Supervision(child="c", id="s", on=d("2026-05-20"))
HOME = Placement(child="c", id="h", started_on=d("2026-05-01"), type="U6")
