"""What a duty does not ask, and when, is written beside it and printed with it."""

import pytest

from docs.registers import duties_page
from holdfast.duties.duty import Asked
from holdfast.duties.register import ALL, BY_CODE

PAGE = duties_page()
WITH = [one for one in ALL if one.exceptions]
RESEARCHED = """
    fd-referrer-ack as-cfa-45wd cp-icpc-15wd cp-visit ct-26wk cla-review-1 cla-review-n cla-care-plan
    cla-placement-notify cla-reg25-extension cla-visit-permanent cla-visit-reg24 cla-iha cla-rha-u5 cla-dental
    cla-sdq cla-pep-first ad-a2-threshold cl-pathway-review cl-pa-visit-2mo cl-pa-contact-8wk ms-rhi-72h
    pf-definition-28d hl-56d-relief plo-letter-send plo-max-16wk
""".split()
"""The clocks of which the research names an exception."""


@pytest.mark.parametrize("asked", WITH, ids=lambda asked: asked.code)
def test_each_exception_is_printed_under_its_own_code(asked: Asked) -> None:
    part = PAGE.split(f"### `{asked.code}`")[1].split("### `")[0]
    assert f"- Exceptions: {asked.exceptions[0].lower()}{asked.exceptions[1:]}" in part


@pytest.mark.parametrize("code", RESEARCHED)
def test_each_exception_that_the_research_names_is_written(code: str) -> None:
    assert BY_CODE[code].exceptions.endswith(".")
