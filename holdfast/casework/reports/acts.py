"""What people do with inspectors' words: take a document in, put right what was read of a text, confirm a fate."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast, get_args

from holdfast import __version__
from holdfast.casework.acts.act import Problem
from holdfast.casework.acts.of_council import CouncilAct, OfCouncil, Since
from holdfast.casework.asker import Asker
from holdfast.casework.reports.fates import PointNow, Proposal
from holdfast.casework.reports.held import Passage
from holdfast.casework.reports.kept import corrections_since, fates_since, key_of
from holdfast.inspection.history.points import FATE_WORDS, Fate, FoundFate
from holdfast.inspection.polarity import polarity_version
from holdfast.inspection.read_back import report_of
from holdfast.inspection.report import Polarity, Report
from holdfast.inspection.themes import in_order, themes, themes_version
from holdfast.store.acting import answered
from holdfast.store.inspected import CorrectionRow, DocumentRow, FateRow, Kept, has_document, kept_rows

TAKE_IN, CORRECT, CONFIRM = "take-in-report", "correct-reading", "confirm-fate"
OF_PASSAGES = frozenset({CORRECT, CONFIRM})
"""The acts that say something of a passage, in words that somebody may be long in writing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """A file that was read and is not on record yet: its content's digest, its name and size, and what is in it."""

    digest: str
    name: str
    size: int
    reports: tuple[Report, ...]

    @property
    def worth_keeping(self) -> tuple[Report, ...]:
        """The documents in it that are any."""
        return tuple(one for one in self.reports if one.kind != "not_a_report")


def reader() -> str:
    """Which reader reads here: the program's version, and those of its lists."""
    return f"Holdfast {__version__}, themes {themes_version()}, polarity {polarity_version()}"


def is_taken_in(digest: str) -> bool:
    """Whether a file of this content is on record."""
    return has_document(digest)


def taken_in_by(key: str, asker: Asker) -> str:
    """The address of the first document that this form of the asker's put on record; empty where it put none there."""
    before = answered(key) if key else None
    if before is None or (before.act, before.who) != (TAKE_IN, asker.who):
        return ""
    first = next(one.row for one in kept_rows(DocumentRow) if one.row.digest == before.child)
    return key_of(before.child, report_of(json.loads(first.read)[0]).part)


def taking_in(file: FileRead) -> CouncilAct:
    """Taking this file in. The same content twice changes nothing."""

    def amiss(doing: OfCouncil) -> Sequence[Problem]:
        if file.worth_keeping:
            return ()
        whys = " ".join(words for one in file.reports for words in one.problems)
        return (Problem(part="file", words=f"{file.name} holds no document that can be kept. {whys}".strip()),)

    def rows(doing: OfCouncil) -> Sequence[DocumentRow]:
        if has_document(file.digest):
            return ()
        read = json.dumps([one.as_json() for one in file.worth_keeping], ensure_ascii=False)
        return (DocumentRow(digest=file.digest, name=file.name, size=file.size, reader=reader(), read=read),)

    return CouncilAct(code=TAKE_IN, done="The document is on record.", amiss=amiss, rows=rows)


def correcting(passage: Passage) -> CouncilAct:
    """Putting right what was read of this passage. ``themes`` in the words are ids with blanks between them."""

    def new_themes(doing: OfCouncil) -> tuple[str, ...] | None:
        said = in_order(doing.said("themes").split())
        return None if said == passage.themes else said

    def new_polarity(doing: OfCouncil) -> Polarity | None:
        said = next((one for one in get_args(Polarity) if one == doing.said("polarity")), None)
        return None if passage.polarity is None or said == passage.polarity else said

    def amiss(doing: OfCouncil) -> Sequence[Problem]:
        found = []
        if strange := set(doing.said("themes").split()) - {one.id for one in themes()}:
            return (Problem(part="themes", words=f"Themes: {', '.join(sorted(strange))} is not one of those offered."),)
        if passage.polarity is not None and doing.said("polarity") not in get_args(Polarity):
            found.append(Problem(part="polarity", words="Say how the sentence speaks: choose one."))
        elif new_themes(doing) is None and new_polarity(doing) is None:
            found.append(Problem(part="themes", words="Nothing differs from what counts now. Change a theme or how it "
                                 "speaks, or leave it as it is."))  # fmt: skip
        if not doing.said("reason"):
            found.append(Problem(part="reason", words="Say why in a few words: whoever reads it next will ask."))
        return found

    def rows(doing: OfCouncil) -> Sequence[CorrectionRow]:
        said, read = new_themes(doing), passage.said
        return (CorrectionRow(
            text=passage.key, document=passage.document.key, passage=f"{passage.kind}-{passage.place}",
            themes=None if said is None else " ".join(said), polarity=new_polarity(doing),
            read_themes=" ".join(read.read_themes), read_polarity=read.read_polarity, by=doing.by,
            reason=doing.said("reason"),
        ),)  # fmt: skip

    def since(doing: OfCouncil, base: int) -> Sequence[Since]:
        return tuple(_since(one, _correction_words(one.row)) for one in corrections_since(passage.key, base))

    return CouncilAct(code=CORRECT, done="What was read is put right.", amiss=amiss, rows=rows, since=since)


ANOTHER = "another"
"""What the form says where none of the proposed sentences tells of the point, and the person names one."""


def confirming(now: PointNow) -> CouncilAct:
    """Saying what became of this point: by a sentence that is proposed, or by another one of a later document."""
    by_key = {one.key: one for one in now.proposals}

    def amiss(doing: OfCouncil) -> Sequence[Problem]:
        chosen, fate = by_key.get(doing.said("sentence")), doing.said("fate")
        another = doing.said("sentence") == ANOTHER or not by_key
        found = list(_amiss_of_another(now, doing)) if another else []
        if chosen is not None and doing.said("words"):
            words = "You chose a sentence that is proposed and wrote another one. Choose yours, or take it out."
            found.append(Problem(part="sentence", words=words))
        if chosen is None and not another:
            found.append(Problem(part="sentence", words="Choose the sentence that tells what became of it."))
        if fate not in get_args(FoundFate):
            found.append(Problem(part="fate", words="Say what became of it: choose one."))
        elif chosen is not None and fate != chosen.fate.fate and not doing.said("reason"):
            words = f"The rules propose: {FATE_WORDS[chosen.fate.fate]}. Say why you read it otherwise."
            found.append(Problem(part="reason", words=words))
        return found

    def rows(doing: OfCouncil) -> Sequence[FateRow]:
        return (_fate_row(now, by_key.get(doing.said("sentence")), doing),)

    def since(doing: OfCouncil, base: int) -> Sequence[Since]:
        passage = now.passage
        kept = fates_since(passage.document.key, passage.place, base)
        return tuple(_since(one, _fate_words(one.row)) for one in kept)

    return CouncilAct(code=CONFIRM, done="What became of it is confirmed.", amiss=amiss, rows=rows, since=since)


def _fate_row(now: PointNow, chosen: Proposal | None, doing: OfCouncil) -> FateRow:
    """What comes on record: with the place of the sentence that is proposed, else of the one that the person names."""
    row = FateRow(
        document=now.passage.document.key, point=now.passage.place, text=now.passage.key, later=doing.said("later"),
        page=int(doing.said("page") or 0), paragraph=None, sentence=" ".join(doing.said("words").split()),
        fate=doing.said("fate"), proposed="", by=doing.by, reason=doing.said("reason"),
    )  # fmt: skip
    if chosen is None:
        return row
    evidence = chosen.evidence
    return replace(
        row, later=chosen.later.key, page=evidence.page, paragraph=evidence.paragraph, sentence=evidence.text,
        proposed=chosen.fate.fate,
    )  # fmt: skip


def _amiss_of_another(now: PointNow, doing: OfCouncil) -> Iterator[Problem]:
    """What is amiss with a sentence that a person names: its document, its page, its words."""
    later = next((one for one in now.later if one.key == doing.said("later")), None)
    if later is None:
        yield Problem(part="later", words="Choose the later document in which the sentence stands.")
    page, pages = doing.said("page"), later.report.n_pages if later else 0
    if not (page.isdecimal() and len(page) < 5 and int(page) > 0):
        yield Problem(part="page", words="Say on which page it stands, as a number, so that another can find it.")
    elif later and int(page) > max(pages, 1):
        yield Problem(part="page", words=f"{later.title} has {pages} pages. Say on which of them it stands.")
    if not doing.said("words"):
        yield Problem(part="words", words="Write the sentence as it stands there: what became of it rests on it.")
    elif later and not later.has_words(doing.said("words")):
        yield Problem(part="words", words=f"These words do not stand in {later.title} as it was read here, so nobody "
                      "could find them. Copy the sentence from it word for word, without what goes before or after, "
                      "or choose the document in which it stands.")  # fmt: skip


def _since(kept: Kept, words: tuple[tuple[str, str], ...]) -> Since:
    return Since(who=kept.row.by, at=kept.made_at, words=tuple(one for one in words if one[1]))


def _correction_words(row: CorrectionRow) -> tuple[tuple[str, str], ...]:
    names = {one.id: one.name for one in themes()}
    said = "" if row.themes is None else ", ".join(names[one] for one in row.themes.split()) or "no theme"
    return (("Themes", said), ("How it speaks", row.polarity or ""), ("Why", row.reason))


def _fate_words(row: FateRow) -> tuple[tuple[str, str], ...]:
    fate = FATE_WORDS[cast(Fate, row.fate)]
    return (("What became of it", fate), ("By the sentence", row.sentence), ("Why", row.reason))
