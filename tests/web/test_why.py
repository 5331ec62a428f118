"""Why a date: the sum, the calendar, the law as it was read; why a question; and a code that nobody knows."""

from tests.web.pages import Ask, words_of

AMARA, CALLUM, LEO, AYO, POPPY = "WX-S05-1", "WX-S10-1", "WX-S13-1", "WX-S06-1", "WX-S07-2"


def test_a_date_is_told_with_its_fact_its_sum_its_days_and_its_law(page: Ask) -> None:
    found = page(f"/child/{AMARA}/why/cp-icpc-15wd")
    assert found.status == 200
    assert found.root.xpath("//h1")[0].text == "Hold the initial child protection conference: why this date"
    part = words_of(found.by_id("n-1"))
    assert "The last day in time Monday 23 March 2026" in part
    assert "The strategy discussion that began the enquiry was held on Monday 2 March 2026." in part
    assert "Tuesday 3 March 2026 is working day 1." in part
    assert "15 working days counted; 6 days of weekends not counted." in part
    law = words_of(found.by_id("law"))
    assert "Working Together to Safeguard Children" in law
    assert "Nobody has signed it off yet." in law
    assert "read at second hand" in law


def test_the_days_stand_in_a_table_beside_their_picture(page: Ask) -> None:
    part = page(f"/child/{AMARA}/why/cp-core-group-first").by_id("n-1")
    (svg,) = part.xpath(".//svg")
    assert svg.get("role") == "img"
    table = words_of(part.xpath(".//table")[0])
    assert "Friday 3 April 2026 not counted: bank holiday, Good Friday" in table
    assert "Saturday 4 April 2026 not counted: weekend" in table
    assert "Friday 17 April 2026 day 10, the last day in time" in table
    assert "2 bank holidays (Good Friday, Easter Monday) not counted" in words_of(part)


def test_one_of_several_occurrences_can_be_marked_and_an_old_one_is_then_told_whole(page: Ask) -> None:
    plain, marked = page(f"/child/{AYO}/why/cp-visit"), page(f"/child/{AYO}/why/cp-visit?n=1")
    assert plain.find("//*[@id='n-1']") == []
    assert "the one you came for" not in plain.text
    assert "the one you came for" in words_of(marked.by_id("n-1"))
    assert marked.text.count("the one you came for") == 1


def test_a_number_that_is_none_marks_nothing(page: Ask) -> None:
    for said in ("0", "999999", "-1", "two", "1e3", "٣", "9" * 40):
        found = page(f"/child/{AYO}/why/cp-visit?n={said}")
        assert found.status == 200
        assert "the one you came for" not in found.text


def test_a_councils_own_setting_is_never_shown_as_law(page: Ask) -> None:
    found = page(f"/child/{AYO}/why/cp-visit")
    assert "own setting, not law:" in words_of(found.by_id("setting"))
    assert found.find("//*[@id='law']") == []


def test_law_that_was_read_itself_leads_to_where_it_is_published(page: Ask) -> None:
    law = page(f"/child/{POPPY}/why/cla-reg24-approval").by_id("law")
    assert any(href.startswith("https://www.legislation.gov.uk/") for href in law.xpath(".//a/@href"))


def test_law_that_nobody_read_says_so_plainly(page: Ask) -> None:
    found = page(f"/child/{AYO}/why/cp-repeat-plan-flag")
    assert "Nobody has read this law." in words_of(found.by_id("law"))


def test_a_duty_that_never_started_says_so(page: Ask) -> None:
    assert "No clock of this kind had started" in page(f"/child/{AYO}/why/pf-visit-7wd").text


def test_a_moment_moves_the_reasons(page: Ask) -> None:
    then = words_of(page(f"/child/{AMARA}/why/cp-icpc-15wd?as-at=2026-03-20").by_id("n-1"))
    assert "There is 1 working day left." in then
    assert "1 April" not in then


def test_a_question_is_told_with_its_number_its_evidence_and_what_closes_it(page: Ask) -> None:
    found = page(f"/child/{LEO}/why/worker-changes")
    assert found.status == 200
    for said in (
        "It is not law, and says nothing about the family.", "Raised at 3 changes",
        "three changes of worker in 12 months", "2 March 2026 Yusuf Demir became the social worker",
    ):  # fmt: skip
        assert said in found.text
    assert words_of(found.by_id("closes"))
    assert words_of(found.by_id("needs")).endswith("Involvements of workers")


def test_the_way_back_leads_to_the_thing_it_came_from(page: Ask) -> None:
    for code, mark in (("ms-rhi-72h", "clock-ms-rhi-72h"), ("repeat-missing", "worry-repeat-missing")):
        back = f"/child/{CALLUM}#{mark}"
        assert back in page(f"/child/{CALLUM}/why/{code}").root.xpath("//main//a/@href")
        assert page(f"/child/{CALLUM}").by_id(mark) is not None


def test_reasons_call_the_child_by_name(page: Ask) -> None:
    drift, date = page(f"/child/{LEO}/why/worker-changes"), page(f"/child/{CALLUM}/why/ms-rhi-72h")
    assert "Leo has had three changes of worker" in drift.text
    assert "Who stays with Leo now, and what must Leo not have to tell again?" in drift.text
    assert "Callum was found or came back on" in date.text
    assert "Nothing on record says that the interview was held." in date.text
    assert "no such entry" not in date.text


def test_an_unknown_code_names_those_near_it(page: Ask) -> None:
    found = page(f"/child/{LEO}/why/cla-revew-1")
    assert found.status == 404
    assert "cla-review-1 (Hold the first review)" in found.text
    assert "Nothing that is asked of us has a code like it." in page(f"/child/{LEO}/why/zzzzzz").text


def test_no_reason_is_told_of_a_child_whom_the_seat_does_not_see(page: Ask) -> None:
    absent = page("/child/nobody/why/cp-visit", "social-worker")
    unseen = page(f"/child/{LEO}/why/worker-changes", "social-worker")
    assert (absent.status, unseen.status) == (404, 404)
    assert absent.main.text_content() == unseen.main.text_content()
    assert "Leo" not in unseen.html


def test_what_is_late_stands_before_what_is_newer_and_done(page: Ask) -> None:
    shown = page("/child/WX-S10-1/why/ms-rhi-72h").text
    assert "what is late first, then the newest first" in shown
    assert shown.index("Number 3 of 4") < shown.index("Number 4 of 4")
