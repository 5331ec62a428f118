"""The server: on the loopback address and no other. It answers from the first moment, and makes the first pages ready
beside that: a page that is not ready says how far it is, and what somebody types is kept meanwhile.
"""

import errno
import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.test import Client
from waitress.server import create_server

from holdfast.web.looked import MADE_READY
from holdfast.web.machine import account
from holdfast.web.receiving import LARGEST_UPLOAD
from holdfast.web.working_out import PATIENT

HERE = "127.0.0.1"
TRIED = 20
"""How many ports are tried, one after the other."""

LINKS = 2000
"""So many links may be open at once. A browser opens up to six and keeps them: past the limit a person would wait
until others go home."""

ENDS_WITHIN = 3.0
"""So many seconds are waited for the server to end. Whoever still has a page open from it does not keep it."""

FIRST_PAGES = ("/", "/monday", "/team/", "/measures/", "/registers/")
"""Pages that many look at first, and that take longest to work out for the first time."""


class NoPort(Exception):
    """None of the ports that were tried is free."""


def server_on(port: int) -> tuple[Any, int]:
    """A server that listens on the port, or on the next that is free, and which that is; NoPort where none is."""
    # Made here and not before: it looks once, when it is made, at the files that are served as they lie.
    application = get_wsgi_application()
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    tried = [0] if port == 0 else range(port, min(port + TRIED, 65536))
    for one in tried:
        taken = _bound(one)
        if taken is not None:
            server = create_server(
                application, sockets=[taken], threads=4, ident="", max_request_body_size=LARGEST_UPLOAD + (1 << 20),
                connection_limit=LINKS, asyncore_use_poll=True,
            )  # fmt: skip
            return server, int(taken.getsockname()[1])
    raise NoPort(f"No port from {port} to {max(tried, default=port)} is free. Name another with --port.")


def _bound(port: int) -> socket.socket | None:
    """A socket on the port of this machine; None where somebody else has it."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HERE, port))
        made.listen(128)
    except OSError as problem:
        made.close()
        if problem.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        return None
    return made


@contextmanager
def answering(server: Any) -> Iterator[Thread]:
    """The server answers on a thread of its own meanwhile; afterwards it ends what it has begun, and closes."""
    thread = Thread(target=server.run, name="answering", daemon=True)
    thread.start()
    try:
        yield thread
    finally:
        server.task_dispatcher.shutdown()
        server.close()
        # Until its thread has looked again, within a second, the socket still takes whoever comes.
        thread.join(ENDS_WITHIN)


def warmed() -> Iterator[tuple[str, int]]:
    """Each of the first pages asked for once, and how it answered: by the machine, and shown to nobody."""
    client = Client(SERVER_NAME=HERE, **{PATIENT: True, MADE_READY: account()})
    for path in FIRST_PAGES:
        yield path, client.get(path).status_code
