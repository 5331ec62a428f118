"""The words of a grade, as printed in every set since 2013, and what each means here."""

import re

OUTSTANDING, GOOD, INADEQUATE = "Outstanding", "Good", "Inadequate"
REQUIRES_IMPROVEMENT, ADEQUATE, NOT_JUDGED = "Requires improvement", "Adequate", "Not judged"

GRADE = re.compile(
    r"(?P<outstanding>\boutstanding\b)"
    r"|(?P<requires>\brequir(?:es?|ing|ed)\s+improvement(?:\s+to\s+be\s+good)?\b)"
    r"|(?P<good>\bgood\b)"
    r"|(?P<inadequate>\binadequate\b)"
    r"|(?P<adequate>\badequate\b)"
    r"|(?P<unjudged>\bnot\s+judged\b)",
    re.IGNORECASE,
)

GRADE_WORDS = re.sub(r"\(\?P<\w+>", "(?:", GRADE.pattern)
"""The same without names for its parts, to be used inside another pattern."""

_CANONICAL = {
    "outstanding": OUTSTANDING,
    "requires": REQUIRES_IMPROVEMENT,
    "good": GOOD,
    "inadequate": INADEQUATE,
    "adequate": ADEQUATE,
    "unjudged": NOT_JUDGED,
}


def grade_of(match: re.Match[str]) -> str:
    """The grade that a match of ``GRADE`` means."""
    return _CANONICAL[str(match.lastgroup)]
