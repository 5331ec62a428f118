"""``manage.py open_wexmouth``: a record for the pages to show, in which nobody is real."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from holdfast.casework.birth import WEXMOUTH, born_of_wexmouth
from holdfast.casework.importing import begin, position, put_right
from holdfast.casework.looking import leave_an_invented_line
from holdfast.wexmouth.council import TooFew, council_columns
from holdfast.wexmouth.known_then.looks import LOOKS_THEN
from holdfast.wexmouth.known_then.put_right import as_first_typed
from holdfast.wexmouth.known_then.put_right import put_right as rows_put_right
from holdfast.wexmouth.telling import THE_EVENING_BEFORE

MOST = 400_000
"""More children than that would need numbers that the stories' children have."""

PUT_RIGHT = "A day that had been typed in wrong, as it has stood since somebody put it right"

NOT_EMPTY = (
    "This database holds a record that is not the invented council's, and the two are never mixed. Nothing was "
    "written. Name another database in DATABASE_URL."
)


class Command(BaseCommand):
    """Makes the database and puts Wexmouth on record; where it is there already it does nothing."""

    help = "Make the database and put the invented council on record, once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many children, and which council."""
        parser.add_argument("--children", type=int, default=600, metavar="N", help="how many children (600)")
        parser.add_argument("--seed", type=int, default=1, metavar="S", help="another seed, another council (1)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate, and begin the record where it has not begun."""
        Path(settings.BUILD).mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0, interactive=False)
        if position():
            if not born_of_wexmouth():
                raise CommandError(NOT_EMPTY)
            self.stdout.write("Wexmouth is on record already.")
            return
        children, seed = options["children"], options["seed"]
        if children > MOST:
            raise CommandError(f"Wexmouth can have at most {MOST:,} children; {children:,} were asked for.")
        self.stdout.write(f"Inventing Wexmouth, with {children:,} children of whom none is real ...")
        try:
            columns = council_columns(children, seed)
        except TooFew as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write("Putting it on record ...")
        what = f"Wexmouth as it was invented: {children:,} children, seed {seed}"
        told: dict[str, Any] = {"who": "Holdfast", "source": WEXMOUTH, "made_at": THE_EVENING_BEFORE}
        # All or nothing: a record that has begun is not begun again, and would never learn what was put right.
        with transaction.atomic():
            begin(as_first_typed(columns), what=what, **told)
            put_right([one.right for one in rows_put_right()], what=PUT_RIGHT, **told)
            for number, look in enumerate(LOOKS_THEN, 1):
                leave_an_invented_line(
                    who=look.who, seat=look.seat, child=look.child, tie=look.tie, number=number, made_at=look.at
                )
        self.stdout.write("Wexmouth is on record.")
