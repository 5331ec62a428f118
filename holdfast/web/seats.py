"""The seats of Wexmouth: who may be looked through, and where each begins."""

from holdfast.casework.seats import Seat, by_code
from holdfast.wexmouth.workers import EAST, HUB, worker

LOOKING_ROUND = Seat(
    code="looking-round", title="Somebody looking round", may="You see every child of the invented council, by name."
)

SEATS: tuple[Seat, ...] = (
    Seat(
        code="referral-officer", title="Referral officer", holder_name="Parveen Aslam", holder=worker("parveen"),
        team=HUB, scope="front door",
        may="You see the children who came to the front door in the last eight weeks, or who still wait there.",
    ),
    Seat(
        code="social-worker", title="Social worker", holder_name="Chloe Garrow", holder=worker("chloe"), team=EAST,
        scope="worker", may="You see the children who are with you.",
    ),
    Seat(
        code="team-manager", title="Team manager", holder_name="Ade Bankes", holder=worker("ade"), team=EAST,
        scope="team", may="You see the children of East Safeguarding.",
    ),
    Seat(
        code="reviewing-officer", title="Reviewing officer", holder_name="Omar Fadel", holder=worker("omar"),
        scope="reviews", may="You see the children whose reviews you chair.",
    ),
    Seat(
        code="personal-adviser", title="Personal adviser", holder_name="Jo Medway", holder=worker("jo"),
        scope="advises", may="You see the young people whose adviser you are.",
    ),
    Seat(
        code="placement-officer", title="Placement officer", holder_name="Gary Pym", holder=worker("gary"),
        scope="homes", may="You see the children for whom a home was asked, and those under a temporary approval.",
    ),
    Seat(code="director", title="Director", scope="service", may="You see every child, by name."),
    Seat(
        code="portfolio-holder", title="Portfolio holder", scope="nobody",
        may="You see what became of each finding and every measure. You see no child's name and no small number.",
    ),
)  # fmt: skip

BY_CODE = by_code((LOOKING_ROUND, *SEATS))

COOKIE = "holdfast-seat"
