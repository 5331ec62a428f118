"""Every row of the stories that is tested, in order; those left for later; and where a row and our answer differ."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.stories import (
    story_01_third_notice,
    story_02_below_threshold,
    story_03_found_late,
    story_04_homeless_at_sixteen,
    story_05_late_conference,
    story_06_little_change,
    story_07_great_aunt,
    story_08_brothers_and_sister,
    story_09_far_from_home,
    story_10_four_times_missing,
    story_11_red_letter,
    story_12_told_us_sixteen,
    story_13_five_workers,
    story_14_no_answer,
    story_15_no_supervision,
)
from tests.stories.story_row import Row

ROWS: tuple[Row, ...] = (
    *story_01_third_notice.ROWS,
    *story_02_below_threshold.ROWS,
    *story_03_found_late.ROWS,
    *story_04_homeless_at_sixteen.ROWS,
    *story_05_late_conference.ROWS,
    *story_06_little_change.ROWS,
    *story_07_great_aunt.ROWS,
    *story_08_brothers_and_sister.ROWS,
    *story_09_far_from_home.ROWS,
    *story_10_four_times_missing.ROWS,
    *story_11_red_letter.ROWS,
    *story_12_told_us_sixteen.ROWS,
    *story_13_five_workers.ROWS,
    *story_14_no_answer.ROWS,
    *story_15_no_supervision.ROWS,
)
"""Stories 16 and 17 have no row: the call is about every child, and the file of a grown man starts no clock."""


@dataclass(frozen=True)
class NotYet:
    """A row that is no test yet: what it asks about, by the table's own name, and why it waits."""

    name: str
    reason: str


NOT_YET: Mapping[str, NotYet] = {
    "S2-11": NotYet(
        "cin-plan-review-shortbreak",
        "needs a duty of its own: no clock is asked for here, and no column says that a plan is of short breaks",
    ),
    "S4-05": NotYet("record:out-of-hours-view", "needs a screen: who may open a page at night"),
    "S6-31": NotYet(
        "ct-pd12a-cmh",
        "needs the law settled: nobody has read whether the days of the hearing's window are working days",
    ),
    "S9-15": NotYet(
        "cla-placement-end-notify",
        "needs a duty of its own: no clock for the notice of a home that ended is asked for here",
    ),
    "S10-25": NotYet("ms-review-persistent", "needs an act: a person judges whether absences are persistent"),
    "S12-17": NotYet(
        "ua-nts-transfer", "needs an act: a request for transfer, for which the record has no table, starts the clock"
    ),
    "S15-13": NotYet("drift:manager-vacancy", "needs a table of posts: the record knows workers, not empty posts"),
    "S15-14": NotYet(
        "record:supervision-gap-list", "needs a screen: the list of a whole service before and after an audit"
    ),
    "S15-15": NotYet("record:re-audit-sample", "needs an act: drawing the sample of an audit"),
}

_OWN_STANDARD = "the longer reading is a standard of the council's own beside the duty, so it has a code of its own"
_OWN_RULE = "the law's own mark is two years; the earlier marks are the council's, so a drift rule says them"
_AS_DRIFT = "a number of the council's own and no law, so a drift rule says it"
_AN_EVENT = "an event and no clock: it starts others, and nothing is due by it"
_AN_ACTION = "an audit's days stand on record as actions of a plan; no clock or rule is asked for here"

DUTY, DUE, STATE = frozenset({"duty"}), frozenset({"due_on"}), frozenset({"state", "count", "unit"})

DIFFERENCES: Mapping[str, tuple[frozenset[str], str]] = {
    "S3-02": (DUE, "six weeks before the stay, or at once where it is sooner: at the latest the day the stay began"),
    "S4-04": (
        DUE | {"met_on"},
        "not even for one night: owed on the day of the presentation, and met by the day of being housed",
    ),
    "S4-07": (DUTY, _AN_EVENT),
    "S4-13": (DUTY, _OWN_STANDARD),
    "S6-17": (DUTY, _OWN_RULE),
    "S6-18": (DUTY, _OWN_RULE),
    "S6-19": (DUTY, _OWN_RULE),
    "S6-29": (DUTY, "the council counts from the letter; a setting says how long, and not from what"),
    "S6-32": (DUTY, "its law has not begun, so no duty asks it"),
    "S7-21": (DUTY, "a start that the files cannot hold gives no clock, only word of what is missing"),
    "S7-22": (DUE, "the first visit is due a week after the placement; only whether it was made is unknown"),
    "S8-17": (DUTY, "the benchmark is 121 days; four months by the calendar end a day sooner here"),
    "S9-16": (DUTY, "an action of a plan is a fact on record; the rule about it speaks once its day has moved often"),
    "S10-16": (DUTY, _AS_DRIFT),
    "S10-17": (DUTY, _AS_DRIFT),
    "S10-18": (DUTY, _AS_DRIFT),
    "S11-07": (DUTY, "the law says as soon as practicable after 28 days, and names no last day"),
    "S11-11": (
        STATE,
        "a record that holds visits and none after 12 March is overdue; only one that holds no visits cannot say",
    ),
    "S12-01": (DUTY, _AN_EVENT),
    "S12-13": (DUTY, _OWN_STANDARD),
    "S15-07": (DUTY, _AN_ACTION),
    "S15-09": (DUTY, _AN_ACTION),
    "S15-11": (DUTY, _AN_ACTION + "; what shows it done is a talk in supervision, not a ticked action"),
}
"""Row by row, which columns of the stories' table differ and why: the law, and how the record is read, win."""
