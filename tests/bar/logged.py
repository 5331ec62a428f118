"""S16: people work and things go wrong, and what the server said in its log is then searched for what is personal."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from http.client import HTTPException
from logging import NOTSET, WARNING, Handler, LogRecord, disable, getLogger
from pathlib import Path
from random import Random
from uuid import uuid4

from holdfast.casework.the_council import the_council
from holdfast.record.in_care import Placement
from holdfast.store.entries import position
from holdfast.web.log import WithoutAddresses
from tests.bar.ground import NOW, browser, children_for, filled, form_of, fresh
from tests.bar.line import Control, Found, Line
from tests.bar.over_http import ask
from tests.bar.running import into_the_log, running, sabotaged

SEAT = "team-manager"
HOME = "7 Harbour Steps, Wexmouth WX9 9ZZ"
"""Where a child lives, as somebody may write it anywhere."""

Step = tuple[str, str, Mapping[str, str] | None]
"""Who asks, at which address, and with which form."""


def steps(n: int) -> Iterator[Step]:
    """What people do, and what goes wrong, in turn: each kind with a child of its own."""
    children, chance = children_for("visit-note", SEAT), Random(16)
    others = sorted(set(the_council().names) - set(children))
    words = {**filled("visit-note", SEAT, children[0], "kept"), "saw": f"She lives at {HOME} now."}
    for turn in range(n):
        child, other = children[turn % len(children)], chance.choice(others)
        form = form_of(SEAT, words, uuid4().hex, position())
        name = the_council().name(child)
        yield from (
            (SEAT, f"/child/{child}", None),
            (SEAT, f"/child/{other}", None),
            ("portfolio-holder", f"/child/{child}", None),
            (SEAT, f"/child/{name.replace(' ', '%20')}", None),
            (SEAT, f"/child/{child}?as-at={HOME.replace(' ', '+')}", None),
            (SEAT, f"/team/{HOME.replace(' ', '%20')}", None),
            (SEAT, f"/child/{child}/do/visit-note", form),
            (SEAT, f"/child/{child}/do/visit-note", {**form, "key": uuid4().hex, "purpose": ""}),
            (SEAT, f"/child/{other}/do/visit-note", {**form, "key": uuid4().hex}),
            (SEAT, "/draft", {**form, "key": uuid4().hex, "child": child, "act": "visit-note"}),
            (SEAT, f"/child/{child}", form),
            (SEAT, f"/child/{child}/do/visit-note", {**form, "csrfmiddlewaretoken": HOME}),
        )  # fmt: skip


BROKEN = "CREATE TRIGGER bar_breaks BEFORE INSERT ON store_signedtext BEGIN SELECT RAISE(ABORT, 'it breaks'); END"


def nothing_personal_in_the_log(n: int) -> Found:
    """So many rounds of work, then one more while the record takes nothing; the log must not say of whom or what."""
    with fresh() as file, running(file) as server:
        answers = _rounds(n, file, lambda *one: _answer(server.port, *one))
        server.kill()
        personal = _personal()
        log = server.log.read_text(encoding="utf-8")
    return _searched(answers, log.splitlines(), personal)


def nothing_personal_in_the_log_here(n: int) -> Found:
    """The same with requests that no server of its own answers; their log goes through the product's own filter."""
    with fresh() as file, _heard() as lines:
        answers = _rounds(n, file, _answered_here)
        personal = _personal()
    return _searched(answers, [line for one in lines for line in one.splitlines()], personal)


def _rounds(n: int, file: Path, answer: Callable[..., str]) -> list[str]:
    """How so many rounds were answered, and one more while the record takes nothing."""
    answers = [answer(*one) for one in list(steps(n))]
    forms = list(steps(1))
    with closing(sqlite3.connect(file)) as record:
        record.execute(BROKEN)
    return answers + [answer(*one) for one in forms]


def _searched(answers: list[str], lines: list[str], personal: set[str]) -> Found:
    wrong = [line for line in lines if any(one in line for one in personal)]
    kinds = ", ".join(sorted(set(answers)))
    said = f"answered {kinds}; {len(lines)} lines in the log, searched for {len(personal):,} names, numbers and homes"
    return Found(n=len(answers), wrong=len(wrong), said=said, examples=tuple(dict.fromkeys(wrong))[:4])


class _Heard(Handler):
    """Keeps what the console would have said."""

    def __init__(self) -> None:
        super().__init__(WARNING)
        self.addFilter(WithoutAddresses())
        self.lines: list[str] = []

    def emit(self, record: LogRecord) -> None:
        self.lines.append(self.format(record))


@contextmanager
def _heard() -> Iterator[list[str]]:
    """What is logged meanwhile, and nobody else hears it."""
    root, heard = getLogger(), _Heard()
    before, off = root.handlers[:], root.manager.disable
    root.handlers = [heard]
    disable(NOTSET)
    try:
        yield heard.lines
    finally:
        root.handlers = before
        disable(off)


def _answered_here(seat: str, path: str, form: Mapping[str, str] | None) -> str:
    client = browser(seat)
    client.handler.enforce_csrf_checks = bool(form) and "csrfmiddlewaretoken" in form
    return str((client.get(path) if form is None else client.post(path, form)).status_code)


def _answer(port: int, seat: str, path: str, form: Mapping[str, str] | None) -> str:
    try:
        return str(ask(port, seat, path, form))
    except (OSError, HTTPException) as problem:
        return type(problem).__name__


def _personal() -> set[str]:
    """Every child's number and name, every home's postcode, and the home that somebody wrote down."""
    council = the_council()
    found = {HOME, HOME.split(",")[0], HOME.replace(" ", "%20"), *council.names}
    found |= {name for name in council.names.values() if " " in name}
    for child in council.names:
        facts = council.child(child, NOW)
        found |= {one.postcode for one in (facts.of(Placement) if facts else ()) if one.postcode}
    return found


S16 = Line(
    code="S16",
    says="The log says nothing of anybody: no child's number or name, no home, no word that somebody wrote, whatever "
    "goes wrong",
    unit="requests", measure=nothing_personal_in_the_log, full=40, short=5, asked="all artefacts of a whole run",
    controls=(
        Control(
            words="an address goes into the log", n=1, sabotage=lambda: sabotaged("what is written goes into the log")
        ),
    ),
    sliced=Line(
        code="S16", says="The log says nothing of anybody, whatever goes wrong: with no server of its own",
        unit="requests", measure=nothing_personal_in_the_log_here, full=1, short=1, slice=1,
        asked="all artefacts of a whole run",
        controls=(Control(words="an address goes into the log", n=1, sabotage=into_the_log),),
    ),
)  # fmt: skip

LINES = (S16,)
