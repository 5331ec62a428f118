"""A duty refuses to exist without its law, and a local standard is never shown as law."""

import importlib

import pytest

from holdfast.duties.duty import Asked, Duty, LocalStandard, NoLaw
from holdfast.law.citation import Force
from holdfast.law.register import REGISTER, LocalNorm, UnknownClock, citations_for

ALL: tuple[Asked, ...] = importlib.import_module("holdfast.duties.register").ALL
DUTIES = [one for one in ALL if isinstance(one, Duty)]
STANDARDS = [one for one in ALL if isinstance(one, LocalStandard)]


def test_a_duty_without_a_citation_refuses_to_exist() -> None:
    with pytest.raises(NoLaw, match=r"cla-review-1.*cites no law"):
        Duty(code="cla-review-1", title="Hold the first review", ways=(), law=())


def test_a_duty_with_a_citation_exists() -> None:
    assert Duty(code="cla-review-1", title="Hold the first review", ways=(), law=citations_for("cla-review-1")).law


def test_a_local_standard_has_no_place_for_law() -> None:
    with pytest.raises(TypeError, match="law"):
        LocalStandard(code="cp-visit", title="Visit", ways=(), setting="visits", law=citations_for("cla-review-1"))  # type: ignore[call-arg]


def test_a_local_standard_without_a_setting_refuses_to_exist() -> None:
    with pytest.raises(ValueError, match="names no council setting"):
        LocalStandard(code="cp-visit", title="Visit", ways=(), setting="")


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: duty.code)
def test_every_duty_carries_the_law_that_the_register_has_for_its_code(duty: Duty) -> None:
    assert duty.law == REGISTER[duty.code]
    assert Force.LN not in {citation.force for citation in duty.law}


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda one: one.code)
def test_no_law_can_be_had_for_a_local_standard(standard: LocalStandard) -> None:
    assert standard.force is Force.LN
    with pytest.raises((LocalNorm, UnknownClock)):
        citations_for(standard.code)


def test_no_code_is_asked_twice() -> None:
    codes = [one.code for one in ALL]
    assert sorted(codes) == sorted(set(codes))
