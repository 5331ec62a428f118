"""A form opens with what is known, asks nothing twice, and calls optional only what may always be left out."""

from tests.web.doing_forms import AMARA, CALLUM, ELLIE, fields_of, opened, ready
from tests.web.pages import Ask


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


def test_a_decision_opens_with_what_asks_for_it_and_with_nothing_where_nothing_does(page: Ask) -> None:
    assert "Asks for a decision: " in opened(CALLUM, "decision", "director").page.text
    assert "Asks for a decision: " not in opened(ELLIE, "decision", "director").page.text
