"""A report out of the plain values that were made of it: what ``Report.as_json`` gives, back again."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast

from holdfast.inspection.report import (
    AREAS,
    VALUES,
    Evidence,
    ImprovementPoint,
    Kind,
    Paragraph,
    Report,
    Statement,
)

DAYS = frozenset({"inspection_start", "inspection_end", "publication_date"})
UNSURE = "Unsure: "


def report_of(told: Mapping[str, Any]) -> Report:
    """The report. KeyError, TypeError or ValueError where the values are not those of a report."""
    report = Report(file=str(told["file"]), part=int(told["part"]), kind=cast(Kind, told["kind"]))
    for key in VALUES:
        value = told[key]
        setattr(report, key, date.fromisoformat(value) if value is not None and key in DAYS else value)
    report.judgements = {area: told["judgements"][area] for area in AREAS}
    report.n_pages = int(told["n_pages"])
    evidence = {key: Evidence(page=one["page"], quote=one["quote"]) for key, one in told["evidence"].items()}
    report.improvement_points = [
        ImprovementPoint(
            **{**one, "themes": tuple(one["themes"])}, printed=evidence[f"improvement_points.{at}"].quote
        )
        for at, one in enumerate(told["improvement_points"])
    ]  # fmt: skip
    report.paragraphs = [Paragraph(**one) for one in told["paragraphs"]]
    report.statements = [
        _statement(one, report.paragraphs, evidence.get(f"statements.{at}"))
        for at, one in enumerate(told["statements"])
    ]
    # These two come with each point and each sentence, and are told again from them.
    report.evidence = {
        key: one for key, one in evidence.items() if not key.startswith(("improvement_points.", "statements."))
    }
    report.problems = [str(one) for one in told["problems"]]
    report.reasons = dict(told["reasons"])
    report.unsure = any(words.startswith(UNSURE) for words in report.problems)
    return report


def _statement(told: Mapping[str, Any], paragraphs: Sequence[Paragraph], evidence: Evidence | None) -> Statement:
    page = evidence.page if evidence else _page(told["paragraph"], told["text"], paragraphs)
    return Statement(
        **{**told, "page": page, "themes": tuple(told["themes"]), "matched": tuple(told["matched"])}
    )  # fmt: skip


def _page(number: int | None, text: str, paragraphs: Sequence[Paragraph]) -> int:
    """The page of the paragraph that a sentence stands in; of two with one number, of that which has the words."""
    numbered = [one for one in paragraphs if one.number == number]
    return next((one.page for one in numbered if text in one.text), numbered[0].page if numbered else 1)
