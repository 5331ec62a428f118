"""``manage.py import_extract``: the door for real files: read, check, show the difference, then take it in."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from holdfast.casework.apart.limits import OF_THE_COMMAND_LINE
from holdfast.casework.birth import WEXMOUTH, born_of_wexmouth
from holdfast.casework.importing import Proposal, RecordMoved, position, propose_apart, take_in
from holdfast.exchange.problems import CannotRead
from holdfast.web.importing.ours import is_ours
from holdfast.web.today import by_the_clock, now

SHOWN = 3
"""Problems and children that are shown before the rest are counted."""

NEVER_MIXED = (
    "This database holds the invented council, and this file names somebody who is not of it. The two are never mixed, "
    "and nothing was written. Name another database in DATABASE_URL."
)
INVENTED = (
    "This file is the invented council's, and this database holds another record. The two are never mixed, and nothing "
    "was written. Name another database in DATABASE_URL."
)
WITHDRAWS_MUCH = (
    "It would withdraw more than a tenth of what is on record, so it is most often another kind of file or only a part "
    "of one. Nothing was written. Where it is right all the same, say --withdraw too."
)


class Command(BaseCommand):
    """Reads a path as ``holdfast read`` does and says what would change; with --yes it is put on record."""

    help = "Read an extract, show how it differs from the record, and with --yes put the difference on record."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to read, and whether to take it in."""
        parser.add_argument("path", type=Path, metavar="PATH", help="a file, or a folder of files")
        parser.add_argument("--yes", action="store_true", help="take it in, not only show what would change")
        parser.add_argument("--who", default="", help="who takes it in, as the record will say; needed with --yes")
        parser.add_argument("--withdraw", action="store_true", help="even where much of the record is withdrawn")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, check, show; then take in where that was asked."""
        if options["yes"] and not options["who"].strip():
            raise CommandError("Say who takes it in: the record keeps it. Give --who and a name.")
        Path(settings.BUILD).mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0, interactive=False)
        try:
            proposal = propose_apart(options["path"], OF_THE_COMMAND_LINE)
        except CannotRead as problem:
            raise CommandError(str(problem)) from None
        _check_kept_apart(proposal)
        self._show(proposal)
        if proposal.nothing or not options["yes"]:
            return
        if proposal.withdraws_much and not options["withdraw"]:
            raise CommandError(WITHDRAWS_MUCH)
        ours, who, what = is_ours(proposal), options["who"].strip(), options["path"].resolve().name
        source, made_at = (WEXMOUTH, now()) if ours else (proposal.kind, by_the_clock())
        try:
            taken = take_in(proposal, who=who, what=what, source=source, made_at=made_at)
        except RecordMoved as problem:
            raise CommandError(str(problem)) from None
        if taken:
            self.stdout.write(f"On record as entry {taken.position}.")

    def _show(self, proposal: Proposal) -> None:
        self.stdout.write(f"{proposal.kind}, {proposal.children:,} children.")
        for one in proposal.problems[:SHOWN]:
            self.stdout.write(f"  {one.where}: {one.reason}")
        if len(proposal.problems) > SHOWN:
            self.stdout.write(f"  And {len(proposal.problems) - SHOWN:,} more. See them all: holdfast read PATH --all")
        for left in proposal.not_read:
            self.stdout.write(f"  Not read: {left.file}: {left.reason}")
        if proposal.nothing:
            self.stdout.write("Nothing in it differs from what is on record, so there is nothing to take in.")
            return
        self.stdout.write(f"It would change the record of {len(proposal.touched):,} children:")
        for change in proposal.changes:
            counts = f"{change.added:,} new, {change.changed:,} changed, {change.withdrawn:,} withdrawn"
            self.stdout.write(f"  {change.words}: {counts}")


def _check_kept_apart(proposal: Proposal) -> None:
    """Refuse to mix real children with invented ones, either way round."""
    if not position():
        return
    if born_of_wexmouth() and not is_ours(proposal):
        raise CommandError(NEVER_MIXED)
    if not born_of_wexmouth() and is_ours(proposal):
        raise CommandError(INVENTED)
