"""Stories 5, 6, 7, 10 and 13 by the day: each *pass if*, the pages that show it, and what waits, with its reason.

The words rest on names, days and numbers, and on the stories' own, never on how a page happens to phrase them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.stories.every_row import NOT_YET

STORIES = ("S5-", "S6-", "S7-", "S10-", "S13-")

PASS_IF: Mapping[str, str] = {
    "5a": "late children stay on the Monday page until the conference is held",
    "5b": "the reasons for lateness are counted",
    "5c": "what a parent disputes stands beside the passage",
    "5d": "a strategy discussion without police or health says so, and why it went ahead",
    "6a": "the climb happens with nobody pressing anything",
    "6b": "a reasoned pause stops the nagging and not the count",
    "6c": "minutes of the gateway are typed once",
    "6d": "a chronology for court says what each thing did to each twin",
    "6e": "a letter to the parent is drafted, and somebody approves it",
    "7a": "the approval that ran out is said on four people's pages and in the weekly count",
    "7b": "the stock and the flow are one sentence",
    "7c": "nothing but the record hides what is lawful",
    "7d": "Mason never shows a gap",
    "10a": "four missing, four due an offer, three offered, two completed, two in time",
    "10b": "one child four times is not four children",
    "10c": "each interview ends with what we will change",
    "13a": "five names with their days",
    "13b": "the list of many changes has Leo",
    "13c": "the promise of the seaside is told as not kept, with who was the worker",
    "13d": "nobody leaves before each child has a next worker",
    "13e": "Leo sees the new worker's face before the visit",
}
"""Every *pass if* of the five stories, in our words."""

WAITS: Mapping[str, str] = {
    "6c": "needs an act: holding a gateway for two children at once (that its decision is on both is under 6a)",
    "6e": "needs an act: a draft of a letter, and somebody's approval",
}
"""What no page shows by itself, and why."""

BY_AN_ACT: Mapping[str, str] = {
    "13d": "test_story_13_nobody_leaves_before_leo_has_a_next_name_and_hears_goodbye_and_hello",
}
"""What needs an act and is followed by the test of ``test_doing`` that does it."""

PARTLY: Mapping[str, str] = {
    "6a": "needs a seat of a head of service: every page says since when the decision is theirs, and they sit nowhere",
    "13e": "needs a picture, which is kept out: it would be personal data of the worker that nobody decided to keep; "
    "the name, since when, and the worker's own hello stand in its place",
    "7a": "needs seats of a fostering worker and a head of service; the placement officer's stands for the first",
}
"""What is followed and is less than the story asks, with what is left."""

NO_PAGE: Mapping[str, str] = {
    "S6-29": "needs a council that counts from the first meeting: this one counts from the letter",
    "S6-31": NOT_YET["S6-31"].reason,
    "S6-32": "needs its law to begin: nothing is asked for before",
    "S7-21": "needs a record without the days of entering care: the invented council's own has them",
    "S7-22": "needs a record without visits: the invented council's own has them",
    "S10-25": NOT_YET["S10-25"].reason,
}
"""Rows that the invented council's pages do not show, and why."""


@dataclass(frozen=True, kw_only=True)
class View:
    """What one part of the page says at one moment, and what it does not; a part that is not there says nothing."""

    as_at: str
    part: str
    seen: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Journey:
    """One page, looked at by one person on one day after another, for one *pass if* and the rows that tell of it."""

    proves: str
    path: str
    views: tuple[View, ...]
    rows: tuple[str, ...] = ()
    seat: str = ""

    @property
    def case(self) -> str:
        """The name of its test."""
        who = f", as the {self.seat.lower()}" if self.seat else ""
        return " ".join([*self.rows, f"{self.proves} {PASS_IF[self.proves]}: {self.path}{who}"])


def at(as_at: str, part: str, *seen: str, no: tuple[str, ...] = ()) -> View:
    """The part at a moment says these words, and none of ``no``."""
    return View(as_at=as_at, part=part, seen=seen, unseen=no)


def rows(story: int, *numbers: int) -> tuple[str, ...]:
    """The names of a story's rows."""
    return tuple(f"S{story}-{number:02}" for number in numbers)


AMARA, JOEL, AYO, TEMI, MASON, POPPY, CALLUM, LEO = (
    "WX-S05-1", "WX-S05-2", "WX-S06-1", "WX-S06-2", "WX-S07-1", "WX-S07-2", "WX-S10-1", "WX-S13-1",
)  # fmt: skip
CHILD = {
    "Amara": AMARA, "Joel": JOEL, "Ayo": AYO, "Temi": TEMI, "Mason": MASON, "Poppy": POPPY, "Callum": CALLUM,
    "Leo": LEO,
}  # fmt: skip
AMARAS, JOELS, AYOS, TEMIS, POPPYS, CALLUMS, LEOS = (
    f"#child-{one}" for one in (AMARA, JOEL, AYO, TEMI, POPPY, CALLUM, LEO)
)
WHY_LATE = "No chair was free; grandmother stays in the home"
DIRECTORS = "the director's since 10 March 2026"
GATEWAY = ("12 March 2026", "Legal gateway: begin pre-proceedings")
NO_LATER = "no later approval is on record"
RAN_OUT = f"Temporary approval ran to 30 March 2026; {NO_LATER}"
LIFT, KEY_WORKER = "A lift home from football on Fridays", "A key worker he chose meets him at the bus station"
SEASIDE = ("A trip to the seaside", "19 May 2025", "Asha Puri")
WORKERS = ("Neil Bracken", "Asha Puri", "Craig Tolland", "Moira Finn", "Yusuf Demir")
NO_HEALTH = "Not complete: no one from health is on record as taking part"
WHY_WITHOUT = "It went ahead because: The health visitor could not be reached"
PASSAGES = ("Amara was not brought to three appointments", "There was food in the kitchen")
DISPUTED, NOTHING_SAID = "Two of the three were put off by the surgery", "Nothing a parent said about this is on record"
MONDAYS, TOOTH = "Ayo comes to school without breakfast on Mondays", "Temi's tooth still hurts"
MOVING = "Ayo asked whether they have to move"
HELLO = "Hello Leo, I am Yusuf"
BEGAN = ("3 February 2025", "19 May 2025", "4 August 2025", "10 November 2025", "2 March 2026")

JOURNEYS: tuple[Journey, ...] = (
    Journey(
        proves="5a", rows=rows(5, 10), path="/monday",
        views=(
            at("2026-03-30T08:30", AMARAS, "Amara Osei", "23 March 2026", "5 working days"),
            at("2026-03-30T08:30", JOELS, "Joel Osei", "23 March 2026", "5 working days"),
            at("2026-04-13T08:30", AMARAS, no=("Amara",)), at("2026-04-13T08:30", JOELS, no=("Joel",)),
        ),
    ),
    Journey(
        proves="5a", path=f"/child/{JOEL}", seat="Team manager",
        views=(
            at("2026-03-23T23:00", "#plan", no=(WHY_LATE,)), at("2026-03-24T23:00", "#plan", "24 March 2026", WHY_LATE),
            at("2026-03-24T23:00", "#monday", "23 March 2026", "1 working day"),
            at("2026-03-31T23:00", "#monday", "23 March 2026", "6 working days"),
            at("2026-04-01T23:00", "#monday", no=("23 March 2026",)),
            at("2026-04-01T23:00", "#clock-cp-icpc-15wd", "1 April 2026", "23 March 2026", "7 working days"),
        ),
    ),
    Journey(
        proves="5a", rows=rows(5, 9), path=f"/child/{JOEL}/why/cp-icpc-15wd", seat="Team manager",
        views=(
            at("2026-03-31T23:00", "main", "Nothing on record says", no=("working day 22",)),
            at("2026-04-01T23:00", "main", "Wednesday 1 April 2026, working day 22 after that"),
        ),
    ),
    Journey(
        proves="5b", path="/measures/conferences-in-15/2026-04", seat="Team manager",
        views=(at("2026-06-01T08:30", "main", "2: No chair was free", "no reason is on record"),),
    ),
    Journey(
        proves="5c", path=f"/child/{AMARA}", seat="Team manager",
        views=(
            at("2026-03-29T23:00", "#enquiries", no=(*PASSAGES, DISPUTED)),
            at("2026-03-30T23:00", "#enquiries", "Report to the conference of 1 April 2026", *PASSAGES, NOTHING_SAID,
               no=(DISPUTED,)),
            at("2026-03-30T23:00", ".hf-beside:has(h4:text-is('Appointments'))", PASSAGES[0], NOTHING_SAID),
            at("2026-03-31T23:00", ".hf-beside:has(h4:text-is('Appointments'))", PASSAGES[0], DISPUTED,
               no=(NOTHING_SAID, PASSAGES[1])),
            at("2026-03-31T23:00", ".hf-beside:has(h4:text-is('Home'))", PASSAGES[1], NOTHING_SAID, no=(DISPUTED,)),
        ),
    ),
    *(
        Journey(
            proves="5d", path=f"/child/{child}", seat="Team manager",
            views=(
                at("2026-03-01T23:00", "body", no=("Not complete", WHY_WITHOUT)),
                at("2026-03-02T23:00", "#enquiries", "Strategy discussion, 2 March 2026", NO_HEALTH, WHY_WITHOUT,
                   "A detective sergeant", "The team manager and the social worker"),
                at("2026-06-01T08:30", "#enquiries", NO_HEALTH, WHY_WITHOUT),
            ),
        )
        for child in (AMARA, JOEL)
    ),
    Journey(
        proves="5d", path=f"/child/{AYO}",
        views=(at("2026-06-01T08:30", "#enquiries", "Nothing on record says who took part", no=("Not complete",)),),
    ),
    Journey(
        proves="6a", path=f"/child/{AYO}",
        views=(
            at("2025-06-04T23:00", "#monday", no=("5 June 2025",)),
            at("2025-06-05T23:00", "#monday", "9 December 2024", "5 June 2025"),
            at("2025-12-10T23:00", "#monday", "10 September 2024", "15 months"),
            at("2025-12-16T23:00", "#monday", no=("16 December 2025",)),
            at("2025-12-17T23:00", "#monday", "16 December 2025"),
            at("2026-03-10T23:00", "#monday", "16 December 2025", "18 months"),
            at("2026-03-12T23:00", "#monday", no=("16 December 2025", "18 months")),
            at("2026-03-12T23:00", "#plan", *GATEWAY),
        ),
    ),
    Journey(
        proves="6a", path=f"/child/{TEMI}",
        views=(at("2026-03-11T23:00", "#plan", no=GATEWAY), at("2026-03-12T23:00", "#plan", *GATEWAY)),
    ),
    Journey(
        proves="6a", rows=rows(6, 21), path="/monday", seat="Director",
        views=(
            at("2025-12-16T08:30", AYOS, "Ayo Bankole", no=("head of service",)),
            at("2025-12-17T08:30", AYOS, "the head of service's since 17 December 2025", no=("director's",)),
            at("2026-03-09T08:30", AYOS, "the head of service's since 17 December 2025", no=("director's",)),
            at("2026-03-10T08:30", AYOS, "the head of service's since 17 December 2025", DIRECTORS),
            at("2026-03-10T08:30", AYOS, "Ayo Bankole", "16 December 2025", "18 months"),
            at("2026-03-10T08:30", TEMIS, "Temi Bankole", "16 December 2025", "18 months"),
            at("2026-03-16T08:30", AYOS, no=("Ayo",)), at("2026-03-16T08:30", TEMIS, no=("Temi",)),
        ),
    ),
    Journey(
        proves="6b", path=f"/child/{TEMI}",
        views=(
            at("2026-01-15T08:30", "#monday", no=("16 December 2025",)),
            at("2026-01-15T08:30", "#worry-no-change-decision", "16 December 2025", "Lyn Castell", "30 January 2026",
               "19 working days late"),
            at("2026-01-31T08:30", "#monday", "16 December 2025"),
        ),
    ),
    Journey(
        proves="6b", path="/monday",
        views=(
            at("2026-01-12T08:30", TEMIS, no=("Temi",)),
            at("2026-01-12T08:30", "#paused + p + ul", "Temi Bankole", "16 December 2025", "Lyn Castell"),
        ),
    ),
    Journey(
        proves="6d", path=f"/child/{AYO}/chronology",
        views=(
            at("2025-12-01T23:00", "main", "5 June 2025", "little or no change", "not on record", no=(MONDAYS, MOVING)),
            at("2025-12-02T23:00", "tr:has-text('2 December 2025')", MONDAYS, "Gwen Prior", no=(TOOTH,)),
            at("2026-03-19T23:00", "tr:has-text('Letter before proceedings sent')", "19 March 2026", MOVING),
            at("2026-06-01T08:30", "main", "What it meant for Ayo", MONDAYS, MOVING, no=(TOOTH, "meant for Temi")),
        ),
    ),
    Journey(
        proves="6d", path=f"/child/{TEMI}/chronology",
        views=(
            at("2025-12-01T23:00", "main", no=(TOOTH,)),
            at("2026-03-19T23:00", "tr:has-text('2 December 2025')", TOOTH, no=(MONDAYS,)),
            at("2026-03-19T23:00", "tr:has-text('Letter before proceedings sent')", "not on record", no=(MOVING,)),
        ),
    ),
    *(
        Journey(
            proves="7a", path="/monday", seat=seat,
            views=(at("2026-03-31T08:30", POPPYS, "Poppy Lane", "30 March 2026", NO_LATER),),
        )
        for seat in ("Placement officer", "Reviewing officer")
    ),
    Journey(
        proves="7a", path="/monday", seat="Director",
        views=(
            at("2026-03-30T08:30", POPPYS, no=("Poppy",)),
            at("2026-03-31T08:30", POPPYS, "Poppy Lane", "30 March 2026", NO_LATER),
        ),
    ),
    Journey(
        proves="7a", path="/monday", seat="Reviewing officer",
        views=(
            at("2026-03-30T08:30", "main", "Nobody is on the list", no=("came on since",)),
            at("2026-03-31T08:30", "main", "1 child needs a decision", "1 came on since Tuesday 24 March 2026"),
        ),
    ),
    Journey(
        proves="7b", rows=rows(7, 20), path="/registers/temporary-approval", seat="Reviewing officer",
        views=(
            at(
                "2026-03-31T08:30", "main", "Mason Reilly", "Poppy Lane", "2 children",
                "2 new", "0 gone (0 of them because full approval was decided)",
            ),
            at(
                "2026-05-26T08:30", "main", "Poppy Lane",
                "1 gone (1 of them because full approval was decided)",
                no=("Mason Reilly",),
            ),
        ),
    ),
    Journey(
        proves="7c", path=f"/child/{POPPY}", seat="Reviewing officer",
        views=(
            at("2026-02-02T08:30", "#home", "30 March 2026", "8 weeks"),
            at("2026-03-02T08:30", "#home", "30 March 2026", "12 weeks"),
            at("2026-03-16T08:30", "#home", "30 March 2026", "14 weeks", no=(NO_LATER,)),
            at("2026-03-30T08:30", "#home", "30 March 2026", NO_LATER, no=(RAN_OUT,)),
            *(at(f"{day}T08:30", "#home", RAN_OUT) for day in ("2026-03-31", "2026-04-13", "2026-06-01")),
            at("2026-06-01T08:30", "#monday", "30 March 2026"),
        ),
    ),
    Journey(
        proves="7d", rows=rows(7, 12, 14), path=f"/child/{MASON}",
        views=(
            at("2026-03-26T23:00", "#home", "30 March 2026", no=(NO_LATER, "25 May 2026")),
            at("2026-03-31T08:30", "#home", "27 March 2026", "25 May 2026", no=(NO_LATER,)),
            at("2026-03-31T08:30", "#monday", no=("30 March 2026",)),
            at("2026-05-19T23:00", "#home", "25 May 2026", no=(NO_LATER, "20 May 2026")),
            at("2026-05-20T23:00", "#home", "20 May 2026", no=(NO_LATER, "22 May 2026")),
            at("2026-05-26T08:30", "#home", "22 May 2026", no=(NO_LATER,)),
        ),
    ),
    Journey(
        proves="10a", rows=rows(10, 1, 3, 5, 7, 19, 20, 21, 22, 23), path=f"/child/{CALLUM}",
        views=(
            at("2026-05-01T08:30", "#missing", no=("1 May 2026",)),
            at("2026-05-02T06:15", "#missing", "1 May 2026, 21:30", "2 May 2026, 06:15", "8 hours 45 minutes"),
            at("2026-05-09T02:40", "#missing", "8 May 2026, 19:00", "9 May 2026, 02:40", "7 hours 40 minutes"),
            at("2026-05-15T08:30", "#missing", "3 times", "14 May 2026, 17:45", no=("4 times", "16 May 2026")),
            at("2026-05-16T11:20", "#missing", "16 May 2026, 11:20", "1 day 17 hours 35 minutes"),
            at("2026-05-21T08:05", "#missing", "20 May 2026, 22:10", "21 May 2026, 08:05", "9 hours 55 minutes"),
            at("2026-06-01T08:30", "#missing", "4 times", "4 due an offer", "3 offered", "2 completed", "2 in time"),
        ),
    ),
    Journey(
        proves="10b", rows=rows(10, 24), path="/registers/missing-without-return-interview", seat="Director",
        views=(
            at("2026-06-01T08:30", CALLUMS, "Callum Doyle", "four times", "1 May 2026", "20 May 2026"),
        ),
    ),
    Journey(
        proves="10c", path=f"/child/{CALLUM}",
        views=(
            at("2026-05-03T08:30", "#missing", no=(LIFT,)), at("2026-05-04T23:00", "#missing", "4 May 2026", LIFT),
            at("2026-05-04T23:00", "#plan", "8 May 2026", LIFT, no=(KEY_WORKER,)),
            at("2026-06-01T08:30", "#missing", "22 May 2026", KEY_WORKER, LIFT),
            at("2026-06-01T08:30", "#plan", LIFT, KEY_WORKER),
        ),
    ),
    Journey(
        proves="13a", rows=rows(13, 1, 2, 3, 4, 5, 6, 12), path=f"/child/{LEO}",
        views=(
            at("2025-05-18T23:00", "#around", WORKERS[0], BEGAN[0], no=WORKERS[1:]),
            at("2025-05-19T23:00", "#around", *WORKERS[:2], *BEGAN[:2], no=WORKERS[2:]),
            at("2025-11-10T23:00", "#around", *WORKERS[:4], *BEGAN[:4], no=WORKERS[4:]),
            at("2026-03-31T23:00", "#around", *WORKERS, *BEGAN, "5 workers", "392 days"),
            at("2026-06-01T08:30", "#around", "105", "77", "98", "112", "91"),
        ),
    ),
    Journey(
        proves="13b", path="/registers/many-changes-of-worker", seat="Director",
        views=(
            at("2025-11-09T23:00", LEOS, no=("Leo",)), at("2026-06-01T08:30", LEOS, "Leo Hartley"),
        ),
    ),
    Journey(
        proves="13c", rows=rows(13, 14), path=f"/child/{LEO}",
        views=(
            at("2025-05-18T23:00", "#words", no=SEASIDE), at("2025-05-19T23:00", "#words", *SEASIDE),
            at("2026-06-01T08:30", "#words", *SEASIDE),
        ),
    ),
    Journey(
        proves="13e", path=f"/child/{LEO}",
        views=(
            at("2026-03-01T23:00", "#around", WORKERS[3], no=(HELLO, WORKERS[4])),
            at("2026-03-02T23:00", "#around", WORKERS[4], BEGAN[4], HELLO, "17 March"),
        ),
    ),
)  # fmt: skip
"""What is followed by moving the day; some are for what the story asks beside its *pass if*, at the same place."""
