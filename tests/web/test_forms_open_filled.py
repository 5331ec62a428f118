"""A form opens with what is known, asks nothing twice, and calls optional only what may always be left out."""

from tests.web.doing_forms import AMARA, CALLUM, ELLIE, WORDS, fields_of, opened, ready
from tests.web.pages import Ask, words_of


def test_a_link_opens_an_action_with_who_does_it_and_its_day_and_another_address_chooses_nothing(page: Ask) -> None:
    form, words = ready("plan-action")
    assert form.fields["action"] == "new"
    assert form.send(words).status == 302
    there = opened(AMARA, "plan-action", "social-worker")
    assert "action" not in there.fields
    (href,) = [one for one in there.page.links() if "?action=" in one]
    filled = fields_of(page(href, "social-worker"))
    assert (filled["owner"], filled["for_day"]) == (words["owner"], words["for_day"])
    odd = opened(AMARA, "plan-action", "social-worker", "?action=nobody&owner=Me")
    assert (odd.fields.get("action"), odd.fields["owner"]) == (None, "")


def test_what_may_be_needed_is_never_called_optional_and_what_may_be_left_out_is(page: Ask) -> None:
    def optional(act: str) -> set[str]:
        labels = opened(AMARA, act, "team-manager").page.find("//label[span[@class='hf-optional']]/@for")
        return {str(one) for one in labels}

    assert optional("plan-action") == optional("decision") == set()
    assert optional("supervision") == {"not_done"}
    assert optional("visit-note") == {"where", "their_words"}


def test_a_visit_note_opens_with_the_visit_that_is_due_and_what_the_plan_still_asks(page: Ask) -> None:
    def first(child: str, seat: str = "team-manager") -> str:
        return opened(child, "visit-note", seat).page.text

    assert "see the child: due by 12 June 2026." in first(AMARA)
    assert "see the child: was due by" in first("WX-400004")
    assert "In the plan:" not in first(AMARA)
    form, words = ready("plan-action")
    assert form.send(words).status == 302
    assert "In the plan: Find a place in the art club, by Chloe with the school, for 12 June 2026." in first(AMARA)


LED_BY = "//form[@id='form']//input[@name='led_by']"


def test_a_decision_offers_what_asks_for_it_and_asks_nothing_of_it_where_nothing_does(page: Ask) -> None:
    form = opened(CALLUM, "decision", "director")
    offered = [str(one) for one in form.page.find(f"{LED_BY}/@value")]
    assert "repeat-missing" in offered
    assert form.fields["led_by"] == "", "none of them is chosen until somebody chooses"
    assert opened(ELLIE, "decision", "director").page.find(LED_BY) == []


def test_a_decision_opened_from_a_line_of_monday_knows_the_line_and_keeps_it_in_words(page: Ask) -> None:
    block = page("/monday", "director").by_id(f"child-{CALLUM}")
    links = [str(one) for one in block.xpath(".//a/@href") if "/do/decision" in one]
    assert len(links) == len(set(links)) == len(block.xpath("./p[@class='hf-monday__what']"))
    path = f"/child/{CALLUM}/do/decision?led_by=repeat-missing"
    assert path in links
    there = page(path, "director")
    fields = fields_of(there)
    assert fields["led_by"] == "repeat-missing"
    (chosen,) = there.find(f"{LED_BY}[@checked]/following-sibling::label")
    words = {**WORDS["decision"][2], "decided": "Callum's nights are talked about."}
    assert page(f"/child/{CALLUM}/do/decision", "director", post={**fields, **words}).status == 302
    note = page(f"/child/{CALLUM}", "director").by_id("notes").xpath("./article")[0]
    assert "What led to it" in words_of(note)
    assert words_of(chosen) in words_of(note), "in the words that it had on the day of the decision"


def test_a_line_that_does_not_stand_for_the_child_is_no_word_of_the_form_and_leads_to_nothing(page: Ask) -> None:
    for odd in ("nobody", "cp-visit", "<b>"):
        form = opened(CALLUM, "decision", "director", f"?led_by={odd}")
        assert form.fields["led_by"] == ""
        assert odd not in [str(one) for one in form.page.find(f"{LED_BY}/@value")]
    sent = form.send(WORDS["decision"][2], led_by="cp-visit")
    assert sent.status == 422
    assert "What led to it: choose one of those offered." in sent.text
    form = opened(CALLUM, "decision", "director")
    assert form.send(WORDS["decision"][2]).status == 302
    note = page(f"/child/{CALLUM}", "director").by_id("notes").xpath("./article")[0]
    assert "What led to it" not in words_of(note)


def test_a_decision_is_offered_on_monday_to_who_may_take_it_and_at_the_present_only(page: Ask) -> None:
    for path, seat, there in (
        ("/monday", "team-manager", True), ("/monday", "social-worker", False), ("/monday", "looking-round", False),
        ("/monday?as-at=2026-05-25", "director", False),
    ):  # fmt: skip
        links = [one for one in page(path, seat).links() if "/do/decision" in one]
        assert (path, seat, bool(links)) == (path, seat, there)
    for link in {one for one in page("/monday?all=1", "team-manager").links() if "/do/decision" in one}:
        assert page(link, "team-manager").status == 200


def test_what_comes_next_after_a_visit_is_offered_as_an_action_in_the_words_of_the_note(page: Ask) -> None:
    form, words = ready("visit-note")
    answer = form.send(words)
    assert answer.location.endswith("#done")
    there = page(answer.location.partition("#")[0], "social-worker")
    (href,) = there.by_id("done").xpath(".//a/@href")
    filled = fields_of(page(str(href), "social-worker"))
    assert (filled["action"], filled["what"]) == ("new", words["next"])
    assert (filled["owner"], filled["for_day"]) == ("", ""), "who does it and by when is for the writer to say"
    sent = {**filled, "owner": "Chloe", "for_day": "2026-06-05"}
    assert page(f"/child/{AMARA}/do/plan-action", "social-worker", post=sent).status == 302
    again = page(answer.location.partition("#")[0], "social-worker")
    assert again.by_id("done").xpath(".//a") == [], "it is an action by now and is not offered again"


def test_no_action_is_offered_of_a_visit_that_is_not_there_or_to_who_may_set_none(page: Ask) -> None:
    form, words = ready("visit-note")
    query = form.send(words).location.partition("?")[2].partition("#")[0]
    for path, seat in (
        (f"/child/{AMARA}?{query}", "director"), (f"/child/{AMARA}?done=1&visit=nobody", "social-worker"),
        (f"/child/{AMARA}?done=1", "social-worker"), (f"/child/{AMARA}?{query}&as-at=2026-05-25", "social-worker"),
    ):  # fmt: skip
        assert page(path, seat).by_id("done").xpath(".//a") == [], path
    odd = opened(AMARA, "plan-action", "social-worker", "?action=new&visit=nobody")
    assert odd.fields["what"] == ""
