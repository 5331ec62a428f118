"""Who I am: a few sentences about the child that everybody reads first, and corrections of what was signed."""

from holdfast.casework.acts.act import Act, Doing, Part, Problem, Words
from holdfast.casework.acts.texts import newest, signed
from holdfast.dates import say
from holdfast.record.field import Fact
from holdfast.record.writing import SignedText

WHO_I_AM = "who I am"


def _about(doing: Doing) -> list[Fact]:
    """Every version there is: two people writing at once must each see the other's words."""
    return [one for one in doing.standing.of(SignedText) if one.part == WHO_I_AM]


def _opens_with(doing: Doing) -> Words:
    last = newest(doing.standing, WHO_I_AM)
    return {"text": last.text or "" if last else ""}


def _reads_first(doing: Doing) -> list[str]:
    last = newest(doing.standing, WHO_I_AM)
    if last is None or last.on is None:
        return ["Nobody has written this yet."]
    by = doing.workers.get(last.author or "", last.author or "somebody")
    return [f"Last written by {by} on {say(last.on)}. What was written then is kept."]


ABOUT_ME = Act(
    code="who-i-am", title="Who I am", invites="Write who I am",
    done="It is on record, and the version before is kept.",
    parts=lambda doing: (
        Part(name="text", label="Who I am", hint="What somebody should know before they meet me. In my words if I can.",
             missing="Write a sentence or two."),
    ),
    facts=lambda doing: list(signed(doing, doing.child, {"text": WHO_I_AM}, doing.today)),
    opens_with=_opens_with, about=_about, reads_first=_reads_first,
)  # fmt: skip


def _corrections(doing: Doing) -> dict[str, SignedText]:
    """What each corrected text was corrected by, by the id of the corrected text."""
    return {one.corrects: one for one in doing.standing.of(SignedText) if one.corrects}


def _texts(doing: Doing) -> list[SignedText]:
    """The signed texts that may be corrected: those no other corrects and the chosen one, the newest first."""
    corrected, chosen = _corrections(doing), doing.said("corrects")
    some = [one for one in doing.standing.of(SignedText) if one.text and (one.id not in corrected or one.id == chosen)]
    return sorted(some, key=lambda one: str(one.recorded_at))[::-1]


def _chain(doing: Doing) -> list[SignedText]:
    """The chosen text and what others corrected it to since the form was opened, the newest last."""
    corrected = _corrections(doing)
    chain = [one for one in doing.standing.of(SignedText) if one.id == doing.said("corrects")]
    while chain and chain[-1].id in corrected:
        chain.append(corrected[chain[-1].id or ""])
    return chain


def _chosen(doing: Doing) -> SignedText | None:
    """The text as it reads now, which the correction will stand beside."""
    chain = _chain(doing)
    return chain[-1] if chain else None


def _correct_parts(doing: Doing) -> tuple[Part, ...]:
    choices = tuple(
        (one.id or "", f"{(one.part or 'text').capitalize()}, {say(one.on)}: {(one.text or '')[:60]}")
        for one in _texts(doing)
        if one.on is not None
    )
    return (
        Part(name="corrects", label="Which words", kind="choice", choices=choices, missing="Choose which words."),
        Part(name="text", label="As it should read", hint="Both stay on record, one beside the other.",
             missing="Write how it should read."),
        Part(name="why", label="Why", missing="Say why it is corrected."),
    )  # fmt: skip


def _correct_facts(doing: Doing) -> list[Fact]:
    before = _chosen(doing)
    assert before is not None
    return [
        SignedText(
            id=doing.id("text"), child=doing.child, subject=before.subject, part=before.part, text=doing.said("text"),
            on=before.on, author=doing.asker.who, corrects=before.id, reason=doing.said("why"),
            recorded_at=doing.made_at,
        )
    ]  # fmt: skip


def _correct_check(doing: Doing) -> list[Problem]:
    before = _chosen(doing)
    if before is not None and before.text == doing.said("text"):
        return [Problem(part="text", words="This is what it says already. Write how it should read instead.")]
    return []


CORRECT = Act(
    code="correct", title="Correct what was signed", invites="Correct what was signed",
    done="The correction is on record beside what it corrects.", parts=_correct_parts, facts=_correct_facts,
    check=_correct_check,
    about=lambda doing: _chain(doing)[1:],
)  # fmt: skip
