"""People write the improvement plan: once for each form, as at and as known, and nobody who may not, and no state."""

from datetime import date

from holdfast.casework.acts.improving import IN_THE_PLAN_BY_CODE
from holdfast.casework.acts.is_it_a_name import IS_IT
from holdfast.casework.importing import verify
from holdfast.casework.the_council import the_council
from holdfast.casework.view import View
from holdfast.casework.written_plan import plan_on_record
from holdfast.dates import end_of
from holdfast.measures.improvement import ImprovementObjective
from holdfast.store.entries import position
from holdfast.store.models import Act
from holdfast.wexmouth.improvement import TYPED, the_plan
from tests.casework.doing_acts import AT
from tests.casework.test_improving_acts import ASKED, CLOSED, MAY, OFFERED, SAME_DAY, WORDS
from tests.web.doing_forms import Form, fields_of
from tests.web.pages import Ask, Page, ask, words_of

PLAN = f"/plan/{ASKED}"
NOBODY = ("looking-round", "portfolio-holder")
MISSED = "Weekends are not covered."
YESTERDAY = end_of(date(2026, 5, 31))


def opened(act: str, seat: str = "director", query: str = "") -> Form:
    """An open form about the objective; AssertionError where it does not open."""
    path = f"{PLAN}/do/{act}"
    page = ask(path + query, seat)
    assert page.status == 200, page.status
    return Form(path=path, seat=seat, fields=fields_of(page), page=page)


def saved(answer: Page) -> str:
    """The number of the entry; AssertionError where it was not saved."""
    assert answer.status == 302, answer.text[:600]
    assert answer.location.startswith(f"{PLAN}?done=")
    assert answer.location.endswith("#done")
    return answer.location.partition("done=")[2].partition("#")[0]


def test_everything_that_can_be_written_is_in_the_plan_word_for_word_and_none_of_it_is_a_state(page: Ask) -> None:
    """One test of many parts: each view of the plan after a save is worked out anew, which takes seconds."""
    typed = dict.fromkeys(TYPED, "99")
    for act in (*(one for one in WORDS if one != "objective-close"), "objective-close"):
        form, words = opened(act), {**WORDS[act], **typed}
        assert IN_THE_PLAN_BY_CODE[act].title in form.page.find("//h1")[0].text
        entry = saved(form.send(words))
        assert (form.send(words).location, position()) == (f"{PLAN}?done={entry}#done", int(entry))
        line = Act.objects.get(entry=int(entry))
        assert (line.act, line.child, line.seat, line.key) == (act, ASKED, "director", form.fields["key"])
        assert line.basis == "works in the service whose plan it is"
    assert verify() == []
    after = page(f"{PLAN}?done={entry}", "director")
    assert words_of(after.by_id("done")) == f"It is on record, as entry {entry}."
    written = [words for act in WORDS for words in WORDS[act].values() if " " in words and words != "on track"]
    assert len(written) > 12
    assert [words for words in written if words not in after.text] == []
    # What is said changes, and with it the alarm; what the record shows does not.
    offered = words_of(after.by_id(OFFERED))
    assert f"The director says behind (1 June 2026): {MISSED}" in offered
    assert "Flat" in offered
    assert "99" not in after.main.text_content()
    assert "A child who was missing" not in words_of(page("/plan/").by_id("stalled"))
    # It is closed, and looked back at.
    assert "Closed on 1 June 2026." in after.text
    assert "%" in looked_back(after)
    outside = looked_back(page(PLAN, "portfolio-holder"))
    assert "The child talks to somebody the child can bear to talk to." in outside
    assert "%" not in outside
    # The day before nothing of it was known; what is told of earlier days had happened by then.
    known, there = (on_record(view) for view in (View(as_at=AT, as_known=YESTERDAY), View(as_at=YESTERDAY)))
    assert known == next(each for each in the_plan().objectives if each.slug == ASKED)
    assert (there.closed_on, len(there.actions), there.looking_back) == (None, len(known.actions), ())
    assert [one.says for each in there.actions for one in each.claims] == ["on track"]
    assert there.decisions[0].days.done_on == date(2026, 5, 29)


def on_record(view: View) -> ImprovementObjective:
    """The objective as it was written."""
    return next(one for one in plan_on_record(the_council(), view).objectives if one.slug == ASKED)


def looked_back(found: Page) -> str:
    """What stands under *Looking back* before what would be done otherwise, which is there too."""
    table, words, learned = words_of(found.main).partition("Looking back")[2].partition("What we would do otherwise")
    assert words
    assert "We would ask the young people first." in learned
    return table


def test_who_may_not_write_finds_no_form_and_no_button_and_nothing_is_saved(page: Ask) -> None:
    before = position()
    for seat in (*NOBODY, "team-manager"):
        may = MAY.get(seat, set())
        offered = {link.rpartition("/")[2] for link in page(PLAN, seat).links() if f"{PLAN}/do/" in link}
        assert offered == may
        for act in set(WORDS) - may:
            path = f"{PLAN}/do/{act}"
            refused, nowhere = page(path, seat), page(f"/plan/no-such-objective/do/{act}", seat)
            assert (refused.status, refused.main.text_content()) == (404, nowhere.main.text_content())
            assert page(path, seat, post={"key": "k" * 32, "base": "1", **WORDS[act]}).status == 404
    assert page(f"{PLAN}/do/visit-note", "director").status == 404
    assert page(f"/child/{ASKED}/do/objective-claim", "director").status == 404
    assert page("/child/nobody/do/decision", "director", post={"key": "k" * 32, "about": "plan"}).status == 404
    assert position() == before


def test_nothing_is_offered_while_another_day_is_looked_at_and_only_a_look_back_where_it_is_closed(page: Ask) -> None:
    def offered(path: str) -> list[str]:
        return [link for link in page(path, "director").links() if "/do/" in link]

    assert offered(f"/plan/{CLOSED}") == [f"/plan/{CLOSED}/do/objective-remark"]
    assert offered(f"/plan/{CLOSED}?as-known=2026-06-01T08:30") == []


def test_words_that_name_a_child_are_refused_with_a_way_to_them_and_no_word_is_lost(page: Ask) -> None:
    form, before = opened("objective-claim", "team-manager"), position()
    words = {**WORDS["objective-claim"], "words": "Poppy Lane waited all weekend."}
    refused = form.send(words)
    assert refused.status == 422
    assert position() == before
    assert "it names Poppy Lane" in refused.text
    kept = fields_of(refused)
    assert {name: kept[name] for name in words} == words
    (first, *_) = refused.find("//div[contains(@class, 'govuk-error-summary')]//a/@href")
    assert refused.by_id(first.removeprefix("#")).get("name") == "words"
    again = fields_of(page(f"{form.path}?draft={form.fields['key']}", "team-manager"))
    assert again["words"] == words["words"]


def test_a_childs_forename_alone_is_asked_about_and_may_be_put_on_record_as_it_stands(page: Ask) -> None:
    form, before = opened("objective-remark", "team-manager"), position()
    assert "poppy" in the_council().forenames
    words = {**WORDS["objective-remark"], "words": "The Poppy appeal paid for two evenings."}
    asked = form.send(words)
    assert (asked.status, position()) == (422, before)
    kept = fields_of(asked)
    assert {name: kept[name] for name in words} == words
    (first, *_) = asked.find("//div[contains(@class, 'govuk-error-summary')]//a/@href")
    answer = asked.by_id(first.removeprefix("#"))
    assert (answer.get("name"), answer.get("value")) == (IS_IT, "poppy")
    saved(form.send({**words, IS_IT: "poppy"}))
    assert "The Poppy appeal paid for two evenings." in page(PLAN, "team-manager").text


def test_of_two_who_move_one_day_the_second_sees_the_first(page: Ask) -> None:
    hers, his = opened("objective-day"), opened("objective-day", "team-manager")
    saved(hers.send(WORDS["objective-day"]))
    conflict = his.send({**WORDS["objective-day"], "for_day": "2026-08-31"})
    assert conflict.status == 409
    assert "31 July 2026" in words_of(conflict.by_id("theirs"))
    saved(his.send(fields_of(conflict)))
    now = plan_on_record(the_council(), View(as_at=AT))
    (moved,) = [each for one in now.objectives for each in one.actions if each.slug == SAME_DAY]
    assert [one.day.isoformat() for one in moved.days.planned] == ["2026-06-30", "2026-07-31", "2026-08-31"]
    assert [one.by_role for one in moved.days.planned[1:]] == ["the director", "the team manager"]
