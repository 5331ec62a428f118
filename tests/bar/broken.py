"""R9: a save meets each kind of fault at each of its statements, and the next request after it is served.

The commit counts as the last statement. A fault that lasts (a full disk, a database that hangs) is met by whatever is
asked after it too, the line of who looked among it, until the answer is given; then it is mended. What was sent was
kept as a draft before, as it is while somebody types: after each fault that draft is opened, and holds every word.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from django.db import DatabaseError, IntegrityError, OperationalError, close_old_connections, connection

from holdfast.casework.acts.register import BY_CODE
from tests.bar.ground import browser, counts, fresh
from tests.bar.line import Control, Found, Line, replaced
from tests.web.doing_forms import Form, fields_of, ready
from tests.web.pages import Page, ask

BROKE = 500
"""From this status on an answer says that the save failed."""

DRAFTS = "store_draft"
AFTERWARDS = 5.0
"""Within so many seconds after the fault is mended the next request is served."""

HANGS = 0.02
"""So many seconds stand for the thirty that a database hangs before whoever waits for it gives up."""

FOUND_GONE = ("INSERT", "UPDATE", "DELETE")


class Fault:
    """Befalls the k-th statement of what is sent; remembers how many there were, and which was the first to write.

    ``number`` nought befalls the commit alone, so that everything is asked and nothing is kept.
    """

    lasts = False
    says: DatabaseError = OperationalError("the link is lost")

    def __init__(self, number: int) -> None:
        """Nothing has happened yet."""
        self.number, self.asked, self.writes_from, self.befell = number, 0, 0, 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """One statement, which is asked of the database or not."""
        self.asked += 1
        writes = sql.startswith(FOUND_GONE)
        if writes and not self.writes_from:
            self.writes_from = self.asked
        if self.asked == self.number or (self.befell and self.goes_on(sql, writes=writes)):
            self.befall()
        return execute(sql, params, many, context)

    def commit(self) -> None:
        """What becomes of the commit; the real one follows where this raises nothing."""
        self.asked += 1
        if self.number in (0, self.asked) or (self.befell and self.lasts):
            self.befall()

    def goes_on(self, sql: str, *, writes: bool) -> bool:
        """Whether what befell an earlier statement befalls this one too."""
        return self.lasts and writes

    def befall(self) -> None:
        """Let it happen: raises what the database would say."""
        self.befell += 1
        raise self.says


class LinkLost(Fault):
    """The connection itself is gone: nothing more goes over it, the undoing neither."""

    def befall(self) -> None:
        """Close it under whoever uses it."""
        if connection.connection is not None:
            connection.connection.close()
        super().befall()


class Refused(Fault):
    """The record refuses this one statement."""

    says = IntegrityError("the record refuses it")


class Hangs(Fault):
    """The database hangs, and whoever waits gives up; whatever would write after it finds it hanging still."""

    lasts = True
    says = OperationalError("database is locked")

    def befall(self) -> None:
        """Wait, in vain."""
        sleep(HANGS)
        super().befall()


class DiskFull(Fault):
    """From then on nothing can be written."""

    lasts = True
    says = OperationalError("database or disk is full")


class Deadlock(Fault):
    """Two wait for each other, and this one is chosen to lose: its transaction takes nothing until it is undone."""

    says = OperationalError("deadlock detected")

    def goes_on(self, sql: str, *, writes: bool) -> bool:
        """Until the undoing."""
        if sql.startswith(("ROLLBACK", "BEGIN")):
            self.befell = 0
        return self.befell > 0


FAULTS: Mapping[str, type[Fault]] = {
    "the link is lost": LinkLost, "the record refuses": Refused, "the database hangs": Hangs,
    "the disk is full": DiskFull, "a deadlock": Deadlock,
}  # fmt: skip

MENDED: dict[str, Callable[[], Any]] = {"by": nullcontext}
"""What still stands over the next request: nothing, but under a control."""


@contextmanager
def _befalls(fault: Fault) -> Iterator[None]:
    """Whatever is asked meanwhile meets the fault, and so does the commit."""
    real = connection._commit

    def commit() -> Any:
        fault.commit()
        return real()

    connection._commit = commit
    try:
        with connection.execute_wrapper(fault):
            yield
    finally:
        del connection._commit
        close_old_connections()


@dataclass(frozen=True, slots=True)
class Tried:
    """One save under one fault: how it was answered, and what is amiss with it (empty where nothing)."""

    status: int
    amiss: str
    saved: bool = False


@dataclass(frozen=True)
class Save:
    """A whole form that is ready to be sent, its words kept as a draft, and the file of the record."""

    path: Path
    form: Form
    words: Mapping[str, str]

    @property
    def sent(self) -> dict[str, str]:
        """Everything that the browser sends."""
        return {**self.form.fields, **self.words}

    def under(self, fault: Fault) -> Tried:
        """Send it while the fault is there, look at what became of it, and ask for the next page."""
        client = browser(self.form.seat)
        client.get("/healthz")
        before = counts(self.path)
        with _befalls(fault):
            answer = ask(self.form.path, self.form.seat, self.sent, client=client)
        grown, whole = _grown(before, counts(self.path))
        amiss = _answered_wrongly(answer, grown, self.sent, whole=whole)
        with MENDED["by"]():
            began = monotonic()
            amiss = amiss or (self._is_there(client) if grown else self._still_kept(client))
        if monotonic() - began > AFTERWARDS:
            amiss = amiss or "the next request was served too late"
        return Tried(answer.status, amiss, bool(grown))

    def _still_kept(self, client: Any) -> str:
        """What the next request does not give back of the words that were kept before the save failed."""
        page = ask(f"{self.form.path}?draft={self.form.fields['key']}", self.form.seat, client=client)
        if page.status != 200:
            return f"the next request was answered with {page.status}"
        gone = _gone(page, self.words)
        return f"the next request has lost {', '.join(gone)}" if gone else ""

    def _is_there(self, client: Any) -> str:
        page = ask(self.form.path.partition("/do/")[0], self.form.seat, client=client)
        return "" if page.status == 200 else f"the next request was answered with {page.status}"

    def sent_again(self) -> str:
        """What is amiss with the same form, sent once more when nothing breaks; empty where it is on record once."""
        before = counts(self.path)
        answer = ask(self.form.path, self.form.seat, self.sent)
        grown, whole = _grown(before, counts(self.path))
        return "" if answer.status == 302 and whole else f"sent again it was answered {answer.status}: {grown}"


def _ready(path: Path, act: str) -> Save:
    """The act's whole form, opened and written in, every word kept as a draft."""
    form, words = ready(act)
    save = Save(path, form, words)
    child = form.path.split("/")[2]
    kept = ask("/draft", form.seat, {**save.sent, "act": act, "child": child})
    assert kept.status == 200, (act, kept.status)
    return save


def _grown(before: Mapping[str, int], after: Mapping[str, int]) -> tuple[dict[str, int], bool]:
    """What was put on record beside the line of who looked, and whether it is all that one act puts there."""
    told = {name: after[name] - before[name] for name in after if name.startswith("store_") and name != DRAFTS}
    grown = {name: many for name, many in told.items() if many and not name.startswith("store_look")}
    return grown, told["store_entry"] == told["store_act"] == 1 and len(grown) > 2


def _answered_wrongly(answer: Page, grown: Mapping[str, int], sent: Mapping[str, str], *, whole: bool) -> str:
    if "Traceback" in answer.html:
        return "a traceback was shown"
    if grown and not whole:
        return f"{answer.status}, half of it is on record: {grown}"
    if answer.status >= BROKE:
        return f"it says that it failed and is on record: {grown}" if grown else _dropped(answer, sent)
    if not grown:
        return f"nothing is on record, and it was answered {answer.status}"
    return ""


def _dropped(answer: Page, sent: Mapping[str, str]) -> str:
    """What a page that says it failed does not hold of the form that was sent; empty where it can be sent again."""
    if "Nothing was changed" not in answer.html or "<form" not in answer.html:
        return "it failed, and the page has no words of what was sent"
    gone = _gone(answer, sent)
    return f"it failed, and the page has lost {', '.join(gone)}" if gone else ""


def _gone(page: Page, words: Mapping[str, str]) -> list[str]:
    back = fields_of(page)
    return [name for name, word in words.items() if word and back.get(name) != word]


def _which(whole: Fault, most: int, turn: int) -> list[int]:
    """Every statement and the commit; where fewer are asked for, others in each turn, those that write first."""
    every = list(range(1, whole.asked + 1))
    if most >= len(every):
        return every
    writes = [one for one in every if one >= whole.writes_from]
    some = writes if most <= len(writes) else every
    return sorted({some[(place * len(some) // most + turn) % len(some)] for place in range(most)})


def fails_at_every_statement(n: int) -> Found:
    """Each act's form is sent under each fault at each statement; then once more, when nothing breaks."""
    acts = list(BY_CODE)[: max(2, n // (4 * len(FAULTS)))]
    each = max(1, n // (len(acts) * len(FAULTS)))
    wrong: list[str] = []
    tried, given_back, slept = 0, 0, 0
    for act in acts:
        with fresh() as path:
            save, whole = _ready(path, act), Fault(0)
            save.under(whole)
            for turn, (words, kind) in enumerate(FAULTS.items()):
                for number in _which(whole, each, turn):
                    found = save.under(kind(number))
                    tried, given_back = tried + 1, given_back + (found.status >= BROKE and not found.amiss)
                    where = f"{act}, {words} at statement {number} of {whole.asked}"
                    wrong += [f"{where}: {found.amiss}"] if found.amiss else []
                    if found.saved:
                        save, slept = _ready(path, act), slept + 1
            amiss = save.sent_again()
            wrong += [f"{act}: {amiss}"] if amiss else []
    said = (
        f"{len(acts)} of {len(BY_CODE)} acts, {len(FAULTS)} kinds of fault (what hangs is given up after "
        f"{HANGS:.2f} s); {given_back} of the replies say that nothing was changed and hold every word that was sent, "
        f"{slept} were saved all the same; each next request is served, with the words as they were kept"
    )
    return Found(n=tried, wrong=len(wrong), said=said, examples=tuple(wrong[:4]))


@contextmanager
def _never_mended() -> Iterator[None]:
    MENDED["by"] = lambda: connection.execute_wrapper(DiskFull(1))
    try:
        yield
    finally:
        MENDED["by"] = nullcontext


R9 = Line(
    code="R9",
    says="A save whose k-th statement fails, for every k and five kinds of fault: all of it is on record or nothing, "
    "it says so, the page that says so holds every word that was sent, and the next request is served and has them too",
    unit="failed statements", measure=fails_at_every_statement, full=1_000_000, short=300, slice=20,
    asked="every write, every k, five kinds of fault",
    controls=(
        Control(
            words="the transaction is taken out", n=20,
            sabotage=replaced(("django.db.transaction.atomic", lambda *a, **k: nullcontext())),
        ),
        Control(
            words="the page that says it failed holds no words", n=20,
            sabotage=replaced(("holdfast.web.looked.held_words", lambda *a, **k: None)),
        ),
        Control(
            words="the draft is not found again", n=20,
            sabotage=replaced(("holdfast.casework.drafts.one", lambda *a, **k: None)),
        ),
        Control(words="what broke stays broken", n=20, sabotage=_never_mended),
    ),
)  # fmt: skip

LINES = (R9,)
