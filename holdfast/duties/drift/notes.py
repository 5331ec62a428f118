"""What notes on record add up to: one worry again and again, an adult linked to an enquiry, something still lacking."""

from holdfast.dates import say
from holdfast.duties.drift.open_work import is_recent, known, last_of, manager_looks
from holdfast.duties.drift.rule import Finding, Needs, Rule, in_words, number
from holdfast.duties.settings import Settings
from holdfast.duties.standing import Standing
from holdfast.record.child_protection import Enquiry
from holdfast.record.front_door import Assessment
from holdfast.record.oversight import ManagementDecision, Note, Supervision

CONCERN, LINKED, GAP = "concern", "linked adult", "gap"


def repeated_concern(standing: Standing, settings: Settings) -> list[Finding]:
    """So many notes of concern on one theme since a manager last looked or a strategy discussion was held."""
    looked = last_of([*manager_looks(standing), *known(one.started_on for one in standing.of(Enquiry))])
    themes: dict[str, list[Note]] = {}
    for one in standing.of(Note):
        if one.kind != CONCERN or one.theme is None or one.on is None:
            continue
        if is_recent(one.on, standing, settings) and (looked is None or one.on > looked):
            themes.setdefault(one.theme, []).append(one)
    found = []
    for theme, notes in themes.items():
        days = known(one.on for one in notes)
        if len(days) >= number(settings, "concerns-on-one-theme"):
            found.append(
                Finding(
                    child=standing.child.id, state="raised", since=days[0], last_on=days[-1], count=len(days),
                    detail=theme,
                )
            )  # fmt: skip
    return found


def linked_adult_enquiry(standing: Standing, settings: Settings) -> list[Finding]:
    """Notes that an adult linked to the household is in an enquiry, with nobody's look at it on record since.

    A manager's look counts from the same day; a discussion in supervision, an assessment or an enquiry of the
    child's own on that day may have come before the note, so only a later one counts.
    """
    looked = last_of(manager_looks(standing))
    worked = last_of([
        *(one.on for one in standing.of(Supervision)),
        *(one.started_on for one in standing.of(Assessment)),
        *(one.started_on for one in standing.of(Enquiry)),
    ])  # fmt: skip
    days = known(
        one.on
        for one in standing.of(Note)
        if one.kind == LINKED
        and one.on is not None
        and is_recent(one.on, standing, settings)
        and (looked is None or looked < one.on)
        and (worked is None or worked <= one.on)
    )
    if not days:
        return []
    return [Finding(child=standing.child.id, state="raised", since=days[0], last_on=days[-1], count=len(days))]


def gap_unfilled(standing: Standing, settings: Settings) -> list[Finding]:
    """Each note that something the child needs has nobody to give it, until it says when somebody did."""
    return [
        Finding(child=one.child, state="raised", since=one.on, subject=one.id, count=1, detail=one.theme)
        for one in standing.of(Note)
        if one.kind == GAP and one.on is not None and one.kept_on is None
    ]


def _says_concern(one: Finding, settings: Settings) -> str:
    assert one.since is not None
    assert one.last_on is not None
    return (
        f"{in_words(one.count).capitalize()} concerns on one theme ({one.detail}) have been recorded over "
        f"{(one.last_on - one.since).days} days, from {say(one.since)} to {say(one.last_on)}; a manager is asked to "
        "look, and no look since is on record."
    )


def _says_linked(one: Finding, settings: Settings) -> str:
    assert one.since is not None
    return (
        f"Since {say(one.since)} it is on record that an adult linked to this household is in an enquiry; nothing "
        "later shows that somebody looked at what it means for this child."
    )


def _says_gap(one: Finding, settings: Settings) -> str:
    assert one.since is not None
    what = one.detail.capitalize() if one.detail else "Something the child needs"
    return f"{what}: since {say(one.since)} no provider is on record."


RULES: tuple[Rule, ...] = (
    Rule(
        code="repeated-concern",
        title="One worry has been noted again and again.",
        matter="repeated-concern",
        one=repeated_concern,
        needs=(Needs(noun=Note, fields=("kind", "theme", "on"), every=True),),
        answers=(ManagementDecision, Enquiry),
        unit="notes on one theme",
        threshold="Raised at {concerns-on-one-theme} notes on one theme within {look-back-months} months.",
        says=_says_concern,
        asks="Seen together, what do these notes say, and how do we hear it from the child?",
        closes="A manager's look or a strategy discussion on the day of the last note or later.",
    ),
    Rule(
        code="linked-adult-enquiry",
        title="An adult linked to the household is in an enquiry.",
        matter="linked-adult-enquiry",
        one=linked_adult_enquiry,
        needs=(Needs(noun=Note, fields=("kind", "on")),),
        answers=(ManagementDecision, Supervision, Assessment, Enquiry),
        unit="notes",
        threshold="Raised from the day of the note; the council sets no number.",
        says=_says_linked,
        asks="What does it mean for this child, and who needs to know no more than that?",
        closes="A manager's look; or, later, a supervision discussion, an assessment or an enquiry of the child's own.",
    ),
    Rule(
        code="gap-unfilled",
        title="Something the child needs has no provider.",
        matter="gap-unfilled",
        one=gap_unfilled,
        needs=(Needs(noun=Note, fields=("kind", "on", "kept_on")),),
        unit="gaps",
        threshold="Raised from the day of the note; the council sets no number.",
        says=_says_gap,
        asks="Who provides it, and from which day?",
        closes="The day on the note when the gap was filled.",
    ),
)
