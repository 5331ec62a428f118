"""A web page as text: what a reader sees, a paragraph to a line."""

from html.parser import HTMLParser

from holdfast.inspection.printed import Printed, from_text

_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "nav", "form", "button", "footer"})
_BLOCKS = frozenset(
    "address article aside blockquote body br dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr li main "
    "ol p pre section table td th tr ul".split()
)


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.hidden += 1
        if tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN and self.hidden:
            self.hidden -= 1
        if tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(" ".join(data.split("\n")))


def read_web_page(markup: str) -> Printed:
    """The page's visible text, one paragraph to a line; scripts, menus and forms are left out."""
    seen = _Seen()
    seen.feed(markup)
    seen.close()
    return from_text("".join(seen.parts))
