"""A theme made ready for a visit: what we own up to stands first, and the same paper asked again says the same."""

from holdfast.casework.acts.is_it_a_name import IS_IT, YES
from holdfast.casework.child.unsaid import unsaid_by_child
from holdfast.casework.packs.about import every_theme, theme_of
from holdfast.casework.the_council import the_council
from holdfast.casework.view import View
from holdfast.web.seats import BY_CODE
from holdfast.web.today import now
from tests.web.doing_forms import fields_of
from tests.web.pages import Ask, words_of

MISSING = "/visits/missing_exploitation"
EAST = "team-manager"
SEATS = (None, "director", EAST)


def test_every_theme_has_a_page_that_tells_first_what_we_own_up_to_or_that_it_cannot_speak_yet(page: Ask) -> None:
    listed = page("/visits/")
    for one in every_theme():
        found = page(f"/visits/{one.theme.id}")
        assert found.status == 200
        assert one.cannot in words_of(found.by_id("owned").getnext())
        assert bool(found.find("//*[@id='silent']")) is not one.speaks
        places = [found.html.find(f'id="{key}"') for key in ("owned", "lists", "measures", "decided", "leaders")]
        assert places == (sorted(places) if one.speaks else [places[0], -1, -1, -1, -1])
        assert f"/visits/{one.theme.id}" in list(listed.links())
        assert "cannot speak" in words_of(listed.by_id(f"theme-{one.theme.id}")) or one.speaks


def test_an_address_of_no_theme_says_where_the_themes_are(page: Ask) -> None:
    for path in ("/visits/gossip", "/visits/after/gossip", "/visits/after/visit-5?as-at=2026-03-10"):
        found = page(path)
        assert (found.status, "Go to the" in found.text) == (404, True)
    assert page("/visits/after/visit-5?as-at=2026-03-11").status == 200


def test_its_lists_are_those_of_the_registers_and_of_the_monday_list(page: Ask) -> None:
    found, register = page(MISSING), page("/registers/missing-without-return-interview")
    listed = _children(found.by_id("register-missing-without-return-interview").getnext())
    assert listed == _children(register.find("//table")[0])
    assert "Callum Doyle" in listed
    assert "Callum Doyle" in words_of(found.by_id("waiting").getnext())
    assert "Source, as at Monday 1 June 2026, 08:30: the register." in found.text


def _children(table) -> list[str]:
    return [words_of(one) for one in table.xpath(".//a[contains(@href, '/child/')]")]


def test_each_measure_has_its_list_its_source_and_its_moment(page: Ask) -> None:
    line = page(MISSING).by_id("measure-return-interviews")
    assert line.xpath(".//a[@href='/measures/return-interviews/2026-05']")
    assert "A local definition; May 2026 whole, as at its end." in words_of(line)
    figure = words_of(page("/measures/return-interviews").by_id("month-2026-05"))
    assert words_of(line.xpath(".//strong")[0]).split("%")[0] in figure


def test_children_of_whom_the_record_cannot_say_something_are_owned_up_to_by_name(page: Ask) -> None:
    every = unsaid_by_child(the_council(), View(as_at=now()))
    about = theme_of("children_in_care")
    assert about is not None
    some = [child for child, titles in every.items() if "Prepare the care plan" in titles]
    owned = page("/visits/children_in_care").by_id("owned").getnext()
    assert f"of {len(some)} children the record does not tell whether this is late" in words_of(owned)
    assert len(owned.xpath(".//a")) == len(some) > 50


def test_a_seat_is_shown_its_own_children_and_told_how_many_others_there_are(page: Ask) -> None:
    theirs = BY_CODE[EAST].children(the_council(), View(as_at=now()))
    for theme in ("missing_exploitation", "children_in_care", "workforce"):
        found = page(f"/visits/{theme}", seat=EAST)
        linked = {link.split("/")[2].split("?")[0] for link in found.links() if link.startswith("/child/")}
        assert linked <= theirs
        assert "whom this seat does not see" in found.text


def test_who_sees_no_names_sees_no_list_and_no_count_of_children(page: Ask) -> None:
    names = frozenset(the_council().names.values())
    for theme in ("missing_exploitation", "children_in_care", "leadership"):
        found = page(f"/visits/{theme}", seat="portfolio-holder")
        assert found.status == 200
        assert "/child/" not in found.html
        assert [name for name in names if name in found.text] == []
        assert not [word for word in (" child ", " children:") if word in words_of(found.by_id("lists").getnext())]
        assert "in the last 3 months" not in found.text
    assert "Lists name children" in page(MISSING, seat="portfolio-holder").text
    assert page(f"{MISSING}?as-known=2026-05-01", seat="portfolio-holder").text.count("with all that is known") == 1


def test_links_keep_the_day_that_is_looked_at(page: Ask) -> None:
    for path in ("/visits/", "/visits/education_eet", "/visits/after/visit-5"):
        inside = [one for one in page(f"{path}?as-at=2026-05-18").main.xpath(".//a/@href") if one.startswith("/")]
        assert inside
        assert [one for one in inside if "as-at=2026-05-18" not in one] == []


def test_it_takes_as_few_queries_for_a_short_theme_as_for_a_long_one_and_for_any_seat(page: Ask) -> None:
    page("/visits/early_help")
    ready = {
        page(f"/visits/{theme}", seat=seat).queries for theme in ("early_help", "children_in_care") for seat in SEATS
    }
    assert len(ready) == 1
    assert ready.pop() <= 2
    after = {page(path, seat=seat).queries for path in ("/visits/", "/visits/after/visit-5") for seat in SEATS}
    assert len(after) == 1
    assert after.pop() <= 4


def test_after_a_visit_each_claim_stands_beside_what_was_found_with_a_persons_word(page: Ask) -> None:
    found = page("/visits/after/visit-5")
    ran = words_of(found.by_id("nobody-asked-why-they-ran"))
    assert "What we said: The head of the Hub said on track (10 February 2026)." in ran
    assert "What they found: Offered more often." in ran
    assert "We claimed too much" in ran
    assert "The head of the Hub, 24 March 2026." in ran
    assert "Nobody has said yet" in words_of(found.by_id("conferences-too-late"))
    assert "Nobody has said yet" in words_of(
        page("/visits/after/visit-5?as-at=2026-03-23").by_id("nobody-asked-why-they-ran")
    )
    assert words_of(found.by_id("judged")).startswith("3 claims: 1 too much claimed, 1 too little claimed, 1 of which")
    assert "/visits/after/visit-5" in list(page("/visits/").links())


def test_the_director_says_a_word_once_and_it_is_kept_beside_the_claim(page: Ask) -> None:
    after, form = "/visits/after/visit-5", "/visits/after/visit-5/conferences-too-late"
    assert form in list(page(after, seat="director").links())
    asked = fields_of(page(form, seat="director"))
    said = {"key": asked["key"], "base": asked["base"], "says": "agreed", "words": "We counted what they counted."}
    for missing in ("says", "words"):
        amiss = page(form, seat="director", post={**said, missing: ""})
        assert amiss.status == 422
        assert amiss.find("//title")[0].text.startswith("Error: ")
        assert "We counted" in amiss.text or missing == "words"
    named = page(form, seat="director", post={**said, "words": "Callum Doyle was asked."})
    assert (named.status, "It names Callum Doyle." in named.text) == (422, True)
    for _ in range(2):
        saved = page(form, seat="director", post=said)
        assert (saved.status, saved.location) == (302, f"{after}?done=1#conferences-too-late")
    line = words_of(page(after, seat="portfolio-holder").by_id("conferences-too-late"))
    assert "Agreed We counted what they counted. Director, 1 June 2026." in line
    assert "Nobody has said yet" in words_of(page(f"{after}?as-known=2026-05-31").by_id("conferences-too-late"))
    other = page(form, seat="director", post={**said, "key": "another", "says": "over-claimed"})
    assert (other.status, "We counted what they counted." in other.text) == (409, True)
    # Without a key two forms could not be told apart: the second would be taken for the first, and be lost.
    keyless = page(form, seat="director", post={**said, "key": "", "base": fields_of(other)["base"]})
    assert (keyless.status, "This form has no number of its own." in keyless.text) == (422, True)
    assert page(form, seat="director", post={**said, **fields_of(keyless)}).status == 302


def test_a_childs_forename_in_a_word_is_asked_about_once_and_may_stand_where_no_child_is_meant(page: Ask) -> None:
    form = "/visits/after/visit-5/conferences-too-late"
    asked = fields_of(page(form, seat="director"))
    assert IS_IT not in asked
    said = {"key": asked["key"], "base": asked["base"], "says": "agreed", "words": "We asked Poppy what she saw."}
    found = page(form, seat="director", post=said)
    assert found.status == 422
    assert "Children on record are called so, and this page is read by people who see no names." in found.text
    no = str(found.find(f"//input[@name='{IS_IT}']/@value")[0])
    assert no == "poppy"
    assert "still stands" in page(form, seat="director", post={**said, IS_IT: YES}).text
    assert page(form, seat="director", post={**said, IS_IT: no}).status == 302


def test_a_word_after_a_visit_is_kept_as_it_is_written_found_again_and_let_go_once_it_is_on_record(page: Ask) -> None:
    form = "/visits/after/visit-5/conferences-too-late"
    shown = page(form, seat="director")
    asked = fields_of(shown)
    assert shown.by_id("form").get("data-keep") == "/draft"
    about = {"act": shown.by_id("form").get("data-act"), "child": shown.by_id("form").get("data-about")}
    typed = {"key": asked["key"], "base": asked["base"], "holder": asked["holder"], "revision": "1", "words": "Half of"}
    kept = page("/draft", seat="director", post={**typed, **about})
    assert (kept.status, '"kept": true' in kept.html) == (200, True)
    listed = page("/words", seat="director")
    again = f"{form}?draft={asked['key']}"
    assert "A word after a visit" in listed.text
    assert again in list(listed.links())
    assert again in list(page(form, seat="director").links())
    found = page(again, seat="director")
    assert fields_of(found)["words"] == "Half of"
    assert words_of(found.by_id("kept")).startswith("Kept at Monday 1 June 2026")
    assert again not in list(page("/words", seat="team-manager").links())
    # What is amiss is kept too, as the page says; and by hand, where there is no script.
    amiss = page(form, seat="director", post={**typed, "revision": "2", "words": "Half of them."})
    assert (amiss.status, "Your words are kept." in amiss.text) == (422, True)
    assert fields_of(page(again, seat="director"))["words"] == "Half of them."
    later = page(form, seat="director", post={**typed, "revision": "3", "words": "All of them.", "keep": "1"})
    assert (later.status, later.location) == (302, again)
    whole = {**fields_of(page(again, seat="director")), "says": "agreed"}
    assert page(form, seat="director", post=whole).status == 302
    assert again not in list(page("/words", seat="director").links())


def test_whoever_may_not_say_a_word_finds_no_form(page: Ask) -> None:
    form = "/visits/after/visit-5/conferences-too-late"
    for seat in (None, "team-manager", "social-worker", "portfolio-holder"):
        assert page(form, seat=seat).status == 404
        assert page(form, seat=seat, post={"says": "agreed", "words": "Yes.", "key": "k", "base": "1"}).status == 404
        assert form not in list(page("/visits/after/visit-5", seat=seat).links())
    for path in ("/visits/after/visit-5/too-many-faces", "/visits/after/board-may-2026/conferences-too-late"):
        assert page(path, seat="director").status == 404
    assert form not in list(page("/visits/after/visit-5?as-at=2026-05-20", seat="director").links())
