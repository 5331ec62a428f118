"""A form opens with what is known, asks nothing twice, and calls optional only what may always be left out."""

from tests.web.doing_forms import AMARA, fields_of, opened, ready
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
