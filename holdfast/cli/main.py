"""``holdfast``: one command for each question a person asks of an extract."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from holdfast import __version__
from holdfast.cli.opening import COULD_NOT_RUN, CannotRun, say_aside
from holdfast.dates import CalendarEnds, NotAMoment
from holdfast.duties.settings import BadSetting
from holdfast.exchange.problems import CannotRead

COMMANDS = ("read", "due", "why", "monday", "measure", "report", "wexmouth")
"""Each is a module of ``holdfast.cli`` with ``add`` (its arguments) and ``run`` (what it does, giving the exit
code). A command's module is loaded only when it is asked for or when help is."""

ABOUT = """\
The record that does not let a child drift: what is due for each child, to whom, by when, and why.

Every answer names its law or says that it is a council's own setting. No law in it has been signed off by a
lawyer yet."""


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    whole = argparse.ArgumentParser(
        prog="holdfast", description=ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    whole.add_argument("--version", action="version", version=f"holdfast {__version__}")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in COMMANDS:
        importlib.import_module(f"holdfast.cli.{name}").add(commands)
    return whole


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 done with input that could not be read, 2 could not run."""
    args = parser().parse_args(argv)
    try:
        return int(args.run(args))
    except (CannotRead, BadSetting, NotAMoment, CalendarEnds, CannotRun) as problem:
        say_aside(str(problem))
        return COULD_NOT_RUN
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
