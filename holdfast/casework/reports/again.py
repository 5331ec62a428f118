"""Reports that are on record, read again by today's reader: what it reads otherwise, and what people said that stays.

A correction is known by its text, a fate and an objective of the plan by the point's number and text. Where one of them
would no longer find its text the report is left as it is: nothing that a person said is lost to a better reader.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from holdfast.casework.reports.acts import FileRead, reader
from holdfast.casework.reports.fates import KeptFate
from holdfast.casework.reports.held import Document
from holdfast.casework.reports.kept import key_of
from holdfast.inspection.corrections import Correction, text_key
from holdfast.inspection.report import AREAS, VALUES, ImprovementPoint, Report, Statement
from holdfast.store.inspected import ReadingRow

Texts = Sequence[ImprovementPoint] | Sequence[Statement]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAgain:
    """One file read again. ``changes`` say what is read otherwise, ``lost`` what people said that would find no text.

    ``row`` is what may come on record: None where nothing differs, or where something would be lost.
    """

    name: str
    changes: tuple[str, ...]
    lost: tuple[str, ...]
    row: ReadingRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What people said of reports: every correction, every fate, and the points that the plan's objectives come from.

    ``points`` are addresses of points (``0123-1/point-2``), each with the title of its objective.
    """

    corrections: Sequence[Correction]
    fates: Sequence[KeptFate]
    points: Mapping[str, str]


def read_again(name: str, before: Sequence[Report], file: FileRead, said: Said) -> ReadAgain:
    """The file as it was read ``before`` beside how it is read now."""
    now = file.worth_keeping
    changes = tuple(_changes(before, now))
    lost = tuple(_lost(file.digest, before, now, said)) if changes else ()
    read = json.dumps([one.as_json() for one in now], ensure_ascii=False)
    row = ReadingRow(digest=file.digest, reader=reader(), read=read) if changes and not lost else None
    return ReadAgain(name=name, changes=changes, lost=lost, row=row)


def _changes(before: Sequence[Report], now: Sequence[Report]) -> Iterator[str]:
    if len(before) != len(now):
        yield f"{len(now)} documents in it, where {len(before)} were read"
    for one, other in zip(before, now, strict=False):
        yield from _values(one, other)
        yield from _texts("point", one.improvement_points, other.improvement_points)
        yield from _texts("sentence", one.statements, other.statements)
        if _rest(one) != _rest(other):
            yield "paragraphs, or where a value was read, or why one was not"


def _rest(report: Report) -> tuple[object, ...]:
    """What is not told by itself when it differs."""
    return report.kind, report.n_pages, report.paragraphs, report.problems, report.evidence, report.reasons


def _values(before: Report, now: Report) -> Iterator[str]:
    pairs = [(key.replace("_", " "), getattr(before, key), getattr(now, key)) for key in VALUES]
    pairs += [(f"grade of {area.replace('_', ' ')}", before.judgements[area], now.judgements[area]) for area in AREAS]
    for what, was, is_now in pairs:
        if was != is_now:
            yield f"{what}: {'not read' if was is None else was}, now {'not read' if is_now is None else is_now}"


def _texts(what: str, before: Texts, now: Texts) -> Iterator[str]:
    """How many points or sentences are new, gone, on another page, or read otherwise."""
    was, are = Counter(one.text for one in before), Counter(one.text for one in now)
    pages, places = _by_text(before), _by_text(now)
    both = [pair for text in was & are for pair in zip(pages[text], places[text], strict=False)]
    moved = sum(one.page != other.page for one, other in both)
    otherwise = sum(_about(one) != _about(other) for one, other in both)
    counts = (
        ((are - was).total(), "new"), ((was - are).total(), "no longer read"), (moved, "on another page"),
        (otherwise, "with another theme or another way of speaking"),
    )  # fmt: skip
    for many, how in counts:
        if many:
            yield f"{many:,} {what if many == 1 else what + 's'} {how}"
    if was == are and [one.text for one in before] != [one.text for one in now]:
        yield f"{what}s in another order"


def _by_text(some: Texts) -> dict[str, list[ImprovementPoint | Statement]]:
    found: dict[str, list[ImprovementPoint | Statement]] = {}
    for one in some:
        found.setdefault(one.text, []).append(one)
    return found


def _about(one: ImprovementPoint | Statement) -> tuple[object, ...]:
    """What rules read of a text, who speaks, and how sure."""
    if isinstance(one, ImprovementPoint):
        return one.themes, one.addressee, one.framework_tag
    return one.themes, one.polarity, one.speaker, one.hedge, one.paragraph


def _lost(digest: str, before: Sequence[Report], now: Sequence[Report], said: Said) -> Iterator[str]:
    was, are = ({text_key(text) for text in _every_text(some)} for some in (before, now))
    for one in said.corrections:
        if one.text in was - are:
            yield f"a correction by {one.by} of a text that is read otherwise now"
    points = dict(_moved_points(digest, before, now))
    for fate in said.fates:
        if (address := f"{fate.document}/point-{fate.point}") in points:
            yield f"what {fate.by} confirmed of {points[address]}"
        stood, stands = (_has(fate.sentence, fate.later, digest, some) for some in (before, now))
        if stood and not stands:
            yield f"the sentence by which {fate.by} confirmed what became of a point of another report"
    for address, title in said.points.items():
        if address in points:
            yield f"{points[address]}, from which the objective {title!r} comes"


def _has(sentence: str, key: str, digest: str, reports: Sequence[Report]) -> bool:
    """Whether the document of this key is among them and has the sentence."""
    return any(
        Document(key=key, title="", day=None, report=one).has_words(sentence)
        for one in reports
        if key_of(digest, one.part) == key
    )


def _every_text(reports: Iterable[Report]) -> Iterator[str]:
    for one in reports:
        yield from (point.text for point in one.improvement_points)
        yield from (sentence.text for sentence in one.statements)


def _moved_points(digest: str, before: Sequence[Report], now: Sequence[Report]) -> Iterator[tuple[str, str]]:
    """Each point that no longer stands under its number with its words: its address, and what it is called."""
    then = {one.part: one for one in now}
    for report in before:
        there = then[report.part].improvement_points if report.part in then else []
        for place, (old, new) in enumerate(zip_longest(report.improvement_points, there), 1):
            if old is not None and (new is None or text_key(new.text) != text_key(old.text)):
                yield f"{key_of(digest, report.part)}/point-{place}", f"point {place}"
