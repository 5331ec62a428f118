"""Where things about a child are: the child's page and its marks, and the page that says why a date is what it is."""

from urllib.parse import quote

from holdfast.web.asking import Asking


def child_path(child: str) -> str:
    """The address of a child's page."""
    return f"/child/{quote(child, safe='')}"


def child_link(asking: Asking, child: str, mark: str = "") -> str:
    """The child's page at the moment that is looked at, perhaps at one mark of it."""
    return asking.link(f"{child_path(child)}{f'#{mark}' if mark else ''}")


def why_link(asking: Asking, child: str, code: str, number: int | None = None) -> str:
    """Why a date or a question is what it is, perhaps at one occurrence of it."""
    more = {"n": str(number)} if number else {}
    return asking.link(f"{child_path(child)}/why/{quote(code, safe='')}", **more)
