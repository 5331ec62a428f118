"""``python -m tests.bar.served FILE PORT [SABOTAGE]``: the real server over a file, in a process that may be killed."""

import os
import sys
from threading import Thread
from time import sleep
from typing import Any

SOON = 0.4
"""So many seconds later is done what was said to be done already, where that is the sabotage."""


def main(file: str, port: int, sabotage: str) -> None:
    """Serve until somebody ends the process."""
    os.environ["DATABASE_URL"] = f"sqlite:///{file}"
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.web_settings"
    import logging

    import django

    django.setup()
    logging.disable(logging.CRITICAL)
    from django.test import Client

    from holdfast.web.serving import server_on

    if sabotage == "yes before it is kept":
        _say_yes_first()
    server, got = server_on(port)
    Client(SERVER_NAME="127.0.0.1").get("/child/WX-400001")
    sys.stdout.write(f"{got}\n")
    sys.stdout.flush()
    server.run()


def _say_yes_first() -> None:
    """Every save is acknowledged at once, and put on record a little later."""
    from django.db import connections

    from holdfast.casework.saving import Saved, save
    from holdfast.web.doing import screens

    def later(told: tuple[Any, ...], named: dict[str, Any]) -> None:
        sleep(SOON)
        save(*told, **named)
        connections["default"].close()

    def at_once(*told: Any, **named: Any) -> Saved:
        Thread(target=later, args=(told, named)).start()
        return Saved(entry=1, words="It is on record.")

    screens.save = at_once


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "")
