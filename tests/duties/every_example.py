"""All worked examples, in the order of a child's journey."""

from tests.duties import examples_home, examples_in_care, examples_later
from tests.duties.examples import Example, NoDay

EXAMPLES: tuple[Example, ...] = (*examples_home.EXAMPLES, *examples_in_care.EXAMPLES, *examples_later.EXAMPLES)
SHOWN_ELSEWHERE = {("ms-rhi-72h", 1): "tests/duties/test_review_unseen.py: it is there only once it is late"}
"""Ways that no worked example can show from both sides, and where they are shown."""
WITHOUT_A_DAY: tuple[NoDay, ...] = (
    *examples_home.WITHOUT_A_DAY,
    *examples_in_care.WITHOUT_A_DAY,
    *examples_later.WITHOUT_A_DAY,
)
