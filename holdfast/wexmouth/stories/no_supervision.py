"""Story 15: an audit finds ninety-two days without supervision."""

from collections.abc import Iterator
from datetime import date

from holdfast.record.field import Fact
from holdfast.record.oversight import Note, PlanAction, Supervision
from holdfast.wexmouth.in_good_time import in_need, referred, supervised
from holdfast.wexmouth.stories.story import Story
from holdfast.wexmouth.telling import Telling
from holdfast.wexmouth.workers import allocated, worker

LAST, AUDIT, HELD = date(2025, 11, 17), date(2026, 2, 17), date(2026, 2, 23)
URGENT_BY, ALL_BY, AGAIN_ON = date(2026, 2, 24), date(2026, 3, 17), date(2026, 4, 14)


def _audited(told: Telling) -> None:
    told.add(
        Note, on=AUDIT, kind="audit", theme="oversight", source="auditor",
        words_of_note="Requires improvement, moderated to inadequate: ninety-two days without supervision, "
        "because the manager's post was vacant and nobody covered it.",
    )  # fmt: skip
    for action, words, by, done in (
        ("urgent", "Hold a supervision with reflection", URGENT_BY, HELD),
        ("cover", "Name who supervises while a post is vacant", ALL_BY, date(2026, 3, 16)),
        ("re-audit", "Audit again", AGAIN_ON, AGAIN_ON),
    ):
        told.add(
            PlanAction, action=f"{told.child}-audit-{action}", words_of_action=words, set_on=AUDIT, for_day=by,
            done_on=done,
        )  # fmt: skip


def _tell() -> Iterator[Fact]:
    told = Telling("WX-S15-1")
    told.is_("Ellie-Mae", "Corrigan", date(2017, 12, 9), "F")
    begun = date(2025, 9, 22)
    referral = referred(told, "nia", begun, source="3A", assessed_on=date(2025, 11, 7))
    allocated(told, "nia", date(2025, 9, 23))
    in_need(told, "nia", date(2025, 11, 10), referral=referral)
    for day in (date(2025, 10, 20), LAST, HELD):
        told.add(Supervision, on=day, professional=worker("nia"), reflective=day == HELD)
    supervised(told, "nia", HELD)
    _audited(told)
    yield from told.facts


NO_SUPERVISION = Story(number=15, title="Ninety-two days without supervision", tell=_tell)
