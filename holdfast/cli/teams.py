"""The children of one team: asked for by the team's id or its name, in small letters or large."""

from datetime import datetime

from holdfast.cli.opening import CannotRun
from holdfast.duties.columns.owners import owners_of
from holdfast.duties.columns.standing import StandingColumns
from holdfast.record.columns import Columns
from holdfast.record.people import Department

SHOWN = 20
"""How many teams are named to somebody who asked for one that is not there."""


def children_of_team(columns: Columns, moment: datetime, asked: str) -> frozenset[str]:
    """The children who are with the team at the moment; CannotRun naming the teams there are when nobody is."""
    names: dict[str, str] = dict(columns.of(Department).select("child", "name").drop_nulls().iter_rows())
    owners = owners_of(StandingColumns(columns, moment)).select("child", "team").drop_nulls()
    teams: dict[str, str] = dict(owners.iter_rows())
    called = {team: {team.casefold(), names.get(team, team).casefold()} for team in teams.values()}
    found = frozenset(child for child, team in teams.items() if asked.strip().casefold() in called[team])
    if not found:
        raise CannotRun(
            f"No child is with a team called {asked!r} at this moment. Teams in this extract: "
            f"{', '.join(_said(team, names) for team in sorted(called)[:SHOWN]) or 'none'}."
        )
    return found


def _said(team: str, names: dict[str, str]) -> str:
    return f"{team} ({names[team]})" if team in names else team
