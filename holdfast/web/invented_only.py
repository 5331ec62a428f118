"""Until who may see what is decided, only the invented council is served, and only to this machine."""

from collections.abc import Callable
from ipaddress import ip_address

from django.http import HttpRequest, HttpResponse

from holdfast.casework.birth import born_of_wexmouth

ONLY_WEXMOUTH = (
    "This database does not come from the invented council, so no page of it is served: who may see a real child is "
    "not decided here yet. Read real files with the `holdfast` command."
)
ONLY_HERE = "The invented council is served to this machine only. Open it on the machine that runs it."


class InventedOnly:
    """Answers nothing but the invented council, on the loopback address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand around the pages."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refuse in one sentence, or pass on."""
        if not _is_this_machine(request.META.get("REMOTE_ADDR", "")):
            return HttpResponse(ONLY_HERE, status=403, content_type="text/plain; charset=utf-8")
        if not born_of_wexmouth():
            return HttpResponse(ONLY_WEXMOUTH, status=503, content_type="text/plain; charset=utf-8")
        return self.get_response(request)


def _is_this_machine(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
