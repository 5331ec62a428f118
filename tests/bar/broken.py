"""R9: each write meets each kind of fault at each of its statements, and the next request after it is served.

The commit counts as the last statement. A fault that lasts (a full disk, a database that hangs) is met by whatever is
asked after it too, the line of who looked among it, until the answer is given; then it is mended. What was sent was
kept as a draft before, as it is while somebody types: after each fault that draft is opened, and holds every word.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from django.db import connection

from holdfast.web.access import REGISTER
from tests.bar.faults import FAULTS, HANGS, DiskFull, Fault, befalls
from tests.bar.ground import browser, counts, fresh
from tests.bar.line import Control, Found, Line, replaced
from tests.bar.writes import WRITES, Sent, gone
from tests.web.pages import Page, ask, route_of

BROKE = 500
"""From this status on an answer says that the save failed."""

AFTERWARDS = 5.0
"""Within so many seconds after the fault is mended the next request is served."""

A_SAVE_ASKS = 1000
"""No write has so many statements; the longest has some hundreds."""

TAKE_A_FORM = frozenset(name for name, one in REGISTER.items() if "POST" in one.methods)
"""Every route by which something may be written."""

MENDED: dict[str, Callable[[], Any]] = {"by": nullcontext}
"""What still stands over the next request: nothing, but under a control."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One save under one fault: how it was answered, and what is amiss with it (empty where nothing)."""

    status: int
    amiss: str
    saved: bool = False
    route: str = ""


@dataclass(frozen=True)
class Save:
    """A whole form that is ready to be sent, and the file of the record."""

    path: Path
    sent: Sent

    def under(self, fault: Fault) -> Tried:
        """Send it while the fault is there, look at what became of it, and ask for the next page."""
        client = browser(self.sent.seat)
        client.get("/healthz")
        before, sat = counts(self.path), _cookies(client)
        with befalls(fault):
            answer = ask(self.sent.address, post=self.sent.fields, client=client)
        grown = self._grown(before)
        amiss = self._answered_wrongly(answer, grown)
        if answer.status >= BROKE and _cookies(client) != sat:
            amiss = amiss or "it failed, and somebody else sits there"
        with MENDED["by"]():
            began = monotonic()
            amiss = amiss or self._served(client, saved=bool(grown))
        if monotonic() - began > AFTERWARDS:
            amiss = amiss or "the next request was served too late"
        return Tried(answer.status, amiss, bool(grown))

    def _grown(self, before: Mapping[str, int]) -> dict[str, int]:
        """By how many rows the tables differ that the write is told by."""
        after = counts(self.path)
        told = {name: after[name] - before[name] for name in after if self.sent.tells(name)}
        return {name: many for name, many in told.items() if many}

    def _answered_wrongly(self, answer: Page, grown: Mapping[str, int]) -> str:
        whole = self.sent.whole(grown)
        if "Traceback" in answer.html:
            return "a traceback was shown"
        if grown and not whole:
            return f"{answer.status}, half of it is on record: {grown}"
        if answer.status >= BROKE:
            return f"it says that it failed and is on record: {grown}" if grown else self._dropped(answer)
        if not grown:
            return f"nothing is on record, and it was answered {answer.status}"
        return ""

    def _dropped(self, answer: Page) -> str:
        """What a page that says it failed does not hold of the form that was sent; empty where it can be sent again.

        A form that has no words of anybody is only told that it failed.
        """
        if not self.sent.words:
            return "" if len(answer.text) > len("Server Error (500)") else "it failed, and the page says nothing"
        if "Nothing was changed" not in answer.html or "<form" not in answer.html:
            return "it failed, and the page has no words of what was sent"
        lost = gone(answer, self.sent.fields)
        return f"it failed, and the page has lost {', '.join(lost)}" if lost else ""

    def _served(self, client: Any, *, saved: bool) -> str:
        """What is amiss with the next request: where words were kept before the save failed, they are there."""
        kept = "" if saved else self.sent.kept
        page = ask(kept or self.sent.then, client=client)
        if page.status != 200:
            return f"the next request was answered with {page.status}"
        lost = gone(page, self.sent.words) if kept else []
        return f"the next request has lost {', '.join(lost)}" if lost else ""

    def sent_again(self) -> str:
        """What is amiss with the same form, sent once more when nothing breaks; empty where it is on record once."""
        before = counts(self.path)
        answer = ask(self.sent.address, post=self.sent.fields, client=browser(self.sent.seat))
        grown = self._grown(before)
        well = answer.status < 400 and self.sent.whole(grown)
        return "" if well else f"sent again it was answered {answer.status}: {grown}"


def _cookies(client: Any) -> dict[str, str]:
    return {name: one.value for name, one in client.cookies.items() if name != "csrftoken"}


def _which(whole: Fault, most: int, turn: int) -> list[int]:
    """Every statement and the commit; where fewer are asked for, others in each turn, those that write first."""
    every = list(range(1, whole.asked + 1))
    if most >= len(every):
        return every
    writes = [one for one in every if one >= whole.writes_from]
    some = writes if most <= len(writes) else every
    return sorted({some[(place * len(some) // most + turn) % len(some)] for place in range(most)})


def _one_write(called: str, each: int) -> Iterator[Tried]:
    """One write under each fault, at so many of its statements; where it was saved all the same, on a record anew."""
    to_come = [(words, kind, turn) for turn, (words, kind) in enumerate(FAULTS.items())]
    done = 0
    while done < len(to_come):
        with fresh() as path, WRITES[called](path) as sent:
            save, whole = Save(path, sent), Fault(0)
            save.under(whole)
            for words, kind, turn in to_come[done:]:
                done += 1
                tried = [(number, save.under(kind(number))) for number in _which(whole, each, turn)]
                for number, one in tried:
                    where = f"{called}, {words} at statement {number} of {whole.asked}"
                    amiss = one.amiss and f"{where}: {one.amiss}"
                    yield Tried(one.status, amiss, one.saved, route_of(sent.address))
                if any(one.saved for _, one in tried):
                    break
            else:
                again = save.sent_again()
                if again:
                    yield Tried(0, f"{called}: {again}")


def fails_at_every_statement(n: int) -> Found:
    """Each write is sent under each fault at each statement; then once more, when nothing breaks."""
    writes = list(WRITES)[: max(1, n // len(FAULTS))]
    each = max(1, n // (len(writes) * len(FAULTS)))
    tried = [one for called in writes for one in _one_write(called, each)]
    wrong = [one.amiss for one in tried if one.amiss]
    if len(writes) == len(WRITES):
        left_out = TAKE_A_FORM - {one.route for one in tried}
        wrong += [f"no write is tried at the route {one}" for one in sorted(left_out)]
    given_back = sum(one.status >= BROKE and not one.amiss for one in tried)
    at = "every statement" if each > A_SAVE_ASKS else f"at most {each} statements"
    said = (
        f"{len(writes)} of {len(WRITES)} writes on SQLite, {len(FAULTS)} kinds of fault (what hangs is given up after "
        f"{HANGS:.2f} s), {at} of each; {given_back} of the replies say that it failed and hold "
        f"every word that was sent, {sum(one.saved for one in tried)} were saved all the same; each next request is "
        f"served, with the words as they were kept"
    )
    return Found(n=len(tried), wrong=len(wrong), said=said, examples=tuple(wrong[:4]))


@contextmanager
def _never_mended() -> Iterator[None]:
    MENDED["by"] = lambda: connection.execute_wrapper(DiskFull(1))
    try:
        yield
    finally:
        MENDED["by"] = nullcontext


R9 = Line(
    code="R9",
    says="A write whose k-th statement fails, for every write of a page, every k and five kinds of fault: all of it "
    "is on record or nothing, it says so, the page that says so holds every word that was sent, and the next request "
    "is served and has them too",
    unit="failed statements", measure=fails_at_every_statement, full=1_000_000, short=10 * len(WRITES), slice=20,
    asked="every write, every k, five kinds of fault", whole=True,
    controls=(
        Control(
            words="the transaction is taken out", n=10,
            sabotage=replaced(("django.db.transaction.atomic", lambda *a, **k: nullcontext())),
        ),
        Control(
            words="the page that says it failed holds no words", n=10,
            sabotage=replaced(("holdfast.web.looked.held_words", lambda *a, **k: None)),
        ),
        Control(
            words="the draft is not found again", n=10,
            sabotage=replaced(("holdfast.casework.drafts.one", lambda *a, **k: None)),
        ),
        Control(
            words="a file is let go before what it says is on record", n=15,
            sabotage=replaced(("django.db.transaction.on_commit", lambda done: done())),
        ),
        Control(words="what broke stays broken", n=10, sabotage=_never_mended),
    ),
)  # fmt: skip

LINES = (R9,)
