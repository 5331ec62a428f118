"""What a report says of the inspection before it: the overall grade then, where it says one."""

import re
from collections.abc import Iterator

from holdfast.inspection.grades import GRADE, GRADE_WORDS, grade_of
from holdfast.inspection.points import BULLET
from holdfast.inspection.printed import Line, joined
from holdfast.inspection.report import Paragraph, Report
from holdfast.inspection.statements import sentences, sentences_of

_IN_A_LIST = re.compile(r"^\W*overall effectiveness\s*:\s*", re.IGNORECASE)
_LISTED_UNDER = re.compile(r"^\s*previous ofsted inspections\s*$", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:last|previous|previously|earlier|then|following)\b.{0,200}|\b(?:inspection|inspected|ilacs)\b.{0,60}\b20\d\d\b"
    r"|\bin (?:\w+ )?20\d\d\b|\bno longer\b",
    re.IGNORECASE,
)
_WHO = (
    r"(?:(?:the )?(?:local authority|council|authority)|(?:local authority |council )?(?:children[’']?s )?services"
    r"(?: for children(?: and (?:their )?families)?)?(?: in [A-Z][\w’' -]{2,40}?)?"
    r"|(?-i:[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})(?: children[’']?s services)?|(?:the )?service|they"
    r"|all (?:areas|services|judgements)|overall effectiveness(?: of .{3,70}?)?)"
)
_JUDGED = re.compile(
    rf"\b{_WHO}[,)]? (?:was|were|had been|had previously been) (?:previously )?(?:judged|rated|graded)"
    r"(?: overall)?(?: as| to be| as being| to)?(?: be)? ?[‘'“]?(?P<grade>" + GRADE_WORDS + r")",
    re.IGNORECASE,
)
_JUDGED_TO = re.compile(
    r"\binspection,? (?:of .{3,60}? )?in (?:\w+ )?20\d\d,? (?:which )?judged (?:the )?"
    r"(?:local authority|council|services|service|them) (?:as|to be|to)? ?(?P<grade>" + GRADE_WORDS + r")",
    re.IGNORECASE,
)
_SINCE_BEING = re.compile(
    r"\b(?:since being|last inspected in (?:\w+ )?20\d\d and|in 20\d\d, inspectors) judged"
    r"(?: (?-i:[A-Z])[\w -]{2,40} (?:children[’']?s )?services)?(?: to be| as| to)* ?(?P<grade>" + GRADE_WORDS + r")",
    re.IGNORECASE,
)
_OF_THE_WHOLE = re.compile(
    r"\b(?:judged(?: as| to be)?|judgement of) (?P<grade>" + GRADE_WORDS + r") for (?:its )?overall effectiveness"
    r"|\b(?:children[’']?s services|services for children)(?: in (?-i:[A-Z])[\w’' -]{2,40}?)? are no longer "
    r"(?P<left>" + GRADE_WORDS + r")",
    re.IGNORECASE,
)
"""Words that name the whole service's grade, whatever parts of it the sentence names beside it."""
_A_PART = re.compile(
    r"\b(?:children in (?:care|need)|care leavers?|looked after|help and protection|experiences and progress|front door"
    r"|adoption|fostering|children[’']?s homes?|predecessor|schools?|joint targeted|protection of children|safeguarding"
    r"|leadership)\b",
    re.IGNORECASE,
)
REASON = "Not said in words that could be read: the report names no overall grade of the inspection before it."


def read_previous_overall(report: Report, lines: list[Line], paragraphs: list[Paragraph]) -> None:
    """The overall grade of the inspection before, from its line in a list or from a sentence about the whole service.

    A sentence about one part of the service, or about a council that this one replaced, gives none.
    """
    for at, line in enumerate(lines):
        entry = _IN_A_LIST.match(line.text)
        if entry and report.framework == "SIF":
            text = joined(lines[at : at + 2])
            grade = GRADE.match(text, len(entry.group().lstrip()))
            if grade:
                report.say("previous_overall", grade_of(grade), line.page, text[: grade.end()])
                return
    for page, said in [*_prose(paragraphs), *_earlier_inspections(lines)]:
        found = _in_sentence(said)
        if found:
            report.say("previous_overall", found, page, said)
            return
    report.lack("previous_overall", REASON)


def _prose(paragraphs: list[Paragraph]) -> Iterator[tuple[int, str]]:
    """Each sentence that speaks of an inspection before this one, with its page."""
    for paragraph in paragraphs:
        for page, said in sentences_of(paragraph):
            if _EARLIER.search(said):
                yield page, said


def _earlier_inspections(lines: list[Line]) -> Iterator[tuple[int, str]]:
    """The sentences under the heading 'Previous Ofsted inspections' that tell of a whole service, with their page.

    The list tells of several inspections, most of them of a part of the service: only what is called overall
    effectiveness counts, and not where the sentence before says that a part was inspected.
    """
    begins = next((at for at, line in enumerate(lines) if _LISTED_UNDER.match(line.text)), None)
    if begins is None:
        return
    some = lines[begins + 1 : begins + 25]
    ends = next((at for at, line in enumerate(some) if line.text.strip().lower().startswith("local leadership")), 25)
    plain = [Line(text=BULLET.sub("", line.text, count=1), page=line.page) for line in some[:ends]]
    before = ""
    for said in sentences(joined(plain)):
        of_a_part = _A_PART.search(before) and "single inspection" not in before.lower()
        if "overall effectiveness" in said.lower() and not of_a_part:
            yield lines[begins].page, said
        before = said


def _in_sentence(said: str) -> str | None:
    whole = _OF_THE_WHOLE.search(said)
    if whole:
        named = GRADE.search(whole["grade"] or whole["left"])
        return grade_of(named) if named else None
    match = _JUDGED.search(said) or _JUDGED_TO.search(said) or _SINCE_BEING.search(said)
    if match is None or _A_PART.search(said[: match.end()]):
        return None
    grade = GRADE.search(match["grade"])
    return grade_of(grade) if grade else None
