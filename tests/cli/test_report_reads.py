"""``holdfast report read``: what it prints, what it leaves with, and what a hostile file cannot do."""

import io
import json
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from holdfast.casework.apart import batches
from holdfast.casework.apart.limits import LIMITED, OF_A_BATCH, OF_A_PAGE
from holdfast.cli import report as command
from holdfast.cli.main import main
from tests.inspection.hostile_pdfs import HOSTILE
from tests.inspection.invented_documents import ARTICLE, ILACS_THREE, NOT_FOUND
from tests.inspection.made_pdfs import locked, of_pages

KEYS = [
    "file", "part", "kind", "authority", "authority_printed", "authority_code", "framework", "visit_type", "ordinal",
    "inspection_start", "inspection_end", "publication_date", "lead_inspector", "judgements", "previous_overall",
    "n_pages", "improvement_points", "paragraphs", "statements", "problems", "evidence", "reasons",
]  # fmt: skip
HULL = ILACS_THREE.replace("Wexmouth Borough", "Hull City")
"""An invented report under a real council's name: the command knows no other."""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(HULL, encoding="utf-8")
    return path


def told(capsys: pytest.CaptureFixture[str], *paths: Path, left: int = 0) -> list[dict[str, Any]]:
    assert main(["report", "read", *map(str, paths), "--format", "json"]) == left
    return list(json.loads(capsys.readouterr().out))


def test_json_is_an_array_of_one_object_a_document_with_exactly_these_keys(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (one,) = told(capsys, report)
    assert list(one) == KEYS
    assert (one["file"], one["part"], one["authority"]) == (str(report), 1, "Kingston upon Hull")
    assert (one["inspection_start"], one["inspection_end"]) == ("2019-02-04", "2019-02-15")
    assert list(one["judgements"]) == [
        "overall", "help_and_protection", "care", "care_leavers", "adoption", "leadership", "lscb",
    ]  # fmt: skip
    assert [list(point) for point in one["improvement_points"]] == [
        ["n", "text", "page", "addressee", "themes", "framework_tag"]
    ] * 3
    assert {tuple(paragraph) for paragraph in one["paragraphs"]} == {("number", "page", "section", "text")}
    assert {tuple(statement) for statement in one["statements"]} == {
        ("paragraph", "speaker", "text", "polarity", "hedge", "themes", "matched")
    }
    assert one["evidence"]["judgements.overall"] == {"page": 1, "quote": "Overall effectiveness Inadequate"}
    assert one["reasons"]["judgements.lscb"].startswith("Not in this set")


def test_every_point_and_statement_and_the_number_of_pages_have_their_page_and_words_in_the_json(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (one,) = told(capsys, report)
    for name in ("improvement_points", "statements"):
        assert one[name]
        assert [key for key in one["evidence"] if key.startswith(f"{name}.")] == [
            f"{name}.{at}" for at in range(len(one[name]))
        ]
    numbered = [at for at, each in enumerate(one["statements"]) if each["paragraph"] == 2]
    assert [one["evidence"][f"statements.{at}"] for at in numbered] == [
        {"page": 2, "quote": "A second thing stands here, and it goes over the page."}
    ]
    assert (one["n_pages"], one["evidence"]["n_pages"]) == (3, {"page": 3, "quote": "4. Leaders know the tide."})


def test_several_files_are_told_of_in_the_order_they_were_named_in(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, article = tmp_path / "gone.html", tmp_path / "article.txt"
    page.write_text(NOT_FOUND, encoding="utf-8")
    article.write_text(ARTICLE.replace("Wexmouth", "Hull").replace("Eastmarsh", "Trafford"), encoding="utf-8")
    found = told(capsys, article, page, report, left=1)
    assert [(Path(one["file"]).name, one["part"], one["kind"]) for one in found] == [
        ("article.txt", 1, "press_article"), ("article.txt", 2, "press_article"), ("gone.html", 1, "not_a_report"),
        ("report.txt", 1, "inspection_report"),
    ]  # fmt: skip


def test_the_table_tells_grades_points_pages_and_what_to_look_at(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report.write_text(HULL.replace("Overall effectiveness Inadequate\n", ""), encoding="utf-8")
    assert main(["report", "read", str(report)]) == 1
    said = capsys.readouterr().out
    assert "Kingston upon Hull" in said
    assert "3 to improve" in said
    assert "1. The time that a child on the island waits for the first visit. [page 2]" in said
    assert "look here: Not read: judgements.overall" in said


@pytest.mark.parametrize(("name", "teaches"), [("gone.pdf", "is not there"), (".", "is a folder")])
def test_a_file_that_is_not_there_is_said_and_nothing_is_read(
    name: str, teaches: str, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "read", str(report), str(report.parent / name)]) == 2
    said = capsys.readouterr()
    assert teaches in said.err
    assert said.out == ""


def test_a_locked_pdf_and_a_readable_one_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shut, open_one = tmp_path / "shut.pdf", tmp_path / "open.pdf"
    shut.write_bytes(locked())
    open_one.write_bytes(of_pages([[(72, 700, "A list: bread, milk.")]]))
    first, second = told(capsys, shut, open_one, left=1)
    assert "password" in first["problems"][0]
    assert "does not speak of an inspection" in second["problems"][0]


def test_a_file_that_takes_too_long_is_refused_and_the_next_is_read(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = (
        "import sys, time\nfor line in sys.stdin:\n"
        "    time.sleep(600 if 'slow' in line else 0)\n    print('[]', flush=True)"
    )
    monkeypatch.setattr(batches, "BEGIN", slow)
    found = list(batches.read_each([Path("slow.pdf"), report], lambda _: None, replace(OF_A_BATCH, seconds=0.5)))
    assert [one["file"] for one in found] == ["slow.pdf"]
    assert "longer than the 0.5 seconds" in found[0]["problems"][0]
    assert found[0]["kind"] == "not_a_report"


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("os.abort()", "1,024 MB of memory"), ("os._exit(70)", "1,024 MB of memory"),
        ("os._exit(1)", "stopped the reader"), ("print('{', flush=True)", "stopped the reader"),
        ("sys.stdout.write('[' * (1 << 17))", "has no end"),
    ],
)  # fmt: skip
def test_a_file_that_breaks_the_process_is_refused_with_the_true_reason_and_the_next_is_read(
    how: str, why: str, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaks = "import os, sys\nfor line in sys.stdin:\n    {how} if 'bomb' in line else print('[]', flush=True)"
    monkeypatch.setattr(batches, "BEGIN", breaks.format(how=how))
    monkeypatch.setattr(batches, "LONGEST_ANSWER", 1 << 16)
    done: list[str] = []
    found = list(batches.read_each([Path("bomb.pdf"), report], done.append))
    assert [one["file"] for one in found] == ["bomb.pdf"]
    assert why in found[0]["problems"][0]
    assert done == ["bomb.pdf", "report.txt"]


def test_what_the_process_answers_is_a_line_of_json_for_each_path(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = (str(report), str(report.parent / "gone.txt"))
    asked = "".join(f"{json.dumps([path, path])}\n" for path in paths)
    monkeypatch.setattr("sys.stdin", io.StringIO(asked))
    monkeypatch.setattr(batches, "hold", lambda limits: None)
    batches.serve(json.dumps(asdict(OF_A_BATCH)))
    first, second = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["kind"] for one in first] == ["inspection_report"]
    assert second[0]["problems"] == ["it cannot be opened: No such file or directory."]


@pytest.mark.skipif(not LIMITED, reason="this system cannot hold a process to limits")
def test_every_hostile_file_is_refused_with_its_reason_and_the_report_beside_them_is_read(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the memory that a page gives: whoever waits at a command may have more, and then the bomb takes longer."""
    limits = replace(OF_A_BATCH, memory=OF_A_PAGE.memory)
    monkeypatch.setattr(command, "read_each", partial(batches.read_each, limits=limits))
    paths = []
    for name, (data, _) in HOSTILE.items():
        paths.append(report.parent / name)
        paths[-1].write_bytes(data)
    *refused, read = told(capsys, *paths, report, left=1)
    assert {one["kind"] for one in refused} == {"not_a_report"}
    amiss = [
        (name, one["problems"]) for one, (name, (_, words)) in zip(refused, HOSTILE.items(), strict=True)
        if words not in one["problems"][0]
    ]  # fmt: skip
    assert amiss == []
    assert read["kind"] == "inspection_report"


def test_the_process_that_reads_may_not_take_more_memory_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = (
        "import json, sys; sys.path.insert(0, sys.argv[1]); from holdfast.casework.apart import batches as b; "
        "b.hold(b.Limits(**json.loads(sys.argv[2]))); "
    )
    over = "\ntry: bytearray(2 << 30)\nexcept MemoryError: sys.exit(b.OUT_OF_MEMORY)\nprint('[]', flush=True)"
    monkeypatch.setattr(batches, "BEGIN", f"{taken}{over}")
    (refused,) = batches.read_each([Path("bomb.pdf")], lambda _: None)
    assert "memory" in refused["problems"][0]
    monkeypatch.setattr(batches, "BEGIN", f"{taken}bytearray(2 << 20); print('[]', flush=True); sys.stdin.read()")
    assert list(batches.read_each([Path("small.pdf")], lambda _: None)) == []
