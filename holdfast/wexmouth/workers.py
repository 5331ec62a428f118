"""The teams of Wexmouth and who works in them. All invented."""

from datetime import date

from holdfast.record.field import Fact
from holdfast.record.people import Department, Involvement, Professional
from holdfast.wexmouth.telling import Telling

HUB = "WX-T-hub"
EAST = "WX-T-east"
WEST = "WX-T-west"
IN_CARE = "WX-T-care"
PATHWAYS = "WX-T-pathways"
DISABLED = "WX-T-disabled"
HOMES = "WX-T-homes"
REVIEWING = "WX-T-reviewing"

TEAMS = {
    HUB: "Wexmouth Hub",
    EAST: "East Safeguarding",
    WEST: "West Safeguarding",
    IN_CARE: "Children in Care",
    PATHWAYS: "Pathways",
    DISABLED: "Disabled Children",
    HOMES: "Homes",
    REVIEWING: "ICRO service",
}

_WORKERS = {
    "parveen": ("Parveen Aslam", "contact officer", HUB),
    "colm": ("Colm Tierney", "hub manager", HUB),
    "imogen": ("Imogen Vane", "social worker", WEST),
    "pascal": ("Pascal Ngoma", "social worker", WEST),
    "hannah": ("Hannah Stroud", "social worker", DISABLED),
    "maggie": ("Maggie Olney", "independent reviewing officer", REVIEWING),
    "omar": ("Omar Fadel", "independent reviewing officer", REVIEWING),
    "femi": ("Femi Adeyo", "social worker", WEST),
    "tomasz": ("Tomasz Wilk", "social worker", IN_CARE),
    "chloe": ("Chloe Garrow", "social worker", EAST),
    "ade": ("Ade Bankes", "team manager", EAST),
    "gwen": ("Gwen Prior", "social worker", EAST),
    "lyn": ("Lyn Castell", "head of service", EAST),
    "dot": ("Dot Hailey", "supervising social worker", HOMES),
    "helen": ("Helen Marsh", "nominated officer", HOMES),
    "rhona": ("Rhona Keel", "social worker", IN_CARE),
    "kwame": ("Kwame Ofori", "social worker", IN_CARE),
    "bryony": ("Bryony Teal", "family finder", HOMES),
    "gary": ("Gary Pym", "placement officer", HOMES),
    "sunita": ("Sunita Rao", "social worker", IN_CARE),
    "leena": ("Leena Hart", "social worker", IN_CARE),
    "faye": ("Faye Dunmore", "missing coordinator", HUB),
    "jo": ("Jo Medway", "personal adviser", PATHWAYS),
    "leila": ("Leila Karim", "social worker", IN_CARE),
    "leo-1": ("Neil Bracken", "social worker", IN_CARE),
    "leo-2": ("Asha Puri", "social worker", IN_CARE),
    "leo-3": ("Craig Tolland", "social worker", IN_CARE),
    "leo-4": ("Moira Finn", "social worker", IN_CARE),
    "leo-5": ("Yusuf Demir", "social worker", IN_CARE),
    "nia": ("Nia Bevan", "social worker", EAST),
}


_CROWD = {
    "hub": ("social worker", HUB),
    "east": ("social worker", EAST),
    "west": ("social worker", WEST),
    "care": ("social worker", IN_CARE),
    "disabled": ("social worker", DISABLED),
    "pathways": ("personal adviser", PATHWAYS),
    "reviewing": ("independent reviewing officer", REVIEWING),
}
"""The workers of the crowd are named by their team and a number, such as ``east-12``."""

PREFIX = "WX-W-"


def worker(name: str) -> str:
    """The id of a worker; KeyError when Wexmouth has none of that name."""
    _post(name)
    return PREFIX + name


def team_of(name: str) -> str:
    """The id of the team a worker belongs to."""
    return _post(name)[1]


def title_of(name: str) -> str:
    """What a worker does."""
    return _post(name)[0]


def is_of_the_stories(name: str) -> bool:
    """True when the stories name the worker."""
    return name in _WORKERS


def _post(name: str) -> tuple[str, str]:
    if name in _WORKERS:
        return _WORKERS[name][1:]
    return _CROWD[name.rpartition("-")[0]]


def everyone() -> tuple[Fact, ...]:
    """The teams and the workers, as rows."""
    teams = [Department(child=team, name=name) for team, name in TEAMS.items()]
    people = [
        Professional(child=worker(name), name=said, job_title=title, department=team)
        for name, (said, title, team) in _WORKERS.items()
    ]
    return (*teams, *people)


def allocated(told: Telling, name: str, since: date, until: date | None = None, reason: str | None = None) -> None:
    """A worker has the child from a day, perhaps until another."""
    told.add(
        Involvement, professional=worker(name), role=title_of(name), team=team_of(name), started_on=since,
        ended_on=until, change_reason=reason,
    )  # fmt: skip
