"""Who is speaking in a press article: the inspector, the council, a commissioner, the department, or the writer."""

import re
from collections.abc import Iterable, Iterator

from holdfast.inspection.report import Paragraph, Statement
from holdfast.inspection.statements import sentences_of, statement_of

INSPECTOR, COUNCIL, COMMISSIONER, DEPARTMENT = "inspector", "council", "commissioner", "department"

_SAID = r"\b(?:said|says|added|adds|told|commented|stated|insisted|explained|welcomed|continued)\b"
_ROLES = (
    (COMMISSIONER, r"\bcommissioner\b(?! of (?:services|police))"),
    (
        COUNCIL,
        r"\b(?:councillors?|cllr|portfolio[- ]holder|cabinet member|lead member|council leader|leader of"
        r"|chief executive|director (?:of|for) children|executive director|interim director|spokes\w+ for the council"
        r"|council spokes\w+|mayor)\b|\bcouncil(?= (?:said|says|added|told))",
    ),
    (DEPARTMENT, r"\b(?:DfE|Department for Education|minister|education secretary)\b"),
    (INSPECTOR, r"\b(?:ofsted|inspectors?|inspectorate|watchdog|the report)\b"),
)
_SPEAKS = tuple(
    (
        who,
        re.compile(
            rf"(?:{role}).{{0,160}}?{_SAID}"
            rf"|{_SAID},? (?:the |a |its )?(?:[A-Z][\w’'-]+,? ){{0,4}}(?:the |a |its )?(?:{role})",
            re.IGNORECASE,
        ),
    )
    for who, role in _ROLES
)
_FINDS = re.compile(r"\b(?:ofsted|inspectors?|inspectorate|watchdog|the report|the inspection)\b", re.IGNORECASE)
_PRONOUN = re.compile(rf"\b(?:he|she|they)\b \s*{_SAID}", re.IGNORECASE)
_IT = re.compile(rf"\bit (?:also )?{_SAID}", re.IGNORECASE)
_OPENS = ("“", '"')
_PERSONS = (COUNCIL, COMMISSIONER, DEPARTMENT)


def spoken(paragraphs: Iterable[Paragraph]) -> Iterator[Statement]:
    """Each sentence of an article with its speaker.

    A named role with a verb of saying speaks; ``he added`` goes on with the person before; a paragraph that opens in
    quotation marks goes on with the speaker before it. What nobody else says is told of the inspection.
    """
    before = INSPECTOR
    for paragraph in paragraphs:
        opens = paragraph.text.lstrip().startswith(_OPENS)
        speaker = before if opens and before in _PERSONS else INSPECTOR
        quoting = opens
        for page, said in sentences_of(paragraph):
            speaker = _speaker(said, speaker, before, quoting)
            quoting = _still_open(said, quoting)
            yield statement_of(paragraph, page, said, speaker)
            before = speaker


def _speaker(said: str, current: str, before: str, quoting: bool) -> str:
    for who, speaks in _SPEAKS:
        if who != INSPECTOR and speaks.search(said):
            return who
    if _PRONOUN.search(said):
        return before if before in _PERSONS else current
    if _IT.search(said) or _FINDS.search(said):
        return current if quoting and current in _PERSONS else INSPECTOR
    if quoting or said.lstrip().startswith(_OPENS):
        return current
    return INSPECTOR


def _still_open(said: str, quoting: bool) -> bool:
    """Whether quotation marks are still open after this sentence."""
    opened, closed = said.count("“"), said.count("”")
    straight = said.count('"') % 2
    state = quoting
    if straight:
        state = not state
    if opened > closed:
        return True
    if closed > opened:
        return False
    return state if not (opened or closed) else False
