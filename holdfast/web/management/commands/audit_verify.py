"""``manage.py audit_verify``: whether the record is still as it was written."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from holdfast.casework.importing import position, verify
from holdfast.casework.looking import looks_amiss


class Command(BaseCommand):
    """Works out the digest of every entry and of every look again, and says what is not as it was written."""

    help = "Check that nothing on record was altered behind the record's back."

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, and say what was found."""
        number = position()
        if not number:
            self.stdout.write("Nothing is on record yet, so there is nothing to check.")
            return
        found = [*verify(), *looks_amiss()]
        for words in found:
            self.stdout.write(words)
        checked = f"{number:,} {'entry' if number == 1 else 'entries'} checked"
        if found:
            raise CommandError(f"{checked}: the record is not as it was written in {len(found):,} places, told above.")
        self.stdout.write(f"{checked}: every row is as it was written, and so is every look.")
