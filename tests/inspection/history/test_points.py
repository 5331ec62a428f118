"""What became of a point is proposed from a later sentence and confirmed by a person; silence is never success."""

from datetime import date

import pytest

from holdfast.inspection.history.points import CannotBe, LaterSentence, Point, PointFate, confirmed, fate_of, points_of
from holdfast.inspection.history.when import When
from holdfast.inspection.reading import read_document
from tests.inspection.history.invented_events import WEXMOUTH
from tests.inspection.invented_documents import ILACS_THREE

RAISED, LATER = When.of("2019-05-17"), When.of("2023-01-13")
POINT = Point(authority_code=WEXMOUTH, raised=RAISED, n=1, text="The time to the first visit.", page=2)


def sentence(written: str = "2023-01-13") -> LaterSentence:
    return LaterSentence(
        written=When.of(written), file="later.pdf", page=4, paragraph=12, text="First visits are no longer late.",
        shared=("first", "visit"), cues=("no longer",),
    )  # fmt: skip


PROPOSED = PointFate(point=POINT, fate="addressed", evidence=sentence())


def test_a_point_is_raised_until_a_later_report_is_read_and_then_not_revisited() -> None:
    assert fate_of(POINT, [], []) == ("raised", None)
    assert fate_of(POINT, [], [RAISED]) == ("raised", None)
    assert fate_of(POINT, [], [When.of("2019-05-18")]) == ("not_revisited", None)


def test_what_is_only_proposed_decides_nothing() -> None:
    assert fate_of(POINT, [PROPOSED], [LATER]) == ("not_revisited", None)
    agreed = confirmed(PROPOSED, "Director of practice", date(2023, 2, 1))
    assert fate_of(POINT, [PROPOSED, agreed], [LATER]) == ("addressed", agreed)
    assert agreed.is_confirmed
    assert not PROPOSED.is_confirmed


def test_a_person_may_read_another_fate_in_the_sentence_and_the_last_report_decides() -> None:
    early = confirmed(PROPOSED, "Ida", date(2023, 2, 1), "partly")
    late = confirmed(PointFate(point=POINT, fate="persists", evidence=sentence("2025-03-01")), "Ida", date(2025, 4, 1))
    assert early.fate == "partly"
    assert fate_of(POINT, [late, early], [LATER])[0] == "persists"
    assert fate_of(POINT, [early], [LATER])[0] == "partly"


def test_a_fate_of_another_point_is_not_this_ones() -> None:
    other = Point(authority_code=WEXMOUTH, raised=RAISED, n=2, text="Plans.", page=2)
    board = Point(authority_code=WEXMOUTH, raised=RAISED, n=1, text="The board.", page=2, addressee="lscb")
    agreed = confirmed(PROPOSED, "Ida", date(2023, 2, 1))
    assert fate_of(other, [agreed], [LATER])[0] == "not_revisited"
    assert fate_of(board, [agreed], [LATER])[0] == "not_revisited"


@pytest.mark.parametrize(("written", "refused"), [("2019-05-16", True), ("2019-05-17", True), ("2019-05-18", False)])
def test_only_a_later_sentence_can_tell(written: str, refused: bool) -> None:
    if refused:
        with pytest.raises(CannotBe, match="only a later report"):
            PointFate(point=POINT, fate="addressed", evidence=sentence(written))
    else:
        assert PointFate(point=POINT, fate="addressed", evidence=sentence(written)).evidence.place.startswith("18 May")


def test_a_confirmation_has_a_person_and_a_day_that_is_not_before_the_sentence() -> None:
    with pytest.raises(CannotBe, match="say who"):
        confirmed(PROPOSED, "  ", date(2023, 2, 1))
    with pytest.raises(CannotBe, match="both the name"):
        PointFate(point=POINT, fate="addressed", evidence=sentence(), confirmed_by="Ida")
    with pytest.raises(CannotBe, match="before the sentence"):
        confirmed(PROPOSED, "Ida", date(2023, 1, 12))
    assert confirmed(PROPOSED, "Ida", date(2023, 1, 13)).confirmed_by == "Ida"


@pytest.mark.usefixtures("invented_councils")
def test_points_come_from_a_report_with_their_place() -> None:
    (report,) = read_document("report.txt", ILACS_THREE.encode())
    points = points_of(report, RAISED)
    assert [(one.n, one.page, one.authority_code) for one in points] == [
        (1, 2, WEXMOUTH),
        (2, 2, WEXMOUTH),
        (3, 2, WEXMOUTH),
    ]
    assert len({one.key for one in points}) == 3
    report.lack("authority_code", "Not read.")
    assert points_of(report, RAISED) == ()
