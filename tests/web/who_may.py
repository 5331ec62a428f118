"""Who may use each route, written by hand: a second copy of what the register and the permission table say."""

from dataclasses import dataclass

from tests.web.doing_forms import AMARA

EVERY_SEAT = frozenset({
    "looking-round", "referral-officer", "social-worker", "team-manager", "reviewing-officer", "personal-adviser",
    "placement-officer", "director", "portfolio-holder",
})  # fmt: skip
NAMES = EVERY_SEAT - {"portfolio-holder"}
LEAD, DIRECTOR = frozenset({"team-manager", "director"}), frozenset({"director"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A route that takes forms: an address of it, and the seats for whom its page, or its form, is there.

    ``form`` is what is sent where there is no page to open.
    """

    address: str
    may: frozenset[str]
    form: tuple[tuple[str, str], ...] = ()


READ_BY_ALL = frozenset({
    "home", "line-point", "finding", "plan", "objective", "cohort", "basics", "measures", "measure", "packs", "visits",
    "visit", "visit-after", "inspectors", "inspectors-map", "inspectors-themes", "inspectors-search",
    "inspectors-report", "founding", "founding-walk", "about", "accessibility", "healthz",
})  # fmt: skip
"""Every seat reads these: the crawls of ``test_access.py`` open each for who looks round and for who sees no names."""

OF_SOME_SEATS = frozenset({"pack"})
"""Which paper is for which seat is held in ``test_packs.py``."""

READ_BY_NAME = frozenset({
    "known", "basic", "monday", "teams", "team", "child", "chronology", "why", "measure-list", "registers", "register",
    "looked", "words",
})  # fmt: skip
"""Seats that see names read these, of the children whom they see; ``test_access.py`` and S2 ask both ways."""

DOORS = {
    "act": Door(address=f"/child/{AMARA}/do/decision", may=LEAD),
    "leave": Door(address="/worker/WX-W-chloe/leave", may=LEAD),
    "objective-act": Door(address="/plan/asked-why-they-ran/do/objective-decision", may=DIRECTOR),
    "objective-open": Door(address="/plan/open", may=DIRECTOR),
    "visit-word": Door(address="/visits/after/visit-5/conferences-too-late", may=DIRECTOR),
    "inspectors-take-in": Door(address="/inspectors/take-in", may=DIRECTOR),
    "import": Door(address="/import/", may=NAMES),
    "draft": Door(address="/draft", may=LEAD, form=(("act", "decision"), ("child", AMARA), ("why", "Because"))),
    "throw-away": Door(address="/words/throw-away", may=NAMES),
    "enter": Door(address="/enter", may=EVERY_SEAT, form=(("seat", "director"),)),
}
"""Every route that takes a form, but those of a report that somebody took in first."""

OF_A_REPORT = frozenset({"inspectors-passage", "inspectors-take-point"})
"""Asked both ways where a report is on record: ``test_reports_put_right.py``, ``test_opening_objectives.py``."""
