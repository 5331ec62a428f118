"""The question worth asking beside each number of a paper: it opens a conversation, and accuses nobody."""

from collections.abc import Mapping
from types import MappingProxyType

from holdfast.casework.findings import FindingNow
from holdfast.casework.improvement import ActionNow, DecisionNow
from holdfast.casework.packs.pack import MeasureOutside
from holdfast.measures.promise import InspectionFinding

KEPT_BACK = "Where a number is too small to show, ask too: has somebody looked at each of these children, one by one?"
CANNOT_SAY = "What would have to be put on record before this can be said, and who sees to it?"

QUESTIONS: Mapping[str, tuple[str, str]] = MappingProxyType({
    "re-referrals": (
        "When a child comes back, who sets the new worry beside the last one?",
        "What do people do now that they did not do before, and would a family notice it?",
    ),
    "assessments-in-45": (
        "What is a family told while an assessment takes longer?",
        "Does somebody also read them for what they say about the child?",
    ),
    "conferences-in-15": (
        "What keeps the child safe in the days between?",
        "Are the people who know the child in the room?",
    ),
    "reviews-on-time": (
        "Which decisions about children wait when a review waits?",
        "How did children take part, and what did that change?",
    ),
    "visits-on-time": (
        "How does anybody notice that a child has not been seen, and who goes then?",
        "How many children are seen alone, and what do they say?",
    ),
    "three-or-more-workers": (
        "Which changes of worker were for the child's sake, and which for ours?",
        "What do children say of staying with one worker?",
    ),
    "open-temporary-approvals": (
        "What does each family wait for, and who can move it?",
        "What do the families say helped?",
    ),
    "supervision-gaps": (
        "Is there a manager with time to talk for every team?",
        "What changed for a child because it was talked about?",
    ),
    "return-interviews": (
        "What would make a child want to talk with us?",
        "What was learned, and did it reach the child's plan?",
    ),
    "pathway-reviews": (
        "Which plans no longer say what is true about home and money?",
        "Do young people know what their plan says?",
    ),
})  # fmt: skip
"""By the measure's code: what to ask while it is not getting better, and what while it is."""

STALLED = "What would have to be different in three months for this line to go, and who will say so?"
GOOD = "What made this possible, and who should hear that it was noticed?"
PACE = "Which of these would a child have noticed first, had it come in time?"
MOVED = "What would make the next day hold?"
LATE = "What stands in the way of each, and whose is it to move?"
OUTPUT_ONLY = "What would a child notice of each of these?"
HELD = "How would we notice if one of these slipped back?"
NOTHING_HELD = "Which action is nearest to being held, and what does it need?"

CLAIMED = "What is seen from where it is claimed that the record does not show?"
MODEST = "What has helped, and does the plan know of it?"
SAME = "How would a child know the difference?"

DIFFERENCE: Mapping[str, str] = MappingProxyType({
    "re-referrals": "What would a child tell us once, and not have to tell us again?",
    "assessments-in-45": "What would a family know sooner than before?",
    "conferences-in-15": "What would be safer for a child a week sooner?",
    "reviews-on-time": "Which decision would a child no longer wait for?",
    "visits-on-time": "Would a child say that somebody came, and listened?",
    "three-or-more-workers": "Would a child say that there is one person who stays?",
    "open-temporary-approvals": "What would a child who lives with relatives no longer have to worry about?",
    "supervision-gaps": "For which child did a talk between worker and manager change the week?",
    "return-interviews": "What would a child who ran, and came back, find different here?",
    "pathway-reviews": "What in the plan would a young person use on the first evening in a home of their own?",
    "in-need-plan-long": "What would a child whose plan is old say has changed at home?",
    "hl-same-day": "Who would find such a child, if no list did?",
    "iro-dispute": "What became different for a child after somebody disagreed?",
})  # fmt: skip
"""What to ask about a finding, by the measure that it rests on, else by the first of its codes."""

GOOD_STATES = frozenset({"improving", "holding"})


def of_measure(one: MeasureOutside) -> str:
    """What to ask about a measure's last month."""
    if one.last.missing is not None or one.trend.state == "cannot say":
        return CANNOT_SAY
    worse, better = QUESTIONS[one.measure.code]
    return better if one.trend.state in GOOD_STATES else worse


def of_finding(one: FindingNow) -> str:
    """What to ask about what is claimed of a finding, beside what the record shows."""
    if one.trend.asked_about:
        return CLAIMED
    if one.trend.state == "cannot say":
        return CANNOT_SAY
    behind = one.claim is not None and one.claim.says == "behind"
    return MODEST if behind and one.trend.state in GOOD_STATES else difference(one.finding)


def difference(one: InspectionFinding) -> str:
    """How a child would know that what the finding is about is another than it was."""
    return DIFFERENCE.get(one.shown.measure or next(iter(one.shown.codes), ""), SAME)


def of_action(one: ActionNow, late: bool) -> str:
    """What to ask about an action that slipped."""
    if one.days.done_on is not None:
        return "It came later than planned. Did it help all the same?"
    if one.days.moved > 1:
        return "The day has been moved before. What is different this time?"
    return "What stands in the way, and whose is it to move?" if late else "What made the day move?"


def of_decision(one: DecisionNow) -> str:
    """What to ask about a decision that is not done."""
    return "What stands in the way, and whose is it to move?" if one.state == "late" else "Is it still the right one?"
