"""Forty problems planted in Wexmouth: one child, one thing each, so that a list can be tried on them.

Each of the forty is another duty or drift rule. They are written beside the exported files, in
``planted_problems.csv``; the children look like any others.
"""

from holdfast.wexmouth.planted.at_home import AT_HOME
from holdfast.wexmouth.planted.in_care import IN_CARE
from holdfast.wexmouth.planted.looked_on import LOOKED_ON
from holdfast.wexmouth.planted.problem import PlantedProblem

PLANTED: tuple[PlantedProblem, ...] = (*AT_HOME, *IN_CARE, *LOOKED_ON)

__all__ = ["PLANTED", "PlantedProblem"]
