"""Pictures: plain values in, an SVG of our own out. Nothing is asked, decided or counted here but places on paper.

Every picture is an image with a title in words and stands beside a table that says the same. What something looks
like is said by classes (static/holdfast/pictures.css), never by a style attribute, which the pages forbid.
`key` makes the picture's ids its own: two pictures on one page need two keys.
"""

from holdfast.web.pictures.council import Visit, council_line_picture
from holdfast.web.pictures.days import CalendarDay, calendar_picture
from holdfast.web.pictures.grades import GradeBand, GradeRow, LineMark, MarkRow, grades_picture
from holdfast.web.pictures.journey import Lane, Mark, Span, journey_picture
from holdfast.web.pictures.months import Bar, Level, Point, bars_picture, line_picture, small_trend
from holdfast.web.pictures.plan import PlanBar, plan_picture
from holdfast.web.pictures.shares import Share, shares_picture
from holdfast.web.pictures.themes import ThemeYear, theme_picture
from holdfast.web.pictures.tiles import MapTile, tiles_picture

__all__ = [
    "Bar",
    "CalendarDay",
    "GradeBand",
    "GradeRow",
    "Lane",
    "Level",
    "LineMark",
    "MapTile",
    "Mark",
    "MarkRow",
    "PlanBar",
    "Point",
    "Share",
    "Span",
    "ThemeYear",
    "Visit",
    "bars_picture",
    "calendar_picture",
    "council_line_picture",
    "grades_picture",
    "journey_picture",
    "line_picture",
    "plan_picture",
    "shares_picture",
    "small_trend",
    "theme_picture",
    "tiles_picture",
]
