"""Write the grades and days that reports print into holdfast/inspection/history/printed_grades.csv.

python -m docs.printed_grades FOLDER READ_ON     FOLDER holds Ofsted's reports (PDF), READ_ON is the day of this reading

Values only: no word of a report and nobody's name. A report of which anything is in doubt gives no row, and is named.
Ofsted's reports are under the Open Government Licence, version 3.
"""

import csv
import re
import sys
from datetime import date
from pathlib import Path

from holdfast.inspection.days import days_said
from holdfast.inspection.history.from_reports import COLUMNS, printed_row
from holdfast.inspection.reading import read_document

FILE = Path(__file__).parent.parent / "holdfast/inspection/history/printed_grades.csv"
_DAY_IN_NAME = re.compile(r" - (?P<day>\d{1,2} \w+ \d{4})$")


def website_day(path: Path) -> date | None:
    """The day at the end of a file's name, where Ofsted's website puts the day of publication; None without one."""
    match = _DAY_IN_NAME.search(path.stem)
    said = days_said(match["day"]) if match else None
    return said[0] if said else None


def rows_of(folder: Path, read_on: date) -> tuple[list[dict[str, str]], list[Path]]:
    """A row for each report, by council and day, and the files that gave none."""
    rows, without = [], []
    for path in sorted(folder.rglob("*.pdf")):
        row = printed_row(read_document(path.name, path.read_bytes()), website_day(path), read_on)
        if row is None:
            without.append(path)
        else:
            rows.append(row)
    rows.sort(key=lambda row: (row["authority_code"], row["inspected"]))
    return rows, without


def main(folder: str, read_on: str) -> int:
    """Write the file; say what gave no row."""
    rows, without = rows_of(Path(folder), date.fromisoformat(read_on))
    with FILE.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    sys.stdout.write(f"{len(rows)} rows. No row: {', '.join(path.name for path in without) or 'none'}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
