"""What inspectors wrote, without a database: passages as they count, themes over time, search, lines and fates."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from holdfast.casework.acts.of_council import OfCouncil
from holdfast.casework.asker import Asker
from holdfast.casework.reports.acts import FileRead, confirming, correcting, reader, taking_in
from holdfast.casework.reports.fates import KeptFate, PointNow, points_now
from holdfast.casework.reports.held import Document, Library, Passage, library
from holdfast.casework.reports.line import line_of
from holdfast.casework.reports.over_time import over_time
from holdfast.casework.reports.searching import Question, search
from holdfast.dates import parse_moment
from holdfast.inspection.corrections import Correction
from holdfast.inspection.history.kept import council_history
from holdfast.inspection.reading import nothing_read
from holdfast.web import seats
from holdfast.wexmouth.reports import CODE, the_documents, the_steps

AT = parse_moment("2026-06-01T08:30")


def documents() -> list[Document]:
    return [Document(key=one.slug, title=one.title, day=one.published, report=one.report) for one in the_documents()]


WHOLE = library(documents())
REPORT = WHOLE.document("report-2023")
assert REPORT is not None


def the(document: str, beginning: str, of: Library = WHOLE) -> Passage:
    """The one passage of a document that begins so."""
    (found,) = [one for one in of.of(document) if one.text.startswith(beginning)]
    return found


DRIFT = the("letter-visit-2", "Reviewing officers recognise drift")


def said(text: str, **what: object) -> Correction:
    return Correction(text=text, by="Ade Bankes", at=AT, reason="Read again", **what)  # type: ignore[arg-type]


def doing(words: Mapping[str, str], seat: str = "team-manager") -> OfCouncil:
    return OfCouncil(asker=Asker.of(seats.BY_CODE[seat]), about="a", words=words, made_at=AT)


# --- passages --------------------------------------------------------------------------------------------------


def test_a_persons_word_counts_wherever_the_text_stands_and_what_was_read_is_kept_beside_it() -> None:
    assert DRIFT.polarity == "strength"
    put_right = library(documents(), [said(DRIFT.key, polarity="weakness")])
    now = the("letter-visit-2", "Reviewing officers recognise drift", put_right)
    assert (now.polarity, now.said.read_polarity, now.said.differs) == ("weakness", "strength", True)
    assert now.themes == DRIFT.themes
    others = [one for one in put_right.passages if one.key != DRIFT.key]
    assert not any(one.said.differs for one in others)


def test_a_library_of_a_day_has_what_had_come_out_by_then() -> None:
    assert WHOLE.by(date(2023, 7, 23)).document("report-2023") is None
    assert WHOLE.by(date(2023, 7, 24)).document("report-2023") is not None
    undated = library([replace(documents()[0], day=None)])
    assert len(undated.by(date(2000, 1, 1)).documents) == 1


# --- themes over time ------------------------------------------------------------------------------------------


def test_themes_are_counted_by_year_points_apart_and_each_polarity_by_the_same_count() -> None:
    every = {one.theme.id: one for one in over_time(WHOLE.passages)}
    assert len(every) == 28
    door = {one.year: one for one in every["front_door"].years}
    mine = [one for one in WHOLE.passages if "front_door" in one.themes and one.document.day]
    for year, counted in door.items():
        here = [one for one in mine if one.document.day and one.document.day.year == year]
        assert (counted.points, counted.strengths, counted.weaknesses, counted.mixed, counted.neutral) == tuple(
            sum(one.polarity == polarity for one in here)
            for polarity in (None, "strength", "weakness", "mixed", "neutral")
        )
    assert every["front_door"].told == len(mine) > 10
    assert sorted(door) == [2019, 2021, 2023, 2024, 2025, 2026]


def test_a_correction_moves_what_is_counted() -> None:
    def strengths(of: Library) -> int:
        return sum(
            year.strengths for one in over_time(of.passages) for year in one.years if one.theme.id == "workforce"
        )

    before = strengths(WHOLE)
    themed = library(documents(), [said(DRIFT.key, polarity="strength", themes=("workforce",))])
    assert strengths(themed) == before + 1


# --- search ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "met"),
    [
        (Question(words="pathway plans"), {"pathway", "plans"}),
        (Question(words="PLAN"), {"plan", "plans", "planning"}),
        (Question(theme="care_leavers", words="money"), {"money", "pathway plans", "young people", "plan"}),
    ],
)
def test_what_matched_is_told_and_stands_in_the_text(asked: Question, met: set[str]) -> None:
    hits = search(WHOLE.passages, asked)
    assert hits
    for one in hits:
        assert "".join(text for text, _ in one.pieces) == one.passage.text
        assert {word.lower() for word in one.matched} & met
        assert one.matched


def test_every_word_must_stand_at_the_beginning_of_a_word() -> None:
    assert not search(WHOLE.passages, Question(words="athway"))
    both = search(WHOLE.passages, Question(words="pathway money"))
    assert [one for one in both if "money" not in one.passage.text] == []
    assert search(WHOLE.passages, Question(words="(.*)")) == search(WHOLE.passages, Question())


def test_each_thing_that_is_asked_narrows_what_is_found() -> None:
    def found(asked: Question) -> list[Passage]:
        return [one.passage for one in search(WHOLE.passages, asked)]

    assert {one.polarity for one in found(Question(polarity="strength"))} == {"strength"}
    assert {one.kind for one in found(Question(kind="point"))} == {"point"}
    assert {one.document.day.year for one in found(Question(year=2024)) if one.document.day} == {2024}
    assert found(Question(council="E06000010")) == []
    assert len(found(Question(council=CODE))) == len(WHOLE.passages)
    assert {"front_door"} <= set.intersection(*(set(one.themes) for one in found(Question(theme="front_door"))))


# --- a council's line ------------------------------------------------------------------------------------------


def test_wexmouths_line_has_both_tracks_and_nothing_that_cannot_be() -> None:
    line = line_of(CODE, WHOLE.documents, the_steps())
    entries = line.entries(date(2026, 6, 1))
    assert [one.broken for one in entries if one.broken] == []
    assert {one.whose for one in entries} == {"Ofsted", "Department for Education"}
    ofsted, department = line.standing(date(2026, 6, 1))
    assert ofsted.startswith("Inadequate; 5 monitoring visits since.")
    assert department.startswith("In force: statutory direction and commissioner.")
    assert line.standing(date(2023, 7, 23))[0].startswith("Graded requires improvement.")


def test_a_report_of_an_inspection_that_the_files_have_is_not_told_twice() -> None:
    hull = council_history("E06000010")
    inspected = {"inspection_start": date(2019, 1, 14), "inspection_end": date(2019, 1, 25)}
    known = replace(REPORT.report, authority_code="E06000010", **inspected)  # type: ignore[arg-type]
    day = date(2019, 5, 17)
    same = Document(key="same", title="the same", day=day, report=known)
    assert len(line_of("E06000010", [same]).entries()) == len(hull.entries())
    later = {"inspection_start": date(2027, 1, 11), "inspection_end": date(2027, 1, 22)}
    other = replace(same, report=replace(known, publication_date=None, **later))  # type: ignore[arg-type]
    assert len(line_of("E06000010", [other]).entries()) == len(hull.entries()) + 1
    assert len(line_of("E06000010", [replace(other, report=nothing_read("f", "why", 0))]).entries()) == len(
        hull.entries()
    )


# --- fates -----------------------------------------------------------------------------------------------------


def now_of(point: int, kept: tuple[KeptFate, ...] = (), of: Library = WHOLE) -> PointNow:
    return points_now(of, REPORT, kept)[point - 1]


def kept_fate(now: PointNow, proposal: int = 0, **other: object) -> KeptFate:
    chosen = now.proposals[proposal]
    plain = KeptFate(
        document="report-2023", point=now.passage.place, text=now.passage.key, later=chosen.later.key,
        page=chosen.evidence.page, paragraph=chosen.evidence.paragraph, sentence=chosen.evidence.text,
        fate="persists", proposed=chosen.fate.fate, by="Omar Fadel, Reviewing officer", on=AT.date(), reason="",
    )  # fmt: skip
    return replace(plain, **other)  # type: ignore[arg-type]


def test_a_proposal_decides_nothing_and_says_why_it_was_made() -> None:
    now = now_of(1)
    assert (now.fate, now.confirmed) == ("not_revisited", None)
    assert now.words == "not settled: a later document may tell of it"
    assert now.proposals
    for one in now.proposals:
        assert len(one.evidence.shared) >= 2
        assert one.evidence.cues
        assert one.later.day is not None
        assert one.later.day > date(2023, 7, 24)


def test_a_point_of_the_last_document_is_raised_and_of_one_with_none_that_tells_not_revisited() -> None:
    early = WHOLE.by(date(2023, 7, 24))
    assert {one.fate for one in points_now(early, REPORT, ())} == {"raised"}
    assert now_of(5).fate == "not_revisited"
    assert not now_of(5).proposals
    assert now_of(5).words == "the rules found no sentence of it in a later report"


def test_what_a_person_confirmed_counts_the_latest_sentence_and_of_two_on_one_day_the_newer() -> None:
    now = now_of(1)
    first = kept_fate(now)
    assert (now_of(1, (first,)).fate, now_of(1, (first,)).confirmed) == ("persists", first)
    second = replace(first, fate="partly")
    assert now_of(1, (first, second)).confirmed == second
    assert now_of(1, (first, second)).history == (first, second)
    assert now_of(2, (first,)).confirmed is None


def test_a_fate_of_a_text_that_is_no_more_or_of_a_document_that_was_not_out_is_passed_over() -> None:
    now = now_of(1)
    assert now_of(1, (kept_fate(now, text="another"),)).confirmed is None
    assert now_of(1, (kept_fate(now, later="letter-gone"),)).confirmed is None
    early = WHOLE.by(date(2024, 2, 14))
    assert now_of(1, (kept_fate(now),), early).fate == "not_revisited"


# --- acts ------------------------------------------------------------------------------------------------------

RIGHT = {"polarity": "weakness", "themes": "iro_cp_chair", "reason": "Nobody answers them."}


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ({**RIGHT, "reason": " "}, "reason"),
        ({**RIGHT, "polarity": "strength"}, "themes"),
        ({**RIGHT, "polarity": "marvellous"}, "polarity"),
        ({**RIGHT, "themes": "gossip"}, "themes"),
    ],
)
def test_a_correction_needs_a_difference_a_reason_and_a_word_of_the_lists(words: Mapping[str, str], part: str) -> None:
    assert [one.part for one in correcting(DRIFT).amiss(doing(words))] == [part]


def test_a_correction_keeps_only_what_differs_beside_what_was_read() -> None:
    act = correcting(DRIFT)
    assert list(act.amiss(doing(RIGHT))) == []
    (row,) = act.rows(doing(RIGHT))
    assert (row.text, row.themes, row.polarity) == (DRIFT.key, None, "weakness")
    assert (row.read_themes, row.read_polarity) == ("iro_cp_chair", "strength")
    assert row.by == "Ade Bankes, Team manager"
    (row,) = act.rows(doing({**RIGHT, "polarity": "strength", "themes": ""}))
    assert (row.themes, row.polarity) == ("", None)


def test_a_point_has_no_polarity_to_correct() -> None:
    point = the("report-2023", "Initial child protection conferences, which")
    act, words = correcting(point), {"polarity": "strength", "themes": "workforce", "reason": "Because"}
    assert list(act.amiss(doing(words))) == []
    (row,) = act.rows(doing(words))
    assert (row.themes, row.polarity, row.read_polarity) == ("workforce", None, None)


def test_a_fate_is_confirmed_by_a_sentence_and_one_read_otherwise_says_why() -> None:
    now = now_of(1)
    act, first = confirming(now), now.proposals[0]
    assert [one.part for one in act.amiss(doing({}))] == ["sentence", "fate"]
    agreed = {"sentence": first.key, "fate": first.fate.fate}
    assert list(act.amiss(doing(agreed))) == []
    otherwise = {**agreed, "fate": "addressed"}
    assert [one.part for one in act.amiss(doing(otherwise))] == ["reason"]
    (row,) = act.rows(doing({**otherwise, "reason": "It was put right in May."}))
    assert (row.fate, row.proposed, row.sentence) == ("addressed", first.fate.fate, first.evidence.text)


STANDS = "Supervision has improved and now leads to decisions for the child in most teams."


@pytest.mark.parametrize(
    "words",
    [
        STANDS, STANDS.upper(), STANDS.removesuffix("."), f"“{STANDS}”\n", STANDS.replace(" ", "\n  "),
        "understood by partners. Supervision has improved", "Early help continues to be a strength",
    ],
)  # fmt: skip
def test_a_fates_own_sentence_is_taken_where_it_stands_in_the_later_document(words: str) -> None:
    named = {"sentence": "another", "later": "letter-visit-4", "page": "3", "fate": "partly", "words": words}
    assert list(confirming(now_of(1)).amiss(doing(named))) == []


@pytest.mark.parametrize(
    "words",
    [
        "Supervision has improved and leads to decisions.", "Supervision improved",
        "decisions for the child in most tea", "…",
        "Decisions on long child protection plans have improved since February.",
    ],
)  # fmt: skip
def test_a_fates_own_sentence_is_refused_where_it_stands_elsewhere_or_nowhere(words: str) -> None:
    named = {"sentence": "another", "later": "letter-visit-4", "page": "3", "fate": "partly", "words": words}
    (problem,) = confirming(now_of(1)).amiss(doing(named))
    assert problem.part == "words"
    assert "do not stand in Fourth monitoring visit, September 2025" in problem.words
    assert "Copy the sentence from it word for word" in problem.words


def test_a_fates_own_sentence_may_be_a_point_of_the_later_document() -> None:
    later = WHOLE.document("report-2023")
    assert later is not None
    assert later.has_words(later.report.improvement_points[0].text)
    assert not replace(later, report=replace(later.report, improvement_points=[])).has_words(
        later.report.improvement_points[0].text
    )


def test_a_file_that_holds_no_document_is_not_kept_and_says_why() -> None:
    empty = FileRead(digest="d", name="list.txt", size=9, reports=(nothing_read("list.txt", "A list of bread.", 1),))
    (problem,) = taking_in(empty).amiss(doing({}))
    assert "A list of bread." in problem.words
    assert list(taking_in(replace(empty, reports=(REPORT.report,))).amiss(doing({}))) == []
    assert "themes" in reader()
