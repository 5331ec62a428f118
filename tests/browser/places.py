"""The pages and states that every check in the browser visits."""

KINDS = {
    "the council": "/",
    "the council, at another moment": "/?as-at=2026-05-04",
    "a point of the line": "/line/inspection-2023",
    "a finding": "/finding/plans-that-stood-still",
    "those a finding was about": "/finding/plans-that-stood-still/cohort?since=a-year-before",
    "a finding that was about nobody on record": "/finding/plans-that-stood-still/cohort?since=inspection-2023",
    "the day a finding could have been known": "/finding/plans-that-stood-still/known",
    "the plan": "/plan/",
    "the basics": "/basics",
    "behind one of the basics": "/basics/seen?team=WX-T-east",
    "visits and packs": "/packs/",
    "the paper for the board": "/packs/board",
    "the paper for members": "/packs/member",
    "the paper for the commissioner": "/packs/commissioner",
    "the themes of a visit": "/visits/",
    "a theme ready for a visit": "/visits/missing_exploitation",
    "another theme ready for a visit": "/visits/children_in_care",
    "a theme to which the record cannot speak": "/visits/quality_assurance",
    "after a visit": "/visits/after/visit-5",
    "monday": "/monday",
    "monday, at another moment": "/monday?as-at=2026-05-04T08:30&as-known=2026-05-20",
    "monday, when nothing was": "/monday?as-at=2001-01-01",
    "monday, with everybody told in full": "/monday?all=1",
    "monday, on one sheet": "/monday?sheet=1",
    "the teams": "/team/",
    "a team": "/team/WX-T-east",
    "a team, with every child of it": "/team/WX-T-east?show=all",
    "a child": "/child/WX-S10-1",
    "a child in care": "/child/WX-S13-1",
    "a child, at another moment": "/child/WX-S10-1?as-at=2026-05-04",
    "a child before she was known": "/child/WX-S10-1?as-at=2001-01-01",
    "a chronology for court": "/child/WX-S06-1/chronology",
    "why": "/child/WX-S10-1/why/ms-rhi-72h",
    "who looked at a child's record": "/child/WX-S10-1/looked",
    "words not on record": "/words",
    "nothing to throw away": "/words/throw-away",
    "the measures": "/measures/",
    "a measure": "/measures/visits-on-time",
    "the list behind a month": "/measures/visits-on-time/2026-05",
    "the registers": "/registers/",
    "a register": "/registers/privately-fostered",
    "a council's line": "/inspectors/",
    "a council of which nothing is on record": "/inspectors/?council=E09000001&as-at=2013-01-01",
    "the map": "/inspectors/map?area=care&year=2023",
    "themes over time": "/inspectors/themes",
    "a search": "/inspectors/search?words=plan&theme=care_leavers",
    "a search that finds nothing": "/inspectors/search?words=unicorn",
    "a report": "/inspectors/report/report-2023",
    "a point, and what became of it": "/inspectors/report/report-2023/point-1",
    "the tour": "/founding/",
    "the tour, only what works": "/founding/?state=works",
    "the walk": "/founding/walk",
    "reading a file": "/import/",
    "an entry": "/import/?entry=1",
    "about": "/about/",
    "accessibility": "/accessibility",
    "nothing there": "/no/such/page",
    "no such child": "/child/nobody",
    "a moment that cannot be read": "/about/?as-at=yesterday",
}
"""One address of every kind of page and of every state, by what it shows."""

FORMS = {
    "Social worker": (
        "/child/WX-S05-1/do/visit-note", "/child/WX-S05-1/do/who-i-am", "/child/WX-S05-1/do/plan-action",
        "/child/WX-S05-1/do/hand-over-note", "/child/WX-S05-1/do/correct", "/child/WX-S05-1",
    ),
    "Team manager": (
        "/child/WX-S15-1/do/supervision", "/child/WX-S15-1/do/decision", "/child/WX-S15-1/do/pause",
        "/child/WX-S15-1/do/allocate", "/child/WX-S15-1/do/take-back", "/worker/WX-W-chloe/leave", "/team/WX-T-east",
    ),
    "Reviewing officer": (
        "/child/WX-S07-1/do/mid-point", "/child/WX-S07-1/do/good-practice", "/child/WX-S07-1/do/challenge",
        "/child/WX-S07-1/do/settle-challenge", "/founding/", "/inspectors/report/report-2023/point-1",
    ),
    "Director": (
        "/child/WX-400039/do/reply-to-challenge", "/child/WX-S10-1/do/decision?led_by=repeat-missing",
        "/worker/WX-W-leo-5/leave", "/plan/asked-why-they-ran",
        "/plan/asked-why-they-ran/do/objective-day", "/plan/talked-through/do/objective-remark",
        "/visits/after/visit-5/conferences-too-late", "/inspectors/take-in",
        "/inspectors/report/letter-visit-2/statement-4", "/inspectors/report/report-2023/point-1/plan", "/plan/open",
    ),
}  # fmt: skip
"""By the seat that has to be entered first: the form of every act, and pages that show more to whoever acts."""

SEATED = {
    "Portfolio holder": (
        ("/", 200), ("/measures/", 200), ("/measures/visits-on-time", 200), ("/finding/plans-that-stood-still", 200),
        ("/finding/plans-that-stood-still/cohort?since=a-year-before", 200), ("/basics", 200), ("/basics/seen", 404),
        ("/packs/member", 200), ("/packs/board", 404), ("/child/WX-S10-1", 404),
    ),
    "Personal adviser": (("/monday", 200), ("/child/WX-S10-1", 404)),
}  # fmt: skip
"""By the seat: pages that say something else to it, or that it may not see, each with its answer's number.

The portfolio holder sees no name, and neither may open another's child.
"""

ON_A_PHONE = (
    "/", "/monday", "/child/WX-S10-1", "/measures/visits-on-time", "/team/WX-T-east", "/registers/", "/founding/walk",
    "/child/WX-S10-1/why/ms-rhi-72h", "/basics", "/finding/plans-that-stood-still/cohort?since=a-year-before",
    "/plan/", "/packs/board", "/visits/missing_exploitation", "/visits/children_in_care", "/inspectors/",
    "/inspectors/map?area=care&year=2023",
    "/inspectors/search?words=plan&theme=care_leavers", "/inspectors/report/report-2023",
)  # fmt: skip
"""Pages that are also scanned at 320 pixels, where tables fold and the bar stands differently."""
