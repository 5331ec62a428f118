"""``manage.py restore_drill``: the newest backup restored where nothing is, and compared with the record in use."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from holdfast.casework.keeping import BackupRefused, Rehearsal, key_here, newest_backup, rehearse
from holdfast.dates import LONDON, say_moment
from holdfast.web.management.waiting import Waiting


class Command(BaseCommand):
    """Restores into a database of its own, which it takes away again, and fails where anything is not the same."""

    help = "Restore the newest backup into an empty database, and compare it with the record in use."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which backup, and whether the record may have moved on since."""
        folder = Path(settings.BUILD) / "backups"
        parser.add_argument("--folder", type=Path, default=folder, metavar="FOLDER", help=f"where ({folder})")
        parser.add_argument("--file", type=Path, metavar="FILE", help="this backup, and not the newest")
        moved = "what people did since the backup was made is told and is no failure: for a record in use all day"
        parser.add_argument("--moved-on", action="store_true", help=moved)

    def handle(self, *args: Any, **options: Any) -> None:
        """Rehearse, show the table, and fail in words where the two are not the same."""
        try:
            path = options["file"] or newest_backup(options["folder"])
            self.stdout.write(f"Restoring {path}")
            found = rehearse(path, key_here(os.environ, Path(settings.BUILD)), tick=Waiting())
        except BackupRefused as problem:
            raise CommandError(f"The drill failed. {problem}") from None
        made = say_moment(found.manifest.made_at.astimezone(LONDON))
        self.stdout.write(f"Made {made} by Holdfast {found.manifest.holdfast} on {found.manifest.vendor}.")
        self._show(found)
        for words in found.since:
            self.stdout.write(words)
        failed = [*found.differences, *([] if options["moved_on"] else found.since)]
        if failed:
            raise CommandError(f"The drill failed. {' '.join(failed)}")
        self.stdout.write("The drill went well: what was backed up can be restored, and is the record.")

    def _show(self, found: Rehearsal) -> None:
        rows = [("what", "live", "restored", "same")]
        rows += [(one.what, one.live, one.restored, "yes" if one.same else "NO") for one in found.lines]
        widths = [max(len(row[at]) for row in rows) for at in range(4)]
        for what, live, restored, same in rows:
            line = f"  {what:<{widths[0]}}  {live:>{widths[1]}}  {restored:>{widths[2]}}  {same}"
            self.stdout.write(line)
