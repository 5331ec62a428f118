"""``manage.py backup``: the whole record in one sealed file."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from holdfast.casework.keeping import VARIABLE, BackupRefused, back_up, key_here
from holdfast.casework.looking import leave_a_line_of_command
from holdfast.web.machine import account
from holdfast.web.management.waiting import Waiting
from holdfast.web.today import by_the_clock

NEW_KEY = (
    "A key was made and is kept in {where}. Keep a copy of it somewhere else: without the key no backup can be opened, "
    "and whoever takes this machine away takes the key with it."
)

NOT_TOLD = (
    "No backup was made. Who takes the record away is always written down first, and that could not be written: {error}"
)


class Command(BaseCommand):
    """Writes every table into one file that only the key opens, and reads the file through afterwards."""

    help = f"Back the whole record up into one sealed file. The key is in {VARIABLE}, or in a file that is made once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the backups are."""
        folder = Path(settings.BUILD) / "backups"
        parser.add_argument("--folder", type=Path, default=folder, metavar="FOLDER", help=f"where ({folder})")

    def handle(self, *args: Any, **options: Any) -> None:
        """Back up, and say what is in the file and where it is."""
        try:
            key = key_here(os.environ, Path(settings.BUILD), make=True)
            if key.new:
                self.stdout.write(NEW_KEY.format(where=key.where))
            leave_a_line_of_command("backup", who=account(), made_at=by_the_clock())
            path, manifest = back_up(options["folder"], key, made_at=by_the_clock(), tick=Waiting())
        except BackupRefused as problem:
            raise CommandError(f"No backup was made. {problem}") from None
        except DatabaseError as error:
            raise CommandError(NOT_TOLD.format(error=error)) from None
        rows = sum(rows.count for rows in manifest.tables.values())
        self.stdout.write(f"Backed up and read through: {path}")
        self.stdout.write(
            f"{rows:,} rows of {len(manifest.tables):,} tables, {path.stat().st_size / 1_000_000:,.1f} MB. The last "
            f"entry is {manifest.entries.position:,} ({manifest.entries.hash[:12]}), the last look "
            f"{manifest.looks.position:,}. It opens with the key in {key.where}."
        )
