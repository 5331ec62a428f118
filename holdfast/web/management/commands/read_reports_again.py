"""``manage.py read_reports_again``: reports that are on record, read by today's reader, and what it reads otherwise."""

import hashlib
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from holdfast.casework.apart.asking import read_apart
from holdfast.casework.apart.limits import OF_THE_COMMAND_LINE
from holdfast.casework.apart.refused import Refused
from holdfast.casework.birth import born_of_wexmouth
from holdfast.casework.importing import position, put_readings
from holdfast.casework.reports.acts import FileRead, reader
from holdfast.casework.reports.again import ReadAgain, Said, read_again
from holdfast.casework.reports.kept import corrections, fates, read_last
from holdfast.casework.the_council import the_council
from holdfast.casework.view import View
from holdfast.casework.written_plan import plan_on_record
from holdfast.inspection.report import Report
from holdfast.web.management.waiting import bar
from holdfast.web.today import by_the_clock, now

Before = Mapping[str, tuple[str, tuple[Report, ...]]]

NOTHING_TAKEN_IN = "No report has been taken in here, so there is none to read again. Take one in on the page first."
NO_FILES = "There is no file at {path}. Holdfast keeps what it read of a report and not the file: name the file again."
SAY_YES = "Nothing is on record yet. Say --yes, and --who with a name, to put it there."
WHO = "Say who reads them again: the record keeps it. Give --who and a name."
STAYS = "Left as it was read: something that people said would find its text no more."


class Command(BaseCommand):
    """Reads files that were taken in once more and says what differs; with --yes a new row for each stands beside."""

    help = "Read reports that are on record again with today's reader; with --yes put what it reads on record."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which files, and whether to put it on record."""
        parser.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="a report, or a folder of reports")
        parser.add_argument("--yes", action="store_true", help="put it on record, not only show what differs")
        parser.add_argument("--who", default="", help="who does it, as the record will say; needed with --yes")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read them all, compare, say what differs; then put it on record where that was asked."""
        who = options["who"].strip()
        if options["yes"] and not who:
            raise CommandError(WHO)
        Path(settings.BUILD).mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0, interactive=False)
        before = read_last() if position() else {}
        if not before:
            raise CommandError(NOTHING_TAKEN_IN)
        files = self._read(_files(options["paths"]), before)
        found = self._compared(files, before)
        rows = [one.row for one in found if one.row is not None]
        if not rows:
            self.stdout.write("Nothing is put on record.")
        elif not options["yes"]:
            self.stdout.write(SAY_YES)
        else:
            what = f"Reports read again by {reader()}: {', '.join(one.name for one in found if one.row)}"
            taken = put_readings(rows, who=who, what=what, source="holdfast", made_at=_moment())
            self.stdout.write(
                f"On record as entry {taken.position}: {len(rows):,} read anew. What was read first stays."
            )

    def _read(self, paths: Sequence[Path], before: Before) -> list[FileRead]:
        """What is in each file that is on record; of any other it is said why it was not read."""
        found = []
        with bar("Reading", len(paths)) as tick:
            for path in paths:
                tick(path.name)
                with path.open("rb") as file:
                    digest = hashlib.file_digest(file, "sha256").hexdigest()
                if digest not in before:
                    self.stdout.write(f"{path.name}: not on record with exactly this content. Take it in on the page.")
                    continue
                told = read_apart("report", path, OF_THE_COMMAND_LINE)
                if isinstance(told, Refused):
                    self.stdout.write(f"{path.name}: left as it was read. {told.reason}")
                    continue
                found.append(FileRead(digest=digest, name=path.name, size=path.stat().st_size, reports=tuple(told)))
        missing = len(before) - len({one.digest for one in found})
        if missing:
            self.stdout.write(f"{missing:,} of {len(before):,} files on record were not read again.")
        return list({one.digest: one for one in found}.values())

    def _compared(self, files: Sequence[FileRead], before: Before) -> list[ReadAgain]:
        said = _said()
        found = [read_again(*before[one.digest], one, said) for one in files]
        for one in found:
            self.stdout.write(f"{one.name}: {'nothing differs.' if not one.changes else ''}".rstrip())
            for change in one.changes:
                self.stdout.write(f"  {change}")
            if one.lost:
                self.stdout.write(f"  {STAYS}")
                for lost in one.lost:
                    self.stdout.write(f"    {lost}")
        return found


def _files(paths: Sequence[Path]) -> list[Path]:
    """Every file that is named, and those in the folders that are."""
    found = []
    for path in paths:
        some = sorted(one for one in path.iterdir() if one.is_file()) if path.is_dir() else [path]
        if not some or not all(one.is_file() for one in some):
            raise CommandError(NO_FILES.format(path=path))
        found += some
    return found


def _moment() -> datetime:
    """Now; in the invented council its own moment, at which everything is done there."""
    return now() if born_of_wexmouth() else by_the_clock()


def _said() -> Said:
    """What people said of reports until now."""
    view = View(as_at=_moment())
    plan = plan_on_record(the_council(), view)
    points = {address: one.title for one in plan.objectives for address in one.points}
    return Said(corrections=corrections(), fates=fates(), points=points)
