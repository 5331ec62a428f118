"""What a reviewing officer does between reviews: looks at mid-point, says what is good, challenges until it changed."""

from dataclasses import replace
from datetime import date

from holdfast.casework.acts.act import Act, Doing, Part, Problem, Words
from holdfast.casework.acts.last_review import last_review
from holdfast.casework.acts.texts import signed
from holdfast.dates import say
from holdfast.duties.drift.challenge import iro_stage
from holdfast.record.field import Fact
from holdfast.record.oversight import Challenge, Note

THEMES = (
    ("brothers and sisters", "Brothers and sisters"), ("delay", "Delay in the plan"), ("home", "The home"),
    ("family time", "Family time"), ("school", "School"), ("health", "Health"), ("voice", "The child is not heard"),
    ("other", "Something else"),
)  # fmt: skip
STAGES = (("0", "An informal word first"), ("1", "Formal, stage 1"), ("2", "Formal, stage 2: head of service"),
          ("3", "Formal, stage 3: assistant director"), ("4", "Formal, stage 4: director"))  # fmt: skip
LAST_STAGE = 4
NEW = "new"
STAGE_MISSING, THEME_MISSING = "Choose a stage; one may be skipped.", "Choose a theme."
CAFCASS = "You may go to Cafcass at any stage; nothing here has to be finished first."


def _note_parts(what: str, hint: str) -> tuple[Part, ...]:
    return (
        Part(name="theme", label="Theme", kind="choice", choices=THEMES, missing="Choose a theme."),
        Part(name="text", label=what, hint=hint, missing=f"{what}: write it in a sentence or two."),
    )


def _note(kind: str, doing: Doing) -> list[Fact]:
    note = doing.id("note")
    return [
        Note(
            id=note, child=doing.child, on=doing.today, kind=kind, theme=doing.said("theme"), source=doing.asker.who,
            words_of_note=doing.said("text"), recorded_at=doing.made_at,
        ),
        *signed(doing, note, {"text": kind}, doing.today),
    ]  # fmt: skip


MID_POINT = Act(
    code="mid-point", title="Mid-point check", invites="Mid-point check", done="The mid-point check is on record.",
    parts=lambda doing: _note_parts("What has changed for the child since the review", "And what has not, and why."),
    facts=lambda doing: _note("mid-point check", doing), reads_first=lambda doing: last_review(doing.standing),
)  # fmt: skip

GOOD_PRACTICE = Act(
    code="good-practice", title="Say what was done well", invites="Say what was done well",
    done="The good-practice note is on record. Its worker can read it on the child's page.",
    parts=lambda doing: _note_parts("What was done well", "What somebody did, and what it meant to the child."),
    facts=lambda doing: _note("good practice", doing), reads_first=lambda doing: last_review(doing.standing),
)  # fmt: skip


def disputes(doing: Doing) -> dict[str, list[Challenge]]:
    """The challenges about this child that are not settled, by dispute, in order."""
    found: dict[str, list[Challenge]] = {}
    for one in doing.standing.of(Challenge):
        found.setdefault(one.dispute or one.id or "", []).append(one)
    return {
        key: sorted(some, key=lambda one: (one.stage or 0, one.raised_on or date.min))
        for key, some in sorted(found.items())
        if all(one.settled_on is None for one in some)
    }


def _rows_of(doing: Doing) -> list[Challenge]:
    """Every row of the chosen challenge, settled or not: two people must not answer or settle past each other."""
    return [one for one in doing.standing.of(Challenge) if (one.dispute or one.id) == doing.said("dispute")]


def began(doing: Doing, dispute: str) -> dict[int, date]:
    """The day each formal stage of a challenge began, also of those to which it climbed by itself."""
    return {
        int(one.detail): one.since
        for one in iro_stage(doing.standing, doing.settings)
        if one.subject == dispute and one.since is not None and one.detail is not None
    }


def _told(doing: Doing) -> list[str]:
    told = []
    for key, some in disputes(doing).items():
        for one in some:
            stage = "informally" if not one.stage else f"at stage {one.stage:.0f}"
            reply = f"replied on {say(one.replied_on)}" if one.replied_on else "no reply on record"
            if one.raised_on is not None:
                told.append(f"Raised {stage} on {say(one.raised_on)} ({one.theme or 'no theme'}): {reply}.")
        raised = {one.stage for one in some}
        told += [
            f"It climbed by itself to stage {stage} on {say(day)}."
            for stage, day in sorted(began(doing, key).items())
            if stage not in raised
        ]
    return [*told, CAFCASS]


def _open_ones(doing: Doing) -> tuple[tuple[str, str], ...]:
    return tuple(
        (key, f"Goes on with: {some[0].theme or 'a challenge'} of {say(some[0].raised_on)}")
        for key, some in disputes(doing).items()
        if some[0].raised_on is not None
    )


def _stage_and_theme(*, follows: bool) -> tuple[Part, Part]:
    """What a new challenge says of itself; ``follows`` where one may go on instead, from which both follow."""
    if not follows:
        return (
            Part(name="stage", label="Stage", kind="choice", choices=STAGES, missing=STAGE_MISSING),
            Part(name="theme", label="Theme", kind="choice", choices=THEMES, missing=THEME_MISSING),
        )
    same = "As it follows from the challenge that goes on"
    return (
        Part(name="stage", label="Stage", kind="choice", choices=(("", f"{same}: the next stage"), *STAGES),
             at_times=True, hint="For a new challenge, or to skip a stage."),
        Part(name="theme", label="Theme", kind="choice", choices=(("", same), *THEMES), at_times=True,
             hint="Only for a new challenge."),
    )  # fmt: skip


def _challenge_parts(doing: Doing) -> tuple[Part, ...]:
    open_ones = _open_ones(doing)
    return (
        Part(name="dispute", label="New, or going on", kind="choice", choices=((NEW, "A new challenge"), *open_ones),
             missing="Choose whether this is new."),
        *_stage_and_theme(follows=bool(open_ones)),
        Part(name="text", label="What is not right for the child", missing="Say what is not right for the child."),
        Part(name="wanted", label="What has to change, and by when", missing="Say what has to change, and by when."),
        Part(name="to_child", label="What you tell the child", hint="In words the child would use."),
    )  # fmt: skip


def _reached(doing: Doing) -> int:
    """The stage at which the chosen challenge stands, also where it climbed there by itself."""
    key = doing.said("dispute")
    raised = [int(one.stage or 0) for one in disputes(doing).get(key, [])]
    return max([*raised, *began(doing, key)], default=0)


def _challenge_check(doing: Doing) -> list[Problem]:
    """What a new challenge has to say of itself, and what one that goes on cannot say otherwise."""
    some, found = disputes(doing).get(doing.said("dispute"), []), []
    if doing.said("dispute") == NEW and _open_ones(doing):
        asked = {"stage": STAGE_MISSING, "theme": THEME_MISSING}
        return [Problem(part=name, words=words) for name, words in asked.items() if not doing.said(name)]
    if some and doing.said("theme") not in ("", some[0].theme):
        words = "The theme follows from the challenge that goes on. Leave it, or choose a new challenge."
        found.append(Problem(part="theme", words=words))
    if some and doing.said("stage").isdecimal() and int(doing.said("stage")) < _reached(doing):
        words = f"It stands at stage {_reached(doing)} already. Choose that or a later one, or leave it."
        found.append(Problem(part="stage", words=words))
    return found


def _challenge_facts(doing: Doing) -> list[Fact]:
    row, key = doing.id("challenge"), doing.said("dispute")
    before = disputes(doing).get(key)
    dispute, theme = (key, before[0].theme) if before else (row, doing.said("theme"))
    stage = doing.said("stage") or str(min(_reached(doing) + 1, LAST_STAGE))
    return [
        Challenge(
            id=row, child=doing.child, stage=float(stage), raised_on=doing.today, theme=theme, dispute=dispute,
            recorded_at=doing.made_at,
        ),
        *signed(
            doing, dispute, {"text": "what is not right", "wanted": "what has to change", "to_child": "told the child"},
            doing.today,
        ),
    ]  # fmt: skip


CHALLENGE = Act(
    code="challenge", title="Challenge", invites="Challenge", done="The challenge is on record, and its days run.",
    parts=_challenge_parts, facts=_challenge_facts, reads_first=_told, check=_challenge_check,
    opens_with=lambda doing: {} if _open_ones(doing) else {"dispute": NEW},
    about=lambda doing: [one for some in disputes(doing).values() for one in some],
)  # fmt: skip


def _which(doing: Doing) -> Part:
    choices = tuple(
        (key, f"{some[-1].theme or 'A challenge'}, raised on {say(some[-1].raised_on)}")
        for key, some in disputes(doing).items()
        if some[-1].raised_on is not None
    )
    return Part(
        name="dispute", label="Which challenge", kind="choice", choices=choices,
        missing="Choose a challenge." if choices else "No challenge about this child is open.",
    )  # fmt: skip


def _only_one(doing: Doing) -> Words:
    """The open challenge, where there is only one to choose."""
    choices = _which(doing).choices
    return {"dispute": choices[0][0]} if len(choices) == 1 else {}


def _last(doing: Doing) -> Challenge | None:
    some = disputes(doing).get(doing.said("dispute"))
    return some[-1] if some else None


def _reply_facts(doing: Doing) -> list[Fact]:
    """The reply at the stage that waits for it, and each stage to which the challenge had climbed by itself."""
    last = _last(doing)
    assert last is not None
    key, fresh = last.dispute or last.id or "", begun_since(doing, last)
    answered, before = (fresh[-1], fresh[:-1]) if fresh else (last, [])
    promised = replace(doing, words={**doing.words, "for_day": say(day) if (day := doing.day("for_day")) else ""})
    parts = {"text": "reply", "by_whom": "by whom", "for_day": "by which day"}
    return [*before, replace(answered, replied_on=doing.today, recorded_at=doing.made_at),
            *signed(promised, key, parts, doing.today)]  # fmt: skip


def _reply_check(doing: Doing) -> list[Problem]:
    day = doing.day("for_day")
    if day is None or day >= doing.today:
        return []
    return [Problem(part="for_day", words=f"{say(day)} is over. Say by which day to come it will be done.")]


def begun_since(doing: Doing, last: Challenge) -> list[Challenge]:
    """The stages that began in silence after the last one on record, each as the row that tells of it."""
    key = last.dispute or last.id or ""
    return [
        Challenge(
            id=doing.id(f"challenge-{stage}"), child=doing.child, stage=float(stage), raised_on=day,
            theme=last.theme, dispute=key, recorded_at=doing.made_at,
        )
        for stage, day in sorted(began(doing, key).items())
        if stage > (last.stage or 0)
    ]  # fmt: skip


def _settle_facts(doing: Doing) -> list[Fact]:
    last = _last(doing)
    assert last is not None
    settled = replace(last, settled_on=doing.today, recorded_at=doing.made_at)
    parts = {"text": "what changed for the child", "to_child": "told the child"}
    return [settled, *signed(doing, last.dispute or last.id or "", parts, doing.today)]


REPLY = Act(
    code="reply-to-challenge", title="Reply to a challenge", invites="Reply to the challenge",
    done="The reply is on record.", facts=_reply_facts, reads_first=_told,
    parts=lambda doing: (
        _which(doing),
        Part(name="text", label="What will be done", missing="Say what will be done."),
        Part(name="by_whom", label="By whom", kind="line", missing="Say who does it."),
        Part(name="for_day", label="By which day", kind="day",
             missing="Say by which day: a reply without a day is no reply, and the challenge climbs on."),
    ),
    about=_rows_of, check=_reply_check, opens_with=_only_one,
)  # fmt: skip

SETTLE = Act(
    code="settle-challenge", title="Settle a challenge", invites="Settle the challenge",
    done="The challenge is settled, with what changed for the child.", facts=_settle_facts, reads_first=_told,
    parts=lambda doing: (
        _which(doing),
        Part(name="text", label="What changed for the child", missing="Say what changed, also if nothing."),
        Part(name="to_child", label="What you tell the child", hint="In words the child would use."),
    ),
    about=_rows_of, opens_with=_only_one,
)  # fmt: skip
