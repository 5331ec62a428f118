"""R3: people do anything in any order, and the record says what a model of eight lines says."""

from typing import Any

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from holdfast.casework import drafts
from holdfast.casework.acts.about_me import WHO_I_AM
from holdfast.casework.permissions import NotThere
from holdfast.casework.saving import Amiss, Conflict, Saved
from holdfast.record.writing import SignedText
from holdfast.store.entries import position
from holdfast.store.load import load_child
from tests.bar.ground import MOMENT, asker, children_for, fresh, put
from tests.bar.line import Control, Found, Line, replaced

CHILDREN = 1
WORDS = st.text(alphabet="ab é\n'\"<😀", min_size=0, max_size=6)
WHICH = st.integers(0, CHILDREN - 1)
STEPS = 20

SEED = 20260601
"""Whoever runs it again with the same seed comes by the same sequences."""


class Saves(RuleBasedStateMachine):
    """``texts`` is what each child's text must be, version by version; ``seen`` the forms that are open."""

    done = 0
    steps = 0

    @initialize()
    def begin(self) -> None:
        self.ground = fresh()
        self.ground.__enter__()
        self.children = children_for("who-i-am", "social-worker")[:CHILDREN]
        self.texts: dict[str, list[str]] = {one: [] for one in self.children}
        self.sent: list[tuple[str, str, str, int]] = []
        self.at = position()
        self.seen = dict.fromkeys(self.children, (self.at, 0))
        Saves.done += 1

    @rule(which=WHICH)
    def open_a_form(self, which: int) -> None:
        child = self.children[which]
        self.seen[child] = (position(), len(self.texts[child]))

    @rule(which=WHICH, words=WORDS)
    def save_what_was_opened(self, which: int, words: str) -> None:
        child = self.children[which]
        Saves.steps += 1
        base, versions = self.seen[child]
        key = f"key-{Saves.done}-{len(self.sent)}"
        self.sent.append((key, child, words, base))
        outcome = put("who-i-am", asker("social-worker"), child, {"text": words}, base, key)
        if versions < len(self.texts[child]):
            assert isinstance(outcome, Conflict)
            assert [one.fact.text for one in outcome.changes] == self.texts[child][versions:]
        elif not words.strip():
            assert isinstance(outcome, Amiss)
        else:
            self._on_record(outcome, child, words)

    def _on_record(self, outcome: Any, child: str, words: str) -> None:
        self.at += 1
        assert outcome == Saved(entry=self.at, words=outcome.words)
        self.texts[child].append(words.strip())
        self.sent[-1] = (*self.sent[-1][:3], -self.at)

    @precondition(lambda self: self.sent)
    @rule(number=st.integers(0, 30))
    def send_it_again(self, number: int) -> None:
        key, child, words, entry = self.sent[number % len(self.sent)]
        if entry < 0:
            outcome = put("who-i-am", asker("social-worker"), child, {"text": words}, 0, key)
            assert isinstance(outcome, Saved)
            assert (outcome.entry, outcome.again) == (-entry, True)

    @rule(which=WHICH, seat=st.sampled_from(["reviewing-officer", "placement-officer", "looking-round"]))
    def somebody_else_tries(self, which: int, seat: str) -> None:
        try:
            put("who-i-am", asker(seat), self.children[which], {"text": "mine"}, position())
        except NotThere:
            return
        raise AssertionError(f"{seat} may write who the child is")

    @rule(which=WHICH, words=WORDS, revision=st.integers(1, 4))
    def write_without_saving(self, which: int, words: str, revision: int) -> None:
        drafts.keep(
            asker("social-worker"), child=self.children[which], act="who-i-am", key=f"draft-{which}", base=self.at,
            revision=revision, words={"text": words}, saved_at=MOMENT,
        )  # fmt: skip

    @invariant()
    def the_record_says_so(self) -> None:
        if not hasattr(self, "texts"):
            return
        assert position() == self.at
        for child, texts in self.texts.items():
            held = [one for one in load_child(child).of(SignedText) if one.part == WHO_I_AM]
            assert [one.text for one in held] == texts

    def teardown(self) -> None:
        if hasattr(self, "ground"):
            # Left open, the ground would be closed whenever memory is swept, in the middle of another line.
            try:
                self.the_record_says_so()
            finally:
                self.ground.__exit__(None, None, None)


def any_order(n: int) -> Found:
    """So many sequences of steps, each on a record of its own."""
    Saves.done = Saves.steps = 0
    tried = settings(
        max_examples=n, stateful_step_count=STEPS, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck), report_multiple_bugs=False, phases=(Phase.generate,),
    )  # fmt: skip
    try:
        run_state_machine_as_test(seed(SEED)(Saves), settings=tried)
    except AssertionError as problem:
        return Found(
            n=Saves.done,
            wrong=1,
            said=f"a sequence was found that differs; seed {SEED}",
            examples=(repr(problem)[:200],),
        )
    return Found(n=Saves.done, wrong=0, said=f"up to {STEPS} steps each; {Saves.steps} saves were tried; seed {SEED}")


R3 = Line(
    code="R3", says="Whatever is opened, saved, sent again and tried, in any order: the record says what a model says",
    unit="sequences", measure=any_order, full=150, short=15, 
    asked="1,000 sequences, 50,000 steps: here one act, by one person, about one child",
    controls=(
        Control(
            words="the version check is out", n=15,
            sabotage=replaced(("holdfast.casework.saving.versions_since", lambda *told: [])),
        ),
    ),
)  # fmt: skip

LINES = (R3,)
