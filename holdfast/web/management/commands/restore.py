"""``manage.py restore``: a backup back into an empty database."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from holdfast.casework.keeping import BackupRefused, key_here, restore
from holdfast.web.management.waiting import Waiting


class Command(BaseCommand):
    """Restores all of a backup or nothing of it, and only into a database with no record in it."""

    help = "Restore a backup into an empty database (DATABASE_URL names it)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which backup."""
        parser.add_argument("file", type=Path, metavar="FILE", help="the backup")

    def handle(self, *args: Any, **options: Any) -> None:
        """Restore, and say what is on record now."""
        Path(settings.BUILD).mkdir(parents=True, exist_ok=True)
        try:
            manifest = restore(options["file"], key_here(os.environ, Path(settings.BUILD)), tick=Waiting())
        except BackupRefused as problem:
            raise CommandError(f"Nothing was restored. {problem}") from None
        rows = sum(rows.count for rows in manifest.tables.values())
        self.stdout.write(
            f"Restored and checked: {rows:,} rows, the last entry {manifest.entries.position:,} "
            f"({manifest.entries.hash[:12]}), the last look {manifest.looks.position:,}."
        )
