"""What goes well beside what does not: strengths noted, promises kept, actions done, changes looked at."""

from datetime import date

from holdfast.dates import Days, WorkingDays
from holdfast.record.in_care import CareReview
from holdfast.record.oversight import Challenge, ChangeEvent, Note, PlanAction
from holdfast.wexmouth.crowd.family import Life
from holdfast.wexmouth.telling import CARRIED_ON_TO, working_day_by

STRENGTHS = (
    ("school", "school", "On time every day this half term."),
    ("school", "school", "Read a whole book aloud to the class."),
    ("friends", "social worker", "Has a friend home for tea every week."),
    ("family", "social worker", "Grandad walks the children to school and back."),
    ("family", "social worker", "Mum rang us herself when she was worried."),
    ("health", "health visitor", "Growing well, and every injection done."),
    ("talents", "school", "Plays the drums in the assembly band."),
    ("talents", "child", "I can swim ten lengths now."),
    ("home", "foster carer", "Sleeps through the night since the new routine."),
    ("home", "child", "I like my room and the dog."),
    ("voice", "child", "I said what I wanted at my meeting and they wrote it down."),
)
ACTIONS = (
    "Book the speech and language appointment",
    "Ask the school for a named adult",
    "Family network meeting",
    "Apply for the nursery place",
    "Write down the morning routine with Dad",
    "Arrange time with grandparents",
    "Referral to the domestic abuse service",
)
PROMISES = ("A visit to the farm", "A photograph of the old house", "A phone call to a sister", "A new school bag")
CHANGES = ("birth", "new partner", "move", "exclusion", "bereavement")


def going_well(life: Life, since: date) -> None:
    """Notes of strengths, actions done or still to do, a promise kept, a big change that was looked at."""
    if since > CARRIED_ON_TO:
        return
    for _ in range(life.chance.number(0, 2)):
        theme, source, words = life.chance.one_of(STRENGTHS)
        day = life.chance.day(since, CARRIED_ON_TO)
        life.told.add(Note, on=day, kind="strength", theme=theme, source=source, words_of_note=words)
    for number in range(life.chance.number(0, 2)):
        _act(life, since, f"{life.told.child}-act-{number + 1}")
    if life.chance.odds(0.12):
        day = life.chance.day(since, CARRIED_ON_TO)
        kept = working_day_by(Days(life.chance.number(5, 40)).after(day))
        life.told.add(
            Note, on=day, kind="promise", theme="what matters to me", source="social worker", kept_on=kept,
            words_of_note=life.chance.one_of(PROMISES),
        )  # fmt: skip
    if life.chance.odds(0.08):
        day = life.chance.day(since, WorkingDays(-1).after(CARRIED_ON_TO))
        looked = WorkingDays(1).after(day)
        life.told.add(ChangeEvent, on=day, kind=life.chance.one_of(CHANGES), looked_on=looked)


def _act(life: Life, since: date, action: str) -> None:
    """An action of the plan: done by its day, moved at most once, or still ahead."""
    words = life.chance.one_of(ACTIONS)
    day = life.chance.day(since, CARRIED_ON_TO)
    by = working_day_by(Days(life.chance.number(20, 55)).after(day))
    if life.chance.odds(0.2):
        life.told.add(PlanAction, action=action, words_of_action=words, set_on=day, for_day=by)
        day, by = working_day_by(Days(14).after(day)), working_day_by(Days(28).after(by))
    done = working_day_by(Days(life.chance.number(1, 6)).before(by))
    life.told.add(
        PlanAction, action=action, words_of_action=words, set_on=day, for_day=by,
        done_on=done if done <= CARRIED_ON_TO else None,
    )  # fmt: skip


def challenged(life: Life) -> None:
    """A reviewing officer asks, and is answered: mostly by an informal word, now and then at the first stage."""
    reviews = [one.held_on for one in life.told.of(CareReview) if one.held_on <= WorkingDays(-22).after(CARRIED_ON_TO)]
    if not reviews or not life.chance.odds(0.07):
        return
    raised = WorkingDays(2).after(life.chance.one_of(reviews))
    dispute = f"{life.told.child}-dispute-1"
    theme = life.chance.one_of(("school place", "time with family", "a plan without a date", "health"))
    formal = life.chance.odds(0.3)
    answered = WorkingDays(life.chance.number(2, 5)).after(raised)
    life.told.add(
        Challenge, stage=0.0, raised_on=raised, replied_on=None if formal else answered, theme=theme, dispute=dispute,
        settled_on=None if formal else answered,
    )  # fmt: skip
    if formal:
        first = WorkingDays(5).after(raised)
        replied = WorkingDays(life.chance.number(2, 5)).after(first)
        settled = WorkingDays(life.chance.number(1, 6)).after(replied)
        life.told.add(
            Challenge, stage=1.0, raised_on=first, replied_on=replied, settled_on=settled, theme=theme,
            dispute=dispute,
        )  # fmt: skip
