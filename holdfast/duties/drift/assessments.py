"""Assessments: older than the last big change, or begun again and again."""

from holdfast.dates import WorkingDays, say
from holdfast.duties.drift.open_work import is_recent, known, last_of
from holdfast.duties.drift.rule import Finding, Needs, Rule, in_words, number
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.front_door import Assessment
from holdfast.record.oversight import ChangeEvent, Note

BEGUN, FINISHED = "assessment begun", "assessment finished"


def assessment_older_than_change(standing: Standing, settings: Settings) -> list[Finding]:
    """Big changes after the last look at the assessment, once the time to look again is over.

    The last look is the latest day on which an assessment was begun or authorised or looked at again.
    """
    events, assessments = standing.of(ChangeEvent), standing.of(Assessment)
    looked = last_of([
        *(one.looked_on for one in events),
        *(one.started_on for one in assessments),
        *(one.authorised_on for one in assessments),
    ])  # fmt: skip
    later = sorted(
        (one.on, one.kind or "", one.id or "")
        for one in events
        if one.on is not None and is_recent(one.on, standing, settings) and (looked is None or one.on > looked)
    )
    if not later:
        return []
    first, (last_on, kind, event) = later[0][0], later[-1]
    due = WorkingDays(number(settings, "assessment-look-again-working-days")).after(first)
    if standing.today <= due:
        return []
    return [
        Finding(
            child=standing.child.id, state="raised", since=first, subject=event or None, last_on=last_on, due_on=due,
            count=len(later), detail=kind or None,
        )
    ]  # fmt: skip


def assessment_restarted(standing: Standing, settings: Settings) -> list[Finding]:
    """Assessments of one kind begun so many times since one was last finished."""
    notes = [one for one in standing.of(Note) if one.theme is not None and one.on is not None]
    found = []
    for theme in dict.fromkeys(one.theme for one in notes if one.kind == BEGUN):
        own = [one for one in notes if one.theme == theme]
        finished = last_of(one.on for one in own if one.kind == FINISHED)
        days = known(one.on for one in own if one.kind == BEGUN)
        days = [day for day in days if finished is None or day > finished]
        if len(days) >= number(settings, "assessment-starts") and is_recent(days[-1], standing, settings):
            found.append(
                Finding(
                    child=standing.child.id, state="raised", since=days[0], last_on=days[-1], count=len(days),
                    detail=theme,
                )
            )  # fmt: skip
    return found


def _says_older(one: Finding, settings: Settings) -> str:
    assert one.since is not None
    what = f" ({one.detail})" if one.detail and one.count == 1 else ""
    changes = "A big change" if one.count == 1 else f"{in_words(one.count).capitalize()} big changes"
    verb = "is" if one.count == 1 else "are"
    return (
        f"{changes} in the child's life since {say(one.since)}{what} {verb} on record; that the assessment was looked "
        "at again is not."
    )


def _says_restarted(one: Finding, settings: Settings) -> str:
    assert one.since is not None
    assert one.last_on is not None
    return (
        f"An assessment ({one.detail}) has been begun {in_words(one.count)} times since {say(one.since)}, last on "
        f"{say(one.last_on)}; that it was finished is not on record."
    )


RULES: tuple[Rule, ...] = (
    Rule(
        code="assessment-older-than-change",
        title="The assessment is older than the last big change.",
        matter="assessment-older-than-change",
        one=assessment_older_than_change,
        needs=(Needs(noun=ChangeEvent, fields=("on", "looked_on")),),
        answers=(Assessment,),
        unit="changes",
        threshold="Raised when more than {assessment-look-again-working-days} working day(s) have passed.",
        says=_says_older,
        asks="Does the assessment still hold after this, and what does it mean for the child?",
        closes="The day the assessment was looked at again, or an assessment begun or authorised since.",
    ),
    Rule(
        code="assessment-restarted",
        title="The same assessment has been begun again and again.",
        matter="assessment-restarted",
        one=assessment_restarted,
        needs=(Needs(noun=Note, fields=("kind", "theme", "on"), every=True),),
        unit="starts",
        threshold="Raised at {assessment-starts} starts.",
        says=_says_restarted,
        asks="What of the earlier ones still holds, and what is left to do?",
        closes="A note that the assessment was finished.",
    ),
)
