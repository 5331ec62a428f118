"""Who may do what to whose record: the table as it must be, the matrix both ways, and looks as seats see children."""

from itertools import product

import pytest

from holdfast.casework.acts.improving import IN_THE_PLAN_BY_CODE
from holdfast.casework.acts.opening import OPENING
from holdfast.casework.acts.register import BY_CODE
from holdfast.casework.council import Council
from holdfast.casework.permissions import (
    ACTS,
    COUNCIL_TABLE,
    TABLE,
    NotThere,
    acts_of,
    basis,
    can,
    check_may,
    council_basis,
    read_council_table,
    read_table,
)
from holdfast.casework.relationships import IN_WORDS, relationships_of
from holdfast.casework.seats import Seat
from holdfast.casework.view import View
from holdfast.duties.standing import Standing
from holdfast.record.child import Child
from holdfast.record.columns import columns_from
from holdfast.record.field import Fact
from holdfast.record.front_door import Contact, Referral
from holdfast.record.in_care import PlacementRequest, ReviewingOfficer, TemporaryApproval
from holdfast.record.leaving_care import CareLeaver
from holdfast.record.people import Involvement, Person
from holdfast.record.register import NOUNS
from holdfast.web import seats
from holdfast.wexmouth.council import council_columns
from tests.casework.child_records import AT, d

MUST_BE = """
look                referral-officer social-worker team-manager reviewing-officer personal-adviser placement-officer
                                                                : allocated team reviews advises homes door
look                director                                    : service
visit-note          social-worker personal-adviser team-manager : allocated advises team
who-i-am            social-worker personal-adviser team-manager : allocated advises team
plan-action         social-worker personal-adviser team-manager : allocated advises team
correct             referral-officer social-worker team-manager reviewing-officer personal-adviser director
                                                                : allocated team reviews advises door service
decision            team-manager director                       : team service
supervision         team-manager                                : team
supervision         director                                    : service
pause               team-manager director                       : team service
allocate            team-manager director                       : team service
hand-over-note      social-worker team-manager director         : allocated team service handed
take-back           team-manager director                       : team service
leave               team-manager director                       : team service
mid-point           reviewing-officer                           : reviews
good-practice       reviewing-officer                           : reviews
challenge           reviewing-officer                           : reviews
settle-challenge    reviewing-officer                           : reviews
reply-to-challenge  team-manager director                       : team service
objective-claim     team-manager director                       : plan
objective-remark    team-manager reviewing-officer director     : plan
objective-day       team-manager director                       : plan
objective-done      team-manager director                       : plan
objective-action    team-manager director                       : plan
objective-resource  director                                    : plan
objective-decision  director                                    : plan
objective-close     director                                    : plan
objective-open      director                                    : service
objective-point     director                                    : service
"""
"""The table a second time, written by hand. Whoever changes the one has to mean it and change the other."""


def second_copy() -> list[tuple[str, frozenset[str], frozenset[str]]]:
    """The rules of the plain table; a line that begins with blanks goes on with the one before."""
    lines: list[str] = []
    for line in MUST_BE.strip().splitlines():
        if line.startswith(" "):
            lines[-1] += line
        else:
            lines.append(line)
    found = []
    for line in lines:
        left, _, right = line.partition(":")
        act, *who = left.split()
        found.append((act, frozenset(who), frozenset(right.split())))
    return found


def test_the_two_copies_of_the_table_are_equal() -> None:
    assert [(one.act, one.seats, one.relationships) for one in TABLE] == second_copy()


def test_every_seat_every_relationship_and_every_act_of_the_table_is_one_there_is() -> None:
    for act, who, ties in second_copy():
        assert who <= {one.code for one in seats.SEATS}
        assert ties <= IN_WORDS.keys()
        assert act in BY_CODE or act in IN_THE_PLAN_BY_CODE or act in OPENING or act in ("look", "leave")
        assert (ties == {"plan"}) is (act in IN_THE_PLAN_BY_CODE)
    assert BY_CODE.keys() | IN_THE_PLAN_BY_CODE.keys() | OPENING <= ACTS


@pytest.mark.parametrize(
    "rule",
    ['seats = []\nwith = ["team"]', 'seats = ["director"]\nwith = []', 'seats = ["director"]\nwith = ["cousin"]'],
)
def test_a_rule_that_names_nobody_or_a_tie_that_nobody_has_is_refused(rule: str) -> None:
    with pytest.raises(ValueError, match=r"permissions\.toml"):
        read_table(f'[[may]]\nact = "look"\n{rule}\n')


def a_child(*facts: Fact) -> Standing:
    """One child with these facts, at Wexmouth's moment."""
    whole = columns_from([Person(child="c", forename="Ada", surname="Fenn"), *facts], NOUNS)
    return Standing(whole.child("c"), AT)


def ties_of(seat: Seat) -> dict[str, Standing]:
    """A record for each thing that a person can have to do with a child, and one for nothing; each has only that."""
    own, team = seat.holder or "nobody", seat.team or "no team"
    since = d("2026-03-02")
    return {
        "allocated": a_child(Involvement(child="c", id="i", professional=own, team="elsewhere", started_on=since)),
        "team": a_child(Involvement(child="c", id="i", professional="another", team=team, started_on=since)),
        "reviews": a_child(ReviewingOfficer(child="c", id="r", professional=own, on=since)),
        "advises": a_child(CareLeaver(child="c", id="l", adviser=own)),
        "homes": a_child(PlacementRequest(child="c", id="p", on=since)),
        "door": a_child(Referral(child="c", id="f", on=d("2026-05-20"))),
        "handed": a_child(
            Involvement(child="c", id="old", professional=own, team="elsewhere", ended_on=since, recorded_at=AT),
            Involvement(
                child="c",
                id="hf-k-involvement",
                professional="another",
                team="elsewhere",
                started_on=since,
                recorded_at=AT,
            ),
        ),
        "nothing": a_child(),
    }


HAS = {
    "referral-officer": {"allocated": "allocated", "team": "team", "door": "door"},
    "social-worker": {"allocated": "allocated", "handed": "handed"},
    "team-manager": {"allocated": "allocated", "team": "team"},
    "reviewing-officer": {"allocated": "allocated", "reviews": "reviews"},
    "personal-adviser": {"allocated": "allocated", "advises": "advises"},
    "placement-officer": {"allocated": "allocated", "homes": "homes"},
}
"""Which tie of a record counts for which seat. The director leads the service whatever a record says; nobody else."""


def test_each_seat_has_to_do_with_a_child_only_what_the_record_says() -> None:
    for seat in (seats.LOOKING_ROUND, *seats.SEATS):
        for tie, standing in ties_of(seat).items():
            told = HAS.get(seat.code, {}).get(tie)
            wanted = {"service"} if seat.code == "director" else {told} if told else set()
            assert (seat.code, tie, set(relationships_of(seat, standing))) == (seat.code, tie, wanted)


def test_the_matrix_of_seat_by_tie_by_act_says_yes_where_the_table_does_and_no_everywhere_else() -> None:
    said = {"yes": 0, "no": 0}
    every = sorted(ACTS | {"no-such-act"})
    for seat in (seats.LOOKING_ROUND, *seats.SEATS):
        for (tie, standing), act in product(ties_of(seat).items(), every):
            has = "service" if seat.code == "director" else HAS.get(seat.code, {}).get(tie)
            wanted = any(act == one and seat.code in who and has in ties for one, who, ties in second_copy())
            assert (seat.code, tie, act, can(act, seat, standing)) == (seat.code, tie, act, wanted)
            assert (act in acts_of(seat, standing)) is wanted
            said["yes" if wanted else "no"] += 1
    assert said["yes"] > 60
    assert said["no"] > 700


def test_what_may_not_be_done_is_answered_as_though_it_were_not_there() -> None:
    chloe = seats.BY_CODE["social-worker"]
    with pytest.raises(NotThere):
        check_may("visit-note", chloe, a_child())
    with pytest.raises(NotThere):
        check_may("visit-note", chloe, Standing(Child(id="nobody", facts={}, held=a_child().held), AT))
    assert check_may("visit-note", chloe, ties_of(chloe)["allocated"]) == "allocated to the child"


def test_a_tie_that_is_over_or_not_yet_begun_counts_no_more() -> None:
    chloe, omar, parveen = (seats.BY_CODE[code] for code in ("social-worker", "reviewing-officer", "referral-officer"))
    over = Involvement(
        child="c", id="i", professional=chloe.holder, started_on=d("2025-01-06"), ended_on=d("2026-05-31")
    )
    to_come = Involvement(child="c", id="i", professional=chloe.holder, started_on=d("2026-06-02"))
    assert relationships_of(chloe, a_child(over)) == frozenset()
    assert relationships_of(chloe, a_child(to_come)) == frozenset()
    first = ReviewingOfficer(child="c", id="r1", professional=omar.holder, on=d("2025-01-06"))
    then = ReviewingOfficer(child="c", id="r2", professional="another", on=d("2026-01-06"))
    assert relationships_of(omar, a_child(first, then)) == frozenset()
    for day, wanted in (("2026-04-06", {"door"}), ("2026-04-05", set())):
        assert relationships_of(parveen, a_child(Contact(child="c", id="o", on=d(day)))) == wanted


def test_a_home_that_was_approved_for_a_time_is_a_tie_of_who_finds_homes() -> None:
    gary = seats.BY_CODE["placement-officer"]
    assert relationships_of(gary, a_child(TemporaryApproval(child="c", id="t", started_on=d("2026-05-01")))) == {
        "homes"
    }


def test_a_seat_sees_on_lists_exactly_the_children_at_whom_it_may_look() -> None:
    council, view = Council.of(council_columns(106, 1)), View(as_at=AT)
    looks = 0
    for child in sorted(council.names):
        facts = council.child(child, view)
        assert facts is not None
        standing = Standing(facts, view.as_at)
        for seat in seats.SEATS:
            assert (seat.code, child, seat.sees(council, view, child)) == (
                seat.code,
                child,
                can("look", seat, standing),
            )
            looks += can("look", seat, standing)
        assert seats.LOOKING_ROUND.sees(council, view, child)
        assert basis("look", seats.LOOKING_ROUND, standing) is None
    assert looks > len(council.names) + 25


OF_COUNCIL = """
take-in-report   director                                : leads the service
correct-reading  team-manager reviewing-officer director : reads what inspectors wrote for the council
confirm-fate     reviewing-officer director              : reads what inspectors wrote for the council
word-on-claim    director                                : leads the service
"""
"""What is about no child, a second time and by hand."""


def test_what_is_about_no_child_may_be_done_by_the_seats_of_the_table_and_nobody_else() -> None:
    lines = [line.partition(":") for line in OF_COUNCIL.strip().splitlines()]
    wanted = {left.split()[0]: (frozenset(left.split()[1:]), right.strip()) for left, _, right in lines}
    assert {one.act: (one.seats, one.basis) for one in COUNCIL_TABLE} == wanted
    for seat in (seats.LOOKING_ROUND, *seats.SEATS):
        for act in (*wanted, "look", "no-such-act"):
            who, basis_words = wanted.get(act, (frozenset(), ""))
            assert council_basis(act, seat) == (basis_words if seat.code in who else None)


@pytest.mark.parametrize("rule", ['seats = []\nbasis = "leads"', 'seats = ["director"]\nbasis = " "'])
def test_a_rule_of_the_council_that_names_nobody_or_gives_no_basis_is_refused(rule: str) -> None:
    with pytest.raises(ValueError, match=r"permissions\.toml"):
        read_council_table(f'[[of-council]]\nact = "look"\n{rule}\n')
