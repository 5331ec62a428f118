"""``manage.py grant_pages``: the pages' own account on PostgreSQL, which may read and add and alter nothing."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from holdfast.casework.pages_account import CannotGrant, give, missing, rights, too_much

NO_ACCOUNTS = (
    "SQLite has no accounts: whoever may write its file may write all of it, and only the triggers refuse. "
    "There is nothing to give. Keep the record in PostgreSQL (DATABASE_URL) to have a second wall."
)


class Command(BaseCommand):
    """Gives an account the rights of the pages, or with ``--check`` only says what it has too much or too little."""

    help = "Give an account of PostgreSQL the rights that the pages need, and no other. Run it as the tables' owner."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which account."""
        parser.add_argument("account", metavar="ACCOUNT", help="the account that the pages will use; it must be there")
        parser.add_argument("--check", action="store_true", help="change nothing: only say what it may")

    def handle(self, *args: Any, **options: Any) -> None:
        """Give, then ask the catalogue."""
        if connection.vendor != "postgresql":
            raise CommandError(NO_ACCOUNTS)
        account = options["account"]
        try:
            if not options["check"]:
                give(account)
            found = [*too_much(account), *missing(account)]
        except CannotGrant as problem:
            raise CommandError(f"Nothing was changed. {problem}") from None
        except DatabaseError as problem:
            raise CommandError(
                f"Nothing was changed. The database refused it: {str(problem).strip()}. Run this as the owner of the "
                "tables, after manage.py migrate."
            ) from None
        for words in found:
            self.stdout.write(words)
        if found:
            raise CommandError(f"{account} is not an account for the pages, for {len(found):,} reasons, told above.")
        self.stdout.write(
            f"{account} may read {len(rights()):,} tables, add to {len(rights()) - 1:,}, and change drafts alone. "
            "Give it to the pages by DATABASE_URL, and keep the owner's account for migrate, restore and this command. "
            "Run this again after each upgrade: new tables are closed to it until then."
        )
