"""Forms as somebody fills them in: opened, written in, sent; what each act needs; and the record beneath them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.web.pages import Page, ask

AMARA, MASON, CHALLENGED, ELLIE, CALLUM = "WX-S05-1", "WX-S07-1", "WX-400039", "WX-S15-1", "WX-S10-1"

SEEN = "She opened the door herself and showed me the drawing over her bed."

WORDS: Mapping[str, tuple[str, str, Mapping[str, str]]] = {
    "visit-note": ("social-worker", AMARA, {
        "on": "2026-05-29", "purpose": "To hear how the new school goes.", "seen": "yes", "alone": "yes",
        "where": "at home", "saw": SEEN, "their_words": "I like the big library.",
        "means": "She has somewhere of her own again.", "next": "Chloe asks about the art club by Friday.",
    }),
    "who-i-am": ("social-worker", AMARA, {"text": "I am Amara. I draw whales and I hate being late."}),
    "plan-action": ("social-worker", AMARA, {
        "action": "new", "what": "Find a place in the art club", "owner": "Chloe with the school",
        "for_day": "2026-06-12",
    }),
    "supervision": ("team-manager", AMARA, {
        "on": "2026-05-29", "changed": "She goes to school every day.", "not_done": "The letter: Ade sends it himself.",
        "reflection": "We may be missing what evenings are like.", "next": "Visit in the evening",
        "owner": "Chloe in the evening", "by": "2026-06-05",
    }),
    "decision": ("team-manager", AMARA, {
        "about": "plan", "decided": "The plan goes on as it is.", "why": "It works, slowly.",
        "anything": "something", "find_out": "What the nights are like", "by_whom": "Chloe Garrow",
        "when": "2026-06-08", "change_mind": "Another night alone.",
    }),
    "pause": ("director", CALLUM, {
        "question": "repeat-missing", "reason": "waiting for a court", "until": "2026-06-30",
        "why": "The hearing is on the 29th.",
    }),
    "allocate": ("team-manager", AMARA, {
        "to": "WX-W-gwen", "from": "2026-06-01", "why": "Chloe moves to another town",
        "goodbye": "It was good to know you.", "hello": "I am Gwen, and I come on Tuesday.",
        "promises": "The art club. Do not ask about the fire again.",
    }),
    "hand-over-note": ("team-manager", AMARA, {"note": "hello", "text": "I am Chloe, and I have a dog called Bun."}),
    "take-back": ("team-manager", AMARA, {"why": "It was meant for another child."}),
    "mid-point": ("reviewing-officer", MASON, {"theme": "school", "text": "He is in school on three days now."}),
    "good-practice": ("reviewing-officer", MASON, {"theme": "home", "text": "Leena drove two hours to say goodnight."}),
    "challenge": ("reviewing-officer", MASON, {
        "dispute": "new", "stage": "1", "theme": "delay", "text": "Nobody has asked the great-aunt.",
        "wanted": "She is asked this week.", "to_child": "I asked why it takes so long.",
    }),
    "reply-to-challenge": ("director", CHALLENGED, {
        "text": "A worker is named.", "by_whom": "The head of service", "for_day": "2026-06-10",
    }),
    "settle-challenge": ("reviewing-officer", MASON, {
        "text": "He saw his great-aunt on Sunday.", "to_child": "They listened.",
    }),
    "correct": ("social-worker", AMARA, {"text": "I am Amara and I draw dolphins.", "why": "She said dolphins."}),
}  # fmt: skip
"""For each act a seat that may do it, a child, and what is written; what must be chosen is chosen on the form."""

FIRST = {"settle-challenge": "challenge", "correct": "who-i-am", "take-back": "allocate"}
"""What has to be on record before an act has anything to be about."""

CHOSEN = {"reply-to-challenge": "dispute", "settle-challenge": "dispute", "correct": "corrects"}
"""The part of which the form's own first answer is taken."""


@dataclass(frozen=True)
class Form:
    """A form that is open in somebody's browser."""

    path: str
    seat: str
    fields: Mapping[str, str]
    page: Page

    def send(self, words: Mapping[str, str], *, seat: str = "", **other: Any) -> Page:
        """Send it with these words; ``other`` stands for hidden fields that differ, ``seat`` for who sits there now."""
        return ask(self.path, seat or self.seat, {**self.fields, **words, **other})


def fields_of(page: Page) -> dict[str, str]:
    """What a browser would send of the form as it stands: hidden fields, words, ticks and choices."""
    found = {}
    for one in page.find(
        "//form[@id='form']//input[@name] | //form[@id='form']//textarea | //form[@id='form']//select"
    ):
        name, kind = one.get("name"), one.get("type", one.tag)
        if one.tag == "textarea":
            found[name] = (one.text or "").removeprefix("\n")
        elif one.tag == "select":
            found[name] = next((option.get("value") for option in one.xpath("./option[@selected]")), "")
        elif kind not in ("radio", "checkbox") or one.get("checked") is not None:
            found[name] = one.get("value", "")
    found.pop("csrfmiddlewaretoken", None)
    return found


def opened(child: str, act: str, seat: str, query: str = "") -> Form:
    """Open the form; AssertionError where it does not open."""
    path = f"/child/{child}/do/{act}"
    page = ask(path + query, seat)
    assert page.status == 200, (path, seat, page.status)
    return Form(path=path, seat=seat, fields=fields_of(page), page=page)


def ready(act: str) -> tuple[Form, dict[str, str]]:
    """An open form and the words for it, after whatever has to be on record before it."""
    seat, child, words = WORDS[act]
    if act in FIRST:
        form, before = ready(FIRST[act])
        assert form.send(before).status == 302
    form = opened(child, act, seat)
    if act not in CHOSEN:
        return form, dict(words)
    name = CHOSEN[act]
    (answer, *_) = form.page.root.xpath("//input[@type='radio'][@name=$name]/@value", name=name)
    return form, {name: str(answer), **words}
