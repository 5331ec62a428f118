"""The front page of an inspection report: whose, when, by whom, and the judgements, each read twice."""

import re
from collections.abc import Sequence
from datetime import date

from holdfast.inspection.authorities import authority_of
from holdfast.inspection.days import DAY, days_said, first_and_last
from holdfast.inspection.grades import GRADE, GRADE_WORDS, grade_of
from holdfast.inspection.printed import Line, Page, joined, squeezed
from holdfast.inspection.report import NOT_IN_THIS_SET, NOT_READ, Report
from holdfast.inspection.rows import NOT_A_KEY, PATTERNS, Row, rows_in_text
from holdfast.inspection.rows_again import rows_by_position, rows_from_the_end

DATES = re.compile(r"^\s*(?:re-?)?inspection dates?\s*:?\s*(?P<dates>.*)$", re.IGNORECASE)
LEAD = re.compile(r"\blead inspectors?( on site)?\s*:?\s*(?P<names>.*)$", re.IGNORECASE)
_DATES_AGAIN = re.compile(rf"inspection dates?\s*:?\s*(?P<dates>{DAY}(?:\s*(?:to|and|–|-|−)\s*{DAY})*)", re.IGNORECASE)
TITLE = re.compile(r"^(?P<before>.*?)\s*(?P<title>\b(?:re-?\s?)?inspection of\b.*)$", re.IGNORECASE)
_NAMED = re.compile(
    r"inspection of (?:the )?(?P<name>.+?)\s*(?:local authority\s+)?(?:children[’']?s|social care) (?:social care )?"
    r"services",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^inspection of (?:local authority )?(?:children[’']?s (?:social care )?services|services for|safeguarding)",
    re.IGNORECASE,
)
_UNDER_TITLE = re.compile(
    r"inspection of (?:services for )?looked[- ]after children(?:[’']?s)?(?: services)?\s+(?P<name>[A-Z].+)$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"^\s*(?:report )?published(?: on)?\s*:\s*(?P<day>.*)$", re.IGNORECASE)
_POST_NOMINALS = re.compile(
    r"[,\s]+(?:(?:her|his)\s+majesty.*|(?:senior\s+)?s?hmi\b.*|(?:senior\s+)?ofsted inspector.*"
    r"|\((?:s?hmi|ai|oi)\).*|regulatory inspection manager.*|(?:mbe|obe|cbe|ba|ma|msc|phd|cqsw)\b.*)$",
    re.IGNORECASE,
)
_NAME_WORD = r"[A-Z][\w’'.-]*"
_NAMES = re.compile(rf"^{_NAME_WORD}(?: (?:{_NAME_WORD}|d[ei]|van|von|de la|le|la))+$")


def read_title(report: Report, lines: Sequence[Line]) -> None:
    """The council's name as printed, and the council it means."""
    above = above_dates(lines)
    whole = joined(above)
    match = TITLE.match(whole)
    printed = ""
    if match:
        printed = squeezed(match["before"])
        if not printed and not _GENERIC.match(match["title"]):
            named = _NAMED.match(match["title"])
            printed = squeezed(named["name"]) if named else ""
        under = _UNDER_TITLE.search(match["title"])
        if not printed and under:
            printed = under["name"]
    if not printed:
        report.lack("authority_printed", "Not read: no council's name was found above the dates of the inspection.")
        report.lack("authority", "Not read: no council's name was found above the dates of the inspection.")
        return
    set_authority(report, printed, above[0].page if above else 1, whole)


def set_authority(report: Report, printed: str, page: int, quote: str) -> None:
    """Set the printed name and, by the table, the council and its code; or the reason why not."""
    report.say("authority_printed", printed, page, quote)
    council = authority_of(printed)
    if council is None:
        reason = f"Not read: {printed!r} is no name in the table of councils, and a part of a name is never taken."
        report.lack("authority", reason)
        report.lack("authority_code", reason)
        report.problems.append(f"The council's name {printed!r} is not in the table of councils. Add it there.")
        return
    report.say("authority", council.name, page, quote)
    report.say("authority_code", council.code, page, quote)


def above_dates(lines: Sequence[Line]) -> list[Line]:
    """The lines above the dates of the inspection; none where no such dates are printed."""
    above: list[Line] = []
    for line in lines:
        if DATES.match(line.text):
            return above
        above.append(line)
    return []


def read_dates(report: Report, lines: Sequence[Line]) -> None:
    """When the inspection was, and when its report was published where that is printed."""
    for at, line in enumerate(lines):
        match = DATES.match(line.text)
        if match is None:
            continue
        used = [line]
        said = squeezed(match["dates"])
        while _goes_on(said, lines, at + len(used)) and len(used) < 3:
            used.append(lines[at + len(used)])
            said = squeezed(f"{said} {used[-1].text}")
        span = first_and_last(said)
        if span is None:
            reason = f"Not read: {said[:80]!r} makes no day or range of days."
            report.lack("inspection_start", reason)
            report.lack("inspection_end", reason)
        else:
            report.say("inspection_start", span[0], line.page, joined(used))
            report.say("inspection_end", span[1], line.page, joined(used))
            _check_dates_again(report, lines, span)
        break
    _published(report, lines)


def _goes_on(said: str, lines: Sequence[Line], at: int) -> bool:
    """Whether the dates go on in the next line: they are none yet, or a joining word stands where they break off."""
    if at >= len(lines):
        return False
    return (
        first_and_last(said) is None
        or bool(re.search(r"(?:\band|\bto|[–-])$", said))
        or bool(re.match(r"\s*(?:and|to) \d", lines[at].text))
    )


def _published(report: Report, lines: Sequence[Line]) -> None:
    for line in lines:
        match = _PUBLISHED.match(line.text)
        if match is None:
            continue
        days = days_said(match["day"])
        if days and len(days) == 1:
            report.say("publication_date", days[0], line.page, squeezed(line.text))
        else:
            report.lack("publication_date", f"Not read: {squeezed(match['day'])[:60]!r} makes no day.")
        return
    report.lack("publication_date", "Not printed: this document does not say when it was published.")


def _check_dates_again(report: Report, lines: Sequence[Line], span: tuple[date, date]) -> None:
    """The second reading: over the whole front page as one text, every range of dates so named must be the same."""
    again = {first_and_last(match["dates"]) for match in _DATES_AGAIN.finditer(joined(lines))} - {None}
    if again != {span}:
        others = "; ".join(f"{one[0]} to {one[1]}" for one in sorted(found for found in again if found)) or "nothing"
        report.doubt(
            f"the dates of the inspection read as {span[0]} to {span[1]} line by line, and as {others} over the whole "
            "page. Look at the front page."
        )
        report.lack("inspection_start", "Unsure: two readings of the front page differ.")
        report.lack("inspection_end", "Unsure: two readings of the front page differ.")


def read_lead(report: Report, lines: Sequence[Line]) -> None:
    """Who led the inspection; two are joined by '; '. Letters after a name are left out."""
    for at, line in enumerate(lines):
        match = LEAD.search(line.text)
        if match is None or "deputy" in line.text.lower():
            continue
        said, used = squeezed(match["names"]), [line]
        if not said and at + 1 < len(lines):
            used.append(lines[at + 1])
            said = squeezed(lines[at + 1].text)
        names = people(said)
        if names:
            report.say("lead_inspector", "; ".join(names), line.page, joined(used))
            return
    report.lack("lead_inspector", "Not read: no lead inspector's name was found.")


def people(said: str) -> list[str]:
    """The names in a text such as ``Ann Lee HMI and Bo Day, Her Majesty's Inspectors``; none where one is no name."""
    said = re.sub(r"\s*,?\s*\b(?:her|his) majesty[’']?s (?:senior )?inspectors?\b", "", said, flags=re.IGNORECASE)
    names = []
    for part in re.split(r"\s*;\s*|\s+and\s+|\s*&\s*", said):
        name = part.strip(" ,.")
        while name != (shorter := _POST_NOMINALS.sub("", name).strip(" ,.")):
            name = shorter
        names += re.split(r",\s+", name)
    return names if all(_NAMES.match(name) for name in names) else []


def read_judgements(report: Report, page: Page, lines: Sequence[Line], framework: str, placed: bool) -> None:
    """Each row by its label, then again another way. Where the two differ the grade is left out and the doubt said."""
    rows = rows_in_text(lines, framework)
    again = rows_by_position(page.words, framework) if placed and page.words else rows_from_the_end(lines, framework)
    first: dict[str, list[Row]] = {}
    for row in rows:
        first.setdefault(row.area, []).append(row)
    areas = [area for area in PATTERNS[framework].groupindex if area not in NOT_A_KEY]
    for area in areas:
        key = f"judgements.{'care' if area == 'joint_care' else area}"
        found = first.get(area, [])
        grades = {row.grade for row in found}
        if not found and area not in again:
            continue
        if len(grades) == 1 and again.get(area) in grades:
            report.say(key, found[0].grade, found[0].page, found[0].quote)
        else:
            _differ(report, key, sorted(grades), again.get(area))
    if framework == "ILACS" and (first.get("joint_care") or "joint_care" in again):
        report.lack("judgements.care_leavers", "Not in this set: care leavers are judged together with care here.")


def _differ(report: Report, key: str, grades: list[str], again: str | None) -> None:
    one = " and ".join(grades) or "nothing"
    report.doubt(
        f"{key} reads as {one} by the label in the text, and as {again or 'nothing'} in the second reading of the "
        f"table. Look at the front page."
    )
    report.lack(key, "Unsure: two readings of the front page differ.")


def close_judgements(report: Report, framework: str, *, no_overall: bool = False) -> None:
    """Say of each judgement that was not read whether the set has it at all."""
    areas = set(PATTERNS[framework].groupindex)
    if framework == "SIF":
        areas |= {"overall"}
    for area, grade in report.judgements.items():
        key = f"judgements.{area}"
        if grade is not None or key in report.reasons:
            continue
        in_set = area in areas and not (area == "overall" and no_overall)
        report.lack(key, NOT_READ if in_set else NOT_IN_THIS_SET)
        if in_set:
            report.problems.append(f"Not read: {key}. Its row was not found on the page; look there.")


_OVERALL = re.compile(
    r"(?:the overall judgement is(?: that)?(?: children[’']?s services)?"
    r"|(?<!because )\bchildren[’']?s services(?: in .{2,70}?)?)\s+(?:are |is )?(?=(?:GRADE))".replace(
        "GRADE", GRADE_WORDS
    ),
    re.IGNORECASE,
)


def read_overall_sentence(report: Report, lines: Sequence[Line]) -> None:
    """The overall judgement of a single inspection: a sentence above the table, not a row of it."""
    for at, line in enumerate(lines):
        if not re.match(r"\s*(?:the overall judgement|children[’']?s services)", line.text, re.IGNORECASE):
            continue
        used = list(lines[at : at + 3])
        text = joined(used)
        match = _OVERALL.match(text)
        grade = GRADE.match(text, match.end()) if match else None
        if match and grade:
            report.say("judgements.overall", grade_of(grade), line.page, text[: grade.end()])
            _overall_again(report, lines, grade_of(grade))
            return
    report.lack("judgements.overall", "Not read: no sentence with the overall judgement was found on the front page.")
    report.problems.append("Not read: judgements.overall. Its sentence was not found on the front page; look there.")


def _overall_again(report: Report, lines: Sequence[Line], grade: str) -> None:
    """The second reading: over the page as one text, every sentence of this form must give the same grade."""
    whole = joined(lines)
    again = set()
    for match in _OVERALL.finditer(whole):
        found = GRADE.match(whole, match.end())
        if found:
            again.add(grade_of(found))
    if again != {grade}:
        said = " and ".join(sorted(again)) or "nothing"
        report.doubt(f"the overall judgement reads as {grade} in its line, and as {said} over the whole page.")
        report.lack("judgements.overall", "Unsure: two readings of the front page differ.")
