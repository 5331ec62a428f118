"""The lines of the four councils this project began with, as the dated files tell them."""

from datetime import date

import pytest

from holdfast.inspection.history.kept import council_history
from holdfast.inspection.history.line import CouncilHistory, HistoryEntry

HULL, WEST_SUSSEX, TRAFFORD, SOUTHEND = "E06000010", "E10000032", "E08000009", "E06000033"

HULL_LINE = """\
3 February 2015 | Inspection | Graded requires improvement.
17 May 2019 | Inspection | Inadequate; no plan and no monitoring visit on record yet.
May 2019 | The department gives an improvement notice | In force: improvement notice.
May 2019 | The department appoints an adviser | In force: improvement notice and adviser.
early 2020 | Monitoring visit 2, children in care | Inadequate; 2 monitoring visits since.
16 March 2020 | The department gives a statutory direction | In force: statutory direction and adviser.
16 March 2020 | A commissioner is appointed | In force: statutory direction and commissioner.
30 June to 1 July 2021 | Monitoring visit | Inadequate; at least 3 monitoring visits since.
18 and 19 November 2021 | Monitoring visit, children in care | Inadequate; at least 4 monitoring visits since.
March 2022 | Monitoring visit 5, care leavers | Inadequate; 5 monitoring visits since.
20 and 21 July 2022 | Monitoring visit 6 | Inadequate; 6 monitoring visits since.
5 August 2022 | The commissioner is no longer needed | In force: statutory direction.
5 August 2022 | The direction is revoked | Nothing of the department's in force.
5 August 2022 | The department gives an improvement notice | In force: improvement notice.
5 August 2022 | A headline says that intervention has ended | In force: improvement notice.
13 January 2023 | Inspection | Graded requires improvement.
September 2023 | The improvement notice is lifted | Nothing of the department's in force.
2 to 13 March 2026 | Inspection | Graded good.
"""

WEST_SUSSEX_LINE = """\
20 January 2016 | Inspection | Graded requires improvement.
8 May 2019 | Inspection | Inadequate; no plan and no monitoring visit on record yet.
4 June 2019 | The department gives a statutory direction | In force: statutory direction.
4 June 2019 | A commissioner is appointed | In force: statutory direction and commissioner.
17 December 2019 | Services are to move to a trust | In force: statutory direction and commissioner. Services
July 2020 | The department revises its direction | In force: statutory direction and commissioner. Services
October 2020 | Focused visit | Inadequate; no plan and no monitoring visit on record yet.
10 December 2020 | The move to a trust is paused | In force: statutory direction and commissioner. The move to a trust
10 December 2020 | The department revises its direction | In force: statutory direction and commissioner. The move
May 2021 | Monitoring visit 2 | Inadequate; 2 monitoring visits since.
31 March 2022 | The department revises its direction | In force: statutory direction and commissioner. The move
31 March to 3 April 2022 | The move to a trust is dropped | In force: statutory direction and commissioner.
spring 2022 | Monitoring visit, children in care | Inadequate; at least 3 monitoring visits since.
11 May 2023 | Inspection | Graded requires improvement.
11 May 2023 | The direction is revoked | Nothing of the department's in force.
"""

TRAFFORD_LINE = """\
12 May 2015 | Inspection | Graded good.
8 May 2019 | Inspection | Inadequate; no plan and no monitoring visit on record yet.
23 May 2019 | The department gives an improvement notice | In force: improvement notice.
23 May 2019 | The department appoints an adviser | In force: improvement notice and adviser.
15 and 16 October 2019 | Monitoring visit 1 | Inadequate; 1 monitoring visit since.
March 2021 | Focused visit | Inadequate; 1 monitoring visit since.
spring 2022 | Monitoring visit 3, children in care | Inadequate; 3 monitoring visits since.
summer 2022 | Monitoring visit 4 | Inadequate; 4 monitoring visits since.
31 January 2023 | Inspection | Graded requires improvement.
"""

SOUTHEND_LINE = """\
7 July 2016 | Inspection | Graded requires improvement.
27 August 2019 | Inspection | Graded requires improvement.
23 and 24 March 2022 | Focused visit, children in care | Graded requires improvement.
23 May 2023 | Focused visit | Graded requires improvement.
3 December 2024 | Inspection | Graded good.
"""

LINES = {HULL: HULL_LINE, WEST_SUSSEX: WEST_SUSSEX_LINE, TRAFFORD: TRAFFORD_LINE, SOUTHEND: SOUTHEND_LINE}


@pytest.mark.parametrize("code", LINES)
def test_the_line_of_each_council_is_told_in_order(code: str) -> None:
    entries = council_history(code).entries()
    expected = [row.split(" | ") for row in LINES[code].splitlines()]
    assert [one.when.words for one in entries] == [when for when, _, _ in expected]
    for entry, (_, what, stands) in zip(entries, expected, strict=True):
        assert entry.what.startswith(what)
        assert entry.stands.startswith(stands)
    assert [one.broken for one in entries] == [()] * len(entries)


def the(line: CouncilHistory, day: str, what: str = "Inspection") -> HistoryEntry:
    (found,) = [one for one in line.entries() if one.when.words == day and one.what.startswith(what)]
    return found


@pytest.mark.parametrize(
    ("code", "day", "words"),
    [
        (HULL, "17 May 2019", "Inspection of 14 to 25 January 2019 (ILACS): overall inadequate, help and protection "
         "inadequate, care requires improvement, leadership requires improvement"),
        (HULL, "13 January 2023", "Inspection of 14 to 25 November 2022 (ILACS): overall requires improvement, help "
         "and protection requires improvement, care good, leadership requires improvement"),
        (HULL, "2 to 13 March 2026", "Inspection of 2 to 13 March 2026 (ILACS): overall good, care leavers "
         "outstanding, leadership outstanding; not read: help and protection, care; the day of the report is not "
         "known"),
        (WEST_SUSSEX, "8 May 2019", "Inspection of 25 February to 8 March 2019 (ILACS): overall inadequate, help and "
         "protection inadequate, care inadequate, leadership inadequate"),
        (TRAFFORD, "12 May 2015", "Inspection of 27 January to 18 February 2015 (SIF): overall good, help and "
         "protection good, care good, care leavers outstanding, adoption good, leadership outstanding, safeguarding "
         "board good"),
        (TRAFFORD, "8 May 2019", "Inspection of 4 to 8 March 2019 (ILACS): overall inadequate, help and protection "
         "requires improvement, care requires improvement, leadership inadequate"),
    ],
)  # fmt: skip
def test_each_grade_is_told_as_printed(code: str, day: str, words: str) -> None:
    assert the(council_history(code), day).what == words


def test_what_sources_tell_differently_stands_side_by_side() -> None:
    (commissioner,) = the(council_history(HULL), "16 March 2020", "A commissioner").differing
    assert "January 2019" in commissioner
    assert "Children & Young People Now" in commissioner
    (judged,) = the(council_history(TRAFFORD), "8 May 2019").differing
    assert "June 2019" in judged
    assert "Community Care" in judged
    (website,) = the(council_history(HULL), "3 February 2015").differing
    assert "10 February 2015" in website
    (paused,) = the(council_history(WEST_SUSSEX), "10 December 2020", "The move").differing
    assert "summer 2020" in paused
    assert the(council_history(HULL), "17 May 2019").differing == ()


def test_each_entry_says_how_far_it_is_sure() -> None:
    hull = council_history(HULL)
    assert the(hull, "17 May 2019").sure == "printed"
    assert the(hull, "18 and 19 November 2021", "Monitoring").sure == "published"
    assert the(hull, "2 to 13 March 2026").sure == "second_hand"
    assert the(council_history(WEST_SUSSEX), "4 June 2019", "A commissioner").sure == "published"
    assert all(one.sources for one in hull.entries())


def test_the_department_moved_before_ofsted_did_in_hull() -> None:
    hull = council_history(HULL)
    assert hull.department.state_on(date(2022, 8, 5)).in_force == ("improvement notice",)
    assert hull.ofsted.state_on(date(2022, 8, 5)).overall == "Inadequate"
    assert hull.ofsted.state_on(date(2023, 1, 13)).overall == "Requires improvement"
    assert hull.department.state_on(date(2023, 1, 13)).in_force == ("improvement notice",)
    assert hull.department.state_on(date(2023, 9, 30)).in_force == ()


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2019, 6, 3), "No step of the department is on record here."),
        (date(2019, 6, 4), "In force: statutory direction and commissioner."),
        (date(2020, 1, 1), "Services are to move to a trust."),
        (date(2021, 1, 1), "The move to a trust is paused."),
        (date(2023, 5, 10), "In force: statutory direction and commissioner."),
        (date(2023, 5, 11), "Nothing of the department's in force."),
    ],
)
def test_how_west_sussex_stood_with_the_department_on_any_past_day(day: date, said: str) -> None:
    line = council_history(WEST_SUSSEX)
    assert said in line.standing(day)[1]
    assert all(one.when.last <= day for one in line.entries(day))


def test_a_council_without_a_step_on_record_may_still_have_had_one() -> None:
    ofsted, department = council_history(SOUTHEND).standing()
    assert ofsted == "Graded good. Last on record: 3 December 2024. Newer reports and visits may exist."
    assert department == "No step of the department is on record here. It may still have taken one."
    assert "Last on record: 23 May 2019. Later steps may exist." in council_history(TRAFFORD).standing()[1]
