"""``manage.py serve``: the pages, for this machine alone."""

import webbrowser
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from holdfast.casework.birth import born_of_wexmouth
from holdfast.casework.importing import position
from holdfast.casework.pages_account import account, too_much
from holdfast.web.invented_only import ONLY_HERE, ONLY_WEXMOUTH
from holdfast.web.serving import HERE, NoPort, answering, server_on, warmed

EVERY = 0.5
"""Seconds between one look whether it still answers and the next."""

COULD_ALTER = (
    "The account {} that these pages use could alter what is on record, or take its guards away. "
    "Give them one of their own: manage.py grant_pages"
)
NOTHING_YET = "There is no record to show yet. Make one first: manage.py open_wexmouth"


class Command(BaseCommand):
    """Serves the invented council on the loopback address, and says where to look once the first pages are ready."""

    help = "Serve the pages to this machine."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen."""
        parser.add_argument("--port", type=int, default=8000, metavar="N", help="the port to listen on (8000)")
        parser.add_argument("--host", default=HERE, help="only this machine may be named")
        parser.add_argument("--open", action="store_true", help="open the first page in a browser")

    def handle(self, *args: Any, **options: Any) -> None:
        """Collect what is served as it lies, answer, and make the first pages ready."""
        if options["host"] not in (HERE, "localhost"):
            raise CommandError(ONLY_HERE)
        self._check_record()
        self._say_what_the_account_may()
        call_command("collectstatic", interactive=False, verbosity=0)
        try:
            server, port = server_on(options["port"])
        except NoPort as problem:
            raise CommandError(str(problem)) from None
        if options["port"] not in (port, 0):
            self.stdout.write(f"Port {options['port']} is taken by another program, so this uses {port}.")
        with answering(server) as thread:
            try:
                self._make_ready(port, options["open"])
                # Waited for in pieces, so that Ctrl-C is heard.
                while thread.is_alive():
                    thread.join(EVERY)
            except KeyboardInterrupt:
                self.stdout.write("Stopped.")

    def _make_ready(self, port: int, opens: bool) -> None:
        """The first pages worked out once; CommandError where one cannot be shown, and then nothing is served."""
        self.stdout.write("Getting the first pages ready ...")
        self.stdout.flush()
        for path, status in warmed():
            if status != 200:
                raise CommandError(f"The page {path} could not be shown (it answered {status}), so nothing is served.")
        address = f"http://{HERE}:{port}/"
        begin = 'begin with "Walk through it in twelve stops"'
        self.stdout.write(f"Open {address} in a browser, and {begin}. Stop with Ctrl-C.")
        self.stdout.flush()
        if opens:
            webbrowser.open(address)

    def _say_what_the_account_may(self) -> None:
        if connection.vendor == "postgresql" and too_much(account()):
            self.stdout.write(COULD_ALTER.format(account()))

    def _check_record(self) -> None:
        try:
            there = position()
        except DatabaseError:
            there = 0
        if not there:
            raise CommandError(NOTHING_YET)
        if not born_of_wexmouth():
            raise CommandError(ONLY_WEXMOUTH)
