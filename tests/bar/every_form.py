"""Every form that may be sent, opened and filled in: what it sends, and what is on record once it was.

The forms are held to the routes and to the registers of acts: whatever takes a POST and has no form here is named.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver

from holdfast.casework.acts.improving import IN_THE_PLAN_BY_CODE
from holdfast.casework.acts.leaving import LEAVE, NEXT, STAY
from holdfast.casework.acts.opening import OPEN, OPENING, TAKE_UP
from holdfast.casework.acts.register import BY_CODE
from holdfast.casework.packs.words import SAY
from holdfast.casework.permissions import ACTS, COUNCIL_TABLE
from holdfast.casework.reports.acts import CONFIRM, CORRECT, TAKE_IN
from holdfast.web.access import REGISTER
from tests.casework.read_here import here
from tests.casework.test_improving_acts import ASKED
from tests.casework.test_improving_acts import WORDS as IN_THE_PLAN
from tests.web.doing_forms import AMARA, fields_of, ready
from tests.web.pages import Page, ask, route_of
from tests.web.report_forms import POINT, REPORT, SENTENCE, fields, upload

ON_RECORD = {"store_entry": 1, "store_act": 1}
AFTER_A_LOOK = {"store_entry": 1, "store_act": 1, "store_draft": -1}
FROM_A_FILE = {"store_entry": 1}
A_DRAFT = {"store_draft": 1}
NO_DRAFT = {"store_draft": -1}
NOTHING: Mapping[str, int] = {}

CHLOE = "/worker/WX-W-chloe/leave"
AFTER_A_VISIT = "/visits/after/visit-5/conferences-too-late"
TAKE_IN_PAGE = "/inspectors/take-in"
OURS = b"pers_person_id,pers_forename,pers_surname,pers_dob\nWX-000001,Ann,Invented,2015-04-01\n"


ONCE = frozenset({
    "allocate", "take-back", "settle-challenge", "pause", "objective-day", "objective-done", "objective-close",
})  # fmt: skip
"""Acts of which the same words can be put on record only where they are not there yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What a browser sends of a form: from which seat, to where, and every field. ``file``: its name and content."""

    seat: str
    path: str
    form: Mapping[str, Any]
    file: tuple[str, bytes] | None = None

    def post(self) -> Mapping[str, Any]:
        """The whole of it, anew for each time that it is sent."""
        return {**self.form, **({"file": SimpleUploadedFile(*self.file)} if self.file else {})}


@dataclass(frozen=True, slots=True, kw_only=True)
class AForm:
    """One kind of form: its act or its step, how it comes to be open and filled in, and what comes of it ``once``.

    ``anew``: it can be sent only on a record on which it was not sent before.
    """

    code: str
    ready: Callable[[], Sent]
    once: Mapping[str, int] = field(default_factory=lambda: ON_RECORD)
    anew: bool = False


def _of_a_child(act: str) -> Callable[[], Sent]:
    def filled() -> Sent:
        form, words = ready(act)
        return Sent(seat=form.seat, path=form.path, form={**form.fields, **words})

    return filled


def _open(path: str, seat: str, words: Mapping[str, str]) -> Sent:
    page = _opened(path, seat)
    return Sent(seat=seat, path=path, form={**fields_of(page), **words})


def _opened(path: str, seat: str, post: Mapping[str, Any] | None = None) -> Page:
    page = ask(path, seat, post)
    assert page.status == 200, (path, seat, page.status, page.text[:300])
    return page


def _in_the_plan(act: str) -> Callable[[], Sent]:
    return lambda: _open(f"/plan/{ASKED}/do/{act}", "director", IN_THE_PLAN[act])


def _leaves() -> Sent:
    """The form with which a worker leaves, after its change was shown in numbers."""
    form = fields_of(_opened(CHLOE, "team-manager"))
    words = {"last_on": "2026-06-30", "why": "A new post elsewhere"}
    words |= {name: "WX-W-gwen" for name in form if name.startswith(NEXT)}
    return Sent(seat="team-manager", path=CHLOE, form=fields_of(_opened(CHLOE, "team-manager", {**form, **words})))


def _stays() -> Sent:
    left = _leaves()
    assert ask(left.path, left.seat, left.post()).status == 302
    form = fields(_opened(CHLOE, left.seat), "//main//form[.//input[@name='stays']]")
    return Sent(seat=left.seat, path=CHLOE, form=form)


def _corrects() -> Sent:
    form = fields(_opened(SENTENCE, "team-manager"))
    other = "weakness" if form.get("polarity") != "weakness" else "strength"
    return Sent(seat="team-manager", path=SENTENCE, form={**form, "polarity": other, "reason": "Nobody answers them."})


def _confirms() -> Sent:
    page = _opened(POINT, "director")
    first = page.find("//form[@id='confirm']//input[@name='sentence']")[0].get("value")
    words = {"sentence": first, "fate": "persists", "reason": "Read with the team."}
    return Sent(seat="director", path=POINT, form={**fields(page, "//form[@id='confirm']"), **words})


def _keeps_a_report() -> Sent:
    shown = _opened(upload("report.txt", REPORT).location, "director")
    return Sent(seat="director", path=TAKE_IN_PAGE, form={"step": "keep", **fields(shown)})


def _takes_a_file_in() -> Sent:
    shown = _opened(ask("/import/", "team-manager", {"step": "next-week"}).location, "team-manager")
    inputs = shown.by_id("take-in").xpath(".//input[@type='hidden']")
    told = {one.get("name"): one.get("value") for one in inputs if one.get("name") != "csrfmiddlewaretoken"}
    return Sent(seat="team-manager", path="/import/", form={"step": "take-in", **told})


def _a_draft() -> Sent:
    form, words = ready("decision")
    return Sent(
        seat=form.seat, path="/draft", form={**form.fields, **words, "act": "decision", "child": AMARA, "revision": "1"}
    )


def _kept_by_hand() -> Sent:
    form, words = ready("decision")
    return Sent(seat=form.seat, path=form.path, form={**form.fields, **words, "keep": "1"})


def _thrown_away() -> Sent:
    draft = _a_draft()
    assert ask(draft.path, draft.seat, draft.post()).status == 200
    told = {"draft": draft.form["key"], "revision": draft.form["revision"]}
    return Sent(seat=draft.seat, path="/words/throw-away", form=told)


def _forms() -> Iterator[AForm]:
    for act in BY_CODE:
        yield AForm(code=act, ready=_of_a_child(act), anew=act in ONCE)
    for act in IN_THE_PLAN:
        yield AForm(code=act, ready=_in_the_plan(act), anew=act in ONCE)
    words = {"title": "Children are asked why they ran", "finding": "nobody-asked-why-they-ran"}
    yield AForm(code=OPEN, ready=lambda: _open("/plan/open", "director", words))
    taken = {"which": "new", "title": "Children are asked why they ran"}
    yield AForm(code=TAKE_UP, ready=lambda: _open(f"{POINT}/plan", "director", taken))
    yield AForm(code=LEAVE.code, ready=_leaves, once=AFTER_A_LOOK, anew=True)
    yield AForm(code=STAY.code, ready=_stays, anew=True)
    said = {"says": "agreed", "words": "We counted what they counted."}
    yield AForm(code=SAY, ready=lambda: _open(AFTER_A_VISIT, "director", said))
    yield AForm(code=CORRECT, ready=_corrects)
    yield AForm(code=CONFIRM, ready=_confirms)
    yield AForm(code=TAKE_IN, ready=_keeps_a_report, anew=True)
    yield AForm(code="take a file in", ready=_takes_a_file_in, once=FROM_A_FILE, anew=True)
    yield AForm(code="keep by hand", ready=_kept_by_hand, once=A_DRAFT)
    yield AForm(code="draft", ready=_a_draft, once=A_DRAFT)
    yield AForm(code="throw away", ready=_thrown_away, once=NO_DRAFT)
    yield from _that_leave_nothing()


def _that_leave_nothing() -> Iterator[AForm]:
    """Steps and seats: nothing of them is on record, however often they are sent."""
    steps = (
        ("read a file", "team-manager", "/import/", {"step": "read"}, ("ssd_person.csv", OURS)),
        ("read next week's file", "team-manager", "/import/", {"step": "next-week"}, None),
        ("read a report", "director", TAKE_IN_PAGE, {"step": "read"}, ("report.txt", REPORT)),
        ("enter a seat", "director", "/enter", {"seat": "team-manager"}, None),
    )
    for code, seat, path, form, file in steps:
        sent = Sent(seat=seat, path=path, form=form, file=file)
        yield AForm(code=code, ready=lambda sent=sent: sent, once=NOTHING)


FIRST = ("who-i-am", "decision", SAY, TAKE_IN, LEAVE.code, "take a file in", "draft", CORRECT, "objective-claim", OPEN)
"""Of a run that is too small for all of them: some of every kind."""


FORMS = tuple(sorted(_forms(), key=lambda one: FIRST.index(one.code) if one.code in FIRST else len(FIRST)))


def without_a_form(forms: tuple[AForm, ...] = FORMS) -> list[str]:
    """Every act in the tables of permission, and every route that takes a POST, of which no form is among these."""
    here_are = {one.code for one in forms}
    of_the_plan = OPENING | IN_THE_PLAN_BY_CODE.keys()
    acts = (ACTS | of_the_plan | {one.act for one in COUNCIL_TABLE} | BY_CODE.keys()) - {"look"}
    sent_to = {"act", "objective-act", *(route_of(path) for path in _PATHS)}
    listed = [one.name for one in get_resolver().url_patterns if one.name in REGISTER]
    posts = {one for one in listed if "POST" in REGISTER[one].methods}
    return sorted(f"no form of the act {one}" for one in acts - here_are) + sorted(
        f"no form for the route {one}" for one in posts - sent_to
    )


_PATHS = (
    "/plan/open", f"{POINT}/plan", CHLOE, AFTER_A_VISIT, SENTENCE, TAKE_IN_PAGE, "/import/", "/draft",
    "/words/throw-away", "/enter",
)  # fmt: skip


@contextmanager
def read_in_this_process() -> Iterator[None]:
    """Files are read here meanwhile: what is asked is how often they are on record, and not where they were read."""
    with patch("holdfast.casework.importing.read_apart", here), patch("holdfast.web.reports.taking.read_apart", here):
        yield
