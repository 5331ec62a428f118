"""R5: the same form more than once, whatever form it is: it is on record once, and is answered alike each time."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import uuid4

from holdfast.casework import saving
from tests.bar.every_form import FORMS, AForm, Sent, read_in_this_process, without_a_form
from tests.bar.ground import at_once, browser, counts, fresh
from tests.bar.line import Control, Found, Line, replaced

TIMES = (3, 2, 1)
TOLD = ("store_entry", "store_act", "store_draft")
Answer = tuple[int, str]
"""How a form was answered, and where the answer leads."""


def the_same_form(n: int, forms: tuple[AForm, ...] = FORMS) -> Found:
    """Each form is sent once, twice or three times: one after the other, or at the same moment as a double click."""
    wrong, sent, doubled = without_a_form(), 0, 0
    with read_in_this_process():
        for place, form in enumerate(forms):
            for turn, file in enumerate(_grounds(form, len(range(place, n, len(forms))))):
                times, together = TIMES[(place + turn) % len(TIMES)], (place // len(TIMES) + turn) % 2 == 1
                amiss = _amiss(form, file, times, together=together)
                wrong += [f"{form.code}, sent {times} times{' at once' * together}: {amiss}"] if amiss else []
                sent, doubled = sent + 1, doubled + (together and times > 1)
    said = f"{min(n, len(forms))} of {len(FORMS)} kinds of form, which are every act and every route that takes one; "
    said += f"{doubled} times at once"
    return Found(n=sent, wrong=len(wrong), said=said, examples=tuple(wrong[:3]))


def _grounds(form: AForm, many: int) -> Iterator[Path]:
    """So many times a record on which the form can be sent: one for all, or each time another."""
    if form.anew:
        for _ in range(many):
            with fresh() as file:
                yield file
    elif many:
        with fresh() as file:
            yield from [file] * many


def _amiss(form: AForm, file: Path, times: int, *, together: bool) -> str:
    """What is wrong once the form was sent so many times; empty where nothing is."""
    sent = form.ready()
    before, send = counts(file), _sender(sent)
    answers, broke = _both_at_once(send, times) if together else ([send() for _ in range(times)], [])
    after = counts(file)
    grown = {name: after[name] - before[name] for name in TOLD if after[name] != before[name]}
    if broke or grown != form.once:
        return f"answered {answers}, and on record is {grown}, must be {dict(form.once)} {broke}"
    alike = len(set(answers)) == 1 and answers[0][0] in (200, 302)
    return "" if alike else f"it is on record as it must be, and is answered {answers}"


def _both_at_once(send: Callable[[], Answer], times: int) -> tuple[list[Answer], list[str]]:
    answers: list[Answer] = []
    amiss = at_once([lambda: answers.append(send())] * times)
    return answers, [repr(one) for one in amiss]


def _sender(sent: Sent) -> Callable[[], Answer]:
    def send() -> Answer:
        answer = browser(sent.seat).post(sent.path, sent.post())
        return answer.status_code, answer.headers.get("Location", "")

    return send


@contextmanager
def key_not_kept() -> Iterator[None]:
    """Every form that comes is taken for a new one."""
    real = saving.put_on_record

    def put_with_another_key(facts: Any, line: Any, **told: Any) -> int:
        slots = {name: getattr(line, name) for name in line.__slots__}
        return real(facts, type(line)(**{**slots, "key": uuid4().hex}), **told)

    with ExitStack() as stack:
        stack.enter_context(patch("holdfast.casework.saving.answered", lambda key: None))
        stack.enter_context(patch("holdfast.casework.saving.put_on_record", put_with_another_key))
        yield


def _of(*codes: str) -> Callable[[int], Found]:
    """The measure of these forms alone."""
    return lambda n: the_same_form(n, tuple(one for one in FORMS if one.code in codes))


def _one_form_fewer() -> Any:
    really = without_a_form
    return patch(f"{__name__}.without_a_form", lambda: really(FORMS[1:]))


R5 = Line(
    code="R5",
    says="The same form up to three times, one after the other or at once: it is on record once",
    unit="forms", measure=the_same_form, full=2_000, short=90, slice=10,
    asked="2,000 operations, every POST", whole=True,
    controls=(
        Control(words="the key is not stored", n=4, sabotage=key_not_kept),
        Control(
            words="nobody asks whether the file was taken in by this very form", n=1, part=_of("take a file in"),
            sabotage=replaced(("holdfast.web.importing.screens.taken_after", lambda *told: None)),
        ),
        Control(words="an act has no form here", n=1, part=_of("enter a seat"), sabotage=_one_form_fewer),
    ),
)  # fmt: skip

LINES = (R5,)
