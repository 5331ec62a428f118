"""Every write that a page can ask for, as a whole form that is ready to be sent: R9 lets each of them fail.

The first two stand for all the others where few are tried: words about a child, and a draft.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from unittest.mock import patch

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from holdfast.casework.acts.opening import OPENING
from holdfast.casework.acts.register import BY_CODE
from holdfast.web import proposed
from tests.casework.read_here import here
from tests.casework.test_improving_acts import ASKED
from tests.casework.test_improving_acts import WORDS as IN_THE_PLAN
from tests.web.doing_forms import fields_of, ready
from tests.web.pages import Page, ask
from tests.web.report_forms import POINT, REPORT, SENTENCE

LOOK, DRAFTS = "store_look", "store_draft"
ENTRY, ACT = "store_entry", "store_act"
ABOUT = "/about/"
"""A page that is served after each fault; it leaves its line as every page does."""


def _on_record(grown: Mapping[str, int]) -> bool:
    """All that one act puts there: its entry, its line and its rows."""
    return grown.get(ENTRY) == grown.get(ACT) == 1 and len(grown) > 2


def _an_entry(grown: Mapping[str, int]) -> bool:
    """All that a file puts there, which is no act: its entry and its rows."""
    return grown.get(ENTRY) == 1 and ACT not in grown and len(grown) > 1


@dataclass(frozen=True)
class Sent:
    """A whole form: everything that the browser sends, and the words in it that must not be lost.

    ``kept`` is where words are found that were kept before (empty: nowhere); ``then`` a page that is asked for next.
    ``only`` names the one table that the write is told by, where it is not the record; ``whole`` says of the rows that
    came whether they are all that the write puts there.
    """

    address: str
    seat: str
    fields: Mapping[str, str]
    words: Mapping[str, str] = field(default_factory=dict)
    kept: str = ""
    then: str = ABOUT
    only: str = ""
    whole: Callable[[Mapping[str, int]], bool] = _on_record

    def tells(self, table: str) -> bool:
        """Whether the write is told by rows of this table: one of the record, not who looked and not a draft."""
        if self.only:
            return table == self.only
        return table.startswith("store_") and table != DRAFTS and not table.startswith(LOOK)


def gone(page: Page, words: Mapping[str, str]) -> list[str]:
    """Which of these fields no form of the page would send again as they are."""
    back = {one.get("name"): "" for one in page.find("//form//*[@name]")}
    found: dict[str, set[str]] = {name: set() for name in back}
    for one in page.find("//form//textarea[@name] | //form//input[@name] | //form//select[@name]/option[@selected]"):
        name = one.get("name") or one.getparent().get("name")
        if one.tag == "textarea":
            found[name].add((one.text or "").removeprefix("\n"))
        elif one.get("type") not in ("radio", "checkbox") or one.get("checked") is not None:
            found[name].add(one.get("value", ""))
    return [name for name, word in words.items() if word and word not in found.get(name, set())]


def _keep(address: str, seat: str, fields: Mapping[str, str], act: str, about: str) -> str:
    """Every word is kept as a draft, as it is while somebody types; gives where it is opened again."""
    kept = ask("/draft", seat, {**fields, "act": act, "child": about})
    assert kept.status == 200, (act, kept.status)
    return f"{address}?draft={fields['key']}"


Ready = Callable[[Path], AbstractContextManager[Sent]]


def _plain(made: Callable[[], Sent]) -> Ready:
    return lambda path: nullcontext(made())


def _of_a_child(act: str) -> Sent:
    form, words = ready(act)
    fields, child = {**form.fields, **words}, form.path.split("/")[2]
    kept = _keep(form.path, form.seat, fields, act, child)
    return Sent(form.path, form.seat, fields, words, kept, then=f"/child/{child}")


def _of_the_plan(act: str) -> Sent:
    address, words = f"/plan/{ASKED}/do/{act}", IN_THE_PLAN[act]
    fields = {**fields_of(_opened(address, "director")), **words}
    return Sent(address, "director", fields, words, _keep(address, "director", fields, act, ASKED))


def _opened(address: str, seat: str) -> Page:
    page = ask(address, seat)
    assert page.status == 200, (address, seat, page.status)
    return page


def _opens_an_objective(address: str, words: Mapping[str, str]) -> Sent:
    fields = {**fields_of(_opened(address, "director")), **words}
    act = "objective-open" if address == "/plan/open" else "objective-point"
    assert act in OPENING, OPENING
    return Sent(address, "director", fields, words)


def _leaves() -> Sent:
    address, seat = "/worker/WX-W-chloe/leave", "team-manager"
    fields = fields_of(_opened(address, seat))
    words = {"last_on": "2026-06-30", "why": "A new post elsewhere"}
    words |= {name: "WX-W-gwen" for name in fields if name.startswith("next-")}
    shown = ask(address, seat, {**fields, **words})
    assert shown.find("//*[@id='preview']"), shown.status
    return Sent(address, seat, fields_of(shown), words, f"{address}?draft={fields['key']}")


def _stays() -> Sent:
    left = _leaves()
    assert ask(left.address, left.seat, left.fields).status == 302
    (form,) = _opened(left.address, left.seat).find("//form[.//*[@name='stays']]")
    fields = {one.get("name"): one.get("value", "") for one in form.xpath(".//*[@name]")}
    return Sent(left.address, left.seat, {name: fields[name] for name in fields if name != "csrfmiddlewaretoken"})


def _says_a_word() -> Sent:
    address, words = "/visits/after/visit-5/conferences-too-late", {"says": "agreed", "words": "We counted the same."}
    return Sent(address, "director", {**fields_of(_opened(address, "director")), **words}, words)


def _form_with(page: Page, act: str) -> dict[str, str]:
    """What the form of one of the acts of a page would send as it stands."""
    (form,) = page.find(f"//form[.//input[@name='act'][@value='{act}']]")
    some = form.xpath(".//input[@name][@type='hidden' or (@checked and @type='radio')]")
    return {one.get("name"): one.get("value", "") for one in some if one.get("name") != "csrfmiddlewaretoken"}


def _of_a_passage(act: str, address: str, seat: str, words: Mapping[str, str]) -> Sent:
    page = _opened(address, seat)
    fields = {**_form_with(page, act), **words}
    if act == "confirm-fate":
        fields["sentence"] = page.find("//form[@id='confirm']//input[@name='sentence']")[0].get("value")
    about = address.removeprefix("/inspectors/report/")
    return Sent(address, seat, fields, words, _keep(address, seat, fields, act, about))


@contextmanager
def _a_report_is_taken_in(path: Path) -> Iterator[Sent]:
    """Read and shown; what the page then sends is that it is to be kept."""
    _empty(proposed.REPORTS)
    with patch("holdfast.web.reports.taking.read_apart", here):
        address, file = "/inspectors/take-in", SimpleUploadedFile("report.txt", REPORT)
        shown = ask(ask(address, "director", {"step": "read", "file": file}).location, "director")
        fields = {"step": "keep"} | {one.get("name"): one.get("value") for one in _hidden(shown, "file")}
        yield Sent(address, "director", fields)


@contextmanager
def _a_file_is_taken_in(path: Path) -> Iterator[Sent]:
    """The next week's extract, shown and not yet taken in."""
    _empty(proposed.EXTRACTS)
    shown = ask(ask("/import/", "director", {"step": "next-week"}).location, "director")
    fields = {"step": "take-in"} | {one.get("name"): one.get("value") for one in _hidden(shown, "proposal")}
    yield Sent("/import/", "director", fields, whole=_an_entry)


def _hidden(page: Page, beside: str) -> list[object]:
    form = page.find(f"//main//form[.//input[@name='{beside}']]")[-1]
    return [one for one in form.xpath(".//input[@type='hidden']") if one.get("name") != "csrfmiddlewaretoken"]


def _empty(room: str) -> None:
    for one in (Path(settings.BUILD) / room).glob("*"):
        proposed.forget(one.name, room)


def _a_draft_is_kept() -> Sent:
    form, words = ready("visit-note")
    fields = {**form.fields, **words, "act": "visit-note", "child": form.path.split("/")[2]}
    return Sent("/draft", form.seat, fields, only=DRAFTS, whole=lambda grown: grown == {DRAFTS: 1})


def _a_draft_is_thrown_away() -> Sent:
    form, words = ready("visit-note")
    assert form.send(words, keep="1").status == 302
    address = "/words/throw-away"
    fields = fields_of(_opened(f"{address}?draft={form.fields['key']}", form.seat))
    return Sent(address, form.seat, fields, only=DRAFTS, whole=lambda grown: grown == {DRAFTS: -1})


def _somebody_enters() -> Sent:
    """Nothing is on record of it but the line of who looked."""
    _opened(ABOUT, "director")
    return Sent("/enter", "director", {"seat": "social-worker"}, only=LOOK, whole=lambda grown: grown == {LOOK: 1})


NEW = {"title": "Children are asked why they ran", "finding": "nobody-asked-why-they-ran"}
FATE = {"fate": "persists"}

WRITES: Mapping[str, Ready] = {
    "visit-note": _plain(partial(_of_a_child, "visit-note")),
    "a draft is kept": _plain(_a_draft_is_kept),
    "a report is taken in": _a_report_is_taken_in,
    "a worker leaves": _plain(_leaves),
    "a worker stays after all": _plain(_stays),
    "a reading is put right": _plain(partial(
        _of_a_passage, "correct-reading", SENTENCE, "team-manager",
        {"polarity": "weakness", "reason": "Nobody answers them."},
    )),
    "what became of a point": _plain(partial(_of_a_passage, "confirm-fate", POINT, "reviewing-officer", FATE)),
    "a word after a visit": _plain(_says_a_word),
    "a draft is thrown away": _plain(_a_draft_is_thrown_away),
    "somebody enters": _plain(_somebody_enters),
    "an objective is opened": _plain(partial(_opens_an_objective, "/plan/open", NEW)),
    "a point is taken into the plan": _plain(partial(
        _opens_an_objective, f"{POINT}/plan", {"which": "new", "title": "Better"}
    )),
    "a file is taken in": _a_file_is_taken_in,
    **{act: _plain(partial(_of_the_plan, act)) for act in IN_THE_PLAN},
    **{act: _plain(partial(_of_a_child, act)) for act in BY_CODE if act != "visit-note"},
}  # fmt: skip
