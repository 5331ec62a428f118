"""A press article: split by authority, each with its visit and its speakers, and less to be trusted than a report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from holdfast.inspection.authorities import Authority, named_in
from holdfast.inspection.days import WHOLE_DAY, days_said, first_and_last
from holdfast.inspection.grades import GRADE, GRADE_WORDS, grade_of
from holdfast.inspection.kinds import Document
from holdfast.inspection.letters import ordinal_of
from holdfast.inspection.printed import Line, squeezed, without_furniture
from holdfast.inspection.report import NOT_IN_THIS_SET, Paragraph, Report
from holdfast.inspection.rows import PATTERNS
from holdfast.inspection.speakers import spoken
from holdfast.inspection.statements import sentences_of

LOWER_TRUST = (
    "Reported by the press, not read in Ofsted's own document: less to be trusted. Link it to the visit it tells of, "
    "and check it against Ofsted's letter or report."
)
_INSPECTED = re.compile(
    r"\b(?:ofsted|inspect(?:ors?|ions?|ed|orate)|monitoring visits?|focus(?:s)?ed visits?|rat(?:ed|ing)|judg(?:ed|ing)"
    r"|inadequate)\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = (".", "!", "?", "”", '"', ":")
_VISIT = re.compile(r"\b(?P<kind>monitoring|focus(?:s)?ed) visit\b", re.IGNORECASE)
_REINSPECTED = re.compile(r"\bre-?inspect(?:ion|ed)\b", re.IGNORECASE)
_NEWLY = re.compile(
    rf"\b(?:council|authority) (?:now |still )?(?P<now>requires improvement(?: to be good)?)"
    rf"|\b(?:has been|have been|is|are|was|were)?\s*(?:rat(?:ed|ing)|judg(?:ed|ing)|grad(?:ed|ing))"
    rf"(?: (?:the |its )?(?:authority|council|services|children[’']?s services|it))?(?: overall)?(?: as| to be)?"
    rf" [‘'“\"]?(?P<grade>{GRADE_WORDS})",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?:since|after|following)\b.{{0,90}}?(?P<grade>{GRADE_WORDS})|\b20\d\d inspection\b.{{0,120}}?(?P<grade_2>"
    + GRADE_WORDS
    + r")|[‘'](?P<grade_3>inadequate)[’'] (?:authority|council)",
    re.IGNORECASE,
)
_ROW_TAIL = re.compile(
    rf"[,\s]*(?:was|were|is|are|has been|have been)?\s*(?:rated|judged|graded)?\s*(?:as|to be)?\s*[‘'“\"]?"
    rf"(?P<grade>{GRADE_WORDS})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(20\d\d)\b")
_ADDRESS = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\bTel:|©|\bcredit:", re.IGNORECASE)
_FIRST_ILACS_YEAR = 2018
_ENDLESS = 14
"""From so many words on, what stands amid the article and ends without a full stop is a paragraph that lost its own."""
_TOLD = 10
"""From so many words on, what is left out is told of, so that a person can look."""


@dataclass(slots=True)
class _Part:
    """What an article says of one authority."""

    council: Authority
    printed: str
    page: int
    quote: str
    blocks: list[Paragraph] = field(default_factory=list)

    @property
    def sentences(self) -> Iterator[tuple[int, str]]:
        """Each sentence with its page."""
        for block in self.blocks:
            yield from sentences_of(block)


def read_article(name: str, document: Document, n_pages: int) -> list[Report]:
    """One report for each authority that an article tells an inspection or a visit of."""
    lines = [line for page in document.pages for line in without_furniture(page)]
    blocks = article_paragraphs(lines)
    prose = _prose(blocks)
    left_out = [
        f"Left out, because it ends like no sentence: {_begins(one)}"
        for at, one in enumerate(blocks)
        if at not in prose and _is_left_out(one)
    ]
    reports = []
    for part in _by_authority(blocks, prose):
        report = Report(file=name, n_pages=n_pages)
        report.say("kind", "press_article", document.told_by.page, document.told_by.quote)
        report.problems += [LOWER_TRUST, *left_out]
        _fill(report, part)
        _published(report, blocks)
        reports.append(report)
    if not reports:
        report = Report(file=name, n_pages=n_pages, kind="press_article")
        report.problems += [
            LOWER_TRUST,
            *left_out,
            "Not read: no sentence ties an inspection or a visit to a council by name.",
        ]
        reports.append(report)
    return reports


def article_paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """The article's paragraphs. A line that follows without a gap goes on only where the one before breaks off."""
    blocks: list[list[Line]] = []
    for line in lines:
        text = squeezed(line.text)
        if not text:
            continue
        above = squeezed(blocks[-1][-1].text) if blocks else ""
        broken = 30 < len(above) < 130 and not above.endswith(_SENTENCE_ENDS)
        if blocks and not line.gap and broken:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [_paragraph(block) for block in blocks]


def _paragraph(block: Sequence[Line]) -> Paragraph:
    """A block's words, without the mark of a list."""
    first = re.sub(r"^[-–•*]\s+", "", squeezed(block[0].text))
    parts = [first, *(squeezed(one.text) for one in block[1:])]
    turns = tuple(
        (len(" ".join(parts[:at])) + 1, block[at].page)
        for at in range(1, len(block)) if block[at].page != block[at - 1].page
    )  # fmt: skip
    return Paragraph(number=None, page=block[0].page, section=None, text=" ".join(parts), turns=turns)


def _is_prose(block: Paragraph) -> bool:
    """A sentence or more: not a heading, a caption, a writer's name, an address or a list of links."""
    text = block.text
    return len(text.split()) > 3 and text.endswith(_SENTENCE_ENDS) and not _ADDRESS.search(text)


def _prose(blocks: Sequence[Paragraph]) -> frozenset[int]:
    """Which of the paragraphs are prose: sentences, and those amid them that lost their full stop.

    Before the first sentence stand titles, and after the last one links and addresses.
    """
    sure = [at for at, one in enumerate(blocks) if _is_prose(one)]
    amid = range(sure[0], sure[-1]) if sure else range(0)
    return frozenset((*sure, *(at for at in amid if _lost_its_stop(blocks[at]))))


def _lost_its_stop(block: Paragraph) -> bool:
    long = len(block.text.split()) >= _ENDLESS
    return long and block.text[-1].isalnum() and not _ADDRESS.search(block.text)


def _is_left_out(block: Paragraph) -> bool:
    """Whether so much is left out that a person should know: no heading, and no address."""
    return len(block.text.split()) >= _TOLD and not _ADDRESS.search(block.text)


def _begins(block: Paragraph) -> str:
    return f"“{' '.join(block.text.split()[:_TOLD])} …” (page {block.page})."


def _by_authority(blocks: Sequence[Paragraph], prose: frozenset[int]) -> list[_Part]:
    """The article's parts. A part begins where a council is named beside an inspection, a visit or a grade."""
    parts: dict[str, _Part] = {}
    current: _Part | None = None
    waiting: list[Paragraph] = []
    for at, block in enumerate(blocks):
        named = _tied(block, prose=at in prose, title=at == 0)
        if named is not None:
            start, end, council = named
            if council.name not in parts:
                printed = block.text[start:end]
                parts[council.name] = _Part(council, printed, block.page, block.text[max(0, start - 60) : end + 60])
            current = parts[council.name]
        if at not in prose:
            continue
        if current is None:
            waiting.append(block)
            continue
        current.blocks += [*waiting, block]
        waiting = []
    return [part for part in parts.values() if part.blocks]


def _tied(block: Paragraph, *, prose: bool, title: bool) -> tuple[int, int, Authority] | None:
    """The first council named in a paragraph that speaks of an inspection; None where none is."""
    if not (prose or ((title or len(block.text) < 160) and not _ADDRESS.search(block.text))):
        return None
    if not _INSPECTED.search(block.text):
        return None
    named = [one for one in named_in(block.text) if _is_a_council(block.text, one[0], one[1])]
    return named[0] if named else None


def _is_a_council(text: str, start: int, end: int) -> bool:
    """Whether a name in prose stands for the council: not a person's, a hall's or the first word of a verb's phrase."""
    if not text[start:end][0].isupper():
        return False
    after, before = text[end : end + 24], text[max(0, start - 12) : start]
    if re.match(r"\s+(?:Guildhall|Road|Street|University|Hospital|City (?:FC|Council tax)|Live|Post|News)\b", after):
        return False
    if re.search(r"\b(?:Mr|Mrs|Ms|Dr|Sir)\.? $", before):
        return False
    one_word_verb = text[start:end] in ("Reading", "Bury", "Barking", "Poole", "Bath")
    return not one_word_verb or bool(re.match(r"(?:[’']s?)?,? (?:borough |city )?council|[’']s\b|$|[.,]", after))


def _fill(report: Report, part: _Part) -> None:
    report.say("authority_printed", part.printed, part.page, part.quote)
    report.say("authority", part.council.name, part.page, part.quote)
    report.say("authority_code", part.council.code, part.page, part.quote)
    report.paragraphs = list(part.blocks)
    report.statements = list(spoken(part.blocks))
    report.lack("lead_inspector", "Not read: the press names no lead inspector.")
    report.lack("improvement_points", "Not read: an article retells points in its own words; read them in the report.")
    _grades(report, part)
    _visit(report, part)
    _earlier(report, part)
    _framework(report, part)
    _days(report, part)


def _grades(report: Report, part: _Part) -> None:
    """Grades that the article says were given now, by the words of each judgement's label."""
    for page, said in part.sentences:
        for label in PATTERNS["ILACS"].finditer(said):
            tail = _ROW_TAIL.match(said, label.end())
            area = str(label.lastgroup)
            key = f"judgements.{'care' if area == 'joint_care' else area}"
            if tail and key not in report.evidence:
                report.say(key, _grade(tail["grade"]), page, said)
                if area == "joint_care":
                    report.lack(
                        "judgements.care_leavers", "Not in this set: care leavers are judged together with care here."
                    )
    for page, said in part.sentences:
        newly = None if PATTERNS["ILACS"].search(said) else _NEWLY.search(said)
        if newly and "judgements.overall" not in report.evidence and not _is_earlier(said, newly.start()):
            report.say("judgements.overall", _grade(newly["now"] or newly["grade"]), page, said)


def _grade(words: str) -> str:
    match = GRADE.search(words)
    return grade_of(match) if match else words


def _is_earlier(said: str, at: int) -> bool:
    """Whether a grade in a sentence is one given before: 'since', 'after' or a year stands with it."""
    return bool(
        re.search(
            r"\b(?:since|after|following|previously|before|last)\b", said[max(0, at - 60) : at + 20], re.IGNORECASE
        )
    )


def _visit(report: Report, part: _Part) -> None:
    for page, said in part.sentences:
        match = _VISIT.search(said)
        if match:
            kind = "monitoring_visit" if match["kind"].lower() == "monitoring" else "focused_visit"
            report.say("visit_type", kind, page, said)
            found = ordinal_of(said)
            if found and kind == "monitoring_visit":
                report.say("ordinal", found[0], page, said)
            break
        if _REINSPECTED.search(said):
            report.say("visit_type", "reinspection", page, said)
            break
    graded = [key for key in report.evidence if key.startswith("judgements.")]
    if report.visit_type is None and graded:
        where = report.evidence[graded[0]]
        report.say("visit_type", "inspection", where.page, where.quote)
    if report.visit_type is None:
        _told_by_its_grade(report, part)
    if report.visit_type in ("monitoring_visit", "focused_visit"):
        for area in report.judgements:
            report.lack(f"judgements.{area}", "Not in this set: a visit gives no grades.")
    if report.visit_type != "monitoring_visit":
        report.lack("ordinal", "Not in this set: only monitoring visits are counted.")


def _told_by_its_grade(report: Report, part: _Part) -> None:
    """Only monitoring visits report progress on a service that stays inadequate, so such a text tells of one."""
    inadequate = next(
        ((page, said) for page, said in part.sentences if re.search(r"\binadequate\b", said, re.IGNORECASE)), None
    )
    progress = any(re.search(r"\b(?:progress|improv)", said, re.IGNORECASE) for _, said in part.sentences)
    if inadequate and progress:
        report.say("visit_type", "monitoring_visit", *inadequate)
        report.problems.append(
            "The article does not call it a monitoring visit. It is taken for one because it tells of progress at a "
            "service that stays inadequate, and gives no new grade."
        )


def _earlier(report: Report, part: _Part) -> None:
    for page, said in part.sentences:
        match = _BEFORE.search(said)
        words = match and (match["grade"] or match["grade_2"] or match["grade_3"])
        if words:
            report.say("previous_overall", _grade(words), page, said)
            return


def _framework(report: Report, part: _Part) -> None:
    """Focused visits and the labels of judgements are ILACS's; so is what follows a grade of 2018 or later."""
    graded = [key for key in report.evidence if key.startswith("judgements.") and key != "judgements.overall"]
    if report.visit_type == "focused_visit":
        where = report.evidence["visit_type"]
        report.say("framework", "ILACS", where.page, where.quote)
    elif graded:
        where = report.evidence[graded[0]]
        report.say("framework", "ILACS", where.page, where.quote)
        for area in ("adoption", "lscb"):
            report.lack(f"judgements.{area}", NOT_IN_THIS_SET)
    else:
        for page, said in part.sentences:
            years = [int(year) for year in _YEAR.findall(said)]
            if years and _INSPECTED.search(said) and GRADE.search(said):
                report.say("framework", "ILACS" if max(years) >= _FIRST_ILACS_YEAR else "SIF", page, said)
                return
        report.lack("framework", "Not read: the article names no framework and no year that would tell it.")


def _days(report: Report, part: _Part) -> None:
    for page, said in part.sentences:
        if not re.search(r"\b(?:visit|inspect)", said, re.IGNORECASE) or not WHOLE_DAY.search(said):
            continue
        match = re.search(r"\b(?:on|from|between) (\d{1,2}.{0,60}?20\d\d)", said)
        span = first_and_last(match[1]) if match else None
        if span:
            report.say("inspection_start", span[0], page, said)
            report.say("inspection_end", span[1], page, said)
            return
    for key in ("inspection_start", "inspection_end"):
        report.lack(key, "Not read: the article does not say on which days it was.")


def _published(report: Report, blocks: Sequence[Paragraph]) -> None:
    for block in blocks[:8]:
        if len(block.text) < 120 and re.search(r"\b(?:published|posted|by .+ on)\b", block.text, re.IGNORECASE):
            match = WHOLE_DAY.search(block.text)
            days = days_said(match.group()) if match else None
            if days:
                report.say("publication_date", days[0], block.page, block.text)
                return
    report.lack("publication_date", "Not printed: the article does not say when it was published.")
