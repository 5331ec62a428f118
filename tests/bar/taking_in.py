"""``python -m tests.bar.taking_in FILE``: the real server, given hostile files. How it reads them is told by a file.

The file ``HOW`` beside the build says nothing, or names one sabotage; so one server serves every control.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

HOW, BEGUN = "bar-how", "bar-begun"
"""The files, beside the build, that say how to read, and that grow by a letter with each process that is begun."""

IN_THE_SERVER, NO_LIMITS, NO_GATE = "in the server", "no limits", "no gate"
WITHOUT_A_GATE = (
    "import sys; sys.path.insert(0, sys.argv[1]); from tests.bar.taking_in import without_a_gate; "
    "sys.exit(without_a_gate())"
)


def without_a_gate() -> int:
    """The process apart, with its gate taken out."""
    from holdfast.casework.apart import extracts, inside

    extracts.check_path = lambda path, **told: None
    return inside.main()


def main(file: str) -> None:
    """Serve until somebody ends the process."""
    os.environ["DATABASE_URL"] = f"sqlite:///{file}"
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.web_settings"
    import logging

    import django

    django.setup()
    logging.disable(logging.CRITICAL)
    from holdfast.casework import importing
    from holdfast.casework.apart import asking
    from holdfast.web.reports import taking
    from holdfast.web.serving import server_on

    importing.read_apart = taking.read_apart = _as_told(importing.read_apart)
    asking.subprocess.Popen = _counted(asking.subprocess.Popen)
    Thread(target=_end_with_whoever_began, daemon=True).start()
    server, port = server_on(0)
    sys.stdout.write(f"{port}\n")
    sys.stdout.flush()
    server.run()


def _end_with_whoever_began() -> None:
    """Nothing is ever said on the standard input; it ends when whoever began this process does, however that ends."""
    sys.stdin.read()
    os._exit(0)


def _counted(begin: Any) -> Any:
    """A process that ends at once may be gone before anybody outside has looked: it is counted where it is begun."""
    from django.conf import settings

    def begun(*told: Any, **named: Any) -> Any:
        with (Path(settings.BUILD) / BEGUN).open("a", encoding="ascii") as file:
            file.write(".")
        return begin(*told, **named)

    return begun


def _as_told(really: Any) -> Any:
    from django.conf import settings

    from holdfast.casework.apart import asking
    from tests.casework.read_here import here

    begins = asking.BEGIN

    def read(work: str, path: Path, limits: Any, called: str = "") -> Any:
        told = Path(settings.BUILD) / HOW
        how = told.read_text(encoding="ascii") if told.exists() else ""
        asking.BEGIN = WITHOUT_A_GATE if how == NO_GATE else begins
        if how == NO_LIMITS:
            limits = replace(limits, memory=8 << 30, cpu=600, seconds=600)
        return here(work, path) if how == IN_THE_SERVER else really(work, path, limits, called)

    return read


if __name__ == "__main__":
    main(sys.argv[1])
