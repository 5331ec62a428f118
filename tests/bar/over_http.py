"""People who ask a real server over the loopback address."""

import http.client
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

from django.core.signing import get_cookie_signer

from holdfast.web.seats import COOKIE

ROOT = Path(__file__).parent.parent.parent
TOKEN = "a" * 32


def ask(port: int, seat: str, path: str, form: Mapping[str, str] | None = None) -> int:
    """How the server answers somebody in the seat; OSError or HTTPException where it does not."""
    cookies = {COOKIE: get_cookie_signer(salt=COOKIE).sign(seat), "csrftoken": TOKEN}
    heads = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        if form is None:
            link.request("GET", path, headers=heads)
        else:
            heads["Content-Type"] = "application/x-www-form-urlencoded"
            link.request("POST", path, body=urlencode({**form, "csrfmiddlewaretoken": TOKEN}), headers=heads)
        answer = link.getresponse()
        answer.read()
        return answer.status
    finally:
        link.close()
