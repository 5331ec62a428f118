"""The screens of the teams."""

from django.http import HttpRequest, HttpResponse

from holdfast.casework import team as casework
from holdfast.web.asking import Asking
from holdfast.web.goodbyes import of_team
from holdfast.web.no_such import no_such
from holdfast.web.team.page import team_page, teams_page


def teams(request: HttpRequest) -> HttpResponse:
    """Every team with a child whom the seat sees."""
    asking = Asking.of(request)
    found = casework.teams(asking.council, asking.view, asking.theirs())
    return asking.page("holdfast/teams.html", teams_page(asking, found), title="Teams", here="teams")


def team(request: HttpRequest, team: str) -> HttpResponse:
    """The children of one team; a team of whom the seat sees nobody is a team that is not there."""
    asking = Asking.of(request)
    found = casework.team(asking.council, asking.view, team, asking.theirs())
    if found is None:
        return no_such(
            request, "There is no team to show here",
            "No team goes by this name, no child is with it at this moment, or the seat you are in sees none of them.",
            "Choose a team from the list, or look at another day.", href=asking.link("/team/"), link="Go to the teams",
        )  # fmt: skip
    page, title = team_page(asking, found), f"{found.name}: the team's children"
    goodbyes = {"goodbyes": of_team(asking, team)}
    return asking.page("holdfast/team.html", page, title=title, here="teams", more=goodbyes)
